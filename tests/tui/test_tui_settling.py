"""What a merge has left open is shown, and settled with a key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.linear.conftest import Listener
from tests.review.people import annotate, edit, load, read_articles, store, write_articles
from textual.pilot import Pilot

from compare_tui.annotation import Author, Notebook, Value
from compare_tui.tui.app import CompareApp

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def opened(folder: Path, **extra: Value) -> Notebook:
    write_articles(folder)
    path = annotate(folder, "mara", ("number", "at least 12", "Nine"), ("time", "Sunday", "Monday"))
    edit(path, "number", severity="critical", extra=extra)
    return Notebook.open(path, *read_articles(folder), Author("mara", "Mara"))


def program(notebook: Notebook) -> CompareApp:
    a, b = read_articles(notebook.path.parent)
    return CompareApp(a, b, notebook, theme="paper-dark", save_in_thread=False)


def shown(app: CompareApp, rows: Rows) -> str:
    return "\n".join(rows(app))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_conflict_is_shown_and_settled(
    size: tuple[int, int], tmp_path: Path, settled: Settled, rows: Rows
) -> None:
    notebook = opened(tmp_path, conflict={"severity": "minor"})
    app = program(notebook)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        assert "A merge left 1 note open" in " ".join(str(one.message) for one in app._notifications)
        app.clear_notifications()
        await pilot.press("4", "w", "w", "w", "w", "g")
        await pilot.pause()
        assert "1 of 2" in rows(app)[0]
        assert "conflict: at least 12" in shown(app, rows)
        assert "the other state: severity: minor" in shown(app, rows)
        await pilot.press("p")
        await pilot.pause()
        assert [one.severity for one in notebook.annotations if one.tag == "number"] == ["minor"]
        assert "conflict" not in notebook.path.read_text(encoding="utf-8").replace("relation: conflict", "")
        await pilot.press("u")
        await pilot.pause()
        assert "the other state: severity: minor" in shown(app, rows)
        await pilot.press("X")
        await pilot.pause()
        assert "the other state" not in shown(app, rows)
    number = next(one for one in load(notebook.path).annotations if one.tag == "number")
    assert (number.severity, number.extra) == ("critical", {})


async def test_a_dispute_is_shown_in_both_views(tmp_path: Path, settled: Settled, rows: Rows) -> None:
    app = program(opened(tmp_path, disputed="reviewers differ: ed accept, tom reject"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("}")
        await pilot.pause()
        assert "disputed: reviewers differ: ed accept, tom reject" in shown(app, rows)
        await pilot.press("4")
        await pilot.pause()
        assert "disputed: at least 12" in shown(app, rows)


async def test_a_value_that_cannot_be_taken_is_told(tmp_path: Path, settled: Settled, rows: Rows) -> None:
    notebook = opened(tmp_path, conflict={"severity": "huge"})
    app = program(notebook)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("}", "p")
        await pilot.pause()
        assert "severity: expected one of" in " ".join(str(one.message) for one in app._notifications)
        assert notebook.annotations[0].severity == "critical"


async def test_conflicts_of_links_and_reviews_are_told(tmp_path: Path, settled: Settled) -> None:
    notebook = opened(tmp_path)
    entry: Value = {"id": "r-1", "comment": "Mine.", "conflict": {"comment": "Other."}}
    store(notebook.path, replace(load(notebook.path), sections={"reviews": [entry]}))
    a, b = read_articles(tmp_path)
    app = program(Notebook.open(notebook.path, a, b, notebook.author))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "see conflict in the file" in " ".join(str(one.message) for one in app._notifications)


def test_it_is_told_without_a_screen(tmp_path: Path) -> None:
    notebook = opened(tmp_path, conflict={"severity": "minor"})
    a, b = read_articles(tmp_path)
    ear = Listener(a, b, notebook, compared=False)
    assert any("the other state: severity: minor" in line for line in ear.type("}"))
    assert any("is as proposed" in line for line in ear.type("p"))
    assert notebook.annotations[0].severity == "minor"

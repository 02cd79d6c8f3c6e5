"""A notebook that cannot be read: the articles are shown, the file stays as it is, new notes go beside it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui.annotation import Author, make_anchor, open_pair_notebook
from compare_tui.annotation.unreadable import open_anyhow
from compare_tui.article import Article, read_article
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.question import Question

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
MARA = Author("mara", "Mara Ilves")
A = "Coach crash kills 12\n\nPolice said on Sunday that at least 12 people were killed near the lake.\n"
B = "Nine dead in bus accident\n\nNine people died when a bus left the road, a witness said.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Article, Article]:
    (tmp_path / "wire.txt").write_text(A)
    (tmp_path / "paper.txt").write_text(B)
    return read_article(tmp_path / "wire.txt"), read_article(tmp_path / "paper.txt")


@pytest.fixture
def mine(pair: tuple[Article, Article]) -> Path:
    notebook = open_pair_notebook(*pair, MARA)
    start = pair[0].text.index("near the lake")
    anchor = make_anchor(pair[0], start, start + len("near the lake"))
    notebook.add(tag="place", relation="one-sided", severity="minor", a=anchor, b=None)
    notebook.save()
    return notebook.path


def app_of(pair: tuple[Article, Article]) -> CompareApp:
    return CompareApp(*pair, open_anyhow(None, *pair, MARA), theme="paper-dark")


def told(app: CompareApp) -> str:
    return "\n".join(toast.message for toast in app._notifications)


async def test_the_articles_are_shown_and_a_new_notebook_is_begun_when_something_is_tagged(
    pair: tuple[Article, Article], mine: Path, settled: Settled, rows: Rows
) -> None:
    sound = mine.read_text()
    mine.write_text(sound.replace("severity: minor", "severity: tiny"))
    broken = mine.read_bytes()
    app = app_of(pair)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "near the lake" in "\n".join(rows(app))
        assert ":15: annotations[0].severity: expected minor, major or critical" in told(app)
        assert "wire--paper-2.mara.notes.yaml" in told(app)
        assert "read-only" in "\n".join(rows(app))
        await pilot.press("t")
        await settled(pilot)
        assert isinstance(app.screen, Question)
        await pilot.press("n")
        await settled(pilot)
        assert app.get_default_screen().notebook.read_only is not None
        await pilot.press("t", "b")
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        notebook = app.get_default_screen().notebook
        assert notebook.path.name == "wire--paper-2.mara.notes.yaml"
        assert [one.tag for one in notebook.annotations] == ["number"]
        await pilot.press("q")
    assert mine.read_bytes() == broken
    assert "tag: number" in mine.with_name("wire--paper-2.mara.notes.yaml").read_text()
    mine.write_text(sound)
    app = app_of(pair)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Question)
        assert "could not be read" in "\n".join(rows(app))
        await pilot.press("c")
        await settled(pilot)
        assert [one.tag for one in app.get_default_screen().notebook.annotations] == ["number", "place"]


async def test_a_notebook_that_was_mended_meanwhile_is_gone_on_with(
    pair: tuple[Article, Article], mine: Path, settled: Settled, rows: Rows
) -> None:
    sound = mine.read_text()
    mine.write_text(sound.replace("tags:", "<<<<<<< HEAD\ntags:"))
    app = app_of(pair)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "unresolved merge at line" in told(app)
        await pilot.press("W", "r")
        await settled(pilot)
        assert "unresolved merge at line" in told(app)
        assert app.get_default_screen().notebook.read_only is not None
        mine.write_text(sound)
        await pilot.press("W", "r")
        await settled(pilot)
        notebook = app.get_default_screen().notebook
        assert (notebook.path, notebook.read_only, len(notebook.annotations)) == (mine, None, 1)

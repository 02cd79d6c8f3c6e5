"""The question about notes on an earlier version of an article."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui.annotation import Author, make_anchor, open_pair_notebook
from compare_tui.article import read_article
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.question import Question

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
MARA = Author("mara", "Mara Ilves")
TEXT = "Coach crash kills 12\n\nPolice said on Sunday that at least 12 people were killed near the lake.\n"
OTHER = "Nine dead in bus accident\n\nNine people died when a bus left the road, a witness said.\n"


@pytest.fixture
def app(tmp_path: Path) -> CompareApp:
    """The program with a second version of an article; the first has two notes, one on words that changed."""
    for name, text in (
        ("v1.txt", TEXT),
        ("v2.txt", f"{TEXT.replace('at least', 'about')}\nNew."),
        ("b.txt", OTHER),
    ):
        (tmp_path / name).write_text(text)
    first, second, b = (read_article(tmp_path / name) for name in ("v1.txt", "v2.txt", "b.txt"))
    earlier = open_pair_notebook(first, b, MARA)
    for words in ("near the lake", "on Sunday", "at least 12 people"):
        start = first.text.index(words)
        anchor = make_anchor(first, start, start + len(words))
        earlier.add(tag="place", relation="one-sided", severity="minor", a=anchor, b=None)
    earlier.save()
    return CompareApp(second, b, open_pair_notebook(second, b, MARA), theme="paper-dark")


async def test_notes_on_an_earlier_version_are_offered_and_carried_over(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Question)
        shown = "\n".join(rows(app))
        assert "v1--b.mara.notes.yaml" in shown
        assert "3 annotations; 2 of 3 quotes stand here word for word" in shown
        await pilot.press("c")
        await settled(pilot)
        notebook = app.get_default_screen().notebook
        assert (notebook.tally.anchored, notebook.tally.moved) == (2, 1)
        assert notebook.path.name == "v2--b.mara.notes.yaml"
        assert notebook.path.exists()
        await pilot.press("u")
        assert list(notebook.annotations) == []


async def test_who_says_not_now_begins_with_nothing(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        notebook = app.get_default_screen().notebook
        assert list(notebook.annotations) == []
        assert not notebook.path.exists()
        await pilot.press("t", "n")
        assert [one.tag for one in notebook.annotations] == ["number"]

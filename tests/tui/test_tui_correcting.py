from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.reading import ReadingScreen

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def reading(app: CompareApp) -> ReadingScreen:
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


def said(app: CompareApp) -> str:
    return " ".join(str(one.message) for one in app._notifications)


async def test_passages_are_linked_by_hand_and_that_lasts(
    app: CompareApp,
    notebook: Notebook,
    settled: Settled,
    rows: Rows,
    make_app: Callable[..., CompareApp],
    wire: Article,
    paper: Article,
    tmp_path: Path,
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("o", "+")
        assert "A 7 marked" in said(app)
        await pilot.press("l", "G", "k", "+")
        await pilot.pause()
        screen = reading(app)
        assert screen.focus_at.link is not None
        assert (screen.focus_at.link.a, screen.focus_at.link.b) == (6, 6)
        assert any("linked by hand" in row for row in rows(app))
        assert screen.pairs.state("a", 6) != "only"
        assert not notebook.dirty
    text = notebook.path.read_text(encoding="utf-8")
    assert "kind: link" in text

    again = Notebook.open(notebook.path, wire, paper, Author("mara", "Mara Ilves"))
    assert len(again.corrections) == 1
    other = make_app(again)
    async with other.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert [(link.a, link.b) for link in reading(other).pairs.links("a", 6)] == [(6, 6)]
        await pilot.press("G", "k", "-")
        await pilot.pause()
        assert [one.kind for one in again.corrections] == []
        assert reading(other).pairs.links("a", 6) == ()
        await pilot.press("u")
        assert len(reading(other).pairs.links("a", 6)) == 1


async def test_a_link_is_taken_away_with_its_differences(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        before = reading(app).pairs
        await pilot.press("j", "j", "j")
        link = reading(app).focus_at.link
        assert link is not None
        assert before.differences_of(link)
        await pilot.press("-")
        await pilot.pause()
        after = reading(app).pairs
        assert after.state("a", 3) == "only"
        assert all((one.link.a, one.link.b) != (link.a, link.b) for one in after.differences)
        assert "no longer linked" in said(app)
        await pilot.press("u")
        await pilot.pause()
        assert reading(app).pairs.state("a", 3) == "linked"
        await pilot.press("ctrl+r")
        assert notebook.corrections[0].kind == "unlink"


async def test_what_cannot_be_linked_is_said(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("j", "+", "tab", "+")
        assert "linked already" in said(app)
        await pilot.press("h", "o", "-")
        assert "no link in focus" in said(app)

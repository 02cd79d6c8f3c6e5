"""What each action of the registry does, and the three views of one comparison."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from compare_tui.annotation.notebook import Notebook
from compare_tui.tui.actions import ACTIONS, find_action
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.prompt import Prompt
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.widgets.aligned_pane import AlignedPane
from compare_tui.tui.widgets.annotation_table import AnnotationTable
from compare_tui.tui.widgets.difference_table import DifferenceTable
from compare_tui.tui.widgets.inspector import Inspector
from compare_tui.tui.widgets.overview_strip import OverviewStrip

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def reading(app: CompareApp) -> ReadingScreen:
    screen = next(one for one in app.screen_stack if isinstance(one, ReadingScreen))
    return screen


def place(app: CompareApp) -> tuple[str, int, int]:
    focus = reading(app).focus_at
    return focus.side, focus.a, focus.b


def said(app: CompareApp) -> str:
    return " ".join(str(one.message) for one in app._notifications)


@dataclass(frozen=True)
class Act:
    """Keys that lead up to an action, and what must hold after its key."""

    before: tuple[str, ...]
    holds: Callable[[CompareApp], object]


def tagged(app: CompareApp) -> int:
    return len(reading(app).notebook.annotations)


ACTS: dict[str, Act] = {
    "next_passage": Act((), lambda app: place(app) == ("a", 1, 1)),
    "previous_passage": Act(("j", "j"), lambda app: place(app)[1] == 1),
    "page_down": Act((), lambda app: place(app)[1] > 2),
    "page_up": Act(("G",), lambda app: place(app)[1] < 7),
    "half_page_down": Act((), lambda app: place(app)[1] > 0),
    "half_page_up": Act(("G",), lambda app: place(app)[1] < 7),
    "first_passage": Act(("j", "j"), lambda app: place(app)[1] == 0),
    "last_passage": Act((), lambda app: place(app)[1] == 7),
    "other_side": Act((), lambda app: place(app)[0] == "b"),
    "side_a": Act(("l",), lambda app: place(app)[0] == "a"),
    "side_b": Act((), lambda app: place(app)[0] == "b"),
    "next_counterpart": Act(("j",), lambda app: place(app) == ("a", 1, 7)),
    "next_linked": Act(("tab", "j"), lambda app: place(app)[2] == 3),
    "previous_linked": Act(("tab", "j", "j", "j", "k"), lambda app: place(app)[2] == 1),
    "next_only": Act((), lambda app: place(app)[1] == 6),
    "previous_only": Act(("G",), lambda app: place(app)[1] == 6),
    "go_to": Act((), lambda app: isinstance(app.screen, Prompt)),
    "jump_back": Act(("j", "o"), lambda app: place(app)[1] == 1),
    "jump_forward": Act(("j", "o", "<"), lambda app: place(app)[1] == 6),
    "search": Act((), lambda app: isinstance(app.screen, Prompt)),
    "next_match": Act(("/", *"ship", "enter"), lambda app: place(app) == ("b", 2, 4)),
    "previous_match": Act(("/", *"ship", "enter", "n"), lambda app: place(app)[:2] == ("a", 5)),
    "hidden_characters": Act((), lambda app: "neither article holds hidden characters" in said(app)),
    "left_out": Act((), lambda app: type(app.screen).__name__ == "LeftOutScreen"),
    "next_difference": Act((), lambda app: reading(app).focus_at.difference == 0),
    "previous_difference": Act(("]", "]"), lambda app: reading(app).focus_at.difference == 0),
    "toggle_style": Act((), lambda app: len(reading(app).pairs.differences) == 10),
    "explain": Act((), lambda app: type(app.screen).__name__ == "ExplainScreen"),
    "filter_kind": Act(("3",), lambda app: table(app).listed.filter.kind == "number"),
    "filter_major": Act(("3",), lambda app: table(app).listed.filter.major),
    "filter_tagged": Act(("3",), lambda app: table(app).listed.filter.tagged == "untagged"),
    "filter_author": Act(("]", "t", "n", "4"), lambda app: author_shown(app) == "mara"),
    "leave_difference": Act(("]",), lambda app: reading(app).focus_at.difference is None),
    "tag": Act((), lambda app: type(app.screen).__name__ == "TagPicker"),
    "select": Act((), lambda app: reading(app).selected == {"a": (0, 5)}),
    "copy": Act((), lambda app: app.clipboard == "Ferry with 212 aboard catches fire off Tallinn"),
    "repeat_tag": Act(("]", "t", "n", "]"), lambda app: tagged(app) == 2),
    "edit_note": Act(("]", "t", "n"), lambda app: type(app.screen).__name__ == "NoteEditor"),
    "edit_annotation": Act(("]", "t", "n"), lambda app: type(app.screen).__name__ == "AnnotationFields"),
    "retag_all": Act(("]", "t", "n", "4"), lambda app: type(app.screen).__name__ == "TagPicker"),
    "remove_annotation": Act(("]", "t", "n"), lambda app: tagged(app) == 0),
    "next_annotation": Act(("]", "t", "n", "t", "w"), lambda app: reading(app).focus_at.annotation),
    "previous_annotation": Act(("]", "t", "n", "t", "w"), lambda app: reading(app).focus_at.annotation),
    "annotation_forward": Act(("]", "t", "n", "g"), lambda app: place(app)[1] == 1),
    "annotation_back": Act(("]", "t", "n", "G"), lambda app: place(app)[1] == 1),
    "accept_place": Act(("]", "t", "n"), lambda app: "no place is proposed" in said(app)),
    "reattach": Act(("]", "t", "n"), lambda app: "taken up" in said(app)),
    "keep_orphan": Act(("]", "t", "n"), lambda app: "stand in the articles" in said(app)),
    "link": Act(("o", "+", "tab", "G"), lambda app: len(reading(app).notebook.corrections) == 1),
    "unlink": Act(("j",), lambda app: len(reading(app).comparison.links) == 6),  # type: ignore[union-attr]
    "undo": Act(("]", "t", "n"), lambda app: tagged(app) == 0),
    "redo": Act(("]", "t", "n", "u"), lambda app: tagged(app) == 1),
    "save": Act(("]", "t", "n"), lambda app: not reading(app).notebook.dirty),
    "save_as": Act(("]", "t", "n"), lambda app: isinstance(app.screen, Prompt)),
    "review": Act(
        (), lambda app: any("no colleague's notebook" in str(one.message) for one in app._notifications)
    ),
    "reveal": Act((), lambda app: "no colleague's notebook is open: C opens one" in said(app)),
    "colleagues": Act((), lambda app: type(app.screen).__name__ == "ColleaguesScreen"),
    "history": Act(("]", "t", "n"), lambda app: type(app.screen).__name__ == "HistoryScreen"),
    "next_view": Act((), lambda app: reading(app).view_name == "aligned"),
    "view_reading": Act(("2",), lambda app: reading(app).view_name == "reading"),
    "view_aligned": Act((), lambda app: reading(app).view_name == "aligned"),
    "view_annotations": Act((), lambda app: reading(app).view_name == "annotations"),
    "view_differences": Act((), lambda app: reading(app).view_name == "differences"),
    "reorder": Act(("2",), lambda app: app.screen.query_one(AlignedPane).order == "b"),
    "fold": Act(("2",), lambda app: app.screen.query_one(AlignedPane).fold),
    "toggle_together": Act((), lambda app: not reading(app).together),
    "level": Act(("L", "j"), lambda app: level(app)),
    "inspector_down": Act(("j",), lambda app: inspector(app).top > 0),
    "inspector_up": Act(("j", ")"), lambda app: inspector(app).top == 0),
    "inspector_size": Act((), lambda app: inspector(app).size.height == 11),
    "next_theme": Act((), lambda app: app.theme != "paper-dark"),
    "toggle_comparison": Act((), lambda app: reading(app).progress is not None or reading(app).comparison),
    "reread": Act((), lambda app: "cannot be read again" in said(app)),
    "help": Act((), lambda app: type(app.screen).__name__ == "HelpScreen"),
    "palette": Act((), lambda app: type(app.screen).__name__ == "CommandPalette"),
    "quit": Act((), lambda app: not app.is_running or app._exit),
}


def table(app: CompareApp) -> DifferenceTable:
    return reading(app).query_one(DifferenceTable)


def inspector(app: CompareApp) -> Inspector:
    return reading(app).query_one(Inspector)


def author_shown(app: CompareApp) -> str | None:
    return reading(app).query_one(AnnotationTable).listed.filter.author


def level(app: CompareApp) -> bool:
    focus, panes = reading(app).focus_at, reading(app)._panes
    return panes["a"].row_on_screen(focus.a) == panes["b"].row_on_screen(focus.b)


def test_every_action_of_the_registry_is_acted_out() -> None:
    assert set(ACTS) == {action.id for action in ACTIONS}


@pytest.mark.parametrize("action_id", ACTS)
async def test_an_action_does_what_it_says(app: CompareApp, settled: Settled, action_id: str) -> None:
    act = ACTS[action_id]
    async with app.run_test(size=(120, 20)) as pilot:
        await settled(pilot)
        await pilot.press(*act.before)
        await pilot.pause()
        await pilot.press(find_action(action_id).keys[0])
        await pilot.pause()
        assert act.holds(app)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 50)])
async def test_views_keep_place_side_and_difference(
    app: CompareApp, settled: Settled, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("]", "]", "]", "]", "]", "tab")
        before = reading(app).focus_at
        assert before.difference is not None
        shown = {"1": "pane-b", "2": "aligned", "3": "differences", "4": "annotations"}
        for key, view in zip("234121vvvv1", "23412123411", strict=True):
            await pilot.press(key)
            await pilot.pause()
            assert reading(app).focus_at == before
            region = app.screen.query_one(f"#{shown[view]}").region
            assert region.width > 50
            assert app.screen.get_widget_at(region.x + 3, region.y + 1)[0].id == shown[view]


async def test_the_table_goes_to_the_place_and_the_way_back_is_kept(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("3")
        shown = rows(app)
        assert "9 of 9" in shown[0]
        assert shown[2].startswith("▸ number")
        await pilot.press("j", "j", "j", "enter")
        await pilot.pause()
        screen = reading(app)
        assert screen.view_name == "reading"
        assert screen.focus_at.difference == 3
        assert place(app)[1:] == (2, 4)
        await pilot.press("3", "f", "f", "f")
        assert table(app).listed.filter.kind is not None
        await pilot.press("escape")
        assert table(app).listed.filter.is_open
        await pilot.press("escape")
        assert screen.view_name == "reading"


async def test_an_empty_table_says_why(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("3", "/", *"zeppelin", "enter")
        await pilot.pause()
        assert "No difference passes the filters" in rows(app)[2]
        await pilot.press("j", "G", "enter", "space")
        assert app.is_running


async def test_a_difference_is_tagged_from_the_table(
    app: CompareApp, settled: Settled, rows: Rows, notebook: Notebook
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("3", "j", "j", "t", "enter")
        await pilot.pause()
        (made,) = notebook.annotations
        assert made.tag == "number"
        assert "n number" in rows(app)[4]
        await pilot.press("w")
        assert len(table(app).listed.rows) == 8


async def test_aligned_rows_stand_level_and_show_what_stands_alone(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await pilot.pause()
        text = "\n".join(rows(app))
        assert "4  “We had the fire under control" in text
        line = next(row for row in rows(app) if "4  “We had the fire under control" in row)
        assert "4  Captain Ilmar Tam told reporters" in line
        alone = next(row for row in rows(app) if "It is the third fire" in row)
        assert "—" in alone
        await pilot.press("G")
        assert place(app)[:2] == ("a", 7)
        await pilot.press("r")
        await pilot.pause()
        assert "Harbour Press" in "\n".join(rows(app))


async def test_the_mouse_goes_to_rows_of_each_view(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await pilot.pause()
        row = next(y for y, text in enumerate(rows(app)) if "All passengers were brought" in text)
        x = rows(app)[row].index("midnight")
        await pilot.click(offset=(x, row))
        await pilot.pause()
        assert place(app) == ("a", 2, 4)
        assert reading(app).focus_at.difference == 3
        await pilot.press("3")
        await pilot.pause()
        await pilot.click(offset=(30, 7))
        await pilot.pause()
        assert reading(app).focus_at.difference == table(app).listed.rows[5].differences[0]
        await pilot.click(offset=(30, 7), times=2)
        await pilot.pause()
        assert reading(app).view_name == "reading"


async def test_the_overview_leads_to_what_it_shows(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        await settled(pilot)
        strip = app.screen.query_one("#strip-b", OverviewStrip)
        last = app.screen.query_one("#pane-b").rows.firsts[-1]  # type: ignore[attr-defined]
        rows = len(app.screen.query_one("#pane-b").rows)  # type: ignore[attr-defined]
        y = min(last * strip.size.height // max(rows, strip.size.height), strip.size.height - 1)
        await pilot.click("#strip-b", offset=(0, y if rows > strip.size.height else last))
        await pilot.pause()
        assert place(app)[0] == "b"
        assert place(app)[2] >= 6


async def test_words_are_found_marked_and_forgotten(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("/", *"tallinn", "enter")
        await pilot.pause()
        matches = reading(app).matches
        assert matches is not None
        assert [match.side for match in matches.found] == ["a", "a", "b"]
        assert "1/3 “tallinn”" in said(app)
        await pilot.press("N")
        assert place(app)[0] == "b"
        await pilot.press("escape")
        assert reading(app).matches is None
        await pilot.press("/", *"[b]x", "enter")
        await pilot.pause()
        assert "stands in neither article" in said(app)


@pytest.mark.parametrize(
    ("typed", "where"),
    [("3", ("a", 2)), ("b7", ("b", 6)), ("B 2", ("b", 2 - 1)), ("a8", ("a", 7))],
)
async def test_a_passage_is_gone_to_by_number(
    app: CompareApp, settled: Settled, typed: str, where: tuple[str, int]
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        reading(app).go_to_number(typed)
        side, a, b = place(app)
        assert (side, a if side == "a" else b) == where


@pytest.mark.parametrize("typed", ["99", "b0", "c3", "x", "[red]1"])
async def test_a_number_that_is_none_moves_nothing(app: CompareApp, settled: Settled, typed: str) -> None:
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        before = reading(app).focus_at
        reading(app).go_to_number(typed)
        await pilot.pause()
        assert reading(app).focus_at == before
        assert f"no passage “{typed}”" in said(app)


async def test_apart_only_the_article_that_is_read_scrolls(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 14)) as pilot:
        await settled(pilot)
        await pilot.press("L", "j", "j", "j", "j", "j")
        await pilot.pause()
        assert not level(app)
        await pilot.press("=")
        assert level(app)
        await pilot.press("L", "k")
        assert level(app)


async def test_views_open_before_the_comparison_is_there(
    make_app: Callable[..., CompareApp], notebook: Notebook, rows: Rows
) -> None:
    app = make_app(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = reading(app)
        screen.workers.cancel_all()
        await pilot.press("3", "j", "2", "j", "o", "]", "1")
        assert app.is_running

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.comparison.model import Comparison
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.widgets.article_pane import ArticlePane

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def reading(app: CompareApp) -> ReadingScreen:
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


def pane(app: CompareApp, side: str) -> ArticlePane:
    return app.screen.query_one(f"#pane-{side}", ArticlePane)


def assert_level(app: CompareApp) -> None:
    focus = reading(app).focus_at
    assert focus.link is not None
    row = pane(app, "a").row_on_screen(focus.link.a)
    assert row == pane(app, "b").row_on_screen(focus.link.b)
    assert 0 <= row < pane(app, "a").size.height


async def test_every_move_brings_the_counterpart_level(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        for key in (
            "j",
            "down",
            "j",
            "enter",
            "tab",
            "k",
            "up",
            "j",
            "h",
            "l",
            "g",
            "home",
            "j",
            "j",
            "pagedown",
        ):
            await pilot.press(key)
            if reading(app).focus_at.link is not None:
                assert_level(app)


async def test_the_last_passage_levels_with_the_first(
    app: CompareApp, settled: Settled, ferries: Comparison
) -> None:
    async with app.run_test(size=(100, 12)) as pilot:
        await settled(pilot)
        await pilot.press("j", "enter")
        assert reading(app).focus_at.b == 7
        assert_level(app)
        await pilot.press("tab", "G")
        assert (reading(app).focus_at.side, reading(app).focus_at.b) == ("b", 7)
        assert_level(app)


async def test_the_page_says_where_the_counterpart_is(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j")
        text = "\n".join(rows(app))
        assert "A 2 ↔ B 2  1 of 2  confident .58 · ferry, Tallinn, Tuesday" in text
        await pilot.press("enter")
        assert "A 2 ↔ B 8  2 of 2  confident .47 · moved" in "\n".join(rows(app))
        await pilot.press("G", "k")
        assert "A 7 · only in A" in "\n".join(rows(app))


async def test_gutter_signs_stand_before_the_passages(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        left = [row[:56] for row in rows(app)]
        for sign, words in (
            ("2↔2+", "A ferry carrying"),
            ("3⇅5", "All passengers"),
            ("5 2", "At least 14"),
            ("7◦", "The owner declined"),
            ("8·", "Photo: Harbour"),
        ):
            assert any(sign in row and words in row and row.index(sign) < row.index(words) for row in left), (
                sign
            )


async def test_differences_are_stepped_through_with_their_position(
    app: CompareApp, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        seen: list[str] = []
        for _ in range(10):
            await pilot.press("]")
            assert_level(app)
            heading = next(row for row in rows(app) if "difference " in row and "[ ]" not in row)
            seen.append(heading.split("difference ")[1].split()[0])
        assert seen == [f"{n}/9" for n in range(1, 10)] + ["9/9"]
        await pilot.press("[")
        assert "difference 8/9" in "\n".join(rows(app))
        await pilot.press("escape")
        assert reading(app).focus_at.difference is None


async def test_style_is_hidden_until_asked_for(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "]")
        chosen = reading(app).pairs.differences[1]
        await pilot.press("s")
        assert len(reading(app).pairs.differences) == 10
        focused = reading(app).focus_at.difference
        assert focused is not None
        assert reading(app).pairs.differences[focused] == chosen
        await pilot.press("s")
        assert len(reading(app).pairs.differences) == 9


async def test_a_click_goes_to_the_passage_and_to_the_difference(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        b = pane(app, "b")
        row = b.row_on_screen(3)
        await pilot.click(b, offset=(24, row))
        focus = reading(app).focus_at
        assert (focus.side, focus.b, focus.difference) == ("b", 3, 5)
        assert app.focused is b
        row = b.row_on_screen(6)
        await pilot.click(b, offset=(20, row))
        assert (reading(app).focus_at.b, reading(app).focus_at.difference) == (6, None)


async def test_a_click_in_the_inspector_goes_to_the_difference(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j")
        await pilot.click("#inspector", offset=(20, 2))
        assert reading(app).focus_at.difference == 1


async def test_a_click_on_a_key_does_what_the_key_does(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        x = rows(app)[-1].index("j k")
        await pilot.click("#keys", offset=(x, 0))
        assert reading(app).focus_at.a == 1


async def test_the_wheel_scrolls_only_what_is_under_it(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 18)) as pilot:
        await settled(pilot)
        before = pane(app, "a").top, pane(app, "b").top
        await pilot._post_mouse_events([_wheel()], pane(app, "b"), offset=(10, 5))
        await pilot.pause()
        assert pane(app, "a").top == before[0]
        assert pane(app, "b").top > before[1]
        await pilot.press("j")
        assert_level(app)


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_pages_move_the_cursor_and_reach_both_ends(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(pilot)
        seen = [0]
        for _ in range(12):
            await pilot.press("space")
            seen.append(reading(app).focus_at.a)
        assert seen == sorted(seen)
        assert seen[-1] == 7
        for _ in range(12):
            await pilot.press("b")
        assert reading(app).focus_at.a == 0
        await pilot.press("ctrl+d")
        assert reading(app).focus_at.a > 0
        await pilot.press("ctrl+u")
        assert reading(app).focus_at.a == 0


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_a_narrow_screen_shows_the_article_that_is_read(
    app: CompareApp, settled: Settled, rows: Rows, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("j")
        assert "wire.txt" in rows(app)[0]
        assert "A ferry carrying" in "\n".join(rows(app))
        await pilot.press("tab")
        assert "paper.txt" in rows(app)[0]
        assert "Dozens of people" in "\n".join(rows(app))
        assert "A 2 ↔ B 2" in "\n".join(rows(app))
        if size == (80, 24):
            assert pane(app, "a").row_on_screen(1) == 1


async def test_resizing_keeps_the_place(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("j", "j", "j")
        before = reading(app).focus_at
        for size in ((80, 24), (200, 50), (60, 16), (120, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert reading(app).focus_at == before
            row = pane(app, "a").row_on_screen(3)
            assert 0 <= row < pane(app, "a").size.height
        assert_level(app)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


async def test_text_is_readable_while_the_comparison_runs(
    wire: Article,
    paper: Article,
    notebook: Notebook,
    ferries: Comparison,
    gate: threading.Event,
    settled: Settled,
    rows: Rows,
) -> None:
    def slow(a: Article, b: Article, *, progress: Callable[[float, str], None]) -> Comparison:
        progress(0.42, "linking")
        assert gate.wait(10)
        return ferries

    app = CompareApp(wire, paper, notebook, compare=slow, theme="paper-dark")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "j")
        await asyncio.sleep(0.1)
        await pilot.pause()
        before = rows(app)
        assert "comparing 42% · linking" in before[-1]
        assert "A 3 · not compared yet" in "\n".join(before)
        gate.set()
        await settled(pilot)
        after = rows(app)
        assert "comparing" not in after[-1]
        assert reading(app).focus_at.a == 2
        for old, new in zip(before[1:20], after[1:20], strict=True):
            assert old[9:55].strip() == new[9:55].strip()


async def test_a_failed_comparison_is_told_and_the_program_goes_on(
    wire: Article, paper: Article, notebook: Notebook, settled: Settled, rows: Rows
) -> None:
    def broken(a: Article, b: Article, *, progress: Callable[[float, str], None]) -> Comparison:
        raise ValueError("no words \x1b]0;at all\x07")

    app = CompareApp(wire, paper, notebook, compare=broken, theme="paper-dark")
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        assert "comparison failed: no words" in rows(app)[-1]
        assert "\x1b" not in "\n".join(rows(app))
        await pilot.press("j", "t", "o")
        assert len(notebook.annotations) == 1


async def test_leaving_cancels_the_comparison(wire: Article, paper: Article, notebook: Notebook) -> None:
    stopped = threading.Event()

    def endless(a: Article, b: Article, *, progress: Callable[[float, str], None]) -> Comparison:
        try:
            for _ in range(2000):
                progress(0.1, "linking")
                threading.Event().wait(0.005)
        except BaseException:
            stopped.set()
            raise
        raise AssertionError("nobody stopped it")

    app = CompareApp(wire, paper, notebook, compare=endless, theme="paper-dark")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "q")
    assert stopped.wait(5)


async def test_empty_articles_do_not_break_anything(tmp_path: Path, settled: Settled) -> None:
    empty = Article("nothing.txt", "", "", (), "0" * 64, "0" * 64)
    notebook = Notebook.open(tmp_path / "n.yaml", empty, empty, Author("mara", "Mara"))
    app = CompareApp(empty, empty, notebook, theme="paper-dark")
    async with app.run_test(size=(100, 20)) as pilot:
        await settled(pilot)
        keys = (
            "j",
            "k",
            "]",
            "[",
            "enter",
            "tab",
            "space",
            "b",
            "G",
            "g",
            "ctrl+d",
            "t",
            "e",
            "x",
            "a",
            "n",
            "s",
            "u",
        )
        await pilot.press(*keys)
        assert app.is_running
        assert notebook.annotations == ()


async def test_changing_the_theme_moves_nothing(app: CompareApp, settled: Settled, rows: Rows) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("j", "j")
        before, focused = rows(app), reading(app).focus_at
        colour = reading(app).look.colour("text")
        await pilot.press("T")
        assert app.theme == "paper-light"
        assert reading(app).look.colour("text") != colour
        assert reading(app).focus_at == focused
        assert rows(app) == before


@pytest.mark.parametrize(
    ("variable", "theme"), [("15;0", "paper-dark"), ("0;15", "paper-light"), ("", "paper-dark")]
)
async def test_the_terminal_chooses_between_dark_and_light(
    wire: Article,
    paper: Article,
    notebook: Notebook,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    theme: str,
) -> None:
    monkeypatch.setenv("COLORFGBG", variable)
    assert CompareApp(wire, paper, notebook).theme == theme
    assert CompareApp(wire, paper, notebook, theme="dark").theme == "paper-dark"


async def test_an_unknown_theme_is_told(
    wire: Article, paper: Article, notebook: Notebook, ferries: Comparison, tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_text("name: [")
    app = CompareApp(
        wire, paper, notebook, compare=lambda a, b, progress: ferries, theme="nope", theme_folders=[tmp_path]
    )
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.pause()
        told = [toast.message for toast in app._notifications]
        assert any("bad.yaml: line 1:" in message for message in told)
        assert any("nope" in message and "paper-light" in message for message in told)

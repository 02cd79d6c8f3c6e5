from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui.annotation.model import Author, NotebookError, Tag, TagSet
from compare_tui.annotation.notebook import Notebook
from compare_tui.article import read_text
from compare_tui.article.model import Article, Passage
from compare_tui.comparison.model import Comparison, Difference, Link
from compare_tui.tui.app import CompareApp

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]

NASTY = (
    "[@click=app.quit]quit[/] \x1b]0;owned\x07 \x1b[2J [/x] [bold $text \x9b31m \u202egnp.exe \x00 \x7f"
    " [link=http://x]y[/link] \u2066 {curly} %s \\n [[[ ]]] \ud83d"
)
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]")


def assert_harmless(screen: list[str]) -> None:
    for row in screen:
        assert not FORBIDDEN.search(row), ascii(row)


@pytest.fixture
def nasty_app(tmp_path: Path) -> CompareApp:
    a = read_text(f"{NASTY}\n\nThe minister said {NASTY} on Monday.", source=f"a{NASTY}.txt", title=NASTY)
    b = read_text(f"The minister said {NASTY} on Monday.\n\n{NASTY}", source="b.txt", title=f"[red]{NASTY}")
    tags = TagSet("own/1", (Tag("q", NASTY, NASTY, "red"), Tag("w", "[b]who", "[/b]", "#ffffff")))
    notebook = Notebook.open(tmp_path / "n.yaml", a, b, Author("mara", NASTY), tags)

    def compare(one: Article, other: Article, *, progress: Callable[[float, str], None]) -> Comparison:
        progress(0.5, NASTY)
        link = Link(0, 0, 0.5, "confident", (NASTY, "[/b]"))
        left, right = one.passages[0], other.passages[0]
        found = Difference(
            "quote", "major", link, one.span(left.start, left.end), other.span(right.start, right.end), NASTY
        )
        return Comparison(one, other, (link,), (found,), (), ())

    return CompareApp(a, b, notebook, compare=compare, theme="paper-dark", clock=lambda: "12:04")


async def test_hostile_text_is_shown_and_obeyed_nowhere(
    nasty_app: CompareApp, settled: Settled, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = nasty_app
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        for keys in [
            "]",
            "t",
            "q",
            "e",
            "escape",
            "ctrl+p",
            "escape",
            "?",
            "q",
            "t",
            "w",
            "a",
            "n",
            "x",
            "u",
            ".",
        ]:
            await pilot.press(keys)
            await pilot.pause()
            assert_harmless(rows(app))
        assert any("[@click=app.quit]quit[/]" in row for row in rows(app))

        def fail() -> bool:
            raise NotebookError(NASTY)

        monkeypatch.setattr(nasty_app.get_default_screen().notebook, "save", fail)
        await pilot.press("t", "w")
        await pilot.pause()
        assert_harmless(rows(app))
        await pilot.press("q", "n")
        assert app.is_running


async def test_uncleaned_articles_cannot_drive_the_terminal_either(
    tmp_path: Path, settled: Settled, rows: Rows
) -> None:
    text = "Alarm \x1b[31mred\x07 and\ttab  gap."
    article = Article("x", text, text, (Passage(1, 0, len(text), 1, "body", text),), "0" * 64, "0" * 64)
    notebook = Notebook.open(tmp_path / "n.yaml", article, article, Author("mara", "Mara"))
    app = CompareApp(article, article, notebook, theme="paper-dark")
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        screen = rows(app)
        assert not any(re.search("[\x00-\x1f\x7f-\x9f]", row) for row in screen)
        assert any("Alarm \ufffd[31mred\ufffd and    tab gap." in row for row in screen)


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا بالعالم، قال الوزير يوم الاثنين.",
        "外務大臣は月曜日に「協議を続ける」と述べた。二〇二一年八月十六日。",
        "👨‍👩‍👧 family 🇪🇪 flag e\u0301 and क्षि — ไทยภาษา",
        "a" * 500,
        "word " * 400,
    ],
)
@pytest.mark.parametrize("size", [(120, 30), (60, 16)])
async def test_every_row_fills_the_screen_exactly(
    tmp_path: Path, settled: Settled, text: str, size: tuple[int, int]
) -> None:
    a, b = read_text(text, title="A"), read_text(f"{text} {text}", title="B")
    notebook = Notebook.open(tmp_path / "n.yaml", a, b, Author("mara", "Mara"))
    app = CompareApp(a, b, notebook, theme="paper-dark")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in ("j", "tab", "]", "space", "G"):
            await pilot.press(key)
            for strip in app.screen._compositor.render_strips(app.size):
                assert strip.cell_length == size[0]

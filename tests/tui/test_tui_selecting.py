from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article, Passage
from compare_tui.tui import clipboard
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.selecting import anchored, moved, select_at, to_clause_end, whole_words, words_of

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]


def article(text: str) -> Article:
    passage = Passage(1, 0, len(text), 1, "body", text)
    return Article("test", "", text, (passage,), "", "", date=None)


def reading(app: CompareApp) -> ReadingScreen:
    return next(one for one in app.screen_stack if isinstance(one, ReadingScreen))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We had it,” said Mr. O’Neil.", ["We", "had", "it", "said", "Mr", "O’Neil"]),
        ("At 6:30 some $1,200.50 (12%) went.", ["At", "6:30", "some", "$1,200.50", "12%", "went"]),
        ("U.S.-led forces", ["U.S", "led", "forces"]),
        ("北京时间 5pm", ["北", "京", "时", "间", "5pm"]),
        ("…", ["…"]),
    ],
)
def test_words_leave_punctuation_out(text: str, words: list[str]) -> None:
    one = article(text)
    assert [one.text[start:end] for start, end in words_of(one, 0)] == words


def test_a_selection_grows_by_words_and_to_the_end_of_the_clause() -> None:
    one = article("The boat, built in 1998, sank at noon; nobody was hurt.")
    state = moved(select_at(one, "a", 0), 2)
    assert state.span is not None
    assert one.text[slice(*state.span)] == "built"
    grown = to_clause_end(state, one)
    assert one.text[slice(*(grown.span or (0, 0)))] == "built in 1998"
    further = to_clause_end(grown, one)
    assert one.text[slice(*(further.span or (0, 0)))] == "built in 1998, sank at noon"
    backwards = moved(anchored(state), -1)
    assert one.text[slice(*(backwards.span or (0, 0)))] == "boat, built"
    assert anchored(backwards).anchor is None


def test_a_detail_in_focus_is_selected_to_begin_with() -> None:
    one = article("The boat, built in 1998, sank.")
    start = one.text.index("in 1998")
    state = select_at(one, "a", 0, (start, start + 7))
    assert one.text[slice(*(state.span or (0, 0)))] == "in 1998"


@given(st.text(max_size=40), st.integers(-50, 50), st.booleans())
def test_a_selection_never_leaves_its_passage(text: str, step: int, begun: bool) -> None:
    one = article(text)
    state = select_at(one, "a", 0)
    state = to_clause_end(moved(anchored(state) if begun else state, step), one)
    if state.span is not None:
        assert 0 <= state.span[0] < state.span[1] <= len(text)


@given(st.text(min_size=1, max_size=40), st.integers(0, 39), st.integers(0, 39))
def test_what_is_dragged_over_is_in_the_selection(text: str, start: int, end: int) -> None:
    low, high = sorted((min(start, len(text) - 1), min(end, len(text) - 1)))
    found = whole_words(article(text), high, low)
    assert found[0] <= low
    assert found[1] >= high
    assert found[0] < found[1]


async def test_selected_words_are_tagged_on_both_sides(
    app: CompareApp, settled: Settled, notebook: Notebook, rows: Rows
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j", "S")
        assert " Select " in rows(app)[-1]
        await pilot.press("l", "l", "space", "l", "l")
        await pilot.press("tab", "right", "right", "t")
        await pilot.press("enter")
        (made,) = notebook.annotations
        assert made.a is not None
        assert made.b is not None
        assert made.a.exact == "carrying 212 people"
        assert made.b.exact == "people"
        assert reading(app).selected == {}


async def test_a_selection_is_dropped_by_escape_and_kept_by_enter(app: CompareApp, settled: Settled) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("S", "escape")
        assert reading(app).selected == {}
        await pilot.press("S", "c", "enter")
        assert reading(app).selected
        await pilot.press("down", "escape")
        assert reading(app).selected == {}


async def test_words_are_selected_by_dragging(
    app: CompareApp, settled: Settled, notebook: Notebook, rows: Rows
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        y = next(at for at, row in enumerate(rows(app)) if "brought ashore by" in row)
        x = rows(app)[y].index("brought ashore")
        await pilot.mouse_down(offset=(x + 2, y))
        await pilot.hover(offset=(x + 9, y))
        await pilot.mouse_up(offset=(x + 9, y))
        await pilot.pause()
        start, end = reading(app).selected["a"]
        assert reading(app).a.text[start:end] == "brought ashore"
        await pilot.mouse_down(offset=(x + 2, y))
        await pilot.hover(offset=(58, y))
        await pilot.mouse_up(offset=(58, y))
        await pilot.pause()
        start, end = reading(app).selected["a"]
        assert reading(app).a.text[start:end].startswith("brought ashore")
        assert len(reading(app).a.text[start:end]) > len("brought ashore")
        await pilot.press("t", "o")
        assert notebook.annotations[0].a is not None
        assert notebook.annotations[0].a.exact.startswith("brought ashore")


async def test_what_is_copied_is_said(
    app: CompareApp, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "native_command", lambda: None)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "y")
        await settled(pilot)
        assert app.clipboard == "212\nabout 200"
        assert "copied through the terminal" in " ".join(str(n.message) for n in app._notifications)


def test_a_tool_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "native_command", lambda: ["/nowhere/xclip"])
    assert clipboard.copy_natively("x").startswith("xclip failed")

    taken: list[bytes] = []

    def run(command: list[str], *, input: bytes, **_: object) -> subprocess.CompletedProcess[bytes]:  # noqa: A002
        taken.append(input)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    assert clipboard.copy_natively("naïve") == "copied with xclip"
    assert taken == ["naïve".encode()]


@pytest.mark.parametrize(
    ("variables", "there", "found"),
    [
        ({}, {"xclip", "wl-copy"}, None),
        ({"DISPLAY": ":0"}, {"xclip"}, "xclip"),
        ({"DISPLAY": ":0"}, {"xsel"}, "xsel"),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, {"xclip", "wl-copy"}, "wl-copy"),
        ({"WSL_DISTRO_NAME": "u"}, {"clip.exe"}, "clip.exe"),
    ],
)
def test_the_tool_of_the_desktop_is_found(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], there: set[str], found: str | None
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name in there else None)
    command = clipboard.native_command()
    assert (command[0].rpartition("/")[2] if command else None) == found

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from docs.sample_desk import set_up
from textual.pilot import Pilot

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article import read_article
from compare_tui.settings.resources import resource_folder
from compare_tui.tui.app import CompareApp

SIZES = [(80, 24), (120, 40), (200, 50)]
Snap = Callable[..., bool]


def keys(*presses: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys once the comparison is there."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*presses)
        await pilot.pause()

    return press


def named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("theme", ["paper-dark", "paper-light"])
def test_reading(
    snap_compare: Snap,
    make_app: Callable[..., CompareApp],
    notebook: Notebook,
    theme: str,
    size: tuple[int, int],
) -> None:
    assert snap_compare(make_app(notebook, theme), run_before=keys("]", "]"), terminal_size=size)


@pytest.mark.parametrize("theme", ["colour-blind", "contrast", "terminal"])
def test_reading_in_other_themes(
    snap_compare: Snap, make_app: Callable[..., CompareApp], notebook: Notebook, theme: str
) -> None:
    assert snap_compare(make_app(notebook, theme), run_before=keys("]", "]"), terminal_size=(120, 40))


@pytest.mark.parametrize("size", [(60, 16), (300, 100)], ids=named)
def test_reading_at_extreme_sizes(snap_compare: Snap, app: CompareApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, run_before=keys("]", "]"), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("view", ["aligned", "differences"])
def test_views(snap_compare: Snap, app: CompareApp, view: str, size: tuple[int, int]) -> None:
    key = {"aligned": "2", "differences": "3"}[view]
    assert snap_compare(app, run_before=keys("]", "]", "]", key), terminal_size=size)


def test_a_view_in_a_light_theme(
    snap_compare: Snap, make_app: Callable[..., CompareApp], notebook: Notebook
) -> None:
    press = keys("2", "j", "/", *"ferry", "enter")
    assert snap_compare(make_app(notebook, "paper-light"), run_before=press, terminal_size=(120, 40))


@pytest.mark.parametrize("size", [(60, 16), *SIZES], ids=named)
def test_tag_picker(snap_compare: Snap, app: CompareApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, run_before=keys("]", "t", "down"), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_help(snap_compare: Snap, app: CompareApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, run_before=keys("?"), terminal_size=size)


def test_without_colours(
    snap_compare: Snap,
    monkeypatch: pytest.MonkeyPatch,
    make_app: Callable[..., CompareApp],
    notebook: Notebook,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(notebook), run_before=keys("]", "]"), terminal_size=(120, 40))


def test_help_filtered(snap_compare: Snap, app: CompareApp) -> None:
    assert snap_compare(app, run_before=keys("?", "/", *"tag"), terminal_size=(80, 24))


def open_desk(folder: Path, theme: str) -> CompareApp:
    """Make the program over the review of a desk at work."""
    place = resource_folder("seeds") / "coach-crash"
    a, b = read_article(place / "wire.txt"), read_article(place / "newspaper.txt")
    set_up(folder, a, b)
    notebook = Notebook.open(folder / "ed.notes.yaml", a, b, Author("ed", "Ed"))
    app = CompareApp(a, b, notebook, theme=theme, clock=lambda: "12:04")
    app.colleagues = (folder,)
    return app


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_review(snap_compare: Snap, tmp_path: Path, size: tuple[int, int]) -> None:
    press = keys("a", "a", "x", "j", "j", "j")
    assert snap_compare(open_desk(tmp_path, "paper-dark"), run_before=press, terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_marks_of_colleagues(snap_compare: Snap, tmp_path: Path, size: tuple[int, int]) -> None:
    press = keys("q", "j", "j", "j")
    assert snap_compare(open_desk(tmp_path, "paper-light"), run_before=press, terminal_size=size)


def test_marks_of_colleagues_without_colours(
    snap_compare: Snap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    press = keys("q", "j", "j", "j")
    assert snap_compare(open_desk(tmp_path, "paper-dark"), run_before=press, terminal_size=(120, 40))


def test_colleagues(snap_compare: Snap, tmp_path: Path) -> None:
    press = keys("q", "C", "space")
    assert snap_compare(open_desk(tmp_path, "paper-dark"), run_before=press, terminal_size=(80, 24))


def test_what_is_hidden_is_asked_about(snap_compare: Snap, tmp_path: Path) -> None:
    app = open_desk(tmp_path, "paper-dark")
    app.companions, app.colleagues = app.colleagues, ()
    assert snap_compare(app, run_before=keys("*"), terminal_size=(80, 24))

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.tui.app import CompareApp

SIZES = [(80, 24), (120, 40), (200, 50)]
Snap = Callable[..., bool]


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
    assert snap_compare(make_app(notebook, theme), press=["_", "]", "]"], terminal_size=size)


@pytest.mark.parametrize("size", [(60, 16), *SIZES], ids=named)
def test_tag_picker(snap_compare: Snap, app: CompareApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, press=["_", "]", "t", "down"], terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_help(snap_compare: Snap, app: CompareApp, size: tuple[int, int]) -> None:
    assert snap_compare(app, press=["_", "?"], terminal_size=size)


def test_without_colours(
    snap_compare: Snap,
    monkeypatch: pytest.MonkeyPatch,
    make_app: Callable[..., CompareApp],
    notebook: Notebook,
    wire: Article,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(notebook), press=["_", "]", "]"], terminal_size=(120, 40))

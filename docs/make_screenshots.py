"""Draw the pictures of the manual from the program itself: ``make screenshots``."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"

from docs.sample_desk import set_up

from compare_tui import read_article
from compare_tui.annotation import Author, Notebook
from compare_tui.settings.resources import resource_folder
from compare_tui.tui.app import CompareApp

PICTURES = Path(__file__).parent / "pictures"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture.

    Attributes:
        name: File name without its ending.
        pair: Folder of the sample pair, and its two files.
        theme: Colour theme.
        size: Columns and rows.
        keys: What is pressed before the picture is taken.
        reviewed: Whether it shows the review of a desk at work.
    """

    name: str
    pair: tuple[str, str, str]
    theme: str
    size: tuple[int, int]
    keys: Sequence[str]
    reviewed: bool = False


CALL = ("telephone-call", "wire.txt", "paper.txt")
CRASH = ("coach-crash", "wire.txt", "newspaper.txt")
SHOTS = (
    Shot("reading-dark", CALL, "paper-dark", (120, 40), ["]", "]", "t", "w", *["]"] * 3]),
    Shot("reading-light", CRASH, "paper-light", (120, 40), ["]", "]", "t", "n", *["]"] * 3]),
    Shot("aligned", CRASH, "paper-light", (120, 36), ["]", "]", "2"]),
    Shot("differences", CALL, "paper-dark", (120, 30), ["3", "j", "t", "w", "j", "j"]),
    Shot("tagging", CRASH, "paper-dark", (100, 30), ["]", "t", "down"]),
    Shot("narrow", CALL, "paper-light", (80, 24), ["]", "]"]),
    Shot("review", CRASH, "paper-dark", (120, 34), ["a", "a", "x", "j", "j", "j"], reviewed=True),
    Shot("colleagues", CRASH, "paper-light", (120, 34), ["q", *["j"] * 3], reviewed=True),
)


async def take(shot: Shot, folder: Path) -> None:
    """Take one picture, with a notebook in ``folder`` that is thrown away."""
    name, first, second = shot.pair
    place = resource_folder("seeds") / name
    a, b = read_article(place / first), read_article(place / second)
    author = Author("ed", "Ed") if shot.reviewed else Author("mara", "Mara")
    notebook = Notebook.open(folder / f"{shot.name}.notes.yaml", a, b, author)
    app = CompareApp(a, b, notebook, theme=shot.theme, clock=lambda: "12:04")
    if shot.reviewed:
        desk = folder / f"desk-{shot.name}"
        desk.mkdir()
        set_up(desk, a, b)
        app.colleagues = (desk,)
    async with app.run_test(size=shot.size, notifications=False) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*shot.keys)
        await pilot.pause()
        picture = app.export_screenshot(title="compare-tui")
    # Without this some viewers drop the blank at the start of a run of text.
    picture = picture.replace("<text class", '<text xml:space="preserve" class')
    (PICTURES / f"{shot.name}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS:
            asyncio.run(take(shot, Path(folder)))
            print(f"docs/pictures/{shot.name}.svg")


if __name__ == "__main__":
    main()

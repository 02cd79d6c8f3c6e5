"""Every sign that the screen draws, in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one character repertoire; each takes one cell unless told otherwise."""

    linked: str = "↔"
    moved: str = "⇅"
    only_here: str = "◦"
    possible: str = " "
    furniture: str = "·"
    unknown: str = " "
    annotated: str = "●"
    bar: str = "▌"
    thin_bar: str = "▏"
    more: str = "+"
    pointer: str = "▸"
    column: str = "│"
    rule: str = "─"
    up: str = "↑"
    down: str = "↓"
    ellipsis: str = "…"
    dot: str = "·"
    absent: str = "—"
    major: str = "!"
    match: str = "◂"
    block: str = "■"
    small_block: str = "▪"
    loose: str = "┆"


UNICODE = Signs()

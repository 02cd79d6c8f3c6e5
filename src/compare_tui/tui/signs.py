"""Every sign that the screen draws, in one table."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    """The signs of one character repertoire; each takes one cell unless told otherwise.

    Attributes:
        quotes: Before and behind quoted words.
        lines: What draws links: across, down; then around corners, branches and ends.
        dashes: Likewise across and down, for links that cross the order of the others.
    """

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
    range: str = "–"
    gap: str = "▴"
    quotes: str = "“”"
    lines: str = "─│╮╰╯╭├┤┬┴┼╶╴╵╷"
    dashes: str = "╌┆"


UNICODE = Signs()
"""For terminals and fonts of today."""

ASCII = Signs(
    linked="=",
    moved="%",
    only_here="o",
    furniture=".",
    annotated="*",
    bar="#",
    thin_bar="|",
    pointer=">",
    column="|",
    rule="-",
    up="^",
    down="v",
    ellipsis="~",
    dot="-",
    absent="-",
    match="<",
    block="M",
    small_block="m",
    loose=":",
    range="-",
    gap="^",
    quotes='""',
    lines="-|+++++++++--||",
    dashes="~:",
)
"""For terminals, fonts and braille displays that have nothing else."""

_in_use = UNICODE


def signs() -> Signs:
    """Return the signs in use."""
    return _in_use


def in_quotes(text: str) -> str:
    """Return a text in quotation marks."""
    return f"{_in_use.quotes[0]}{text}{_in_use.quotes[1]}"


def use_signs(chosen: Signs) -> None:
    """Choose the signs for this process.

    Args:
        chosen: ``UNICODE`` or ``ASCII``.
    """
    global _in_use
    _in_use = chosen

"""What the readers of formats hand over: pieces of text with their kind, and what they say about them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from compare_tui.article.blocks import Block, BlockKind
from compare_tui.article.clean import clean
from compare_tui.article.model import ArticleError

MOST_CHARACTERS = 20_000_000
"""Characters of text that one source may hold."""

KINDS: tuple[BlockKind, ...] = ("text", "heading", "item", "image")

_BLANKS = re.compile(r"\s+")


class Extract(TypedDict, total=False):
    """What a reader found, as plain values.

    ``pieces`` are pairs of a kind of block and a text; ``date`` is YYYY-MM-DD.
    """

    pieces: list[tuple[str, str]]
    title: str
    author: str
    outlet: str
    date: str
    date_from: str
    dropped: list[str]
    notices: list[str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may use.

    Attributes:
        seconds: Time.
        bytes: Memory.
    """

    seconds: int = 30
    bytes: int = 1 << 30


class FormatError(ArticleError):
    """A source is broken, or asks for more than it may; the message is a reason without the source's name."""


def one_line(text: str) -> str:
    """Return a text with each run of blanks and line ends as one blank."""
    return _BLANKS.sub(" ", text).strip()


def shown(text: object, limit: int = 200) -> str:
    """Return what a source says about itself, cleaned, on one line and not too long."""
    line = clean(one_line(str(text or "")[: 4 * limit]), lines=False)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def join_pieces(pieces: Iterable[tuple[str, str]]) -> tuple[str, list[Block]]:
    """Return the text of pieces, a blank line between two, and their blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, piece in pieces:
        text = one_line(piece)
        if not text:
            continue
        known: BlockKind = next((one for one in KINDS if one == kind), "text")
        blocks.append(Block(at, at + len(text), known))
        parts.append(text)
        at += len(text) + 2
    return "\n\n".join(parts), blocks

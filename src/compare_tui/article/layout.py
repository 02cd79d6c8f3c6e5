"""Lines and blocks: which lines belong together, and where paragraphs, list items and single lines end.

Plain text comes with a paragraph a line, with paragraphs wrapped by hand at some width, or with both; and
with short lines that stand alone (headlines, bylines, dates, addresses, verse). The text keeps its length: a
line end inside a paragraph becomes blanks, so that every offset holds.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from compare_tui.article.blocks import Block, BlockKind
from compare_tui.article.furniture import is_address, is_address_rest, is_labelled, stands_apart
from compare_tui.article.punctuation import STOPS, ends_sentence, last_mark

_STRONG_MARKER = re.compile(r"[*•‣▪◦●○■□]\s+\S")
_WEAK_MARKER = re.compile(r"(?:[-–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_ABBREVIATION_END = re.compile(
    r"\b(?:[A-Za-z]\.){2,}$|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Sen|Rep|Gov|St|No"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_NO_FULL_STOP = ("...", "…", ":", ";")
_FIRST_WORD = re.compile(r"\S+")
_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_FIRST_IDEOGRAPH = "\u3040"

_LEAST_WIDTH = 30
"""Characters: nobody wraps prose narrower than this by hand."""

_GREATEST_WIDTH = 200
"""Characters: longer lines are paragraphs, not wrapped lines."""

_SLACK = 0.15
"""Share of the width by which a full line may fall short: wraps made in proportional fonts are ragged."""

_EVIDENT_SHARE = 0.2
"""Least share of line ends that must run on visibly before a text counts as wrapped."""


class _Line(NamedTuple):
    """A line with something on it.

    Attributes:
        start: Offset of its first visible character.
        end: Offset behind its last visible character.
        indent: Blanks before it.
        text: Its visible part.
        chunk: Number of the stretch between blank lines that it belongs to.
        starts_inside: It begins in the middle of a sentence.
        closed: It ends a sentence, or a clause before a list.
    """

    start: int
    end: int
    indent: int
    text: str
    chunk: int
    starts_inside: bool
    closed: bool


def _lines(text: str) -> list[_Line]:
    """Return the lines of ``text`` that are not blank; lines of one chunk have no blank line between them."""
    found: list[_Line] = []
    start = chunk = 0
    for raw in text.split("\n"):
        visible = raw.strip()
        if visible:
            indent = len(raw) - len(raw.lstrip())
            left = start + indent
            found.append(
                _Line(
                    left,
                    left + len(visible),
                    indent,
                    visible,
                    chunk,
                    starts_inside=_starts_inside(visible),
                    closed=_is_closed(visible),
                )
            )
        else:
            chunk += 1
        start += len(raw) + 1
    return found


def _starts_inside(line: str) -> bool:
    """Tell whether a line begins in the middle of a sentence: lower case or closing punctuation."""
    first = line[0]
    if first in "\"'“‘«(„[" and len(line) > 1:
        first = line[1]
    return (first.islower() and not line[1:2].isupper()) or first in ",;:.!?)]}”’»%…"


def _caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


def _evident(upper: _Line, lower: _Line) -> bool:
    """Tell whether a sentence visibly runs on from one line to the next."""
    return lower.starts_inside and (not upper.closed or upper.text.endswith(_NO_FULL_STOP))


def _is_closed(line: str) -> bool:
    """Tell whether a line ends a sentence or a clause before a list; "U.S." and "Gen." end neither."""
    mark = last_mark(line)
    if mark == "." and _ABBREVIATION_END.search(line, max(0, len(line) - 12)):
        return False
    return mark != "" and (mark in STOPS or mark in ":;：；")


def _open_ended(upper: _Line, lower: _Line) -> bool:
    """Tell whether a sentence may run on, in a script without capitals."""
    return _caseless(lower.text[0]) and not upper.closed


def _wrap_width(pairs: list[tuple[_Line, _Line]], least_width: int) -> int | None:
    """Return the width in characters at which the text was wrapped, or None if it was not."""
    lengths = sorted(len(a.text) for a, b in pairs if _evident(a, b) or _open_ended(a, b))
    lengths = [length for length in lengths if length <= _GREATEST_WIDTH]
    if not lengths or len(lengths) < _EVIDENT_SHARE * len(pairs):
        return None
    width = lengths[(len(lengths) * 19) // 20]
    first = pairs[0][0].text
    ideographs = max(first, default="") >= _FIRST_IDEOGRAPH and re.search(_IDEOGRAPH, first)
    least = least_width // 2 if ideographs else least_width
    ragged = lengths[len(lengths) // 2] < 0.6 * width
    return None if width < least or ragged else width


def _fills(upper: _Line, lower: _Line, width: int) -> bool:
    """Tell whether the first word of ``lower`` had no room at the end of ``upper``."""
    word = _FIRST_WORD.match(lower.text)
    ideograph = lower.text[:1] >= _FIRST_IDEOGRAPH and re.match(_IDEOGRAPH, lower.text)
    room = len(word[0]) if word and not ideograph else 1
    return width * 1.3 >= len(upper.text) and len(upper.text) + 1 + room > width * (1 - _SLACK)


def _starts_item(line: _Line, before: _Line | None, before_is_item: bool) -> bool:
    """Tell whether a line begins a list item; a dash or number may also be wrapped into first place."""
    if _STRONG_MARKER.match(line.text):
        return True
    if not _WEAK_MARKER.match(line.text):
        return False
    return before is None or before_is_item or before.closed


def _continues_address(upper: _Line, lower: _Line) -> bool:
    """Tell whether ``lower`` is the rest of an address that the wrap has cut."""
    return (
        len(upper.text) >= _LEAST_WIDTH
        and is_address(upper.text)
        and not is_address(lower.text)
        and is_address_rest(lower.text)
    )


def _ends_sentence(upper: _Line, lower: _Line) -> bool:
    """Tell whether a line is the end of the sentence above it: "declined to", "comment."."""
    return not upper.closed and lower.text[:1].islower() and lower.text.endswith((".", "!", "?"))


def _joins(upper: _Line, lower: _Line, width: int | None, *, reads_on: bool, in_paragraph: bool) -> bool:
    """Tell whether two lines of one chunk belong to one paragraph.

    Args:
        upper: The first of them.
        lower: The line below it.
        width: The width in characters at which the text was wrapped, if it was.
        reads_on: The chunk is a single sentence.
        in_paragraph: ``upper`` itself was joined to the line above it.
    """
    if _continues_address(upper, lower):
        return True
    if stands_apart(lower.text) and not _ends_sentence(upper, lower):
        return False
    if stands_apart(upper.text):
        cut_label = is_labelled(upper.text) and not upper.closed
        return cut_label and (lower.starts_inside or (width is not None and _fills(upper, lower, width)))
    if _evident(upper, lower):
        wide = width is not None and 2 * len(upper.text) >= width
        return wide or len(upper.text) >= 40 or reads_on
    if in_paragraph and not upper.closed:
        return width is None or 2 * len(upper.text) >= width
    if width is not None:
        paragraph_ends = upper.closed and lower.indent >= upper.indent + 2
        return not paragraph_ends and len(lower.text) <= width * 1.3 and _fills(upper, lower, width)
    long_enough = len(upper.text) >= 2 * _LEAST_WIDTH and len(upper.text) <= _GREATEST_WIDTH
    return long_enough and not upper.closed and len(lower.text) <= len(upper.text) + 15


def _reads_on(lines: list[_Line]) -> bool:
    """Tell whether the lines of a chunk are one sentence: each runs on, the last one ends it."""
    return ends_sentence(lines[-1].text) and all(_evident(a, b) for a, b in pairwise(lines))


def lay_out(text: str, *, least_width: int = _LEAST_WIDTH) -> tuple[str, list[Block]]:
    """Return ``text`` with its hard wraps joined, as long as before, and its blocks in order.

    Args:
        text: Cleaned plain text.
        least_width: Characters below which nothing counts as wrapped; columns are narrower than what people
            wrap by hand.
    """
    lines = _lines(text)
    pairs = [(a, b) for a, b in pairwise(lines) if a.chunk == b.chunk]
    if not pairs:
        return text, [Block(line.start, line.end, _kind(line)) for line in lines]
    text_width = _wrap_width(pairs, least_width)
    pieces: list[str] = []
    copied = 0
    blocks: list[Block] = []
    for chunk in _chunks(lines):
        own_pairs = list(pairwise(chunk))
        own_width = _wrap_width(own_pairs, least_width) if len(own_pairs) > 2 or text_width is None else None
        width = own_width or text_width
        reads_on = _reads_on(chunk)
        first = last = chunk[0]
        is_item = _starts_item(first, None, False)
        for line in chunk[1:]:
            starts_item = _starts_item(line, last, is_item)
            hangs = is_item and line.indent > first.indent
            if not starts_item and (
                hangs or _joins(last, line, width, reads_on=reads_on, in_paragraph=first is not last)
            ):
                pieces += (text[copied : last.end], " " * (line.start - last.end))
                copied = line.start
            else:
                blocks.append(Block(first.start, last.end, "item" if is_item else "text"))
                first, is_item = line, starts_item
            last = line
        blocks.append(Block(first.start, last.end, "item" if is_item else "text"))
    pieces.append(text[copied:])
    return "".join(pieces), blocks


def _kind(line: _Line) -> BlockKind:
    return "item" if _starts_item(line, None, False) else "text"


def _chunks(lines: list[_Line]) -> list[list[_Line]]:
    """Return the lines grouped by chunk."""
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and groups[-1][0].chunk == line.chunk:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups

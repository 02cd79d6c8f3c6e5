"""Finding quotations in quotation marks of any usual style."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›", "‘": "’", "‚": "‘’"}
_MARK = re.compile(r"[“”„«»「」『』‹›‘’‚\"']")
_MAXIMUM = 4000


class Quotation(NamedTuple):
    """A stretch of quoted words.

    Attributes:
        start: Offset of the first character inside the marks, in code points of the passage.
        end: Offset of the closing mark, or of the end of the passage.
        closed: Whether a closing mark was found.
    """

    start: int
    end: int
    closed: bool


def _opens_single(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    return not before.isalnum() and after.isalpha()


def _ends_here(text: str, at: int) -> bool:
    """Tell whether a straight mark closes: something stands before it and a boundary behind it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (
        bool(before) and not before.isspace() and before not in "([—–-" and (not after or after in " ,.;:!?")
    )


def _closes_single(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return not after.isalnum()


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of a passage.

    An apostrophe inside a word never opens or closes one. A quotation that is not closed reaches to the end
    of the passage when it opens with a double mark (the next paragraph continues it); with a single mark it
    is none. A closing mark without an opening one ends a quotation that began before the passage.

    Returns:
        In reading order, not overlapping; marks inside a quotation do not nest.
    """
    found: list[Quotation] = []
    marks = [match.start() for match in _MARK.finditer(text)][:400]
    position = 0
    while position < len(marks):
        at = marks[position]
        mark = text[at]
        position += 1
        if mark == "”" and not found and not any(text[other] in "“„" for other in marks[: position - 1]):
            found.append(Quotation(0, at, True))
            continue
        if mark in "'‘":
            if not _opens_single(text, at):
                continue
            close = next(
                (
                    other
                    for other in marks[position:]
                    if text[other] in ("’" if mark == "‘" else "'") and _closes_single(text, other)
                ),
                None,
            )
            if close is None or close - at > _MAXIMUM or (" " not in text[at:close] and close - at < 3):
                continue
        elif mark == '"' and not at and text[1:2].isspace():
            # The mark that closes a quotation of the sentence before.
            continue
        elif mark == '"' and not found and _ends_here(text, at):
            found.append(Quotation(0, at, True))
            continue
        elif mark == '"':
            close = next((other for other in marks[position:] if text[other] in '"”'), None)
        elif mark in _PAIRS and mark not in "»’":
            close = next((other for other in marks[position:] if text[other] in _PAIRS[mark] + '"'), None)
        elif mark in "»›":
            wanted = "«" if mark == "»" else "‹"
            close = next((other for other in marks[position:] if text[other] == wanted), None)
            if close is None:
                continue
        else:
            continue
        end = len(text) if close is None else close
        if end > at + 1:
            found.append(Quotation(at + 1, end, close is not None))
        if close is None:
            break
        while position < len(marks) and marks[position] <= close:
            position += 1
    return tuple(found)

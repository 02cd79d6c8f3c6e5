"""Passages in a language whose words cannot be understood: other words, and parts that one side lacks.

Only what needs neither values nor quotations is found here, by looking at the words as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from compare_tui.comparison.differences.common_blocks import Block, common_blocks
from compare_tui.comparison.differences.pairing import Finding
from compare_tui.comparison.differences.phrases import MAXIMUM_WORDING, one_family
from compare_tui.comparison.differences.tokens import UNSPACED

LONGEST_PLAIN = 4000
"""Characters of a passage that are looked at."""
_MOST_WORDS = 400
_LONGEST_WORDING, _LONGEST_GAP = 6, 9
_MAXIMUM_OMISSIONS = 2
_FEWEST_WORDS = 3
_VALUES = re.compile(r"[\d%$€£¥°]")
_FIGURE = re.compile(r"\d+")
_SPECIAL = rf"[“”„«»「」『』‹›\"{UNSPACED}]|(?<!\w)['‘’]|['‘’](?!\w)"
_WORD_PATTERN = r"[^\W_]++(?:[-‐‑'’.][^\W_]++)*+"
_WORD = re.compile(_WORD_PATTERN)
_PART = re.compile(rf"({_WORD_PATTERN})|[,;:()–—….?!،؛।。、]")


def may_be_plain(a: str, b: str) -> bool:
    """Tell whether two texts hold the same figures, no quotation, and words with blanks between them."""
    if max(len(a), len(b)) > LONGEST_PLAIN or _is_special(a) or _is_special(b):
        return False
    if _VALUES.search(a) is None and _VALUES.search(b) is None:
        return True
    return sorted(_FIGURE.findall(a)) == sorted(_FIGURE.findall(b)) != []


def _is_special(text: str) -> bool:
    """Tell whether a text may hold a quotation, or words without blanks between them."""
    if text.isascii() and '"' not in text and "'" not in text:
        return False
    return re.search(_SPECIAL, text) is not None


class Plain(NamedTuple):
    """The words of a passage.

    Attributes:
        text: The passage.
        keys: Its words, case folded.
        closed: For each word whether a mark or the end of the passage follows it.
        known: The same words as a set.
    """

    text: str
    keys: list[str]
    closed: list[bool]
    known: frozenset[str]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters from word ``first`` to word ``last``."""
        spans = _spans(self.text)
        return spans[first][0], spans[last][1]


@lru_cache(maxsize=64)
def _spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of a passage stand; those of a link are asked for several times."""
    return [match.span() for match in _WORD.finditer(text)]


def read_plain(text: str) -> Plain:
    """Cut a passage into words."""
    # A mark gives an empty word here, and closes the word before it, as the end does.
    parts = [*_PART.findall(text), ""]
    closed = [not following for part, following in pairwise(parts) if part][:_MOST_WORDS]
    if closed:
        closed[-1] = True
    words = [*filter(None, parts)][:_MOST_WORDS]
    keys = [*map(str.casefold, words)]
    return Plain(text, keys, closed, frozenset(keys))


def compare_plain(a: Plain, b: Plain, confident: bool) -> list[Finding]:
    """Find where two passages say one thing with other words."""
    shared = len(a.known & b.known)
    smaller = min(len(a.known), len(b.known))
    if shared < _FEWEST_WORDS or shared < (0.3 if confident else 0.5) * smaller:
        return []
    blocks = common_blocks(a.keys, b.keys)
    found: list[tuple[int, int, Finding]] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            gap_a = _own(a, before[0] + before[2], block[0], b)
            gap_b = _own(b, before[1] + before[2], block[1], a)
            length = max(block[0] - before[0] - before[2], block[1] - before[1] - before[2])
            if gap_a and gap_b and length <= _LONGEST_GAP and _is_wording(a, gap_a, b, gap_b):
                finding = Finding("wording", "minor", a.span(*gap_a), b.span(*gap_b), "other words")
                size = gap_a[1] - gap_a[0] + gap_b[1] - gap_b[0]
                found.append((size, len(found), finding))
        before = block
    return [finding for _, _, finding in sorted(found, key=lambda one: one[:2])[:MAXIMUM_WORDING]]


def _own(side: Plain, first: int, end: int, other: Plain) -> tuple[int, int] | None:
    """Return the words of a gap, first and last, without those at its ends that the other passage has too."""
    last = end - 1
    while first <= last and side.keys[first] in other.known:
        first += 1
    while first <= last and side.keys[last] in other.known:
        last -= 1
    return (first, last) if first <= last else None


def _is_wording(a: Plain, gap_a: tuple[int, int], b: Plain, gap_b: tuple[int, int]) -> bool:
    """Tell whether two stretches are short, inside one clause each, and no forms of one word."""
    for side, (first, last) in ((a, gap_a), (b, gap_b)):
        if last - first >= _LONGEST_WORDING or any(side.closed[first:last]):
            return False
        # A figure, or the unit behind one, is no wording.
        for key in side.keys[max(0, first - 1) : last + 1]:
            if key[0].isdecimal():
                return False
    keys_a, keys_b = a.keys[gap_a[0] : gap_a[1] + 1], b.keys[gap_b[0] : gap_b[1] + 1]
    if abs(len(keys_a) - len(keys_b)) > 3:
        return False
    short, long = sorted((keys_a, keys_b), key=len)
    return not all(any(one_family(x, y) for y in long) for x in short)


def plain_omissions(side: Plain, said: Sequence[Plain]) -> list[tuple[int, int]]:
    """Return the parts between marks of which the other article's linked passages have not one word."""
    found: list[tuple[int, int]] = []
    first = 0
    for last, closed in enumerate(side.closed):
        if not closed:
            continue
        words = side.keys[first : last + 1]
        if len(words) >= _FEWEST_WORDS and all(one.known.isdisjoint(words) for one in said):
            found.append((first, last))
        first = last + 1
    # A passage that shares nothing at all is no passage with a part too many.
    if len(found) * 2 > sum(side.closed):
        return []
    return [side.span(*one) for one in found[:_MAXIMUM_OMISSIONS]]

"""Verbs that tell one exchange from its two ends: "pay" and "receive", "sell" and "buy"."""

from __future__ import annotations

from compare_tui.comparison.differences.pairing import Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.differences.words import senses

_PAIRS = (
    ("pay give grant award", "receive get"),
    ("lend", "borrow"),
    ("sell", "buy purchase acquire"),
    ("win beat defeat", "lose"),
    ("teach", "learn"),
)
_SIDES: dict[str, set[tuple[int, bool]]] = {}
for _number, _sides in enumerate(_PAIRS):
    for _first, _words in zip((True, False), _sides, strict=True):
        for _word in _words.split():
            _SIDES.setdefault(stem(_word), set()).add((_number, _first))
_BEFORE, _AFTER = 4, 6
_PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are"})


def is_converse(a: str, b: str) -> bool:
    """Tell whether two keys name the two ends of one exchange."""
    return bool({(number, not first) for number, first in _SIDES.get(a, ())} & _SIDES.get(b, set()))


def _around(reading: Reading, index: int, step: int, most: int) -> frozenset[str]:
    """Return the senses of up to ``most`` content words on one side of a token, in its sentence."""
    found: list[frozenset[str]] = []
    index += step
    while 0 <= index < len(reading.tokens) and len(found) < most:
        token = reading.tokens[index]
        if token.norm in (".", ";"):
            break
        if token.content and token.kind == "word":
            found.append(senses(reading.keys[index]))
        index += step
    return frozenset().union(*found)


def _passive(reading: Reading, index: int) -> bool:
    return bool(index) and reading.tokens[index - 1].norm in _PASSIVE


def tells_one_exchange(pairing: Pairing, i: int, j: int) -> bool:
    """Tell whether two verbs tell one exchange from both ends.

    Who stands before one verb then stands behind the other, or both leave out who acts.

    Args:
        pairing: The linked passages.
        i: Token of A.
        j: Token of B.
    """
    a, b = pairing.a, pairing.b
    if not is_converse(a.keys[i], b.keys[j]):
        return False
    if _passive(a, i) and _passive(b, j):
        return True
    before_a, after_a = _around(a, i, -1, _BEFORE), _around(a, i, 1, _AFTER)
    before_b, after_b = _around(b, j, -1, _BEFORE), _around(b, j, 1, _AFTER)
    return bool(before_a & after_b or after_a & before_b)

"""One-sided phrases that hold a detail of one sort in comparable places: one difference, not two."""

from __future__ import annotations

from collections.abc import Callable, Container

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.names import Name
from compare_tui.comparison.differences.number_relations import relation
from compare_tui.comparison.differences.omissions import Omission
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.times import Time, compare_times
from compare_tui.comparison.differences.words import senses
from compare_tui.comparison.model import Kind

Detail = Time | Quantity | Name

_CLASSES = {
    word: number
    for number, words in enumerate(
        ("in at inside within", "near outside beside by", "off", "on", "from", "to into towards for")
    )
    for word in words.split()
}
_BETWEEN = 3
_HOLDING = word_set(
    "region province county district state country island area republic valley north south east west"
)


def _details(reading: Reading) -> list[Detail]:
    return [*reading.times, *reading.quantities, *reading.names]


def _opener(reading: Reading, detail: Detail) -> int | None:
    """Return the preposition that leads to a detail: "near" in "near the port of Arlen"."""
    for index in range(detail.first - 1, max(-1, detail.first - 2 - _BETWEEN), -1):
        token = reading.tokens[index]
        if token.kind == "mark" or token.norm in _HOLDING:
            return None
        if token.norm in _CLASSES:
            return index
    return None


def _governor(reading: Reading, opener: int) -> frozenset[str]:
    """Return the senses of the word that a prepositional phrase hangs on: the one directly before it."""
    before = reading.tokens[opener - 1] if opener else None
    if before is None or not before.content or before.kind != "word":
        return frozenset()
    return senses(reading.keys[opener - 1])


def _comparable(x: Detail, y: Detail) -> bool:
    """Tell whether two details are of one sort and cannot both be meant."""
    if isinstance(x, Time) and isinstance(y, Time):
        return compare_times(x, y) == "differ"
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return x.unit == y.unit != "count" and relation(x, y) == "different"
    if isinstance(x, Name) and isinstance(y, Name):
        kinds = {x.category, y.category}
        return kinds <= {"place", "unknown"} and not x.canonical and not y.canonical and x.norms != y.norms
    return False


def _named(detail: Detail, held: Callable[[str], bool]) -> bool:
    return isinstance(detail, Name) and any(held(norm) for norm in detail.norms)


def face(
    pairing: Pairing,
    omission: Omission,
    explained: Container[int],
    of_a: bool,
    held: tuple[Callable[[str], bool], Callable[[str], bool]],
) -> Finding | None:
    """Find the detail of the other side that stands where a phrase of this side has another one.

    "Met farmers near Lund" and "met farmers near Malmo" differ in one place; neither side lacks one.

    Args:
        pairing: The linked passages.
        omission: A phrase that only one side has.
        explained: Tokens of the other side that are accounted for.
        of_a: Whether the phrase stands in A.
        held: Tell whether a word occurs anywhere in article A, and in B; a place that both articles name
            is no other place.
    """
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    inside = range(omission.first, omission.last + 1)
    own = [detail for detail in _details(reading) if detail.first in inside and detail.last in inside]
    if omission.opening != "preposition" or len(own) != 1:
        return None
    opener = _opener(reading, own[0])
    governor = _governor(reading, opener) if opener is not None else frozenset()
    if opener is None or not governor:
        return None
    for detail in _details(other):
        place = _opener(other, detail)
        if (
            place is None
            or detail.first in explained
            or _CLASSES[other.tokens[place].norm] != _CLASSES[reading.tokens[opener].norm]
            or not governor & _governor(other, place)
            or not _comparable(own[0], detail)
            or _named(own[0], held[1 if of_a else 0])
            or _named(detail, held[0 if of_a else 1])
        ):
            continue
        spans = ((own[0].start, own[0].end), (detail.start, detail.end))
        return _finding(own[0], spans if of_a else spans[::-1])
    return None


def _finding(detail: Detail, spans: tuple[tuple[int, int], tuple[int, int]]) -> Finding:
    if isinstance(detail, Time):
        return Finding("time", "major", *spans, "another time" if detail.sort == "clock" else "another date")
    if isinstance(detail, Name):
        return Finding("place", "major", *spans, "another place")
    kind: Kind = "time" if detail.unit == "duration" else "number"
    return Finding(kind, "major", *spans, "another duration" if kind == "time" else "another measure")

"""What only one of two linked passages has, and the other article does not say."""

from __future__ import annotations

from collections.abc import Set

from compare_tui.comparison.differences.facing import face
from compare_tui.comparison.differences.inspection import one_event
from compare_tui.comparison.differences.omissions import (
    MAXIMUM_OMISSIONS,
    Omission,
    Said,
    covered,
    find_omissions,
    replaced,
)
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.set_off import find_set_off
from compare_tui.comparison.differences.survey import Survey
from compare_tui.comparison.model import Severity

_LEAST_OVERLAP = 0.4


def omitted(
    pairing: Pairing,
    agreed: tuple[Set[int], Set[int]],
    said: tuple[Said, Said],
    surveys: tuple[Survey, Survey],
    telling: bool = True,
) -> list[Finding]:
    """Find what only one side has, unless another linked passage or one passage elsewhere has it too.

    Args:
        pairing: The linked passages.
        agreed: Tokens of A and of B that some link explains.
        said: What the passages linked with that of A say, and with that of B.
        surveys: Facts about both articles.
        telling: Whether a link that is not sure is asked for names and figures that only one article has.
    """
    found: list[Finding] = []
    readings = (pairing.a, pairing.b)
    covers = [covered(*side) for side in zip(readings, agreed, said, strict=True)]
    # Where each side says all that the other does, there is nothing to look for.
    if all(_said_throughout(*side) for side in zip(readings, covers, strict=True)):
        return found
    if (pairing.sure or telling) and pairing.a.english and pairing.b.english:
        heard = [_with_compounds(*side) for side in zip(readings, covers, said, strict=True)]
        found += _set_off(pairing, heard, surveys)
    if (pairing.confident and not pairing.close) or not one_event(pairing):
        return found
    limit = MAXIMUM_OMISSIONS if pairing.confident else 1
    strict = not pairing.close or (not pairing.confident and pairing.overlap < _LEAST_OVERLAP)
    only_a = find_omissions(pairing.a, covers[0], agreed[0], said[0], surveys[1].says, limit)
    only_b = find_omissions(pairing.b, covers[1], agreed[1], said[1], surveys[0].says, limit)
    gaps_a = [_gaps(pairing.gap_of_a, omission) for omission in only_a]
    gaps_b = [_gaps(pairing.gap_of_b, omission) for omission in only_b]
    for of_a, own, gaps, facing, side, other, explained in (
        (True, only_a, gaps_a, gaps_b, pairing.a, surveys[1], agreed[1]),
        (False, only_b, gaps_b, gaps_a, pairing.b, surveys[0], agreed[0]),
    ):
        for omission, filled in zip(own, gaps, strict=True):
            party = not pairing.confident and _party(side, omission, other)
            if strict and not party:
                continue
            # Leftovers that face each other say one thing in other words: neither side lacks it.
            if not party and any(filled & opposite for opposite in facing):
                continue
            if replaced(pairing, omission, explained, of_a):
                continue
            faced = face(pairing, omission, explained, of_a, (surveys[0].holds, surveys[1].holds))
            if faced is not None:
                found.append(faced)
                continue
            span = (omission.start, omission.end)
            reason = "only in {a}" if of_a else "only in {b}"
            sides = (span, None) if of_a else (None, span)
            found.append(Finding("omission", omission.severity, sides[0], sides[1], reason, strict))
    return found


def _said_throughout(reading: Reading, cover: list[bool]) -> bool:
    return all(cover[index] or not reading.tokens[index].content for index in reading.words)


def _with_compounds(reading: Reading, cover: list[bool], said: Said) -> list[bool]:
    """Count words as said that one side joins and the other does not: "keeps a shop", "a shopkeeper"."""
    sides = zip(reading.tokens, reading.keys, cover, strict=True)
    open_keys = {key for token, key, known in sides if token.content and not known}
    joined = said.joined(open_keys) | {key for key in open_keys if said.compounded(key)}
    return (
        [known or key in joined for key, known in zip(reading.keys, cover, strict=True)] if joined else cover
    )


def _set_off(
    pairing: Pairing,
    covers: list[list[bool]],
    surveys: tuple[Survey, Survey],
) -> list[Finding]:
    """Find what each side adds to a statement that both surely make."""
    readings = (pairing.a, pairing.b)
    found: list[Finding] = []
    for side, reading in enumerate(readings):
        foreign = None if pairing.sure else _foreign(reading, surveys[1 - side])
        if foreign == []:
            continue
        for stretch in find_set_off(
            reading, covers[side], readings[1 - side], covers[1 - side], surveys[1 - side]
        ):
            if foreign and not any(stretch.first <= a and b <= stretch.last for a, b in foreign):
                continue
            span = (reading.tokens[stretch.first].start, reading.tokens[stretch.last].end)
            only_a, only_b = (None, span) if side else (span, None)
            reason = "only in {b}" if side else "only in {a}"
            severity: Severity = "major" if stretch.detailed else "minor"
            found.append(Finding("omission", severity, only_a, only_b, reason, True))
    return found


def _foreign(reading: Reading, article: Survey) -> list[tuple[int, int]]:
    """Return names, figures and years that the other article has nowhere, as first and last tokens."""
    spans = [(one.first, one.last) for one in reading.names]
    spans += [(one.first, one.last) for one in reading.quantities]
    spans += [(one.first, one.last) for one in reading.times if one.grain == "year"]
    return [
        (first, last)
        for first, last in spans
        if not any(
            article.uses(reading.keys[index])
            for index in range(first, last + 1)
            if reading.tokens[index].content
        )
    ]


def _party(reading: Reading, omission: Omission, other: Survey) -> bool:
    """Tell whether a phrase stands on its own in a weak link: it names a party in foreign words."""
    inside = range(omission.first, omission.last + 1)
    return (
        omission.opening == "preposition"
        and len(omission.missing) >= 2
        and any(name.first in inside for name in reading.names)
        and not any(other.holds(reading.tokens[index].norm) for index in omission.missing)
    )


def _gaps(gap_of: dict[int, int], omission: Omission) -> set[int]:
    """Return the gaps that a phrase fills."""
    return {gap_of[index] for index in omission.missing if index in gap_of}

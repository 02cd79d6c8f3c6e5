"""What two linked texts show when they are set against each other, wherever they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from compare_tui.comparison.differences.bare_nouns import match_bare_nouns
from compare_tui.comparison.differences.match_claims import match_claims
from compare_tui.comparison.differences.match_names import compare_names
from compare_tui.comparison.differences.match_numbers import match_quantities
from compare_tui.comparison.differences.match_quotes import match_quotations
from compare_tui.comparison.differences.match_roles import match_roles
from compare_tui.comparison.differences.match_sources import match_sources
from compare_tui.comparison.differences.match_times import match_times
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.phrases import find_style, find_wording
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.words import senses

Holds = Callable[[str], bool]
RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            "who",
            "number",
            "time",
            "quote",
            "place",
            "attribution",
            "event",
            "certainty",
            "omission",
            "wording",
            "style",
        )
    )
}
_CORROBORATING_FIGURES = 2
"""Figures with counterparts that make a merely possible link as good as one that its passages prefer."""

_SEVERITY = {"major": 0, "minor": 1, "style": 2}


class Inspection(NamedTuple):
    """What two texts show when they are set against each other.

    Attributes:
        pairing: The texts, aligned.
        findings: All that was found.
        kept: One finding for each stretch of text.
        matches: The tokens that need no further explanation.
    """

    pairing: Pairing
    findings: tuple[Finding, ...]
    kept: tuple[Finding, ...]
    matches: Matches


def inspect(pairing: Pairing, holds_a: Holds, holds_b: Holds) -> Inspection:
    """Set two linked passages against each other.

    Args:
        pairing: The passages.
        holds_a: Tells whether a normalised word occurs anywhere in article A.
        holds_b: Likewise for B.
    """
    matches = _typed(pairing, holds_a, holds_b)
    findings = matches.findings
    if not pairing.sure and _corroborated(pairing, matches):
        pairing = pairing._replace(likely=True)
    if pairing.close and (pairing.confident or pairing.overlap >= 0.5) and one_event(pairing):
        wording = find_wording(pairing, matches.explained_a, matches.explained_b)
        findings.extend(wording)
        matches.explained_a |= tokens_in(pairing.a, [finding.a for finding in wording])
        matches.explained_b |= tokens_in(pairing.b, [finding.b for finding in wording])
    findings.extend(find_style(pairing))
    return Inspection(pairing, tuple(findings), tuple(deduplicate(findings)), matches)


def _corroborated(pairing: Pairing, matches: Matches) -> bool:
    """Tell whether two figures of each passage have a counterpart, the same or another one, in the other."""
    return all(
        sum(explained.issuperset(range(one.first, one.last + 1)) for one in reading.quantities)
        >= _CORROBORATING_FIGURES
        for reading, explained in ((pairing.a, matches.explained_a), (pairing.b, matches.explained_b))
    )


def _typed(pairing: Pairing, holds_a: Holds, holds_b: Holds) -> Matches:
    total = Matches()
    a, b = pairing.a, pairing.b
    if a.names or b.names:
        total.include(compare_names(pairing, holds_a, holds_b))
    if a.quantities and b.quantities:
        total.include(match_quantities(pairing))
    if a.times and b.times:
        total.include(match_times(pairing))
    if a.quotations or b.quotations:
        total.include(match_quotations(pairing))
    if a.attributions or b.attributions:
        total.include(match_sources(pairing, holds_a, holds_b))
    if not (a.english and b.english):
        return total
    explained = total.explained_a, total.explained_b
    total.include(match_roles(pairing, holds_a, holds_b, explained))
    total.include(match_bare_nouns(pairing, holds_a, holds_b, explained))
    claims = match_claims(pairing)
    claims.findings = [
        finding
        for finding in claims.findings
        if "denied" in finding.reason
        or not (
            _inside(pairing.a, finding.a, total.explained_a)
            and _inside(pairing.b, finding.b, total.explained_b)
        )
    ]
    total.include(claims)
    return total


def _inside(reading: Reading, span: tuple[int, int] | None, explained: set[int]) -> bool:
    if span is None:
        return True
    return tokens_in(reading, [span]) <= explained


def one_event(pairing: Pairing) -> bool:
    """Tell whether the passages share more than names and days, or a whole article would be one event."""
    small, large = sorted((pairing.a, pairing.b), key=lambda side: (len(side.content), side.text))
    named = {index for name in small.names for index in name.parts} | small.timed
    return any(
        token.content and index not in named and bool(senses(small.keys[index]) & large.senses)
        for index, token in enumerate(small.tokens)
    )


def tokens_in(reading: Reading, spans: list[tuple[int, int] | None]) -> set[int]:
    """Return the tokens that lie inside one of the spans."""
    found: set[int] = set()
    for span in spans:
        if span is not None:
            index = bisect_left(reading.starts, span[0])
            while index < len(reading.tokens) and reading.tokens[index].end <= span[1]:
                found.add(index)
                index += 1
    return found


def deduplicate(findings: list[Finding]) -> list[Finding]:
    """Keep at most one finding for each stretch of text; the more specific kind wins."""

    def importance(finding: Finding) -> tuple[int, int, int, int]:
        start = finding.a or finding.b or (0, 0)
        other = finding.b or (0, 0)
        return (RANK[finding.kind], _SEVERITY[finding.severity], start[0] + other[0], start[0])

    kept: list[Finding] = []
    for finding in sorted(findings, key=importance):
        if not any(_clash(finding, other) for other in kept):
            kept.append(finding)
    return kept


def _clash(x: Finding, y: Finding) -> bool:
    if "style" in (x.kind, y.kind) and x.kind != y.kind:
        # A spelling inside a larger stretch stays visible on its own.
        return x.a == y.a or x.b == y.b
    return _meet(x.a, y.a) or _meet(x.b, y.b)


def _meet(x: tuple[int, int] | None, y: tuple[int, int] | None) -> bool:
    return x is not None and y is not None and x[0] < y[1] and y[0] < x[1]

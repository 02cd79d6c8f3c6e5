"""Which of the details found in linked passages are reported, once each and in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from compare_tui.article.model import Article, Span
from compare_tui.comparison.differences.facing import face
from compare_tui.comparison.differences.match_claims import match_claims
from compare_tui.comparison.differences.match_names import compare_names
from compare_tui.comparison.differences.match_numbers import Matches, match_quantities, match_times
from compare_tui.comparison.differences.match_quotes import match_quotations
from compare_tui.comparison.differences.match_sources import match_sources
from compare_tui.comparison.differences.omissions import (
    MAXIMUM_OMISSIONS,
    Omission,
    Said,
    find_omissions,
    replaced,
    said_by,
)
from compare_tui.comparison.differences.pairing import Finding, Pairing, pair_passages
from compare_tui.comparison.differences.phrases import find_style, find_wording
from compare_tui.comparison.differences.reading import Reading, original_span, read_passage
from compare_tui.comparison.differences.survey import Survey, survey_article
from compare_tui.comparison.differences.words import senses
from compare_tui.comparison.model import Difference, Link

_RANK = {
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
_MAXIMUM_PARTNERS = 40
_LEAST_OVERLAP = 0.4
_SEVERITY = {"major": 0, "minor": 1, "style": 2}


@dataclass(slots=True)
class _Side:
    """One article while it is compared; passages are read when a link first needs them.

    Attributes:
        survey: Facts about the article.
        known: Words that are names wherever they stand.
        readings: Readings by the text of the passage, so that a repeated sentence is read once.
        partners: For each linked passage those of the other article, best link first.
        surely: Those of them that a confident link leads to.
        heard: What those partners say, by passage.
        agreed: Tokens that some link explains, by passage.
        once: Stretches that were reported as missing on the other side, by passage.
    """

    survey: Survey
    known: frozenset[str]
    readings: dict[str, Reading] = field(default_factory=dict)
    partners: dict[int, list[Reading]] = field(default_factory=dict)
    surely: dict[int, list[Reading]] = field(default_factory=dict)
    heard: dict[int, Said] = field(default_factory=dict)
    agreed: dict[int, set[int]] = field(default_factory=dict)
    once: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def reading(self, index: int) -> Reading:
        article = self.survey.article
        text = article.passages[index].text
        if text not in self.readings:
            self.readings[text] = read_passage(text, self.known, article.date, self.survey.decimal_comma)
        return self.readings[text]

    def add_partner(self, index: int, partner: Reading, confident: bool) -> None:
        """Note a passage of the other article; only the best and different ones are kept."""
        for known in (self.partners, self.surely) if confident else (self.partners,):
            kept = known.setdefault(index, [])
            if len(kept) < _MAXIMUM_PARTNERS and not any(partner is other for other in kept):
                kept.append(partner)

    def said_to(self, index: int) -> Said:
        if index not in self.heard:
            self.heard[index] = said_by(self.partners[index])
        return self.heard[index]

    def first_time(self, index: int, span: tuple[int, int]) -> bool:
        """Tell whether no overlapping one-sided stretch was reported before; remember this one."""
        reported = self.once.setdefault(index, [])
        if any(start < span[1] and span[0] < end for start, end in reported):
            return False
        reported.append(span)
        return True


def find_differences(a: Article, b: Article, links: Sequence[Link]) -> list[Difference]:
    """Find the details inside linked passages on which two articles differ.

    Values are normalised before they are compared, so the same value said differently is never reported.
    Only the first 400 tokens (at most 4,000 characters) of a passage are looked at. Swapping the articles
    and the sides of the links swaps the sides of the result.

    Args:
        a: The first article.
        b: The second article.
        links: Links between their passages, many-to-many; those that point outside are left out.

    Returns:
        The differences, in the order of A, then B.
    """
    count_a, count_b = len(a.passages), len(b.passages)
    usable = [link for link in links if 0 <= link.a < count_a and 0 <= link.b < count_b]
    # The work is always done in one order of the articles, so that both calls see the same ties.
    swapped = _order_key(a, [(link.a, link.b) for link in usable]) > _order_key(
        b, [(link.b, link.a) for link in usable]
    )
    first, second = (b, a) if swapped else (a, b)
    pairs = [(link.b, link.a) if swapped else (link.a, link.b) for link in usable]
    found = _find(first, second, pairs, usable)
    result: list[Difference] = []
    for finding, number in found:
        link = usable[number]
        sides = (finding.b, finding.a) if swapped else (finding.a, finding.b)
        names = {"a": "B", "b": "A"} if swapped else {"a": "A", "b": "B"}
        result.append(
            Difference(
                finding.kind,
                finding.severity,
                link,
                _absolute(a, link.a, sides[0]),
                _absolute(b, link.b, sides[1]),
                finding.reason.format(**names),
            )
        )
    result.sort(key=lambda difference: _position(difference, a, b))
    return result


def _order_key(article: Article, pairs: list[tuple[int, int]]) -> tuple[object, ...]:
    places = tuple((passage.start, passage.end) for passage in article.passages)
    return (article.text, places, str(article.date), sorted(pairs))


def _absolute(article: Article, index: int, span: tuple[int, int] | None) -> Span | None:
    if span is None:
        return None
    passage = article.passages[index]
    start, end = original_span(passage.text, *span)
    return Span(passage.start + start, passage.start + end, passage.text[start:end])


def _position(difference: Difference, a: Article, b: Article) -> tuple[int, int, int, int, int, int]:
    start_a = difference.a.start if difference.a else a.passages[difference.link.a].start
    start_b = difference.b.start if difference.b else b.passages[difference.link.b].start
    end_a = difference.a.end if difference.a else -1
    return start_a, difference.link.a, start_b, difference.link.b, _RANK[difference.kind], end_a


def _find(
    a: Article, b: Article, pairs: list[tuple[int, int]], links: Sequence[Link]
) -> list[tuple[Finding, int]]:
    survey_a, survey_b = survey_article(a), survey_article(b)
    known = survey_a.capitals | survey_b.capitals
    left, right = _Side(survey_a, known), _Side(survey_b, known)
    order = sorted(range(len(pairs)), key=lambda n: (-links[n].score, pairs[n][0] + pairs[n][1], pairs[n]))
    found: list[tuple[Finding, int]] = []
    seen: dict[tuple[int, int, bool], _Inspection] = {}
    pending: list[tuple[int, _Inspection]] = []
    for number in order:
        i, j = pairs[number]
        a_reading, b_reading = left.reading(i), right.reading(j)
        key = (id(a_reading), id(b_reading), links[number].strength == "confident")
        if key not in seen:
            seen[key] = _inspect(pair_passages(a_reading, b_reading, key[2]), left, right)
        pending.append((number, seen[key]))
        left.add_partner(i, b_reading, key[2])
        right.add_partner(j, a_reading, key[2])
        left.agreed.setdefault(i, set()).update(seen[key].matches.explained_a)
        right.agreed.setdefault(j, set()).update(seen[key].matches.explained_b)
    for number, case in pending:
        i, j = pairs[number]
        pairing = case.pairing
        rest = _omissions(pairing, i, j, left, right)
        for finding in _deduplicate([*case.findings, *rest]) if rest else case.kept:
            if not finding.solid and not _worth(pairing, finding):
                continue
            if _quoted_elsewhere(pairing, finding, left.survey, right.survey):
                continue
            if finding.b is None and finding.a is not None:
                if _sourced(pairing.a, finding, left.surely.get(i, []), True):
                    continue
                if not left.first_time(i, finding.a):
                    continue
            elif finding.a is None and finding.b is not None:
                if _sourced(pairing.b, finding, right.surely.get(j, []), False):
                    continue
                if not right.first_time(j, finding.b):
                    continue
            found.append((finding, number))
    return found


@dataclass(frozen=True, slots=True)
class _Inspection:
    """What two texts show when they are set against each other, wherever they stand in the articles.

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


def _inspect(pairing: Pairing, left: _Side, right: _Side) -> _Inspection:
    findings, matches = _typed(pairing, left, right)
    if pairing.close and (pairing.confident or pairing.overlap >= 0.5) and _one_event(pairing):
        wording = find_wording(pairing, matches.explained_a, matches.explained_b)
        findings.extend(wording)
        matches.explained_a |= _tokens_in(pairing.a, [finding.a for finding in wording])
        matches.explained_b |= _tokens_in(pairing.b, [finding.b for finding in wording])
    findings.extend(find_style(pairing))
    return _Inspection(pairing, tuple(findings), tuple(_deduplicate(findings)), matches)


def _sourced(reading: Reading, finding: Finding, partners: list[Reading], of_a: bool) -> bool:
    """Tell whether the source that only this side names is named in another passage that is surely linked."""
    span, other = (finding.a, finding.b) if of_a else (finding.b, finding.a)
    if finding.kind != "attribution" or span is None or other is not None:
        return False
    sources = [source for source in reading.attributions if source.start == span[0]]
    return any(source.keys <= partner.content for source in sources for partner in partners)


def _quoted_elsewhere(pairing: Pairing, finding: Finding, a: Survey, b: Survey) -> bool:
    """Tell whether words that one quotation lacks stand together in a passage of that article."""
    span, reading, other = (finding.a, pairing.a, b) if finding.b is None else (finding.b, pairing.b, a)
    if finding.kind != "quote" or span is None or (finding.a is not None and finding.b is not None):
        return False
    return other.says({reading.keys[n] for n in _tokens_in(reading, [span]) if reading.tokens[n].content})


def _worth(pairing: Pairing, finding: Finding) -> bool:
    """Tell whether the passages share enough for a finding that does not stand on a value of its own."""
    if finding.kind == "style":
        return True
    if pairing.confident:
        return pairing.close or pairing.shared >= 2
    return pairing.close and (finding.kind != "attribution" or pairing.overlap >= 0.5)


def _typed(pairing: Pairing, left: _Side, right: _Side) -> tuple[list[Finding], Matches]:
    total = Matches()
    findings: list[Finding] = []
    quotes = match_quotations(pairing)
    parts = [
        compare_names(pairing, left.survey.holds, right.survey.holds),
        match_quantities(pairing),
        match_times(pairing),
        quotes,
        match_sources(pairing),
    ]
    for part in parts:
        findings.extend(part.findings)
        total.explained_a |= part.explained_a
        total.explained_b |= part.explained_b
    claims = match_claims(pairing)
    findings.extend(
        finding
        for finding in claims.findings
        if not (
            _inside(pairing.a, finding.a, total.explained_a)
            and _inside(pairing.b, finding.b, total.explained_b)
        )
    )
    total.explained_a |= claims.explained_a
    total.explained_b |= claims.explained_b
    return findings, total


def _inside(reading: Reading, span: tuple[int, int] | None, explained: set[int]) -> bool:
    if span is None:
        return True
    return all(
        n in explained
        for n, token in enumerate(reading.tokens)
        if token.start >= span[0] and token.end <= span[1]
    )


def _omissions(pairing: Pairing, i: int, j: int, left: _Side, right: _Side) -> list[Finding]:
    """Find what only one side has, unless another linked passage or one passage elsewhere has it too."""
    if (pairing.confident and not pairing.close) or not _one_event(pairing):
        return []
    limit = MAXIMUM_OMISSIONS if pairing.confident else 1
    strict = not pairing.close or (not pairing.confident and pairing.overlap < _LEAST_OVERLAP)
    found: list[Finding] = []
    only_a = find_omissions(pairing.a, left.agreed[i], left.said_to(i), right.survey.says, limit)
    only_b = find_omissions(pairing.b, right.agreed[j], right.said_to(j), left.survey.says, limit)
    gaps_a = [_gaps(pairing.gap_of_a, omission) for omission in only_a]
    gaps_b = [_gaps(pairing.gap_of_b, omission) for omission in only_b]
    for of_a, own, gaps, facing, side, other, agreed in (
        (True, only_a, gaps_a, gaps_b, pairing.a, right, right.agreed[j]),
        (False, only_b, gaps_b, gaps_a, pairing.b, left, left.agreed[i]),
    ):
        for omission, filled in zip(own, gaps, strict=True):
            party = not pairing.confident and _party(side, omission, other.survey)
            if strict and not party:
                continue
            # Leftovers that face each other say one thing in other words: neither side lacks it.
            if not party and any(filled & opposite for opposite in facing):
                continue
            if replaced(pairing, omission, agreed, of_a):
                continue
            faced = face(pairing, omission, agreed, of_a, (left.survey.holds, right.survey.holds))
            if faced is not None:
                found.append(faced)
                continue
            span = (omission.start, omission.end)
            reason = "only in {a}" if of_a else "only in {b}"
            sides = (span, None) if of_a else (None, span)
            found.append(Finding("omission", omission.severity, sides[0], sides[1], reason, strict))
    return found


def _one_event(pairing: Pairing) -> bool:
    """Tell whether the passages share more than names and days, or a whole article would be one event."""
    small, large = sorted((pairing.a, pairing.b), key=lambda side: (len(side.content), side.text))
    named = {index for name in small.names for index in name.parts} | small.timed
    return any(
        token.content and index not in named and bool(senses(small.keys[index]) & large.senses)
        for index, token in enumerate(small.tokens)
    )


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


def _tokens_in(reading: Reading, spans: list[tuple[int, int] | None]) -> set[int]:
    wanted = [span for span in spans if span is not None]
    return {
        n
        for n, token in enumerate(reading.tokens)
        if any(token.start >= start and token.end <= end for start, end in wanted)
    }


def _deduplicate(findings: list[Finding]) -> list[Finding]:
    """Keep at most one finding for each stretch of text; the more specific kind wins."""

    def importance(finding: Finding) -> tuple[int, int, int, int]:
        start = finding.a or finding.b or (0, 0)
        other = finding.b or (0, 0)
        return (_RANK[finding.kind], _SEVERITY[finding.severity], start[0] + other[0], start[0])

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

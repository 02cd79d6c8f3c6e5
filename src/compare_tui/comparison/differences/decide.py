"""Which of the details found in linked passages are reported, once each and in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from compare_tui.article.model import Article, Span
from compare_tui.comparison.differences.match_claims import match_claims
from compare_tui.comparison.differences.match_names import compare_names
from compare_tui.comparison.differences.match_numbers import Matches, match_quantities, match_times
from compare_tui.comparison.differences.match_quotes import match_quotations
from compare_tui.comparison.differences.match_sources import match_sources
from compare_tui.comparison.differences.pairing import Finding, Pairing, pair_passages
from compare_tui.comparison.differences.phrases import (
    MAXIMUM_OMISSIONS,
    find_omissions,
    find_style,
    find_wording,
    said_by,
)
from compare_tui.comparison.differences.reading import Reading, read_passage
from compare_tui.comparison.differences.survey import Survey, survey_article
from compare_tui.comparison.model import Difference, Link, Severity

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
_SEVERITY = {"major": 0, "minor": 1, "style": 2}


@dataclass(slots=True)
class _Side:
    """One article while it is compared; passages are read when a link first needs them."""

    survey: Survey
    known: frozenset[str]
    readings: dict[int, Reading] = field(default_factory=dict)

    def reading(self, index: int) -> Reading:
        if index not in self.readings:
            article = self.survey.article
            passage = article.passages[index]
            self.readings[index] = read_passage(
                passage.text, passage.start, self.known, article.date, self.survey.decimal_comma
            )
        return self.readings[index]


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
    start, end = max(0, span[0]), min(span[1], len(passage.text))
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
    partners_a: dict[int, set[int]] = {}
    partners_b: dict[int, set[int]] = {}
    for i, j in pairs:
        partners_a.setdefault(i, set()).add(j)
        partners_b.setdefault(j, set()).add(i)
    order = sorted(range(len(pairs)), key=lambda n: (-links[n].score, pairs[n][0] + pairs[n][1], pairs[n]))
    found: list[tuple[Finding, int]] = []
    once_a: set[tuple[int, int, int]] = set()
    once_b: set[tuple[int, int, int]] = set()
    agreed_a: dict[int, set[int]] = {}
    agreed_b: dict[int, set[int]] = {}
    pending: list[_Case] = []
    for number in order:
        i, j = pairs[number]
        pairing = pair_passages(left.reading(i), right.reading(j), links[number].strength == "confident")
        case = _Case(number, i, j, pairing, *_typed(pairing, left, right))
        if pairing.close and (pairing.confident or pairing.overlap >= 0.5):
            wording = find_wording(pairing, case.matches.explained_a, case.matches.explained_b)
            case.findings.extend(wording)
            case.matches.explained_a |= _tokens_in(pairing.a, [finding.a for finding in wording])
            case.matches.explained_b |= _tokens_in(pairing.b, [finding.b for finding in wording])
        pending.append(case)
        agreed_a.setdefault(i, set()).update(case.matches.explained_a)
        agreed_b.setdefault(j, set()).update(case.matches.explained_b)
    for case in pending:
        i, j, pairing = case.a, case.b, case.pairing
        partners = (
            [right.reading(n) for n in sorted(partners_a[i])],
            [left.reading(n) for n in sorted(partners_b[j])],
        )
        rest = _omissions(case, *partners, left, right, agreed_a[i], agreed_b[j])
        for finding in _deduplicate([*case.findings, *find_style(pairing), *rest]):
            if not finding.solid and not _worth(pairing, finding):
                continue
            sourced = _sourced(pairing.a, finding, partners[0], True) or _sourced(
                pairing.b, finding, partners[1], False
            )
            if finding.b is None and finding.a is not None and (sourced or _seen(once_a, i, finding.a)):
                continue
            if finding.a is None and finding.b is not None and (sourced or _seen(once_b, j, finding.b)):
                continue
            found.append((finding, case.number))
    return found


@dataclass(slots=True)
class _Case:
    """One link while it is decided: its place in the list, its passages, what was found."""

    number: int
    a: int
    b: int
    pairing: Pairing
    findings: list[Finding]
    matches: Matches


def _sourced(reading: Reading, finding: Finding, partners: list[Reading], of_a: bool) -> bool:
    """Tell whether the source that only this side names is named in another linked passage."""
    span, other = (finding.a, finding.b) if of_a else (finding.b, finding.a)
    if finding.kind != "attribution" or span is None or other is not None:
        return False
    sources = [source for source in reading.attributions if source.start == span[0]]
    return any(source.keys <= partner.content for source in sources for partner in partners)


def _worth(pairing: Pairing, finding: Finding) -> bool:
    """Tell whether the passages share enough for a finding that does not stand on a value of its own."""
    return finding.kind == "style" or pairing.close or (pairing.confident and pairing.shared >= 2)


def _seen(once: set[tuple[int, int, int]], passage: int, span: tuple[int, int]) -> bool:
    """Tell whether an overlapping one-sided stretch was reported before; remember this one."""
    if any(index == passage and start < span[1] and span[0] < end for index, start, end in once):
        return True
    once.add((passage, *span))
    return False


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


def _omissions(
    case: _Case,
    partners_of_a: list[Reading],
    partners_of_b: list[Reading],
    left: _Side,
    right: _Side,
    agreed_a: set[int],
    agreed_b: set[int],
) -> list[Finding]:
    """Find what only one side has, unless another linked passage or one passage elsewhere has it too."""
    pairing = case.pairing
    if not pairing.close or (not pairing.confident and pairing.overlap < 0.4):
        return []
    limit = MAXIMUM_OMISSIONS if pairing.confident else 1
    only_a = find_omissions(pairing.a, agreed_a, said_by(partners_of_a), right.survey.says, limit)
    only_b = find_omissions(pairing.b, agreed_b, said_by(partners_of_b), left.survey.says, limit)
    gaps_a = [_gaps(pairing.a, pairing.gap_of_a, phrase) for phrase in only_a]
    gaps_b = [_gaps(pairing.b, pairing.gap_of_b, phrase) for phrase in only_b]
    found: list[Finding] = []
    for phrase, gaps in zip(only_a, gaps_a, strict=True):
        # Leftovers that face each other say one thing in other words: neither side lacks it.
        if not any(gaps & other for other in gaps_b):
            found.append(Finding("omission", phrase[2], phrase[:2], None, "only in {a}"))
    for phrase, gaps in zip(only_b, gaps_b, strict=True):
        if not any(gaps & other for other in gaps_a):
            found.append(Finding("omission", phrase[2], None, phrase[:2], "only in {b}"))
    return found


def _gaps(reading: Reading, gap_of: dict[int, int], phrase: tuple[int, int, Severity]) -> set[int]:
    """Return the gaps that a phrase fills."""
    inside = _tokens_in(reading, [phrase[:2]])
    return {gap_of[index] for index in inside if index in gap_of and reading.tokens[index].content}


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

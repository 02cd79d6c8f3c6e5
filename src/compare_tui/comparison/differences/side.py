"""The passages of one group of links: read, set against each other, and asked what only one side has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare_tui.comparison.differences.inspection import Inspection, deduplicate, inspect, tokens_in
from compare_tui.comparison.differences.omissions import Said
from compare_tui.comparison.differences.one_sided import omitted
from compare_tui.comparison.differences.pairing import Finding, Pairing, pair_passages
from compare_tui.comparison.differences.plain import (
    Plain,
    compare_plain,
    may_be_plain,
    plain_omissions,
    read_plain,
)
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.reading import Reading, read_passage
from compare_tui.comparison.differences.survey import Survey

_MAXIMUM_PARTNERS = 40
_MAXIMUM_KEPT = 256
"""Readings and inspections that are kept beyond their group, for sentences that an article repeats."""

_MAXIMUM_REPEATS = 50
"""Links of the same two sentences that are searched; what stands in more of them tells nothing new."""

Values = frozenset[float | str]
"""The numbers in some words, and the words in small letters."""


class Case(NamedTuple):
    """A link to be searched.

    Attributes:
        a: Passage of A, from 0.
        b: Passage of B, from 0.
        confident: Whether the link is a confident one.
        likely: Whether both passages prefer it to all their others, or one of them clearly does.
        telling: Whether its score is high enough to ask what only one side has.
        preference: Its score as a share of the best one that either passage has, 0 to 1.
        number: Its place among all links.
    """

    a: int
    b: int
    confident: bool
    likely: bool
    telling: bool
    preference: float
    number: int


class Library:
    """Reads passages, and keeps the last ones for sentences that come again."""

    def __init__(self, a: Survey, b: Survey) -> None:
        self.surveys = (a, b)
        self._known = a.capitals | b.capitals
        self.english = a.english and b.english
        self._readings: tuple[dict[str, Reading], dict[str, Reading]] = ({}, {})
        self._times: dict[tuple[str, str], int] = {}
        self._inspections: dict[tuple[str, str, bool, bool], Inspection] = {}

    def worth(self, case: Case) -> bool:
        """Tell whether a link is to be searched: the same two texts may not have come too often before."""
        texts = (self.text(0, case.a), self.text(1, case.b))
        times = self._times[texts] = self._times.get(texts, 0) + 1
        return times <= _MAXIMUM_REPEATS

    def forget(self) -> None:
        """Drop what is kept where it has become too much."""
        for readings in self._readings:
            if len(readings) > _MAXIMUM_KEPT:
                readings.clear()
        if len(self._inspections) > _MAXIMUM_KEPT:
            self._inspections.clear()

    def reading(self, side: int, index: int) -> Reading:
        """Return what passage ``index`` of article 0 or 1 says."""
        survey, kept = self.surveys[side], self._readings[side]
        text = self.text(side, index)
        if text not in kept:
            kept[text] = read_passage(
                text, self._known, survey.article.date, survey.decimal_comma, self.english
            )
        return kept[text]

    def text(self, side: int, index: int) -> str:
        """Return passage ``index`` of article 0 or 1 as it is written."""
        return self.surveys[side].article.passages[index].text

    def plain(self, group: Sequence[Case]) -> bool:
        """Tell whether the passages of a group differ neither in figures nor in quotations."""
        return all(may_be_plain(self.text(0, case.a), self.text(1, case.b)) for case in group)

    def inspection(self, a: int, b: int, confident: bool, likely: bool) -> Inspection:
        """Return what two passages show when they are set against each other."""
        key = (self.text(0, a), self.text(1, b), confident, likely)
        if key not in self._inspections:
            pairing = pair_passages(self.reading(0, a), self.reading(1, b), confident, likely)
            self._inspections[key] = inspect(pairing, self.surveys[0].holds, self.surveys[1].holds)
        return self._inspections[key]


@dataclass(slots=True)
class Side:
    """One article's passages of a group.

    Attributes:
        survey: Facts about the article.
        partners: For each linked passage those of the other article, best link first.
        surely: Those of them that a confident link leads to.
        agreed: Tokens that some link explains, by passage.
        settled: By passage, for the tokens of its values what the best link sets them against.
        heard: What the partners say, by passage.
        once: Stretches that were reported as missing on the other side, by passage.
    """

    survey: Survey
    partners: dict[int, list[Reading]] = field(default_factory=dict)
    surely: dict[int, list[Reading]] = field(default_factory=dict)
    agreed: dict[int, set[int]] = field(default_factory=dict)
    settled: dict[int, dict[int, Values]] = field(default_factory=dict)
    heard: dict[int, Said] = field(default_factory=dict)
    once: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add_partner(self, index: int, partner: Reading, confident: bool) -> None:
        """Note a passage of the other article; only the best and different ones are kept."""
        for known in (self.partners, self.surely) if confident else (self.partners,):
            kept = known.setdefault(index, [])
            if len(kept) < _MAXIMUM_PARTNERS and not any(partner is other for other in kept):
                kept.append(partner)

    def settle(self, index: int, tokens: Iterable[int], values: Values) -> None:
        """Note what a link sets a value of a passage against; links come best first."""
        known = self.settled.setdefault(index, {})
        for token in tokens:
            known.setdefault(token, values)

    def free(self, index: int, tokens: Iterable[int], values: Values) -> bool:
        """Tell whether no better link sets a value against others than these."""
        known = self.settled.get(index, {})
        return all(not values.isdisjoint(known.get(token, values)) for token in tokens)

    def said_to(self, index: int) -> Said:
        """Return what the other article says in the passages linked with this one."""
        if index not in self.heard:
            self.heard[index] = Said(self.partners[index])
        return self.heard[index]

    def first_time(self, index: int, span: tuple[int, int]) -> bool:
        """Tell whether no overlapping one-sided stretch was reported before; remember this one."""
        reported = self.once.setdefault(index, [])
        if any(start < span[1] and span[0] < end for start, end in reported):
            return False
        reported.append(span)
        return True


def inspect_group(library: Library, group: Sequence[Case]) -> list[tuple[Finding, int]]:
    """Find the differences inside links that hang together.

    Args:
        library: Reads the passages.
        group: The links, best first.

    Returns:
        What is reported, with the number of its link.
    """
    library.forget()
    group = [case for case in group if library.worth(case)]
    if len(group) == 1 and library.text(0, group[0].a) == library.text(1, group[0].b):
        return []
    if not library.english and library.plain(group):
        return _inspect_plain(library, group)
    left, right = Side(library.surveys[0]), Side(library.surveys[1])
    pending: list[tuple[Case, Inspection]] = []
    for case in group:
        i, j, confident, likely, *_ = case
        seen = library.inspection(i, j, confident, likely)
        pending.append((case, seen))
        left.add_partner(i, seen.pairing.b, confident)
        right.add_partner(j, seen.pairing.a, confident)
        left.agreed.setdefault(i, set()).update(seen.matches.explained_a)
        right.agreed.setdefault(j, set()).update(seen.matches.explained_b)
    settled: set[tuple[int, Finding]] = set()
    for case, seen in sorted(pending, key=lambda one: -one[0].preference):
        settled.update((case.number, finding) for finding in _settled(seen, case, (left, right)))
    found: list[tuple[Finding, int]] = []
    for case, seen in pending:
        i, j, number = case.a, case.b, case.number
        rest = omitted(
            seen.pairing,
            (left.agreed[i], right.agreed[j]),
            (left.said_to(i), right.said_to(j)),
            (left.survey, right.survey),
            case.telling,
        )
        findings = deduplicate([*seen.findings, *rest]) if rest else seen.kept
        found += [
            (finding, number)
            for finding in findings
            if (number, finding) not in settled
            and _stands(seen.pairing, finding, i, j, left, right)
            and not _voiced_beside(library, seen.pairing, finding, i, j)
        ]
    return found


def _inspect_plain(library: Library, group: Sequence[Case]) -> list[tuple[Finding, int]]:
    """Find other words, and parts that one side lacks, in passages whose language is not understood."""
    texts: tuple[dict[int, Plain], dict[int, Plain]] = ({}, {})
    partners: tuple[dict[int, list[Plain]], dict[int, list[Plain]]] = ({}, {})
    for case in group:
        ends = (case.a, case.b)
        for side in (0, 1):
            if ends[side] not in texts[side]:
                texts[side][ends[side]] = read_plain(library.text(side, ends[side]))
        for side in (0, 1):
            known = partners[side].setdefault(ends[side], [])
            if len(known) < _MAXIMUM_PARTNERS:
                known.append(texts[1 - side][ends[1 - side]])
    found: list[tuple[Finding, int]] = []
    done: tuple[set[int], set[int]] = (set(), set())
    for i, j, confident, _, _, _, number in group:
        a, b = texts[0][i], texts[1][j]
        if a.text == b.text:
            continue
        wording = compare_plain(a, b, confident)
        found += [(finding, number) for finding in wording]
        if not wording and not confident:
            continue
        for side, index in ((0, i), (1, j)):
            if index in done[side]:
                continue
            done[side].add(index)
            for span in plain_omissions(texts[side][index], partners[side][index]):
                only_a, only_b = (None, span) if side else (span, None)
                reason = "only in {b}" if side else "only in {a}"
                found.append((Finding("omission", "minor", only_a, only_b, reason), number))
    return found


def _settled(seen: Inspection, case: Case, sides: tuple[Side, Side]) -> list[Finding]:
    """Return values that differ in a weak link and that a better one sets against others; note the rest."""
    pairing, (left, right) = seen.pairing, sides
    dropped = []
    for finding in seen.kept:
        if finding.kind not in ("number", "time") or finding.a is None or finding.b is None:
            continue
        tokens_a, tokens_b = tokens_in(pairing.a, [finding.a]), tokens_in(pairing.b, [finding.b])
        values_a, values_b = _values_in(pairing.a, finding.a), _values_in(pairing.b, finding.b)
        one_fate = _fates_in(pairing.a, finding.a) & _fates_in(pairing.b, finding.b)
        free = left.free(case.a, tokens_a, values_b) and right.free(case.b, tokens_b, values_a)
        # A toll is told again and again.
        if not (free or pairing.confident or one_fate):
            dropped.append(finding)
            continue
        left.settle(case.a, tokens_a, values_b)
        right.settle(case.b, tokens_b, values_a)
    return dropped


def _quantities_in(reading: Reading, span: tuple[int, int]) -> list[Quantity]:
    return [one for one in reading.quantities if span[0] < one.end and one.start < span[1]]


def _fates_in(reading: Reading, span: tuple[int, int]) -> set[str]:
    """Return what befell those who are counted in some words."""
    return {one.role for one in _quantities_in(reading, span) if one.role}


def _values_in(reading: Reading, span: tuple[int, int]) -> Values:
    numbers = [one.value for one in _quantities_in(reading, span)]
    return frozenset((*numbers, reading.text[slice(*span)].casefold()))


def _stands(pairing: Pairing, finding: Finding, i: int, j: int, left: Side, right: Side) -> bool:
    """Tell whether a finding holds against what the other links say, and was not reported before."""
    if not finding.solid and not _worth(pairing, finding):
        return False
    if _quoted_elsewhere(pairing, finding, left.survey, right.survey):
        return False
    if finding.b is None and finding.a is not None:
        return not _sourced(pairing.a, finding, left.surely.get(i, []), True) and left.first_time(
            i, finding.a
        )
    if finding.a is None and finding.b is not None:
        return not _sourced(pairing.b, finding, right.surely.get(j, []), False) and right.first_time(
            j, finding.b
        )
    return True


def _sourced(reading: Reading, finding: Finding, partners: list[Reading], of_a: bool) -> bool:
    """Tell whether the source that only this side names is named in another passage that is surely linked."""
    span = finding.a if of_a else finding.b
    if finding.kind != "attribution" or span is None:
        return False
    sources = [source for source in reading.attributions if source.start == span[0]]
    return any(
        source.keys <= partner.content if source.keys else bool(partner.attributions)
        for source in sources
        for partner in partners
    )


def _voiced_beside(library: Library, pairing: Pairing, finding: Finding, i: int, j: int) -> bool:
    """Tell whether the side without a source only quotes, and the sentence before or after tells whom."""
    if finding.kind != "attribution" or (finding.a is not None and finding.b is not None):
        return False
    side, index, reading = (1, j, pairing.b) if finding.b is None else (0, i, pairing.a)
    if not reading.quotations or reading.attributions:
        return False
    passages = library.surveys[side].article.passages
    beside = [n for n in (index - 1, index + 1) if 0 <= n < len(passages) and passages[n].role == "body"]
    return any(library.reading(side, n).attributions for n in beside)


def _quoted_elsewhere(pairing: Pairing, finding: Finding, a: Survey, b: Survey) -> bool:
    """Tell whether words that one quotation lacks stand together in a passage of that article."""
    span, reading, other = (finding.a, pairing.a, b) if finding.b is None else (finding.b, pairing.b, a)
    if finding.kind != "quote" or span is None or (finding.a is not None and finding.b is not None):
        return False
    return other.says({reading.keys[n] for n in tokens_in(reading, [span]) if reading.tokens[n].content})


def _worth(pairing: Pairing, finding: Finding) -> bool:
    """Tell whether the passages share enough for a finding that does not stand on a value of its own."""
    if finding.kind == "style":
        return True
    if pairing.confident:
        return pairing.close or pairing.shared >= (1 if finding.kind in ("attribution", "who") else 2)
    if pairing.likely and pairing.sure:
        return True
    return pairing.close and (finding.kind != "attribution" or pairing.overlap >= 0.5)

"""What a report of a review tells: who found what, what was decided, and what is still disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare_tui.article.model import Article
from compare_tui.report.linear import flat
from compare_tui.report.tables import NOTHING, Table, agreement_tables, end_words, thread_lines
from compare_tui.review.adjudication import reviewers_differ, tags_differ
from compare_tui.review.agreement import Agreement, agreement_of
from compare_tui.review.panel import Panel, PanelAnnotation, State
from compare_tui.review.verdicts import Review, is_outdated

_STATES: tuple[State, ...] = ("accepted", "rejected", "needs work", "disputed", "outdated", "unreviewed")

MOST_COLUMNS = 6
"""People who have a column each in a table; more share one, so that it can be read."""


@dataclass(frozen=True, slots=True)
class Place:
    """What people say about one place of the articles.

    Attributes:
        number: From 1, in the order of A, then B.
        found: Their annotations, at most one of each person.
    """

    number: int
    found: tuple[PanelAnnotation, ...]

    @property
    def dispute(self) -> str | None:
        """On what people differ: reviewers on a verdict, or annotators on the tag; None if on nothing."""
        kept = [one for one in self.found if one.state != "rejected"]
        told = [reason for reason in (reviewers_differ(self.found), tags_differ(kept)) if reason]
        return "; ".join(told) or None


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """Everything that a report of a review tells.

    Attributes:
        a: The first article.
        b: The second article.
        panel: The notebooks.
        places: Every place that somebody marked.
        agreement: Of the annotators; None where fewer than two have annotated.
    """

    a: Article
    b: Article
    panel: Panel
    places: tuple[Place, ...]
    agreement: Agreement | None

    @property
    def title(self) -> str:
        """The titles of both articles."""
        return " / ".join(flat(one.title) for one in (self.a, self.b))

    @property
    def summary(self) -> tuple[str, ...]:
        """How far the review is, then what is to be known about the notebooks: a sentence each."""
        disputed = sum(place.dispute is not None for place in self.places)
        progress = self.panel.progress()
        said = f"{progress.reviewed} of {progress.total} annotations reviewed"
        places = f"{len(self.places)} marked place{'' if len(self.places) == 1 else 's'}"
        unknown = len(self.panel.unknown_reviews)
        left_out = [one for one in self.panel.left_out if not (one.adjudicated or one.of_other_pair)]
        return (
            f"{said}; {places}, {disputed} disputed.",
            *(f"Left out: {one.reason}." for one in left_out),
            *(f"{notice[:1].upper()}{notice[1:]}." for notice in self.panel.notices),
            *((f"Verdicts and comments on annotations that are not here: {unknown}.",) if unknown else ()),
        )

    def numbered(self) -> Iterator[tuple[Place, PanelAnnotation]]:
        """Yield each annotation with its place, by place."""
        for place in self.places:
            for one in place.found:
                yield place, one


def make_review_report(a: Article, b: Article, panel: Panel) -> ReviewReport:
    """Return the report of the review of a pair.

    Args:
        a: The first article.
        b: The second article.
        panel: The notebooks, opened with these articles.
    """
    agreement = agreement_of(panel)
    groups = panel.groups() if agreement is None else _groups(panel, agreement)
    places = tuple(Place(number, found) for number, found in enumerate(groups, 1))
    return ReviewReport(a, b, panel, places, agreement)


def _groups(panel: Panel, agreement: Agreement) -> Iterator[tuple[PanelAnnotation, ...]]:
    """Yield the groups of a panel, which the agreement has matched already."""
    by_mark = {one.mark: one for one in panel.annotations}
    for unit in agreement.units:
        yield tuple(by_mark[mark] for mark in unit)


def review_tables(report: ReviewReport) -> tuple[Table, ...]:
    """Return what is told, the most urgent first; what is empty is left out."""
    all_ = (
        _people(report),
        _disputed(report),
        _verdicts(report),
        _found(report),
        _tags(report),
        *(agreement_tables(report.agreement) if report.agreement else ()),
    )
    return tuple(table for table in all_ if table.rows)


def names_of(report: ReviewReport) -> dict[str, str]:
    """Return what to call each person, by id: the name, with the id where a name stands for two."""
    people = [one.author for one in report.panel.notebooks]
    count = Counter(one.name for one in people)
    return {one.id: one.name if count[one.name] == 1 else f"{one.name} ({one.id})" for one in people}


def _people(report: ReviewReport) -> Table:
    alone = Counter(place.found[0].author.id for place in report.places if len(place.found) == 1)
    states = Counter((one.author.id, one.state) for one in report.panel.annotations)
    given = Counter(reviewer for one in report.panel.annotations for reviewer in one.verdicts)
    rows = []
    for id_, name in names_of(report).items():
        counts = [states[id_, state] for state in _STATES]
        rows.append((name, sum(counts), alone[id_], *counts, given[id_]))
    return Table(
        "People",
        ("Person", "Annotations", "Found alone", *(one.capitalize() for one in _STATES), "Verdicts given"),
        tuple(tuple(map(str, row)) for row in rows),
    )


def _disputed(report: ReviewReport) -> Table:
    rows = []
    for place in report.places:
        if (reason := place.dispute) is None:
            continue
        a, b = _widest(place)
        said = [
            line
            for one in place.found
            if one.reviews
            for line in (f"Of {one.annotation.tag} by {one.author.name}:", *thread_lines(one))
        ]
        rows.append((str(place.number), _where(report, place), a, b, reason, "\n".join(said) or NOTHING))
    return Table(
        "Disputed", ("Place", "Passages", "Words in A", "Words in B", "Who differs", "Said"), tuple(rows)
    )


def _verdicts(report: ReviewReport) -> Table:
    """Return a column for each person who gave verdicts, or one for all where they are many."""
    names = names_of(report)
    reviewers = sorted({who for one in report.panel.annotations for who in one.verdicts})
    if not reviewers:
        return Table("Verdicts", (), ())
    rows = [
        (
            str(place.number),
            names[one.author.id],
            one.annotation.tag,
            *(end_words(one, side) for side in "ab"),
            one.state,
            *_cells(names, reviewers, {who: _verdict(said, one) for who, said in one.verdicts.items()}),
            _talk(one),
        )
        for place, one in report.numbered()
    ]
    heads = (
        "Place",
        "By",
        "Tag",
        "Words in A",
        "Words in B",
        "Result",
        *_columns(names, reviewers, "Verdicts"),
        "Said",
    )
    return Table("Verdicts", heads, tuple(rows))


def _verdict(verdict: Review, one: PanelAnnotation) -> str:
    return f"{verdict.decision}{' (outdated)' if is_outdated(verdict, one.annotation) else ''}"


def _talk(one: PanelAnnotation) -> str:
    """Return what was said beside bare verdicts."""
    has_words = any(signed.review.comment.strip() for signed in one.reviews)
    return "\n".join(thread_lines(one)) if has_words else NOTHING


def _found(report: ReviewReport) -> Table:
    """Return a column for each annotator, or one for all where they are many."""
    names = names_of(report)
    annotators = report.panel.annotators
    rows = []
    for place in report.places:
        tags = {one.author.id: one.annotation.tag for one in place.found}
        cells = _cells(names, annotators, tags)
        rows.append((str(place.number), _where(report, place), *_widest(place), *cells))
    heads = ("Place", "Passages", "Words in A", "Words in B", *_columns(names, annotators, "Found by"))
    return Table("Who found what", heads, tuple(rows))


def _tags(report: ReviewReport) -> Table:
    names = names_of(report)
    annotators = report.panel.annotators
    used = Counter((one.annotation.tag, one.author.id) for one in report.panel.annotations)
    tags = sorted({tag for tag, _ in used})
    rows = [
        (tag, *(str(used[tag, who]) for who in annotators), str(sum(used[tag, who] for who in annotators)))
        for tag in tags
    ]
    return Table("Tags by person", ("Tag", *(names[who] for who in annotators), "All"), tuple(rows))


def _columns(names: Mapping[str, str], people: Sequence[str], together: str) -> list[str]:
    return [names[who] for who in people] if len(people) <= MOST_COLUMNS else [together]


def _cells(names: Mapping[str, str], people: Sequence[str], said: Mapping[str, str]) -> list[str]:
    if len(people) <= MOST_COLUMNS:
        return [said.get(who, NOTHING) for who in people]
    return ["\n".join(f"{names[who]}: {said[who]}" for who in people if who in said) or NOTHING]


def _widest(place: Place) -> tuple[str, str]:
    """Return the longest words that somebody marked there in A and in B."""
    a, b = (max((end_words(one, side) for one in place.found), key=_length) for side in "ab")
    return a, b


def _length(words: str) -> tuple[bool, int]:
    return words != NOTHING, len(words)


def _where(report: ReviewReport, place: Place) -> str:
    """Return the first passages of a place, e.g. "A 3, B 5"."""
    told = []
    for index, (side, article) in enumerate((("A", report.a), ("B", report.b))):
        starts = [one.places[index] for one in place.found]
        first = min((start for start in starts if start is not None), default=None)
        if first is not None:
            told.append(f"{side} {article.passages[article.passage_at(first[0])].number}")
    return ", ".join(told) or NOTHING

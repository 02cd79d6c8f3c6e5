"""The tables of a report, which every format for reading draws in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare_tui.annotation.model import Anchor
from compare_tui.article.model import Passage, Span
from compare_tui.report.document import Report
from compare_tui.report.linear import flat
from compare_tui.review.agreement import Agreement, Score
from compare_tui.review.alpha import Figure
from compare_tui.review.panel import PanelAnnotation
from compare_tui.review.verdicts import is_outdated, thread_rows

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of plain text.

    Attributes:
        title: What it tells.
        headings: Names of the columns; the first column names the row.
        rows: A text for each column.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(report: Report) -> tuple[Table, ...]:
    """Return the tables that stand below the articles."""
    found = report.comparison
    all_ = (
        _differences(report),
        _only("A", found.only_a),
        _only("B", found.only_b),
        annotation_table(report),
        *(agreement_tables(report.agreement) if report.agreement else ()),
    )
    return tuple(table for table in all_ if table.rows)


def _differences(report: Report) -> Table:
    found = report.comparison
    return Table(
        "Differences",
        ("No.", "Kind", "Severity", "Passages", "Words in A", "Words in B", "Why"),
        tuple(
            (
                str(number),
                one.kind,
                one.severity,
                f"A {found.a.passages[one.link.a].number}, B {found.b.passages[one.link.b].number}",
                _words(one.a),
                _words(one.b),
                one.reason,
            )
            for number, one in report.differences
        ),
    )


def _only(side: str, passages: tuple[Passage, ...]) -> Table:
    rows = tuple((f"{side} {passage.number}", flat(passage.text)) for passage in passages)
    return Table(f"Only in {side}", ("Passage", "Words"), rows)


def annotation_table(report: Report) -> Table:
    """Return the annotations with their notes and what reviewers say, an annotation a row."""
    return Table(
        "Annotations",
        ("No.", "Tag", "By", "Words in A", "Words in B", "Assessment", "Note", "Review"),
        tuple(
            (
                f"n{number}",
                one.annotation.tag,
                one.author.name,
                end_words(one, "a"),
                end_words(one, "b"),
                ", ".join(
                    (
                        one.annotation.relation,
                        one.annotation.severity,
                        f"{one.annotation.confidence} confidence",
                        one.annotation.status,
                    )
                ),
                one.annotation.note.strip(),
                "\n".join((one.state, *thread_lines(one))),
            )
            for number, one in enumerate(report.annotations, 1)
        ),
    )


def thread_lines(one: PanelAnnotation) -> Iterator[str]:
    """Yield what reviewers say, answers behind what they answer."""
    for row in thread_rows(one.reviews):
        review = row.signed.review
        decision = f" {review.decision}" if review.decision else ""
        state = (
            " (taken back)"
            if review.taken_back
            else " (outdated)"
            if review.decision and is_outdated(review, one.annotation)
            else ""
        )
        comment = f": {flat(review.comment)}" if review.comment.strip() else ""
        yield f"{'↳ ' * row.depth}{row.signed.author.name}{decision}{state}{comment}"


def end_words(one: PanelAnnotation, side: str) -> str:
    """Return the words of an end of an annotation for a cell."""
    anchor: Anchor | None = getattr(one.annotation, side)
    if anchor is None:
        return NOTHING
    lost = one.places[0 if side == "a" else 1] is None
    return flat(anchor.exact) + (" (no longer in the article)" if lost else "")


def _words(span: Span | None) -> str:
    return flat(span.text) if span else NOTHING


def agreement_tables(agreement: Agreement) -> Iterator[Table]:
    """Yield what is told of how far people agree."""
    kinds = ("exact", "exact_tag", "overlap", "overlap_tag")
    people = [("all pairs", agreement.scores)] if len(agreement.pairs) > 1 else []
    people += [(f"{pair.one} and {pair.other}", pair.scores) for pair in agreement.pairs]
    yield Table(
        "Agreement on places (F1)",
        ("People", "Same words", "and tag", "Overlap", "and tag"),
        tuple((name, *(_f1(getattr(scores, kind)) for kind in kinds)) for name, scores in people),
    )
    yield Table(
        "Agreement by tag",
        ("Tag", "F1", "Matched", "Of"),
        tuple(
            (tag, _f1(score), str(2 * score.both), str(score.total))
            for tag, score in agreement.by_tag.items()
        ),
    )
    yield Table(
        "Agreement on tags",
        ("Measure", "Value", "Places marked by two or more"),
        (("Krippendorff's alpha", _figure(agreement.alpha), str(agreement.shared_units)),),
    )


def _f1(score: Score) -> str:
    return _figure(score.f1)


def _figure(figure: Figure) -> str:
    return f"undefined ({figure.reason})" if figure.value is None else f"{figure.value:.3f}"

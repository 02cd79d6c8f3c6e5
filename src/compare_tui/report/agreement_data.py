"""Agreement as data for programs: JSON, and a table of units."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from compare_tui.article.model import Article
from compare_tui.report.cells import safe_cell
from compare_tui.review.agreement import Agreement, Score, Scores
from compare_tui.review.alpha import Figure
from compare_tui.review.knowing import knowing
from compare_tui.review.matching import NOWHERE, Mark, Stretch
from compare_tui.review.panel import Panel

SCHEMA = "compare-tui/agreement/1"

UNIT_COLUMNS = (
    "annotator",
    "annotation",
    "start",
    "end",
    "article",
    "article_start",
    "article_end",
    "unit",
    "id",
)
"""The first four are those that pygamma-agreement reads, from a file without this line of names."""


def agreement_data(panel: Panel, agreement: Agreement) -> dict[str, Any]:
    """Return agreement as ``agreement-1.schema.json`` describes it."""
    names = {one.author.id: one.author.name for one in panel.notebooks}
    orphans = [one.author.id for one in panel.annotations if one.is_orphan]
    known = knowing(panel)
    records = [panel.notebooks[0].file.a, panel.notebooks[0].file.b]
    articles = zip("ab", (panel.a, panel.b), records, strict=True)
    return {
        "schema": SCHEMA,
        "articles": {
            side: {"title": article.title if article else record.title, "found": article is not None}
            for side, article, record in articles
        },
        "annotators": [
            {
                "id": id_,
                "name": names[id_],
                "annotations": count,
                "orphans": orphans.count(id_),
                "knowing": known[id_],
            }
            for id_, count in agreement.counts.items()
        ],
        "all": {
            **_scores(agreement.scores),
            "by_tag": _by_tag(agreement.by_tag),
            "confusion": _confusion(agreement.confusion),
        },
        "pairs": [
            {
                "annotators": [pair.one, pair.other],
                **_scores(pair.scores),
                "by_tag": _by_tag(pair.by_tag),
                "confusion": _confusion(pair.confusion),
            }
            for pair in agreement.pairs
        ],
        "alpha": {**_figure(agreement.alpha), "units": agreement.shared_units},
        "units": [[_mark(mark) for mark in unit] for unit in agreement.units],
        "left_out": [one.reason for one in panel.left_out],
        "notices": list(panel.notices),
    }


def units_table(panel: Panel, agreement: Agreement) -> str:
    """Return the units as CSV: a row for each end that stands in its article.

    ``start`` and ``end`` count through A and on through B, so that both articles are one text for tools that
    know only one; ``article_start`` and ``article_end`` count in the article. Cells that a spreadsheet would
    run as a formula begin with an apostrophe.
    """
    behind_a = _length(panel, panel.a) + 1
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(UNIT_COLUMNS)
    for number, unit in enumerate(agreement.units, 1):
        for mark in unit:
            for article, stretch, offset in (("a", mark.a, 0), ("b", mark.b, behind_a)):
                if stretch is None or stretch == NOWHERE:
                    continue
                start, end = stretch
                rows.writerow(
                    (
                        safe_cell(mark.annotator),
                        safe_cell(mark.tag),
                        start + offset,
                        end + offset,
                        article,
                        start,
                        end,
                        number,
                        safe_cell(mark.id),
                    )
                )
    return written.getvalue()


def _length(panel: Panel, article: Article | None) -> int:
    return len(article.text) if article else max(one.file.a.length for one in panel.notebooks)


def _figure(figure: Figure) -> dict[str, Any]:
    return {"value": figure.value, "undefined": figure.reason}


def _score(score: Score) -> dict[str, Any]:
    return {**_figure(score.f1), "both": score.both, "annotations": score.total}


def _scores(scores: Scores) -> dict[str, Any]:
    return {"f1": {name: _score(getattr(scores, name)) for name in Scores.__dataclass_fields__}}


def _by_tag(scores: Mapping[str, Score]) -> list[dict[str, Any]]:
    return [{"tag": tag, **_score(score)} for tag, score in scores.items()]


def _confusion(counts: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    return [{"tags": list(tags), "count": count} for tags, count in counts.items()]


def _mark(mark: Mark) -> dict[str, Any]:
    ends: dict[str, Any] = {"a": _end(mark.a), "b": _end(mark.b)}
    return {"annotator": mark.annotator, "id": mark.id, "tag": mark.tag, **ends}


def _end(stretch: Stretch | None) -> list[int] | str | None:
    return "orphan" if stretch == NOWHERE else None if stretch is None else list(stretch)

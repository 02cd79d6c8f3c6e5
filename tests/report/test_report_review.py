"""Reports of a review: who found what, what was decided, what is disputed."""

from __future__ import annotations

import csv
import io
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.review.people import annotate, judge, write_articles

from compare_tui.article import read_article
from compare_tui.report.review_document import (
    MOST_COLUMNS,
    ReviewReport,
    make_review_report,
    review_tables,
)
from compare_tui.report.review_formats import REVIEW_FORMATS, review_csv, review_html, review_markdown
from compare_tui.review.panel import open_panel

GOLDEN = Path(__file__).parent / "golden"
ENDING = {"text": ".txt", "md": ".md", "html": ".html", "csv": ".csv"}


@pytest.fixture(scope="module")
def review() -> ReviewReport:
    """Two annotators with markup and formulas in their notes, one who annotates and reviews, one reviewer."""
    pair = GOLDEN / "pair"
    a, b = (read_article(pair / name, label=name) for name in ("wire.txt", "paper.txt"))
    return make_review_report(a, b, open_panel([pair, GOLDEN / "review"], (a, b)))


@pytest.mark.parametrize("name", REVIEW_FORMATS)
def test_each_format_is_as_it_was(name: str, review: ReviewReport) -> None:
    """``UPDATE_GOLDEN=1`` writes the files anew: look at them before you commit."""
    path = GOLDEN / f"review{ENDING[name]}"
    text = REVIEW_FORMATS[name](review).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(text)
    assert text == path.read_bytes()


def rows(report: ReviewReport, title: str) -> list[dict[str, str]]:
    (table,) = (one for one in review_tables(report) if one.title == title)
    return [dict(zip(table.headings, row, strict=True)) for row in table.rows]


def test_people_and_what_became_of_their_annotations(review: ReviewReport) -> None:
    people = {row["Person"]: row for row in rows(review, "People")}
    assert set(people) == {"Ann", "Ed", "Mara", "Tom <i>"}
    assert people["Ann"]["Annotations"] == "3"
    assert (people["Ann"]["Disputed"], people["Ann"]["Unreviewed"]) == ("2", "1")
    assert (people["Mara"]["Accepted"], people["Mara"]["Outdated"]) == ("1", "1")
    assert (people["Ed"]["Annotations"], people["Ed"]["Verdicts given"]) == ("0", "2")


def test_what_is_disputed_tells_who_differs_and_what_was_said(review: ReviewReport) -> None:
    first, second = rows(review, "Disputed")
    assert first["Passages"] == "A 2, B 2"
    assert "reviewers differ: ed accept, mara accept, tom reject" in first["Who differs"]
    assert "tags differ: ann number, mara number, tom quote" in first["Who differs"]
    assert "↳ Ed: The canton counted @later." in first["Said"]
    assert second["Who differs"] == "reviewers differ: mara needs-work, tom accept"


def test_each_annotation_has_its_verdicts_in_a_row(review: ReviewReport) -> None:
    verdicts = rows(review, "Verdicts")
    assert len(verdicts) == len(review.panel.annotations)
    outdated = next(row for row in verdicts if row["Tag"] == "omission")
    assert (outdated["Result"], outdated["Tom <i>"]) == ("outdated", "accept (outdated)")
    taken_back = next(row for row in verdicts if row["Tag"] == "emphasis")
    assert (taken_back["Result"], taken_back["Ed"]) == ("unreviewed", "–")


def test_who_found_what(review: ReviewReport) -> None:
    found = rows(review, "Who found what")
    assert [(row["Ann"], row["Mara"], row["Tom <i>"]) for row in found] == [
        ("number", "number", "quote"),
        ("time", "–", "–"),
        ("emphasis", "–", "–"),
        ("–", "omission", "–"),
    ]
    assert "Ed" not in found[0]


def test_the_head_tells_how_far_the_review_is(review: ReviewReport) -> None:
    assert review.summary == (
        "3 of 6 annotations reviewed; 4 marked places, 2 disputed.",
        "Verdicts and comments on annotations that are not here: 1.",
    )


def test_a_csv_row_is_an_annotation_or_a_review(review: ReviewReport) -> None:
    found = list(csv.DictReader(io.StringIO(review_csv(review).removeprefix("\ufeff"))))
    annotations = {row["id"]: row for row in found if row["record"] == "annotation"}
    reviews = [row for row in found if row["record"] == "review"]
    assert len(annotations) == 6
    assert {row["of"] for row in reviews} < set(annotations)
    assert {row["id"] for row in reviews if row["outdated"]} == {"r-tom2"}
    assert {row["id"] for row in reviews if row["taken_back"]} == {"r-ed3"}
    assert next(row["words"] for row in reviews if row["id"] == "r-tom0").startswith("'+1")
    for row in annotations.values():
        if row["a_text"]:
            assert review.a.text[int(row["a_start"]) : int(row["a_end"])] == row["a_text"]
    for row in found:
        assert all(not cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_text_of_people_never_becomes_markup(review: ReviewReport) -> None:
    shown = MarkdownIt("gfm-like", {"html": True}).render(review_markdown(review))
    assert "<script" not in shown
    assert "<i>" not in shown
    for table in re.findall(r"<table>.*?</table>", shown, re.DOTALL):
        lines = re.findall(r"<tr>.*?</tr>", table, re.DOTALL)
        assert len({len(re.findall(r"<t[hd]", line)) for line in lines}) == 1
    page = review_html(review)
    assert page.count("<script") == 1
    assert "<i>" not in page


def test_many_people_share_a_column(tmp_path: Path) -> None:
    a, b = write_articles(tmp_path)
    many = [f"p{number}" for number in range(MOST_COLUMNS + 2)]
    files = {who: annotate(tmp_path, who, ("number", "at least 12", "Nine")) for who in many}
    for who in many[1:]:
        judge(files[who], files["p0"], "number", "accept")
    report = make_review_report(a, b, open_panel(files.values(), (a, b)))
    (found,) = rows(report, "Who found what")
    assert found["Found by"].split("\n") == [f"{who.title()}: number" for who in many]
    first = next(row for row in rows(report, "Verdicts") if row["By"] == "P0")
    assert first["Verdicts"].split("\n") == [f"{who.title()}: accept" for who in many[1:]]


def test_people_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    a, b = write_articles(tmp_path)
    for who in ("ann", "bo"):
        annotate(tmp_path, who, ("number", "at least 12", "Nine"))
    panel = open_panel([tmp_path], (a, b))
    same = tuple(
        replace(one, file=replace(one.file, author=replace(one.author, name="Ann")))
        for one in panel.notebooks
    )
    people = rows(make_review_report(a, b, replace(panel, notebooks=same)), "People")
    assert [row["Person"] for row in people] == ["Ann (ann)", "Ann (bo)"]

"""The page of the manual that the benchmark fills."""

from __future__ import annotations

from pathlib import Path

from benchmarks.tables import END, marked_tables

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-well.md"


def test_the_page_has_a_place_for_every_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert marked_tables(page) == [
        "links",
        "labelled-links",
        "differences",
        "difference-kinds",
        "speed",
        "hard-cases",
        "start-up",
        "first-paint",
        "keys",
        "at-rest",
        "notebooks",
        "anchors",
        "agreement",
        "reviewing",
        "batch",
    ]
    assert page.count(END) == len(marked_tables(page))

"""Where and on what occasion a source spoke, and verbs that accuse or deny."""

from __future__ import annotations

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.differences.attributions import find_attributions
from compare_tui.comparison.differences.tokens import tokenise
from compare_tui.comparison.model import Link


def article(text: str) -> Article:
    return Article("test", "test", text, (Passage(1, 0, len(text), 1, "body", text),), "", "")


def attributions(a: str, b: str) -> set[tuple[str | None, str | None]]:
    found = find_differences(article(a), article(b), [Link(0, 0, 0.8, "confident")])
    return {
        (one.a.text if one.a else None, one.b.text if one.b else None)
        for one in found
        if one.kind == "attribution"
    }


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (
            "“The valve was shut on my order,” chief engineer Ole Brandt told reporters in the boiler house.",
            "“The valve was shut on my order,” said Ole Brandt, the chief engineer.",
            ("told reporters in the boiler house", "said"),
        ),
        (
            "The valve was shut on his order, chief engineer Ole Brandt said in a video.",
            "Ole Brandt, the chief engineer, said over the radio link that the valve was shut on his order.",
            ("in a video", None),
        ),
        (
            "Ole Brandt wrote in a letter to the owners that the valve had been closed on his order.",
            "Ole Brandt denied having closed the valve, and accused the owners of ordering it.",
            ("in a letter", None),
        ),
    ],
)
def test_where_the_same_source_spoke(a: str, b: str, told: tuple[str | None, str | None]) -> None:
    assert any((told[0] or "") in (one[0] or "") and one[1] == told[1] for one in attributions(a, b)), (
        attributions(a, b)
    )
    assert {one[::-1] for one in attributions(b, a)} == attributions(a, b)


def test_a_place_that_the_other_names_elsewhere_is_no_difference() -> None:
    a = "“The valve was shut on my order,” chief engineer Ole Brandt said in Malmo on Friday."
    b = "In Malmo, chief engineer Ole Brandt said: “The valve was closed on my order.”"
    assert attributions(a, b) == set()


def test_who_accuses_is_a_source() -> None:
    a = "Shots were fired across the ford at Olm for an hour, officers on both banks said."
    b = "Sarvia on Monday accused Toland of firing shots across the ford at Olm."
    assert ("officers on both banks said", None) not in attributions(a, b)
    assert any("Sarvia" in (one[1] or "") for one in attributions(a, b))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The blaze was put out by noon, with no injuries reported, a relief to the town.", None),
        ("Relatives of the accused describe him as a gentle man.", None),
        ("The talk was given by Ada Holt, who at a fair stated her wish to sell.", "who"),
        ("Guards have seized Nils Holt whom neighbours suspect in three thefts.", "neighbours"),
        ("Blasts have shaken the port of Olm leaving two confirmed dead.", None),
        ("Toland on Monday accused Sarvia of shelling the ford.", "Toland on Monday"),
    ],
)
def test_who_is_taken_for_a_source(text: str, source: str | None) -> None:
    tokens = tokenise(text)
    found = [text[tokens[one.source_first].start : tokens[one.source_last].end]
             for one in find_attributions(tokens, ())]  # fmt: skip
    assert found == ([source] if source else [])

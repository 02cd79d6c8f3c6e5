"""The comparison of the sample pairs against what a careful reader finds in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from compare_tui import Article, Comparison, Difference, compare, read_article, read_text
from compare_tui.settings.resources import resource_folder

SEEDS = resource_folder("seeds")
PAIRS: list[dict[str, str]] = yaml.safe_load((SEEDS / "seeds.yaml").read_text(encoding="utf-8"))
NAMES = [pair["name"] for pair in PAIRS]


@cache
def sample(name: str) -> tuple[Comparison, dict[str, Any]]:
    pair = next(pair for pair in PAIRS if pair["name"] == name)
    folder: Path = SEEDS / name
    expected: dict[str, Any] = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    return compare(read_article(folder / pair["a"]), read_article(folder / pair["b"])), expected


def flat(text: str) -> str:
    return " ".join(text.split())


def passage_with(article: Article, words: str) -> int:
    """Index of the one passage that holds ``words``."""
    found = [n for n, passage in enumerate(article.passages) if flat(words) in flat(passage.text)]
    assert len(found) == 1, f"{words!r} stands in {len(found)} passages"
    return found[0]


def ends(comparison: Comparison, entry: dict[str, Any]) -> tuple[int, int]:
    return passage_with(comparison.a, entry["a"]), passage_with(comparison.b, entry["b"])


def linked(comparison: Comparison) -> set[tuple[int, int]]:
    return {(link.a, link.b) for link in comparison.links}


def touches(difference: Difference, side: str, words: str | None) -> bool:
    """Tell whether a difference stands on ``words``, or on nothing where ``words`` is None."""
    span = difference.a if side == "a" else difference.b
    if words is None or span is None:
        return words is None and span is None
    ours, theirs = flat(span.text), flat(words)
    return ours in theirs or theirs in ours


@pytest.mark.parametrize("name", NAMES)
def test_every_obvious_link_is_found(name: str) -> None:
    comparison, expected = sample(name)
    obvious = {ends(comparison, entry) for entry in expected["links"] if entry["obvious"]}
    assert obvious - linked(comparison) == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_false_friends_are_linked(name: str) -> None:
    comparison, expected = sample(name)
    strangers = {ends(comparison, entry) for entry in expected["false_friends"]}
    assert strangers & linked(comparison) == set()


@pytest.mark.parametrize("name", NAMES)
def test_furniture_is_neither_linked_nor_missing(name: str) -> None:
    comparison, expected = sample(name)
    for article, only, side in (
        (comparison.a, comparison.only_a, "a"),
        (comparison.b, comparison.only_b, "b"),
    ):
        for words in expected[f"furniture_{side}"]:
            index = passage_with(article, words)
            assert article.passages[index].role == "furniture"
            assert article.passages[index] not in only
            assert index not in {getattr(link, side) for link in comparison.links}


@pytest.mark.parametrize("name", NAMES)
def test_agreements_are_not_flagged(name: str) -> None:
    comparison, expected = sample(name)
    by_id = {entry["id"]: entry for entry in expected["links"]}
    for entry in expected["agreements"]:
        pair = ends(comparison, by_id[entry["link"]])
        flagged = [
            difference
            for difference in comparison.differences
            if (difference.link.a, difference.link.b) == pair
            and difference.severity == "major"
            and difference.a
            and difference.b
            and flat(difference.a.text) == flat(entry["a"])
            and flat(difference.b.text) == flat(entry["b"])
        ]
        assert flagged == [], f"{entry['a']!r} and {entry['b']!r} agree"


@pytest.mark.parametrize("name", NAMES)
def test_differences_stand_inside_their_link(name: str) -> None:
    comparison, _ = sample(name)
    assert comparison.differences
    for difference in comparison.differences:
        assert difference.link in comparison.links
        assert difference.a or difference.b
        for article, index, span in (
            (comparison.a, difference.link.a, difference.a),
            (comparison.b, difference.link.b, difference.b),
        ):
            if span:
                passage = article.passages[index]
                assert passage.start <= span.start < span.end <= passage.end
                assert span.text == article.text[span.start : span.end]


TELEPHONE_CALL = [
    ("who", "Anthony", "Antony"),
    ("quote", "prerequisites", "pre-conditions"),
    ("quote", "initiating", "the start of"),
    ("quote", "conditions", "environment"),
]


@pytest.mark.parametrize(("kind", "a", "b"), TELEPHONE_CALL)
def test_the_call_differs_in_these_words(kind: str, a: str, b: str) -> None:
    comparison, _ = sample("telephone-call")
    assert any(
        found.kind == kind and found.a and found.b and (found.a.text, found.b.text) == (a, b)
        for found in comparison.differences
    )


@pytest.mark.parametrize(
    ("kind", "side", "words"),
    [
        ("quote", "a", "China, Pakistan, the UN and other countries"),
        ("attribution", "a", "Foreign Ministry announced"),
    ],
)
def test_the_call_lacks_these_on_one_side(kind: str, side: str, words: str) -> None:
    comparison, _ = sample("telephone-call")
    spans = [found.a if side == "a" else found.b for found in comparison.differences if found.kind == kind]
    assert any(span and words in flat(span.text) for span in spans)


@pytest.mark.parametrize("name", NAMES)
def test_most_expected_differences_are_found(name: str) -> None:
    """At least seven of ten, of the right kind, where their passages are linked."""
    comparison, expected = sample(name)
    by_id = {entry["id"]: entry for entry in expected["links"]}
    reachable, missed = 0, []
    for entry in expected["differences"]:
        pair = ends(comparison, by_id[entry["link"]])
        if pair not in linked(comparison):
            continue
        reachable += 1
        kinds = {entry["kind"], *entry.get("also", [])}
        if not any(
            found.kind in kinds and touches(found, "a", entry["a"]) and touches(found, "b", entry["b"])
            for found in comparison.differences
        ):
            missed.append((entry["kind"], entry["a"], entry["b"]))
    assert reachable
    assert len(missed) <= 0.3 * reachable, missed


def test_equal_articles_differ_in_nothing() -> None:
    text = (SEEDS / "coach-crash" / "wire.txt").read_text(encoding="utf-8")
    comparison = compare(read_text(text), read_text(text))
    assert comparison.differences == ()
    assert comparison.only_a == comparison.only_b == ()
    assert {(link.a, link.b) for link in comparison.links} >= {
        (n, n) for n, passage in enumerate(comparison.a.passages) if passage.role != "furniture"
    }


def test_a_dateline_is_no_part_of_the_statement() -> None:
    a = read_text("ORSK (Agencies): The ferry sank near the lighthouse.")
    b = read_text("The ferry sank near the lighthouse.")
    comparison = compare(a, b)
    assert [link.strength for link in comparison.links] == ["confident"]
    assert [found for found in comparison.differences if found.severity == "major"] == []


def test_words_before_a_dash_are_part_of_the_statement() -> None:
    a = read_text("Unlike Norwegian harbours – all of which had closed – Orsk stayed open.")
    b = read_text("Orsk stayed open, unlike Norwegian harbours.")
    assert {"Norwegian", "harbours"} <= set(compare(a, b).links[0].shared)

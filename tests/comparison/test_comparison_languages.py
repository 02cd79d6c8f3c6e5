"""Pairs of articles in eight languages: links are found, and details never come out as nonsense."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from compare_tui import compare, read_text
from compare_tui.article.model import Article, Span
from compare_tui.comparison import Comparison, Difference
from compare_tui.comparison.stemming import common_language

FOLDER = Path(__file__).parents[1] / "data" / "languages"
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
PLAIN_KINDS = {"number", "quote", "wording", "omission", "style", "time"}
"""What can be told without knowing a language's names, roles and reporting verbs."""

Place = tuple[int, int]


def flat(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair with what a careful reader finds in it; passages by index."""

    comparison: Comparison
    expected: dict[str, Any]
    links: dict[str, Place]

    def place(self, entry: dict[str, Any]) -> Place:
        found = []
        for side in ("a", "b"):
            article: Article = getattr(self.comparison, side)
            (index,) = (n for n, p in enumerate(article.passages) if flat(entry[side]) in flat(p.text))
            found.append(index)
        return found[0], found[1]

    def inside(self, link: str) -> list[Difference]:
        place = self.links[link]
        return [found for found in self.comparison.differences if (found.link.a, found.link.b) == place]


@cache
def labelled(language: str) -> Labelled:
    folder = FOLDER / language
    a, b = (read_text((folder / name).read_text(encoding="utf-8")) for name in ("a.txt", "b.txt"))
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    pair = Labelled(compare(a, b), expected, {})
    return Labelled(pair.comparison, expected, {link["id"]: pair.place(link) for link in expected["links"]})


def touches(span: Span | None, words: str | None) -> bool:
    """Tell whether a span lies in these words or holds them."""
    if span is None or words is None:
        return False
    return flat(span.text) in flat(words) or flat(words) in flat(span.text)


def missing(pair: Labelled, kind: str) -> list[tuple[str, str]]:
    """Expected differences of a kind that were not found in their link."""
    return [
        (wanted["a"], wanted["b"])
        for wanted in pair.expected["differences"]
        if wanted["kind"] == kind
        and not any(
            found.kind in (kind, *wanted.get("also", ()))
            and touches(found.a, wanted["a"])
            and touches(found.b, wanted["b"])
            for found in pair.inside(wanted["link"])
        )
    ]


def test_the_eight_languages_are_there() -> None:
    assert LANGUAGES == ["ar", "de", "es", "fr", "hi", "ja", "ru", "zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_known_and_every_sentence_is_labelled(language: str) -> None:
    pair = labelled(language)
    passages = [[p.text for p in article.passages] for article in (pair.comparison.a, pair.comparison.b)]
    assert common_language(*passages) == language
    for side, name in enumerate(("a", "b")):
        linked = {place[side] for place in pair.links.values()}
        alone = {
            index
            for index, text in enumerate(passages[side])
            if any(flat(snippet) in flat(text) for snippet in pair.expected[f"only_{name}"])
        }
        assert linked | alone == set(range(len(passages[side])))
        assert not linked & alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_obvious_links_but_one_are_found(language: str) -> None:
    pair = labelled(language)
    found = {(link.a, link.b) for link in pair.comparison.links}
    missed = [
        link["id"]
        for link in pair.expected["links"]
        if link["obvious"] and pair.links[link["id"]] not in found
    ]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_confident_link_is_wrong(language: str) -> None:
    pair = labelled(language)
    confident = {(link.a, link.b) for link in pair.comparison.links if link.strength == "confident"}
    assert not confident & {pair.place(friends) for friends in pair.expected["false_friends"]}
    assert confident <= set(pair.links.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_differing_numbers_are_reported_as_numbers(language: str) -> None:
    assert not missing(labelled(language), "number")


@pytest.mark.parametrize("language", LANGUAGES)
def test_differing_quotations_are_reported_as_quotations(language: str) -> None:
    assert not missing(labelled(language), "quote")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_value_is_never_reported(language: str) -> None:
    pair = labelled(language)
    flagged = [
        (agreed["a"], agreed["b"])
        for agreed in pair.expected["agreements"]
        for found in pair.inside(agreed["link"])
        if found.kind != "style" and (touches(found.a, agreed["a"]) or touches(found.b, agreed["b"]))
    ]
    assert not flagged


@pytest.mark.parametrize("language", LANGUAGES)
def test_details_degrade_to_plain_kinds(language: str) -> None:
    assert {found.kind for found in labelled(language).comparison.differences} <= PLAIN_KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_swapping_the_articles_mirrors_the_result(language: str) -> None:
    there = labelled(language).comparison
    back = compare(there.b, there.a)
    assert {(x.a, x.b, x.score, x.strength) for x in there.links} == {
        (x.b, x.a, x.score, x.strength) for x in back.links
    }
    assert {(x.kind, x.a, x.b) for x in there.differences} == {(x.kind, x.b, x.a) for x in back.differences}

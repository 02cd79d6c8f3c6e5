from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui import compare, read_text
from compare_tui.article import ArticleError
from compare_tui.report import SCHEMAS, comparison_data, comparison_json, schema_text

A = "The ferry sank on Monday.\n\nAll 48 passengers were saved, the coastguard said.\n\nThe captain is 61."
B = "Photo: X / Agency\n\nA ferry sank on Monday.\n\nThe coastguard saved all 52 passengers."


def validator() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads(schema_text("comparison")))


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_published_schemas_are_valid(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text(name)))


def test_a_comparison_keeps_to_the_schema() -> None:
    validator().validate(json.loads(comparison_json(compare(read_text(A), read_text(B)))))


def test_ids_point_at_what_exists() -> None:
    data = comparison_data(compare(read_text(A), read_text(B)))
    ids = {side: {passage["id"] for passage in data["articles"][side]["passages"]} for side in "ab"}
    assert data["links"]
    assert all(link["a"] in ids["a"] and link["b"] in ids["b"] for link in data["links"])
    links = {link["id"] for link in data["links"]}
    assert data["differences"]
    assert all(difference["link"] in links for difference in data["differences"])
    assert set(data["only_a"]) <= ids["a"]
    assert set(data["only_b"]) <= ids["b"]


def test_offsets_are_code_points_of_the_text() -> None:
    a, b = read_text("🚢 " + A), read_text(B)
    data = comparison_data(compare(a, b))
    for side, article in (("a", a), ("b", b)):
        for passage in data["articles"][side]["passages"]:
            assert article.text[passage["start"] : passage["end"]] == passage["text"]
        for difference in data["differences"]:
            if difference[side]:
                place = difference[side]
                assert article.text[place["start"] : place["end"]] == place["text"]


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=200))
def test_any_text_gives_a_valid_comparison(first: str, second: str) -> None:
    try:
        a, b = read_text(first), read_text(second)
    except ArticleError:
        return
    validator().validate(json.loads(comparison_json(compare(a, b))))


def test_every_passage_is_linked_or_told_to_be_alone_or_furniture() -> None:
    comparison = compare(read_text(A), read_text(B))
    for article, only, side in (
        (comparison.a, comparison.only_a, "a"),
        (comparison.b, comparison.only_b, "b"),
    ):
        linked = {getattr(link, side) for link in comparison.links}
        alone = {passage.number - 1 for passage in only}
        furniture = {n for n, passage in enumerate(article.passages) if passage.role == "furniture"}
        assert linked | alone | furniture == set(range(len(article.passages)))
        assert not linked & alone
        assert not (linked | alone) & furniture


def test_the_text_and_the_data_say_the_same_with_a_line_for_each_item() -> None:
    words = "The ferry “Mara” sank off Lund on Monday.\n\nHail fell.\n\nPhoto: Harbour Press"
    result = compare(read_text(words), read_text("The ferry “Mara” sank off Malmo on Monday."))
    text = comparison_json(result)
    assert json.loads(text) == comparison_data(result)
    assert text.endswith("}\n")
    lines = text.splitlines()
    assert sum('"strength":' in line for line in lines) == len(result.links) > 0
    assert all(line.strip().rstrip(",").startswith("{") for line in lines if '"severity":' in line)


def test_hidden_characters_are_listed() -> None:
    spoiled, plain = read_text("A ferry sank.\n\nNo\u202ebody was hurt\x9b."), read_text(B)
    comparison = compare(spoiled, plain)
    text = comparison_json(comparison)
    data = json.loads(text)
    validator().validate(data)
    assert data == comparison_data(comparison)
    assert data["articles"]["b"]["hidden"] == []
    first, second = data["articles"]["a"]["hidden"]
    assert first == {
        "passage": "a2",
        "offset": 17,
        "code_point": 0x202E,
        "name": "U+202E RIGHT-TO-LEFT OVERRIDE",
    }
    assert second["name"] == "U+009B CONTROL CHARACTER"
    assert "\u202e" not in text
    assert "\x9b" not in text

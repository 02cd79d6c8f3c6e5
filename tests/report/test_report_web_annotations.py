"""W3C Web Annotations through a JSON-LD processor that knows nothing of this program.

``web-annotation-context.json`` holds, in our words, the terms of the published context that reports use, with
the addresses that the Web Annotation Vocabulary gives them.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from compare_tui.report.document import Report
from compare_tui.report.web_annotations import CONTEXT, web_annotations

TERMS = json.loads(Path(__file__).with_name("web-annotation-context.json").read_text(encoding="utf-8"))
BASE = "https://desk.example/report.jsonld"
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def from_here(address: str, options: dict[str, Any]) -> dict[str, Any]:
    """Give the one context that a report names; nothing is fetched."""
    assert address == CONTEXT
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": TERMS,
    }


OPTIONS = {"documentLoader": from_here, "base": BASE}


@pytest.fixture(scope="module")
def page(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(web_annotations(report))
    return data


def keys_of(value: Any) -> Counter[str]:
    if isinstance(value, list):
        return sum(map(keys_of, value), Counter())
    if not isinstance(value, dict):
        return Counter()
    below = (keys_of(one) for one in value.values())
    return sum(below, Counter(key for key in value if key != "@context"))


def test_nothing_is_lost_on_the_way_through_a_processor(page: dict[str, Any]) -> None:
    back = jsonld.compact(jsonld.expand(page, OPTIONS), CONTEXT, OPTIONS)
    assert keys_of(back) == keys_of(page)
    assert [item["id"] for item in back["items"]] == [item["id"] for item in page["items"]]


def test_every_word_has_an_address_of_a_vocabulary(page: dict[str, Any]) -> None:
    known = {TERMS["@context"][name] for name in ("oa", "dc", "dcterms", "foaf", "rdf", "as")}
    triples = jsonld.to_rdf(page, OPTIONS)["@default"]
    for triple in triples:
        word = triple["predicate"]["value"]
        assert any(word.startswith(one) for one in known), word
    motivations = {
        one["object"]["value"] for one in triples if one["predicate"]["value"] == f"{OA}motivatedBy"
    }
    assert motivations <= {f"{OA}{one}" for one in ("tagging", "assessing", "replying", "highlighting")}
    assert all(one["object"]["type"] == "IRI" for one in triples if one["predicate"]["value"] == f"{OA}via")


def test_every_annotation_has_a_target_and_every_end_its_words(page: dict[str, Any]) -> None:
    triples = jsonld.to_rdf(page, OPTIONS)["@default"]
    types: dict[str, set[str]] = {}
    said: dict[str, set[str]] = {}
    for triple in triples:
        subject, word = triple["subject"]["value"], triple["predicate"]["value"]
        said.setdefault(subject, set()).add(word)
        if word == f"{RDF}type":
            types.setdefault(triple["object"]["value"], set()).add(subject)
    assert len(types[f"{OA}Annotation"]) == len(page["items"])
    assert all(
        f"{OA}hasTarget" in said[one] and f"{OA}hasBody" in said[one] for one in types[f"{OA}Annotation"]
    )
    assert all({f"{OA}hasSource", f"{OA}hasSelector"} <= said[one] for one in types[f"{OA}SpecificResource"])
    assert all(f"{OA}exact" in said[one] for one in types[f"{OA}TextQuoteSelector"])
    assert all({f"{OA}start", f"{OA}end"} <= said[one] for one in types[f"{OA}TextPositionSelector"])
    assert len(types[f"{AS}OrderedCollectionPage"]) == 1

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.invented import invented_pair
from benchmarks.known_links import recall_and_precision

from compare_tui import compare, read_text
from compare_tui.report import comparison_json


def run(
    folder: Path, a: str, b: str, truth: str, passages: list[list[str]], links: list[str]
) -> tuple[float, float]:
    printed = {
        "articles": {
            side: {"passages": [{"id": f"{side}{n}", "text": text} for n, text in enumerate(texts, 1)]}
            for side, texts in zip("ab", passages, strict=True)
        },
        "links": [dict(zip("ab", link.split("-"), strict=True)) for link in links],
    }
    files = {"a": a, "b": b, "truth": truth, "run": json.dumps(printed)}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return recall_and_precision(*(folder / name for name in files))


def test_links_are_counted_by_sentence(tmp_path: Path) -> None:
    found = run(
        tmp_path,
        "One. Two.",
        "Uno. Dos.",
        "0\t0\n1\t1\n",
        [["One.", "Two."], ["Uno.", "Dos."]],
        ["a1-b1", "a1-b2"],
    )
    assert found == (0.5, 0.5)


def test_a_passage_of_two_sentences_finds_both(tmp_path: Path) -> None:
    found = run(
        tmp_path,
        "One. Two.",
        "Uno.\nDos.",
        "0\t0\n1\t1\n",
        [["One. Two."], ["Uno.", "Dos."]],
        ["a1-b1", "a1-b2"],
    )
    assert found == (1.0, 1.0)


def test_no_link_at_all_finds_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "One.", "Uno.", "0\t0\n", [["One."], ["Uno."]], []) == (0.0, 0.0)


def test_the_known_links_of_an_invented_pair_are_found(tmp_path: Path) -> None:
    pair = invented_pair(500)
    files = {
        "a": pair.a,
        "b": pair.b,
        "truth": "".join(f"{i}\t{j}\n" for i, j in pair.links),
        "run": comparison_json(compare(read_text(pair.a), read_text(pair.b))),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    recall, precision = recall_and_precision(*(tmp_path / name for name in files))
    assert recall > 0.9
    assert precision > 0.9


def test_an_invented_pair_is_the_same_each_time_and_tells_some_sentences_in_two() -> None:
    pair = invented_pair(3_000)
    assert invented_pair(3_000) == pair
    for side in (0, 1):
        ends = [link[side] for link in pair.links]
        assert len(ends) > len(set(ends)), "some sentences are split, some merged"
    assert max(link[0] for link in pair.links) < pair.a.count(".")
    assert max(link[1] for link in pair.links) < pair.b.count(".")


def test_another_seed_tells_something_else() -> None:
    assert invented_pair(300, seed=1) != invented_pair(300, seed=2)


@pytest.mark.parametrize("size", [100, 1_000])
def test_an_invented_text_is_about_as_long_as_asked_for(size: int) -> None:
    assert size <= len(invented_pair(size).a.split()) < size + 4 * 32

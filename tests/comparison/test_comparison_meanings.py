"""Nearness in meaning: what it links beyond shared words, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from compare_tui import align
from compare_tui.comparison.alignment import Alignment
from compare_tui.comparison.meanings import BYTES, DIMENSIONS, WORDS, Meanings


class _Evenly:
    """Words of passages that all weigh the same."""

    def __init__(self, a: Sequence[str], b: Sequence[str]) -> None:
        self._sides = (a, b)

    def weighed_words(self, side: int, index: int) -> Iterable[tuple[str, float]]:
        return [(word, 1.0) for word in self._sides[side][index].split()]


def _cosine(a: str, b: str) -> float:
    return Meanings(_Evenly([a], [b])).cosine(0, 0)


def test_the_table_has_a_vector_for_each_word() -> None:
    words = WORDS.read_text(encoding="ascii").split()
    assert words == sorted(set(words))
    assert len(words) == 30_000
    assert BYTES.stat().st_size == DIMENSIONS * len(words)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("surgeon operated", "doctor hospital", "goalkeeper penalty"),
        ("vineyard harvest", "grapes wine", "submarine torpedo"),
        ("violin concert", "orchestra pianist", "mortgage lender"),
    ],
)
def test_words_of_one_field_are_nearer_than_those_of_another(text: str, near: str, far: str) -> None:
    assert _cosine(text, near) > _cosine(text, far) + 0.3


def test_the_same_words_in_another_order_and_case_mean_the_same() -> None:
    assert _cosine("The violin Concert", "concert the VIOLIN") == pytest.approx(1)


def test_passages_without_known_words_are_near_nothing() -> None:
    assert _cosine("Xqzzy Fnordbla", "violin concert") == 0
    assert _cosine("", "") == 0


A = [
    "The orchestra cancelled its tour after the conductor fell ill.",
    "Tickets for the Lissabon evening had been sold out for weeks.",
    "Doctors have ordered Marek Dolan to rest until spring.",
    "The hall in Porto will be used for a trade fair instead.",
]
B = [
    "A conductor's illness has put an end to the tour of the orchestra.",
    "Marek Dolan, physicians say, must stay in bed until the end of winter.",
    "Traders will have the hall in Porto to themselves.",
    "Fans of football had to look for another hall, too.",
]


def test_explanations_name_what_meaning_adds() -> None:
    best = Alignment(A, B).candidates("a", 2)[0]
    assert best.b == 1
    assert dict(best.parts)["meaning"] > 0


def test_meaning_speaks_against_strangers_that_share_a_word() -> None:
    parts = {one.b: dict(one.parts) for one in Alignment(A, B).candidates("a", 3)}
    assert parts[3]["words"] > 0
    assert parts[3]["meaning"] < 0


def test_swapping_the_texts_mirrors_the_links() -> None:
    assert {(link.a, link.b, link.score) for link in align(A, B)} == {
        (link.b, link.a, link.score) for link in align(B, A)
    }


def test_other_languages_are_linked_without_english_meanings() -> None:
    german = ["Der Dirigent ist krank, und das Orchester hat die Reise durch das Land abgesagt."]
    other = ["Weil der Dirigent nicht gesund ist, bleibt das Orchester zu Hause und sagt die Reise ab."]
    assert all("meaning" not in dict(one.parts) for one in Alignment(german, other).candidates("a", 0))

"""Similarity functions from outside."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType

import pytest

from compare_tui import compare, read_text
from compare_tui.comparison import align
from compare_tui.comparison.explaining import Explainer
from compare_tui.comparison.similarity import SimilarityError, excess, load_similarity

FIRST = ["The premier stepped down.", "Hail ruined the barley.", "Geese crossed the canal."]
SECOND = ["A choir sang at dawn.", "The head of the cabinet quit."]
MEANINGS = {"premier stepped": "leave", "cabinet quit": "leave"}


def by_meaning(a: Sequence[str], b: Sequence[str]) -> list[list[float]]:
    def meaning(text: str) -> str:
        return next((word for part, word in MEANINGS.items() if part in text), text)

    return [[float(meaning(x) == meaning(y)) for y in b] for x in a]


def test_it_links_what_shares_no_word() -> None:
    assert (0, 1) not in {(link.a, link.b) for link in align(FIRST, SECOND)}
    links = align(FIRST, SECOND, similarity=by_meaning)
    assert [(link.a, link.b) for link in links] == [(0, 1)]
    mirrored = align(SECOND, FIRST, similarity=by_meaning)
    assert [(link.b, link.a, link.score) for link in mirrored] == [(0, 1, links[0].score)]


def test_what_it_says_is_explained() -> None:
    a, b = (read_text("\n\n".join(texts)) for texts in (FIRST, SECOND))
    explained = Explainer(a, b, similarity=by_meaning).explain("a", 0)
    assert dict(explained.linked[0].parts)["similarity from outside"] == pytest.approx(1)


def test_only_what_stands_out_counts() -> None:
    same = excess(lambda a, b: [[0.9] * len(b) for _ in a], FIRST, SECOND, [(0, 0), (2, 1)])
    assert same == {(0, 0): 0.0, (2, 1): 0.0}


def test_it_is_asked_in_blocks() -> None:
    asked: list[tuple[int, int]] = []

    def noting(a: Sequence[str], b: Sequence[str]) -> list[list[float]]:
        asked.append((len(a), len(b)))
        return [[float(x == y) for y in b] for x in a]

    texts = [f"passage {number}" for number in range(600)]
    found = excess(noting, texts, texts, [(n, n) for n in range(600)])
    assert all(value > 0.99 for value in found.values())
    assert max(asked) <= (256, 1024)
    assert len(asked) == 3


def test_cosines_under_zero_count_as_zero_and_need_no_word() -> None:
    a, b = (read_text("\n\n".join(texts)) for texts in (FIRST, SECOND))
    cosines = compare(a, b, similarity=lambda a, b: [[2 * v - 1 for v in row] for row in by_meaning(a, b)])
    plain = compare(a, b, similarity=by_meaning)
    assert cosines == plain
    assert plain.notes == ()


def test_another_scale_is_noted_once() -> None:
    a, b = (read_text("\n\n".join(texts)) for texts in (FIRST, SECOND))

    def percent(a: Sequence[str], b: Sequence[str]) -> list[list[float]]:
        return [[100 * value for value in row] for row in by_meaning(a, b)]

    (note,) = compare(a, b, similarity=percent).notes
    assert "percent gave 1 value beyond 1 or -1; each was taken as 1 or 0." in note


def test_a_comparison_is_cancelled_before_the_function_is_asked() -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: float, word: str) -> None:
        if word == "similarity":
            raise CancelledError

    def never(a: Sequence[str], b: Sequence[str]) -> list[list[float]]:
        raise AssertionError

    a, b = (read_text("\n\n".join(texts)) for texts in (FIRST, SECOND))
    with pytest.raises(CancelledError):
        compare(a, b, similarity=never, progress=cancel)
    with pytest.raises(CancelledError):
        Explainer(a, b, similarity=never, progress=cancel)


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (lambda a, b: [[0.5] * len(b)], "got 1 rows of"),
        (lambda a, b: [[0.5]] * len(a), "rows of 1"),
        (lambda a, b: [[float("nan")] * len(b)] * len(a), "not a finite number"),
        (lambda a, b: [["much"] * len(b)] * len(a), "could not convert"),
        (lambda a, b: 1 / 0, "ZeroDivisionError"),
    ],
)
def test_what_is_no_matrix_is_refused(function: object, reason: str) -> None:
    with pytest.raises(SimilarityError, match=r"^similarity ") as caught:
        align(FIRST, SECOND, similarity=function)  # type: ignore[arg-type]
    assert reason in str(caught.value)


def test_a_function_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("meanings")
    module.by_meaning = by_meaning  # type: ignore[attr-defined]
    module.number = 4  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "meanings", module)
    assert load_similarity("meanings:by_meaning") is by_meaning
    for name, reason in (
        ("meanings:other", "no attribute"),
        ("meanings:number", "no function"),
        ("nothing_there:x", "No module named"),
        ("nothing_there", "expected package:function"),
        (":", "expected package:function"),
    ):
        with pytest.raises(SimilarityError, match=reason):
            load_similarity(name)

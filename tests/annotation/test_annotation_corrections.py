from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.corrections import LinkCorrection, corrections_value, read_corrections
from compare_tui.annotation.model import Anchor, Author, Value
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article, Passage

MARA = Author("mara", "Mara Ilves")
TEXT = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))


def article(name: str, *texts: str) -> Article:
    passages: list[Passage] = []
    text = ""
    for number, words in enumerate(texts, 1):
        text += "\n" if text else ""
        passages.append(Passage(number, len(text), len(text) + len(words), number, "body", words))
        text += words
    return Article(name, "", text, tuple(passages), "0" * 64, name.ljust(64, "0"), date=None)


A = article("a", "One ran.", "Two sat.")
B = article("b", "Eins lief.", "Zwei sass.")


def ends() -> tuple[Anchor, Anchor]:
    return make_anchor(A, 0, 8), make_anchor(B, 0, 10)


def test_a_correction_is_saved_undone_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a--b.mara.notes.yaml"
    book = Notebook.open(path, A, B, MARA)
    book.correct("link", *ends(), "link A 1 and B 1")
    assert book.dirty
    assert book.history == ("link A 1 and B 1",)
    book.save()
    again = Notebook.open(path, A, B, MARA)
    (one,) = again.corrections
    assert (one.kind, one.a.exact, one.b.exact) == ("link", "One ran.", "Eins lief.")
    assert again.place_correction(one) == ((0, 8), (0, 10))
    again.withdraw(one.id, "take it back")
    assert [one.kind for one in again.corrections] == []
    assert again.undo() == "take it back"
    assert again.corrections == (one,)
    assert not again.dirty


def test_what_is_not_understood_is_written_back(tmp_path: Path) -> None:
    path = tmp_path / "a--b.mara.notes.yaml"
    book = Notebook.open(path, A, B, MARA)
    book.correct("unlink", *ends(), "unlink A 1 and B 1")
    book.save()
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("    kind: unlink\n", "    kind: unlink\n    why: a joke\n"), encoding="utf-8"
    )
    with path.open("a", encoding="utf-8") as file:
        file.write("  - id: l-2\n    kind: merge\n    of:\n      - 1\n")
    again = Notebook.open(path, A, B, MARA)
    assert [one.extra for one in again.corrections] == [{"why": "a joke"}]
    again.correct("link", *ends(), "link A 1 and B 1")
    again.save()
    written = path.read_text(encoding="utf-8")
    assert 'why: "a joke"' in written
    assert "kind: merge" in written


@pytest.mark.parametrize(
    "value",
    [
        None,
        1,
        "x",
        {"id": "l"},
        [1, None, "x", {}],
        [{"id": 1, "kind": "link", "a": {}, "b": {}, "created": ""}],
    ],
)
def test_entries_of_any_shape_are_kept(value: Value) -> None:
    found, others = read_corrections(value)
    assert found == ()
    assert others == (value if isinstance(value, list) else [])


ANCHORS = st.builds(
    lambda exact, prefix, suffix, start, length: Anchor(exact, prefix, suffix, start, start + length),
    TEXT,
    st.text(max_size=5),
    st.text(max_size=5),
    st.integers(0, 99),
    st.integers(0, 99),
)


@given(st.lists(st.tuples(st.sampled_from(["link", "unlink"]), ANCHORS, ANCHORS), max_size=4))
def test_corrections_are_read_as_they_were_written(made: list[tuple[str, Anchor, Anchor]]) -> None:
    known, _ = read_corrections(
        corrections_value(
            [
                LinkCorrection(
                    f"l-{at}", "link" if kind == "link" else "unlink", a, b, "2026-01-02T03:04:05Z"
                )
                for at, (kind, a, b) in enumerate(made)
            ],
            [],
        )
    )
    assert read_corrections(corrections_value(known, []))[0] == known
    assert len(known) == len(made)

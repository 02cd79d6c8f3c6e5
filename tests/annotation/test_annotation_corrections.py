from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.anchoring import find_lost
from compare_tui.annotation.corrections import LinkCorrection, corrections_value, read_corrections
from compare_tui.annotation.model import Anchor, Author, Value
from compare_tui.annotation.notebook import Notebook
from compare_tui.article import read_text
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


OLD = "The ferry ran aground near Orsk on Monday.\n\nThe owner refused to comment on the matter.\n"
NEW = f"A new beginning.\n\n{OLD.replace('near', 'off').replace('Monday', 'Tuesday')}"
PAPER = "Ferry aground near Orsk, 52 saved.\n\nNo comment came from the owner.\n"


@pytest.fixture
def corrected(tmp_path: Path) -> Notebook:
    """A notebook with one link by hand, saved, and opened again with a changed article."""
    old, paper = read_text(OLD, title="wire"), read_text(PAPER, title="paper")
    path = tmp_path / "wire--paper.mara.notes.yaml"
    book = Notebook.open(path, old, paper, MARA)
    first, other = old.passages[0], paper.passages[0]
    a, b = make_anchor(old, first.start, first.end), make_anchor(paper, other.start, other.end)
    book.correct("link", a, b, "link A 1 and B 1")
    book.save()
    return Notebook.open(path, read_text(NEW, title="wire"), paper, MARA)


def links_of(data: bytes) -> bytes:
    return data[data.index(b"links:") :]


def search(book: Notebook) -> LinkCorrection:
    book.take_placements(find_lost(book.lost_corrections, book._a, book._b))
    (one,) = book.corrections
    return one


def test_a_correction_whose_words_changed_is_proposed_and_accepted(corrected: Notebook) -> None:
    saved = corrected.path.read_bytes()
    assert len(corrected.lost_corrections) == 1
    one = search(corrected)
    assert corrected.correction_state(one) == "moved"
    place = corrected.place_correction(one)[0]
    assert place is not None
    assert corrected._a.text[slice(*place)] == "The ferry ran aground off Orsk on Tuesday."
    assert not corrected.dirty
    accepted = corrected.accept_correction(one.id)
    assert corrected.correction_state(accepted) == "anchored"
    assert accepted.a.extra == {"was": "The ferry ran aground near Orsk on Monday."}
    assert (accepted.id, accepted.kind, accepted.b) == (one.id, one.kind, one.b)
    corrected.save()
    again = Notebook.open(corrected.path, corrected._a, corrected._b, MARA)
    assert again.corrections == (accepted,)
    assert again.lost_corrections == ()
    corrected.undo()
    corrected.save()
    assert links_of(corrected.path.read_bytes()) == links_of(saved)


def test_a_refused_place_is_not_proposed_again_and_the_words_are_kept(corrected: Notebook) -> None:
    kept = corrected.keep_correction_orphan(search(corrected).id)
    assert corrected.correction_state(kept) == "orphan"
    assert search(corrected).a.exact == "The ferry ran aground near Orsk on Monday."
    assert corrected.correction_state(kept) == "orphan"
    corrected.undo()
    corrected.replace_articles(read_text(OLD, title="wire"), corrected._b)
    with pytest.raises(ValueError, match="all of its words"):
        corrected.keep_correction_orphan(kept.id)


def test_a_correction_without_its_words_is_written_back_untouched(corrected: Notebook) -> None:
    corrected.replace_articles(read_text("Something else entirely was told.", title="wire"), corrected._b)
    assert corrected.correction_state(search(corrected)) == "orphan"
    corrected.add(
        tag="who", relation="one-sided", severity="minor", a=make_anchor(corrected._a, 0, 9), b=None
    )
    corrected.save()
    assert b"The ferry ran aground near Orsk on Monday." in corrected.path.read_bytes()

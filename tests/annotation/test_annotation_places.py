from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import Author, Notebook, make_anchor
from compare_tui.annotation.anchoring import KEPT, WAS, Tally, find_lost, state_of
from compare_tui.annotation.model import Anchor
from compare_tui.article import Article, read_text

MARA = Author("mara", "Mara Ilves")
TEXT = (
    "Police said on Sunday that at least 12 people were killed when a coach overturned near the lake.\n\n"
    "The driver survived the crash. He was taken to the hospital in Zürich by helicopter.\n"
)
OTHER = read_text("Nine people died when a bus left the road.\n", title="B")


def article(text: str) -> Article:
    return read_text(text, title="A")


A = article(TEXT)
UPDATED = article(
    "New.\n\n" + TEXT.replace("12", "14").replace("the crash", "it").replace(" by helicopter", "")
)


def at(words: str, text: Article = A) -> Anchor:
    start = text.text.index(words)
    return make_anchor(text, start, start + len(words))


def tagged(path: Path, *quotes: str) -> Notebook:
    book = Notebook.open(path, A, OTHER, MARA)
    for quote in quotes:
        book.add(tag="number", relation="conflict", severity="major", a=at(quote), b=at("Nine people", OTHER))
    book.save()
    return book


@pytest.fixture
def book(tmp_path: Path) -> Notebook:
    """A notebook of an article that was updated: one annotation in place, one moved, one orphan."""
    path = tmp_path / "n.notes.yaml"
    tagged(
        path,
        "near the lake",
        "at least 12 people were killed",
        "taken to the hospital in Zürich by helicopter",
    )
    updated = article("Something else happened near the lake, at least 14 people were killed in it.")
    opened = Notebook.open(path, updated, OTHER, MARA)
    opened.take_placements(find_lost(opened.lost, updated, OTHER))
    return opened


def test_annotations_are_in_place_moved_or_orphans(book: Notebook) -> None:
    assert book.tally == Tally(anchored=1, moved=1, orphan=1)
    assert [one.a.exact for one in book.lost if one.a is not None] == [
        "at least 12 people were killed",
        "taken to the hospital in Zürich by helicopter",
    ]
    assert not book.dirty


def test_a_new_place_is_accepted_and_the_old_words_are_kept(book: Notebook) -> None:
    moved = book.lost[0]
    accepted = book.accept_place(moved.id)
    assert accepted.a is not None
    assert accepted.a.exact == "at least 14 people were killed"
    assert accepted.a.extra == {WAS: "at least 12 people were killed"}
    assert accepted.b == moved.b
    assert state_of(book.placements(accepted)) == "anchored"
    book.save()
    assert b'was: "at least 12 people were killed"' in book.path.read_bytes()
    book.undo()
    assert book.find(moved.id) == moved
    assert book.tally.moved == 1, "undoing brings the proposal back"


def test_the_first_words_stay_the_old_ones(book: Notebook) -> None:
    accepted = book.accept_place(book.lost[0].id)
    again = book.reattach(accepted.id, (0, 14), None)
    assert again.a is not None
    assert (again.a.exact, again.a.extra) == ("Something else", {WAS: "at least 12 people were killed"})


def test_an_orphan_can_be_attached_to_other_words(book: Notebook) -> None:
    orphan = book.lost[1]
    attached = book.reattach(orphan.id, (0, 14), None)
    assert state_of(book.placements(attached)) == "anchored"
    assert attached.created == orphan.created


def test_a_proposal_that_is_refused_is_not_made_again(book: Notebook, tmp_path: Path) -> None:
    kept = book.keep_orphan(book.lost[0].id)
    assert kept.a is not None
    assert kept.a.exact == "at least 12 people were killed"
    assert kept.a.extra == {KEPT: True}
    book.save()
    updated = article("Something else happened near the lake, at least 14 people were killed in it.")
    again = Notebook.open(book.path, updated, OTHER, MARA)
    again.take_placements(find_lost(again.lost, updated, OTHER))
    assert again.tally == Tally(anchored=1, moved=0, orphan=2)
    back = Notebook.open(book.path, A, OTHER, MARA)
    assert back.tally == Tally(anchored=3)


def test_nothing_is_accepted_or_refused_where_all_words_stand(book: Notebook) -> None:
    whole = next(one for one in book.annotations if one not in book.lost)
    with pytest.raises(ValueError, match="no place is proposed"):
        book.accept_place(whole.id)
    with pytest.raises(ValueError, match="stand in the articles"):
        book.keep_orphan(whole.id)
    with pytest.raises(ValueError, match="no place is proposed"):
        book.accept_place(book.lost[1].id)


def test_what_was_found_for_an_annotation_that_changed_meanwhile_is_left_out(book: Notebook) -> None:
    moved = book.lost[0]
    found = find_lost(book.lost, UPDATED, OTHER)
    changed = book.reattach(moved.id, (0, 9), None)
    book.take_placements(found)
    assert book.place(changed)[0] == (0, 9)


def test_a_new_version_of_an_article_carries_annotations_over(tmp_path: Path) -> None:
    book = tagged(tmp_path / "n.notes.yaml", "12", "near the lake", "The driver survived the crash.")
    found = find_lost(book.annotations, UPDATED, OTHER)
    book.replace_articles(UPDATED, OTHER, found)
    assert book.tally == Tally(anchored=1, moved=2)
    words = {
        UPDATED.text[slice(*place)] for one in book.annotations if (place := book.place(one)[0]) is not None
    }
    assert words == {"14", "near the lake", "The driver survived it."}


@pytest.mark.parametrize(
    "variant",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    ],
)
@pytest.mark.parametrize(
    "words", ["👨‍👩‍👧‍👦 came", "🇨🇭🇫🇷 flags", "e\u0301tude", "שלום עולם", "東京で会議", "👍🏽 it", "السلام"]
)
def test_line_ends_and_marks_move_no_annotation(tmp_path: Path, variant: object, words: str) -> None:
    text = f"First line.\nSecond {words} here.\n\nThird {words[:2]} there.\n"
    paths = [tmp_path / name for name in ("plain.txt", "variant.txt")]
    paths[0].write_bytes(text.encode())
    paths[1].write_bytes(variant(text).encode())  # type: ignore[operator]
    from compare_tui import read_article

    plain, other = map(read_article, paths)
    assert plain.text == other.text
    start = plain.text.index(words)
    book = Notebook.open(tmp_path / "n.notes.yaml", plain, OTHER, MARA)
    anchor = make_anchor(plain, start, start + len(words))
    made = book.add(tag="number", relation="one-sided", severity="minor", a=anchor, b=None)
    book.save()
    again = Notebook.open(tmp_path / "n.notes.yaml", other, OTHER, MARA)
    assert again.changed_articles == ()
    assert again.annotations == (made,)
    assert again.place(made) == ((start, start + len(words)), None)


WORDS = TEXT.split()


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.integers(0, len(WORDS) - 3), min_size=1, max_size=6),
    st.lists(
        st.tuples(st.integers(0, len(WORDS)), st.sampled_from(["cut", "new words", "\n\n", ""])), max_size=12
    ),
)
def test_no_annotation_is_ever_dropped(starts: list[int], edits: list[tuple[int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "n.notes.yaml"
        old = article(" ".join(WORDS))
        offsets = [len(" ".join(WORDS[:start])) + bool(start) for start in starts]
        book = Notebook.open(path, old, OTHER, MARA)
        for start, offset in zip(starts, offsets, strict=True):
            end = offset + len(" ".join(WORDS[start : start + 3]))
            book.add(
                tag="time", relation="one-sided", severity="minor", a=make_anchor(old, offset, end), b=None
            )
        book.save()
        quotes = {one.id: one.a.exact for one in book.annotations if one.a is not None}
        words = list(WORDS)
        for place, what in edits:
            if what == "cut":
                del words[place : place + 4]
            elif what:
                words.insert(place, what)
        new = article(" ".join(words).strip() or "Empty.")
        opened = Notebook.open(path, new, OTHER, MARA)
        opened.take_placements(find_lost(opened.lost, new, OTHER))
        tally = opened.tally
        assert tally.anchored + tally.moved + tally.orphan == len(starts)
        first = opened.annotations[0]
        opened.edit(first.id, note="Something happens.")
        opened.save()
        kept = Notebook.open(path, new, OTHER, MARA)
        assert {one.id: one.a.exact for one in kept.annotations if one.a is not None} == quotes

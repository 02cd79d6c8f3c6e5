from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import (
    Anchor,
    Author,
    Notebook,
    TagSet,
    default_tag_set,
    make_anchor,
    notebook,
    read_notebook,
)
from compare_tui.article import Article, clean, read_text

MARA = Author("mara", "Mara Ilves")
TEXT_A = (
    "Twelve dead in the Alps\n\nPolice said that 12 people died on Sunday.\n\n"
    "The road was closed for 12 hours.\n"
)
TEXT_B = "Nine dead in the Alps\n\nNine people died, a witness said. It was 6 a.m. 👩\u200d👧 שלום\n"
A = read_text(TEXT_A, title="Twelve dead in the Alps")
B = read_text(TEXT_B, title="Nine dead in the Alps")
FIELDS: dict[str, Any] = {"tag": "number", "relation": "conflict", "severity": "major"}


def at(article: Article, words: str) -> Anchor:
    start = article.text.index(words)
    return make_anchor(article, start, start + len(words))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a--b.mara.notes.yaml"


@pytest.fixture
def saved(path: Path) -> Notebook:
    """A notebook with two saved annotations."""
    book = Notebook.open(path, A, B, MARA)
    book.add(**FIELDS, a=at(A, "12 hours"), b=None, note="Only in A.")
    book.add(**FIELDS, a=at(A, "12 people died"), b=at(B, "Nine people died"))
    assert book.save()
    return book


def reopened(path: Path, a: Article = A, b: Article = B) -> Notebook:
    return Notebook.open(path, a, b, MARA)


def test_a_missing_file_is_made_by_the_first_saving_of_an_act(path: Path) -> None:
    book = reopened(path)
    assert (book.annotations, book.history, book.dirty, book.read_only) == ((), (), False, None)
    assert not book.save()
    book.add(**FIELDS, a=at(A, "12 people"), b=None)
    book.undo()
    assert not book.save()
    assert not path.exists()
    book.redo()
    assert (book.dirty, book.save(), book.dirty) == (True, True, False)
    assert reopened(path).annotations == book.annotations


def test_annotations_stand_in_reading_order_and_come_back_the_same(saved: Notebook, path: Path) -> None:
    assert [annotation.a.start for annotation in saved.annotations if annotation.a] == [
        A.text.index("12 people"),
        A.text.index("12 hours"),
    ]
    again = reopened(path)
    assert again.annotations == saved.annotations
    first = saved.annotations[0]
    assert again.find(first.id) == first
    assert again.find("a-nothing") is None
    assert again.author == MARA
    assert again.tag_set == default_tag_set()
    assert (first.status, first.confidence, first.note) == ("open", "high", "")


def test_the_file_describes_the_articles(tmp_path: Path) -> None:
    a = replace(A, path=tmp_path / "news" / "wire.txt")
    path = tmp_path / "notes" / "n.yaml"
    path.parent.mkdir()
    book = Notebook.open(path, a, B, MARA)
    book.add(**FIELDS, a=at(A, "12 people"), b=None)
    book.save()
    file = read_notebook(path.read_bytes(), "n")
    assert file.a.path == "../news/wire.txt"
    assert file.b.path is None
    assert (file.a.title, file.a.sha256, file.a.text_sha256) == (a.title, a.sha256, a.text_sha256)
    assert (file.a.length, file.a.reader, file.tags_name) == (len(a.text), a.reader, "news-discrepancies/1")


def test_history_tells_acts_by_the_numbers_that_people_say(saved: Notebook) -> None:
    first, second = saved.annotations
    saved.edit(first.id, severity="critical", note="Twelve?")
    saved.edit(second.id, tag="time", what="retag")
    saved.remove(second.id)
    number = next(passage.number for passage in A.passages if "hours" in passage.text)
    people = next(passage.number for passage in A.passages if "people" in passage.text)
    assert saved.history == (
        f"tag number on A {number}",
        f"tag number on A {people}",
        f"change severity and note of number on A {people}",
        "retag",
        f"remove time on A {number}",
    )
    only_b = saved.add(**FIELDS, a=None, b=at(B, "6 a.m."))
    assert saved.history[-1].startswith("tag number on B ")
    assert saved.annotations[-1] == only_b


def test_editing_changes_the_time_but_not_the_identity(
    saved: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = saved.annotations[0]
    monkeypatch.setattr(notebook, "utc_now", lambda: "2099-01-01T00:00:00Z")
    edited = saved.edit(first.id, status="resolved", b=None)
    assert edited == replace(first, status="resolved", b=None, modified="2099-01-01T00:00:00Z")
    assert saved.find(first.id) == edited


def test_an_edit_without_a_difference_is_no_act(saved: Notebook) -> None:
    first = saved.annotations[0]
    history = saved.history
    assert saved.edit(first.id, tag=first.tag, note=first.note) == first
    assert saved.history == history
    assert not saved.dirty


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"severity": "huge"}, ValueError),
        ({"relation": ""}, ValueError),
        ({"tag": "  "}, ValueError),
        ({"note": None}, ValueError),
        ({"b": "words"}, ValueError),
        ({"a": None, "b": None}, ValueError),
        ({"a": Anchor("", "", "", 0, 0)}, ValueError),
        ({"a": Anchor("x", "", "", 5, 4)}, ValueError),
        ({"id": "a-1"}, TypeError),
        ({"created": "x"}, TypeError),
        ({"colour": "red"}, TypeError),
    ],
)
def test_a_wrong_value_changes_nothing(
    saved: Notebook, changes: dict[str, Any], error: type[Exception]
) -> None:
    before = saved.annotations
    with pytest.raises(error):
        saved.edit(before[0].id, **changes)
    if error is ValueError and changes not in ({"note": None}, {"b": "words"}):
        with pytest.raises(ValueError, match=r"expected|needs"):
            saved.add(**{**FIELDS, "a": at(A, "12 people"), "b": None, **changes})
    with pytest.raises(KeyError):
        saved.remove("a-nothing")
    with pytest.raises(KeyError):
        saved.edit("a-nothing", tag="time")
    assert saved.annotations == before
    assert not saved.dirty


def test_undo_and_redo_at_their_ends_do_nothing(saved: Notebook) -> None:
    assert saved.redo() is None
    assert saved.undo() is not None
    assert saved.undo() is not None
    assert saved.undo() is None
    assert saved.annotations == ()
    assert saved.dirty


def test_a_new_act_ends_redoing(saved: Notebook) -> None:
    saved.undo()
    saved.add(**FIELDS, a=at(A, "12 people"), b=None)
    assert saved.redo() is None


ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "edit", "remove", "undo", "redo"]), st.integers(0, 99)), max_size=30
)


@settings(max_examples=80, deadline=None)
@given(ACTS)
def test_undoing_everything_and_redoing_everything_lead_back(acts: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "n.yaml"
        book = reopened(path)
        book.add(**FIELDS, a=at(A, "12 people"), b=None)
        book.save()
        book = reopened(path)
        start = book.annotations
        for act, number in acts:
            ids = [annotation.id for annotation in book.annotations]
            if act == "add":
                anchor = make_anchor(A, number % 20, number % 20 + 5)
                book.add(**FIELDS, a=anchor, b=at(B, "Nine") if number % 2 else None, note=str(number))
            elif act == "undo":
                book.undo()
            elif act == "redo":
                book.redo()
            elif ids and act == "edit":
                book.edit(
                    ids[number % len(ids)],
                    note=f"note {number}",
                    severity="minor" if number % 3 else "critical",
                )
            elif ids:
                book.remove(ids[number % len(ids)])
        while book.redo() is not None:
            pass
        end, done = book.annotations, book.history
        undone = []
        while (what := book.undo()) is not None:
            undone.append(what)
        assert tuple(reversed(undone)) == done
        assert book.annotations == start
        assert not book.dirty
        while book.redo() is not None:
            pass
        assert (book.annotations, book.history) == (end, done)
        assert book.save() == (end != start)
        assert reopened(path).annotations == end


@settings(max_examples=80, deadline=None)
@given(
    st.text(max_size=30)
    | st.sampled_from(["no", "007", "a\r\nb\x85c", "\x1b[2J", "\u202e", "| \n x\n", "~", "\ud800"])
)
def test_any_note_comes_back_clean(note: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = reopened(Path(folder) / "n.yaml")
        added = book.add(**FIELDS, a=at(A, "12 people"), b=at(B, "👧"), note=note)
        assert added.note == clean(note)
        book.save()
        assert reopened(Path(folder) / "n.yaml").annotations == (added,)


def test_anchors_follow_their_words_and_orphans_stay(saved: Notebook, path: Path) -> None:
    people, hours = saved.annotations
    assert saved.place(people) == (
        (A.text.index("12 people died"), A.text.index("12 people died") + 14),
        (B.text.index("Nine people"), B.text.index("Nine people") + 16),
    )
    assert saved.changed_articles == ()
    changed = read_text("A new first paragraph.\n\n" + TEXT_A.replace("12 hours", "two days"), title=A.title)
    book = reopened(path, a=changed)
    assert book.changed_articles == ("a",)
    assert not book.dirty
    assert not book.save()
    found = book.find(people.id)
    lost = book.find(hours.id)
    assert found is not None
    assert found.a is not None
    assert book.place(found)[0] == (
        changed.text.index("12 people died"),
        changed.text.index("12 people died") + 14,
    )
    assert found.a.start == changed.text.index("12 people died")
    assert lost == hours
    assert book.place(lost) == (None, None)
    book.edit(people.id, note="moved")
    book.save()
    again = reopened(path, a=changed)
    assert again.changed_articles == ()
    assert again.find(hours.id) == hours


def test_new_articles_are_searched_at_once(saved: Notebook) -> None:
    people = saved.annotations[0]
    calls: list[int] = []
    saved.subscribe(lambda: calls.append(1))
    saved.replace_articles(read_text("Else.\n\n" + TEXT_A, title="x"), read_text("Nothing.", title="y"))
    place = saved.place(people)
    assert place[0] is not None
    assert place[1] is None
    assert saved.changed_articles == ("a", "b")
    assert calls == [1]


def test_subscribers_hear_of_every_change_until_they_leave(saved: Notebook) -> None:
    heard: list[int] = []
    leave = saved.subscribe(lambda: heard.append(len(saved.annotations)))
    added = saved.add(**FIELDS, a=at(A, "12 people"), b=None)
    saved.edit(added.id, note="x")
    saved.undo()
    saved.redo()
    saved.remove(added.id)
    saved.save()
    assert heard == [3, 3, 3, 3, 2]
    saved.undo()
    saved.save()
    assert heard == [3, 3, 3, 3, 2, 3, 3]
    leave()
    leave()
    saved.undo()
    assert len(heard) == 7


def test_an_id_is_never_given_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(["f-1", "a-1", "a-1", "a-1", "a-2"])
    monkeypatch.setattr(notebook, "new_id", lambda _: next(ids))
    book = reopened(path)
    made = [book.add(**FIELDS, a=at(A, "12 people"), b=None).id for _ in range(2)]
    assert made == ["a-1", "a-2"]


def test_a_tag_set_of_ones_own_and_unknown_tags(path: Path) -> None:
    tags = TagSet("desk/2", default_tag_set().tags[:2])
    book = Notebook.open(path, A, B, MARA, tags)
    added = book.add(**{**FIELDS, "tag": "gossip"}, a=at(A, "12 people"), b=None)
    book.save()
    again = reopened(path)
    assert again.annotations == (added,)
    assert again.tag_set.find("gossip") is None
    assert again.unknown_tags == ("gossip",)
    assert "made with the tag set desk/2" in again.tag_set_note
    assert Notebook.open(path, A, B, MARA, tags).tag_set_note == ""
    assert read_notebook(path.read_bytes(), "n").tags_name == "desk/2"


def test_an_author_without_a_name_can_save(path: Path) -> None:
    book = Notebook.open(path, A, B, Author("", "\x1b"))
    book.add(**FIELDS, a=at(A, "12 people"), b=None)
    book.save()
    assert "\x1b" not in Notebook.open(path, A, B, Author("", "")).author.name

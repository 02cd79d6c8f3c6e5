"""What each action of the registry does and says without a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from tests.linear.conftest import Listener
from tests.tui.conftest import PAPER, WIRE, make_article

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.linear.key_source import InputEndedError
from compare_tui.tui import clipboard
from compare_tui.tui.actions import ACTIONS, find_action
from compare_tui.tui.key_map import KeyMap


@dataclass(frozen=True)
class Act:
    """Keys before an action, answers to what it asks, and what must hold behind it."""

    before: tuple[str, ...]
    holds: Callable[[Listener], object]
    answers: tuple[str, ...] = ()


def place(ear: Listener) -> tuple[str, int, int]:
    focus = ear.session.focus_at
    return focus.side, focus.a, focus.b


def tagged(ear: Listener) -> list[str]:
    return [one.tag for one in ear.session.notebook.annotations]


def heard(ear: Listener, words: str) -> bool:
    return any(words in line for line in ear.lines)


def is_over(ear: Listener) -> bool:
    return ear.session.is_over


def links(ear: Listener) -> int:
    return len(ear.session.comparison.links) if ear.session.comparison else 0


def table(ear: Listener) -> object:
    found = ear.session.shown_table
    assert found is not None
    return found.listed.filter


TAG = ("]", "t", "n")
ACTS: dict[str, Act] = {
    "next_passage": Act((), lambda ear: place(ear) == ("a", 1, 1)),
    "previous_passage": Act(("j", "j"), lambda ear: place(ear)[1] == 1),
    "page_down": Act((), lambda ear: place(ear)[1] == 7),
    "page_up": Act(("G",), lambda ear: place(ear)[1] == 0),
    "half_page_down": Act((), lambda ear: place(ear)[1] == 5),
    "half_page_up": Act(("G",), lambda ear: place(ear)[1] == 2),
    "first_passage": Act(("j", "j"), lambda ear: place(ear)[1] == 0),
    "last_passage": Act((), lambda ear: place(ear)[1] == 7),
    "other_side": Act((), lambda ear: place(ear)[0] == "b"),
    "side_a": Act(("l",), lambda ear: place(ear)[0] == "a"),
    "side_b": Act((), lambda ear: place(ear)[0] == "b"),
    "next_counterpart": Act(("j", "enter"), lambda ear: place(ear) == ("a", 1, 7) and heard(ear, "2 of 2")),
    "next_linked": Act(("tab", "j"), lambda ear: place(ear)[2] == 3),
    "previous_linked": Act(("tab", "j", "j", "j", "k"), lambda ear: place(ear)[2] == 1),
    "next_only": Act((), lambda ear: place(ear)[1] == 6 and heard(ear, "only in A")),
    "previous_only": Act(("G",), lambda ear: place(ear)[1] == 6),
    "go_to": Act((), lambda ear: place(ear)[::2] == ("b", 6), ("b7",)),
    "jump_back": Act(("j", "o"), lambda ear: place(ear)[1] == 1),
    "jump_forward": Act(("j", "o", "<"), lambda ear: place(ear)[1] == 6),
    "search": Act((), lambda ear: place(ear)[1] == 5 and heard(ear, "Place 1 of 2 of ship"), ("ship",)),
    "next_match": Act(("/", "ship"), lambda ear: place(ear) == ("b", 2, 4)),
    "previous_match": Act(("/", "ship", "n"), lambda ear: place(ear)[:2] == ("a", 5)),
    "next_difference": Act((), lambda ear: heard(ear, "212 against about 200")),
    "previous_difference": Act(("]", "]"), lambda ear: ear.session.focus_at.difference == 0),
    "toggle_style": Act((), lambda ear: len(ear.session.pairs.differences) == 10),
    "explain": Act((), lambda ear: heard(ear, "A 1: Ferry")),
    "filter_kind": Act(("3",), lambda ear: heard(ear, "3 of 9 rows, kind number")),
    "filter_major": Act(("3",), lambda ear: heard(ear, "major only")),
    "filter_author": Act((*TAG, "4"), lambda ear: heard(ear, "1 of 1 row, author mara")),
    "filter_tagged": Act(("3",), lambda ear: heard(ear, "untagged only")),
    "leave_difference": Act(("]",), lambda ear: ear.session.focus_at.difference is None),
    "tag": Act(("]",), lambda ear: tagged(ear) == ["number"] and heard(ear, "n number"), ("n",)),
    "select": Act((), lambda ear: ear.session.selected == {"a": (6, 14)}, ("WITH 212".lower(),)),
    "copy": Act((), lambda ear: heard(ear, "Ferry with 212 aboard")),
    "repeat_tag": Act((*TAG, "]"), lambda ear: tagged(ear) == ["number"] * 2),
    "edit_note": Act(
        TAG, lambda ear: ear.session.notebook.annotations[0].note == "one\ntwo", ("one", "two", ".")
    ),
    "remove_annotation": Act(TAG, lambda ear: tagged(ear) == []),
    "next_annotation": Act((*TAG, "t", "w"), lambda ear: heard(ear, "of 2, number, conflict")),
    "previous_annotation": Act((*TAG, "t", "w"), lambda ear: heard(ear, "of 2, number, conflict")),
    "annotation_forward": Act(
        (*TAG, "g"), lambda ear: place(ear)[1] == 1 and heard(ear, "Annotation 1 of 1")
    ),
    "annotation_back": Act((*TAG, "G"), lambda ear: place(ear)[1] == 1),
    "link": Act(("o", "+", "tab", "G"), lambda ear: links(ear) == 8 and heard(ear, "linked by hand")),
    "unlink": Act(("j",), lambda ear: links(ear) == 6 and heard(ear, "u takes it back")),
    "undo": Act(TAG, lambda ear: tagged(ear) == [] and heard(ear, "Undone: tag number on A 2.")),
    "redo": Act((*TAG, "u"), lambda ear: tagged(ear) == ["number"]),
    "save": Act(TAG, lambda ear: heard(ear, "Everything is saved.")),
    "next_view": Act((), lambda ear: heard(ear, "Aligned passages in the order of A")),
    "view_reading": Act(("2",), lambda ear: heard(ear, "Passage by passage.")),
    "view_aligned": Act((), lambda ear: heard(ear, "Row 1 of")),
    "view_differences": Act((), lambda ear: heard(ear, "Differences: 9 of 9 rows")),
    "reorder": Act(("2",), lambda ear: heard(ear, "In the order of B.")),
    "review": Act((), lambda ear: heard(ear, "No colleague's notebook is open")),
    "reveal": Act((), lambda ear: heard(ear, "No colleague's notebook is open: capital C opens one.")),
    "colleagues": Act((), lambda ear: heard(ear, "the path of a colleague's notebook"), ("",)),
    "fold": Act(("2",), lambda ear: heard(ear, "on the screen only")),
    "toggle_together": Act((), lambda ear: heard(ear, "on the screen only")),
    "level": Act((), lambda ear: heard(ear, "enter tells the counterpart")),
    "inspector_down": Act((), lambda ear: heard(ear, "right bracket tells a difference")),
    "inspector_up": Act((), lambda ear: heard(ear, "on the screen only")),
    "inspector_size": Act((), lambda ear: heard(ear, "on the screen only")),
    "next_theme": Act((), lambda ear: heard(ear, "no colours")),
    "toggle_comparison": Act((), lambda ear: ear.session.compares),
    "help": Act((), lambda ear: heard(ear, "right bracket: next difference.")),
    "hidden_characters": Act((), lambda ear: heard(ear, "Neither article holds hidden characters.")),
    "left_out": Act((), lambda ear: heard(ear, "Left out: nothing that is known of.")),
    "view_annotations": Act(TAG, lambda ear: heard(ear, "Row 1 of 1. Annotation 1 of 1, number")),
    "edit_annotation": Act(
        TAG, lambda ear: ear.session.notebook.annotations[0].severity == "critical", ("s", "enter")
    ),
    "retag_all": Act((*TAG, "4"), lambda ear: tagged(ear) == ["who"] and heard(ear, "1 tagged who"), ("w",)),
    "accept_place": Act(TAG, lambda ear: heard(ear, "No place is proposed.")),
    "reattach": Act((*TAG, "P", "j"), lambda ear: heard(ear, "Number is attached to these words")),
    "keep_orphan": Act(TAG, lambda ear: heard(ear, "All of its words stand in the articles.")),
    "history": Act(TAG, lambda ear: tagged(ear) == [] and heard(ear, "1: tag number on A 2"), ("0",)),
    "save_as": Act(TAG, lambda ear: heard(ear, "Saved in b.notes.yaml."), ("b.notes.yaml",)),
    "reread": Act((), lambda ear: heard(ear, "These articles cannot be read again.")),
    "palette": Act((), lambda ear: place(ear)[1] == 7, ("last passage",)),
    "quit": Act((), lambda ear: ear.session.is_over),
}


def test_every_action_of_the_registry_is_acted_out() -> None:
    assert set(ACTS) == {action.id for action in ACTIONS}


@pytest.mark.parametrize("action_id", ACTS)
def test_an_action_does_what_it_says_and_says_it_in_sentences(
    ear: Listener, action_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "native_command", lambda: None)
    act = ACTS[action_id]
    ear.type(*act.before)
    told = ear.type(find_action(action_id).keys[0], *act.answers)
    assert act.holds(ear), told
    if action_id not in ("quit", "toggle_comparison"):
        assert told
    for line in told:
        assert line.isprintable()
        assert line == " ".join(line.split())
        assert not set(line) & set("↔⇅◦●▸│─↑↓…◂·")


def test_every_key_of_every_action_is_taken(ear: Listener) -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert ear.session._action_of[key] == action.id


def test_keys_in_effect_do_and_are_named(notebook: Notebook) -> None:
    a, b = make_article("wire.txt", WIRE), make_article("paper.txt", PAPER)
    keys = KeyMap({"next_passage": ("N",), "previous_match": ("p",), "help": ("f1",)})
    ear = Listener(a, b, notebook, keys)
    ear.type("N")
    assert place(ear)[1] == 1
    assert ear.type("j") == ["The key j does nothing; f1 tells all keys."]
    assert "capital N: next passage." in ear.type("f1")


def test_a_passage_its_state_its_text_and_each_difference(ear: Listener) -> None:
    assert ear.type("j") == [
        "A 2, linked to B 2, counterpart 1 of 2, confident, 2 differences.",
        "A ferry carrying 212 people caught fire off Tallinn on Tuesday evening, the coast guard said.",
        "Difference 1 of 9, number, major: 212 against about 200. An exact number against a rounded one.",
        "Difference 2 of 9, attribution, minor: the coast guard said, only in A. Only A names its source.",
    ]
    assert ear.type("k")[0] == "A 1, headline, linked to B 1, possible, no differences."
    assert ear.type("G")[0] == "A 8, furniture, which is not compared."
    assert ear.type("k")[0] == "A 7, only in A."


def test_the_counterpart_is_told_first_and_then_the_next_one(ear: Listener) -> None:
    ear.type("j")
    assert ear.type("enter")[0].startswith("B 2, counterpart of A 2, 1 of 2, confident, shared words ferry")
    assert ear.type("enter")[0].startswith("B 8, counterpart of A 2, 2 of 2")
    assert ear.type("enter")[0].startswith("B 2, counterpart of A 2, 1 of 2")
    ear.type("o")
    assert ear.type("enter") == ["No counterpart here."]


def test_both_passages_are_read_once_for_all_differences_in_them(ear: Listener) -> None:
    first = ear.type("]")
    assert [line[:4] for line in first] == ["Diff", "A 2:", "B 2:"]
    assert ear.type("]")[1:] == ["Still in A 2 and B 2."]
    assert [line[:4] for line in ear.type("tab")] == ["Diff", "B 2:", "A 2:"]


def test_the_ends_are_told_instead_of_the_same_passage_again(ear: Listener) -> None:
    assert ear.type("k") == ["This is the first passage of A."]
    assert ear.type("G", "j") == ["This is the last passage of A."]
    assert ear.type(*["]"] * 10) == ["This is the last difference."]
    assert ear.type("3", "G", "j") == ["This is the last row."]


def test_an_annotation_is_told_with_its_note_and_stands_on_disk(ear: Listener) -> None:
    ear.type(*TAG)
    assert ear.type("e", "The wire cites the police.", "") == [
        "Note on number: 212 against about 200.",
        "Type lines; an empty line or a full stop alone ends the note.",
        "The note ends.",
    ]
    told = ear.type("g", "j")
    assert told[-2:] == ["1 annotation: number, major.", "Note on number: The wire cites the police."]
    saved = yaml.safe_load(ear.session.notebook.path.read_text(encoding="utf-8"))
    assert [one["note"] for one in saved["annotations"]] == ["The wire cites the police."]


def test_a_note_grows_or_is_cleared(ear: Listener) -> None:
    ear.type(*TAG, "e", "one", ".")
    ear.type("e", "two", ".")
    assert ear.session.notebook.annotations[0].note == "one\ntwo"
    assert ear.type("e", ".")[-1] == "The note stays as it is."
    ear.type("e", "-", "three", ".")
    assert ear.session.notebook.annotations[0].note == "three"


def test_a_note_that_is_being_written_is_kept_when_the_input_ends(ear: Listener) -> None:
    ear.type(*TAG)
    with pytest.raises(InputEndedError):
        ear.type("e", "half a thought")
    ear.session.keep_draft()
    assert ear.session.notebook.annotations[0].note == "half a thought"


def test_tags_are_listed_and_a_wrong_key_is_told(ear: Listener) -> None:
    told = ear.type("]", "t", "Z", "enter")
    assert "t time" in told
    assert "The key capital Z is no tag." in told
    assert "Press the key of a tag, enter takes number, escape leaves." in told
    assert tagged(ear) == ["number"]
    assert "n number, or 1" in ear.type("t", "escape")
    ear.type("]", "t", "1")
    assert tagged(ear) == ["number", "number"]


def test_words_are_selected_by_typing_them_on_both_sides_and_tagged(ear: Listener) -> None:
    ear.type("j", "S", "212 people", "tab", "S", "about 200", "t", "n")
    made = ear.session.notebook.annotations[0]
    assert made.a is not None
    assert made.b is not None
    assert (made.a.exact, made.b.exact) == ("212 people", "about 200")
    assert ear.type("S", "a submarine")[-1] == "A submarine does not stand in B 2."
    assert ear.session.selected == {}


def test_filters_search_and_way_out_of_the_table(ear: Listener) -> None:
    assert ear.type("3", "F")[0].startswith("Differences: 6 of 9 rows, major only")
    assert ear.type("/", "midnight")[-3].startswith("Row 1 of 1. Difference 4 of 9, time")
    told = ear.type("/", "no such words")
    assert told[-1] == "No difference passes the filters."
    assert ear.type("j") == ["No difference passes the filters."]
    assert ear.type("escape")[0] == "Differences: 9 of 9 rows, sorted by place."
    assert ear.type("h", "g", "o")[0] == "A 7, only in A."
    assert ear.type("j")[0].startswith("Row 9 of 9.")
    assert ear.type("enter")[0] == "Passage by passage."
    assert ear.session.view_name == "reading"


def test_several_actions_are_offered_by_number(ear: Listener) -> None:
    told = ear.type("ctrl+p", "annotation next", "2")
    assert told[1:3] == ["1: a: next annotation here.", "2: right brace: go to the next annotation."]
    assert told[-1] == "No annotations in A yet."
    assert ear.type("ctrl+p", "bake a cake")[-1] == "No action has the words bake a cake."


def test_nothing_can_be_changed_in_a_notebook_of_somebody_else(ear: Listener, tmp_path: Path) -> None:
    ear.type(*TAG)
    a, b = make_article("wire.txt", WIRE), make_article("paper.txt", PAPER)
    other = Notebook.open(ear.session.notebook.path, a, b, Author("ivo", "Ivo"))
    reader = Listener(a, b, other)
    reader.session.tell_what_changed()
    assert reader.lines
    told = reader.lines[-1]
    assert reader.type("]", "t") == [told]
    assert reader.type("+")[0] == told
    assert len(other.annotations) == 1


def test_what_cannot_be_saved_is_asked_about(ear: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bool:
        raise OSError("No space left on device")

    monkeypatch.setattr(Notebook, "save", full)
    assert ear.type(*TAG)[-1] == ("Not saved: No space left on device. capital W saves under another name.")
    assert ear.type("q", "n")[-1] == "You are still here."
    assert not is_over(ear)
    ear.type("q", "c")
    assert is_over(ear)
    assert ear.session.copy_path is not None
    assert "tag: number" in ear.session.copy_path.read_text(encoding="utf-8")


def test_without_a_comparison_passages_are_read_and_the_key_that_compares_is_named(
    notebook: Notebook,
) -> None:
    a, b = make_article("wire.txt", WIRE), make_article("paper.txt", PAPER)
    ear = Listener(a, b, notebook, compared=False)
    assert ear.type("j")[0] == "A 2, not compared."
    assert ear.type("]") == ["The articles are not compared: c compares them."]


def test_an_empty_article_is_told_and_every_action_survives_it(tmp_path: Path) -> None:
    a, b = make_article("wire.txt", ()), make_article("paper.txt", PAPER)
    notebook = Notebook.open(tmp_path / "n.yaml", a, b, Author("mara", "Mara"))
    ear = Listener(a, b, notebook, compared=False)
    assert ear.type("g") == ["A is empty."]
    for action in ACTIONS:
        try:
            ear.type(action.keys[0])
        except InputEndedError:
            continue

"""A review goes on verdict by verdict; what is shown is what would be read from the files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.review.people import annotate, read_articles, write_articles

from compare_tui.annotation import Author, Notebook
from compare_tui.review.opening import open_notebooks
from compare_tui.review.panel import Panel, panel_of
from compare_tui.review.reviewing import Reviewing
from compare_tui.review.verdicts import DECISIONS

ACTS = st.one_of(
    st.tuples(st.sampled_from(DECISIONS), st.integers(0, 3), st.integers(1, 3)),
    st.tuples(st.sampled_from(("reply", "back", "undo", "redo", "tag")), st.integers(0, 3), st.just(1)),
)


def _review(folder: Path) -> Reviewing:
    write_articles(folder)
    annotate(folder, "ann", ("number", "at least 12", "Nine"), ("time", "Sunday", "Monday"))
    annotate(folder, "bo", ("number", "at least 12", "Nine"), ("attribution", "Police", "canton"))
    a, b = read_articles(folder)
    notebook = Notebook.open(folder / "wire--paper.rev.notes.yaml", a, b, Author("rev", "Rev"))
    return Reviewing(notebook, [folder], (a, b))


def _read_from_files(review: Reviewing, folder: Path) -> Panel:
    review.notebook.save()
    return panel_of(open_notebooks([folder], read_articles(folder)))


def _essence(panel: Panel) -> list[object]:
    return [
        (one.author.id, one.annotation.id, one.state, one.outdated, one.reviews, one.verdicts)
        for one in panel.annotations
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTS, max_size=12))
def test_after_any_acts_the_panel_is_what_the_files_say(acts: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        review = _review(folder)
        for act, at, count in acts:
            others = [one for one in review.panel.annotations if one.author.id != "rev"]
            chosen = others[at : at + count] or others[:1]
            match act:
                case "back":
                    review.take_back()
                case "undo":
                    review.notebook.undo()
                    review.renew()
                case "redo":
                    review.notebook.redo()
                    review.renew()
                case "reply":
                    review.judge(chosen, None, "why?")
                case "tag":
                    review.notebook.add(
                        tag="place", relation="one-sided", severity="minor", a=chosen[0].annotation.a, b=None
                    )
                    review.renew()
                case "accept" | "reject" | "needs-work":
                    review.judge(chosen, act, "" if at else "a word")
        assert _essence(review.panel) == _essence(_read_from_files(review, folder))
        people = [one.author.id for one in review.panel.notebooks]
        assert people == [one.author.id for one in _read_from_files(review, folder).notebooks]
        assert review.panel.progress("rev") == _read_from_files(review, folder).progress("rev")


def test_those_of_the_same_place_show_their_verdicts_as_they_come(tmp_path: Path) -> None:
    review = _review(tmp_path)
    first = next(
        one for one in review.panel.annotations if one.author.id == "ann" and one.mark.tag == "number"
    )
    (companion,) = review.same_place(first)
    assert companion.author.id == "bo"
    assert companion.state == "unreviewed"
    review.judge([companion], "reject", "no")
    (companion,) = review.same_place(first)
    assert companion.state == "rejected"


def test_of_verdicts_of_one_moment_the_last_is_taken_back(tmp_path: Path) -> None:
    review = _review(tmp_path)
    others = [one for one in review.panel.annotations if one.author.id != "rev"]
    for one in others:
        review.judge([one], "accept")
    taken = [review.take_back() for _ in others]
    assert [one.of for one in taken if one] == [one.annotation.id for one in reversed(others)]

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import (
    Anchor,
    Annotation,
    Author,
    NotebookError,
    NotebookFile,
    Value,
    read_notebook,
    write_notebook,
)
from compare_tui.annotation.notebook_file import ArticleRecord, sort_key
from compare_tui.annotation.three_way import Merged, merge_notebooks

EARLY, LATE, LATEST = "2026-11-22T10:00:00Z", "2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z"
ARTICLE = ArticleRecord("wire.txt", "Twelve dead", "9f", "1b", 400, "text/1")


def anchor(words: str = "12 people", start: int = 10) -> Anchor:
    return Anchor(words, "killed ", " on", start, start + len(words))


def annotation(id_: str = "a-1", **changes: object) -> Annotation:
    made = Annotation(
        id=id_,
        tag="number",
        relation="conflict",
        severity="minor",
        confidence="high",
        status="open",
        a=anchor(),
        b=anchor("nine people", 40),
        note="",
        created=EARLY,
        modified=EARLY,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def notebook(*annotations: Annotation, **changes: object) -> NotebookFile:
    made = NotebookFile("f-1", Author("mara", "Mara"), ARTICLE, ARTICLE, "news/1", annotations)
    return replace(made, **changes)  # type: ignore[arg-type]


def merged(base: NotebookFile | None, ours: NotebookFile, theirs: NotebookFile) -> Merged:
    """Merge, and check that the outcome can be written and read again."""
    result = merge_notebooks(base, ours, theirs)
    ordered = replace(result.file, annotations=tuple(sorted(result.file.annotations, key=sort_key)))
    assert read_notebook(write_notebook(result.file), "n") == ordered
    return result


def only(result: Merged) -> Annotation:
    (one,) = result.file.annotations
    return one


def test_what_each_side_added_changed_and_removed_is_taken_over() -> None:
    base = notebook(annotation("a-1"), annotation("a-2"), annotation("a-3"), annotation("a-4"))
    ours = notebook(annotation("a-1", note="ours"), annotation("a-2"), annotation("a-4"), annotation("a-5"))
    theirs = notebook(
        annotation("a-1"),
        annotation("a-2", tag="time"),
        annotation("a-3"),
        annotation("a-6"),
        annotation("a-7"),
    )
    result = merged(base, ours, theirs)
    found = {one.id: one for one in result.file.annotations}
    assert set(found) == {"a-1", "a-2", "a-5", "a-6", "a-7"}
    assert (found["a-1"].note, found["a-2"].tag) == ("ours", "time")
    assert result.conflicts == ()
    assert result.summary == ("from theirs: 2 annotations added, 1 changed, 1 removed",)


def test_different_fields_of_one_annotation_are_merged() -> None:
    ours = annotation(note="look again", modified=LATE)
    theirs = annotation(severity="critical", modified=LATEST, extra={"desk": "foreign"})
    result = merged(notebook(annotation()), notebook(ours), notebook(theirs))
    assert result.conflicts == ()
    assert only(result) == annotation(
        note="look again", severity="critical", modified=LATEST, extra={"desk": "foreign"}
    )


def test_the_same_field_keeps_both_and_is_flagged() -> None:
    ours = annotation(severity="major", note="mine", modified=LATEST)
    theirs = annotation(severity="critical", note="other", modified=LATE)
    result = merged(notebook(annotation()), notebook(ours), notebook(theirs))
    one = only(result)
    assert (one.severity, one.note, one.modified) == ("major", "mine", LATEST)
    assert one.extra == {"conflict": {"severity": "critical", "note": "other", "modified": LATE}}
    (conflict,) = result.conflicts
    assert (conflict.section, conflict.id, conflict.fields) == ("annotations", "a-1", ("severity", "note"))
    assert conflict.text == (
        'annotation a-1 (number, "12 people"): severity and note changed on both sides; '
        "theirs is kept under conflict"
    )


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    same = notebook(annotation(severity="major", modified=LATE))
    later = notebook(annotation(severity="major", modified=LATEST))
    result = merged(notebook(annotation()), same, later)
    assert (result.conflicts, only(result).modified) == ((), LATEST)


@pytest.mark.parametrize("ours_removed", [True, False])
def test_delete_against_edit_keeps_the_edit_and_flags_it(ours_removed: bool) -> None:
    edited = notebook(annotation(note="still needed", modified=LATE))
    sides = (notebook(), edited) if ours_removed else (edited, notebook())
    result = merged(notebook(annotation()), *sides)
    assert only(result).note == "still needed"
    assert only(result).extra == {"conflict": {"removed": True}}
    assert "removed by " + ("ours" if ours_removed else "theirs") in result.conflicts[0].text


@pytest.mark.parametrize("ours_removed", [True, False])
def test_delete_against_a_new_position_is_a_deletion(ours_removed: bool) -> None:
    moved = notebook(annotation(a=anchor(start=99), modified=LATE))
    sides = (notebook(), moved) if ours_removed else (moved, notebook())
    result = merged(notebook(annotation()), *sides)
    assert (result.file.annotations, result.conflicts) == ((), ())


def test_positions_follow_the_words_and_never_clash() -> None:
    base, ours, theirs = annotation(), annotation(a=anchor(start=20)), annotation(a=anchor(start=30))
    result = merged(notebook(base), notebook(ours), notebook(theirs))
    assert (only(result).a, result.conflicts) == (anchor(start=20), ())
    assert only(merged(notebook(base), notebook(base, file_id="f-1"), notebook(theirs))).a == theirs.a
    reworded = annotation(a=anchor("12", 31))
    assert only(merged(notebook(base), notebook(ours), notebook(reworded))).a == reworded.a


def test_words_that_both_sides_chose_anew_are_kept_both() -> None:
    ours, theirs = annotation(a=anchor("12")), annotation(a=anchor("people", 13))
    result = merged(notebook(annotation()), notebook(ours), notebook(theirs))
    assert only(result).a == anchor("12")
    kept = only(result).extra["conflict"]
    assert isinstance(kept, dict)
    assert isinstance(kept["a"], dict)
    assert (kept["a"]["exact"], kept["modified"]) == ("people", EARLY)


def test_unknown_keys_of_an_anchor_are_merged_and_clash() -> None:
    def keyed(**extra: Value) -> NotebookFile:
        return notebook(annotation(a=replace(anchor(), extra=extra)))

    result = merged(keyed(was="x"), keyed(was="x", ours=1), keyed(was="x", theirs=2))
    assert only(result).a == replace(anchor(), extra={"was": "x", "ours": 1, "theirs": 2})
    assert result.conflicts == ()
    result = merged(keyed(was="x"), keyed(was="y"), keyed(was="z"))
    kept = only(result).extra["conflict"]
    assert isinstance(kept, dict)
    assert isinstance(kept["a"], dict)
    assert kept["a"]["was"] == "z"
    assert result.conflicts[0].fields == ("a",)


def test_an_annotation_never_loses_both_ends() -> None:
    ours, theirs = annotation(a=None), annotation(b=None)
    result = merged(notebook(annotation()), notebook(ours), notebook(theirs))
    assert (only(result).a, only(result).b) == (None, ours.b)
    kept = only(result).extra["conflict"]
    assert isinstance(kept, dict)
    assert isinstance(kept["a"], dict)
    assert (kept["a"]["exact"], kept["b"]) == ("12 people", None)


def test_without_a_common_state_both_are_united() -> None:
    result = merged(
        None,
        notebook(annotation("a-1"), annotation("a-2", note="x")),
        notebook(annotation("a-2", note="y"), annotation("a-3"), file_id="f-2"),
    )
    assert [one.id for one in result.file.annotations] == ["a-1", "a-2", "a-3"]
    assert result.file.annotations[1].extra["conflict"] == {"note": "y", "modified": EARLY}
    assert (result.file.file_id, len(result.conflicts)) == ("f-1", 1)


def test_an_earlier_conflict_is_kept_beside_a_new_one() -> None:
    before: Mapping[str, Value] = {"conflict": {"note": "old", "modified": EARLY}}
    base = notebook(annotation(note="a", extra=before))
    ours = notebook(annotation(note="b", extra=before))
    theirs = notebook(annotation(note="c", extra=before, modified=LATE))
    result = merged(base, ours, theirs)
    assert only(result).extra == {"conflict": {"note": "old", "modified": LATE, "note-2": "c"}}


def test_a_conflict_that_one_side_has_settled_is_settled() -> None:
    kept: Mapping[str, Value] = {"conflict": {"note": "old", "modified": EARLY}}
    unsettled = annotation(extra=kept)
    result = merged(notebook(unsettled), notebook(annotation()), notebook(replace(unsettled, tag="time")))
    assert (only(result), result.conflicts) == (annotation(tag="time"), ())


def link(id_: str, **changes: Value) -> dict[str, Value]:
    return {"id": id_, "kind": "link", "created": EARLY, **changes}


def test_links_and_reviews_are_merged_by_id_and_others_are_kept() -> None:
    base = notebook(sections={"links": [link("l-1"), link("l-2"), "odd"]})
    ours = notebook(sections={"links": [link("l-1", kind="unlink"), link("l-2"), "odd", link("l-9")]})
    theirs = notebook(
        sections={"links": [link("l-1"), "odd", "odder"], "reviews": [{"id": "r-1", "of": "a-1"}]}
    )
    result = merged(base, ours, theirs)
    assert result.file.sections == {
        "links": [link("l-1", kind="unlink"), link("l-9"), "odd", "odder"],
        "reviews": [{"id": "r-1", "of": "a-1"}],
    }
    assert result.conflicts == ()
    assert result.summary == ("from theirs: 1 link removed", "from theirs: 1 review added")


def test_a_review_that_both_changed_keeps_both() -> None:
    def with_comment(text: str) -> NotebookFile:
        return notebook(sections={"reviews": [{"id": "r-1", "comment": text, "created": LATE}]})

    result = merged(with_comment("a"), with_comment("b"), with_comment("c"))
    conflict = {"comment": "c", "modified": LATE}
    assert result.file.sections["reviews"] == [
        {"id": "r-1", "comment": "b", "created": LATE, "conflict": conflict}
    ]
    assert result.conflicts[0].section == "reviews"


def test_unknown_keys_of_every_mapping_are_merged() -> None:
    base = notebook(extra={"x": 1}, author_extra={"desk": "a"}, tags_extra={"v": 1})
    ours = replace(base, extra={"x": 2}, a=replace(ARTICLE, extra={"lang": "en"}))
    theirs = replace(base, extra={"x": 3, "y": True}, author_extra={"desk": "b"}, articles_extra={"c": None})
    result = merged(base, ours, theirs)
    assert result.file.extra == {"x": 2, "y": True, "conflict": {"x": 3}}
    assert result.file.author_extra == {"desk": "b"}
    assert (result.file.a.extra, result.file.articles_extra) == ({"lang": "en"}, {"c": None})
    assert [(one.section, one.fields) for one in result.conflicts] == [("notebook", ("x",))]


def test_true_is_not_one() -> None:
    ours, theirs = annotation(extra={"x": 1}), annotation(extra={"x": True})
    assert only(merged(notebook(ours), notebook(ours), notebook(theirs))).extra["x"] is True


def test_a_value_that_is_nested_too_deep_to_be_kept_below_is_kept_as_text() -> None:
    def nested(word: str) -> Annotation:
        value: Value = word
        for _ in range(13):
            value = [value]
        return annotation(extra={"x": value})

    result = merged(notebook(nested("a")), notebook(nested("b")), notebook(nested("c")))
    kept = only(result).extra["conflict"]
    assert isinstance(kept, dict)
    assert kept["x"] == "[" * 13 + '"c"' + "]" * 13


def test_notebooks_of_two_people_and_newer_ones_are_refused() -> None:
    other = notebook(file_id="f-2", author=Author("ann", "Ann Lee"))
    with pytest.raises(NotebookError, match="two people, Mara and Ann Lee"):
        merge_notebooks(None, notebook(), other)
    newer = notebook(newer="written by a newer version of compare-tui (x/2), opened read-only")
    with pytest.raises(NotebookError, match="newer version") as caught:
        merge_notebooks(notebook(), notebook(), newer)
    assert "read-only" not in str(caught.value)


words = st.sampled_from(["x", "y", "z", "two\nlines", "\u202e", "no"])
values = words | st.integers(0, 2) | st.booleans() | st.none() | st.lists(words, max_size=2)
ends = st.builds(anchor, st.sampled_from(["one", "two", "three"]), st.integers(0, 3))
entries = st.fixed_dictionaries({"id": st.sampled_from("pqr"), "of": values}) | values


@st.composite
def annotations_of(draw: st.DrawFn, id_: str) -> Annotation:
    a = draw(st.none() | ends)
    return annotation(
        id_,
        tag=draw(st.sampled_from(["number", "time", "who"])),
        note=draw(st.sampled_from(["", "look", "again"])),
        a=a,
        b=draw(ends if a is None else st.none() | ends),
        modified=draw(st.sampled_from([EARLY, LATE, LATEST])),
        extra=draw(st.dictionaries(st.sampled_from(["k", "conflict", "l"]), values, max_size=2)),
    )


@st.composite
def states(draw: st.DrawFn) -> NotebookFile:
    ids = sorted(draw(st.sets(st.sampled_from(["a-1", "a-2", "a-3"]))))
    sections = st.dictionaries(
        st.sampled_from(["links", "reviews"]), st.lists(entries, max_size=3) | values, max_size=2
    )
    return notebook(
        *(draw(annotations_of(id_)) for id_ in ids),
        sections=dict(sorted(draw(sections).items())),
        extra=draw(st.dictionaries(st.sampled_from(["e", "f", "conflict", "author.id"]), values, max_size=2)),
        author_extra=draw(st.dictionaries(st.sampled_from(["desk"]), values, max_size=1)),
    )


@settings(max_examples=100, deadline=None)
@given(states(), states())
def test_a_change_of_one_side_alone_is_that_side_to_the_byte(
    base: NotebookFile, changed: NotebookFile
) -> None:
    for result in (merged(base, changed, base), merged(base, base, changed), merged(base, changed, changed)):
        assert write_notebook(result.file) == write_notebook(changed)
        assert result.conflicts == ()


@settings(max_examples=150, deadline=None)
@given(states(), states(), states())
def test_no_change_is_lost_and_both_directions_agree(
    base: NotebookFile, ours: NotebookFile, theirs: NotebookFile
) -> None:
    result, mirrored = merged(base, ours, theirs), merged(base, theirs, ours)
    assert {one.id for one in result.file.annotations} == {one.id for one in mirrored.file.annotations}
    assert {(one.section, one.id) for one in result.conflicts} == {
        (one.section, one.id) for one in mirrored.conflicts
    }
    old = {one.id: one for one in base.annotations}
    found = {one.id: one for one in result.file.annotations}
    for side in (ours, theirs):
        for one in side.annotations:
            for name in ("tag", "note"):
                if one.id not in old or getattr(one, name) != getattr(old[one.id], name):
                    kept = found[one.id].extra.get("conflict")
                    places = list(kept.values()) if isinstance(kept, dict) else []
                    assert getattr(one, name) in [getattr(found[one.id], name), *places]

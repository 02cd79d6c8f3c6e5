from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.people import A, annotate, edit, judge, load, read_articles, store, write_articles

from compare_tui.review.opening import open_notebooks
from compare_tui.review.panel import Panel, open_panel, panel_of

NUMBER = ("number", "at least 12 people", "Nine people")
TIME = ("time", "Sunday", "Monday")
ONLY_B = ("omission", None, "The driver was hurt.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_articles(tmp_path / "pair")
    return tmp_path / "pair"


def states(panel: Panel) -> dict[tuple[str, str], str]:
    return {(one.author.id, one.annotation.tag): one.state for one in panel.annotations}


def reasons(panel: Panel) -> dict[str, str]:
    return {one.path.name: one.reason for one in panel.left_out}


def test_a_folder_is_the_panel_of_its_notebooks_and_none_is_written(folder: Path) -> None:
    paths = [
        annotate(folder, "mara", NUMBER, TIME),
        annotate(folder, "ann", TIME, ONLY_B),
        annotate(folder, "bo"),
    ]
    before = [path.read_bytes() for path in paths]
    panel = open_panel([folder])
    assert [one.author.id for one in panel.notebooks] == ["ann", "bo", "mara"]
    assert panel.annotators == ("ann", "bo", "mara")
    assert [one.annotation.tag for one in panel.annotations] == ["number", "time", "time", "omission"]
    assert panel.a is not None
    assert panel.a.title == "Twelve dead as coach overturns"
    assert (panel.left_out, panel.notices) == ((), ())
    assert [path.read_bytes() for path in paths] == before
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["wire.txt", "paper.txt", *(path.name for path in paths)]
    )


def test_annotations_on_one_place_are_a_group(folder: Path) -> None:
    annotate(folder, "mara", NUMBER, TIME)
    annotate(folder, "ann", ("number", "12 people", "Nine people died"), ("place", "near Basel", None))
    groups = [
        {(one.author.id, one.annotation.tag) for one in group} for group in open_panel([folder]).groups()
    ]
    assert groups == [{("ann", "number"), ("mara", "number")}, {("ann", "place")}, {("mara", "time")}]


def test_what_all_annotators_tagged_alike_is_identical(folder: Path) -> None:
    annotate(folder, "mara", NUMBER, ("time", "on Sunday.", None), ONLY_B)
    ann = annotate(folder, "ann", ("number", "least 12 people", "Nine people"), ("time", "on Sunday", None))
    bo = annotate(folder, "bo", NUMBER, ("time", "on Sunday", None), ONLY_B)
    editor = annotate(folder, "editor")
    judge(editor, ann, "number", "accept")
    (group,) = open_panel([folder]).identical()
    assert [(one.author.id, one.annotation.tag) for one in group] == [
        ("ann", "time"),
        ("bo", "time"),
        ("mara", "time"),
    ]
    edit(bo, "time", tag="place")
    assert open_panel([folder]).identical() == ()


def test_states_follow_the_verdicts_that_hold(folder: Path) -> None:
    mara = annotate(
        folder, "mara", NUMBER, TIME, ONLY_B, ("place", "near Basel", None), ("who", "Police", None)
    )
    ann, bo = annotate(folder, "ann"), annotate(folder, "bo")
    judge(ann, mara, "number", "reject")
    judge(ann, mara, "number", "accept")
    judge(bo, mara, "number", "accept")
    judge(ann, mara, "time", "accept")
    judge(bo, mara, "time", "reject")
    judge(ann, mara, "omission", "needs-work", comment="Which driver?")
    judge(bo, mara, "omission", "accept", taken_back="2026-11-23T00:00:00Z")
    judge(ann, mara, "place", None, comment="Hm.")
    judge(mara, mara, "place", "accept")
    judge(ann, mara, "who", "accept", of_rev="00000000")
    panel = open_panel([folder])
    assert states(panel) == {
        ("mara", "number"): "accepted",
        ("mara", "time"): "disputed",
        ("mara", "omission"): "needs work",
        ("mara", "place"): "unreviewed",
        ("mara", "who"): "outdated",
    }
    assert str(panel.progress()) == "3 of 5 reviewed, 1 disputed"
    assert str(panel.progress("bo")) == "2 of 5 reviewed, 1 disputed"
    assert str(panel.progress("mara")) == "0 of 0 reviewed"
    judge(bo, mara, "who", "reject")
    assert states(open_panel([folder]))["mara", "who"] == "rejected"
    edit(mara, "number", severity="critical")
    assert states(open_panel([folder]))["mara", "number"] == "outdated"


def test_a_review_names_the_notebook_where_an_id_stands_in_two(folder: Path) -> None:
    mara = annotate(folder, "mara", NUMBER)
    bo = folder / "wire--paper.bo.notes.yaml"
    file = load(mara)
    store(bo, replace(file, file_id="f-bo", author=replace(file.author, id="bo")))
    ann = annotate(folder, "ann")
    judge(ann, mara, "number", "accept", of_file="f-bo")
    assert states(open_panel([folder])) == {("bo", "number"): "accepted", ("mara", "number"): "unreviewed"}


def test_reviews_of_what_nobody_holds_are_told(folder: Path) -> None:
    mara, ann = annotate(folder, "mara", NUMBER, TIME), annotate(folder, "ann")
    judge(ann, mara, "number", "accept", of="a-gone")
    judge(ann, mara, "time", "accept")
    edit(mara, "time", status="withdrawn")
    panel = open_panel([folder])
    assert [one.review.of for one in panel.unknown_reviews] == ["a-gone"]
    assert states(panel) == {("mara", "number"): "unreviewed"}


def test_a_broken_notebook_is_named_with_its_place_and_the_others_open(folder: Path) -> None:
    annotate(folder, "mara", NUMBER)
    broken = folder / "wire--paper.ann.notes.yaml"
    broken.write_text("schema: compare-tui/annotations/1\n<<<<<<< ours\n", encoding="utf-8")
    panel = open_panel([folder])
    assert [one.author.id for one in panel.notebooks] == ["mara"]
    assert reasons(panel) == {broken.name: f"{broken}:2:1: unresolved merge at line 2"}
    missing = open_panel([folder / "gone.notes.yaml"])
    assert "No such file" in missing.left_out[0].reason


def test_a_second_notebook_of_one_person_is_told(folder: Path) -> None:
    mara = annotate(folder, "mara", NUMBER)
    copy = folder / "copy.notes.yaml"
    shutil.copy(mara, copy)
    edit(mara, "number", modified="2099-01-01T00:00:00Z")
    panel = open_panel([folder, mara])
    assert [one.path for one in panel.notebooks] == [mara]
    assert reasons(panel) == {copy.name: f"{copy}: a copy of {mara}, which was changed last and counts"}
    store(copy, replace(load(copy), file_id="f-other"))
    assert "by the author of" in reasons(open_panel([folder]))[copy.name]


def test_notebooks_of_other_articles_and_of_swapped_ones_are_told(folder: Path) -> None:
    mara = annotate(folder, "mara", NUMBER)
    annotate(folder, "ann", TIME)
    file = load(mara)
    author = replace(file.author, id="bo")
    store(folder / "swapped.notes.yaml", replace(file, a=file.b, b=file.a, author=author))
    other = replace(file.a, path="other.txt", text_sha256="00", title="Ferry sinks")
    store(folder / "other.notes.yaml", replace(file, a=other, author=author))
    panel = open_panel([folder])
    assert [one.author.id for one in panel.notebooks] == ["ann", "mara"]
    assert "the other way round" in reasons(panel)["swapped.notes.yaml"]
    assert (
        'of other articles: "Ferry sinks" and "Coach crash kills nine"' in reasons(panel)["other.notes.yaml"]
    )
    assert len(open_panel([folder], read_articles(folder)).notebooks) == 2


def test_a_notebook_of_an_older_text_finds_its_words_in_the_present_one(folder: Path) -> None:
    annotate(folder, "mara", TIME, NUMBER)
    (folder / "wire.txt").write_text(
        "Correction.\n\n" + A.replace("12 people", "13 people"), encoding="utf-8"
    )
    annotate(folder, "ann", TIME)
    panel = open_panel([folder])
    assert panel.notices == (
        f"{folder / 'wire--paper.mara.notes.yaml'}: made with another text of article A: "
        "annotations are found by their words",
    )
    assert [one.is_orphan for one in panel.annotations if one.annotation.tag == "number"] == [True]
    assert [len(group) for group in panel.groups()] == [2, 1]


def test_an_article_that_changed_since_is_told(folder: Path) -> None:
    annotate(folder, "mara", TIME)
    (folder / "wire.txt").write_text("Correction.\n\n" + A, encoding="utf-8")
    assert "article A, wire.txt, has changed since any notebook was saved" in open_panel([folder]).notices


def test_without_an_article_positions_count_where_the_text_was_the_same(folder: Path) -> None:
    annotate(folder, "mara", TIME)
    annotate(folder, "ann", TIME)
    old = annotate(folder, "bo", TIME)
    file = load(old)
    store(old, replace(file, a=replace(file.a, text_sha256="00")))
    (folder / "wire.txt").unlink()
    panel = open_panel([folder])
    assert [len(group) for group in panel.groups()] == [2]
    assert panel.a is None
    assert "article A is missing (" in panel.notices[0]
    assert "made with another text of article A, which is missing" in reasons(panel)[old.name]


def test_notebooks_beside_copies_of_the_articles_are_of_one_pair(folder: Path, tmp_path: Path) -> None:
    write_articles(tmp_path / "ann")
    paths = [annotate(folder, "mara", TIME), annotate(tmp_path / "ann", "ann", TIME)]
    panel = open_panel(paths)
    assert [len(group) for group in panel.groups()] == [2]
    assert (panel.left_out, panel.notices) == ((), ())


def test_a_merged_notebook_is_left_out_unless_it_is_asked_for(folder: Path) -> None:
    annotate(folder, "mara", TIME)
    merged = annotate(folder, "chief", TIME)
    store(merged, replace(load(merged), extra={"adjudicated": {"rule": "all"}}))
    panel = open_panel([folder, merged])
    assert reasons(panel) == {merged.name: f"{merged}: merged out of others"}
    assert panel.annotators == ("mara",)
    assert open_panel([folder], adjudicated=True).annotators == ("chief", "mara")


def test_a_verdict_in_memory_counts_without_reading_the_files_again(folder: Path) -> None:
    mara, ann = annotate(folder, "mara", NUMBER), annotate(folder, "ann")
    opened = open_notebooks([folder])
    mine = opened.notebooks[0]
    given = judge(ann, mara, "number", "accept")
    ann.unlink()
    changed = replace(opened, notebooks=(replace(mine, reviews=(given,)), *opened.notebooks[1:]))
    assert states(panel_of(opened)) == {("mara", "number"): "unreviewed"}
    assert states(panel_of(changed)) == {("mara", "number"): "accepted"}


def test_several_tag_sets_are_told(folder: Path) -> None:
    annotate(folder, "mara", TIME)
    bo = annotate(folder, "bo", TIME)
    store(bo, replace(load(bo), tags_name="desk/2"))
    assert open_panel([folder]).notices == (
        "the notebooks use several tag sets: desk/2, news-discrepancies/1",
    )


def test_who_only_linked_passages_did_not_annotate(folder: Path) -> None:
    annotate(folder, "mara", TIME)
    bo, ann = annotate(folder, "bo"), annotate(folder, "ann")
    store(bo, replace(load(bo), sections={"links": [{"id": "l-1"}]}))
    judge(ann, folder / "wire--paper.mara.notes.yaml", "time", "accept")
    assert open_panel([folder]).annotators == ("mara",)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (panel_left,) = open_panel([tmp_path / "home"]).left_out
    assert panel_left.reason == f"{tmp_path / 'home'}: holds no notebook (*.notes.yaml)"

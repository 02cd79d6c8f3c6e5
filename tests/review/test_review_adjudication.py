from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.people import annotate, edit, judge, load, store, write_articles

from compare_tui.annotation import Annotation, Author, NotebookError, Value, read_notebook, write_notebook
from compare_tui.review.adjudicated_file import adjudicated_file, write_adjudicated
from compare_tui.review.adjudication import Adjudicated, Rule, adjudicate
from compare_tui.review.panel import Panel, open_panel

NUMBER = ("number", "at least 12 people", "Nine people")
NEAR = ("number", "12 people", "Nine people")
TIME = ("time", "Sunday", "Monday")
PLACE = ("place", "near Basel", None)
CHIEF = Author("chief", "Chief")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three people: all saw the number, two the time, and two of them tag the sources differently."""
    write_articles(tmp_path / "pair")
    annotate(tmp_path / "pair", "ann", NEAR, TIME, ("attribution", "Police", "the canton"))
    annotate(tmp_path / "pair", "bo", NUMBER, PLACE)
    annotate(tmp_path / "pair", "mara", NUMBER, TIME, ("who", "Police", "the canton"))
    return tmp_path / "pair"


def path_of(folder: Path, who: str) -> Path:
    return folder / f"wire--paper.{who}.notes.yaml"


def outcome(folder: Path, rule: Rule) -> tuple[Adjudicated, dict[str, Annotation]]:
    found = adjudicate(open_panel([folder]), rule)
    return found, {one.tag: one for one in found.annotations}


def makers(annotation: Annotation, key: str = "made_by") -> list[dict[str, Value]]:
    listed = annotation.extra.get(key, [])
    assert isinstance(listed, list)
    return [one for one in listed if isinstance(one, dict)]


def test_unanimous_takes_what_all_tagged_alike_and_keeps_disputes(folder: Path) -> None:
    found, by_tag = outcome(folder, "unanimous")
    assert set(by_tag) == {"number", "who", "attribution"}
    assert str(found) == "1 annotation taken, 2 disputed; 3 left out"
    assert [one["author"] for one in makers(by_tag["number"])] == ["ann", "bo", "mara"]
    assert by_tag["who"].extra["disputed"] == "tags differ: ann attribution, mara who"
    assert by_tag["who"].status == "open"
    assert "disputed" not in by_tag["number"].extra


def test_majority_takes_what_more_than_half_tagged_alike(folder: Path) -> None:
    found, by_tag = outcome(folder, "majority")
    assert set(by_tag) == {"number", "time", "who", "attribution"}
    assert (found.taken, found.disputed, found.left_out) == (2, 2, 1)


def test_half_is_no_majority(folder: Path) -> None:
    path_of(folder, "ann").unlink()
    assert "place" not in outcome(folder, "majority")[1]
    assert "number" in outcome(folder, "majority")[1]


def test_the_minority_is_named(folder: Path) -> None:
    edit(path_of(folder, "bo"), "place", tag="time")
    bo = load(path_of(folder, "bo"))
    ann = load(path_of(folder, "ann"))
    time = next(one for one in ann.annotations if one.tag == "time")
    store(
        path_of(folder, "bo"),
        replace(
            bo, annotations=(*bo.annotations[:1], replace(time, id="a-bo", tag="scope", note="Not the same."))
        ),
    )
    _, by_tag = outcome(folder, "majority")
    (other,) = makers(by_tag["time"], "tagged_otherwise_by")
    assert (other["author"], other["tag"], other["note"]) == ("bo", "scope", "Not the same.")
    assert "scope" not in by_tag


def test_all_takes_all_but_what_was_withdrawn(folder: Path) -> None:
    edit(path_of(folder, "bo"), "place", status="withdrawn")
    found, by_tag = outcome(folder, "all")
    assert set(by_tag) == {"number", "time", "who", "attribution"}
    assert (found.taken, found.disputed, found.left_out) == (2, 2, 0)


def test_accepted_takes_what_reviewers_accepted_and_keeps_their_disputes(folder: Path) -> None:
    ann, bo, mara = (path_of(folder, who) for who in ("ann", "bo", "mara"))
    judge(ann, mara, "number", "accept")
    judge(ann, mara, "time", "accept")
    judge(bo, mara, "time", "reject", comment="Both may be right.")
    judge(mara, bo, "place", "needs-work")
    edit(mara, "time", status="resolved")
    judge(ann, mara, "time", "accept")
    found, by_tag = outcome(folder, "accepted")
    assert (set(by_tag), found.disputed) == ({"number", "time"}, 0)
    judge(bo, mara, "time", "reject", comment="Both may be right.")
    found, by_tag = outcome(folder, "accepted")
    assert set(by_tag) == {"number", "time"}
    assert (found.taken, found.disputed) == (1, 1)
    assert by_tag["time"].status == "open"
    assert by_tag["time"].extra["disputed"] == "reviewers differ: ann accept, bo reject"
    said = makers(by_tag["time"], "verdicts")
    assert [(one["author"], one["decision"]) for one in said] == [("ann", "accept"), ("bo", "reject")]
    assert said[1]["comment"] == "Both may be right."


def test_what_was_rejected_counts_for_no_majority(folder: Path) -> None:
    judge(path_of(folder, "bo"), path_of(folder, "mara"), "time", "reject")
    assert "time" not in outcome(folder, "majority")[1]


def test_the_first_made_stands_and_what_others_said_differently_is_kept(folder: Path) -> None:
    edit(path_of(folder, "ann"), "number", created="2020-01-01T00:00:00Z", extra={"mine": 1})
    edit(path_of(folder, "mara"), "number", severity="critical", note="Count again.")
    one = outcome(folder, "unanimous")[1]["number"]
    assert one.id == load(path_of(folder, "ann")).annotations[1].id
    assert one.a is not None
    assert (one.a.exact, one.severity, one.extra["mine"]) == ("12 people", "major", 1)
    mara = makers(one)[2]
    assert (mara["severity"], mara["note"], mara["a"]) == ("critical", "Count again.", "at least 12 people")
    assert "b" not in mara


def test_ids_stay_unique_where_two_people_have_the_same(folder: Path) -> None:
    bo = load(path_of(folder, "bo"))
    ids = {one.tag: one.id for one in load(path_of(folder, "mara")).annotations}
    taken = [replace(one, id=ids["time"]) if one.tag == "place" else one for one in bo.annotations]
    store(path_of(folder, "bo"), replace(bo, annotations=tuple(taken)))
    found, _ = outcome(folder, "all")
    assert len({one.id for one in found.annotations}) == len(found.annotations)
    assert found == outcome(folder, "all")[0]


def test_links_of_all_are_united_and_contradictions_left_out(folder: Path) -> None:
    mara = load(path_of(folder, "mara"))
    a: dict[str, Value] = {"exact": "Twelve dead", "start": 0, "end": 11}
    b: dict[str, Value] = {"exact": "Coach crash", "start": 0, "end": 11}
    link: dict[str, Value] = {
        "id": "l-1",
        "kind": "link",
        "a": {**a},
        "b": {**b},
        "created": "2026-11-22T10:00:00Z",
    }
    for who, sections in (
        ("mara", [link, {**link, "id": "l-2", "a": {**b}}]),
        ("ann", [{**link, "id": "l-3"}, {**link, "id": "l-4", "kind": "unlink", "a": {**b}}]),
    ):
        links: list[Value] = [*sections]
        store(path_of(folder, who), replace(load(path_of(folder, who)), sections={"links": links}))
    found, _ = outcome(folder, "all")
    (kept,) = found.links
    assert isinstance(kept, dict)
    assert kept["id"] == "l-1"
    assert kept["made_by"] == [{"author": "ann", "id": "l-3"}, {"author": "mara", "id": "l-1"}]
    assert "1 contradictory links left out" in str(found)
    assert mara.file_id == load(path_of(folder, "mara")).file_id


def write(panel: Panel, path: Path, *, force: bool = False) -> bytes:
    adjudicated = adjudicate(panel, "all")
    file = adjudicated_file(panel, adjudicated, "all", CHIEF, path)
    write_adjudicated(panel, file, path, force=force)
    return path.read_bytes()


def test_the_file_is_a_notebook_of_who_merges(folder: Path, tmp_path: Path) -> None:
    panel = open_panel([folder])
    written = write(panel, tmp_path / "all.notes.yaml")
    file = read_notebook(written, "n")
    assert (file.author, file.a.path) == (CHIEF, "pair/wire.txt")
    made = file.extra["adjudicated"]
    assert isinstance(made, dict)
    assert made["rule"] == "all"
    assert isinstance(made["from"], list)
    assert len(made["from"]) == 3
    assert write_notebook(file) == written


def test_a_missing_article_keeps_its_path(folder: Path, tmp_path: Path) -> None:
    (folder / "paper.txt").unlink()
    file = read_notebook(write(open_panel([folder]), tmp_path / "all.notes.yaml"), "n")
    assert (file.b.path, file.b.title) == ("pair/paper.txt", "Coach crash kills nine")


def test_nothing_is_overwritten_unasked_and_no_colleague_ever(folder: Path, tmp_path: Path) -> None:
    panel = open_panel([folder])
    path = tmp_path / "all.notes.yaml"
    first = write(panel, path)
    with pytest.raises(NotebookError, match="exists already; --force overwrites it"):
        write(panel, path)
    assert path.read_bytes() == first
    assert write(panel, path, force=True) != first
    mara = path_of(folder, "mara")
    before = mara.read_bytes()
    link = tmp_path / "link.notes.yaml"
    link.symlink_to(mara)
    for target in (mara, link):
        with pytest.raises(NotebookError, match="one of the notebooks to be merged"):
            write(panel, target, force=True)
    other = tmp_path / "other.notes.yaml"
    other.write_bytes(before)
    with pytest.raises(NotebookError, match="it is the notebook of Mara"):
        write(panel, other, force=True)
    assert mara.read_bytes() == other.read_bytes() == before

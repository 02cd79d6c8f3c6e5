from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.review.people import annotate, judge, load, store, write_articles

from compare_tui.annotation import NotebookError, load_tag_set, make_anchor, read_notebook, read_yaml
from compare_tui.annotation.corrections import LinkCorrection, correction_value
from compare_tui.annotation.tags import COLOUR_NAMES, KINDS, default_tag_set
from compare_tui.report.schemas import schema_text
from compare_tui.review.checking import Checked, check_files, files_to_check

TAGS_AS_JSON: dict[str, Any] = json.loads(schema_text("tags"))
TAG_SCHEMA = jsonschema.Draft7Validator(TAGS_AS_JSON)
NOTEBOOK_SCHEMA = jsonschema.Draft7Validator(json.loads(schema_text("annotations")))
TAGS = """\
name: desk/1
tags:
  - {key: n, name: number, definition: A count differs., colour: accent}
  - {key: G, name: gossip, definition: Somebody said so., colour: "#00ff00", example: no, kinds: [who]}
"""


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Mara's notebook with three annotations, a link and a review."""
    a, b = write_articles(tmp_path)
    theirs = annotate(tmp_path, "jon", ("number", "at least 12 people", "Nine people"))
    path = annotate(
        tmp_path,
        "mara",
        ("number", "at least 12 people", "Nine people"),
        ("time", "Sunday", "Monday"),
        ("omission", None, "The driver was hurt."),
    )
    time = "2026-11-22T10:15:02Z"
    link = LinkCorrection("l-1", "link", make_anchor(a, 0, 6), make_anchor(b, 0, 5), time)
    store(path, replace(load(path), sections={"links": [correction_value(link)]}))
    judge(path, theirs, "number", "accept")
    return path


def changed(path: Path, *changes: tuple[str, str]) -> Checked:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    (checked,) = check_files([path])
    return checked


def refusal(path: Path) -> str:
    """Return why the program does not open a notebook; nothing where it does."""
    try:
        read_notebook(path.read_bytes(), str(path))
    except NotebookError as error:
        return str(error)
    return ""


def told(problems: tuple[str, ...], path: Path) -> list[str]:
    assert all(one.startswith(f"{path}:") for one in problems)
    return [one.removeprefix(f"{path}:").split(": ", 1)[1] for one in problems]


def test_what_the_program_writes_has_no_problems_and_fits_the_schemas(notebook: Path) -> None:
    (checked,) = check_files([notebook])
    assert (checked.errors, checked.warnings) == ((), ())
    assert checked.what == "notebook of Mara, 3 annotations"
    NOTEBOOK_SCHEMA.validate(read_yaml(notebook.read_bytes(), "n").value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("severity: major", "severity: huge", 'severity: expected minor, major or critical, not "huge"'),
        ("    status: open\n", "", "status: missing"),
        ("relation: conflict", "relation: quarrel", "relation: expected conflict, compatible or one-sided"),
        ('created: "20', 'created: "at 20', 'created: expected a UTC time such as "2026-11-22T10:15:02Z"'),
        ("start: ", "start: -", "start: expected a number from 0"),
        ("tag: number", "tag: 12", "tag: expected text, not 12"),
    ],
)
def test_a_mistake_in_an_annotation_is_named_by_field(
    notebook: Path, old: str, new: str, problem: str
) -> None:
    checked = changed(notebook, (old, new))
    (one,) = told(checked.errors, notebook)
    assert one.startswith("annotations[")
    assert problem in one
    with pytest.raises(NotebookError) as caught:
        read_notebook(notebook.read_bytes(), str(notebook))
    assert checked.errors == (str(caught.value),)
    assert not NOTEBOOK_SCHEMA.is_valid(read_yaml(notebook.read_bytes(), "n").value)


def test_many_mistakes_are_named_in_one_go_in_the_order_of_the_file(notebook: Path) -> None:
    ids = [one.id for one in load(notebook).annotations]
    checked = changed(
        notebook,
        ("severity: major", "severity: huge"),
        ("confidence: high", "confidence: sure"),
        (f"id: {ids[1]}", f"id: {ids[0]}"),
        ("    tag: time\n", ""),
        ("    a: null\n    b:\n", "    a: null\n    b: null\n    was:\n"),
        ("kind: link", "kind: chain"),
        ("decision: accept", "decision: perhaps"),
        ("    of: ", "    off: "),
        ("  name: Mara", "  nam: Mara"),
    )
    problems = [one.split(":")[0] for one in told(checked.errors, notebook)]
    assert problems == [
        "author.name",
        "annotations[0].severity",
        "annotations[0].confidence",
        "annotations[1].tag",
        "annotations[1].id",
        "annotations[2].b",
        "links[0].kind",
        "reviews[0].of",
        "reviews[0].decision",
    ]
    assert 'author.nam: unknown key "nam"; did you mean name?' in told(checked.warnings, notebook)[0]
    lines = [int(one.removeprefix(f"{notebook}:").split(":")[0]) for one in checked.errors]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("links:\n", "links: 12\nlonks:\n", "links: expected a list, not 12"),
        ("reviews:\n", "reviews: {}\nrevs:\n", "reviews: expected a list, not a mapping"),
        ("of_rev: ", 'of_rev: ["x"] #', "reviews[0].of_rev: expected text, not a list"),
        ("comment: ", "comment: 12 #", "reviews[0].comment: expected text, not 12"),
        ("  - id: l-1\n", "  - id: l-1\n    a: null\n    x:\n", "links[0].a: expected an anchor, not null"),
        ("articles:\n", "articles: none\narts:\n", 'articles: expected the articles a and b, not "none"'),
        (
            "schema: compare-tui/annotations/1",
            "schema: other/1",
            "schema: expected compare-tui/annotations/1",
        ),
        ("file_id:", "<<: {}\nfile_id:", "expected a key, found the merge key <<"),
        ("file_id:", "<<<<<<< ours\nfile_id:", "unresolved merge at line 3"),
    ],
)
def test_mistakes_elsewhere_are_named(notebook: Path, old: str, new: str, problem: str) -> None:
    text = notebook.read_text()
    if "l-1" in new:
        text = text.replace("    a:\n      exact: Twelve", "    c:\n      exact: Twelve", 1)
        notebook.write_text(text)
    errors = told(changed(notebook, (old, new)).errors, notebook)
    assert any(problem in one for one in errors), errors


def test_end_before_start_and_both_sides_null(notebook: Path) -> None:
    end = load(notebook).annotations[0].a
    assert end is not None
    checked = changed(notebook, (f"end: {end.end}", "end: 1"))
    (one,) = told(checked.errors, notebook)
    assert one == f"annotations[0].a.end: expected a number from {end.start}, its start, not 1"


def test_what_is_likely_a_mistake_is_a_warning(notebook: Path) -> None:
    checked = changed(
        notebook,
        ("tag: omission", "tag: omision"),
        ("tag: time", "notes: x\n    tag: time"),
        ('created: "2026-', 'created: "2026-19-39T10:15:02Z" #'),
    )
    assert checked.errors == ()
    joined = "\n".join(told(checked.warnings, notebook))
    assert 'the tag set news-discrepancies/1 has no tag "omision"' in joined
    assert 'unknown key "notes"; did you mean note?' in joined
    assert 'annotations[0].created: no such time: "2026-19-39T10:15:02Z"' in joined


def test_nearly_identical_annotations_are_a_warning(tmp_path: Path) -> None:
    write_articles(tmp_path)
    path = annotate(
        tmp_path,
        "mara",
        ("number", "at least 12 people", None),
        ("time", "at least 12 people", None),
        ("number", "least 12 people", None),
        ("number", "12", None),
    )
    (checked,) = check_files([path])
    at, first = next((at, one) for at, one in enumerate(load(path).annotations) if one.tag == "number")
    twins = [one for one in told(checked.warnings, path) if "nearly the same" in one]
    assert twins == [f'annotations[2]: nearly the same as annotations[{at}], "{first.id}"']


def test_tags_are_looked_up_in_the_tag_set_that_the_notebook_names(notebook: Path, tmp_path: Path) -> None:
    changed(notebook, ("name: news-discrepancies/1", "name: desk/1"))
    (checked,) = check_files([notebook])
    assert checked.warnings == ()
    (tmp_path / "desk.tags.yaml").write_text(TAGS)
    (checked,) = check_files([notebook])
    assert [one.rsplit(" ", 1)[1] for one in checked.warnings] == ['"time"', '"omission"']
    elsewhere = tmp_path / "elsewhere" / "set.yaml"
    elsewhere.parent.mkdir()
    elsewhere.write_text(TAGS.replace("gossip", "time"))
    found = check_files([notebook, elsewhere])
    assert [one.rsplit(" ", 1)[1] for one in found[0].warnings] == ['"omission"']


def test_a_tag_set_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "anything.yaml"
    path.write_text(TAGS)
    (checked,) = check_files([path])
    assert checked == Checked(path, "tag set desk/1, 2 tags")
    checked = changed(
        path,
        ("key: G", "key: n"),
        ("colour: accent", "colour: mauve"),
        ("name: gossip", "nme: gossip"),
        ("kinds: [who]", "kinds: [whom]"),
    )
    assert [one.split(":")[0] for one in told(checked.errors, path)] == [
        "tags[0].colour",
        "tags[1].name",
        "tags[1].key",
        "tags[1].kinds[0]",
    ]
    assert 'unknown key "nme"; did you mean name?' in told(checked.warnings, path)[0]


@pytest.mark.parametrize("text", ["hello", "[1, 2]", "a: 1", "name: x\ntags: {name: y}\n", "12"])
def test_what_is_neither_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    (checked,) = check_files([path])
    (one,) = checked.errors
    assert one.startswith(f"{path}:1:1: expected a notebook, with schema")


def test_a_newer_format_is_not_judged(notebook: Path) -> None:
    checked = changed(notebook, ("annotations/1", "annotations/7"), ("severity: major", "severity: 9"))
    assert checked.errors == ()
    assert "written by a newer version of compare-tui (compare-tui/annotations/7)" in checked.warnings[0]


def test_a_folder_gives_its_notebooks_and_tag_sets_only(notebook: Path, tmp_path: Path) -> None:
    for name in ("tags.yaml", "x.tags.yaml", "other.yaml", "notes.yaml"):
        (tmp_path / name).write_text(TAGS)
    (tmp_path / "sub.notes.yaml").mkdir()
    assert [one.name for one in files_to_check(tmp_path)] == [
        "tags.yaml",
        "wire--paper.jon.notes.yaml",
        "wire--paper.mara.notes.yaml",
        "x.tags.yaml",
    ]
    assert files_to_check(notebook) == [notebook]


@given(data=st.data())
@settings(max_examples=60)
def test_no_change_of_a_value_brings_the_check_down(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever stands in a place: the check has an error where the reader refuses it, and only there."""
    folder = tmp_path_factory.mktemp("any")
    write_articles(folder)
    path = annotate(folder, "mara", ("number", "at least 12 people", "Nine people"))
    root: Any = read_yaml(path.read_bytes(), "n").value
    holder, step = root, data.draw(st.sampled_from(list(root)))
    while isinstance(holder[step], dict | list) and holder[step] and data.draw(st.booleans()):
        holder = holder[step]
        step = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
    values: list[Any] = [None, "", " ", "x", 0, 12, True, [], {}, ["x"], {"x": 1}, [None], [{}]]
    holder[step] = data.draw(st.sampled_from(values))
    path.write_text(json.dumps(root))
    (checked,) = check_files([path])
    assert refusal(path) in (checked.errors or ("",))


def test_the_schema_of_tag_sets_is_that_of_the_reader(tmp_path: Path) -> None:
    jsonschema.Draft7Validator.check_schema(TAGS_AS_JSON)
    tag = TAGS_AS_JSON["definitions"]["tag"]["properties"]
    assert tag["colour"]["anyOf"][1]["enum"] == list(COLOUR_NAMES)
    assert tag["kinds"]["items"]["enum"] == list(KINDS)
    TAG_SCHEMA.validate(read_yaml(TAGS.encode(), "t").value)
    source = Path(default_tag_set.__code__.co_filename).parent / "tags"
    for path in source.iterdir():
        TAG_SCHEMA.validate(read_yaml(path.read_bytes(), path.name).value)
    for old, new in [
        ("key: n", "key: 7"),
        ("key: n", 'key: "7"'),
        ("key: n", "key: nn"),
        ("key: n", 'key: "?"'),
        ("name: desk/1\n", ""),
        ("colour: accent", "colour: mauve"),
        ("definition: A count differs.", 'definition: ""'),
        ("kinds: [who]", "kinds: [whom]"),
        ("kinds: [who]", "kinds: who"),
        ("example: no", "example: 12"),
    ]:
        path = tmp_path / "t.yaml"
        path.write_text(TAGS.replace(old, new, 1))
        assert not TAG_SCHEMA.is_valid(read_yaml(path.read_bytes(), "t").value), new
        with pytest.raises(NotebookError):
            load_tag_set(path)

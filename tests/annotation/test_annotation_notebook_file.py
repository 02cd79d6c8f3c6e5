from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import (
    Anchor,
    Annotation,
    Author,
    NotebookError,
    annotations_schema,
    read_notebook,
    read_yaml,
    write_notebook,
)
from compare_tui.annotation.notebook_file import ArticleRecord, NotebookFile, sort_key
from compare_tui.article import clean

FILE = """\
# yaml-language-server: $schema=annotations-1.schema.json
schema: compare-tui/annotations/1
file_id: f-01JDA7Q4ZK8V
author:
  id: mara
  name: "Mara Ilves"
  desk: foreign
articles:
  a:
    path: wire.txt
    title: "Twelve dead"
    sha256: "9f2c"
    text_sha256: "1b5e"
    length: 4312
    reader: text/1
    language: en
  b:
    path: "../other folder/paper.txt"
    title: "Nine dead"
    sha256: aa
    text_sha256: bb
    length: 0
    reader: text/1
  c: null
tags:
  name: news-discrepancies/1
  sha256: "00"
annotations:
  - id: a-01JDA7R2M4X9
    tag: number
    relation: conflict
    severity: major
    confidence: high
    status: open
    a:
      exact: "at least 12 people were killed"
      prefix: "Police said on Sunday that "
      suffix: " when a coach overturned"
      start: 118
      end: 148
      was: "12 people"
    b:
      exact: "nine people died"
      prefix: ""
      suffix: ""
      start: 96
      end: 112
    note: |-
      Death toll 12 vs 9.
      Paper cites the canton, wire cites police.
    created: "2026-11-22T10:15:02Z"
    modified: "2026-11-22T10:17:40Z"
    colour: red
  - id: a-01JDA7R2M4XA
    tag: "made up"
    relation: one-sided
    severity: minor
    confidence: low
    status: withdrawn
    a: null
    b:
      exact: people
      prefix: "nine "
      suffix: " died"
      start: 101
      end: 107
    note: ""
    created: "2026-11-22T10:15:02Z"
    modified: "2026-11-22T10:17:40Z"
links:
  - id: l-01JDA7V1N6E5
    kind: link
    a:
      anything:
        - 1
        - null
        - "no"
reviews:
  - id: r-01JDA8B3W7H2
    of: a-01JD9ZK0QF11
    decision: null
zz:
  "12:30": true
"""


def refusal(text: str) -> str:
    with pytest.raises(NotebookError) as caught:
        read_notebook(text.encode(), "n.yaml")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_is_read_into_its_fields() -> None:
    notebook = read_notebook(FILE.encode(), "n.yaml")
    assert notebook.author == Author("mara", "Mara Ilves")
    assert notebook.b.path == "../other folder/paper.txt"
    assert notebook.a.extra == {"language": "en"}
    assert notebook.newer is None
    first, second = notebook.annotations
    assert first.a is not None
    assert (first.a.start, first.a.end, first.a.extra) == (118, 148, {"was": "12 people"})
    assert first.note == "Death toll 12 vs 9.\nPaper cites the canton, wire cites police."
    assert first.extra == {"colour": "red"}
    assert (second.a, second.tag, second.status) == (None, "made up", "withdrawn")


def test_unknown_keys_sections_and_the_first_line_are_written_back_byte_for_byte() -> None:
    assert write_notebook(read_notebook(FILE.encode(), "n.yaml")).decode() == FILE


def test_another_first_comment_is_kept_and_none_is_added() -> None:
    body = FILE.partition("\n")[2]
    for first in ("# my own words\n", ""):
        assert write_notebook(read_notebook((first + body).encode(), "n")).decode() == first + body


def test_flow_style_and_loose_layout_are_understood() -> None:
    text = FILE.replace(
        'author:\n  id: mara\n  name: "Mara Ilves"\n  desk: foreign\n',
        "author: {desk: foreign, id: mara, name: Mara Ilves}\n",
    )
    assert write_notebook(read_notebook(text.encode(), "n")).decode() == FILE


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "severity: major",
            "severity: huge",
            'n.yaml:32:15: annotations[0].severity: expected minor, major or critical, not "huge"',
        ),
        (
            "severity: minor",
            "severity: 3",
            "n.yaml:57:15: annotations[1].severity: expected minor, major or critical, not 3",
        ),
        ("    severity: minor\n", "", "n.yaml:54:5: annotations[1].severity: missing"),
        (
            "relation: conflict",
            "relation: yes",
            'n.yaml:31:15: annotations[0].relation: expected conflict, compatible or one-sided, not "yes"',
        ),
        (
            "start: 118",
            'start: "118"',
            'n.yaml:39:14: annotations[0].a.start: expected a number from 0, not "118"',
        ),
        (
            "start: 118",
            "start: true",
            "n.yaml:39:14: annotations[0].a.start: expected a number from 0, not true",
        ),
        ("start: 118", "start: -1", "n.yaml:39:14: annotations[0].a.start: expected a number from 0, not -1"),
        (
            "end: 148",
            "end: 7",
            "n.yaml:40:12: annotations[0].a.end: expected a number from 118, its start, not 7",
        ),
        (
            "exact: people",
            'exact: " "',
            "n.yaml:62:14: annotations[1].b.exact: expected the words that it stands on",
        ),
        ("exact: people", "exact: 12", "n.yaml:62:14: annotations[1].b.exact: expected text, not 12"),
        ("    a: null", "    a: 5", "n.yaml:60:8: annotations[1].a: expected an anchor or null, not 5"),
        ("    a: null\n", "", "n.yaml:54:5: annotations[1].a: missing"),
        (
            'created: "2026-11-22T10:15:02Z"',
            "created: 2026-11-22",
            "n.yaml:51:14: annotations[0].created: expected a UTC time",
        ),
        ("tag: number", "tag: []", "n.yaml:30:10: annotations[0].tag: expected text, not a list"),
        ("tag: number", 'tag: ""', "n.yaml:30:10: annotations[0].tag: expected text, found nothing"),
        ('note: ""', "note:", "n.yaml:67:10: annotations[1].note: expected text, not null"),
        (
            "a-01JDA7R2M4XA",
            "a-01JDA7R2M4X9",
            'n.yaml:54:9: annotations[1].id: "a-01JDA7R2M4X9" is already the id of annotations[0]',
        ),
        ("author:\n  id: mara", "author:\n  ID: mara", "n.yaml:5:3: author.id: missing"),
        (
            "length: 4312",
            "length: long",
            'n.yaml:14:13: articles.a.length: expected a number from 0, not "long"',
        ),
        (
            "path: wire.txt",
            "path: 1",
            "n.yaml:10:11: articles.a.path: expected a path relative to this file, or null",
        ),
        ("annotations:\n", "annotated:\n", "n.yaml:2:1: annotations: missing"),
        (
            "annotations/1",
            "annotations/0",
            'n.yaml:2:9: schema: expected compare-tui/annotations/1, not "compare-tui/annotations/0"',
        ),
        (
            "compare-tui/annotations/1",
            "other/1",
            'n.yaml:2:9: schema: expected compare-tui/annotations/1, not "other/1"',
        ),
        (FILE, "- 1\n", "n.yaml:1:1: expected a notebook, not a list"),
        (FILE, "", "n.yaml:1:1: expected a YAML document, found nothing"),
    ],
)
def test_a_wrong_or_missing_field_is_named_with_its_place(old: str, new: str, message: str) -> None:
    assert old in FILE
    assert refusal(FILE.replace(old, new, 1)).startswith(message)


def test_both_ends_missing_are_refused() -> None:
    start = FILE.index("    a: null")
    end = FILE.index('    note: ""')
    text = FILE[:start] + "    a: null\n    b: null\n" + FILE[end:]
    assert refusal(text).startswith(
        "n.yaml:61:8: annotations[1].b: expected words in A or in B, not null for both"
    )


def test_a_minor_version_opens_and_is_kept() -> None:
    text = FILE.replace("annotations/1\n", "annotations/1.4\n", 1)
    notebook = read_notebook(text.encode(), "n.yaml")
    assert notebook.newer is None
    assert write_notebook(notebook).decode() == text


def test_a_newer_format_opens_with_a_plain_message() -> None:
    text = FILE.replace("annotations/1\n", "annotations/2\n", 1)
    notebook = read_notebook(text.encode(), "n.yaml")
    assert len(notebook.annotations) == 2
    assert (
        notebook.newer
        == "written by a newer version of compare-tui (compare-tui/annotations/2), opened read-only"
    )
    notebook = read_notebook(text.replace("severity: major", "severity: 7").encode(), "n.yaml")
    assert len(notebook.annotations) == 1
    assert notebook.newer is not None
    assert notebook.newer.endswith("; 1 of its annotations cannot be shown")
    assert "newer version" in refusal(text.replace("author:", "people:"))


def test_hostile_words_of_a_file_are_safe_to_show() -> None:
    text = FILE.replace('tag: "made up"', 'tag: "\\e[31m\\n"').replace(
        'note: ""', 'note: "a\\r\\nb\\e]0;x\\a\\u202E"'
    )
    second = read_notebook(text.encode(), "n.yaml").annotations[1]
    assert second.tag == clean(second.tag, lines=False)
    assert "\x1b" not in second.tag
    assert second.note == clean("a\nb\x1b]0;x\a\u202e")


hostile = st.text(max_size=12) | st.sampled_from(
    ["no", "007", "a\nb", "\u202e", "\x85", "\u2028x", "a\r\nb", "👩\u200d👧", "<<", "~"]
)
words = hostile.map(lambda text: f"w{text}")
anchors = st.builds(
    lambda exact, prefix, suffix, start: Anchor(
        clean(f"w{exact}w"), clean(f"w{prefix}w"), clean(f"w{suffix}w"), start, start + 9
    ),
    hostile,
    hostile,
    hostile,
    st.integers(0, 5000),
)
extras = st.dictionaries(
    hostile.map(lambda text: f"x{text}"), hostile | st.integers(-5, 5) | st.none(), max_size=2
)


@st.composite
def made_up_annotations(draw: st.DrawFn) -> Annotation:
    a = draw(st.none() | anchors)
    return Annotation(
        id=clean(draw(words), lines=False),
        tag=clean(draw(words), lines=False),
        relation=draw(st.sampled_from(["conflict", "compatible", "one-sided"])),
        severity=draw(st.sampled_from(["minor", "major", "critical"])),
        confidence=draw(st.sampled_from(["low", "medium", "high"])),
        status=draw(st.sampled_from(["open", "resolved", "withdrawn"])),
        a=a,
        b=draw(anchors if a is None else st.none() | anchors),
        note=clean(draw(hostile)),
        created="2026-11-22T10:15:02Z",
        modified="2026-11-22T10:17:40Z",
        extra=draw(extras),
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(made_up_annotations(), max_size=4, unique_by=lambda annotation: annotation.id), extras, hostile
)
def test_a_notebook_reads_back_the_same_and_fits_the_schema(
    made: list[Annotation], extra: dict[str, str | int | None], path: str
) -> None:
    article = ArticleRecord(path, "t", "s", "x", 5, "text/1", extra)
    notebook = NotebookFile(
        file_id="f-1",
        author=Author("mara", "Mara"),
        a=article,
        b=replace(article, path=None),
        tags_name="news-discrepancies/1",
        annotations=tuple(sorted(made, key=sort_key)),
        extra=extra,
        author_extra=extra,
        articles_extra=extra,
        tags_extra=extra,
    )
    data = write_notebook(notebook)
    assert read_notebook(data, "n.yaml") == notebook
    jsonschema.validate(read_yaml(data, "n.yaml").value, json.loads(annotations_schema()))


def test_order_is_by_a_then_b_then_id_and_missing_ends_stand_last() -> None:
    def made(id_: str, a: int | None, b: int | None) -> Annotation:
        ends = [None if start is None else Anchor("x", "", "", start, start + 1) for start in (a, b)]
        return Annotation(
            id_,
            "number",
            "conflict",
            "major",
            "high",
            "open",
            ends[0],
            ends[1],
            "",
            "2026-11-22T10:15:02Z",
            "2026-11-22T10:15:02Z",
        )

    ordered = [
        made("z", 3, 100),
        made("a", 5, 9),
        made("b", 5, 9),
        made("y", 5, 10),
        made("a2", 5, None),
        made("a1", 7, 0),
        made("c", None, 1),
        made("a0", None, 2),
    ]
    assert sorted([*ordered[4:], *ordered[:4]], key=sort_key) == ordered


def test_the_schema_marks_what_the_reader_refuses() -> None:
    schema = json.loads(annotations_schema())
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    validator.validate(read_yaml(FILE.encode(), "n").value)
    for old, new in [
        ("severity: major", "severity: huge"),
        ("    status: open\n", ""),
        ("start: 118", 'start: "118"'),
        ("exact: people", 'exact: " "'),
        ("annotations/1\n", "annotations/2\n"),
        ('created: "2026-11-22T10:15:02Z"', "created: 2026-11-22"),
        ("    a: null\n    b:\n", "    a: null\n    b: null\n    c:\n"),
        ("tag: number", "tag: 12"),
    ]:
        assert old in FILE
        assert not validator.is_valid(read_yaml(FILE.replace(old, new, 1).encode(), "n").value), new


def test_the_sample_path_is_kept_as_it_is() -> None:
    assert Path(read_notebook(FILE.encode(), "n").a.path or "") == Path("wire.txt")

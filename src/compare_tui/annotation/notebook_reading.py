"""Reading a notebook's file: its values become the dataclasses of ``notebook_file``."""

from __future__ import annotations

import re
from dataclasses import replace

from compare_tui.annotation.anchor import clean_anchor
from compare_tui.annotation.check import CONFIDENCES, RELATIONS, SEVERITIES, STATUSES
from compare_tui.annotation.fields import Fields, Problems
from compare_tui.annotation.model import Anchor, Annotation, Author, NotebookError
from compare_tui.annotation.notebook_file import SCHEMA, ArticleRecord, NotebookFile
from compare_tui.annotation.yaml_document import Document
from compare_tui.annotation.yaml_read import quoted, read_yaml

MOST_LEFT_OUT = 10_000
"""Annotations that may be left out where a file is read in part."""

_MAJOR = 1
_SCHEMA = re.compile(r"compare-tui/annotations/([1-9][0-9]{0,5})(?:\.[0-9]+)*")
_TIME = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z")


def read_notebook(data: bytes, name: str) -> NotebookFile:
    """Read a notebook's file.

    A file of a newer format is read as far as this version understands it; ``newer`` tells what is missing.

    Args:
        data: Its bytes.
        name: What to call it in messages.

    Raises:
        NotebookError: It is no notebook; the message is ``NAME:LINE:COLUMN: field: reason``.
    """
    return notebook_of(read_yaml(data, name))


def readable_part(data: bytes, name: str) -> tuple[NotebookFile, int]:
    """Read of a file whose fields are wrong in places what can be understood; it must not be written back.

    Returns:
        What it holds, and how many of its annotations are left out.

    Raises:
        NotebookError: It is no YAML, or its head cannot be understood either.
    """
    document = read_yaml(data, name)
    root = Fields(document, (), document.value, "a notebook")
    file, unreadable = _notebook(document, root, root.word("schema"), lenient=True)
    return file, unreadable


def notebook_of(document: Document, problems: Problems | None = None) -> NotebookFile:
    """Return the notebook that a document holds.

    Args:
        document: The content of its file.
        problems: Where errors are collected; None raises the first one.

    Raises:
        NotebookError: It is no notebook, and errors are not collected.
    """
    root = Fields(document, (), document.value, "a notebook", problems)
    schema = root.word("schema")
    match = _SCHEMA.fullmatch(schema)
    if match is None:
        root.refuse("schema", f"expected {SCHEMA}, not {quoted(schema)}")
    if match is None or int(match[1]) == _MAJOR:
        return _notebook(document, root, schema)[0]
    try:
        root = Fields(document, (), document.value, "a notebook")
        file, unreadable = _notebook(document, root, root.word("schema"), lenient=True)
        return replace(file, newer=_about_newer(schema, unreadable))
    except NotebookError as error:
        raise NotebookError(f"{error} (written by a newer version of compare-tui: {schema})") from None


def _notebook(
    document: Document, root: Fields, schema: str, *, lenient: bool = False
) -> tuple[NotebookFile, int]:
    """Return a notebook, and how many annotations are left out because they cannot be understood."""
    file_id = root.word("file_id")
    author = root.mapping("author", "an author with id and name")
    articles = root.mapping("articles", "the articles a and b")
    tags = root.mapping("tags", "the name of a tag set")
    unreadable = 0
    annotations: list[Annotation] = []
    indices: dict[str, int] = {}
    for index, value in enumerate(root.values("annotations")):
        try:
            entry = root.entry("annotations", index, value, "an annotation")
            annotation = read_annotation(entry)
        except NotebookError:
            if not lenient or unreadable == MOST_LEFT_OUT:
                raise
            unreadable += 1
            continue
        earlier = indices.setdefault(annotation.id, index)
        if earlier != index:
            if lenient:
                unreadable += 1
                continue
            entry.refuse("id", f"{quoted(annotation.id)} is already the id of annotations[{earlier}]")
        annotations.append(annotation)
    file = NotebookFile(
        file_id=file_id,
        author=Author(id=author.word("id"), name=author.word("name")),
        a=_article(articles.mapping("a", "an article")),
        b=_article(articles.mapping("b", "an article")),
        tags_name=tags.text("name", lines=False),
        annotations=tuple(annotations),
        schema=schema,
        sections={key: root.take(key) for key in ("links", "reviews") if root.has(key)},
        extra=root.rest(),
        author_extra=author.rest(),
        articles_extra=articles.rest(),
        tags_extra=tags.rest(),
        comment=document.comment,
    )
    return file, unreadable


def _about_newer(schema: str, unreadable: int) -> str:
    missing = f"; {unreadable} of its annotations cannot be shown" if unreadable else ""
    return f"written by a newer version of compare-tui ({schema}), opened read-only{missing}"


def _article(fields: Fields) -> ArticleRecord:
    path = fields.take("path")
    if path is not None and not isinstance(path, str):
        fields.refuse("path", "expected a path relative to this file, or null")
        path = None
    return ArticleRecord(
        path=path,
        title=fields.text("title", lines=False),
        sha256=fields.text("sha256", lines=False),
        text_sha256=fields.text("text_sha256", lines=False),
        length=fields.count("length"),
        reader=fields.text("reader", lines=False),
        extra=fields.rest(),
    )


def read_annotation(fields: Fields) -> Annotation:
    """Return an annotation as it stands in a file.

    Raises:
        NotebookError: A field is missing or wrong; the message names its place.
    """
    annotation = Annotation(
        id=fields.word("id"),
        tag=fields.word("tag"),
        relation=fields.choice("relation", RELATIONS),
        severity=fields.choice("severity", SEVERITIES),
        confidence=fields.choice("confidence", CONFIDENCES),
        status=fields.choice("status", STATUSES),
        a=read_anchor(fields, "a"),
        b=read_anchor(fields, "b"),
        note=fields.text("note"),
        created=read_time(fields, "created"),
        modified=read_time(fields, "modified"),
        extra=fields.rest(),
    )
    if annotation.a is None and annotation.b is None and not fields.is_wrong("a"):
        fields.refuse("b", "expected words in A or in B, not null for both")
    return annotation


def read_anchor(entry: Fields, key: str, expected: str = "an anchor or null") -> Anchor | None:
    """Return an anchor as it stands in a file; None for null.

    Raises:
        NotebookError: A field is missing or wrong; the message names its place.
    """
    value = entry.take(key)
    if value is None:
        return None
    fields = Fields(entry.document, (*entry.path, key), value, expected, entry.problems)
    anchor = Anchor(
        exact=fields.raw_text("exact"),
        prefix=fields.raw_text("prefix"),
        suffix=fields.raw_text("suffix"),
        start=fields.count("start"),
        end=fields.count("end"),
        extra=fields.rest(),
    )
    if not anchor.exact.strip():
        fields.refuse("exact", "expected the words that it stands on, found nothing")
    if anchor.end < anchor.start:
        fields.refuse("end", f"expected a number from {anchor.start}, its start, not {anchor.end}")
    return clean_anchor(anchor)


def read_time(fields: Fields, key: str) -> str:
    """Return a UTC time as it stands in a file.

    Raises:
        NotebookError: It is missing or none; the message names its place.
    """
    value = fields.text(key, lines=False)
    if not _TIME.fullmatch(value):
        fields.refuse(key, f'expected a UTC time such as "2026-11-22T10:15:02Z", not {quoted(value)}')
    return value

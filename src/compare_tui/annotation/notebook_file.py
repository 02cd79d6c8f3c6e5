"""What stands in a notebook's file: values of YAML on one side, dataclasses on the other.

Unknown keys of every mapping are kept and written back behind the known ones. ``links`` and ``reviews``
are carried as the values that they are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from compare_tui.annotation.anchor import anchor_value, clean_anchor
from compare_tui.annotation.check import CONFIDENCES, RELATIONS, SEVERITIES, STATUSES
from compare_tui.annotation.fields import Fields, Problems
from compare_tui.annotation.limits import refuse_what_cannot_be_read
from compare_tui.annotation.model import Anchor, Annotation, Author, NotebookError, Value
from compare_tui.annotation.yaml_document import Document
from compare_tui.annotation.yaml_read import quoted, read_yaml
from compare_tui.annotation.yaml_write import write_entry, write_yaml
from compare_tui.article.model import Article, dated_facts

SCHEMA = "compare-tui/annotations/1"
FIRST_LINE = "# yaml-language-server: $schema=annotations-1.schema.json"

MOST_LEFT_OUT = 10_000
"""Annotations that may be left out where a file is read in part."""

_MAJOR = 1
_SCHEMA = re.compile(r"compare-tui/annotations/([1-9][0-9]{0,5})(?:\.[0-9]+)*")
_TIME = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z")


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """Which article a notebook is about.

    Attributes:
        path: Its file, relative to the notebook's folder, with "/" between parts; None without a file. It is
            not cleaned, because it opens the file: clean it before showing it.
        title: Its title.
        sha256: Digest of its raw bytes, hexadecimal.
        text_sha256: Digest of its cleaned text, hexadecimal.
        length: Length of its cleaned text, in code points.
        reader: Name and version of the reader that made the text.
        extra: Keys of the file that this version does not know.
    """

    path: str | None
    title: str
    sha256: str
    text_sha256: str
    length: int
    reader: str
    extra: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotebookFile:
    """Everything in a notebook's file.

    Attributes:
        file_id: Id of the notebook, e.g. "f-01JDA7Q4ZK8V".
        author: Whose notebook it is.
        a: The first article.
        b: The second article.
        tags_name: Name of the tag set.
        annotations: In any order; they are written in ``sort_key`` order.
        schema: Name and version of the format.
        sections: ``links`` and ``reviews`` where the file has them, as they stand there.
        extra: Other keys of the file that this version does not know.
        author_extra: Likewise, of ``author``.
        articles_extra: Likewise, of ``articles``.
        tags_extra: Likewise, of ``tags``.
        comment: The first line, where it is a comment.
        newer: Why the file must not be written: a plain sentence about its newer format; None otherwise.
    """

    file_id: str
    author: Author
    a: ArticleRecord
    b: ArticleRecord
    tags_name: str
    annotations: tuple[Annotation, ...] = ()
    schema: str = SCHEMA
    sections: Mapping[str, Value] = field(default_factory=dict)
    extra: Mapping[str, Value] = field(default_factory=dict)
    author_extra: Mapping[str, Value] = field(default_factory=dict)
    articles_extra: Mapping[str, Value] = field(default_factory=dict)
    tags_extra: Mapping[str, Value] = field(default_factory=dict)
    comment: str | None = FIRST_LINE
    newer: str | None = None


def sort_key(annotation: Annotation) -> tuple[bool, int, bool, int, str]:
    """Return the place of an annotation in its file: by (a.start, b.start, id).

    A missing end stands behind every present one: at the same place of A, findings only in A follow those in
    both; findings only in B stand last, in the order of B.
    """
    a, b = annotation.a, annotation.b
    return a is None, a.start if a else 0, b is None, b.start if b else 0, annotation.id


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


def describe_article(article: Article, notebook: Path, old: ArticleRecord | None = None) -> ArticleRecord:
    """Return what a notebook's file says about an article.

    Args:
        article: The article.
        notebook: The notebook's file.
        old: What the file said before; its unknown keys are kept.
    """
    return ArticleRecord(
        path=None if article.path is None else _relative(article.path, notebook.parent),
        title=article.title,
        sha256=article.sha256,
        text_sha256=article.text_sha256,
        length=len(article.text),
        reader=article.reader,
        extra={**({} if old is None else old.extra), **dated_facts(article)},
    )


def _relative(path: Path, folder: Path) -> str:
    """Return a path relative to a folder, "/" between parts, "?" for bytes that are no UTF-8."""
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:
        # Windows knows no way from one drive to another.
        relative = os.path.abspath(path)
    except OSError:
        # The current folder has gone, and with it what the path starts from.
        relative = str(path)
    return relative.replace(os.sep, "/").encode("utf-8", "replace").decode("utf-8")


Fragments = dict[str, tuple[Annotation, bytes]]
"""Annotations by id, each with the lines that stand for it in a file."""


def write_notebook(notebook: NotebookFile, fragments: Fragments | None = None) -> bytes:
    """Return the bytes of a notebook's file, in the fixed order of its format.

    Args:
        notebook: What stands in it.
        fragments: Lines that were made before; they are used where the annotation is the same object, and
            exchanged for those that were made now. With them the next writing takes a tenth of the time.

    Raises:
        NotebookError: It would be larger than what is read again.
    """
    head: dict[str, Value] = {
        "schema": notebook.schema,
        "file_id": notebook.file_id,
        "author": {"id": notebook.author.id, "name": notebook.author.name, **notebook.author_extra},
        "articles": {
            "a": _article_value(notebook.a),
            "b": _article_value(notebook.b),
            **notebook.articles_extra,
        },
        "tags": {"name": notebook.tags_name, **notebook.tags_extra},
    }
    if not notebook.annotations:
        head["annotations"] = []
    parts = [write_yaml(head, notebook.comment)]
    if notebook.annotations:
        parts += [b"annotations:\n", *_annotation_lines(notebook, {} if fragments is None else fragments)]
    rest = {**notebook.sections, **notebook.extra}
    data = b"".join([*parts, write_yaml(rest)] if rest else parts)
    refuse_what_cannot_be_read(data, notebook.annotations, {**head, **rest})
    return data


def _annotation_lines(notebook: NotebookFile, fragments: Fragments) -> list[bytes]:
    """Return the lines of each annotation, in order; those that are known are not made again."""
    made: Fragments = {}
    for one in sorted(notebook.annotations, key=sort_key):
        known = fragments.get(one.id)
        is_known = known is not None and known[0] is one
        made[one.id] = known if known and is_known else (one, write_entry(annotation_value(one)))
    fragments.clear()
    fragments.update(made)
    return [lines for _, lines in made.values()]


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


def _article_value(article: ArticleRecord) -> Value:
    return {
        "path": article.path,
        "title": article.title,
        "sha256": article.sha256,
        "text_sha256": article.text_sha256,
        "length": article.length,
        "reader": article.reader,
        **article.extra,
    }


def annotation_value(annotation: Annotation) -> dict[str, Value]:
    """Return how an annotation stands in a file."""
    return {
        "id": annotation.id,
        "tag": annotation.tag,
        "relation": annotation.relation,
        "severity": annotation.severity,
        "confidence": annotation.confidence,
        "status": annotation.status,
        "a": anchor_value(annotation.a),
        "b": anchor_value(annotation.b),
        "note": annotation.note,
        "created": annotation.created,
        "modified": annotation.modified,
        **annotation.extra,
    }

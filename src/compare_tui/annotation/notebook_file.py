"""What stands in a notebook's file.

Unknown keys of every mapping are kept and written back behind the known ones. ``links`` and ``reviews``
are carried as the values that they are. ``notebook_reading`` and ``notebook_writing``, which need YAML, are
loaded where a file is read or written.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from compare_tui.annotation.model import Annotation, Author, Value
from compare_tui.article.model import Article, dated_facts

SCHEMA = "compare-tui/annotations/1"
FIRST_LINE = "# yaml-language-server: $schema=annotations-1.schema.json"


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

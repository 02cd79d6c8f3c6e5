"""Writing a notebook's file, in the fixed order of its format."""

from __future__ import annotations

from compare_tui.annotation.anchor import anchor_value
from compare_tui.annotation.limits import refuse_what_cannot_be_read
from compare_tui.annotation.model import Annotation, Value
from compare_tui.annotation.notebook_file import ArticleRecord, Fragments, NotebookFile, sort_key
from compare_tui.annotation.yaml_write import write_entry, write_yaml


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

"""Annotations, tag sets, anchors, the YAML file, safe saving, undo.

Public names load on first use, so that a value type costs no YAML.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare_tui.annotation.anchor import locate, make_anchor
    from compare_tui.annotation.identity import default_author, new_id, utc_now
    from compare_tui.annotation.location import notebook_path
    from compare_tui.annotation.model import (
        Anchor,
        Annotation,
        AnnotationSeverity,
        Author,
        Confidence,
        NotebookError,
        Relation,
        Status,
        Tag,
        TagSet,
        Value,
    )
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.annotation.notebook_file import NotebookFile
    from compare_tui.annotation.notebook_reading import read_notebook
    from compare_tui.annotation.notebook_writing import write_notebook
    from compare_tui.annotation.pair_notebook import open_pair_notebook
    from compare_tui.annotation.save import write_atomically
    from compare_tui.annotation.schema import annotations_schema
    from compare_tui.annotation.tags import default_tag_set, load_tag_set, tag_for_kind
    from compare_tui.annotation.yaml_read import read_yaml
    from compare_tui.annotation.yaml_write import write_yaml

__all__ = [
    "Anchor",
    "Annotation",
    "AnnotationSeverity",
    "Author",
    "Confidence",
    "Notebook",
    "NotebookError",
    "NotebookFile",
    "Relation",
    "Status",
    "Tag",
    "TagSet",
    "Value",
    "annotations_schema",
    "default_author",
    "default_tag_set",
    "load_tag_set",
    "locate",
    "make_anchor",
    "new_id",
    "notebook_path",
    "open_pair_notebook",
    "read_notebook",
    "read_yaml",
    "tag_for_kind",
    "utc_now",
    "write_atomically",
    "write_notebook",
    "write_yaml",
]

_HOMES = {
    "locate": "anchor",
    "make_anchor": "anchor",
    "default_author": "identity",
    "new_id": "identity",
    "utc_now": "identity",
    "notebook_path": "location",
    "Notebook": "notebook",
    "NotebookFile": "notebook_file",
    "read_notebook": "notebook_reading",
    "write_notebook": "notebook_writing",
    "open_pair_notebook": "pair_notebook",
    "write_atomically": "save",
    "annotations_schema": "schema",
    "default_tag_set": "tags",
    "load_tag_set": "tags",
    "tag_for_kind": "tags",
    "read_yaml": "yaml_read",
    "write_yaml": "yaml_write",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module the first time it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)

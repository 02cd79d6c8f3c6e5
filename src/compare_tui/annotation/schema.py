"""The published JSON Schema of a notebook's file."""

from __future__ import annotations

from importlib.resources import files


def annotations_schema() -> str:
    """Return ``annotations-1.schema.json``, JSON Schema draft-07, as text.

    Editors with yaml-language-server take completion, hover texts and marks for typing errors from it.
    """
    source = files("compare_tui.annotation") / "schemas" / "annotations-1.schema.json"
    return source.read_text(encoding="utf-8")

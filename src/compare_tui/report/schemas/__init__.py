"""The published JSON Schemas of what the program writes."""

from __future__ import annotations

from importlib.resources import files

SCHEMAS = {
    "agreement": ("compare_tui.report", "schemas/agreement-1.schema.json"),
    "annotations": ("compare_tui.annotation", "schemas/annotations-1.schema.json"),
    "comparison": ("compare_tui.report", "schemas/comparison-1.schema.json"),
    "report": ("compare_tui.report", "schemas/report-1.schema.json"),
    "tags": ("compare_tui.annotation", "schemas/tags-1.schema.json"),
}
"""For each name the package and the place of the file in it."""


def schema_text(name: str) -> str:
    """Return the JSON Schema with this name, one of ``SCHEMAS``.

    Raises:
        KeyError: There is no schema of that name.
    """
    package, place = SCHEMAS[name]
    return files(package).joinpath(place).read_text(encoding="utf-8")

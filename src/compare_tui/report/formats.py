"""The formats of reports, and which one the name of a file asks for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from compare_tui.report.document import Report

FORMATS = {
    "text": ("text_report", "text_report"),
    "md": ("markdown_report", "markdown_report"),
    "html": ("html_report", "html_report"),
    "csv": ("csv_report", "csv_report"),
    "json": ("json_report", "report_json"),
    "w3c": ("web_annotations", "web_annotations"),
    "svg": ("svg_report", "svg_report"),
}
"""For each format the module and the function that writes it."""

ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
    ".jsonld": "w3c",
    ".svg": "svg",
}
"""The format of files with these endings."""


def format_of(path: PurePath) -> str | None:
    """Return the format that the ending of a file's name asks for; None where it asks for none."""
    return ENDINGS.get(path.suffix.lower())


def written(report: Report, name: str) -> str:
    """Return a report in a format, one of ``FORMATS``.

    Raises:
        KeyError: There is no such format.
    """
    module, function = FORMATS[name]
    write: Callable[[Report], str] = getattr(import_module(f"compare_tui.report.{module}"), function)
    return write(report)

"""A comparison as text for people, and as data for programs.

What is for people loads on first use, so that data cost nothing but themselves.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from compare_tui.report.comparison_json import comparison_data, comparison_json, json_pieces

if TYPE_CHECKING:
    from compare_tui.report.linear import linear_report
    from compare_tui.report.schemas import SCHEMAS, schema_text

__all__ = ["SCHEMAS", "comparison_data", "comparison_json", "json_pieces", "linear_report", "schema_text"]

_HOMES = {"SCHEMAS": "schemas", "linear_report": "linear", "schema_text": "schemas"}


def __getattr__(name: str) -> object:
    """Import a public name from its module the first time it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)

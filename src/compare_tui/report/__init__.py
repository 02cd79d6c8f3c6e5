"""A comparison as text for people, and as data for programs."""

from compare_tui.report.comparison_json import comparison_data, comparison_json, json_pieces
from compare_tui.report.linear import linear_report
from compare_tui.report.schemas import SCHEMAS, schema_text

__all__ = ["SCHEMAS", "comparison_data", "comparison_json", "json_pieces", "linear_report", "schema_text"]

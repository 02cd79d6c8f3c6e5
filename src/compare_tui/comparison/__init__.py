"""Linking the passages of two articles and finding the details on which they differ."""

from __future__ import annotations

from compare_tui.comparison.align import Progress, align
from compare_tui.comparison.compare import compare
from compare_tui.comparison.model import Comparison, Difference, Kind, Link, Order, Severity, Strength

__all__ = [
    "Comparison",
    "Difference",
    "Kind",
    "Link",
    "Order",
    "Progress",
    "Severity",
    "Strength",
    "align",
    "compare",
]

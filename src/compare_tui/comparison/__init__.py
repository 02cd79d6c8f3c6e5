"""Linking the passages of two articles and finding the details on which they differ."""

from compare_tui.comparison.model import Comparison, Difference, Kind, Link, Order, Severity, Strength

__all__ = ["Comparison", "Difference", "Kind", "Link", "Order", "Severity", "Strength"]

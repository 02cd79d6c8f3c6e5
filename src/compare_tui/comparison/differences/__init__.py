"""Typed differences inside linked passages: numbers, times, names, quotations, sources, wording."""

from __future__ import annotations

from compare_tui.comparison.differences.decide import find_differences, position

__all__ = ["find_differences", "position"]

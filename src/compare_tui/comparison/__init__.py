"""Linking the passages of two articles and finding the details on which they differ.

Public names load on first use, so that a value type costs nothing but itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare_tui.comparison.alignment import Progress, align
    from compare_tui.comparison.comparing import compare
    from compare_tui.comparison.model import (
        Comparison,
        Difference,
        Kind,
        Link,
        Order,
        Severity,
        Strength,
    )

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

_HOMES = {"Progress": "alignment", "align": "alignment", "compare": "comparing"}


def __getattr__(name: str) -> object:
    """Import a public name from its module the first time it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)

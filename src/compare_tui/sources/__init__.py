"""Reading what articles come in: files of several formats, addresses, files of git, lists of pairs.

What reads loads on first use: the names of sources are asked for before any of them is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare_tui.sources.reading import read_article, read_stored

__all__ = ["read_article", "read_stored"]


def __getattr__(name: str) -> object:
    """Import what reads the first time it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from compare_tui.sources import reading

    return getattr(reading, name)


def __dir__() -> list[str]:
    return sorted(__all__)

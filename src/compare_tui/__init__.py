"""Compare two articles about the same event.

Public names load on first use, so that ``import compare_tui`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare_tui.article import Article, ArticleError, Passage, Span, read_text
    from compare_tui.comparison import Comparison, Difference, Link, align, compare
    from compare_tui.sources import read_article

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "Comparison",
    "Difference",
    "Link",
    "Passage",
    "Span",
    "__version__",
    "align",
    "compare",
    "read_article",
    "read_text",
]

_HOMES = {
    "Article": "article",
    "ArticleError": "article",
    "Passage": "article",
    "Span": "article",
    "read_article": "sources",
    "read_text": "article",
    "Comparison": "comparison",
    "Difference": "comparison",
    "Link": "comparison",
    "align": "comparison",
    "compare": "comparison",
}


def __getattr__(name: str) -> object:
    """Import a public name from its room the first time it is asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)

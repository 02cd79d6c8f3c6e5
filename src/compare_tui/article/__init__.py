"""Reading a source, cleaning its text, cutting it into passages.

What reads an article loads on first use, so that a value type costs no reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare_tui.article.clean import clean, hidden_characters
from compare_tui.article.decode import decode
from compare_tui.article.model import Article, ArticleError, HiddenCharacter, Origin, Passage, Role, Span

if TYPE_CHECKING:
    from compare_tui.article.read import read_article, read_text

__all__ = [
    "Article",
    "ArticleError",
    "HiddenCharacter",
    "Origin",
    "Passage",
    "Role",
    "Span",
    "clean",
    "decode",
    "hidden_characters",
    "read_article",
    "read_text",
]


def __getattr__(name: str) -> object:
    """Import what reads an article the first time it is asked for."""
    if name not in ("read_article", "read_text"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from compare_tui.article import read

    return getattr(read, name)


def __dir__() -> list[str]:
    return sorted(__all__)

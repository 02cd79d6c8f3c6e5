"""Reading a source, cleaning its text, cutting it into passages."""

from compare_tui.article.clean import clean, hidden_characters
from compare_tui.article.decode import decode
from compare_tui.article.model import Article, ArticleError, HiddenCharacter, Origin, Passage, Role, Span
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

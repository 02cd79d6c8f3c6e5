"""Reading a source, cleaning its text, cutting it into passages."""

from compare_tui.article.model import Article, ArticleError, HiddenCharacter, Passage, Role, Span

__all__ = ["Article", "ArticleError", "HiddenCharacter", "Passage", "Role", "Span"]

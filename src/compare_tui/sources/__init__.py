"""Reading what articles come in: files of several formats, addresses, files of git, lists of pairs."""

from compare_tui.sources.reading import read_article, read_stored

__all__ = ["read_article", "read_stored"]

"""The absent side of a file that was added or removed, as version control hands it over: ``/dev/null``."""

from __future__ import annotations

import os

from compare_tui.article.clean import clean
from compare_tui.article.model import Article


def is_nothing(source: str) -> bool:
    """Tell whether a source is the null device."""
    return source == os.devnull or os.path.realpath(source) == os.path.realpath(os.devnull)


def no_article(label: str | None = None) -> Article:
    """Return an article without text.

    Args:
        label: What to call it.
    """
    import hashlib

    digest = hashlib.sha256(b"").hexdigest()
    name = clean(label or os.devnull, lines=False)
    return Article(name, "no article", "", (), sha256=digest, text_sha256=digest)

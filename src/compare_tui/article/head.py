"""The beginning of a long text, read by itself, so that it is on the screen before the rest is read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from compare_tui.article.model import Article, ArticleError
from compare_tui.article.read import build_article, source_name

HEAD_SIZE = 32_000
"""Bytes that are read: more than the largest window shows."""

_SUFFIXES = ("", ".txt", ".text")
_OTHER_FORMATS = (b"<", b"%PDF", b"PK", b"{\\rtf", b"\xff", b"\xfe", b"\xef\xbb\xbf")
_LEAST_SHARE, _GREATEST_SHARE = 0.8, 1.25
"""How far the rest of a text may be from having as many passages to the page as its beginning."""


class Head(NamedTuple):
    """The beginning of a text.

    Attributes:
        article: It, as an article; its digests and its date are not those of the whole.
        expected: About how many passages the whole has, with as many digits as the true number.
    """

    article: Article
    expected: int


def read_head(path: str, label: str | None = None) -> Head | None:
    """Read the beginning of a plain text file.

    Args:
        path: The file.
        label: What to call the source instead of its path.

    Returns:
        The beginning; None where it does not tell how the whole would look: another format or encoding, no
        line ends, few passages, or too near to where their numbers take one more digit.
    """
    if os.path.splitext(path)[1].lower() not in _SUFFIXES:
        return None
    try:
        size = os.path.getsize(path)
        with open(path, "rb") as stream:
            data = stream.read(HEAD_SIZE)
    except (OSError, ValueError):
        return None
    cut = max(data.rfind(b"\n\n"), data.rfind(b"\n\r\n"), 0) or data.rfind(b"\n")
    data = data[: cut + 1]
    if cut <= 0 or b"\x00" in data or data.startswith(_OTHER_FORMATS):
        return None
    try:
        article = build_article(data.decode(), name=source_name(path, label), sha256="", path=Path(path))
    except (ArticleError, UnicodeDecodeError):
        return None
    expected = len(article.passages) * size / len(data)
    if len(str(int(_LEAST_SHARE * expected))) != len(str(int(_GREATEST_SHARE * expected))):
        return None
    return Head(article, int(expected))

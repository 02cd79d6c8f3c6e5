"""How things are called by ear: numbers, sentences, keys."""

from __future__ import annotations

import unicodedata

from compare_tui.tui.plain import safe

_SIGNS = {
    ".": "full stop",
    ",": "comma",
    "/": "slash",
    "\\": "backslash",
    "-": "minus",
    "+": "plus",
    "=": "equals",
    "<": "less than",
    ">": "greater than",
    "[": "left bracket",
    "]": "right bracket",
    "{": "left brace",
    "}": "right brace",
    "(": "left parenthesis",
    ")": "right parenthesis",
    "_": "underscore",
    "|": "vertical bar",
    "~": "tilde",
    "'": "apostrophe",
    '"': "quotation mark",
    "#": "hash",
    "&": "ampersand",
    "*": "asterisk",
    "@": "at sign",
    "%": "percent sign",
    "$": "dollar sign",
    "^": "caret",
    "`": "backquote",
}
_NAMES = {"pageup": "page up", "pagedown": "page down", "ctrl+underscore": "control underscore"}


def key_spoken(key: str) -> str:
    """Return how a key is called, e.g. "right bracket" for "]", "capital G" for "G".

    Args:
        key: A name of the registry of actions.
    """
    if key in _NAMES:
        return _NAMES[key]
    if len(key) == 1:
        if key.isalnum():
            return f"capital {key}" if key.isupper() else key
        return _SIGNS.get(key) or unicodedata.name(key, key).lower()
    return key.replace("ctrl+", "control ").replace("shift+", "shift ")


def words_spoken(text: str) -> str:
    """Return words of an article for the middle of a sentence; signs without any word by their names.

    Args:
        text: A stretch of an article.
    """
    words = safe(text)
    if not words or any(character.isalnum() for character in words):
        return words
    if set(words) <= set(".…"):
        return "an ellipsis"
    return " ".join(key_spoken(character) for character in words if character != " ")


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, e.g. "1 link", "2 links"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def sentence(*parts: str) -> str:
    """Return words as one sentence: cleaned, with a capital at its head and a full stop behind it.

    Args:
        parts: What stands between commas; empty ones are left out.
    """
    text = safe(", ".join(part for part in parts if part))
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    closed = text.rstrip("”’\"')")
    return text if closed.endswith((".", "!", "?", "…")) else text.rstrip(".") + "."

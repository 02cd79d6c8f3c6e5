"""What the hidden characters of an article are called, and which passages hold them."""

from __future__ import annotations

from dataclasses import dataclass

from compare_tui.article.model import Article


@dataclass(frozen=True, slots=True)
class HiddenPlace:
    """A hidden character in a passage, however often it stands there.

    Attributes:
        passage: Index of the passage that holds it, or stands before it.
        codepoint: The original character as a number.
        offsets: Where its marks stand in ``Article.text``, in code points.
    """

    passage: int
    codepoint: int
    offsets: tuple[int, ...]


def hidden_places(article: Article) -> list[HiddenPlace]:
    """Return the hidden characters of an article by passage and character, in order."""
    offsets: dict[tuple[int, int], list[int]] = {}
    for hidden in article.hidden:
        offsets.setdefault((article.passage_at(hidden.offset), hidden.codepoint), []).append(hidden.offset)
    return [
        HiddenPlace(passage, codepoint, tuple(places)) for (passage, codepoint), places in offsets.items()
    ]


def hidden_name(codepoint: int) -> str:
    """Return number and name of a character, e.g. "U+202E RIGHT-TO-LEFT OVERRIDE".

    Args:
        codepoint: The character as a number.
    """
    return f"U+{codepoint:04X} {_name(codepoint)}"


def _name(codepoint: int) -> str:
    import unicodedata

    if codepoint < 0x20 or codepoint == 0x7F:
        # The control characters have no names of their own, their pictures do.
        picture = chr(0x2400 + codepoint) if codepoint < 0x20 else "\N{SYMBOL FOR DELETE}"
        return unicodedata.name(picture).removeprefix("SYMBOL FOR ")
    category = unicodedata.category(chr(codepoint))
    if category == "Cs":
        return "HALF A CHARACTER"
    unnamed = "CONTROL CHARACTER" if category == "Cc" else "NO CHARACTER"
    return unicodedata.name(chr(codepoint), unnamed)

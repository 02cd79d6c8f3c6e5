"""Anchors: the quote is the truth, the position a hint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from compare_tui.annotation.model import Anchor, Value
from compare_tui.article.clean import clean
from compare_tui.article.model import Article

CONTEXT = 32
"""Most characters of prefix and suffix, as in Hypothesis's quote selectors."""

_TELLING_CONTEXT = 8
"""Fewest characters of a prefix or suffix that decide among several quotes on their own."""


def make_anchor(article: Article, start: int, end: int) -> Anchor:
    """Return an anchor for a stretch of an article, without its outer blanks.

    Prefix and suffix end where the paragraph ends.

    Args:
        article: The article that it stands in.
        start: Offset of the first character in ``article.text``, in code points.
        end: Offset behind the last character.

    Raises:
        ValueError: The stretch lies outside the article or holds nothing but blanks.
    """
    text = article.text
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"{start} to {end} is no stretch of a text of {len(text)} characters")
    stretch = text[start:end]
    exact = stretch.strip()
    if not exact:
        raise ValueError("an anchor needs words to stand on")
    start += len(stretch) - len(stretch.lstrip())
    end = start + len(exact)
    prefix = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    suffix = text[end : end + CONTEXT].partition("\n")[0]
    # A joiner that is cut off from its emoji or letter would not pass as clean text.
    while prefix and not clean(prefix + exact + suffix).startswith(prefix):
        prefix = prefix[1:]
    while suffix and not clean(prefix + exact + suffix).endswith(suffix):
        suffix = suffix[:-1]
    return Anchor(exact=exact, prefix=prefix, suffix=suffix, start=start, end=end)


def clean_anchor(anchor: Anchor) -> Anchor:
    """Return an anchor with clean words, which are cleaned as the one stretch of text that they are."""
    words = (anchor.prefix, anchor.exact, anchor.suffix)
    joined = "".join(words)
    cleaned = clean(joined)
    if cleaned == joined:
        return anchor
    prefix, exact, suffix = map(clean, words)
    if len(cleaned) == len(joined):
        start = len(anchor.prefix)
        end = start + len(anchor.exact)
        prefix, exact, suffix = cleaned[:start], cleaned[start:end], cleaned[end:]
    return replace(anchor, prefix=prefix, exact=exact, suffix=suffix)


def occurrences(text: str, words: str) -> tuple[int, ...]:
    """Return the first two offsets at which words stand in a text, overlaps counted."""
    first = text.find(words)
    second = text.find(words, first + 1) if first >= 0 else -1
    return tuple(one for one in (first, second) if one >= 0)


def locate(
    article: Article, anchor: Anchor, find: Callable[[str, str], tuple[int, ...]] = occurrences
) -> tuple[int, int] | None:
    """Return where the words of an anchor stand, in code points of ``article.text``.

    The position counts if the words stand there. Otherwise the words count if they stand somewhere
    exactly once, alone or together with their prefix and suffix; an empty prefix or suffix
    stands for the edge of a paragraph. Nothing is guessed.

    Args:
        article: The article as it is now.
        anchor: What is looked for.
        find: Does what ``occurrences`` does.

    Returns:
        Start and end, or None for an orphan.
    """
    text, exact = article.text, anchor.exact
    if not exact:
        return None
    if anchor.start >= 0 and anchor.end - anchor.start == len(exact) and text.startswith(exact, anchor.start):
        return anchor.start, anchor.end
    found = find(text, exact)
    start = found[0] if len(found) == 1 else _place_in_context(text, anchor) if found else None
    return None if start is None else (start, start + len(exact))


def at_place(anchor: Anchor | None, place: tuple[int, int] | None) -> Anchor | None:
    """Return an anchor with another position; as it is where there is none, or no anchor."""
    return anchor if anchor is None or place is None else replace(anchor, start=place[0], end=place[1])


def overlap(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Return how many characters two stretches have in common, and how many they cover together."""
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return common, one[1] - one[0] + other[1] - other[0] - common


def _place_in_context(text: str, anchor: Anchor) -> int | None:
    """Return where the words stand with their context, if that decides among several places."""
    bounded = f"\n{text}\n"
    prefix, suffix = anchor.prefix or "\n", anchor.suffix or "\n"
    exact = anchor.exact
    found = occurrences(bounded, prefix + exact + suffix)
    if found:
        return found[0] + len(prefix) - 1 if len(found) == 1 else None
    places: set[int] = set()
    for before, after in ((prefix, ""), ("", suffix)):
        if len(before + after) < _TELLING_CONTEXT:
            continue
        found = occurrences(bounded, before + exact + after)
        if len(found) > 1:
            return None
        places.update(one + len(before) - 1 for one in found)
    return places.pop() if len(places) == 1 else None


def anchor_value(anchor: Anchor | None) -> Value:
    """Return how an anchor stands in a file."""
    if anchor is None:
        return None
    return {
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        **anchor.extra,
    }

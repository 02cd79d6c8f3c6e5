"""The role of each block: headline, body, caption or furniture. When in doubt, body."""

from __future__ import annotations

from itertools import pairwise

from compare_tui.article.blocks import Block
from compare_tui.article.furniture import (
    credit_start,
    fits_caption,
    has_caption_label,
    is_credit,
    is_furniture,
    is_reporting_credit,
    word_count,
)
from compare_tui.article.model import Role
from compare_tui.article.placed_furniture import mark_placed_furniture
from compare_tui.article.punctuation import ends_sentence, last_mark

_NO_HEADLINE_END = frozenset(".。।…:;,：；，")

_LONGEST_HEADLINE = 25
"""Words."""

_LONGEST_SUBHEADING = 10
"""Words."""

_MOST_HEADLINES = 3
"""Kicker, headline and standfirst; more short lines than these are an address, verse or a list."""

_LEAST_PARAGRAPH = 8
"""Words: a shorter line with a full stop does not prove that the body has begun."""


def _is_paragraph(text: str) -> bool:
    """Tell whether a block reads as running text: an ended sentence of some length, or simply long."""
    words = word_count(text)
    return words > _LONGEST_HEADLINE or (words >= _LEAST_PARAGRAPH and ends_sentence(text))


def _may_head(text: str, most_words: int) -> bool:
    """Tell whether a block could be a headline of at most ``most_words`` words."""
    return (
        word_count(text) <= most_words
        and last_mark(text) not in _NO_HEADLINE_END
        and not text[0].islower()
        and any(map(str.isalpha, text))
    )


def _is_subheading(texts: list[str], kinds: list[str], roles: list[Role], index: int) -> bool:
    """Tell whether a body block is a short line without an end between two paragraphs."""
    text = texts[index]
    if not _may_head(text, _LONGEST_SUBHEADING) or ends_sentence(text) or text[0] in "-–—\"“„«‘'(":
        return False
    before = next((i for i in range(index - 1, -1, -1) if roles[i] != "furniture"), None)
    after = next((i for i in range(index + 1, len(texts)) if roles[i] != "furniture"), None)
    if before is None or after is None or not _is_paragraph(texts[after]):
        return False
    return roles[before] == "caption" or kinds[before] == "item" or _is_paragraph(texts[before])


def _is_caption(text: str) -> bool:
    """Tell whether a block describes a picture: a label begins it, or a credit follows its last sentence."""
    if has_caption_label(text):
        return True
    credit = credit_start(text)
    if credit is None or is_reporting_credit(text[credit:]):
        return False
    return fits_caption(text[:credit])


def _mark_headlines(texts: list[str], kinds: list[str], roles: list[Role], first: int) -> None:
    """Give the role of headline to the lines above paragraph number ``first`` and to subheadings."""
    above = [
        index
        for index in range(first)
        if roles[index] == "body" and kinds[index] == "text" and _may_head(texts[index], _LONGEST_HEADLINE)
    ]
    for index in above if len(above) <= _MOST_HEADLINES else above[:1]:
        roles[index] = "headline"
    for index in range(first + 1, len(texts)):
        if roles[index] == "body" and kinds[index] == "text" and _is_subheading(texts, kinds, roles, index):
            roles[index] = "headline"


def _mark_split_captions(text: str, blocks: list[Block], texts: list[str], roles: list[Role]) -> None:
    """Make a short paragraph with a credit on the very next line a caption."""
    for index, (upper, lower) in enumerate(pairwise(blocks)):
        adjoining = text.count("\n", upper.end, lower.start) == 1
        if not (adjoining and roles[index] == "body" and roles[index + 1] == "furniture"):
            continue
        captioned = fits_caption(texts[index]) and ends_sentence(texts[index])
        if captioned and is_credit(texts[index + 1]):
            roles[index] = "caption"


def assign_roles(text: str, blocks: list[Block]) -> list[Role]:
    """Return the role of each block of ``text``.

    The last paragraph of an article may end in the agency's name; it is body all the same.
    """
    texts = [text[block.start : block.end] for block in blocks]
    kinds: list[str] = [block.kind for block in blocks]
    roles: list[Role] = []
    for block_text, kind in zip(texts, kinds, strict=True):
        if kind == "heading":
            roles.append("headline")
        elif kind == "image":
            roles.append("caption")
        else:
            roles.append("furniture" if is_furniture(block_text) else "body")
    bodies = [index for index, role in enumerate(roles) if role == "body"]
    for index in bodies:
        closes_article = index == bodies[-1]
        if _is_caption(texts[index]) and not (closes_article and not has_caption_label(texts[index])):
            roles[index] = "caption"
    _mark_split_captions(text, blocks, texts, roles)
    first = next((i for i, text in enumerate(texts) if roles[i] == "body" and _is_paragraph(text)), None)
    if first is not None:
        mark_placed_furniture(texts, kinds, roles, first)
        _mark_headlines(texts, kinds, roles, first)
    return roles

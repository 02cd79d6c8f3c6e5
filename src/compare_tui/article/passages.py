"""Cutting the blocks of a text into passages."""

from __future__ import annotations

from compare_tui.article.blocks import Block
from compare_tui.article.furniture import credit_start, is_furniture
from compare_tui.article.language import guess_language
from compare_tui.article.model import Passage, Role
from compare_tui.article.roles import assign_roles
from compare_tui.article.sentences import cut_sentences

_Piece = tuple[int, int, Role]
"""Start and end inside a block, and role."""


def _cut_block(text: str, role: Role, language: str) -> list[_Piece]:
    """Return the passages of one block; only running text is cut."""
    if role in ("headline", "furniture"):
        return [(0, len(text), role)]
    credit = credit_start(text)
    running = text if credit is None else text[:credit]
    pieces: list[_Piece] = [(start, end, role) for start, end in cut_sentences(running, language)]
    if credit is not None:
        pieces.append((credit, len(text), "furniture"))
        return pieces
    for index in range(len(pieces) - 1, 0, -1):
        start, end, _ = pieces[index]
        if not is_furniture(text[start:end]):
            break
        pieces[index] = (start, end, "furniture")
    return pieces


def cut_passages(text: str, blocks: list[Block]) -> tuple[Passage, ...]:
    """Return the passages of ``text`` in reading order; every visible character is in exactly one.

    A passage is a sentence of a paragraph, a caption or a list item; a headline; or a piece of furniture.

    Args:
        text: The laid-out text.
        blocks: Its blocks, which hold every visible character.
    """
    language = guess_language(text)
    roles = assign_roles(text, blocks)
    passages: list[Passage] = []
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        inside = text[block.start : block.end]
        for start, end, piece_role in _cut_block(inside, role, language):
            passages.append(
                Passage(
                    number=len(passages) + 1,
                    start=block.start + start,
                    end=block.start + end,
                    paragraph=index + 1,
                    role=piece_role,
                    text=inside[start:end],
                )
            )
    return tuple(passages)

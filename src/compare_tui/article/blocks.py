"""What the layout hands on: the stretches of text that end at a line feed."""

from __future__ import annotations

from typing import Literal, NamedTuple

BlockKind = Literal["text", "heading", "item", "image"]


class Block(NamedTuple):
    """A paragraph, list item or line that stands alone.

    Attributes:
        start: Offset of its first visible character, in code points.
        end: Offset behind its last visible character.
        kind: What its markup says it is; plain text knows "text" and "item" only.
    """

    start: int
    end: int
    kind: BlockKind = "text"

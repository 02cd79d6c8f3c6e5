"""What the layout hands on: the stretches of text that end at a line feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["text", "heading", "item", "image"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or line that stands alone.

    Attributes:
        start: Offset of its first visible character, in code points.
        end: Offset behind its last visible character.
        kind: What its markup says it is; plain text knows "text" and "item" only.
    """

    start: int
    end: int
    kind: BlockKind = "text"

"""What a notebook holds: a person's tagged discrepancies of one pair of articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Relation = Literal["conflict", "compatible", "one-sided"]
AnnotationSeverity = Literal["minor", "major", "critical"]
Confidence = Literal["low", "medium", "high"]
Status = Literal["open", "resolved", "withdrawn"]

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]
"""What the YAML file can hold."""


class NotebookError(Exception):
    """A notebook cannot be read or saved; the message names the file, the place and the reason."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes a notebook.

    Attributes:
        id: Short and stable, safe in a file name, e.g. "mara".
        name: How the person is shown, e.g. "Mara Ilves".
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """How one end of an annotation finds its text: the quote is the truth, the position a hint.

    Attributes:
        exact: The words it stands on.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 characters behind them.
        start: Offset of the first character in ``Article.text``, in code points.
        end: Offset behind the last character.
        extra: Keys of the file that this version does not know.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    extra: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One tagged discrepancy.

    Attributes:
        id: Random and sortable by time, e.g. "a-01JDA7R2M4X9"; never renumbered.
        tag: Name of a tag; one that the tag set lacks is kept and shown as unknown.
        relation: How the two sides stand to each other.
        severity: How much it matters.
        confidence: How sure the author is.
        status: Where the discussion of it stands.
        a: Where it stands in A; None where only B has it. Never both None.
        b: Where it stands in B; None where only A has it.
        note: Free text, may have several lines.
        created: UTC time to the second, e.g. "2026-11-22T10:15:02Z".
        modified: Likewise.
        extra: Keys of the file that this version does not know.
    """

    id: str
    tag: str
    relation: Relation
    severity: AnnotationSeverity
    confidence: Confidence
    status: Status
    a: Anchor | None
    b: Anchor | None
    note: str
    created: str
    modified: str
    extra: Mapping[str, Value] = field(default_factory=dict)


class Tag(NamedTuple):
    """One entry of a tag set.

    Attributes:
        key: The letter that picks it.
        name: What is written into the notebook, e.g. "number".
        definition: One sentence, shown while choosing.
        colour: A colour name or "#rrggbb"; never the only sign.
        example: A short example, may be empty.
        kinds: Kinds of differences that propose it, beside the kind that has its name.
    """

    key: str
    name: str
    definition: str
    colour: str
    example: str = ""
    kinds: tuple[str, ...] = ()


class TagSet(NamedTuple):
    """The tags a desk has agreed on.

    Attributes:
        name: Name and version, e.g. "news-discrepancies/1".
        tags: In the order in which they are shown.
    """

    name: str
    tags: tuple[Tag, ...]

    def find(self, name: str) -> Tag | None:
        """Return the tag with this name, or None."""
        return next((tag for tag in self.tags if tag.name == name), None)

    def by_key(self, key: str) -> Tag | None:
        """Return the tag that this letter picks, or None."""
        return next((tag for tag in self.tags if tag.key == key), None)

"""What a YAML file holds, and where each value stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from compare_tui.annotation.model import NotebookError, Value
from compare_tui.annotation.yaml_text import error_at

if TYPE_CHECKING:
    import yaml

_COLUMN_BITS = 32
_FIRST = (1 << _COLUMN_BITS) + 1

ValuePath = tuple[str | int, ...]
"""Keys and indices from the root of a document to a value."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in its file.

    Attributes:
        line: From 1.
        column: From 1, in code points.
        parts: Places of what a list or mapping holds, in its order; None for a single value. That of a single
            value is one number, so that a large file takes little memory: ``pack_place`` makes it.
    """

    line: int
    column: int
    parts: list[Place | int] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, and where.

    Attributes:
        name: What the file is called in messages.
        value: Its content as plain values; nobody changes it.
        place: Places of all values, in the shape of ``value``.
        comment: The first line, where it is a comment, without its line end.
    """

    name: str
    value: Value
    place: Place
    comment: str | None

    def place_of(self, path: ValuePath) -> Place:
        """Return where a value stands; where it is absent, the innermost list or mapping on the way.

        Args:
            path: Keys and indices from the root.
        """
        place, value = self.place, self.value
        for step in path:
            at = _position(value, step)
            if at is None or place.parts is None or at >= len(place.parts):
                break
            part = place.parts[at]
            place = unpack_place(part) if isinstance(part, int) else part
            value = cast("dict[str | int, Value]", value)[step]
        return place

    def error(self, path: ValuePath, reason: str) -> NotebookError:
        """Return an error that names the place of a value.

        Args:
            path: Keys and indices from the root, as for ``place_of``.
            reason: What is wrong, on one line.
        """
        place = self.place_of(path)
        dotted = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        subject = f"{dotted.removeprefix('.')}: " if path else ""
        return error_at(self.name, place.line, place.column, subject + reason)


def _position(value: Value, step: str | int) -> int | None:
    """Return the place of a key or index among what a list or mapping holds; None where it is not there."""
    if isinstance(value, dict) and isinstance(step, str) and step in value:
        return list(value).index(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return step
    return None


def pack_place(event: yaml.Event) -> int:
    """Return line and column of an event as one number."""
    mark = event.start_mark
    return _FIRST if mark is None else (mark.line + 1 << _COLUMN_BITS) + mark.column + 1


def unpack_place(place: int) -> Place:
    """Return a place out of the number that stands for it."""
    return Place(place >> _COLUMN_BITS, place & (1 << _COLUMN_BITS) - 1)

"""Strict reading of YAML that people and enemies wrote.

Built on PyYAML's event layer, which neither recurses nor constructs objects: a value is null, true,
false, a plain decimal integer, text, a list or a mapping, and every other feature of YAML is refused
with its place.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from compare_tui.annotation.model import NotebookError, Value
from compare_tui.annotation.yaml_text import LINE_END, decode_yaml, error_at, line_and_column
from compare_tui.article.clean import clean

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read."""

MAX_DEPTH = 16
"""Deepest nesting of lists and mappings."""

MAX_KEYS = 10_000
"""Most keys of one mapping."""

MAX_VALUES = 1_000_000
"""Most values of a file, which bounds its memory: 45,000 annotations have as many."""

INTEGER_RANGE = range(-(2**63), 2**63)
"""Integers that every reader of YAML can hold: 64 bits, signed."""

# The parser in Python takes about a second for this many characters.
_LARGE_CHARACTERS = 300_000

ValuePath = tuple[str | int, ...]
"""Keys and indices from the root of a document to a value."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in its file.

    Attributes:
        line: From 1.
        column: From 1, in code points.
        parts: Places of what a list or mapping holds; None for a single value.
    """

    line: int
    column: int
    parts: dict[str, Place] | list[Place] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, and where.

    Attributes:
        name: What the file is called in messages.
        value: Its content as plain values.
        place: Places of all values, in the shape of ``value``.
        comment: The first line, where it is a comment, without its line end.
    """

    name: str
    value: Value
    place: Place
    comment: str | None

    def error(self, path: ValuePath, reason: str) -> NotebookError:
        """Return an error that names the place of a value.

        Args:
            path: Keys and indices from the root; where the value is absent, the place of the
                innermost list or mapping on the way is named.
            reason: What is wrong, on one line.
        """
        place = self.place
        for step in path:
            inner = _part(place, step)
            if inner is None:
                break
            place = inner
        dotted = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        subject = f"{dotted.removeprefix('.')}: " if path else ""
        return error_at(self.name, place.line, place.column, subject + reason)


def read_file(path: Path) -> bytes:
    """Return the bytes of a regular file of at most ``MAX_BYTES``.

    Raises:
        NotebookError: It cannot be read, is no regular file or is too large.
    """
    name = clean(str(path), lines=False)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotebookError(f"{name}: not a regular file")
        if status.st_size > MAX_BYTES:
            raise _too_large(name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotebookError(f"{name}: {reason}") from error
    _check_size(data, name)
    return data


def read_yaml(data: bytes, name: str) -> Document:
    """Read one YAML document.

    libyaml, where it is installed, only makes it faster: where it is laxer than the parser in Python or words
    its errors differently, the parser in Python decides.

    Args:
        data: UTF-8, with or without a byte order mark.
        name: What to call the file in messages.

    Raises:
        NotebookError: The data are not one plain YAML document; the message is one line,
            ``NAME:LINE:COLUMN: reason``.
    """
    name = clean(name, lines=False)
    _check_size(data, name)
    text = decode_yaml(data, name)
    comment = LINE_END.split(text, maxsplit=1)[0] if text.startswith("#") else None
    large = len(text) > _LARGE_CHARACTERS
    tab = text.find("\t")
    if large and tab >= 0:
        reason = 'in a large file a tab must be written as "\\t" in double quotation marks'
        raise error_at(name, *line_and_column(text, tab), reason)
    from compare_tui.annotation.yaml_events import build_document

    return build_document(text, name, comment, large=large)


def quoted(text: str, limit: int = 40) -> str:
    """Return text in quotation marks for a message: one line, clean, at most ``limit`` characters."""
    shown = clean(text[: limit + 1], lines=False)
    return f'"{shown[:limit]}…"' if len(shown) > limit else f'"{shown}"'


def _part(place: Place, step: str | int) -> Place | None:
    if isinstance(place.parts, dict) and isinstance(step, str):
        return place.parts.get(step)
    if isinstance(place.parts, list) and isinstance(step, int) and step < len(place.parts):
        return place.parts[step]
    return None


def _check_size(data: bytes, name: str) -> None:
    if len(data) > MAX_BYTES:
        raise _too_large(name)


def _too_large(name: str) -> NotebookError:
    return error_at(name, 1, 1, f"expected at most {MAX_BYTES // 2**20} MB of YAML")

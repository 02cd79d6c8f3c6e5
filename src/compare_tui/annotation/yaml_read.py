"""Strict reading of YAML that people and enemies wrote.

Built on PyYAML's event layer, which neither recurses nor constructs objects: a value is null, true,
false, a plain decimal integer, text, a list or a mapping, and every other feature of YAML is refused
with its place.
"""

from __future__ import annotations

import stat
from pathlib import Path

from compare_tui.annotation.model import NotebookError
from compare_tui.annotation.yaml_document import Document
from compare_tui.annotation.yaml_text import (
    LINE_END,
    MAX_BYTES,
    check_size,
    decode_yaml,
    error_at,
    line_and_column,
    too_large,
)
from compare_tui.article.clean import clean

MAX_DEPTH = 16
"""Deepest nesting of lists and mappings."""

MAX_KEYS = 10_000
"""Most keys of one mapping."""

MAX_PARTS = 600_000
"""Most keys, values, beginnings and ends of lists and mappings of a file: 13,000 annotations have as many.

libyaml and this reader take a second for them, whatever they are.
"""

INTEGER_RANGE = range(-(2**63), 2**63)
"""Integers that every reader of YAML can hold: 64 bits, signed."""

# The parser in Python takes about a second for this many characters.
_LARGE_CHARACTERS = 250_000


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
            raise too_large(name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotebookError(f"{name}: {reason}") from error
    if len(data) > MAX_BYTES:
        raise too_large(name)
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
    check_size(data, name)
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

"""The text of a YAML file, before its structure is looked at."""

from __future__ import annotations

import re

from compare_tui.annotation.model import NotebookError
from compare_tui.article.clean import clean

MAX_BYTES = 32 * 1024 * 1024
"""Largest file that is read."""

MAX_MEMORY = 176 * 1024 * 1024
"""Most bytes that the file, its text, its values and the buffer of libyaml may take together."""

LONGEST_LINE = 11 * 1024 * 1024
"""Bytes without a line end that are not read: a note of a million escaped characters has a few less.

A line of twice as many is always refused.
"""

MAX_LINES = 2_000_000
"""Most lines of a file: 45,000 annotations have half as many."""

LINE_END = re.compile(r"\r\n?|\n")
# Possessive, so that it keeps no way back: millions of empty lines would take gigabytes.
_DIRECTIVE = re.compile(r"(?: *+(?:#[^\r\n]*+)?(?:\r\n?|\n))*+%")
_CONFLICT = re.compile(r"^(?:[<>|]{7}(?: |\r?$)|={7}\r?$)", re.MULTILINE)
_CONFLICT_SIGNS = tuple(sign * 7 for sign in "<>|=")
_READABLE_BYTES = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
_WIDEST = 4
# The buffer of libyaml grows to twice the size of a text, beside the file itself.
_COPIES = 3
_CONTINUATIONS = bytes(range(0x80, 0xC0))
_NARROW = bytes(range(0xC4))
_NOT_WIDEST = bytes({*range(0x100)} - {*range(0xF0, 0xF5)})
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of an offset, from 1."""
    if text.find("\r", 0, offset) < 0:
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    line, start = 1, 0
    for line_end in LINE_END.finditer(text, 0, offset):
        line, start = line + 1, line_end.end()
    return line, offset - start + 1


def decode_yaml(data: bytes, name: str) -> str:
    """Decode UTF-8, and refuse what YAML cannot hold raw or readers of YAML disagree about.

    ``check_size`` comes first.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        reason = f"expected UTF-8, found the byte 0x{data[error.start]:02X}"
        raise error_at(name, *line_and_column(before, len(before)), reason) from None
    if any(sign in text for sign in _CONFLICT_SIGNS) and (found := _CONFLICT.search(text)):
        line, column = line_and_column(text, found.start())
        raise error_at(name, line, column, f"unresolved merge at line {line}")
    if found := _DIRECTIVE.match(text):
        reason = "expected no directives such as %YAML or %TAG"
        raise error_at(name, *line_and_column(text, found.end() - 1), reason)
    is_plain = text.isascii() and not data.translate(None, _READABLE_BYTES)
    if not is_plain and (found := _UNREADABLE.search(text)):
        code = ord(found.group())
        escape = f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
        reason = f'the character U+{code:04X} must be written as "{escape}" in double quotation marks'
        raise error_at(name, *line_and_column(text, found.start()), reason)
    return text


def check_size(data: bytes, name: str) -> None:
    """Refuse what would take too much memory or time: no person and no program of ours wrote it.

    Raises:
        NotebookError: It is too large, has too many lines or characters, or too long a line.
    """
    if len(data) > MAX_BYTES:
        raise too_large(name)
    for start in range(0, len(data) - LONGEST_LINE + 1, LONGEST_LINE):
        if data.find(b"\n", start, start + LONGEST_LINE) < 0:
            line = data.count(b"\n", 0, start) + 1
            raise error_at(name, line, 1, f"expected lines of at most {LONGEST_LINE // 2**20} MB")
    if len(data) > MAX_LINES and max(data.count(b"\n"), data.count(b"\r")) > MAX_LINES:
        raise error_at(name, MAX_LINES + 1, 1, f"expected at most {MAX_LINES:,} lines")
    if len(data) * (_COPIES + 2 * _WIDEST) > MAX_MEMORY:
        _check_text(data, name)


def _check_text(data: bytes, name: str) -> None:
    """Refuse text whose characters take too much memory: Python gives each as much as the widest one."""
    width = _WIDEST if data.translate(None, _NOT_WIDEST) else 2 if data.translate(None, _NARROW) else 1
    characters = len(data.translate(None, _CONTINUATIONS))
    memory = len(data) * _COPIES + characters * 2 * width
    if memory > MAX_MEMORY:
        most = characters * MAX_MEMORY // memory // 10**6
        such = " where one is an emoji" if width == _WIDEST else ""
        raise error_at(name, 1, 1, f"expected at most {most} million characters{such}")


def too_large(name: str) -> NotebookError:
    """Return the error about a file that has too many bytes."""
    return error_at(name, 1, 1, f"expected at most {MAX_BYTES // 2**20} MB of YAML")


def error_at(name: str, line: int, column: int, reason: str) -> NotebookError:
    """Return an error with its place, line and column from 1, on one line."""
    return NotebookError(f"{name}:{line}:{column}: {clean(reason, lines=False)}")

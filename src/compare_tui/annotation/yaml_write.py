"""Writing YAML that merges well and reads back exactly.

Block style, one field a line, two blanks, LF, never folded: the lines of PyYAML's emitter, made in a
tenth of its time. Which strings are plain, quoted or literal, and what is escaped, depends neither on libyaml
nor on the Unicode tables of the Python that runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare_tui.annotation.model import Value
from compare_tui.annotation.yaml_read import INTEGER_RANGE, MAX_DEPTH

_STEP = "  "
_LONG_KEY = 128
"""Characters of a key from which it stands on a line of its own behind "?", as PyYAML has it."""

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9._/-]*")
_NOT_TEXT_TO_OTHERS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_SHORT_ESCAPES = {
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    '"': '\\"',
    "\\": "\\\\",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
# Controls, blanks other than U+0020 and the wide U+3000, bidi controls, joiners, variation selectors,
# fillers and other default-ignorable characters, noncharacters.
_UNSEEN = (
    "\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffc\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)
_ESCAPED = re.compile(f'["\\\\\n{_UNSEEN}]')
_NOT_LITERAL = re.compile(f"[{_UNSEEN}\ud800-\udfff]|^[ \n]| $| \n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_OR_HALF = re.compile(f'["\\\\\n{_UNSEEN}\ud800-\udfff]')


def write_yaml(value: Mapping[str, Value], comment: str | None = None) -> bytes:
    """Return a mapping as one YAML document in UTF-8.

    ``read_yaml(write_yaml(value), name).value == value`` holds for every value that it accepts.

    Args:
        value: Keys are written in the order in which they stand.
        comment: A first line, beginning with "#".

    Raises:
        ValueError: The comment is none, a string holds half a surrogate pair, an integer has more than
            64 bits, or the value is nested deeper than the reader allows.
        TypeError: It holds something that is no ``Value``.
    """
    lines = []
    if comment is not None:
        if not comment.startswith("#") or "\n" in comment or "\r" in comment:
            raise ValueError("a comment is one line that begins with #")
        lines.append(comment)
    if value:
        _lay_items(lines, "", value, "", 1)
    else:
        lines.append("{}")
    return _joined(lines)


def write_entry(value: Mapping[str, Value]) -> bytes:
    """Return the lines of one entry of a list that is a field of the document itself.

    Raises:
        ValueError: As ``write_yaml``.
        TypeError: As ``write_yaml``.
    """
    lines: list[str] = []
    _lay(lines, f"{_STEP}-", value, _STEP, 3, beside=True)
    return _joined(lines)


def count_parts(value: Value) -> int:
    """Return how many of ``MAX_PARTS`` a value is, as the reader counts."""
    if isinstance(value, dict):
        return 2 + len(value) + sum(map(count_parts, value.values()))
    return 2 + sum(map(count_parts, value)) if isinstance(value, list) else 1


def _joined(lines: list[str]) -> bytes:
    return "\n".join([*lines, ""]).encode("utf-8")


def _lay(lines: list[str], lead: str, value: object, indent: str, depth: int, *, beside: bool) -> None:
    """Add the lines of a value.

    Args:
        lines: What is written so far.
        lead: The beginning of the first line: a key with its colon, or the dash of an entry.
        value: What is to be written behind it.
        indent: Of the mapping or list that it is in.
        depth: Levels of mappings and lists down to this one, where it is one.
        beside: Whether a mapping or list begins on the line of the lead.
    """
    if isinstance(value, str):
        if "\n" in value and not _NOT_LITERAL.search(value):
            _lay_literal(lines, lead, value, indent + _STEP)
        else:
            lines.append(f"{lead} {_on_one_line(value)}")
    elif value is None:
        lines.append(f"{lead} null")
    elif isinstance(value, bool):
        lines.append(f"{lead} true" if value else f"{lead} false")
    elif isinstance(value, int):
        if value not in INTEGER_RANGE:
            raise ValueError("an integer has more than 64 bits")
        lines.append(f"{lead} {value}")
    elif not isinstance(value, Mapping | Sequence):
        raise TypeError(f"a notebook cannot hold a {type(value).__name__}")
    elif depth > MAX_DEPTH:
        raise ValueError(f"lists and mappings are nested more than {MAX_DEPTH} levels deep")
    elif not value:
        lines.append(f"{lead} {{}}" if isinstance(value, Mapping) else f"{lead} []")
    else:
        inner = indent + _STEP
        if not beside:
            lines.append(lead)
        _lay_items(lines, f"{lead} " if beside else inner, value, inner, depth)


def _lay_items(
    lines: list[str],
    first: str,
    items: Mapping[str, Value] | Sequence[Value],
    indent: str,
    depth: int,
) -> None:
    """Add the lines of a mapping or list that is not empty; the first one begins as it is told."""
    start = first
    if not isinstance(items, Mapping):
        for item in items:
            _lay(lines, f"{start}-", item, indent, depth + 1, beside=True)
            start = indent
        return
    for key, item in items.items():
        name = _on_one_line(key)
        if len(name) < _LONG_KEY:
            _lay(lines, f"{start}{name}:", item, indent, depth + 1, beside=False)
        else:
            lines.append(f"{start}? {name}")
            _lay(lines, f"{indent}:", item, indent, depth + 1, beside=True)
        start = indent


def _lay_literal(lines: list[str], lead: str, text: str, indent: str) -> None:
    """Add the lines of a literal block: "-" where its last line has no end, "+" where more ends follow."""
    body, ends = text, "-"
    if text.endswith("\n"):
        body, ends = text[:-1], "+" if text.endswith("\n\n") else ""
    lines.append(f"{lead} |{ends}")
    lines.extend(indent + line if line else "" for line in body.split("\n"))


def _on_one_line(text: str) -> str:
    """Return a word as it is, any other text in quotation marks."""
    if _WORD.fullmatch(text):
        return f'"{text}"' if text.lower() in _NOT_TEXT_TO_OTHERS else text
    if not _ESCAPED_OR_HALF.search(text):
        return f'"{text}"'
    if _SURROGATE.search(text):
        raise ValueError("a string holds half a surrogate pair, which is no character")
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"

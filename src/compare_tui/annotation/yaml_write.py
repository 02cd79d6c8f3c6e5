"""Writing YAML that merges well and reads back exactly.

Block style, one field a line, two blanks, LF, never folded. PyYAML's emitter in Python lays the lines
out; which strings are plain, quoted or literal, and what is escaped, is decided here, so that the
bytes depend neither on libyaml nor on the Unicode tables of the Python that runs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

import yaml
from yaml.emitter import Emitter, ScalarAnalysis

from compare_tui.annotation.model import Value
from compare_tui.annotation.yaml_read import INTEGER_RANGE, MAX_DEPTH

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
_NOT_LITERAL = re.compile(f"[{_UNSEEN}]|^[ \n]| $| \n")
_SURROGATE = re.compile("[\ud800-\udfff]")


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
    stream = io.StringIO()
    if comment is not None:
        if not comment.startswith("#") or "\n" in comment or "\r" in comment:
            raise ValueError("a comment is one line that begins with #")
        stream.write(f"{comment}\n")
    emitter = _BlockEmitter(stream, width=2**31, allow_unicode=True)
    emitter.emit(yaml.StreamStartEvent())
    emitter.emit(yaml.DocumentStartEvent(explicit=False))
    _emit(emitter, value, 1)
    emitter.emit(yaml.DocumentEndEvent(explicit=False))
    emitter.emit(yaml.StreamEndEvent())
    return stream.getvalue().encode("utf-8")


class _BlockEmitter(Emitter):
    """PyYAML's emitter, told what to do with each string instead of deciding by itself.

    Every scalar arrives as it is to be written: a word, a quoted string with its escapes, or the
    lines of a literal block.
    """

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists inside mappings too."""
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> ScalarAnalysis:
        """Allow the chosen style, whatever it is."""
        return ScalarAnalysis(
            scalar=scalar,
            empty=False,
            multiline=False,
            allow_flow_plain=True,
            allow_block_plain=True,
            allow_single_quoted=False,
            allow_double_quoted=False,
            allow_block=True,
        )

    def write_plain(self, text: str, split: bool = True) -> None:
        """Write a word or an escaped string on one line."""
        self.write_indicator(text, True)


def _emit(emitter: _BlockEmitter, value: object, depth: int) -> None:
    if isinstance(value, str):
        _emit_text(emitter, value, literal=True)
    elif value is None:
        _emit_plain(emitter, "null")
    elif isinstance(value, bool):
        _emit_plain(emitter, "true" if value else "false")
    elif isinstance(value, int):
        if value not in INTEGER_RANGE:
            raise ValueError("an integer has more than 64 bits")
        _emit_plain(emitter, str(value))
    elif depth > MAX_DEPTH:
        raise ValueError(f"lists and mappings are nested more than {MAX_DEPTH} levels deep")
    elif isinstance(value, Mapping):
        emitter.emit(yaml.MappingStartEvent(None, None, True, flow_style=False))
        for key, item in value.items():
            _emit_text(emitter, key, literal=False)
            _emit(emitter, item, depth + 1)
        emitter.emit(yaml.MappingEndEvent())
    elif isinstance(value, Sequence):
        emitter.emit(yaml.SequenceStartEvent(None, None, True, flow_style=False))
        for item in value:
            _emit(emitter, item, depth + 1)
        emitter.emit(yaml.SequenceEndEvent())
    else:
        raise TypeError(f"a notebook cannot hold a {type(value).__name__}")


def _emit_plain(emitter: _BlockEmitter, text: str) -> None:
    emitter.emit(yaml.ScalarEvent(None, None, (True, True), text))


def _emit_text(emitter: _BlockEmitter, text: str, *, literal: bool) -> None:
    if _WORD.fullmatch(text) and text.lower() not in _NOT_TEXT_TO_OTHERS:
        _emit_plain(emitter, text)
        return
    if _SURROGATE.search(text):
        raise ValueError("a string holds half a surrogate pair, which is no character")
    if literal and "\n" in text and not _NOT_LITERAL.search(text):
        emitter.emit(yaml.ScalarEvent(None, None, (True, True), text, style="|"))
        return
    _emit_plain(emitter, f'"{_ESCAPED.sub(_escape, text)}"')


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"

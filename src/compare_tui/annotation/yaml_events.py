"""Values and places out of the events of PyYAML, which is loaded with this module."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

import yaml

from compare_tui.annotation.model import NotebookError, Value
from compare_tui.annotation.yaml_document import Document, Place, pack_place, unpack_place
from compare_tui.annotation.yaml_read import INTEGER_RANGE, MAX_DEPTH, MAX_KEYS, MAX_PARTS, quoted
from compare_tui.annotation.yaml_text import error_at, line_and_column

_RESOLVED: dict[str, bool | None] = {"": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_INTEGER_STARTS = frozenset("-0123456789")
_BLOCK_STYLES = ("|", ">")
_BLOCK_HEADER_WITH_COMMENT = re.compile(r"[|>][-+0-9]*#")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BEYOND_UNICODE = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")


# Events before the first value: beginnings of the stream and of the document.
_FRAME = 2
_ENDS = (yaml.DocumentEndEvent, yaml.StreamEndEvent)
_C_PARSER: type | None = getattr(yaml, "CLoader", None)


def build_document(text: str, name: str, comment: str | None, *, large: bool) -> Document:
    """Return what a text of YAML says.

    Args:
        text: The text.
        name: What to call the file in messages.
        comment: Its first line, where that is a comment.
        large: Whether the parser in Python takes too long to have the last word.

    Raises:
        NotebookError: The text is not one plain YAML document.
    """
    problem: Exception | None = None
    if _C_PARSER is not None and "\t" not in text:
        try:
            return _build(text, name, comment, _C_PARSER)
        except yaml.YAMLError as error:
            problem = error
    try:
        if problem is None or not large:
            document = _build(text, name, comment, yaml.Loader)
            if problem is None:
                return document
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        problem = error
    raise _syntax_error(problem, name, text) from None


def _syntax_error(error: Exception, name: str, text: str) -> NotebookError:
    """Turn an error of PyYAML, which has several lines, into one line with its place."""
    if not isinstance(error, yaml.MarkedYAMLError):
        # The parser in Python passes every escape on to chr(), which knows no place.
        found = _BEYOND_UNICODE.search(text)
        place = line_and_column(text, found.start() if found else 0)
        return error_at(name, *place, "not valid YAML: an escape names no character")
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    reason = f"not valid YAML: {error.problem or 'unexpected content'}"
    return error_at(name, line, column, f"{reason} ({error.context})" if error.context else reason)


def _build(text: str, name: str, comment: str | None, parser: type) -> Document:
    builder = _Builder(name, text if parser is _C_PARSER else None)
    source = cast("IO[str]", _Chunks(text)) if parser is _C_PARSER else text
    loader = parser(source)
    try:
        with _without_collector():
            builder.take_all(iter(loader.get_event, None))
    finally:
        loader.dispose()
    if builder.root is None:
        raise error_at(name, 1, 1, "expected a YAML document, found nothing")
    value, place = builder.root
    return Document(name, value, place, comment)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Leave what is built alone: it holds no cycles, and looking for some takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Chunks:
    """A text as a stream: libyaml would make a copy of a whole one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def read(self, size: int) -> str:
        """Return the next characters."""
        start, self._at = self._at, self._at + size
        return self._text[start : self._at]


def _refuse_laxity(event: yaml.ScalarEvent, text: str) -> None:
    """Refuse a block or a text with ? between brackets that the parser in Python would not accept."""
    problem = ""
    mark = cast("yaml.error.Mark", event.start_mark)
    if not event.style:
        problem = "text with ? needs quotation marks between brackets"
    elif _BLOCK_HEADER_WITH_COMMENT.match(text, mark.index):
        problem = "a comment needs a blank before it"
    if problem:
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)


def _start(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event, from 1."""
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


class _Builder:
    """Builds values and places out of events, with a stack of its own in place of recursion."""

    def __init__(self, name: str, lax_text: str | None) -> None:
        """Begin.

        Args:
            name: What to call the file in messages.
            lax_text: What is read, where it is libyaml that reads it; else None.
        """
        self.root: tuple[Value, Place] | None = None
        self._name = name
        self._lax_text = lax_text
        self._around: list[tuple[list[Value] | dict[str, Value], list[Place | int], bool]] = []
        self._inner: list[Value] | dict[str, Value] = []
        self._parts: list[Place | int] = []
        self._in_flow = False
        self._key: str | None = None
        self._expects_key = False
        self._known: dict[str, str] = {}

    def take_all(self, events: Iterator[yaml.Event]) -> None:
        """Build what the events of a file say."""
        for number, event in enumerate(events, 1 - _FRAME):
            if number > MAX_PARTS and not isinstance(event, _ENDS):
                raise self._error(event, f"expected at most {MAX_PARTS:,} keys and values")
            if type(event) is yaml.ScalarEvent:
                self._take_scalar(event)
            elif type(event) is yaml.MappingStartEvent:
                self._open({}, event)
            elif type(event) is yaml.SequenceStartEvent:
                self._open([], event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._inner, self._parts, self._in_flow = self._around.pop()
                self._expects_key = isinstance(self._inner, dict)
            elif isinstance(event, yaml.AliasEvent):
                raise self._error(event, f"expected a value, found the alias {quoted(f'*{event.anchor}')}")
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                raise self._error(event, "expected one document, found a second one")

    def _open(self, value: list[Value] | dict[str, Value], event: yaml.CollectionStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self._around) == MAX_DEPTH:
            raise self._error(event, f"expected at most {MAX_DEPTH} levels of lists and mappings")
        if self._expects_key:
            raise self._error(event, "expected a key that is text, found a list or mapping")
        parts: list[Place | int] = []
        place = Place(*_start(event), parts)
        self._put(value, place)
        self._around.append((self._inner, self._parts, self._in_flow))
        self._inner, self._parts, self._in_flow = value, parts, bool(event.flow_style)
        self._expects_key = isinstance(value, dict)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        text: str = event.value
        style = event.style
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        is_doubtful = style in _BLOCK_STYLES or (self._in_flow and not style and "?" in text)
        if is_doubtful and self._lax_text is not None:
            _refuse_laxity(event, self._lax_text)
        if self._expects_key:
            self._take_key(self._known.get(text) or self._new_key(text, event), event)
            return
        if not text.isascii():
            self._refuse_surrogates(text, event)
        value = text if style else self._resolve(text, event)
        inner = self._inner
        if type(inner) is list and self._around:
            inner.append(value)
            self._parts.append(pack_place(event))
        elif self._key is not None and type(inner) is dict:
            inner[self._key] = value
            self._expects_key = True
            self._parts.append(pack_place(event))
        else:
            self._put(value, pack_place(event))

    def _take_key(self, key: str, event: yaml.ScalarEvent) -> None:
        inner = cast("dict[str, Value]", self._inner)
        if key in inner:
            first = self._parts[list(inner).index(key)]
            line = (unpack_place(first) if isinstance(first, int) else first).line
            raise self._error(event, f"the key {quoted(key)} stands twice, first at line {line}")
        if len(inner) == MAX_KEYS:
            raise self._error(event, f"expected at most {MAX_KEYS:,} keys in one mapping")
        self._key, self._expects_key = key, False

    def _new_key(self, text: str, event: yaml.ScalarEvent) -> str:
        """Return a key; where it may be used again, the same string stands for it from now on."""
        if not text.isascii():
            self._refuse_surrogates(text, event)
        if event.style:
            return text
        if not isinstance(self._resolve(text, event), str):
            found = quoted(text) if text else "nothing"
            raise self._error(event, f"expected a key that is text, found {found}")
        if text == "<<":
            raise self._error(event, "expected a key, found the merge key <<")
        return self._known.setdefault(text, text)

    def _refuse_surrogates(self, text: str, event: yaml.ScalarEvent) -> None:
        if _SURROGATE.search(text):
            raise self._error(event, "an escape names half a surrogate pair, which is no character")

    def _resolve(self, text: str, event: yaml.ScalarEvent) -> Value:
        if text in _RESOLVED:
            return _RESOLVED[text]
        if text[0] in _INTEGER_STARTS and _INTEGER.fullmatch(text):
            if len(text) > 20 or int(text) not in INTEGER_RANGE:
                raise self._error(event, f"expected an integer of at most 64 bits, not {quoted(text)}")
            return int(text)
        return text

    def _put(self, value: Value, place: Place | int) -> None:
        inner = self._inner
        if self._key is not None and type(inner) is dict:
            inner[self._key] = value
            self._expects_key = True
        elif self.root is None:
            self.root = (value, unpack_place(place) if isinstance(place, int) else place)
        elif isinstance(inner, list):
            inner.append(value)
        self._parts.append(place)

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            raise self._error(event, f"expected a value, found the anchor {quoted(f'&{event.anchor}')}")
        if event.tag is not None:
            raise self._error(event, f"expected a value, found the tag {quoted(event.tag)}")

    def _error(self, event: yaml.Event, reason: str) -> NotebookError:
        return error_at(self._name, *_start(event), reason)

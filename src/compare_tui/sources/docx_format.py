"""DOCX: the paragraphs of a Word file, those of its tables among them. Runs in a process of its own."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, cast
from xml.etree import ElementTree

from compare_tui.sources.extract import MOST_CHARACTERS, Extract, FormatError

GREATEST_PART = 64 * 1024 * 1024
"""Bytes of one unpacked part of the file."""

MOST_PARTS = 10_000

DEEPEST = 400
"""Levels of elements inside each other."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""Name space of the strict form of the format; the elements are the same."""

_WORDS = re.compile(rb"<\w+:t[ >]")
_FRAME = 64 * 1024
"""Bytes at the start of a part among which its first words stand, if it has any."""

_LOCKED_OR_OLD = b"\xd0\xcf\x11\xe0"
_NOT_READ = (
    ("header", "the headers of the pages"),
    ("footer", "the footers of the pages"),
    ("footnotes", "the footnotes"),
    ("endnotes", "the endnotes"),
    ("comments.xml", "the comments"),
    ("media/", "the pictures"),
)
# Word writes each text box twice, the second time for old programs; the rest was deleted or moved away, is
# how the paragraph looked before, or says how to pronounce a word.
_UNREAD = frozenset(
    [
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        *(f"{_W}{name}" for name in ("del", "moveFrom", "pPrChange", "rPrChange", "rt")),
    ]
)


def read_docx(data: bytes) -> Extract:
    """Return the text of a Word file.

    Args:
        data: The file.

    Raises:
        FormatError: The file is broken, no Word file, or unpacks to more than it may.
    """
    if data.startswith(_LOCKED_OR_OLD):
        raise FormatError(
            "it is locked by a password, or an old Word file (.doc): save it as DOCX without one"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > MOST_PARTS:
                raise FormatError(f"the archive has more than {MOST_PARTS:,} parts")
            main = _main_part(archive, names)
            if main not in names:
                raise FormatError(f"it is a ZIP archive, but no DOCX: {main} is missing")
            document = _part(archive, main)
            folder = main[: main.rfind("/") + 1]
            headings = _headings(archive, f"{folder}styles.xml", names)
            facts = _facts(_part(archive, "docProps/core.xml")) if "docProps/core.xml" in names else {}
            dropped = [
                what
                for start, what in _NOT_READ
                if any(_holds(archive, name) for name in names if name.startswith(folder + start))
            ]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise FormatError(f"it is a broken DOCX file: {error}") from None
    except ValueError as error:
        raise FormatError(f"it is a broken DOCX file: {error}") from None
    pieces = list(_paragraphs(document, headings))
    if not pieces:
        raise FormatError("the DOCX file holds no text")
    tags = {element.tag for element in document.iter()}
    if f"{_W}delText" in tags:
        dropped.append("words that tracked changes delete")
    if any(_is_hidden(run) for run in document.iter(f"{_W}r")):
        dropped.append("hidden words")
    return Extract(
        pieces=pieces,
        title=facts.get("title", ""),
        author=facts.get("creator", ""),
        date=facts.get("created", "")[:10],
        date_from="the file's properties: when it was made" if facts.get("created") else "",
        dropped=dropped,
    )


def _main_part(archive: zipfile.ZipFile, names: list[str]) -> str:
    """Return the name of the part that holds the text."""
    if "_rels/.rels" in names:
        for one in _part(archive, "_rels/.rels").iter(_RELATION):
            if one.get("Type", "").endswith("/officeDocument"):
                return one.get("Target", "").lstrip("/")
    return "word/document.xml"


def _headings(archive: zipfile.ZipFile, name: str, names: list[str]) -> frozenset[str]:
    """Return the styles of headings, whose names are English whatever language they are called in."""
    if name not in names:
        return frozenset()
    return frozenset(
        style.get(f"{_W}styleId", "")
        for style in _part(archive, name).iter(f"{_W}style")
        for named in style.iter(f"{_W}name")
        if _is_heading(named.get(f"{_W}val", ""))
    )


def _is_heading(style: str) -> bool:
    return style.lower().startswith(("heading", "title", "berschrift", "überschrift", "titre", "titel"))


def _holds(archive: zipfile.ZipFile, name: str) -> bool:
    """Tell whether a part is more than the empty frame that Word writes into every file."""
    if not name.endswith(".xml"):
        return True
    with archive.open(name) as stream:
        return _WORDS.search(stream.read(_FRAME)) is not None


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Return a part of the file as a tree; never more than it may unpack to."""
    with archive.open(name) as stream:
        data = stream.read(GREATEST_PART + 1)
    if len(data) > GREATEST_PART:
        raise FormatError(f"{name} unpacks to more than {GREATEST_PART // 1024**2} MB")
    # Without its zeros, UTF-16 shows the same signs as UTF-8.
    if b"<!DOCTYPE" in (signs := data.replace(b"\0", b"")) or b"<!ENTITY" in signs:
        raise FormatError(f"{name} declares entities, which Word never does")
    data = data.replace(_STRICT, _W[1:-1].encode())
    depth = 0
    parser: ElementTree.XMLPullParser[Any] = ElementTree.XMLPullParser(events=("start", "end"))
    root: ElementTree.Element | None = None
    try:
        for start in range(0, len(data), 1 << 16):
            chunk = data[start : start + (1 << 16)]
            parser.feed(chunk)
            for event, element in cast("Iterator[tuple[str, ElementTree.Element]]", parser.read_events()):
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                if depth > DEEPEST:
                    raise FormatError(f"{name}: elements stand more than {DEEPEST} deep in each other")
        parser.close()
    except ElementTree.ParseError as error:
        raise FormatError(f"{name} is broken XML: {error}") from None
    if root is None:
        raise FormatError(f"{name} is empty")
    return root


def _facts(core: ElementTree.Element) -> dict[str, str]:
    wanted = {f"{_DC}title": "title", f"{_DC}creator": "creator", f"{_DCTERMS}created": "created"}
    return {wanted[one.tag]: (one.text or "").strip() for one in core.iter() if one.tag in wanted}


def _paragraphs(document: ElementTree.Element, headings: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs in their order; one inside another, as in a text box, comes after it."""
    length = 0
    kind, parts = "text", list[str]()
    for paragraph in _read(document):
        if paragraph.tag != f"{_W}p":
            continue
        for element in _read(paragraph, inner=False):
            if element.tag == f"{_W}t":
                parts.append(element.text or "")
            elif element.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                parts.append(" ")
            elif element.tag == f"{_W}noBreakHyphen":
                parts.append("-")
            elif element.tag == f"{_W}numPr":
                kind = "item" if kind == "text" else kind
            elif element.tag == f"{_W}pStyle":
                style = element.get(f"{_W}val", "")
                if style in headings or _is_heading(style):
                    kind = "heading"
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            # The end of the paragraph is deleted, so it goes on in the next one.
            continue
        text = "".join(parts).strip()
        length += len(text)
        if length > MOST_CHARACTERS:
            raise FormatError(f"it holds more than {MOST_CHARACTERS // 10**6} million characters")
        if text:
            yield kind, text
        kind, parts = "text", []
    if text := "".join(parts).strip():
        yield kind, text


def _is_hidden(run: ElementTree.Element) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "1") not in ("0", "false", "off")


def _read(element: ElementTree.Element, *, inner: bool = True) -> Iterator[ElementTree.Element]:
    """Yield what stands in an element and is to be read, in order.

    Args:
        element: A document or a paragraph.
        inner: Whether what stands in paragraphs inside it is yielded, too.
    """
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if one.tag in _UNREAD or (one.tag == f"{_W}r" and _is_hidden(one)):
            continue
        yield one
        if inner or one.tag != f"{_W}p":
            waiting.extend(reversed(one))

"""DOCX: the paragraphs of a Word file, those of its tables among them. Runs in a process of its own."""

from __future__ import annotations

import io
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
_NOT_READ = (
    ("word/header", "the headers of the pages"),
    ("word/footer", "the footers of the pages"),
    ("word/footnotes", "the footnotes"),
    ("word/endnotes", "the endnotes"),
    ("word/comments.xml", "the comments"),
    ("word/media/", "the pictures"),
)


def read_docx(data: bytes) -> Extract:
    """Return the text of a Word file.

    Args:
        data: The file.

    Raises:
        FormatError: The file is broken, no Word file, or unpacks to more than it may.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > MOST_PARTS:
                raise FormatError(f"the archive has more than {MOST_PARTS:,} parts")
            if "word/document.xml" not in names:
                raise FormatError("it is a ZIP archive, but no DOCX: word/document.xml is missing")
            document = _part(archive, "word/document.xml")
            facts = _facts(_part(archive, "docProps/core.xml")) if "docProps/core.xml" in names else {}
            dropped = [what for start, what in _NOT_READ if any(name.startswith(start) for name in names)]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise FormatError(f"it is a broken DOCX file: {error}") from None
    except ValueError as error:
        raise FormatError(f"it is a broken DOCX file: {error}") from None
    pieces = list(_paragraphs(document))
    if not pieces:
        raise FormatError("the DOCX file holds no text")
    deleted = any(element.tag == f"{_W}delText" for element in document.iter())
    return Extract(
        pieces=pieces,
        title=facts.get("title", ""),
        author=facts.get("creator", ""),
        date=facts.get("created", "")[:10],
        date_from="the file's properties: when it was made" if facts.get("created") else "",
        dropped=dropped + (["words that tracked changes delete"] if deleted else []),
    )


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Return a part of the file as a tree; never more than it may unpack to."""
    with archive.open(name) as stream:
        data = stream.read(GREATEST_PART + 1)
    if len(data) > GREATEST_PART:
        raise FormatError(f"{name} unpacks to more than {GREATEST_PART // 1024**2} MB")
    if b"<!DOCTYPE" in data[: 1 << 16] or b"<!ENTITY" in data[: 1 << 16]:
        raise FormatError(f"{name} declares entities, which Word never does")
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


def _paragraphs(document: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs in their order; one inside another, as in a text box, comes after it."""
    length = 0
    for paragraph in document.iter(f"{_W}p"):
        kind, parts = "text", []
        for element in _own(paragraph):
            if element.tag == f"{_W}t":
                parts.append(element.text or "")
            elif element.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                parts.append(" ")
            elif element.tag == f"{_W}noBreakHyphen":
                parts.append("-")
            elif element.tag == f"{_W}numPr":
                kind = "item" if kind == "text" else kind
            elif element.tag == f"{_W}pStyle":
                style = element.get(f"{_W}val", "").lower()
                if style.startswith(("heading", "title", "berschrift", "überschrift", "titre", "titel")):
                    kind = "heading"
        text = "".join(parts).strip()
        length += len(text)
        if length > MOST_CHARACTERS:
            raise FormatError(f"it holds more than {MOST_CHARACTERS // 10**6} million characters")
        if text:
            yield kind, text


def _own(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield what stands in a paragraph, without what stands in paragraphs inside it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        yield element
        # Word writes each text box twice, the second time for old programs.
        if element.tag not in (
            f"{_W}p",
            f"{_W}del",
            "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        ):
            waiting.extend(reversed(element))

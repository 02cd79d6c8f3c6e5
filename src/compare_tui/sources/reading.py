"""From what a person names to an article: the kind of the source is told by its name and its first bytes."""

from __future__ import annotations

import datetime
import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article.clean import clean
from compare_tui.article.model import Article, ArticleError, Origin
from compare_tui.article.read import build_article, is_markdown, read_bytes, source_name
from compare_tui.sources.encodings import declared_encoding, decode_source
from compare_tui.sources.names import GIT, is_address

if TYPE_CHECKING:
    from compare_tui.sources.child import Format
    from compare_tui.sources.extract import Extract
    from compare_tui.sources.snapshots import Snapshots

_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_STARTS = (b"<!doctype html", b"<html")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class _Found:
    """The bytes of a source and what is known of them.

    Attributes:
        data: The bytes.
        name: What to call the source, cleaned.
        kind: text, markdown, html, docx or pdf.
        path: The file they lie in, if any.
        charset: The encoding that a server claims.
        address: Where they were fetched.
        notices: What must be said.
    """

    data: bytes
    name: str
    kind: str
    path: Path | None = None
    charset: str | None = None
    address: str = ""
    notices: tuple[str, ...] = ()


def read_article(
    source: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    date: datetime.date | None = None,
    label: str | None = None,
    allow_private: bool = False,
    snapshots: Snapshots | None = None,
) -> Article:
    """Return the article that a source holds.

    Args:
        source: A path, "-" for standard input, an http(s) address, or ``git:REV:path``. A file is read as
            HTML, DOCX, PDF or Markdown by its name or first bytes, else as plain text.
        encoding: Name of the text's encoding; found from its bytes if None.
        date: The day the article appeared; looked for in the source if None.
        label: What to call the source instead of its path.
        allow_private: Whether private and loopback addresses may be asked.
        snapshots: Where copies of fetched pages are looked for and kept; None for nowhere.

    Raises:
        ArticleError: The source is missing, not readable, breaks a limit, needs an extra that is not
            installed, or holds no article; the message is one line that names it.
    """
    place = os.fspath(source)
    name = source_name(place, label)
    if is_address(place):
        found = _fetched(place, name, allow_private, snapshots)
    elif place.startswith(GIT):
        from compare_tui.sources.git import read_git

        data, path = read_git(place, name)
        found = _Found(data, name, _kind(path, data))
    else:
        return read_stored(place, encoding=encoding, date=date, label=label)
    return _article(found, encoding, date)


def read_stored(
    source: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    date: datetime.date | None = None,
    label: str | None = None,
) -> Article:
    """Return the article in a file or on standard input; a name is never taken for an address.

    Arguments and errors are those of :func:`read_article`.
    """
    path = os.fspath(source)
    name = source_name(path, label)
    data = read_bytes(path, name)
    found = _Found(data, name, _kind(path, data), None if path == "-" else Path(path))
    return _article(found, encoding, date)


def _kind(path: str, data: bytes) -> str:
    """Return what the first bytes of a source, or else its name, say it is."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    lower = path.lower()
    is_zip = data.startswith(b"PK\x03\x04")
    if is_zip and (lower.endswith(".docx") or b"word/document.xml" in data):
        return "docx"
    if lower.endswith((".docx", ".pdf")):
        return lower[-4:].removeprefix(".")
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if lower.endswith(_HTML_SUFFIXES) or start.startswith(_HTML_STARTS):
        return "html"
    return "markdown" if is_markdown(path) else "text"


def _fetched(address: str, name: str, allow_private: bool, snapshots: Snapshots | None) -> _Found:
    """Return the copy of an address that was kept, or what it answers now."""
    from compare_tui.sources.extract import shown
    from compare_tui.sources.fetch import fetch
    from compare_tui.sources.snapshots import day_of

    kept = snapshots.find(address) if snapshots is not None else None
    if kept is not None:
        data = read_bytes(str(kept), name)
        notice = f"{name} is read from the copy of {day_of(kept)}, {shown(kept)}; --refresh fetches it anew"
        return _Found(data, name, _kind(kept.name, data), kept, address=address, notices=(notice,))
    page = fetch(address, allow_private=allow_private)
    if not page.data:
        raise ArticleError(f"{name} is empty")
    seen = _kind("", page.data)
    kind = page.kind if seen in ("text", "markdown") else seen
    if kind in ("pdf", "docx") and seen != kind:
        raise ArticleError(f"{name} is no {kind.upper()}, although the server says so")
    notices: tuple[str, ...] = ()
    if page.redirects:
        times = f"{page.redirects} redirect{'' if page.redirects == 1 else 's'}"
        notices = (f"{name} leads over {times} to {shown(page.address)}",)
    found = _Found(page.data, name, kind, None, page.charset, page.address, notices)
    if snapshots is None:
        return found
    if not snapshots.keep:
        # The notebook has the name that it will have with a copy.
        return replace(found, path=snapshots.path_of(address, kind))
    # The copy of a text is UTF-8 with a mark, so that it needs no header to be read again.
    data = found.data
    if kind in ("text", "markdown", "html"):
        text, said = _text(found, None)
        data = (_BYTE_ORDER_MARK + text).encode("utf-8")
        found = replace(found, notices=(*found.notices, *said))
    return replace(found, data=data, path=snapshots.write(address, kind, data))


def _text(found: _Found, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    declared = found.charset or (declared_encoding(found.data) if found.kind == "html" else None)
    return decode_source(found.data, encoding, name=found.name, declared=declared)


def _article(found: _Found, encoding: str | None, date: datetime.date | None) -> Article:
    """Return the article in the bytes of a source."""
    address = clean(found.address, lines=False)
    digest = hashlib.sha256(found.data).hexdigest()
    said: tuple[str, ...] = ()
    data = found.data
    if found.kind in ("text", "markdown", "html"):
        text, said = _text(found, encoding)
        if found.kind != "html":
            return build_article(
                text,
                name=found.name,
                sha256=digest,
                date=date,
                markdown=found.kind == "markdown",
                path=found.path,
                origin=Origin(address=address, notices=(*found.notices, *said)),
            )
        data = text.encode("utf-8", "surrogatepass")
    format_: Format = "html" if found.kind == "html" else "docx" if found.kind == "docx" else "pdf"
    from compare_tui.sources.child import take_apart
    from compare_tui.sources.extract import FormatError

    try:
        extract = take_apart(format_, data)
    except FormatError as error:
        raise ArticleError(f"{found.name}: {error}") from None
    return _built(found, format_, extract, digest, date, address, said)


def _built(
    found: _Found,
    format_: Format,
    extract: Extract,
    digest: str,
    date: datetime.date | None,
    address: str,
    said: tuple[str, ...],
) -> Article:
    from compare_tui.sources.extract import join_pieces, shown

    pieces = extract["pieces"]
    is_layout = any(kind == "layout" for kind, _ in pieces)
    text, blocks = ("\n".join(text for _, text in pieces), None) if is_layout else join_pieces(pieces)
    origin = Origin(
        author=shown(extract.get("author")),
        outlet=shown(extract.get("outlet")),
        address=address,
        dropped=tuple(shown(line, 400) for line in extract.get("dropped", [])),
        notices=(*found.notices, *said, *(shown(one) for one in extract.get("notices", []))),
    )
    article = build_article(
        text,
        name=found.name,
        sha256=digest,
        title=extract.get("title") or None,
        # The page knows its own date; when a file was made tells less than what its text says.
        date=date or (_day(extract.get("date")) if format_ == "html" else None),
        path=found.path,
        blocks=blocks,
        reader=f"{format_}/1",
        origin=origin,
    )
    if date is not None:
        return article
    day = _day(extract.get("date"))
    if article.date is None and day is not None:
        article = replace(article, date=day)
    if day is not None and article.date == day:
        article = replace(article, origin=replace(origin, date_from=shown(extract.get("date_from"))))
    return article


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None

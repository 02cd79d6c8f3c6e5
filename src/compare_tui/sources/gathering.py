"""From what a person names to bytes: the kind of the source is told by its name and its first bytes."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article.model import ArticleError
from compare_tui.article.read import is_markdown, read_bytes, source_name
from compare_tui.sources.encodings import declared_encoding, decode_source
from compare_tui.sources.names import GIT, Kind, is_address

if TYPE_CHECKING:
    from compare_tui.sources.snapshots import Snapshots

TEXTS = ("text", "markdown", "html")
"""Kinds whose bytes are characters."""

_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_STARTS = (b"<!doctype html", b"<html")
_COPIED = "utf-8"
"""Encoding of the copies of texts, which begin with its mark."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The bytes of a source and what is known of them.

    Attributes:
        data: The bytes.
        name: What to call the source, cleaned.
        kind: What they are.
        encoding: The encoding of a text, where it is known and need not be found.
        path: The file they lie in, if any.
        charset: The encoding that a server claims.
        address: The address that was named, of what was fetched.
        notices: What must be said.
        is_copy: Whether they are a copy that was kept of what an address had answered.
    """

    data: bytes
    name: str
    kind: Kind
    encoding: str | None = None
    path: Path | None = None
    charset: str | None = None
    address: str = ""
    notices: tuple[str, ...] = ()
    is_copy: bool = False

    def quietly(self) -> Gathered:
        """Return the same, with nothing to be said."""
        return replace(self, notices=())


def gather(
    source: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    label: str | None = None,
    allow_private: bool = False,
    proxy: str | None = None,
    snapshots: Snapshots | None = None,
    folder: Path | None = None,
) -> Gathered:
    """Return the bytes of a source.

    Args:
        source: A path, "-" for standard input, an http(s) address, or ``git:REV:path``.
        encoding: Name of the text's encoding; to be found from its bytes if None.
        label: What to call the source instead of its path.
        allow_private: Whether private and loopback addresses may be asked.
        proxy: Address of an HTTP proxy to go over, ``env`` for that of the environment, or None.
        snapshots: Where copies of fetched pages are looked for and kept; None for nowhere.
        folder: The folder in whose repository ``git:`` looks; the current one if None.

    Raises:
        ArticleError: The source is missing, not readable, or breaks a limit; the message is one line that
            names it.
    """
    place = os.fspath(source)
    name = source_name(place, label)
    if is_address(place):
        return _fetched(place, name, encoding, allow_private, proxy, snapshots)
    if place.startswith(GIT):
        from compare_tui.sources.git import read_git

        data, path = read_git(place, name, folder)
        return Gathered(data, name, _kind(path, data), encoding)
    return gather_stored(place, encoding=encoding, label=label)


def gather_stored(
    source: str | os.PathLike[str], *, encoding: str | None = None, label: str | None = None
) -> Gathered:
    """Return the bytes of a file or of standard input; a name is never taken for an address.

    Raises:
        ArticleError: As of :func:`gather`.
    """
    path = os.fspath(source)
    name = source_name(path, label)
    data = read_bytes(path, name)
    return Gathered(data, name, _kind(path, data), encoding, None if path == "-" else Path(path))


def text_of(found: Gathered) -> tuple[str, tuple[str, ...]]:
    """Return the characters of a source of one of the kinds ``TEXTS``, and what must be said about them.

    Raises:
        ArticleError: They are in no encoding that is known.
    """
    declared = found.charset or (declared_encoding(found.data) if found.kind == "html" else None)
    return decode_source(found.data, found.encoding, name=found.name, declared=declared)


def _kind(path: str, data: bytes) -> Kind:
    """Return what the first bytes of a source, or else its name, say it is."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    lower = path.lower()
    is_zip = data.startswith(b"PK\x03\x04")
    if is_zip and (lower.endswith(".docx") or b"word/document.xml" in data):
        return "docx"
    if lower.endswith((".docx", ".pdf")):
        return "pdf" if lower.endswith(".pdf") else "docx"
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if lower.endswith(_HTML_SUFFIXES) or start.startswith(_HTML_STARTS):
        return "html"
    return "markdown" if is_markdown(path) else "text"


def _fetched(
    address: str,
    name: str,
    encoding: str | None,
    allow_private: bool,
    proxy: str | None,
    snapshots: Snapshots | None,
) -> Gathered:
    """Return the copy of an address that was kept, or what it answers now."""
    from compare_tui.sources.extract import shown
    from compare_tui.sources.fetch import fetch
    from compare_tui.sources.snapshots import day_of

    kept = snapshots.find(address) if snapshots is not None else None
    if kept is not None:
        data = read_bytes(str(kept), name)
        notice = f"{name} is read from the copy of {day_of(kept)}, {shown(kept)}; --refresh fetches it anew"
        # A copy that was kept as text has its mark, and needs no encoding named.
        known = _COPIED if data.startswith(codecs.BOM_UTF8) else encoding
        kind = _kind(kept.name, data)
        return Gathered(data, name, kind, known, kept, address=address, notices=(notice,), is_copy=True)
    page = fetch(address, allow_private=allow_private, proxy=proxy)
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
    # The address that was named, as a copy of the page has it, and not the one that was led to.
    found = Gathered(page.data, name, kind, encoding, None, page.charset, address, notices)
    if snapshots is None:
        return found
    if not snapshots.keep:
        # The notebook has the name that it will have with a copy.
        return replace(found, path=snapshots.path_of(address, kind))
    # The copy of a text is UTF-8 with a mark, so that it needs no header to be read again.
    data = found.data
    if kind in TEXTS:
        text, said = text_of(found)
        data = codecs.BOM_UTF8 + text.encode("utf-8")
        found = replace(found, encoding=_COPIED, charset=None, notices=(*found.notices, *said))
    return replace(found, data=data, path=snapshots.write(address, kind, data))

"""From what a person names to an article: gathered, taken apart by the library of its format, built."""

from __future__ import annotations

import datetime
import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article.clean import clean
from compare_tui.article.model import Article, ArticleError, Origin
from compare_tui.article.read import build_article
from compare_tui.sources.gathering import TEXTS, Gathered, gather, gather_stored, text_of
from compare_tui.sources.names import Kind

if TYPE_CHECKING:
    from compare_tui.sources.extract import Extract
    from compare_tui.sources.snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class Loaded:
    """A source that needs neither its place nor an extra any more: plain values, as a worker gets them.

    Attributes:
        name: What to call the source, cleaned.
        kind: What its bytes are.
        sha256: Their digest, hexadecimal.
        text: Their characters, of a text or Markdown.
        extract: What the reader of another format found.
        path: The file they lie in, if any.
        address: Where they were fetched, cleaned.
        notices: What must be said.
    """

    name: str
    kind: Kind
    sha256: str
    text: str = ""
    extract: Extract | None = None
    path: Path | None = None
    address: str = ""
    notices: tuple[str, ...] = ()


def read_article(
    source: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    date: datetime.date | None = None,
    label: str | None = None,
    allow_private: bool = False,
    proxy: str | None = None,
    snapshots: Snapshots | None = None,
    folder: Path | None = None,
) -> Article:
    """Return the article that a source holds.

    Args:
        source: A path, "-" for standard input, an http(s) address, or ``git:REV:path``. A file is read as
            HTML, DOCX, PDF or Markdown by its name or first bytes, else as plain text.
        encoding: Name of the text's encoding; found from its bytes if None.
        date: The day the article appeared; looked for in the source if None.
        label: What to call the source instead of its path.
        allow_private: Whether private and loopback addresses may be asked.
        proxy: Address of an HTTP proxy to go over, ``env`` for that of the environment, or None.
        snapshots: Where copies of fetched pages are looked for and kept; None for nowhere.
        folder: The folder in whose repository ``git:`` looks; the current one if None.

    Raises:
        ArticleError: The source is missing, not readable, breaks a limit, needs an extra that is not
            installed, or holds no article; the message is one line that names it.
    """
    found = gather(
        source,
        encoding=encoding,
        label=label,
        allow_private=allow_private,
        proxy=proxy,
        snapshots=snapshots,
        folder=folder,
    )
    return build(load(found), date)


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
    return build(load(gather_stored(source, encoding=encoding, label=label)), date)


def load(found: Gathered) -> Loaded:
    """Return what a source holds, taken apart by the library of its format.

    Raises:
        ArticleError: It cannot be read, breaks a limit, or needs an extra that is not installed.
    """
    loaded = Loaded(
        found.name,
        found.kind,
        hashlib.sha256(found.data).hexdigest(),
        path=found.path,
        address=clean(found.address, lines=False),
        notices=found.notices,
    )
    data = found.data
    if found.kind in TEXTS:
        text, said = text_of(found)
        loaded = replace(loaded, notices=(*loaded.notices, *said))
        data = text.encode("utf-8", "surrogatepass")
    if found.kind == "text" or found.kind == "markdown":
        return replace(loaded, text=text)
    from compare_tui.sources.child import take_apart
    from compare_tui.sources.extract import FormatError

    try:
        return replace(loaded, extract=take_apart(found.kind, data))
    except FormatError as error:
        raise ArticleError(f"{found.name}: {error}") from None


def build(loaded: Loaded, date: datetime.date | None = None) -> Article:
    """Return the article in what was loaded; that needs only the package.

    Args:
        loaded: What a source holds.
        date: The day the article appeared; looked for in the source if None.

    Raises:
        ArticleError: It holds no article.
    """
    if loaded.extract is not None:
        return _built(loaded, loaded.extract, date)
    return build_article(
        loaded.text,
        name=loaded.name,
        sha256=loaded.sha256,
        date=date,
        markdown=loaded.kind == "markdown",
        path=loaded.path,
        origin=Origin(address=loaded.address, notices=loaded.notices),
    )


def _built(loaded: Loaded, extract: Extract, date: datetime.date | None) -> Article:
    from compare_tui.sources.extract import join_pieces, shown

    text, blocks = join_pieces(extract["pieces"])
    origin = Origin(
        author=shown(extract.get("author")),
        outlet=shown(extract.get("outlet")),
        address=loaded.address,
        dropped=tuple(shown(line, 400) for line in extract.get("dropped", [])),
        notices=(*loaded.notices, *(shown(one) for one in extract.get("notices", []))),
    )
    article = build_article(
        text,
        name=loaded.name,
        sha256=loaded.sha256,
        title=extract.get("title") or None,
        # The page knows its own date; when a file was made tells less than what its text says.
        date=date or (_day(extract.get("date")) if loaded.kind == "html" else None),
        path=loaded.path,
        blocks=blocks,
        reader=f"{loaded.kind}/1",
        origin=origin,
    )
    if date is not None:
        return article
    day = _day(extract.get("date"))
    if article.date is None and day is not None:
        article = replace(article, date=day)
    if day is not None and article.date == day:
        article = replace(article, origin=origin._replace(date_from=shown(extract.get("date_from"))))
    return article


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None

"""Reading a source: a path, standard input or a string becomes an :class:`Article`."""

from __future__ import annotations

import datetime
import hashlib
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from compare_tui.article.blocks import Block
from compare_tui.article.clean import clean, hidden_characters, normalize_newlines
from compare_tui.article.dateline import date_of_dateline, date_without_year, is_dateline_alone
from compare_tui.article.dates import date_of_address, date_of_lines, is_date_line, parse_date
from compare_tui.article.decode import decode
from compare_tui.article.furniture import is_address, is_labelled
from compare_tui.article.layout import lay_out
from compare_tui.article.model import NO_ORIGIN, Article, ArticleError, Origin, Passage
from compare_tui.article.passages import cut_passages

GREATEST_SIZE = 64 * 1024 * 1024
"""Bytes: a larger source is refused before it is read."""

_MARKDOWN_SUFFIXES = (".md", ".markdown")
_TOP_BLOCKS = 6
"""Blocks at the start of an article among which its date line is looked for."""

_TITLE_LENGTH = 60
"""Characters of the first passage that stand in for a missing headline."""


def read_article(
    source: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    date: datetime.date | None = None,
    label: str | None = None,
) -> Article:
    """Return the article in a file or on standard input.

    Names that end in ``.md`` or ``.markdown`` are read as Markdown, everything else as plain text.

    Args:
        source: A path, or "-" for standard input.
        encoding: Name of the text's encoding; found from its bytes if None.
        date: The day the article appeared; looked for in the text if None.
        label: What to call the source instead of its path.

    Raises:
        ArticleError: The source is missing, not readable, not text, or holds no article; the message is one
            line that names it.
    """
    path = os.fspath(source)
    name = source_name(path, label)
    data = read_bytes(path, name)
    return build_article(
        decode(data, encoding, source=name),
        name=name,
        date=date,
        markdown=is_markdown(path),
        sha256=hashlib.sha256(data).hexdigest(),
        path=None if path == "-" else Path(path),
    )


def source_name(path: str, label: str | None = None) -> str:
    """Return what to call a source, cleaned."""
    return clean(label or ("stdin" if path == "-" else path), lines=False)


def is_markdown(path: str) -> bool:
    """Tell whether a name is that of a Markdown file."""
    return path.lower().endswith(_MARKDOWN_SUFFIXES)


def read_bytes(path: str, name: str) -> bytes:
    """Return the bytes of a file, of a named pipe or of standard input.

    Args:
        path: The file, or "-" for standard input.
        name: What error messages call it.

    Raises:
        ArticleError: It is missing, not readable, empty or larger than :data:`GREATEST_SIZE`.
    """
    data = _read_stdin(name) if path == "-" else _read_file(path, name)
    if not data:
        raise ArticleError(f"{name} is empty")
    return data


def read_text(
    text: str,
    *,
    title: str | None = None,
    source: str = "text",
    date: datetime.date | None = None,
    markdown: bool = False,
) -> Article:
    """Return the article in a string.

    Args:
        text: Any string; a byte order mark at its start is dropped.
        title: The title, if it is not in the text.
        source: What to call it.
        date: The day the article appeared; looked for in the text if None.
        markdown: Read it as Markdown.

    Raises:
        ArticleError: The text is blank, or holds nothing but credits, links and separators.
    """
    name = clean(source, lines=False)
    if not text:
        raise ArticleError(f"{name} is empty")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return build_article(
        text.removeprefix("\ufeff"),
        name=name,
        title=title,
        date=date,
        markdown=markdown,
        sha256=digest,
    )


def _too_large(name: str) -> ArticleError:
    return ArticleError(f"{name} is too large: more than {GREATEST_SIZE // 1024**2} MB")


def _read_bounded(stream: BinaryIO, name: str) -> bytes:
    """Return all bytes of ``stream``.

    Raises:
        ArticleError: There are more than :data:`GREATEST_SIZE`.
    """
    data = stream.read(GREATEST_SIZE + 1)
    if len(data) > GREATEST_SIZE:
        raise _too_large(name)
    return data


def _read_stdin(name: str) -> bytes:
    """Return the bytes on standard input."""
    if sys.stdin is None:
        raise ArticleError(f"{name} is closed")
    try:
        return _read_bounded(sys.stdin.buffer, name)
    except (OSError, ValueError) as error:
        raise ArticleError(f"{name} cannot be read: {_reason(error)}") from None


def _read_file(path: str, name: str) -> bytes:
    """Return the bytes of a file or named pipe."""
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise ArticleError(f"{name} is a folder, not a text file")
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            if os.path.realpath(path) == os.path.realpath(os.devnull):
                return b""
            raise ArticleError(f"{name} is a device, not a text file")
        if stat.S_ISSOCK(status.st_mode):
            raise ArticleError(f"{name} is a socket, not a text file")
        if status.st_size > GREATEST_SIZE:
            raise _too_large(name)
        with open(path, "rb") as stream:
            return _read_bounded(stream, name)
    except FileNotFoundError:
        raise ArticleError(f"{name} does not exist" if name else "the file name is empty") from None
    except (OSError, ValueError) as error:
        raise ArticleError(f"{name} cannot be read: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    """Return why reading failed, in lower case and on one line."""
    reason = clean(getattr(error, "strerror", None) or str(error), lines=False)
    return reason[:1].lower() + reason[1:]


def build_article(
    raw: str,
    *,
    name: str,
    sha256: str,
    title: str | None = None,
    date: datetime.date | None = None,
    markdown: bool = False,
    path: Path | None = None,
    blocks: list[Block] | None = None,
    reader: str | None = None,
    origin: Origin = NO_ORIGIN,
) -> Article:
    """Return the article in decoded text.

    Args:
        raw: The text, not cleaned yet.
        name: What to call the source, cleaned.
        sha256: Digest of the source's bytes.
        title: The title, if it is not in the text.
        date: The day the article appeared; looked for in the text if None.
        markdown: Read it as Markdown.
        path: The file it came from.
        blocks: The blocks of a text without hard wraps, whose lines end in line feeds alone; None for those
            that the layout shows.
        reader: Name and version of the reader that made ``raw``; None for those of text and Markdown.
        origin: What the source says beside the text.

    Raises:
        ArticleError: The text is blank, or holds nothing but credits, links and separators.
    """
    normalized = normalize_newlines(raw)
    cleaned = clean(normalized)
    if not cleaned.strip():
        raise ArticleError(f"{name} holds only blanks")
    hidden = hidden_characters(normalized, cleaned)
    fields: dict[str, str] = {}
    if markdown:
        # Loaded on first use: its patterns take time to compile.
        from compare_tui.article.markdown import carry_hidden, render_markdown

        rendered = render_markdown(cleaned)
        text, blocks, fields = rendered.text, rendered.blocks, rendered.fields
        hidden = carry_hidden(hidden, rendered.origin)
    elif blocks is None:
        text, blocks = lay_out(cleaned)
    else:
        text = cleaned
    passages = cut_passages(text, blocks)
    if all(passage.role == "furniture" for passage in passages):
        raise ArticleError(f"{name} holds no article, only credits, links or separators")
    title = title or fields.get("title")
    return Article(
        source=name,
        title=clean(title, lines=False).strip() if title and title.strip() else _title(passages),
        text=text,
        passages=passages,
        sha256=sha256,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        reader=reader or ("markdown/1" if markdown else "text/1"),
        date=date or parse_date(fields.get("date", "")) or _find_date(text, blocks, passages),
        path=path,
        hidden=hidden,
        origin=origin,
    )


def _title(passages: tuple[Passage, ...]) -> str:
    """Return the headline above the body, or the start of the first passage that is no furniture."""
    for passage in passages:
        if passage.role == "headline":
            return passage.text
        if passage.role == "body":
            break
    text = next(
        passage.text
        for role in ("body", "caption", "headline")
        for passage in passages
        if passage.role == role
    )
    if len(text) <= _TITLE_LENGTH:
        return text
    start = text[: _TITLE_LENGTH + 1]
    return start.rsplit(None, 1)[0][:_TITLE_LENGTH].rstrip(",;:–—- ") + "…"


def _find_date(text: str, blocks: list[Block], passages: tuple[Passage, ...]) -> datetime.date | None:
    """Return the day the article appeared, or None.

    A date line near the top decides, then the dateline of the first sentence, then the address labelled as
    the article's own, then a dateline without a year together with a date line anywhere.
    """
    top = (text[block.start : block.end] for block in blocks[:_TOP_BLOCKS])
    if found := date_of_lines(line for line in top if is_date_line(line) or is_dateline_alone(line)):
        return found
    opening = next((passage.text for passage in passages if passage.role == "body"), "")
    if found := date_of_dateline(opening):
        return found
    for address in _own_addresses(text, blocks):
        if found := date_of_address(address):
            return found
    return date_without_year(opening, (passage.text for passage in passages if passage.role == "furniture"))


def _own_addresses(text: str, blocks: list[Block]) -> list[str]:
    """Return the blocks that are labelled as the article's own address, and the addresses below them."""
    texts = [text[block.start : block.end] for block in blocks]
    own: list[str] = []
    for index, block_text in enumerate(texts):
        if is_labelled(block_text) and block_text.lower().startswith(
            ("original", "source", "url", "permalink")
        ):
            own.append(block_text)
            own += (following for following in texts[index + 1 : index + 2] if is_address(following))
    return own

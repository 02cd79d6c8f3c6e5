"""From bytes to text where neither the bytes nor the caller say how they are encoded."""

from __future__ import annotations

import codecs
import re

from compare_tui.article.decode import decode
from compare_tui.article.model import ArticleError, EncodingError
from compare_tui.sources.names import install_command

_SAMPLE = 1 << 20
"""Bytes that are looked at to find an encoding."""

_DECLARED = re.compile(
    rb"<meta[^<>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})|"
    rb"^\s*<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)


def decode_source(
    data: bytes, encoding: str | None, *, name: str, declared: str | None = None
) -> tuple[str, tuple[str, ...]]:
    """Return data as text, and what must be said about how that was done.

    UTF-8 comes before everything but what the caller names and a byte order mark; then what the source
    declares, then what charset-normalizer finds.

    Args:
        data: The whole source.
        encoding: Name of its encoding, which overrides all guessing; None to find it.
        name: What to call the source, cleaned.
        declared: The encoding that a server or a page claims.

    Raises:
        ArticleError: The data are binary, the encoding is unknown, or none fits.
    """
    try:
        return decode(data, encoding, source=name), ()
    except EncodingError as error:
        if encoding is not None:
            raise
        problem = str(error)
    if declared and _is_text_encoding(declared):
        # Browsers take both names for the larger set of Windows.
        real = "cp1252" if codecs.lookup(declared).name in ("iso8859-1", "ascii") else declared
        try:
            return decode(data, real, source=name), ()
        except ArticleError:
            pass
    found = _detect(data)
    if found is None:
        raise ArticleError(f"{problem}; {install_command('detect')} installs what finds it") from None
    if not found:
        raise ArticleError(problem) from None
    notice = f"{name} is not UTF-8: read as {found}, which is a guess; --encoding NAME names another"
    return decode(data, found, source=name), (notice,)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the head of an HTML page claims."""
    match = _DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii") if match else None


def _is_text_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return False
    return True


def _detect(data: bytes) -> str | None:
    """Return the likeliest encoding; nothing where none is likely, None without the library."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or not _is_text_encoding(best.encoding):
        return ""
    try:
        text = data.decode(best.encoding)
    except (UnicodeError, ValueError):
        return ""
    # Many code pages share the letters that stand here; the commonest one is named.
    return "cp1252" if data.decode("cp1252", "replace") == text else best.encoding

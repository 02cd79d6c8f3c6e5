"""From bytes to text: byte order marks, UTF-16 without one, UTF-8, or the encoding the caller names."""

from __future__ import annotations

import codecs

from compare_tui.article.clean import clean
from compare_tui.article.model import ArticleError, EncodingError

# The longer marks first: UTF-32-LE begins with the mark of UTF-16-LE.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_BINARY_FORMATS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP archive, DOCX or EPUB"),
    (b"\x89PNG\r\n\x1a\n", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office document"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"{\\rtf", "RTF document"),
)

_NUL_SAMPLE = 1 << 16
"""Bytes at the start of the data in which NULs are counted."""

_UTF16_NUL_SHARE = 0.05
"""Least share of UTF-16 units with a zero half: blanks alone give this much in every script with blanks."""


def _sniff_utf16(data: bytes) -> str | None:
    """Return the UTF-16 variant that the positions of the NULs in ``data`` speak for, if any."""
    if len(data) % 2:
        return None
    sample = data[:_NUL_SAMPLE]
    high_first, low_first = sample[0::2].count(0), sample[1::2].count(0)
    least = max(1, int(_UTF16_NUL_SHARE * len(sample) / 2))
    for name, zeros, others in (("utf-16-le", low_first, high_first), ("utf-16-be", high_first, low_first)):
        if zeros >= least and others <= zeros // 20:
            return name
    return None


def _bad_byte(data: bytes, error: UnicodeDecodeError, offset: int) -> str:
    """Return where decoding stopped: byte, offset and line; ``offset`` is the length of a removed mark."""
    position = error.start + offset
    line = data.count(b"\n", 0, position) + 1
    byte = f"byte 0x{data[position]:02X}" if position < len(data) else "data ends early"
    return f"{byte} at offset {position}, line {line}"


def _known_encoding(encoding: str, name: str) -> str:
    """Return the codec's own name for ``encoding``.

    Raises:
        ArticleError: There is no such text encoding.
    """
    wanted = clean(encoding, lines=False)
    problem = f"{name}: unknown encoding {wanted!r}; try --encoding utf-8 or --encoding cp1252"
    try:
        found = codecs.lookup(encoding)
        # Codecs such as "hex" and "rot13" are registered beside the text encodings and refuse this.
        "".encode(encoding)
    except (LookupError, ValueError, UnicodeError):
        raise ArticleError(problem) from None
    return found.name


def decode(data: bytes, encoding: str | None, *, source: str) -> str:
    """Return ``data`` as text, without a byte order mark.

    With ``encoding`` None: the byte order mark decides, else the pattern of NULs (UTF-16), else it is UTF-8.

    Args:
        data: The whole source.
        encoding: Name of a Python text encoding that overrides all guessing, or None.
        source: What error messages call the data.

    Raises:
        ArticleError: The data are binary, or the encoding is unknown.
        EncodingError: The data do not fit the encoding.
    """
    name = clean(source, lines=False)
    for magic, what in _BINARY_FORMATS:
        if data.startswith(magic):
            raise ArticleError(f"{name} is a binary file ({what}), not text")
    mark = b""
    if encoding is not None:
        codec = _known_encoding(encoding, name)
        for signature, signed in _BYTE_ORDER_MARKS:
            if data.startswith(signature) and signed.startswith(codec):
                mark, codec = signature, signed
                break
    else:
        for signature, signed in _BYTE_ORDER_MARKS:
            if data.startswith(signature):
                mark, codec = signature, signed
                break
        else:
            codec = "utf-8"
            if b"\x00" in data:
                guessed = _sniff_utf16(data)
                if guessed is None:
                    raise ArticleError(f"{name} is a binary file (it holds NUL bytes), not text")
                codec = guessed
    try:
        return data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        where = _bad_byte(data, error, len(mark))
    except (UnicodeError, ValueError):
        where = "its bytes do not fit"
    remedy = "name another with" if encoding is not None else "name its encoding with"
    raise EncodingError(
        f"{name} is not {codec.upper()} ({where}); {remedy} --encoding NAME, e.g. --encoding cp1252"
    ) from None

"""From bytes to text where neither the bytes nor the caller say how they are encoded."""

from __future__ import annotations

import codecs
import re

from compare_tui.article.decode import decode
from compare_tui.article.model import ArticleError, EncodingError
from compare_tui.sources.names import install_command

_SAMPLE = 1 << 20
"""Bytes that are looked at to find an encoding."""

_MORE_CHAOS, _LESS_COHERENCE = 0.04, 0.12
"""How far behind the best guess of charset-normalizer another one may be to count as likely as it.

Of 30 short news texts in 14 encodings 25 are then read right, and 18 by the best guess alone."""

_OLD = (
    "cp0",
    "cp11",
    "cp4",
    "cp7",
    "cp8",
    "cp10",
    "mac",
    "hp",
    "ptcp",
    "kz",
    "iso8859_10",
    "iso8859_14",
    "iso8859_16",
)
"""Encodings of DOS, of old Macs, and such as hardly anybody ever used."""

# Browsers take these names for larger sets, in which people really write; the last ones Python does not know.
_REAL = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso8859-8",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman",
    "x-sjis": "cp932",
}
_UNBELIEVED = ("utf-16", "utf-32", "utf-7", "unicode", "raw-unicode", "raw_unicode", "idna", "punycode")
"""What no page is in whose claim can be read byte by byte, or what is no encoding of texts."""

_SIGN_IN_WORD = re.compile(r"[^\W\d_][¹³£¥¼½¾¶¸¿¡ªº][^\W\d_]|[^\W\d_]{2}[¹³]")

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
    if declared and (real := _real(declared)):
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


def _real(declared: str) -> str | None:
    """Return the encoding that is meant by a name, or None where it is not to be believed."""
    name = declared.lower()
    if name not in _REAL and _is_text_encoding(name):
        name = codecs.lookup(name).name
    real = _REAL.get(name, name)
    return real if _is_text_encoding(real) and not real.startswith(_UNBELIEVED) else None


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
    matches = list(from_bytes(data[:_SAMPLE]))
    if not matches:
        return ""
    best = matches[0]
    near = [
        one
        for one in matches
        if one.chaos <= best.chaos + _MORE_CHAOS and one.coherence >= best.coherence - _LESS_COHERENCE
    ]
    western = data.decode("cp1252", "replace")
    is_western = _looks_western(western)
    if is_western and any(one.encoding == "cp1252" for one in near):
        return "cp1252"
    # The sort keeps the order of likelihood among the others.
    for one in sorted(near, key=lambda one: (one.encoding.startswith(_OLD), one.encoding == "cp1252")):
        text = _decoded(data, one.encoding) if _is_text_encoding(one.encoding) else None
        if text is not None:
            # Many code pages share the letters that stand here; the commonest one is named.
            return "cp1252" if text == western else one.encoding
    return ""


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _looks_western(text: str) -> bool:
    """Tell whether a text read as cp1252 has nothing into which letters of Central Europe and Turkey turn."""
    letters = set(text)
    if letters & set("ŠšŽžÐðÞþ") or ("õ" in letters and letters & set("öü")):
        return False
    return _SIGN_IN_WORD.search(text) is None

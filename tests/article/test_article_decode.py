from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import ArticleError, decode

STORY = "Wind tore the roof off a café in Málaga.\nNobody was hurt, the mayor said.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_recognised(mark: bytes, encoding: str) -> None:
    assert decode(mark + STORY.encode(encoding), None, source="story.txt") == STORY


def test_utf16_without_a_mark_is_recognised_in_cyrillic() -> None:
    story = "Ветер сорвал крышу с кафе в порту. Никто не пострадал."
    assert decode(story.encode("utf-16-le"), None, source="story.txt") == story


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_a_mark_never_reaches_the_text(encoding: str) -> None:
    data = "\ufeffHello".encode(encoding)
    assert decode(data, encoding, source="x").lstrip("\ufeff") == "Hello"
    signed = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE}.get(encoding)
    if signed:
        assert decode(signed + "Hello".encode(encoding), encoding, source="x") == "Hello"


def test_a_named_encoding_decides() -> None:
    assert decode("caf\xe9".encode("cp1252"), "cp1252", source="x") == "café"


def test_a_bad_byte_is_named_with_its_place_and_the_remedy() -> None:
    data = "First line.\nThe caf\xe9 burned.".encode("latin-1")
    with pytest.raises(ArticleError) as error:
        decode(data, None, source="story.txt")
    message = str(error.value)
    assert "story.txt" in message
    assert "0xE9 at offset 19, line 2" in message
    assert "--encoding cp1252" in message


def test_a_bad_byte_behind_a_mark_is_counted_from_the_start_of_the_file() -> None:
    with pytest.raises(ArticleError, match=r"0xFF at offset 5, line 1"):
        decode(codecs.BOM_UTF8 + b"ab\xff", None, source="x")


@pytest.mark.parametrize(
    "encoding", ["klingon", "hex", "rot13", "", "utf\x008", "a" * 200, "ünï", "undefined"]
)
def test_an_unknown_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(ArticleError, match=r"^x: unknown encoding") as error:
        decode(b"text", encoding, source="x")
    assert "\n" not in str(error.value)


def test_data_that_do_not_fit_the_named_encoding_are_refused() -> None:
    with pytest.raises(
        ArticleError, match=r"x is not ASCII \(byte 0xC3 at offset 3, line 1\).*--encoding NAME"
    ):
        decode("caf\xe9".encode(), "ascii", source="x")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\x1f\x8b\x08....", "gzip"),
        (b"text with \x00 in it", "NUL"),
        (bytes(range(256)), "NUL"),
    ],
)
def test_binary_data_are_named(data: bytes, what: str) -> None:
    with pytest.raises(ArticleError, match=rf"^x is a binary file \(.*{what}.*\), not text$"):
        decode(data, None, source="x")


@given(
    st.binary(max_size=200),
    st.sampled_from([None, "utf-8", "utf-16", "utf-7", "idna", "punycode", "cp1252", "shift_jis"]),
)
def test_any_bytes_give_text_or_one_line(data: bytes, encoding: str | None) -> None:
    message = ""
    try:
        decode(data, encoding, source="odd\nname\x1b")
    except ArticleError as error:
        message = str(error)
    assert not message or "odd name␛" in message
    assert "\n" not in message

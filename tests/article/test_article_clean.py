from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import HiddenCharacter, clean, hidden_characters
from compare_tui.article.clean import HIDDEN_MARK, SURROGATE_MARK, normalize_newlines

HOSTILE = "\x00\x07\x08\x0b\x0c\r\n\t\x1b\x1f\x7f\x80\x85\x9b\x9f"
HOSTILE += "\xad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f"
HOSTILE += "\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufe0e\ufe0f\ufeff\ufff9\ufffb\ufdd0\uffff\ud800\udfff"
HOSTILE += "\U000e0001\U000e0041\U000e007f\U000e0100\U0010fffe"
HOSTILE += "👩❤\U0001f3fd🏳1#\u20e3aكم\u0915\u094d\u1820\u180b \u3000"

any_text = st.text(st.characters(exclude_categories=[])) | st.text(HOSTILE)


def is_dangerous(character: str) -> bool:
    """Whether a terminal could obey the character, or it turns the direction of text."""
    if character in "\n\t":
        return False
    bidi = unicodedata.bidirectional(character) in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    return (
        bidi
        or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or character in "\u200b\u200e\u200f\u061c\ufeff"
    )


@given(any_text)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(any_text)
def test_one_character_in_is_one_character_out(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text) - text.count("\r\n")


@given(any_text)
def test_nothing_dangerous_comes_out(text: str) -> None:
    assert not [character for character in clean(text) if is_dangerous(character)]


@given(any_text)
def test_a_cleaned_name_fits_one_line(text: str) -> None:
    name = clean(text, lines=False)
    assert "\n" not in name
    assert "\t" not in name
    assert len(name) == len(clean(text))


@given(
    st.text(
        st.characters(
            categories=["L", "Nd", "Po", "Ps", "Pe", "Sc", "Zs"],
            exclude_characters="\u115f\u1160\u3164\uffa0\ufffc",
        )
    )
)
def test_harmless_text_is_unchanged(text: str) -> None:
    assert clean(text) == text


@given(any_text)
def test_every_finding_points_at_its_mark(text: str) -> None:
    raw = normalize_newlines(text)
    cleaned = clean(raw)
    for finding in hidden_characters(raw, cleaned):
        assert ord(raw[finding.offset]) == finding.codepoint
        assert cleaned[finding.offset] != raw[finding.offset]
        assert cleaned[finding.offset] != "\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"
    assert clean(f"one{end}two", lines=False) == "one two"
    assert hidden_characters(normalize_newlines(f"one{end}two"), "one\ntwo") == ()


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("nul \x00 del \x7f", "nul ␀ del ␡"),
        ("c1 \x9b31m", f"c1 {HIDDEN_MARK}31m"),
        ("pay\u200bpal", f"pay{HIDDEN_MARK}pal"),
        ("evil\u202etxt.exe", f"evil{HIDDEN_MARK}txt.exe"),
        ("soft\xadhyphen", f"soft{HIDDEN_MARK}hyphen"),
        ("tag \U000e0041", f"tag {HIDDEN_MARK}"),
        ("half \ud83d", f"half {SURROGATE_MARK}"),
        ("a\ufe0fb", f"a{HIDDEN_MARK}b"),
        ("a\u200db", f"a{HIDDEN_MARK}b"),
    ],
)
def test_hidden_characters_become_visible(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@pytest.mark.parametrize(
    "text",
    [
        "tab\tstays",
        "exotic\xa0blanks\u2009stay\u3000too",
        "family 👩\u200d👩\u200d👧, kiss 👩\u200d❤\ufe0f\u200d💋\u200d👨, keycap 1\ufe0f\u20e3, wave 👋🏽",
        "می\u200cخواهم",
        "क्\u200dष",
        "⚠\ufe0f warning ☎\ufe0e",
    ],
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert clean(text) == text


@given(st.text("\r\na\x1b"))
def test_newlines_are_normalised_once_and_for_all(text: str) -> None:
    raw = normalize_newlines(text)
    assert len(raw) == len(clean(raw)) == len(clean(text))


def test_findings_tell_offset_and_code_point() -> None:
    raw = "ab\u202ec\x1bd"
    assert hidden_characters(raw, clean(raw)) == (HiddenCharacter(2, 0x202E), HiddenCharacter(4, 0x1B))

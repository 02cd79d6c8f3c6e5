from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import ArticleError, clean, hidden_characters, read_text
from compare_tui.article.clean import normalize_newlines
from compare_tui.article.hidden import hidden_name, hidden_places


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\xad", "U+00AD SOFT HYPHEN"),
        ("\x1b", "U+001B ESCAPE"),
        ("\x7f", "U+007F DELETE"),
        ("\x9b", "U+009B CONTROL CHARACTER"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\ud800", "U+D800 HALF A CHARACTER"),
        ("\uffff", "U+FFFF NO CHARACTER"),
    ],
)
def test_names(character: str, name: str) -> None:
    assert hidden_name(ord(character)) == name


def test_places_are_told_by_passage_and_character() -> None:
    article = read_text("One\u200b fe\u200brry\u202e sank.\n\nNobody\u200b was hurt.")
    places = [(place.passage, place.codepoint, len(place.offsets)) for place in hidden_places(article)]
    assert places == [(0, 0x200B, 2), (0, 0x202E, 1), (1, 0x200B, 1)]


@given(st.text())
def test_every_hidden_character_has_a_name_that_is_safe_and_a_place(text: str) -> None:
    normalized = normalize_newlines(text)
    for found in hidden_characters(normalized, clean(normalized)):
        name = hidden_name(found.codepoint)
        assert name.isascii()
        assert name.isprintable()
    try:
        article = read_text(text)
    except ArticleError:
        return
    places = hidden_places(article)
    assert sum(len(place.offsets) for place in places) == len(article.hidden)

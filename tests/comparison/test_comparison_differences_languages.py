"""Words, figures and quotations of other scripts are read as what they are."""

from __future__ import annotations

import pytest

from compare_tui.comparison.differences.quantities import find_quantities
from compare_tui.comparison.differences.quotations import find_quotations
from compare_tui.comparison.differences.tokens import tokenise


def test_words_of_hindi_keep_their_vowel_signs() -> None:
    assert [token.text for token in tokenise("किसानों ने खिड़कियाँ तोड़ीं।")] == [
        "किसानों",
        "ने",
        "खिड़कियाँ",
        "तोड़ीं",
        "।",
    ]


def test_chinese_and_japanese_are_read_by_character_katakana_by_word() -> None:
    assert [token.text for token in tokenise("出动120名消防员")] == [
        "出",
        "动",
        "120",
        "名",
        "消",
        "防",
        "员",
    ]
    assert [token.text for token in tokenise("ブレーキが故障")] == ["ブレーキ", "が", "故", "障"]
    assert [token.content for token in tokenise("火的")] == [True, False]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12\u202f000 visiteurs", 12000),
        ("1\u00a0200,5 Meter", 1200.5),
        ("事故造成２３人受伤", 23),
        ("过火面积达1.5万平方米", 15000),
        ("٤٨ مصابا", 48),
        ("५०,००० रुपये", 50000),
        ("4,5 Mrd. Euro", 4.5e9),
        ("3 тыс. метров", 3000),
        ("Rund 140 Feuerwehrleute kamen", 140),
    ],
)
def test_figures_are_read_in_any_script(text: str, value: float) -> None:
    (found,) = find_quantities(tokenise(text), (), not text.startswith("५"))
    assert (found.value, found.unit != "label") == (value, True)


@pytest.mark.parametrize("text", ["›Ja‹, sagte er.", "‚Ja‘, sagte er.", "»Ja«, sagte er.", "『Ja』と言った"])
def test_quotation_marks_of_other_languages(text: str) -> None:
    assert [text[found.start : found.end] for found in find_quotations(text)] == ["Ja"]

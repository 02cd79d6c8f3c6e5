"""What counts as the same word when passages are linked."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.comparison.proper_names import name_runs
from compare_tui.comparison.stop_words import EVERYDAY_WORDS, STOP_WORDS
from compare_tui.comparison.synonyms import FORMS, SYNONYMS
from compare_tui.comparison.words import character_grams, concept, content_stems, words


def stems(text: str) -> set[str]:
    return set(content_stems(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("forty-two", "42"),
        ("Forty two", "42nd"),
        ("4,812", "4812"),
        ("1.2bn", "1.2 billion"),
        ("three million", "3m"),
        ("two dozen", "24"),
        ("two hundred thousand", "200,000"),
        ("three and a half years", "42 months"),
        ("1.5 years", "18 months"),
        ("a million and a half", "a million and a half"),
    ],
)
def test_figures_count_by_their_value(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"), [("42", "43"), ("two", "three"), ("1.2bn", "1.2m"), ("4.5 years", "45 years")]
)
def test_other_figures_stay_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jailed", "imprisonment"),
        ("bought", "purchases"),
        ("lawyers", "attorney"),
        ("blaze", "fires"),
        ("planes", "aircraft"),
        ("fled", "escaping"),
        ("Inés", "Ines"),
        ("children", "kids"),
        ("stole", "theft"),
    ],
)
def test_words_for_one_thing_count_as_one(one: str, other: str) -> None:
    assert stems(one) == stems(other) != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("plan", "plane"), ("treaty", "treatment"), ("hung", "hunger"), ("general", "generous")],
)
def test_words_that_share_only_a_stem_stay_apart(one: str, other: str) -> None:
    assert stems(one).isdisjoint(stems(other))


def test_a_word_belongs_to_one_group_of_synonyms() -> None:
    groups = Counter(SYNONYMS.values())
    assert set(groups).isdisjoint(SYNONYMS)
    assert all(concept(word) == concept(first) for word, first in SYNONYMS.items())
    assert len(groups) > 300


def test_irregular_forms_belong_to_their_verb() -> None:
    assert all(concept(form) == concept(word) for form, word in FORMS.items())


def test_everyday_words_are_no_stop_words() -> None:
    assert EVERYDAY_WORDS.isdisjoint(STOP_WORDS)


def test_the_parts_of_a_hyphenated_word_count_one_by_one() -> None:
    assert [folded for _, folded in words("front-page news")] == ["front", "page", "news"]


def test_marks_that_change_a_letter_stay() -> None:
    assert [folded for _, folded in words("Крайний")] == ["крайний"]
    assert [folded for _, folded in words("Zoë Müller")] == ["zoe", "muller"]


def test_a_name_is_told_by_its_capital_inside_a_sentence() -> None:
    first = ["Ferry workers met Minister Ada Holm.", "Talks with the minister failed."]
    second = ["Ferry owners praised Holm."]
    (one, two), (three,) = name_runs([first, second])
    assert set(one) == {concept("ada"), concept("holm")}
    assert len(set(one.values())) == 1
    assert two == {}
    assert set(three) == {concept("holm")}


def test_a_title_with_a_full_stop_does_not_end_the_sentence() -> None:
    ((passage,),) = name_runs([["They thanked Mr. Quill."]])
    assert concept("quill") in passage


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for stem, (count, surface) in content_stems(text).items():
        assert stem
        assert surface
        assert count > 0
    assert sum(character_grams(text).values()) >= 1
    name_runs([[text], [text.title()]])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["9" * 40, "1e9", "million", "billion", "dozen", "²", "٣", "½", "-", "and a half"])
    )
)
def test_strange_figures_can_be_read(parts: list[str]) -> None:
    assert all("inf" not in stem and "nan" not in stem for stem in content_stems(" ".join(parts)))

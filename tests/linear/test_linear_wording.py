"""Numbers, sentences, names of keys, and what is said of any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.conftest import PAPER, WIRE, compare_ferries, make_article

from compare_tui.article import read_text
from compare_tui.comparison import compare
from compare_tui.linear.sentences import Told, article_line, difference_line, passage_lines, summary_line
from compare_tui.linear.wording import counted, key_spoken, sentence, words_spoken
from compare_tui.tui.actions import ACTIONS
from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.pairs import SIDES, Pairs


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("A 6", "linked to B 11", "", "2 differences"), "A 6, linked to B 11, 2 differences."),
        (("is it so?",), "Is it so?"),
        (("he said “no.”",), "He said “no.”"),
        (("a\nb\tc\x1b[2J",), "A b c␛[2J."),
        (("",), ""),
    ],
)
def test_a_sentence_begins_and_ends_as_one(parts: tuple[str, ...], said: str) -> None:
    assert sentence(*parts) == said


@given(st.lists(st.text()))
def test_no_sentence_drives_a_terminal(parts: list[str]) -> None:
    said = sentence(*parts)
    assert "\n" not in said
    assert all(character >= " " and not "\x7f" <= character <= "\x9f" for character in said)


def test_numbers_and_their_nouns() -> None:
    assert [counted(count, "link") for count in (0, 1, 2)] == ["0 links", "1 link", "2 links"]


def test_every_key_has_a_name_that_can_be_spoken() -> None:
    names = {key: key_spoken(key) for action in ACTIONS for key in action.keys}
    assert len(set(names.values())) == len(names)
    for name in names.values():
        assert name.replace(" ", "").isalnum(), name
    assert (names["G"], names["g"], names["]"]) == ("capital G", "g", "right bracket")
    assert key_spoken("§") == "section sign"


@pytest.mark.parametrize(
    ("text", "said"),
    [("Kabul", "Kabul"), ("...", "an ellipsis"), ("; -", "semicolon minus"), ("a\n b", "a b"), ("", "")],
)
def test_signs_alone_are_named(text: str, said: str) -> None:
    assert words_spoken(text) == said


def test_articles_and_findings_are_told_in_a_sentence_each() -> None:
    a, b = make_article("wire.txt", WIRE, date(2026, 3, 4)), make_article("paper.txt", PAPER)
    assert article_line(a, "a") == (
        "Article A: Ferry with 212 aboard catches fire off Tallinn, wire.txt, dated 4 March 2026, 8 passages."
    )
    pairs = Pairs(a, b, compare_ferries(a, b))
    assert summary_line(pairs, 1, 2, 7) == (
        "7 links, 9 differences, 6 of them major, 1 of style not told, 1 passage only in A, 2 only in B."
    )


def test_a_hidden_character_is_named() -> None:
    a, b = read_text("The fer\u200bry sank \u202eon Monday."), read_text("The ferry sank on Monday.")
    pairs = Pairs(a, b, compare(a, b))
    told = list(passage_lines(Told(at_passage(Focus(), pairs, "a", 0), pairs, ())))
    assert told[1] == a.passages[0].text
    assert (
        "2 hidden characters in this passage: U+200B zero width space, U+202E right-to-left override." in told
    )


WORDS = st.text(
    st.sampled_from("the ferry sank on 12 14 Monday Tuesday. \n\n\u202e\x1b\x07“”,") | st.characters()
)


@given(WORDS, WORDS)
def test_whatever_is_read_becomes_plain_lines(left: str, right: str) -> None:
    a, b = read_text(f"The ferry sank. {left}"), read_text(f"The ferry sank. {right}")
    pairs = Pairs(a, b, compare(a, b), style=True)
    for side in SIDES:
        for index in range(len(pairs.article(side).passages)):
            focus = at_passage(Focus(side=side), pairs, side, index)
            lines = list(passage_lines(Told(focus, pairs, ())))
            assert lines
            for line in lines:
                assert line == " ".join(line.split())
                assert all(c >= " " and not "\x7f" <= c <= "\x9f" for c in line)
    for index in range(len(pairs.differences)):
        assert difference_line(Told(Focus(), pairs, ()), index).startswith(f"Difference {index + 1} of ")

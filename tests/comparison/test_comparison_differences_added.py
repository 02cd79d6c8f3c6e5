"""What one of two statements adds: parts behind a comma, what somebody is, means and manner."""

from __future__ import annotations

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Link

Row = tuple[str, str | None, str | None]


def article(text: str) -> Article:
    return Article("test", "test", text, (Passage(1, 0, len(text), 1, "body", text),), "", "")


def rows(a: str, b: str, score: float = 0.8) -> set[Row]:
    link = Link(0, 0, score, "confident" if score >= 0.5 else "possible")
    return {
        (one.kind, one.a.text if one.a else None, one.b.text if one.b else None)
        for one in find_differences(article(a), article(b), [link])
    }


@pytest.mark.parametrize(
    ("a", "b", "added"),
    [
        (
            "The trawler Ingrid, which was hauling nets nearby, took 40 people from the barge on Friday.",
            "Forty people were taken from the barge by the trawler Ingrid, whose mate handed out blankets.",
            ["which was hauling nets nearby", "whose mate handed out blankets"],
        ),
        (
            "Ines Roth, 31, a plumber, told the inquest that the siren never sounded.",
            "Ines Roth, 31, told the inquest that the siren never sounded.",
            ["a plumber"],
        ),
        (
            "The inspectors had warned the brewery twice by telex of the rusty valve.",
            "The inspectors had warned the brewery twice of the rusty valve.",
            ["by telex"],
        ),
        (
            "Rangers closed the ridge and the pass for hikers without notice when snow began to fall.",
            "When snow began to fall, rangers closed the ridge and the pass for hikers.",
            ["without notice"],
        ),
    ],
)
def test_what_one_statement_adds_is_reported(a: str, b: str, added: list[str]) -> None:
    expected = {("omission", words, None) if words in a else ("omission", None, words) for words in added}
    assert expected <= rows(a, b)
    assert {(kind, y, x) for kind, x, y in expected} <= rows(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“We saw nothing,” said Ola Berg, who keeps bees on the island.",
            "“We saw nothing,” said Ola Berg, a beekeeper.",
        ),
        (
            "“We saw nothing,” said Ola Berg, a clockmaker.",
            "“We saw nothing,” said Ola Berg, who makes clocks.",
        ),
        (
            "Buses between Olm and Tarn stopped after a wall fell on the road.",
            "A fallen wall stopped the buses between Olm and Tarn.",
        ),
    ],
)
def test_what_the_other_says_in_words_of_its_own_is_no_omission(a: str, b: str) -> None:
    for one in (*rows(a, b), *rows(b, a)):
        assert one[0] != "omission", one


def test_two_figures_with_counterparts_make_a_weak_link_worth_searching() -> None:
    a = "The works would lose 310 of its 1,200 people, Dora Menk told the council, who had toured the halls."
    b = "About 300 jobs out of roughly 1,200 will go, a leaflet seen by this paper says."
    assert ("omission", "who had toured the halls", None) in rows(a, b, 0.16)
    b = "About 300 letters came in, a leaflet seen by this paper says."
    assert not any(one[0] == "omission" for one in rows(a, b, 0.16))


def test_a_weak_link_tells_of_names_and_figures_that_the_other_article_has_nowhere() -> None:
    a = "The cheese fair at Olm drew record crowds, a spokesman for the town said."
    b = "Crowds came to the fair, whose stalls were lent by Brauer and Sons, the brewery."
    assert ("omission", None, "whose stalls were lent by Brauer and Sons") in rows(a, b, 0.25)
    assert not any(one[0] == "omission" for one in rows(a, b, 0.17))


def test_a_sum_that_the_other_article_has_nowhere_is_missing_there() -> None:
    a = "Kells shares rose 6.4% to €31.20 while those of its rival Norden fell 3.7%."
    b = "Kells shares rose to €31.20 on Monday while those of Norden fell."
    missing = {one[1] for one in rows(a, b) if one[0] == "omission"}
    assert {"6.4%", "3.7%"} <= missing
    assert {one[2] for one in rows(b, a) if one[0] == "omission"} >= {"6.4%", "3.7%"}


def test_a_sum_with_its_sign_before_it_is_marked_whole() -> None:
    a = "Norden holders get €14 and a new share each, the board of Kells said."
    b = "Norden holders get a new share each, the board of Kells said."
    assert not any(one[1] == "14" for one in rows(a, b))


def test_a_count_that_the_other_article_has_nowhere() -> None:
    a = "Ida Holt, whose office runs the survey, said it had reached 190 hamlets, printed in Field Notes."
    b = "The survey had reached many hamlets, Ida Holt wrote in Field Notes, and would go on."
    assert ("omission", "190 hamlets", None) in rows(a, b)
    b = "The survey had reached 210 farms, Ida Holt wrote in Field Notes, and would go on."
    assert ("omission", "190 hamlets", None) not in rows(a, b)


def test_figures_glued_to_a_word_count_nothing() -> None:
    a = "The boat sank off Olm, and the owner of the ferry wept."
    b = "The boat sank off Olm, and the 31mowner wept."
    assert not any(one[0] == "omission" and one[2] and "31" in one[2] for one in rows(a, b))

"""Hours told in words, exchanges told from both ends, denials, spokesmen and shortened quotations."""

from __future__ import annotations

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.differences.time_reading import find_times
from compare_tui.comparison.differences.tokens import tokenise
from compare_tui.comparison.model import Link

Row = tuple[str, str, str | None, str | None]


def article(*texts: str) -> Article:
    """Return an article with one passage for each text."""
    passages = []
    start = 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number, start, start + len(text), number, "body", text))
        start += len(text) + 1
    return Article("test", texts[0][:30], "\n".join(texts), tuple(passages), "", "")


def found(a: str, *b: str) -> list[Row]:
    """Return what differs between A and the first passage of B, linked confidently; style left out."""
    return [
        (one.kind, one.severity, one.a.text if one.a else None, one.b.text if one.b else None)
        for one in find_differences(article(a), article(*b), [Link(0, 0, 0.8, "confident")])
        if one.severity != "style"
    ]


def mirrored(rows: list[Row]) -> list[Row]:
    """Return the same findings with the sides swapped."""
    return sorted(((kind, severity, b, a) for kind, severity, a, b in rows), key=str)


DIFFERING: list[tuple[str, str, Row]] = [
    ("The ship sailed from Arlen with 40 sailors aboard and sank in a storm.",
     "In a storm the ship, which had sailed from the harbour of Tolm, sank with 40 sailors.",
     ("place", "major", "Arlen", "Tolm")),
    ("The shop was robbed at 9.15am by two men.", "Two men robbed the shop just before four.",
     ("time", "major", "9.15am", "just before four")),
    ("The council will pay every tenant 900 euros in May.",
     "Every tenant may receive 900 euros from the council in May.",
     ("certainty", "major", "will pay", "may receive")),
    ("The club will sell the stadium to a Danish fund for 40 million euros.",
     "A Danish fund could buy the stadium from the club for 40 million euros.",
     ("certainty", "major", "will sell", "could buy")),
    ("At least 12 people were hurt when the ferry hit the pier.",
     "No one was hurt when the ferry hit the pier.",
     ("certainty", "major", "At least 12 people were hurt", "No one was hurt")),
    ("None of the 12 passengers were injured in the fall, the airline said.",
     "Two of the 12 passengers were injured in the fall, the airline said.",
     ("certainty", "major", "None of the 12 passengers were injured",
      "Two of the 12 passengers were injured")),
    ("Prime Minister Nils Aker said the bridge would stay shut.",
     "The bridge would stay shut, a spokesman for Nils Aker said.",
     ("attribution", "minor", "Prime Minister Nils Aker", "a spokesman for Nils Aker")),
    ("“We were glad that it began at noon, when the halls stood empty and dark,” said Rosa Blum.",
     "“We were glad that it began at noon,” Rosa Blum told reporters.",
     ("quote", "minor", "when the halls stood empty and dark", None)),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "row"), DIFFERING, ids=lambda value: str(value)[:24])
def test_a_differing_statement_is_reported_once(a: str, b: str, row: Row) -> None:
    rows = found(a, b)
    assert [one for one in rows if one[1] == "major" or one == row] == [row]
    assert mirrored(found(b, a)) == sorted(rows, key=str)


AGREEING = [
    ("The shop was robbed at 6.40am by two men.", "Two men robbed the shop shortly before seven."),
    ("The train left at 8.05am with 200 people aboard.",
     "The train left at about eight with 200 people aboard."),
    ("The club sold the stadium to a Danish fund for 40 million euros.",
     "A Danish fund bought the stadium from the club for 40 million euros."),
    ("The choir sang at 6pm and the bells rang at 7pm.",
     "The bells rang shortly after seven and the choir sang shortly before six."),
    ("None of the ministers resigned, and the vote was delayed.",
     "No minister resigned, and the vote was delayed."),
    ("The defence ministry said the bridge would stay shut.",
     "The bridge would stay shut, a spokesman for the defence ministry said."),
    ("“We were glad that it began at noon. Nobody expected such a crowd,” said Rosa Blum.",
     "“We were glad that it began at noon,” said Rosa Blum."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), AGREEING, ids=lambda value: str(value)[:24])
def test_what_can_be_the_same_is_not_reported(a: str, b: str) -> None:
    assert found(a, b) == []
    assert found(b, a) == []


def test_a_verb_and_its_opposite_about_one_side_stay_opposites() -> None:
    rows = found(
        "Arlen won the final against Tolm on Sunday.", "Arlen lost the final against Tolm on Sunday."
    )
    assert ("event", "major", "won", "lost") in rows


def test_places_that_both_articles_name_are_not_set_against_each_other() -> None:
    rows = found(
        "The ship sailed from Arlen with 40 sailors aboard and sank in a storm.",
        "In a storm the ship, which had sailed from the harbour of Tolm, sank with 40 sailors.",
        "It had called at Arlen before.",
    )
    assert [row for row in rows if row[0] == "place"] == []


def test_a_quotation_that_goes_on_in_another_passage_is_not_shorter() -> None:
    rows = found(
        "“We were glad that it began at noon, when the halls stood empty and dark,” said Rosa Blum.",
        "“We were glad that it began at noon,” Rosa Blum told reporters.",
        "“It began when the halls stood empty and dark,” she said.",
    )
    assert [row for row in rows if row[0] == "quote"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began shortly before seven.", ["shortly before seven"]),
        ("It began just after 9 on Sunday", ["just after 9"]),
        ("The train left at around eight.", ["eight"]),
        ("The gates closed at seven, he said.", ["seven"]),
        ("It ended just before seven fans came.", []),
        ("The toll stood at about 12.", []),
        ("He left soon after two of the guards.", []),
        ("It came just after 45.", []),
    ],
)
def test_a_plain_number_is_an_hour_only_where_the_words_around_it_say_so(
    text: str, expected: list[str]
) -> None:
    times = find_times(tokenise(text, (), 0))
    assert [text[time.start : time.end] for time in times if time.sort == "clock"] == expected

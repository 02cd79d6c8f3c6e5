"""What must hold for any text: no crash, exact spans, mirrored results, bounded work."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.model import Difference, Link

SENTENCES = (
    (
        "At least 12 people were killed and 34 injured when a train derailed near "
        "Halberg on Sunday, police said."
    ),
    "A train derailed near Halberg on Sunday, killing nine people, the fire brigade said.",
    "“The dam is completely safe and will be reopened in spring,” said mayor Ida Holm.",
    'Mayor Ida Holm said: "The dam is absolutely safe ... and will be reopened in autumn."',
    "Judge Mary Hall sentenced the 34-year-old banker Peter Orlin to seven years in prison.",
    "Peter Orlin, 36, a banker, was sentenced to five years in jail by Judge Ellen Crane.",
    "Oil prices rose 3 per cent to $71 a barrel on 3 May 2022.",
    "Oil fell by 3% to US$71 a barrel on May 4, 2022.",
    "BERLIN (AP) - The minister did not sign the agreement at 5pm.",
    "The minister, Anthony Bauer, signed the agreement at 17:40.",
    "Antony Bauer may sign it, officials said.",
    "1.2.3.4 7–5 $ % “ ” ’ … U.S. 2021-08-16 1,200,000 12 to 5 votes",
)

WORDS = [
    "the",
    "of",
    "and",
    "said",
    "not",
    "12",
    "34",
    "nine",
    "$5",
    "%",
    "per",
    "cent",
    "“",
    "”",
    '"',
    "'",
    "…",
    "...",
    ",",
    ".",
    "-",
    "–",
    "Monday",
    "May",
    "2021",
    "Paris",
    "Mr",
    "Biden",
    "Anna",
    "Ana",
    "killed",
    "injured",
    "U.S.",
    "5pm",
    "at",
    "least",
    "about",
    "half",
    "dozen",
    "1.2bn",
    "first",
    "third",
    "Russia’s",
    "€",
    "old",
    "aged",
    "year-old",
    "may",
    "will",
]
hostile = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.text(alphabet="0123456789.,:-–% \"'“”’$€abMT", max_size=80),
)
passages = st.lists(st.one_of(hostile, st.sampled_from(SENTENCES)), min_size=1, max_size=4)


def article(texts: list[str]) -> Article:
    """Return an article whose passages are separated by line feeds."""
    found: list[Passage] = []
    start = 0
    for number, text in enumerate(texts, start=1):
        found.append(Passage(number, start, start + len(text), number, "body", text))
        start += len(text) + 1
    return Article("test", "test", "\n".join(texts), tuple(found), "", "")


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[Article, Article, list[Link]]:
    a, b = article(draw(passages)), article(draw(passages))
    pairs = draw(
        st.lists(
            st.tuples(st.integers(0, len(a.passages) - 1), st.integers(0, len(b.passages) - 1)),
            unique=True,
            max_size=6,
        )
    )
    scores = draw(st.lists(st.sampled_from((0.3, 0.5, 0.8)), min_size=len(pairs), max_size=len(pairs)))
    links = [
        Link(i, j, score, "confident" if score > 0.4 else "possible")
        for (i, j), score in zip(pairs, scores, strict=True)
    ]
    return a, b, links


def mirrored_reason(reason: str) -> str:
    """Swap the names of the sides in a reason."""
    return " ".join(
        {"A": "B", "B": "A", "A,": "B,", "B,": "A,"}.get(word, word) for word in reason.split(" ")
    )


def content(difference: Difference, swap: bool = False) -> tuple[object, ...]:
    """Return what a difference says, independent of its place in the list."""
    spans = [(span.start, span.end, span.text) if span else None for span in (difference.a, difference.b)]
    link = (difference.link.a, difference.link.b)
    if swap:
        return difference.kind, difference.severity, link[::-1], spans[1], spans[0]
    return difference.kind, difference.severity, link, spans[0], spans[1]


@settings(max_examples=150, deadline=None)
@given(comparisons())
def test_every_difference_is_well_formed(case: tuple[Article, Article, list[Link]]) -> None:
    a, b, links = case
    for difference in find_differences(a, b, links):
        assert difference.link in links
        assert difference.a is not None or difference.b is not None
        assert difference.reason
        assert len(difference.reason) <= 60
        for side, span, index in ((a, difference.a, difference.link.a), (b, difference.b, difference.link.b)):
            if span is not None:
                passage = side.passages[index]
                assert span.text
                assert side.text[span.start : span.end] == span.text
                assert passage.start <= span.start < span.end <= passage.end


@settings(max_examples=150, deadline=None)
@given(comparisons())
def test_swapping_the_articles_swaps_the_sides(case: tuple[Article, Article, list[Link]]) -> None:
    a, b, links = case
    forward = find_differences(a, b, links)
    backward = find_differences(b, a, [replace(link, a=link.b, b=link.a) for link in links])
    assert sorted(map(repr, (content(found) for found in forward))) == sorted(
        map(repr, (content(found, swap=True) for found in backward))
    )


@pytest.mark.parametrize("one", range(len(SENTENCES)))
def test_the_mirrored_reason_names_the_other_side(one: int) -> None:
    for other in range(len(SENTENCES)):
        a, b, link = article([SENTENCES[one]]), article([SENTENCES[other]]), Link(0, 0, 0.9, "confident")
        forward = sorted(mirrored_reason(found.reason) for found in find_differences(a, b, [link]))
        backward = sorted(found.reason for found in find_differences(b, a, [link]))
        assert [sorted(reason.split()) for reason in forward] == [
            sorted(reason.split()) for reason in backward
        ]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert find_differences(article([text]), article([text]), [Link(0, 0, 1.0, "confident")]) == []


def test_the_result_is_in_reading_order() -> None:
    a, b = article(list(SENTENCES[0:10:2])), article(list(SENTENCES[1:10:2]))
    links = [Link(i, i, 0.8, "confident") for i in reversed(range(len(a.passages)))]
    found = find_differences(a, b, links)
    places = [item.a.start if item.a else a.passages[item.link.a].start for item in found]
    assert len(found) > 5
    assert places == sorted(places)


def test_links_that_point_outside_are_left_out() -> None:
    a, b = article([SENTENCES[0]]), article([SENTENCES[1]])
    assert find_differences(a, b, [Link(5, 0, 0.8, "confident"), Link(0, -1, 0.8, "confident")]) == []


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "1.1" * 60_000,
        "A " * 100_000,
        "“'\"" * 60_000,
        "Anna Ana, 34, said on Monday at 5pm that 12 to 5 " * 4_000,
        "U.S." * 50_000,
        "twenty-one hundred and " * 9_000,
        "-" * 200_000,
        "1,234,567.89 " * 15_000,
    ],
    ids=("word", "digits", "letters", "marks", "sentence", "initials", "number words", "dashes", "numbers"),
)
def test_hostile_passages_take_no_time(text: str) -> None:
    a, b = article([text]), article([text[1:] + " x"])
    begin = time.perf_counter()
    find_differences(a, b, [Link(0, 0, 0.5, "confident")])
    assert time.perf_counter() - begin < 3.0

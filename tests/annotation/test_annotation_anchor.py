from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare_tui.annotation import Anchor, locate, make_anchor
from compare_tui.annotation.anchor import clean_anchor
from compare_tui.article import Article, clean

PIECES = [
    *(
        "a",
        "b ",
        " ",
        "\n",
        "\n\n",
        "12",
        "people",
        "é",
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "🇨🇭",
        "👍🏽",
        "שלום",
    ),
    *("\u202e", "東京", "\u0915\u094d\u200d\u0937", "\r\n", "\t", "\x1b", "「", "ﬁ"),
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join).map(clean)


def article(text: str) -> Article:
    return Article(source="x", title="x", text=text, passages=(), sha256="", text_sha256="")


def test_an_anchor_holds_the_words_and_their_paragraph() -> None:
    text = article(
        "Headline\nPolice said on Sunday that at least 12 people were killed when a coach overturned.\nEnd"
    )
    start = text.text.index("at least")
    assert make_anchor(text, start, start + 30) == Anchor(
        exact="at least 12 people were killed",
        prefix="Police said on Sunday that ",
        suffix=" when a coach overturned.",
        start=start,
        end=start + 30,
    )


def test_context_is_at_most_32_characters() -> None:
    text = article("x" * 100 + "word" + "y" * 100)
    anchor = make_anchor(text, 100, 104)
    assert anchor.prefix == "x" * 32
    assert anchor.suffix == "y" * 32


def test_outer_blanks_do_not_belong_to_it() -> None:
    anchor = make_anchor(article("one  two \nthree"), 3, 10)
    assert (anchor.exact, anchor.start, anchor.end) == ("two", 5, 8)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 5), (-1, 2), (2, 1), (0, 99)])
def test_an_anchor_needs_words(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"words|stretch"):
        make_anchor(article("one  two"), start, end)


@settings(max_examples=300, deadline=None)
@given(texts, st.data())
def test_every_stretch_is_found_where_it_was_and_passes_as_clean(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(text[start:end].strip())
    source = article(text)
    anchor = make_anchor(source, start, end)
    assert source.text[anchor.start : anchor.end] == anchor.exact == text[start:end].strip()
    assert text[: anchor.start].endswith(anchor.prefix)
    assert text[anchor.end :].startswith(anchor.suffix)
    assert locate(source, anchor) == (anchor.start, anchor.end)
    assert clean_anchor(anchor) == anchor


@settings(max_examples=200, deadline=None)
@given(texts, st.text(alphabet="xyz\n", min_size=1, max_size=20), st.data())
def test_words_that_stand_once_are_found_after_an_insertion(text: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(text[start:end].strip())
    anchor = make_anchor(article(text), start, end)
    longer = new + text
    assume(longer.find(anchor.exact) == longer.rfind(anchor.exact))
    moved = anchor.start + len(new)
    assert locate(article(longer), anchor) == (moved, moved + len(anchor.exact))


def test_prefix_and_suffix_decide_among_several() -> None:
    old = article("In the north 12 people died.\nIn the south 12 people died.")
    start = old.text.rindex("12 people")
    anchor = make_anchor(old, start, start + 9)
    new = article("New first line.\n" + old.text)
    assert locate(new, anchor) == (start + 16, start + 25)


def test_the_edge_of_a_paragraph_decides_too() -> None:
    old = article("Twelve died here.\nLater, Twelve died here.")
    anchor = make_anchor(old, 0, 11)
    assert anchor.prefix == ""
    new = article("Intro, Twelve died here.\nTwelve died here.\nLater, Twelve died here.")
    assert locate(new, anchor) == (25, 36)


def test_one_side_of_the_context_decides_if_it_tells_enough() -> None:
    anchor = Anchor("12", prefix="police counted ", suffix=" victims", start=0, end=2)
    assert locate(article("On day 12 the police counted 12 dead."), anchor) == (29, 31)
    vague = Anchor("12", prefix="the ", suffix=" x", start=0, end=2)
    assert locate(article("On day 12 then the 12 dead."), vague) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing of the kind",
        "12 people 12 people",
        "x 12 people y and x 12 people y",
        "police: 12 people, and 12 people",
    ],
)
def test_lost_or_ambiguous_words_are_an_orphan(text: str) -> None:
    anchor = Anchor("12 people", prefix="x ", suffix=" y", start=500, end=509)
    assert locate(article(text), anchor) is None


@pytest.mark.parametrize(("start", "end"), [(-3, 6), (0, 3), (10**18, 10**18 + 9), (5, 2)])
def test_a_wrong_position_is_only_a_hint(start: int, end: int) -> None:
    anchor = Anchor("12 people", prefix="", suffix="", start=start, end=end)
    assert locate(article("Of 12 people"), anchor) == (3, 12)


def test_hostile_words_are_cleaned() -> None:
    anchor = clean_anchor(Anchor("a\x1b[31mb", "x\r\n", "\u202ey", 0, 1))
    for words in (anchor.exact, anchor.prefix, anchor.suffix):
        assert words == clean(words)

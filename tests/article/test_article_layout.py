from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article.layout import lay_out

PARAGRAPHS = [
    "Ferry services across the strait resumed on Thursday after a four-day strike by deck crews, the port"
    " authority said in a short notice. Passengers had queued since dawn. The first boat left at 6.40 a.m."
    " with about 300 people on board and arrived an hour late because of fog.",
    "The union called the agreement “a beginning, not an end” and said that talks with the operator would go"
    " on until the summer. Its chairwoman, Ana Petrova, told reporters that the crews had given up a bonus in"
    " return for longer breaks between night shifts.",
    "Shop owners on the island counted their losses.",
]


def blocks(text: str) -> list[str]:
    laid_out, found = lay_out(text)
    assert len(laid_out) == len(text)
    return [laid_out[block.start : block.end] for block in found]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 95, 120])
def test_paragraphs_wrapped_by_hand_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert blocks(wrapped) == PARAGRAPHS


@pytest.mark.parametrize("width", [62, 78, 82, 103])
def test_wrapped_paragraphs_without_blank_lines_end_at_short_lines(width: int) -> None:
    assert blocks("\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)) == PARAGRAPHS


def test_one_paragraph_a_line_stays_one_paragraph_a_line() -> None:
    assert blocks("\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_lines_of_similar_length_that_end_sentences_stay_apart() -> None:
    lines = [
        "The bridge was closed to lorries on Sunday evening.",
        "Drivers were sent over the northern pass instead.",
        "Repairs will take until the middle of next month.",
    ]
    assert blocks("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (
            "The minister arrived late on Tuesday evening and was met by the U.S.",
            "ambassador at the airport.",
        ),
        ("He had a long talk on the telephone with his Norwegian counterpart Kari", "Nordmann about fish."),
        ("A commission under the former chief of the general staff, retired Gen.", "Paul Ito, will report."),
        ("The ministry has said that it will not comment before the hearing on", "Monday."),
    ],
)
def test_a_wrap_inside_a_sentence_is_joined(upper: str, lower: str) -> None:
    assert blocks(f"{upper}\n{lower}") == [f"{upper} {lower}"]


def test_blanks_around_a_wrap_become_as_many_blanks() -> None:
    text = (
        "The harbour stayed closed all day because the wind had not died   \n  down by the evening, he said."
    )
    assert lay_out(text)[0] == text.replace("\n", " ")


def test_lines_that_stand_alone_are_kept() -> None:
    lines = [
        "Ferries sail again after strike",
        "By Ana Petrova",
        "16 August 2021",
        PARAGRAPHS[0],
        "Share this",
    ]
    assert blocks("\n".join(lines)) == lines


def test_addresses_and_verse_are_kept() -> None:
    lines = ["Harbour Office", "12 Quay Street", "Port Ellen"]
    text = "\n\n".join([PARAGRAPHS[0], "\n".join(lines), PARAGRAPHS[1]])
    assert blocks(text) == [PARAGRAPHS[0], *lines, PARAGRAPHS[1]]


def test_list_items_are_blocks_of_their_own_and_keep_their_hanging_lines() -> None:
    text = (
        "The deal in short:\n- longer breaks between shifts\n- no bonus this year, but a new\n"
        "  talk about it in May\n* two more crews\n1. one\n2. two"
    )
    assert blocks(text) == [
        "The deal in short:",
        "- longer breaks between shifts",
        "- no bonus this year, but a new   talk about it in May",
        "* two more crews",
        "1. one",
        "2. two",
    ]


def test_a_dash_wrapped_to_the_start_of_a_line_begins_no_item() -> None:
    text = (
        "The crews of the two older boats, who had voted against the strike in May\n"
        "– unlike those of the ferry – went to work as usual on all four days of it."
    )
    assert blocks(text) == [text.replace("\n", " ")]


def test_the_rest_of_a_cut_address_stays_with_it() -> None:
    address = "https://news.example.org/2021/08/16/ferries-sail-again-after-the-strike-of-the-deck-crews-a7"
    assert blocks(f"Original url:\n{address}\n4812") == ["Original url:", f"{address} 4812"]


def test_wrapped_lines_without_capitals_are_joined() -> None:
    sentence = (
        "港务局周四表示在甲板船员罢工四天之后横跨海峡的轮渡服务已"
        "经恢复旅客从清晨开始排队第一班船于早上六点四十分出发"
    )
    wrapped = "\n".join(textwrap.wrap(sentence, 20)) + "。"
    assert len(blocks(wrapped)) == 1


@given(st.text(st.sampled_from("ab Z.\n\t-1*\u3000ж中“”:/")))
def test_blocks_hold_everything_visible(text: str) -> None:
    laid_out, found = lay_out(text)
    assert len(laid_out) == len(text)
    position = 0
    for block in found:
        assert not laid_out[position : block.start].strip()
        inside = laid_out[block.start : block.end]
        assert inside
        assert inside == inside.strip()
        assert "\n" not in inside
        position = block.end
    assert not laid_out[position:].strip()


@given(st.text(st.sampled_from("ab Z.\n")))
def test_only_blanks_change(text: str) -> None:
    assert "".join(lay_out(text)[0].split()) == "".join(text.split())


@pytest.mark.parametrize("last", ["comment.", "share.", "save.", "print.", "email."])
def test_a_word_of_a_button_may_end_a_wrapped_sentence(last: str) -> None:
    wrapped = (
        "The merger needs the consent of both boards and of the regulator in Lund, and it\n"
        f"may be closed in the autumn. A spokeswoman for the larger bank would not\n{last}\n\nAll is well.\n"
    )
    assert blocks(wrapped)[0].endswith(f"would not {last}")

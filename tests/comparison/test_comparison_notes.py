"""What a comparison says of what it skipped."""

from __future__ import annotations

from compare_tui import compare, read_text
from compare_tui.report import comparison_data, linear_report


def test_nothing_is_said_where_nothing_was_skipped() -> None:
    assert compare(read_text("A ferry sank."), read_text("The ferry sank.")).notes == ()


def test_a_passage_too_long_for_details_is_named() -> None:
    long = "the harbour " * 400 + "closed"
    result = compare(read_text(f"A ferry sank.\n\n{long}"), read_text(long))
    assert result.notes == (
        "Passage A 2 has 4,806 characters: details were looked for in the first 4,000 only.",
        "Passage B 1 has 4,806 characters: details were looked for in the first 4,000 only.",
    )
    assert result.notes[0] in linear_report(result)
    assert comparison_data(result)["notes"] == list(result.notes)


def test_sentences_that_repeat_are_named() -> None:
    again = "\n\n".join(["The committee adjourned without a vote."] * 6)
    (note,) = compare(read_text(again), read_text(again)).notes
    assert note.startswith("1 sentence stands in both articles word for word, and more than 4 times in one")

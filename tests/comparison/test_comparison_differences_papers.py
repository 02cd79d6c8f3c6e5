"""What papers write in ways of their own: parties and states, dashes, titles cut short, words read out."""

from __future__ import annotations

from datetime import date

import pytest

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.differences.tokens import tokenise
from compare_tui.comparison.model import Link

Row = tuple[str, str, str | None, str | None]


def article(text: str) -> Article:
    return Article(
        "test", text[:30], text, (Passage(1, 0, len(text), 1, "body", text),), "", "", date=date(2024, 6, 8)
    )


def rows(a: str, b: str, style: bool = False) -> set[Row]:
    found = find_differences(article(a), article(b), [Link(0, 0, 0.8, "confident")])
    return {
        (one.kind, one.severity, one.a.text if one.a else None, one.b.text if one.b else None)
        for one in found
        if style or one.severity != "style"
    }


def kinds(a: str, b: str) -> set[str]:
    return {row[0] for row in rows(a, b)}


def test_a_party_and_a_state_behind_a_name_are_no_names() -> None:
    a = "Representative Ida Holt of Ohio lost the primary to Senator Carl Roe on Friday."
    b = "Rep. Ida Holt (D-Ohio) lost the primary to Sen. Carl Roe (D-Penn.) on Friday."
    assert "who" not in kinds(a, b)


def test_no_as_an_answer_denies_nothing_of_what_follows() -> None:
    a = "Holt said no and went on to win the primary against Roe."
    b = "Holt rejected the offer and went on to beat Roe in the primary."
    assert "certainty" not in kinds(a, b)
    assert "certainty" in kinds(
        "Holt did not win the primary against Roe.", "Holt won the primary against Roe."
    )


def test_a_democrat_and_the_democrats() -> None:
    a = "Holt wanted to bolster the Democrats and their majority in the chamber."
    b = "Holt ran for the chamber as a Democrat to bolster the majority."
    assert "who" not in kinds(a, b)
    # Surnames may differ by an s alone.
    a = "Mr. Robert opened the new harbour of Olm on Friday."
    b = "Mr. Roberts opened the new harbour of Olm on Friday."
    assert "who" in kinds(a, b)


def test_a_title_cut_short_is_the_same_word_in_a_quotation() -> None:
    a = "“Sen. Holt respects that but thinks the mill should be built elsewhere.”"
    b = "“Senator Holt respects that but thinks the mill should be built elsewhere.”"
    assert rows(a, b) == set()


@pytest.mark.parametrize("dash", ["--", "–", "—", "-", "---"])
def test_hyphens_that_stand_for_a_dash_part_a_sentence(dash: str) -> None:
    a = f"Holt was offered an unpaid seat {dash} in the council for foreign trade {dash} if she left."
    b = "Holt was offered an unpaid seat if she left."
    assert ("omission", "minor", "in the council for foreign trade", None) in rows(a, b)


def test_hyphens_between_figures_and_in_words_are_no_dash() -> None:
    norms = [token.norm for token in tokenise("They won 3 - 1 with a well-known team -- at home.")]
    assert norms == ["they", "won", "3", "-", "1", "with", "a", "well-known", "team", "—", "at", "home", "."]


def test_during_opens_a_phrase_and_no_clause() -> None:
    a = "The council's backing of the mill"
    b = "The council's backing of the mill during a speech on Friday night raised hopes for a case."
    assert not [row for row in rows(a, b) if row[3] and row[3].startswith("during") and "raised" in row[3]]


def test_a_statement_that_is_read_out_is_a_source() -> None:
    a = "“The charter protects the freedom of the press,” Holt's spokesman said."
    b = "“The charter protects the freedom of the press,” reads a statement from the office of Holt."
    found = rows(a, b)
    assert not [row for row in found if row[0] == "attribution" and None in row], found
    assert "attribution" not in kinds(
        "Holt read a poem at the fair in Olm.", "Holt recited a poem at the fair in Olm."
    )


def test_whoever_is_charged_with_a_crime_or_accused_of_it_is_alleged_to_have_done_it() -> None:
    a = "Piet Maas, 24, appeared in Lund court on Friday accused of murdering his neighbour Jan Holt."
    assert "certainty" not in kinds(
        a, "Piet Maas appeared in court on Friday charged with murdering his neighbour Jan Holt."
    )
    assert "certainty" in kinds(
        a, "Piet Maas appeared in court on Friday for murdering his neighbour Jan Holt in his sleep."
    )


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("The drill had cut far by midday on Friday.", "The drill had cut far by nightfall on Friday.", True),
        ("Shelling began before dawn on Friday.", "Shelling began at 3.10 a.m. on Friday.", False),
        ("Shelling began after dusk on Friday.", "Shelling began at 11 p.m. on Friday.", False),
        ("Shelling began before dawn on Friday.", "Shelling began at 2 p.m. on Friday.", True),
    ],
)  # fmt: skip
def test_turns_of_the_day_are_times(a: str, b: str, differ: bool) -> None:
    assert ("time" in kinds(a, b)) is differ
    assert "omission" not in kinds(a, b)


def test_a_toll_that_rose_counts_the_dead() -> None:
    a = "At least nine dead in a crush at a football ground in Olm"
    b = "The death toll from a crush at a football ground in the port of Olm rose to 11 overnight."
    assert any(row[0] == "number" and row[3] == "11" for row in rows(a, b))


def test_a_name_in_the_plural_is_no_other_spelling() -> None:
    a = "Each Ardent carries a bucket of 2,000 litres, the fire service said."
    b = "The Ardents carry buckets of 2,000 litres each, the fire service said."
    assert "who" not in kinds(a, b)
    assert "who" not in kinds(b, a)


def test_a_preposition_of_the_verb_opens_no_phrase() -> None:
    a = "Two heavy aircraft were called in on Friday to fight the fire above Olm."
    b = "Two heavy aircraft were called to fight the fire above Olm."
    assert any(row[0] == "omission" and (row[2] or "").startswith(("on", "Friday")) for row in rows(a, b))


def test_justice_is_nobody_unless_written_as_a_title() -> None:
    a = "Campaigners for justice said the prison in Olm was too large."
    b = "The Olm Government said its prison was too large."
    assert not any(row[2] == "justice" for row in rows(a, b))


@pytest.mark.parametrize(
    ("a", "b"), [("Aasen", "Berit Åsen"), ("Karl Mueller", "Karl Müller"), ("Bo Jørgensen", "Bo Joergensen")]
)
def test_a_letter_written_as_two_is_the_same_name(a: str, b: str) -> None:
    before = f"“We saw the glow from the mainland, and the roof was gone,” {a} said."
    after = f"“We saw the glow from the mainland, and the roof was gone,” {b} said."
    assert not [row for row in rows(before, after) if row[0] in ("who", "attribution") and row[1] == "major"]


def test_two_letters_more_without_a_mark_stay_another_spelling() -> None:
    a = "The mayor of Olm, Karl Bauer, opened the bridge on Friday."
    b = "The mayor of Olm, Karl Baur, opened the bridge on Friday."
    assert "who" in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (
            "It left the L214 at 5pm, four kilometres above Olm, and dropped 30 metres onto the rocks.",
            "At 17:00 it came off the L241, three kilometres from Olm, and fell 30 metres onto the rocks.",
            True,
        ),
        (
            "It left the L214 at 5pm, four kilometres above Olm, and dropped 30 metres onto the rocks.",
            "At 17:00 it came off the L 214, three kilometres from Olm, and fell 30 metres onto the rocks.",
            False,
        ),
        (
            "A BA912 to Oslo turned back at 5pm and dropped 30 metres onto the grass beside the runway.",
            "At 17:00 the A320 turned back and fell 30 metres onto the grass beside the runway.",
            False,
        ),
    ],
)
def test_the_only_codes_of_one_kind_face_each_other(a: str, b: str, differ: bool) -> None:
    found = [row for row in rows(a, b) if row[2] and row[3] and {row[2][:1], row[3][:1]} <= set("LBA")]
    assert bool(found) is differ, found


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (
            "Toland expelled Mark Arden, counsellor of the Embassy of Sarvia in Olm, on Friday.",
            "Mark Arden, 44, first secretary at the mission in Olm, was expelled by Toland on Friday.",
            True,
        ),
        ("Sergeant Ida Holt told the court of Olm.", "Inspector Ida Holt told the court of Olm.", True),
        (
            "Premier Ida Holt opened the bridge in Olm.",
            "Prime Minister Ida Holt opened the bridge in Olm.",
            False,
        ),
        ("Captain Ida Holt of the police told Olm.", "Ida Holt, who scored in Olm, told the police.", False),
    ],
)
def test_two_offices_of_one_person(a: str, b: str, differ: bool) -> None:
    found = [row for row in rows(a, b) if row[0] == "who" and row[2] and row[3]]
    assert bool(found) is differ, found

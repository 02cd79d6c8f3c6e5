from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from tests.review.people import annotate, read_articles, write_articles
from tests.tui.test_tui_look import THEMES

from compare_tui.annotation import Author
from compare_tui.review.panel import open_panel
from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import ColourTheme, contrast, load_themes
from compare_tui.tui.company import SEVERAL, Company, Letters, company_of, letter_role, person_role
from compare_tui.tui.look import GROUNDS, KIND_ATTRIBUTES, PERSON_COLOURS, Ground, Look


def company(folder: Path, hidden: tuple[str, ...] = ()) -> Company:
    articles = read_articles(folder)
    return company_of(open_panel([folder], articles), "ed", Letters(), hidden, articles)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Two people whose marks on A overlap in "12 people"."""
    write_articles(tmp_path)
    annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"))
    annotate(tmp_path, "tom", ("who", "12 people died", None))
    return tmp_path


def test_overlapping_marks_are_parted_into_those_of_one_and_of_several(desk: Path) -> None:
    a, _ = read_articles(desk)
    passage = a.passages[1]
    spans = company(desk).spans("a", 1, (passage.start, passage.end))
    assert [a.text[start:end] for start, end, _ in spans] == ["at least ", "12 people", " died"]
    assert [role for _, _, role in spans] == ["person:0", SEVERAL, "person:1"]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_letters_stand_beside_the_rows_that_the_marks_touch(desk: Path) -> None:
    a, _ = read_articles(desk)
    passage = a.passages[1]
    whole = (passage.start, passage.end)
    at = a.text.index("people died")
    shown = company(desk)
    own = (a.text.index("Sunday"), a.text.index("Sunday") + 6)
    assert shown.row_letters("a", 1, whole, whole, []) == [("M", "letter:0"), ("T", "letter:1")]
    assert shown.row_letters("a", 1, (at + 7, at + 11), whole, []) == [("T", "letter:1")]
    assert shown.row_letters("a", 1, (at + 12, passage.end), whole, [own]) == []


def test_who_is_turned_off_is_not_shown(desk: Path) -> None:
    shown = company(desk, ("mara",))
    assert shown.letters("a", 1) == [("T", "letter:1")]
    assert company(desk, ("mara", "tom")).margin == 0


def test_a_mark_on_a_whole_passage_is_told_by_its_letter_alone(tmp_path: Path) -> None:
    a, _ = write_articles(tmp_path)
    annotate(tmp_path, "mara", ("framing", a.passages[0].text, None))
    passage = a.passages[0]
    whole = (passage.start, passage.end)
    shown = company(tmp_path)
    assert shown.spans("a", 0, whole) == []
    assert shown.row_letters("a", 0, (whole[0], whole[0] + 8), whole, []) == [("M", "letter:0")]
    assert shown.row_letters("a", 0, (whole[0] + 8, whole[1]), whole, []) == []


def test_many_people_have_a_letter_each_and_a_row_says_that_there_are_more(tmp_path: Path) -> None:
    write_articles(tmp_path)
    for number in range(40):
        annotate(tmp_path, f"p{number:02}", ("number", "at least 12 people", None))
    a, _ = read_articles(tmp_path)
    shown = company(tmp_path)
    assert len({one.letter for one in shown.colleagues}) == 40
    passage = a.passages[1]
    whole = (passage.start, passage.end)
    letters = shown.row_letters("a", 1, whole, whole, [])
    assert len(letters) < shown.margin <= 6
    assert letters[-1][0] == "+"
    assert [role for _, _, role in shown.spans("a", 1, whole)] == [SEVERAL]


def test_letters_stay_while_people_come_and_go() -> None:
    letters = Letters()
    letters.give([Author("tom", "Tom")])
    letters.give([Author("anna", "Anna"), Author("tess", "Tess"), Author("tom", "Tom")])
    assert letters.by_id == {"tom": "T", "anna": "A", "tess": "E"}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_colour_of_every_person_can_be_read_on_every_ground(theme: ColourTheme, ground: Ground) -> None:
    look = Look(theme)
    colours = []
    for number in range(len(PERSON_COLOURS)):
        colour = look.style(person_role(number), ground).color
        assert colour is not None
        assert look.style(letter_role(number), ground).color == colour
        assert not look.style(letter_role(number), ground).underline
        colours.append(colour.name)
        assert contrast(colour.name, theme.colours[ground]) >= 4.5
    assert len(set(colours)) >= 6


@pytest.mark.parametrize("theme", load_themes(resource_folder("themes")).loaded, ids=lambda theme: theme.name)
def test_marks_of_people_look_like_no_kind_and_like_no_mark_of_ones_own_without_colour(
    theme: ColourTheme,
) -> None:
    look = Look(theme)
    one, several, own = (look.style(role) for role in (person_role(3), SEVERAL, "annotated"))
    assert one.overline
    assert several.overline
    assert several.underline2
    assert not one.underline2
    assert not own.overline
    for kind in KIND_ATTRIBUTES:
        assert not look.style(f"near:{kind}").overline

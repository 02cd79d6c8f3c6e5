"""Names that a passage means: behind a pronoun, and in full where the other article abbreviates."""

from compare_tui.comparison.alignment import Alignment, align
from compare_tui.comparison.meant_names import find_abbreviations
from compare_tui.comparison.scoring import PairScorer

_FULL = [
    "The Lowland Harbour Pilots Association rejected the offer.",
    "Rain fell on the parade all morning.",
    "Bakers in the old town sold out before noon.",
    "A new bridge opens to cyclists next year.",
]
_SHORT = [
    "Voters go to the polls in three weeks.",
    "LHPA members will not accept it.",
    "The library keeps its winter hours.",
    "Two schools share one headteacher.",
]


def _joined(a: list[str], b: list[str], place: tuple[int, int]) -> float:
    return PairScorer(a, b).word_evidence(*place).words


def test_an_abbreviation_stands_for_the_name_whose_initials_it_is_made_of() -> None:
    assert _joined(_FULL, _SHORT, (0, 1)) > 0.1
    other = [text.replace("LHPA", "LKPA") for text in _SHORT]
    assert _joined(_FULL, other, (0, 1)) == 0


def test_small_words_have_no_part_in_an_abbreviation() -> None:
    ((short, pattern),) = find_abbreviations(
        [["The C.F.H. met."], ["The Council for the Fisheries of Harl met."]]
    )
    assert short == "CFH"
    assert pattern.search("The Council for the Fisheries of Harl met.")
    assert not pattern.search("The Council met. Five Hills agreed.")


def test_words_of_a_headline_in_capitals_are_no_abbreviations() -> None:
    assert find_abbreviations([["FIRE AT SEA"], ["Forty people left the ship."]]) == []


def test_she_means_the_name_that_stands_before_her() -> None:
    a = ["Marta Oyelowo opened the new clinic.", "She praised the builders.", "The road stays closed."]
    b = ["Trains were late again.", "The builders were thanked by Oyelowo.", "A fair is planned."]
    nobody = ["The new clinic was opened.", *a[1:]]
    assert _joined(a, b, (1, 1)) > _joined(nobody, b, (1, 1))


def test_a_name_that_is_only_meant_is_told_as_such() -> None:
    a = ["Marta Oyelowo opened the new clinic.", "She praised the builders.", "The road stays closed."]
    b = ["Trains were late again.", "The builders were thanked by Oyelowo.", "A fair is planned."]
    (best,) = (one for one in Alignment(a, b).candidates("a", 1) if one.b == 1)
    assert "Oyelowo (she)" in [word for word, _ in best.shared]


def test_meant_names_are_mirrored() -> None:
    assert {(link.a, link.b) for link in align(_FULL, _SHORT)} == {
        (link.b, link.a) for link in align(_SHORT, _FULL)
    }

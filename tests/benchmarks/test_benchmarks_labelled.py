from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.labelled_pairs import LabelledPair, Tally, read_pair, tally_of

from compare_tui import Article, Difference, Link, Span
from compare_tui.comparison.model import Severity

A = "The ferry Sula sank off Orvik.\n\nNine people died, the owner said.\n"
B = "The ferry Sula went down near Orvík.\n\nTwelve  people died, the owner said.\n"
LABELS = """
links:
- {id: sinking, a: The ferry Sula sank, b: The ferry Sula went down, obvious: true}
- {id: dead, a: Nine people died, b: Twelve people died, obvious: false}
differences:
- {kind: number, a: Nine people, b: Twelve people, link: dead}
- {kind: wording, also: [event], a: sank, b: went down, link: sinking}
- {kind: style, a: Orvik, b: Orvík, link: sinking}
agreements:
- {a: the owner said, b: the owner said, link: dead}
false_friends:
- {a: The ferry Sula sank, b: Twelve people died}
"""


@pytest.fixture
def pair(tmp_path: Path) -> LabelledPair:
    for name, text in (("a.txt", A), ("b.txt", B), ("expected.yaml", LABELS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return read_pair(tmp_path)


def span(article: Article, words: str | None) -> Span | None:
    if words is None:
        return None
    start = article.text.index(words)
    return Span(start, start + len(words), words)


def tally(
    pair: LabelledPair, *found: tuple[str, int, str | None, str | None], severity: Severity = "major"
) -> Tally:
    links = pair.gold_links()
    differences = [
        Difference(
            kind,  # type: ignore[arg-type]
            severity,
            links[number],
            span(pair.a, a),
            span(pair.b, b),
            "",
        )
        for kind, number, a, b in found
    ]
    return tally_of([pair], [links], [differences])


def test_labels_become_links(pair: LabelledPair) -> None:
    assert [(link.a, link.b, link.strength) for link in pair.gold_links()] == [
        (0, 0, "confident"),
        (1, 1, "possible"),
    ]
    assert pair.obvious() == {(0, 0)}
    assert pair.false_friends() == {(0, 1)}
    assert pair.task().gold == {(0, 0), (1, 1)}


def test_nothing_found_is_nothing_found(pair: LabelledPair) -> None:
    counted = tally(pair)
    assert (counted.linked.total(), counted.found.total(), counted.links) == (3, 0, 2)
    assert (counted.agreements, counted.flagged, counted.unlabelled) == (1, 0, 0)


def test_a_difference_on_the_labelled_words_is_found(pair: LabelledPair) -> None:
    counted = tally(pair, ("number", 1, "Nine", "Twelve"))
    assert (counted.found.total(), counted.right_kind.total(), counted.unlabelled) == (1, 1, 0)


def test_another_kind_that_fits_is_right_and_any_other_is_wrong(pair: LabelledPair) -> None:
    assert tally(pair, ("event", 0, "sank", "went down")).right_kind.total() == 1
    wrong = tally(pair, ("time", 0, "sank", "went down"))
    assert (wrong.found.total(), wrong.right_kind.total()) == (1, 0)


def test_a_difference_elsewhere_has_no_label(pair: LabelledPair) -> None:
    counted = tally(pair, ("place", 0, "off", "near"))
    assert (counted.found.total(), counted.unlabelled) == (0, 1)


def test_a_flagged_agreement_is_counted_apart(pair: LabelledPair) -> None:
    counted = tally(pair, ("attribution", 1, "the owner", "the owner"))
    assert (counted.flagged, counted.unlabelled) == (1, 0)


def test_labels_of_passages_that_are_not_linked_do_not_count(pair: LabelledPair) -> None:
    counted = tally_of([pair], [[Link(0, 0, 0.6, "confident")]], [[]])
    assert dict(counted.linked) == {"wording": 1, "style": 1}
    assert counted.agreements == 0


def test_a_difference_of_style_meets_labels_of_style_alone(pair: LabelledPair) -> None:
    spelling = tally(pair, ("style", 0, "Orvik", "Orvík"), severity="style")
    assert (dict(spelling.right_kind), spelling.unlabelled) == ({"wording": 0, "number": 0, "style": 1}, 0)
    hidden = tally(pair, ("attribution", 1, "the owner", "the owner"), severity="style")
    assert (hidden.found.total(), hidden.flagged, hidden.unlabelled) == (0, 0, 0)

"""What colleagues have marked, as the screen shows it: a letter and a colour each, and their marks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase, ascii_uppercase, digits
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.annotation.model import Author
from compare_tui.tui.pairs import SIDES, Pairs, Side, difference_span
from compare_tui.tui.signs import signs
from compare_tui.tui.tagging import Placed, Range

if TYPE_CHECKING:
    from compare_tui.article.model import Article
    from compare_tui.review.panel import Panel, PanelAnnotation
    from compare_tui.review.verdicts import SignedReview
    from compare_tui.tui.focus import Focus
    from compare_tui.tui.parts import Part, RoleSpan

SEVERAL = "people"
"""Role of words that several people have marked."""

MOST_LETTERS = 4
"""Letters beside a row of text; where there are more people, a sign stands for the rest."""

_LETTERS = ascii_uppercase + ascii_lowercase + digits


class Colleague(NamedTuple):
    """Somebody whose notebook is open.

    Attributes:
        id: Id of the person.
        name: How the person is shown.
        letter: The person's letter.
        role: The role in which the letter is painted.
        mark_role: The role in which marks are painted.
        is_shown: Whether the marks are shown.
    """

    id: str
    name: str
    letter: str
    role: str
    mark_role: str
    is_shown: bool


class Stroke(NamedTuple):
    """A mark on one side.

    Attributes:
        start: Offset in ``Article.text``, in code points.
        end: Offset behind it.
        letter: Letter of who has made it.
        letter_role: Role in which the letter is painted.
        role: Role in which the marked words are painted.
    """

    start: int
    end: int
    letter: str
    letter_role: str
    role: str


class Here(NamedTuple):
    """An annotation of a colleague at a place.

    Attributes:
        colleague: Who has made it.
        annotation: The annotation, with what was said about it.
    """

    colleague: Colleague
    annotation: PanelAnnotation


class Company:
    """The colleagues whose notebooks are open; without any, nothing is shown."""

    def __init__(
        self,
        colleagues: Sequence[Colleague] = (),
        annotations: Iterable[PanelAnnotation] = (),
        articles: tuple[Article, Article] | None = None,
        talk: Mapping[str, Sequence[SignedReview]] | None = None,
        own_letter: str = "",
    ) -> None:
        """Sort marks by the passages that they touch.

        Args:
            colleagues: Those whose notebooks are open.
            annotations: What they have made.
            articles: The articles.
            talk: What was said about one's own annotations, by their ids.
            own_letter: The reader's own letter.
        """
        self.colleagues = tuple(colleagues)
        self.talk = talk or {}
        self.own_letter = own_letter
        by_id = {one.id: one for one in colleagues if one.is_shown}
        self._strokes: dict[Side, dict[int, list[Stroke]]] = {"a": {}, "b": {}}
        self._here: dict[Side, dict[int, list[Here]]] = {"a": {}, "b": {}}
        self._spans: dict[tuple[Side, int], list[RoleSpan]] = {}
        for annotation in annotations if articles is not None else ():
            colleague = by_id.get(annotation.author.id)
            if colleague is None or articles is None:
                continue
            for side, article, place in zip(SIDES, articles, annotation.places, strict=True):
                for passage in passages_of(article, place):
                    assert place is not None
                    stroke = Stroke(*place, colleague.letter, colleague.role, colleague.mark_role)
                    self._strokes[side].setdefault(passage, []).append(stroke)
                    self._here[side].setdefault(passage, []).append(Here(colleague, annotation))

    @property
    def margin(self) -> int:
        """How many cells the letters take beside the text; none where nobody is shown."""
        count = sum(one.is_shown for one in self.colleagues)
        return min(count + 1, MOST_LETTERS) + 1 if count else 0

    def touched(self, side: Side) -> Collection[int]:
        """Return the passages in which somebody has marked something."""
        return self._strokes[side].keys()

    def letters(self, side: Side, passage: int) -> list[Part]:
        """Return who has marked something in a passage, each once, in the order of the text."""
        strokes = sorted(self._strokes[side].get(passage, ()), key=lambda one: (one.start, one.letter))
        return list({one.letter: (one.letter, one.letter_role) for one in strokes}.values())

    def sign(self, side: Side, passage: int) -> Part | None:
        """Return the letter of who has marked something in a passage, a sign for several, None for nobody."""
        letters = self.letters(side, passage)
        return None if not letters else letters[0] if len(letters) == 1 else (signs().more, "strong")

    def here(self, side: Side, passage: int) -> Sequence[Here]:
        """Return what colleagues have marked in a passage, in the order of the text."""
        return self._here[side].get(passage, ())

    def spans(self, side: Side, passage: int, whole: Range) -> list[RoleSpan]:
        """Return what to underline in a passage, in order and without overlaps.

        Args:
            side: Which article.
            passage: Index of the passage.
            whole: Where it stands: a mark on all of it is told by its letter alone.
        """
        key = (side, passage)
        if key not in self._spans:
            strokes = [
                one
                for one in self._strokes[side].get(passage, ())
                if one.start > whole[0] or one.end < whole[1]
            ]
            self._spans[key] = _united(strokes)
        return self._spans[key]

    def row_letters(
        self, side: Side, passage: int, row: Range, whole: Range, own: Sequence[Range]
    ) -> list[Part]:
        """Return the letters beside a row: those whose marks touch it, in the order of the text.

        Args:
            side: Which article.
            passage: Index of the passage.
            row: Start and end of the row.
            whole: Start and end of the passage; a mark on all of it is told beside its first row.
            own: Where the reader's own marks stand.
        """
        strokes = [*self._strokes[side].get(passage, ())]
        strokes += [Stroke(*place, self.own_letter, "annotation", "annotated") for place in own]
        touching = [
            one
            for one in strokes
            if (row[0] == whole[0] if one.start <= whole[0] and one.end >= whole[1] else True)
            and one.start < row[1]
            and one.end > row[0]
        ]
        if all(one.role == "annotated" for one in touching):
            return []
        touching.sort(key=lambda one: (one.start, one.letter))
        parts = list({one.letter: (one.letter, one.letter_role) for one in touching}.values())
        room = self.margin - 1
        return parts if len(parts) <= room else [*parts[: room - 1], (signs().more, "strong")]


NOBODY = Company()
"""No colleague's notebook is open."""


def letter_role(number: int) -> str:
    """Return the role of a person's letter.

    Args:
        number: Counts the people from 0.
    """
    return f"letter:{number}"


def person_role(number: int) -> str:
    """Return the role of words that a person has marked.

    Args:
        number: Counts the people from 0; colours come again, letters do not.
    """
    return f"person:{number}"


@dataclass
class Letters:
    """Which letter and colour each person has; they stay while notebooks are opened and closed."""

    by_id: dict[str, str] = field(default_factory=dict)

    def give(self, people: Iterable[Author]) -> None:
        """Give letters to those who have none: that of the name where it is free, at last "?" for all."""
        for one in people:
            if one.id in self.by_id:
                continue
            wanted = [*one.name.upper(), *one.id.upper(), *_LETTERS]
            taken = set(self.by_id.values())
            free = (letter for letter in wanted if letter in _LETTERS and letter not in taken)
            self.by_id[one.id] = next(free, "?")

    def letter(self, person: str) -> str:
        """Return the letter of a person."""
        return self.by_id.get(person, "?")

    def role(self, person: str) -> str:
        """Return the role in which a person's letter is painted."""
        return letter_role(self.number(person))

    def number(self, person: str) -> int:
        """Return which of the people, counted from 0, somebody is."""
        return list(self.by_id).index(person) if person in self.by_id else 0


def company_of(
    panel: Panel, me: str, letters: Letters, hidden: Collection[str], articles: tuple[Article, Article]
) -> Company:
    """Return what colleagues have marked.

    Args:
        panel: The notebooks.
        me: Id of the reader.
        letters: The letters; those who have none get one.
        hidden: Ids of those whose marks are not shown.
        articles: The articles.
    """
    letters.give(one.author for one in panel.notebooks)
    colleagues = [
        Colleague(
            one.author.id,
            one.author.name,
            letters.letter(one.author.id),
            letters.role(one.author.id),
            person_role(letters.number(one.author.id)),
            one.author.id not in hidden,
        )
        for one in panel.notebooks
        if one.author.id != me
    ]
    talk = {
        one.annotation.id: one.reviews for one in panel.annotations if one.author.id == me and one.reviews
    }
    theirs = (one for one in panel.annotations if one.author.id != me)
    return Company(colleagues, theirs, articles, talk, letters.letter(me))


def colleagues_here(company: Company, focus: Focus, pairs: Pairs) -> list[Here]:
    """Return what colleagues have marked at the focused difference, or else in the passage."""
    here = company.here(focus.side, focus.passage(focus.side))
    if focus.difference is None:
        return list(here)
    spans = [difference_span(pairs.differences[focus.difference], side) for side in SIDES]
    return [
        one
        for one in here
        if any(
            span is not None and place is not None and place[0] < span.end and span.start < place[1]
            for span, place in zip(spans, one.annotation.places, strict=True)
        )
    ]


def passages_of(article: Article, place: Range | None) -> range:
    """Return the passages that a stretch of text touches."""
    if place is None or not article.passages or place[0] >= place[1]:
        return range(0)
    return range(article.passage_at(place[0]), article.passage_at(place[1] - 1) + 1)


def own_places(placed: Iterable[Placed], side: Side, whole: Range) -> list[Range]:
    """Return where one's own annotations stand in a passage."""
    places = (one.on(side) for one in placed)
    return [place for place in places if place is not None and place[0] < whole[1] and place[1] > whole[0]]


def _united(strokes: Sequence[Stroke]) -> list[RoleSpan]:
    """Return stretches without overlaps: in the role of the one who has marked it, or in that of several."""
    edges = sorted(
        [(one.start, 1, one) for one in strokes] + [(one.end, 0, one) for one in strokes],
        key=lambda edge: edge[:2],
    )
    spans: list[RoleSpan] = []
    open_roles: dict[tuple[str, str], int] = {}
    begun = 0
    for at, begins, stroke in edges:
        if open_roles and at > begun:
            role = next(iter(open_roles))[1] if len(open_roles) == 1 else SEVERAL
            if spans and spans[-1][1] == begun and spans[-1][2] == role:
                spans[-1] = (spans[-1][0], at, role)
            else:
                spans.append((begun, at, role))
        begun = at
        key = (stroke.letter, stroke.role)
        count = open_roles.get(key, 0) + (1 if begins else -1)
        if count:
            open_roles[key] = count
        else:
            open_roles.pop(key, None)
    return spans

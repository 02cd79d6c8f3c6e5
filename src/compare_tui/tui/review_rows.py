"""What the list of a review shows: its rows, its filters, and the talk about an annotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from compare_tui.review.panel import Panel, PanelAnnotation
from compare_tui.review.verdicts import changes_since, is_outdated, thread_rows
from compare_tui.tui.parts import Part, fit
from compare_tui.tui.plain import safe
from compare_tui.tui.signs import in_quotes, signs

PERSON_ROLES = ("annotation", "accent", "warning", "strong", "error")
"""Roles that tell people apart, beside their letters."""

VERDICTS = ("unreviewed", "accepted", "rejected", "needs work", "disputed", "outdated")
_PERSON_CELLS, _TAG_CELLS, _VERDICT_CELLS = 12, 13, 12


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which annotations are shown; None for all.

    Attributes:
        person: Id of who made them.
        tag: Their tag.
        verdict: What reviewers make of them.
    """

    person: str | None = None
    tag: str | None = None
    verdict: str | None = None

    def passes(self, one: PanelAnnotation) -> bool:
        """Tell whether an annotation is shown."""
        return (
            self.person in (None, one.author.id)
            and self.tag in (None, one.annotation.tag)
            and self.verdict in (None, one.state)
        )


def letters_of(panel: Panel) -> dict[str, str]:
    """Return a letter for each person, by id: that of the name where it is free."""
    letters: dict[str, str] = {}
    for one in panel.notebooks:
        wanted = [*one.author.name.upper(), *one.author.id.upper(), *ascii_uppercase]
        free = (letter for letter in wanted if letter.isalpha() and letter not in letters.values())
        letters[one.author.id] = next(free, "?")
    return letters


def role_of(panel: Panel, person: str) -> str:
    """Return the role in which a person's letter is painted."""
    people = [one.author.id for one in panel.notebooks]
    return PERSON_ROLES[people.index(person) % len(PERSON_ROLES)]


def words_of(one: PanelAnnotation) -> str:
    """Return the words an annotation stands on."""
    ends = (one.annotation.a, one.annotation.b)
    return f" {signs().linked} ".join(safe(end.exact) for end in ends if end is not None)


def column_heads(width: int) -> list[Part]:
    """Return the heads of the columns."""
    heads = (("  person", _PERSON_CELLS + 2), ("tag", _TAG_CELLS), ("verdict", _VERDICT_CELLS), ("words", 6))
    return [(fit(text, cells), "muted") for text, cells in heads]


def row_parts(one: PanelAnnotation, panel: Panel, letter: str, *, here: bool) -> list[Part]:
    """Return what a row says: person, tag, verdict, words."""
    role = "muted" if one.state == "accepted" else "warning" if one.state == "disputed" else "text"
    return [
        (signs().pointer + " " if here else "  ", "accent-strong"),
        (fit(f"{letter} {safe(one.author.name)}", _PERSON_CELLS), role_of(panel, one.author.id)),
        (fit(safe(one.annotation.tag), _TAG_CELLS), "annotation"),
        (fit(one.state, _VERDICT_CELLS), role),
        (words_of(one), "strong" if here else "text"),
    ]


def talk_lines(
    one: PanelAnnotation, same_place: Sequence[PanelAnnotation], panel: Panel, tags: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield what is said about an annotation, and what others made of the same place: text and role."""
    annotation, dot = one.annotation, signs().dot
    yield f"{annotation.relation} {dot} {annotation.severity} {dot} {annotation.status}", "muted"
    if annotation.note:
        yield in_quotes(safe(annotation.note)), "text"
    for row in thread_rows(one.reviews):
        review, author = row.signed.review, row.signed.author
        verdict = review.decision or "says"
        taken = " (taken back)" if review.taken_back else ""
        said = f": {safe(review.comment)}" if review.comment else ""
        yield "  " * row.depth + f"{safe(author.name)} {verdict}{taken}{said}", "strong"
        if review.of_rev is not None and is_outdated(review, annotation):
            changed = changes_since(annotation, review.of_rev, tags)
            what = ", ".join(
                safe(change.field)
                if change.old is None
                else f"{change.field} was {safe(change.old) or 'empty'}"
                for change in changed
            )
            yield "  " * row.depth + f"  outdated: {what}", "warning"
    for other in same_place:
        theirs = other.annotation
        told = f"{safe(theirs.tag)}, {theirs.relation}, {theirs.severity}: {words_of(other)}"
        yield f"same place, {safe(other.author.name)}: {told}", role_of(panel, other.author.id)

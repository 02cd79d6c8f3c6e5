"""What colleagues say of the place in focus, as lines of the inspector."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare_tui.tui.company import Company, Here, colleagues_here
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import Pairs
from compare_tui.tui.parts import Part, fit
from compare_tui.tui.plain import safe
from compare_tui.tui.signs import in_quotes, signs

if TYPE_CHECKING:
    from compare_tui.annotation.model import Annotation

_WORDS = 34
"""Cells for the words that an annotation stands on, at most."""


def here_parts(company: Company, focus: Focus, pairs: Pairs) -> Iterator[tuple[list[Part], bool]]:
    """Yield a line for each annotation of a colleague at the focused difference, or else in the passage.

    With each goes whether it is the one that the reader has gone to.

    Args:
        company: The colleagues.
        focus: Where the reader is.
        pairs: What is known of the passages.
    """
    for one in colleagues_here(company, focus, pairs):
        is_chosen = one.annotation.annotation.id == focus.annotation
        yield _here(one, is_chosen=is_chosen), is_chosen


def talk_parts(company: Company, annotation: Annotation) -> Iterator[list[Part]]:
    """Yield a line for each thing that was said about an annotation of one's own.

    Args:
        company: The colleagues.
        annotation: The annotation, as it is now.
    """
    said = company.talk.get(annotation.id)
    if not said:
        return
    from compare_tui.review.verdicts import is_outdated, thread_rows

    people = {one.id: one for one in company.colleagues}
    for row in thread_rows(said):
        review, author = row.signed.review, row.signed.author
        who = people.get(author.id)
        if who is not None and not who.is_shown:
            continue
        taken = " (taken back)" if review.taken_back else ""
        old = " (outdated)" if is_outdated(review, annotation) and not taken else ""
        yield [
            ("    " + "  " * row.depth, "text"),
            (f"{who.letter if who else company.own_letter} ", who.role if who else "annotation"),
            (f"{safe(author.name)} {review.decision or 'says'}{taken}{old}", "strong"),
            (f": {safe(review.comment)}" if review.comment else "", "text"),
        ]


def _here(one: Here, *, is_chosen: bool) -> list[Part]:
    annotation, dot = one.annotation.annotation, signs().dot
    words = [fit_words(end.exact) for end in (annotation.a, annotation.b) if end is not None]
    state = one.annotation.state
    return [
        (f"{signs().pointer if is_chosen else ' '} ", "accent-strong"),
        (f"{one.colleague.letter} ", one.colleague.role),
        (f"{safe(one.colleague.name)}  ", "text"),
        (safe(annotation.tag), "strong"),
        (f"  {annotation.relation} {dot} {annotation.severity}  ", "muted"),
        (f" {signs().linked} ".join(map(in_quotes, words)), "text"),
        (f"  {state}" if state != "unreviewed" else "", "warning" if state == "disputed" else "muted"),
        (f"  {safe(annotation.note)}" if annotation.note else "", "text"),
    ]


def fit_words(text: str) -> str:
    """Return words in one row, cut where they are many."""
    cleaned = safe(text)
    return cleaned if len(cleaned) <= _WORDS else fit(cleaned, _WORDS).rstrip()

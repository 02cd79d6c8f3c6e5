"""What the list of a review shows: its rows, its filters, who the people are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare_tui.review.panel import Panel, PanelAnnotation, Progress, progress_after
from compare_tui.review.reviewing import Reviewing
from compare_tui.tui.company import Letters
from compare_tui.tui.parts import Part, fit
from compare_tui.tui.plain import safe
from compare_tui.tui.review_filter import ReviewFilter
from compare_tui.tui.signs import signs

_TAG_CELLS, _VERDICT_CELLS, _WHERE_CELLS, _NAME_CELLS = 12, 11, 9, 16


def key_of(one: PanelAnnotation) -> str:
    """Return what tells an annotation from all others."""
    return f"{one.author.id} {one.annotation.id}"


def words_of(one: PanelAnnotation) -> str:
    """Return the words an annotation stands on."""
    ends = (one.annotation.a, one.annotation.b)
    return f" {signs().linked} ".join(safe(end.exact) for end in ends if end is not None)


def name_cells(panel: Panel) -> int:
    """Return how many cells the column of names takes, letters included."""
    return min(max((len(one.author.name) for one in panel.notebooks), default=6), _NAME_CELLS) + 4


def column_heads(panel: Panel) -> list[Part]:
    """Return the heads of the columns."""
    heads = (
        ("person", name_cells(panel)),
        ("tag", _TAG_CELLS),
        ("verdict", _VERDICT_CELLS),
        ("where", _WHERE_CELLS),
        ("words", 6),
    )
    return [("  ", "text"), *((fit(text, cells), "muted") for text, cells in heads)]


def row_parts(one: PanelAnnotation, panel: Panel, letters: Letters, *, here: bool) -> list[Part]:
    """Return what a row says: person, tag, verdict, words."""
    role = "muted" if one.state == "accepted" else "warning" if one.state == "disputed" else "text"
    return [
        (signs().pointer + " " if here else "  ", "accent-strong"),
        (f"{letters.letter(one.author.id)} ", letters.role(one.author.id)),
        (fit(safe(one.author.name), name_cells(panel) - 2), "strong" if here else "text"),
        (fit(safe(one.annotation.tag), _TAG_CELLS), "annotation"),
        (fit(one.state, _VERDICT_CELLS), role),
        (fit(_where(one, panel), _WHERE_CELLS), "muted"),
        (words_of(one), "strong" if here else "text"),
    ]


def _where(one: PanelAnnotation, panel: Panel) -> str:
    """Return the passages in which an annotation begins, such as "A4 B7"."""
    return " ".join(
        f"{name}{article.passages[article.passage_at(place[0])].number}"
        for name, article, place in zip("AB", (panel.a, panel.b), one.places, strict=True)
        if place is not None and article is not None and article.passages
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """What holds of all annotations of a review.

    Attributes:
        panel: The notebooks.
        filter: Which annotations are shown.
        shown: Those that pass it.
        progress: How far the reviewer is.
        counts: How many annotations each person has made, by id.
    """

    panel: Panel
    filter: ReviewFilter
    shown: Sequence[PanelAnnotation]
    progress: Progress
    counts: Mapping[str, int]


def summary_of(review: Reviewing, chosen: ReviewFilter, known: Summary | None = None) -> Summary:
    """Return what holds of all annotations.

    Args:
        review: The review.
        chosen: Which annotations are shown.
        known: What held of them before; where only verdicts have changed since, the rest is taken from it.
    """
    panel = review.panel
    before = known.panel.annotations if known else ()
    changed = [(old, new) for old, new in zip(before, panel.annotations, strict=False) if old is not new]
    shown: Sequence[PanelAnnotation] = panel.annotations
    if str(chosen):
        awaits = review.awaits if chosen.verdict == "unreviewed" else _never
        shown = [one for one in panel.annotations if chosen.passes(one, awaits=awaits(one))]
    if known and len(before) == len(panel.annotations) and all(old.mark == new.mark for old, new in changed):
        progress = progress_after(known.progress, changed, review.reviewer)
        return Summary(panel, chosen, shown, progress, known.counts)
    counts = Counter(one.author.id for one in panel.annotations)
    return Summary(panel, chosen, shown, panel.progress(review.reviewer), counts)


def _never(one: PanelAnnotation) -> bool:
    return False


def legend(panel: Panel, counts: Mapping[str, int], letters: Letters, reviewer: str) -> list[Part]:
    """Return who the people are, with how many annotations each has made."""
    parts: list[Part] = []
    for one in panel.notebooks:
        count = counts.get(one.author.id, 0)
        name = "you" if one.author.id == reviewer else safe(one.author.name)
        parts += [
            (f"{letters.letter(one.author.id)} ", letters.role(one.author.id)),
            (f"{name} ", "text"),
            (f"{count}   ", "muted"),
        ]
    return parts

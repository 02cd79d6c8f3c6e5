"""Corrections of links that stand on words which have changed: where they are proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare_tui.annotation.corrections import LinkCorrection
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.tui.focus import Focus
    from compare_tui.tui.pairs import Pairs


def passages_of(notebook: Notebook, pairs: Pairs, correction: LinkCorrection) -> tuple[int, int] | None:
    """Return the indices of the two passages of a correction; None where one of them is not found."""
    a, b = notebook.place_correction(correction)
    if a is None or b is None:
        return None
    return pairs.a.passage_at(a[0]), pairs.b.passage_at(b[0])


def moved_here(notebook: Notebook, pairs: Pairs, focus: Focus) -> list[LinkCorrection]:
    """Return the corrections that are proposed for the passage in focus, those of the link in focus first."""
    link = focus.link
    here: list[tuple[bool, LinkCorrection]] = []
    for one in moved(notebook):
        pair = passages_of(notebook, pairs, one)
        if pair is not None and pair[focus.side == "b"] == focus.passage(focus.side):
            here.append((link is None or pair != (link.a, link.b), one))
    return [one for _, one in sorted(here, key=lambda entry: entry[0])]


def moved(notebook: Notebook) -> Iterable[LinkCorrection]:
    """Return the corrections whose words have changed, with a place for them proposed."""
    return (one for one in notebook.corrections if notebook.correction_state(one) == "moved")

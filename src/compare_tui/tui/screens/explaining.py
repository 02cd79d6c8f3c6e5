"""Telling why a passage is linked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from compare_tui.tui.screens.speaking import Speaking

if TYPE_CHECKING:
    from compare_tui.article.model import Article
    from compare_tui.comparison.explaining import Explainer
    from compare_tui.comparison.model import Comparison
    from compare_tui.comparison.similarity import Similarity
    from compare_tui.tui.focus import Focus
    from compare_tui.tui.pairs import Side

Explain = Callable[[Callable[[float, str], None]], list[str]]
"""Makes an explanation, line by line; it is given what takes the progress."""


NOTES_TOLD = 2
"""Notes that are told by themselves; more would cover the text."""


def notes_told(notes: Sequence[str], key: str) -> list[str]:
    """Return what is told of what the comparison has skipped: a few notes, and where all of them stand.

    Args:
        notes: The notes of a comparison.
        key: The key that shows an explanation.
    """
    told = list(notes[:NOTES_TOLD])
    if len(notes) > NOTES_TOLD:
        told.append(f"{len(notes) - NOTES_TOLD:,} more notes on what was skipped: {key} shows them")
    return told


class Explaining(Speaking):
    """The part of reading that explains links."""

    a: Article
    b: Article
    comparison: Comparison | None
    focus_at: Focus
    similarity: Similarity | None = None
    _explainer: Explainer | None = None

    def show_explanation(self, explain: Explain) -> None:
        """Make an explanation and show it."""
        raise NotImplementedError

    def action_explain(self) -> None:
        """Tell why the passage under the cursor is linked."""
        side, index = self.focus_at.side, self.focus_at.passage(self.focus_at.side)
        if (self.a if side == "a" else self.b).passages:
            self.show_explanation(partial(self._explanation, side, index))

    def _explanation(self, side: Side, index: int, progress: Callable[[float, str], None]) -> list[str]:
        from compare_tui.comparison.explaining import Explainer
        from compare_tui.report.explanation import explanation_lines

        if self._explainer is None:
            self._explainer = Explainer(self.a, self.b, similarity=self.similarity, progress=progress)
        lines = explanation_lines(self._explainer.explain(side, index), self.a, self.b)
        notes = self.comparison.notes if self.comparison is not None else ()
        return [
            *lines,
            *(("", "Of the whole comparison:") if notes else ()),
            *(f"  {note}" for note in notes),
        ]

"""Opening colleagues' notebooks over the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.pairs import SIDES, Pairs
from compare_tui.tui.screens.annotating import Annotating
from compare_tui.tui.screens.asking import Asking

if TYPE_CHECKING:
    from compare_tui.article.model import Article
    from compare_tui.review.panel import PanelAnnotation
    from compare_tui.review.reviewing import Reviewing


class ReviewingPart(Annotating, Asking):
    """The part of the reading screen that reviews colleagues' annotations."""

    a: Article
    b: Article
    pairs: Pairs
    review: Reviewing | None = None

    def start_review(self, paths: Sequence[Path]) -> None:
        """Open the notebooks of others and list their annotations.

        Args:
            paths: Files and folders.
        """
        from compare_tui.review.reviewing import Reviewing

        self.review = Reviewing(self.notebook, paths, (self.a, self.b))
        self.call_after_refresh(self.action_review)

    def action_review(self) -> None:
        """List colleagues' annotations to judge them."""
        if self.review is None:
            self.say("no colleague's notebook is open: compare-tui review A B NOTEBOOK… opens some")
            return
        from compare_tui.tui.screens.review_list import ReviewList

        self.review.notebook = self.notebook
        self.review.renew()

        def answered(one: PanelAnnotation | None) -> None:
            if one is not None:
                self.show_focus(self._focus_on(one))

        self.app.push_screen(ReviewList(self.look, self.review, self.save_soon), answered)

    def _focus_on(self, one: PanelAnnotation) -> Focus:
        """Return the focus on the place of a colleague's annotation; where its words are gone, none other."""
        for side, place in zip(SIDES, one.places, strict=True):
            if place is not None:
                passage = self.pairs.article(side).passage_at(place[0])
                return replace(at_passage(self.focus_at, self.pairs, side, passage), difference=None)
        return self.focus_at

"""Colleagues' notebooks over the articles: their list, and judging what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.pairs import SIDES, Pairs
from compare_tui.tui.screens.accompanying import Accompanying
from compare_tui.tui.screens.asking import Asking

if TYPE_CHECKING:
    from compare_tui.review.panel import PanelAnnotation


class ReviewingPart(Accompanying, Asking):
    """The part of the reading screen that reviews colleagues' annotations."""

    pairs: Pairs

    def start_review(self, paths: Sequence[Path]) -> None:
        """Open the notebooks of others, show what they hold, and list it.

        Args:
            paths: Files and folders.
        """
        self.call_after_refresh(self._begin_review, paths)

    def _begin_review(self, paths: Sequence[Path]) -> None:
        self.accompany(paths, reveal=True)
        self.action_review()

    def action_review(self) -> None:
        """List colleagues' annotations to judge them."""
        self.once_revealed(self._list_review)

    def action_colleagues(self) -> None:
        """List colleagues' notebooks to open and close them, and to turn their marks on and off."""
        from compare_tui.tui.screens.colleagues import ColleaguesScreen

        self.app.push_screen(ColleaguesScreen(self.look, self, self.letters))

    def _list_review(self) -> None:
        from compare_tui.tui.screens.review_list import ReviewList

        review = self.opened_review()
        review.renew()

        def answered(one: PanelAnnotation | None) -> None:
            self.renew_company()
            if one is not None:
                self.show_focus(self._focus_on(one))

        self.app.push_screen(ReviewList(self.look, review, self.save_soon, self.letters), answered)

    def _focus_on(self, one: PanelAnnotation) -> Focus:
        """Return the focus on the place of a colleague's annotation; where its words are gone, none other."""
        for side, place in zip(SIDES, one.places, strict=True):
            if place is not None:
                passage = self.pairs.article(side).passage_at(place[0])
                there = at_passage(self.focus_at, self.pairs, side, passage)
                return there._replace(difference=None, annotation=one.annotation.id)
        return self.focus_at

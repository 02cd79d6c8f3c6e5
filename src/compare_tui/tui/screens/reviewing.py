"""Colleagues' notebooks over the articles: their list, and judging what they hold."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from compare_tui.tui.bindings import with_keys
from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.pairs import SIDES, Pairs
from compare_tui.tui.screens.accompanying import Accompanying
from compare_tui.tui.screens.asking import Asking
from compare_tui.tui.screens.comparing import FIRST_PAINT

if TYPE_CHECKING:
    from compare_tui.review.matching import Groups, Mark
    from compare_tui.review.panel import PanelAnnotation

    Group = Callable[[Sequence[Mark], Callable[[], bool]], Groups | None]

AT_ONCE = 100
"""Most annotations that are matched while a key waits: some hundredths of a second."""


class ReviewingPart(Accompanying, Asking):
    """The part of the reading screen that reviews colleagues' annotations."""

    pairs: Pairs
    group: Group | None = None
    """Finds which marks stand on one place, in another process; None leaves it to a thread."""
    is_covered = False
    """Whether the list of a review hides the articles."""
    _matching: Sequence[Mark] = ()

    @dataclass(repr=False, eq=False)
    class Matched(Message):
        """It is known which annotations of a review stand on one place.

        Attributes:
            marks: The marks that were matched.
            groups: What was found.
        """

        marks: Sequence[Mark]
        groups: Groups

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
        from compare_tui.tui.screens.review_keys import review_bindings
        from compare_tui.tui.screens.review_list import ReviewList

        review = self.opened_review()
        review.renew()
        # The articles are drawn anew once the list is closed, so that no verdict waits for it.
        self.is_covered = True

        def answered(one: PanelAnnotation | None) -> None:
            self.is_covered = False
            self.on_notebook_changed()
            if one is not None:
                self.show_focus(self._focus_on(one))

        listed = with_keys(ReviewList, review_bindings(key_map_of(self.app).review_actions()))
        self.app.push_screen(
            listed(self.look, review, self.save_soon, self.letters, self.match_places), answered
        )

    def match_places(self) -> None:
        """Match annotations by place: at once where they are few, else beside the screen."""
        review = self.opened_review()
        marks = review.marks()
        if len(marks) <= AT_ONCE:
            review.matched()
        elif marks != self._matching:
            self._matching = marks
            self._match_in_thread(marks)

    @work(thread=True, exclusive=True, exit_on_error=False, group="matching")
    def _match_in_thread(self, marks: Sequence[Mark]) -> None:
        from compare_tui.review.matching import group_marks

        worker = get_current_worker()
        # What is painted now is on its way to the terminal; a thread that computes would hold it up.
        time.sleep(FIRST_PAINT)
        groups = self.group(marks, lambda: not worker.is_cancelled) if self.group else group_marks(marks)
        if groups is not None and not worker.is_cancelled:
            self.post_message(self.Matched(marks, groups))

    @on(Matched)
    def _places_matched(self, message: Matched) -> None:
        from compare_tui.tui.screens.review_list import ReviewList

        self._matching = ()
        self.opened_review().take_groups(message.marks, message.groups)
        for screen in self.app.screen_stack:
            if isinstance(screen, ReviewList):
                screen.lay_out()

    def _focus_on(self, one: PanelAnnotation) -> Focus:
        """Return the focus on the place of a colleague's annotation; where its words are gone, none other."""
        for side, place in zip(SIDES, one.places, strict=True):
            if place is not None:
                passage = self.pairs.article(side).passage_at(place[0])
                there = at_passage(self.focus_at, self.pairs, side, passage)
                return there._replace(difference=None, annotation=one.annotation.id)
        return self.focus_at

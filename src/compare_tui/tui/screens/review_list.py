"""The list of a review: colleagues' annotations, verdicts on them, and the talk about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from compare_tui.article.wording import counted
from compare_tui.review.panel import PanelAnnotation
from compare_tui.review.reviewing import Reviewing
from compare_tui.review.verdicts import Decision
from compare_tui.tui.company import Letters
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.review_actions import REVIEW_ACTIONS
from compare_tui.tui.review_detail import detail_rows
from compare_tui.tui.review_filter import ReviewFilter
from compare_tui.tui.review_rows import (
    Summary,
    column_heads,
    key_of,
    legend,
    row_parts,
    summary_of,
)
from compare_tui.tui.screens.prompt import Prompt
from compare_tui.tui.screens.review_keys import (
    REVIEW_ACTS,
    SharedKeys,
    hint_lines,
    review_bindings,
    review_hints,
)
from compare_tui.tui.signs import signs

SIDE_PANEL = 104
"""From this many cells on, what is known of an annotation stands beside the list; below, under it."""

PANEL_SHARE = 0.42
"""Part of the width that the side panel takes."""

HINT_ROWS = 2
"""Rows that the keys take, at most."""


class ReviewList(SharedKeys[PanelAnnotation | None]):
    """Lists annotations of all; gives back the one whose place is to be shown, None for none."""

    WIDTH = 190
    BINDINGS: ClassVar[list[BindingType]] = review_bindings(REVIEW_ACTIONS)

    def __init__(
        self,
        look: Look,
        review: Reviewing,
        save: Callable[[], object],
        letters: Letters,
        match: Callable[[], None],
    ) -> None:
        """Make the list.

        Args:
            look: The styles.
            review: The review.
            save: Saves the reviewer's own notebook.
            letters: The letters of the people.
            match: Finds out which annotations stand on one place, at once or beside the screen; lays the list
                out anew when it is known.
        """
        super().__init__(look)
        self.review = review
        self._save = save
        self._letters, self._match = letters, match
        self.filter = ReviewFilter()
        self.at: str | None = None
        self._sure = False
        self._said = ""
        self._number = self._detail_top = 0
        self._list_rows: list[str] = []
        self._head = 0
        self._made: Summary | None = None
        self._move(1, first=True)

    @property
    def shown(self) -> Sequence[PanelAnnotation]:
        """The annotations that pass the filter."""
        return self._summary().shown

    def _summary(self) -> Summary:
        """Return what holds of all annotations, counted anew only where they or the filter changed."""
        made = self._made
        if made is None or made.panel is not self.review.panel or made.filter != self.filter:
            self._made = made = summary_of(self.review, self.filter, made)
        return made

    @property
    def chosen(self) -> PanelAnnotation | None:
        """The annotation that acts are about."""
        shown = self.shown
        return shown[self._number_in(shown)] if shown else None

    def _number_in(self, shown: Sequence[PanelAnnotation]) -> int:
        """Return which of those shown is chosen, the first where it is not among them."""
        near = self._number
        if not (near < len(shown) and key_of(shown[near]) == self.at):
            near = next((number for number, one in enumerate(shown) if key_of(one) == self.at), 0)
            self._number = near
        return near

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return progress, people, the annotations around the chosen one, and what is known of it."""
        panel, shown = self.review.panel, self.shown
        chosen = self.chosen
        self._letters.give(one.author for one in panel.notebooks)
        is_beside = width >= SIDE_PANEL
        side = round(width * PANEL_SHARE) if is_beside else 0
        list_width = width - side - 3 if is_beside else width
        head = self._head_rows(len(shown), list_width)
        foot: list[list[Part]] = [[], *self._foot(width)]
        room = height - len(head) - len(foot)
        detail = self._detail(chosen, side if is_beside else width)
        notices: list[list[Part]] = [
            [(line, "warning")]
            for notice in self.review.notices
            for line in wrapped_lines(safe(notice), list_width)
        ][: max(room // 3, 1)]
        if is_beside:
            body = self._body(shown, chosen, max(room - len(notices) - bool(notices), 1), list_width)
            body += [[]] * (room - len(body) - len(notices))
            left = [*head, *body, *notices]
            right = self._window(detail, len(left))
            rule: Part = (f" {signs().column} ", "faint")
            right += [[]] * (len(left) - len(right))
            joined = [
                [*fit_parts(one, list_width), rule, *other] for one, other in zip(left, right, strict=True)
            ]
            return [*joined, *foot]
        below = self._window([*detail, *notices], max(room * 3 // 5 - 1, 1))
        body = self._body(shown, chosen, max(room - len(below) - 1, 1), width)
        return [*head, *body, [], *below, *foot]

    def _head_rows(self, count: int, width: int) -> list[list[Part]]:
        panel = self.review.panel
        title: list[Part] = [
            ("Review  ", "accent-strong"),
            (str(self._summary().progress), "strong"),
            (f"   {str(self.filter) or 'all'}: {count} of {len(panel.annotations)}", "muted"),
        ]
        counts = self._summary().counts
        people = fit_parts(legend(panel, counts, self._letters, self.review.reviewer), width)
        rows = [title, people, [], column_heads(panel)]
        self._head = len(rows) + 1
        return rows

    def _body(
        self, shown: Sequence[PanelAnnotation], chosen: PanelAnnotation | None, room: int, width: int
    ) -> list[list[Part]]:
        """Return the rows of the list around the chosen one."""
        at = self._number_in(shown)
        first = max(0, min(at - room // 2, len(shown) - room))
        seen = shown[first : first + room]
        self._list_rows = [key_of(one) for one in seen]
        panel = self.review.panel
        return [
            fit_parts(row_parts(one, panel, self._letters, here=one is chosen), width) for one in seen
        ] or [[("  No annotation passes the filters.", "muted")]]

    def _detail(self, chosen: PanelAnnotation | None, width: int) -> list[list[Part]]:
        if chosen is None:
            return []
        review = self.review
        tags = [tag.name for tag in review.notebook.tag_set.tags]
        same_place = review.same_place(chosen) if self._is_matched() else None
        return detail_rows(chosen, same_place, review.panel, self._letters, tags, width)

    def _key(self, name: str) -> str:
        """Return how the key of an action is shown, wherever it was moved: here or over the articles."""
        key_map, id_ = key_map_of(self.app), f"review_{name}"
        if id_ not in REVIEW_ACTS:
            return self.shared_key(name, "?")
        own = key_map.first(id_)
        shared = next((one for one, act in self.ACTS.items() if act == REVIEW_ACTS[id_]), None)
        return own if shared is None or key_map.is_moved(id_) else self.shared_key(shared, own)

    def _is_matched(self) -> bool:
        """Tell whether it is known which annotations stand on one place; else let it be found out."""
        if not self.review.is_matched:
            self._match()
        return self.review.is_matched

    def _window(self, rows: list[list[Part]], room: int) -> list[list[Part]]:
        """Return the rows of what is said that are seen."""
        self._detail_top = max(0, min(self._detail_top, len(rows) - room))
        seen = rows[self._detail_top : self._detail_top + room]
        if self._detail_top + room < len(rows) and seen:
            hidden = len(rows) - self._detail_top - room + 1
            seen[-1] = [(f"{signs().down} {hidden} more: {self._key('more')}", "muted")]
        return seen

    def _foot(self, width: int) -> list[list[Part]]:
        """Return what was done last, else the keys in effect, those that matter most first."""
        if self._said:
            return [[(self._said, "accent")]]
        hints = review_hints(self._key)
        return [line for _, line in zip(range(HINT_ROWS), hint_lines(hints, width), strict=False)]

    def action_step(self, step: int) -> None:
        """Go to another annotation."""
        shown = self.shown
        if shown:
            self._go(shown, max(0, min(self._number_in(shown) + step, len(shown) - 1)))
        self._show()

    def action_unreviewed(self, step: int) -> None:
        """Go to another annotation that has no verdict of mine."""
        self._show("" if self._move(step) else "everything shown is reviewed")

    def action_scroll_detail(self, step: int) -> None:
        """Show other rows of what is said."""
        self._detail_top += step
        self.lay_out()

    def action_judge(self, decision: Decision) -> None:
        """Give a verdict and go on to the next unreviewed annotation."""
        self._judge(decision, "")

    def action_comment(self, decision: str) -> None:
        """Ask for a comment, then give a verdict or a reply with it."""
        chosen = self.chosen
        if chosen is None or self._refused(bool(decision)):
            return

        def answered(text: str | None) -> None:
            if text is not None and text.strip():
                self._judge("needs-work" if decision else None, text)
            elif text is not None:
                self._show("a comment is needed")

        self.app.push_screen(Prompt(self.look, "Needs work:" if decision else "Reply:"), answered)

    def action_take_back(self) -> None:
        """Take my last verdict back."""
        if self._refused(False):
            return
        taken = self.review.take_back()
        if taken is None:
            self._show("there is no verdict to take back")
            return
        self.at = next(
            (key_of(one) for one in self.review.panel.annotations if one.annotation.id == taken.of), self.at
        )
        self._save()
        self._show(f"{taken.decision} taken back")

    def action_identical(self) -> None:
        """Accept what every annotator has alike, once it is confirmed by the same key."""
        if not self._is_matched():
            self._show("what all have alike is still being looked for")
            return
        alike = self.review.identical()
        if not alike or self._refused(False):
            self._show("nothing unreviewed is alike in every notebook" if not alike else self._said)
            return
        count = counted(len(alike), "annotation")
        if not self._sure:
            self._show(f"{count} alike in every notebook: {self._key('identical')} again accepts them")
            self._sure = True
            return
        self.review.judge(alike, "accept")
        self._save()
        self._show(f"{count} accepted {signs().dot} {self._key('undo')} takes it back")

    def action_undo(self) -> None:
        """Take my last act back."""
        self._step_history(self.review.notebook.undo(), "undone")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._step_history(self.review.notebook.redo(), "done again")

    def action_filter(self, name: str) -> None:
        """Show the annotations of the next person, tag or verdict only; all behind the last."""
        self.filter = self.filter.following(name, self.review.panel.annotations)
        self._show()

    def action_only(self, verdict: str) -> None:
        """Show what is unreviewed, or disputed, only; all where it is shown so already."""
        self.filter = self.filter.only(verdict)
        self._show()

    def action_all(self) -> None:
        """Show all annotations."""
        self.filter = ReviewFilter()
        self._show()

    def action_agreement(self) -> None:
        """Show the figures of agreement."""
        from compare_tui.tui.screens.agreement import AgreementScreen

        self.app.push_screen(AgreementScreen(self.look, self.review.panel))

    def action_show(self) -> None:
        """Go to the place of the annotation."""
        self.dismiss(self.chosen)

    def on_click(self, event: events.Click) -> None:
        """Choose the annotation under the pointer; a second click shows its place."""
        at = event.screen_y - self.sheet.region.y - self._head
        if 0 <= at < len(self._list_rows) and self.is_current:
            self._detail_top, self.at = 0, self._list_rows[at]
            if event.chain > 1:
                self.action_show()
            else:
                self._show()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go to the next annotation."""
        self.action_step(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go to the previous annotation."""
        self.action_step(-1)

    def _judge(self, decision: Decision | None, comment: str) -> None:
        shown, chosen = self.shown, self.chosen
        if chosen is None or self._refused(decision is not None):
            return
        self.at = key_of(chosen)
        reply = self.review.last_said_to(chosen) if decision is None else ""
        self.review.judge([chosen], decision, comment, reply)
        self._save()
        if decision is not None:
            self._move_in(shown, 1)
        told = "reply" if decision is None else decision
        self._show(f"{told} {signs().dot} {self._key('undo')} undoes it")

    def _step_history(self, what: str | None, done: str) -> None:
        self.review.renew()
        if what is not None:
            self._save()
        self._show(f"{what} {done}" if what is not None else "there is nothing left")

    def _refused(self, verdict: bool) -> bool:
        """Tell whether nothing can be said, and say why."""
        reason = self.review.notebook.read_only
        chosen = self.chosen
        if reason is None and verdict and chosen is not None and chosen.author.id == self.review.reviewer:
            reason = f"this annotation is your own: {self._key('reply')} replies"
        if reason is not None:
            self._show(reason)
        return reason is not None

    def _move(self, step: int, *, first: bool = False) -> bool:
        """Go to the next annotation without a verdict of mine, round the end; tell whether there is one."""
        return self._move_in(self.shown, step, first=first)

    def _move_in(self, shown: Sequence[PanelAnnotation], step: int, *, first: bool = False) -> bool:
        """Likewise, among annotations that may have been listed before the chosen one was judged."""
        start = self._number_in(shown) + (0 if first else step)
        number = self.review.next_awaiting(shown, start, step)
        if number is not None:
            self._go(shown, number)
        return number is not None

    def _go(self, shown: Sequence[PanelAnnotation], number: int) -> None:
        self.at, self._number, self._detail_top = key_of(shown[number]), number, 0

    def _show(self, said: str = "") -> None:
        self._said, self._sure = said, False
        self.lay_out()

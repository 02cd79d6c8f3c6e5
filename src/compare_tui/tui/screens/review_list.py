"""The list of a review: colleagues' annotations, verdicts on them, and the talk about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from compare_tui.article.wording import counted
from compare_tui.review.panel import PanelAnnotation
from compare_tui.review.reviewing import Reviewing
from compare_tui.review.verdicts import Decision
from compare_tui.tui.filtering import following_or_all
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.plain import safe
from compare_tui.tui.review_rows import (
    VERDICTS,
    ReviewFilter,
    column_heads,
    letters_of,
    row_parts,
    talk_lines,
)
from compare_tui.tui.screens.dialog import Dialog
from compare_tui.tui.screens.prompt import Prompt
from compare_tui.tui.signs import signs

TALK_SHARE = 2
"""The talk takes one of so many parts of the rows, at most."""


class ReviewList(Dialog[PanelAnnotation | None]):
    """Lists annotations of all; gives back the one whose place is to be shown, None for none."""

    WIDTH = 140
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", "next annotation", show=False),
        Binding("k,up", "step(-1)", "previous annotation", show=False),
        Binding("right_square_bracket", "unreviewed(1)", "next unreviewed", show=False),
        Binding("left_square_bracket", "unreviewed(-1)", "previous unreviewed", show=False),
        Binding("a", "judge('accept')", "accept", show=False),
        Binding("x", "judge('reject')", "reject", show=False),
        Binding("w", "comment('needs-work')", "needs work, with a comment", show=False),
        Binding("r", "comment('')", "reply", show=False),
        Binding("backspace", "take_back", "take the last verdict back", show=False),
        Binding("I", "identical", "accept what all have alike", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("ctrl+r", "redo", "redo", show=False),
        Binding("p", "filter('person')", "one person only", show=False),
        Binding("t", "filter('tag')", "one tag only", show=False),
        Binding("v", "filter('verdict')", "one verdict only", show=False),
        Binding("g", "agreement", "agreement in numbers", show=False),
        Binding("enter", "show", "show the place in the articles", show=False),
        Binding("end,G", "step(1000000)", "last annotation", show=False),
        Binding("home", "step(-1000000)", "first annotation", show=False),
        Binding("q,escape", "dismiss", "close", show=False),
    ]

    def __init__(self, look: Look, review: Reviewing, save: Callable[[], object]) -> None:
        """Make the list.

        Args:
            look: The styles.
            review: The review.
            save: Saves the reviewer's own notebook.
        """
        super().__init__(look)
        self.review = review
        self._save = save
        self.filter = ReviewFilter()
        self.at: str | None = None
        self._sure = False
        self._said = ""
        self._move(1, first=True)

    @property
    def shown(self) -> list[PanelAnnotation]:
        """The annotations that pass the filter."""
        return [one for one in self.review.panel.annotations if self.filter.passes(one)]

    @property
    def chosen(self) -> PanelAnnotation | None:
        """The annotation that acts are about."""
        shown = self.shown
        return next((one for one in shown if self._key(one) == self.at), shown[0] if shown else None)

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return progress, filters, the annotations around the chosen one, and the talk about it."""
        panel, shown, chosen = self.review.panel, self.shown, self.chosen
        letters = letters_of(panel)
        chosen_by = " ".join(
            f"{name}={safe(value)}"
            for name in ("person", "tag", "verdict")
            if (value := getattr(self.filter, name)) is not None
        )
        head: list[list[Part]] = [
            [
                ("Review  ", "accent-strong"),
                (str(panel.progress(self.review.reviewer)), "strong"),
                (f"   {chosen_by or 'all'}: {len(shown)} of {len(panel.annotations)}", "muted"),
            ],
            column_heads(width),
        ]
        talk: list[list[Part]] = []
        if chosen is not None:
            tags = [tag.name for tag in self.review.notebook.tag_set.tags]
            talk = [
                [(text, role)]
                for text, role in talk_lines(chosen, self.review.same_place(chosen), panel, tags)
            ]
        talk += [[(safe(notice), "warning")] for notice in self.review.notices]
        talk = talk[: max(height // TALK_SHARE - 2, 1)]
        room = max(height - len(head) - len(talk) - 4, 1)
        at = shown.index(chosen) if chosen is not None else 0
        first = max(0, min(at - room // 2, len(shown) - room))
        body = [
            row_parts(one, panel, letters[one.author.id], here=one is chosen)
            for one in shown[first : first + room]
        ] or [[("  No annotation passes the filters.", "muted")]]
        hint = "a accept  x reject  w needs work  r reply  ] next  p t v filter  q close"
        return [*head, *body, [], *talk, [], [(self._said or hint, "accent" if self._said else "muted")]]

    def action_step(self, step: int) -> None:
        """Go to another annotation."""
        shown, chosen = self.shown, self.chosen
        if chosen is not None:
            self.at = self._key(shown[max(0, min(shown.index(chosen) + step, len(shown) - 1))])
        self._show()

    def action_unreviewed(self, step: int) -> None:
        """Go to another annotation that has no verdict of mine."""
        self._show("" if self._move(step) else "everything shown is reviewed")

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
            (self._key(one) for one in self.review.panel.annotations if one.annotation.id == taken.of),
            self.at,
        )
        self._save()
        self._show(f"{taken.decision} taken back")

    def action_identical(self) -> None:
        """Accept what every annotator has alike, once it is confirmed by the same key."""
        alike = self.review.identical()
        if not alike or self._refused(False):
            self._show("nothing unreviewed is alike in every notebook" if not alike else self._said)
            return
        count = counted(len(alike), "annotation")
        if not self._sure:
            self._show(f"{count} alike in every notebook: I again accepts them")
            self._sure = True
            return
        self.review.judge(alike, "accept")
        self._save()
        self._show(f"{count} accepted {signs().dot} u takes it back")

    def action_undo(self) -> None:
        """Take my last act back."""
        self._step_history(self.review.notebook.undo(), "undone")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._step_history(self.review.notebook.redo(), "done again")

    def action_filter(self, name: str) -> None:
        """Show the annotations of the next person, tag or verdict only; all behind the last."""
        all_ = self.review.panel.annotations
        options: dict[str, Sequence[str]] = {
            "person": sorted({one.author.id for one in all_}),
            "tag": sorted({one.annotation.tag for one in all_}),
            "verdict": VERDICTS,
        }
        value = following_or_all(options[name], getattr(self.filter, name))
        self.filter = replace(self.filter, **{name: value})
        self._show()

    def action_agreement(self) -> None:
        """Show the figures of agreement."""
        from compare_tui.tui.screens.agreement import AgreementScreen

        self.app.push_screen(AgreementScreen(self.look, self.review.panel))

    def action_show(self) -> None:
        """Go to the place of the annotation."""
        self.dismiss(self.chosen)

    def _judge(self, decision: Decision | None, comment: str) -> None:
        chosen = self.chosen
        if chosen is None or self._refused(decision is not None):
            return
        said = [one.review for one in chosen.reviews if one.author.id != self.review.reviewer]
        last = max(said, key=lambda one: (one.created, one.id), default=None) if decision is None else None
        self.at = self._key(chosen)
        self.review.judge([chosen], decision, comment, last.id if last is not None else "")
        self._save()
        if decision is not None:
            self._move(1)
        self._show(f"{decision or 'reply'} {signs().dot} u undoes it")

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
            reason = "this annotation is your own: r replies"
        if reason is not None:
            self._show(reason)
        return reason is not None

    def _move(self, step: int, *, first: bool = False) -> bool:
        """Go to the next annotation without a verdict of mine, round the end; tell whether there is one."""
        shown, chosen = self.shown, self.chosen
        if chosen is None:
            return False
        start = shown.index(chosen)
        for count in range(0 if first else 1, len(shown) + 1):
            one = shown[(start + step * count) % len(shown)]
            if self.review.awaits(one):
                self.at = self._key(one)
                return True
        return False

    def _show(self, said: str = "") -> None:
        self._said, self._sure = said, False
        self.lay_out()

    @staticmethod
    def _key(one: PanelAnnotation) -> str:
        return f"{one.author.id} {one.annotation.id}"

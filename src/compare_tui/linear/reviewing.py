"""Reviewing by ear: colleagues' annotations, one at a time, and verdicts on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from compare_tui.linear.colleagues import HeardColleagues
from compare_tui.linear.wording import counted, key_spoken, sentence, words_spoken
from compare_tui.review.verdicts import Decision, thread_rows
from compare_tui.tui.focus import at_passage
from compare_tui.tui.pairs import SIDES
from compare_tui.tui.plain import safe
from compare_tui.tui.review_filter import ReviewFilter

if TYPE_CHECKING:
    from compare_tui.linear.key_source import KeySource
    from compare_tui.review.panel import PanelAnnotation
    from compare_tui.review.reviewing import Reviewing
    from compare_tui.tui.key_map import KeyMap

_ALSO = {
    "next_passage": "next",
    "previous_passage": "previous",
    "next_difference": "next_open",
    "previous_difference": "previous_open",
    "undo": "undo",
    "redo": "redo",
    "help": "help",
    "quit": "close",
}
"""What the keys of some actions over the articles do in a review; its own keys come first."""


class ReviewingByEar(HeardColleagues):
    """The part of reading by ear that judges what colleagues have marked."""

    keys: KeySource
    key_map: KeyMap
    tell: Callable[[str], None]

    def action_review(self) -> None:
        """Tell colleagues' annotations one at a time, and take verdicts, until the review is closed."""
        self.once_revealed(self._review)

    def _review(self) -> None:
        review = self.opened_review()
        review.renew()
        heard = HeardReview(self, review)
        acts = {key: _ALSO[one.id] for one in self.key_map.actions() if one.id in _ALSO for key in one.keys}
        acts |= {
            key: one.id.removeprefix("review_") for one in self.key_map.review_actions() for key in one.keys
        }
        heard.begin()
        while (act := acts.get(key := self.keys.key())) != "close":
            if act == "show" and heard.chosen is not None:
                self._hear_place(heard.chosen)
                return
            if act is None:
                self.say(f"the key {key_spoken(key)} does nothing here", "a review is open")
            else:
                heard.do(act)
        self.say("the review is closed")

    def _hear_place(self, one: PanelAnnotation) -> None:
        """Tell the place of an annotation; where its words are gone, the place stays."""
        self.say("the review is closed")
        for side, place in zip(SIDES, one.places, strict=True):
            if place is not None:
                there = at_passage(
                    self.focus_at, self.pairs, side, self.pairs.article(side).passage_at(place[0])
                )
                self.show_focus(there)
                return


class HeardReview:
    """A review that is open, as its lines tell it."""

    def __init__(self, session: ReviewingByEar, review: Reviewing) -> None:
        """Open it.

        Args:
            session: Tells, asks and saves.
            review: The notebooks.
        """
        self._session, self._review = session, review
        self._filter = ReviewFilter()
        self._at = 0
        self._sure = False

    @property
    def shown(self) -> list[PanelAnnotation]:
        """The annotations that pass the filters."""
        review, chosen = self._review, self._filter
        return [one for one in review.panel.annotations if chosen.passes(one, awaits=review.awaits(one))]

    @property
    def chosen(self) -> PanelAnnotation | None:
        """The annotation that is told; None where none passes."""
        shown = self.shown
        return shown[min(self._at, len(shown) - 1)] if shown else None

    def begin(self) -> None:
        """Tell how far the review is, and its first annotation without a verdict."""
        key_map = self._session.key_map
        named = {"accept": "accepts", "reject": "rejects", "needs_work": "needs work", "close": "closes"}
        keys = [f"{key_spoken(key_map.first_key(f'review_{name}'))} {does}" for name, does in named.items()]
        self._session.say(f"review: {self._review.panel.progress(self._review.reviewer)}", ", ".join(keys))
        self._go_on(self.shown, 0, 1)
        self.tell()

    def tell(self) -> None:
        """Tell the annotation: who and where, what was said about it, what others made of the place."""
        shown, one = self.shown, self.chosen
        if one is None:
            self._session.say("no annotation passes the filters")
            return
        self._at = min(self._at, len(shown) - 1)
        self._session.tell(sentence(f"{self._at + 1} of {len(shown)}", *_said(one), one.state))
        for line in self._talk(one):
            self._session.tell(line)

    def do(self, act: str) -> None:
        """Do an act of the registry of a review, by its id without "review_"."""
        was_sure, self._sure = self._sure, False
        steps = {"next": 1, "previous": -1, "first": -len(self.shown), "last": len(self.shown)}
        if act in steps:
            self._at = max(0, min(self._at + steps[act], len(self.shown) - 1))
            self.tell()
        elif act in ("next_open", "previous_open"):
            step = 1 if act == "next_open" else -1
            if self._go_on(self.shown, self._at + step, step):
                self.tell()
            else:
                self._session.say("everything told is reviewed")
        elif act in ("accept", "reject", "needs_work", "reply"):
            self._judge(act)
        elif act == "identical":
            self._accept_identical(sure=was_sure)
        elif act == "take_back":
            taken = None if self._refused(False) else self._review.take_back()
            self._ended(f"{taken.decision} is taken back" if taken else "there is no verdict to take back")
        elif act in ("undo", "redo"):
            notebook = self._review.notebook
            what = notebook.undo() if act == "undo" else notebook.redo()
            self._review.renew()
            self._ended(f"{what} {act}ne" if what else "there is nothing left")
        elif act == "agreement":
            self._agreement()
        elif act == "help":
            for action in self._session.key_map.review_actions():
                spoken = " or ".join(map(key_spoken, action.keys))
                self._session.tell(f"{spoken}: {action.description}.")
        elif act in ("more", "less"):
            self.tell()
        else:
            self._filter_by(act)

    def _judge(self, act: str) -> None:
        decision: Decision | None = {"accept": "accept", "reject": "reject", "needs_work": "needs-work"}.get(
            act
        )  # type: ignore[assignment]
        shown, one = self.shown, self.chosen
        if one is None or self._refused(decision is not None):
            return
        if act in ("accept", "reject"):
            self._give(shown, one, decision, "")
            return

        def answered(text: str | None) -> None:
            if text is not None:
                self._give(shown, one, decision, text)

        self._session.ask("Needs work" if decision else "Reply", "a comment", "", answered)

    def _give(
        self, shown: Sequence[PanelAnnotation], one: PanelAnnotation, decision: Decision | None, comment: str
    ) -> None:
        reply = self._review.last_said_to(one) if decision is None else ""
        self._review.judge([one], decision, comment, reply)
        self._session.save_soon()
        self._session.say(decision or "reply")
        if decision is not None and self._go_on(shown, self._at + 1, 1):
            chosen = shown[self._at]
            self._at = next((at for at, each in enumerate(self.shown) if each.mark == chosen.mark), self._at)
            self.tell()

    def _accept_identical(self, *, sure: bool) -> None:
        alike = [] if self._refused(False) else self._review.identical()
        count = counted(len(alike), "annotation")
        if not alike:
            self._session.say("nothing unreviewed is alike in every notebook")
        elif not sure:
            self._sure = True
            self._session.say(f"{count} alike in every notebook", "the same key again accepts them")
        else:
            self._review.judge(alike, "accept")
            self._ended(f"{count} accepted")

    def _filter_by(self, act: str) -> None:
        """Tell only what is of the next person, tag or verdict, or of one verdict; all behind the last."""
        if act in ("person", "tag", "verdict"):
            self._filter = self._filter.following(act, self._review.panel.annotations)
        elif act == "all":
            self._filter = ReviewFilter()
        else:
            self._filter = self._filter.only(act)
        self._at, told = 0, str(self._filter).replace("=", " ")
        self._session.say(
            f"only {told}" if told else "all annotations", counted(len(self.shown), "annotation")
        )
        self.tell()

    def _agreement(self) -> None:
        from compare_tui.report.agreement_text import agreement_lines

        told: list[str] = []
        for line in agreement_lines(self._review.panel):
            # An indented line goes on with the one before it, which was too long for its column.
            if told and line.startswith("  ") and told[-1].startswith("  "):
                told[-1] += f" {line.strip()}"
            else:
                told.append(line)
        for line in told:
            if line.strip():
                self._session.tell(sentence(safe(line.strip())))

    def _go_on(self, shown: Sequence[PanelAnnotation], start: int, step: int) -> bool:
        """Go to an annotation without a verdict, round the end; tell whether there is one."""
        number = self._review.next_awaiting(shown, start, step)
        if number is not None:
            self._at = number
        return number is not None

    def _ended(self, told: str) -> None:
        self._session.save_soon()
        self._session.say(told)

    def _refused(self, verdict: bool) -> bool:
        """Tell whether nothing can be said, and say why."""
        reason, one = self._review.notebook.read_only, self.chosen
        if reason is None and verdict and one is not None and one.author.id == self._review.reviewer:
            reason = "this annotation is your own: reply is all there is"
        if reason is not None:
            self._session.say(reason)
        return reason is not None

    def _talk(self, one: PanelAnnotation) -> Iterator[str]:
        for row in thread_rows(one.reviews):
            review = row.signed.review
            taken = "taken back" if review.taken_back else ""
            who = f"{safe(row.signed.author.name)}: {review.decision or 'says'}"
            yield sentence(who, taken, safe(review.comment))
        for other in self._review.same_place(one):
            yield sentence("the same place", *_said(other))


def _said(one: PanelAnnotation) -> tuple[str, ...]:
    """Return who says what about which words."""
    annotation = one.annotation
    ends = (annotation.a, annotation.b)
    words = " against ".join(words_spoken(safe(end.exact)) for end in ends if end is not None)
    return (
        f"{safe(one.author.name)}: {safe(annotation.tag)}",
        f"{annotation.relation}, {annotation.severity}",
        words,
        "its words are gone" if one.is_orphan else "",
        f"note: {safe(annotation.note)}" if annotation.note else "",
    )

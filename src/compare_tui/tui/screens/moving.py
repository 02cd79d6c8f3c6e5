"""Going about: by passage, page, difference, link, number, and back again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from compare_tui.tui import focus as moves
from compare_tui.tui.focus import Focus
from compare_tui.tui.jumps import JumpList
from compare_tui.tui.pairs import SIDE_NAMES, Pairs, Side, State, other
from compare_tui.tui.screens.speaking import Speaking
from compare_tui.tui.signs import in_quotes

if TYPE_CHECKING:
    from collections.abc import Container

_PLACE = re.compile(r"\s*(?P<side>[abAB]?)\s*(?P<number>\d{1,9})\s*")


class Stage(Protocol):
    """A view that goes about in rows of its own."""

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows further; the nearest one at the ends."""
        ...

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of a page further."""
        ...

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        ...


class Moving(Speaking):
    """The part of reading that goes about."""

    pairs: Pairs
    focus_at: Focus
    jumps: JumpList
    stage: Stage | None

    def show_focus(self, focus: Focus) -> None:
        """Go somewhere; the reading screen does it."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Show what depends on the focus, the comparison or the annotations; the reading screen does it."""
        raise NotImplementedError

    def a_page_further(self, share: float) -> int | None:
        """Return the passage a part of a page further, where no view has rows of its own; None for none."""
        raise NotImplementedError

    def why_not_compared(self) -> str:
        """Return why there are no links."""
        return "the comparison is under way"

    def show_pairs(self, pairs: Pairs) -> None:
        """Show what is known now; the texts stay where they are."""
        before, self.pairs = self.pairs, pairs
        self.focus_at = moves.carried_over(self.focus_at, before, pairs)
        self.show_state()

    def jump(self, focus: Focus) -> None:
        """Go far: the place that is left can be come back to.

        Args:
            focus: Where the reader is from now on.
        """
        self.jumps.leave(self.focus_at)
        self.show_focus(focus)

    def _go_to(self, passage: int) -> None:
        self.show_focus(moves.at_passage(self.focus_at, self.pairs, self.focus_at.side, passage))

    def _step(self, step: int) -> None:
        """Go to the next or previous passage, row or difference, whatever the view shows."""
        self.show_focus(self.stepped(step))

    def stepped(self, step: int) -> Focus:
        """Return the next or previous place, whatever the view shows; the nearest one at the ends."""
        if self.stage is not None:
            return self.stage.neighbour(self.focus_at, step)
        side = self.focus_at.side
        return moves.at_passage(self.focus_at, self.pairs, side, self.focus_at.passage(side) + step)

    def _page(self, share: float) -> None:
        """Go on by a part of a page."""
        if self.stage is not None:
            self.show_focus(self.stage.page(self.focus_at, share))
        elif (there := self.a_page_further(share)) is not None:
            self._go_to(there)

    def _end(self, *, last: bool) -> None:
        if self.stage is not None:
            self.jump(self.stage.end(self.focus_at, last=last))
            return
        side = self.focus_at.side
        passage = len(self.pairs.article(side).passages) - 1 if last else 0
        self.jump(moves.at_passage(self.focus_at, self.pairs, side, passage))

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        self._step(1)

    def action_previous_passage(self) -> None:
        """Go to the previous passage."""
        self._step(-1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._page(1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._page(-1)

    def action_half_page_down(self) -> None:
        """Go half a page down."""
        self._page(0.5)

    def action_half_page_up(self) -> None:
        """Go half a page up."""
        self._page(-0.5)

    def action_first_passage(self) -> None:
        """Go to the first passage."""
        self._end(last=False)

    def action_last_passage(self) -> None:
        """Go to the last passage."""
        self._end(last=True)

    def action_other_side(self) -> None:
        """Go to the other article."""
        self.show_focus(moves.to_side(self.focus_at, self.pairs, other(self.focus_at.side)))

    def action_side_a(self) -> None:
        """Go to article A."""
        self.show_focus(moves.to_side(self.focus_at, self.pairs, "a"))

    def action_side_b(self) -> None:
        """Go to article B."""
        self.show_focus(moves.to_side(self.focus_at, self.pairs, "b"))

    def action_next_counterpart(self) -> None:
        """Go to the next counterpart."""
        self.show_focus(self.next_counterpart())

    def next_counterpart(self) -> Focus:
        """Return the place of the next counterpart, from the last one that of the first."""
        return moves.next_counterpart(self.focus_at, self.pairs)

    def action_next_difference(self) -> None:
        """Go to the next difference."""
        self._step_difference(1)

    def action_previous_difference(self) -> None:
        """Go to the previous difference."""
        self._step_difference(-1)

    def _step_difference(self, step: int) -> None:
        before = self.focus_at
        self.show_focus(moves.step_difference(before, self.pairs, step))
        if self.focus_at == before:
            self.say_no_difference(step)

    def say_no_difference(self, step: int) -> None:
        """Tell why there is no next (``step`` 1) or previous (-1) difference."""
        if not self.pairs.ready:
            self.say(self.why_not_compared())
        elif not self.pairs.differences:
            self.say("no differing details found")
        else:
            self.say("this is the last difference" if step > 0 else "this is the first difference")

    def action_leave_difference(self) -> None:
        """Go back to reading by passage."""
        self.show_focus(moves.without_difference(self.focus_at))

    def action_next_linked(self) -> None:
        """Go to the next passage that has a counterpart."""
        self._seek(1, ("linked", "moved", "possible"), "linked passage")

    def action_previous_linked(self) -> None:
        """Go to the previous passage that has a counterpart."""
        self._seek(-1, ("linked", "moved", "possible"), "linked passage")

    def action_next_only(self) -> None:
        """Go to the next passage that only this article has."""
        self._seek(1, ("only",), f"passage only in {SIDE_NAMES[self.focus_at.side]}")

    def action_previous_only(self) -> None:
        """Go to the previous passage that only this article has."""
        self._seek(-1, ("only",), f"passage only in {SIDE_NAMES[self.focus_at.side]}")

    def _seek(self, step: int, wanted: Container[State], called: str) -> None:
        """Go to the next or previous passage of the article in one of some states."""
        if not self.pairs.ready:
            self.say(self.why_not_compared())
            return
        side = self.focus_at.side
        found = moves.seek(self.focus_at, self.pairs, step, wanted)
        if found is None:
            self.say(f"no {'further' if step > 0 else 'earlier'} {called}")
            return
        self.jump(moves.at_passage(self.focus_at, self.pairs, side, found))

    def action_go_to(self) -> None:
        """Ask for the number of a passage, and go there."""

        def answered(text: str | None) -> None:
            if text is not None and text.strip():
                self.go_to_number(text)

        hint = "12, or a12 or b7 for the passage of one article"
        self.ask("Go to passage", hint, "", answered)

    def go_to_number(self, text: str) -> None:
        """Go to the passage that a text names.

        Args:
            text: "12" for a passage of the article that is read, "a12" or "B 7" for one of the other.
        """
        place = _PLACE.fullmatch(text)
        side: Side = self.focus_at.side
        if place is not None and place["side"]:
            side = "a" if place["side"] in "aA" else "b"
        passages = self.pairs.article(side).passages
        number = int(place["number"]) if place is not None else 0
        found = next((index for index, passage in enumerate(passages) if passage.number == number), None)
        if found is None:
            last = f"; {SIDE_NAMES[side]} has 1 to {len(passages)}" if passages else ""
            self.say(f"no passage {in_quotes(text.strip())}{last}")
            return
        self.jump(moves.at_passage(self.focus_at, self.pairs, side, found))

    def action_jump_back(self) -> None:
        """Go back to where the last jump started."""
        found = self.jumps.back(self.focus_at)
        if found is None:
            self.say("no earlier place")
        else:
            self.show_focus(moves.restored(found, self.pairs))

    def action_jump_forward(self) -> None:
        """Go forward again."""
        found = self.jumps.forward(self.focus_at)
        if found is None:
            self.say("no later place")
        else:
            self.show_focus(moves.restored(found, self.pairs))

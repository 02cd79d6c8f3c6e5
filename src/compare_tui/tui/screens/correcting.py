"""Linking passages by hand, and taking links away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare_tui.annotation.anchor import make_anchor
from compare_tui.tui.pairs import SIDE_NAMES, Pairs, Side, other
from compare_tui.tui.screens.moving import Moving

if TYPE_CHECKING:
    from compare_tui.annotation.corrections import CorrectionKind
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison


class Correcting(Moving):
    """The part of reading that corrects the alignment."""

    a: Article
    b: Article
    notebook: Notebook
    comparison: Comparison | None
    show_style: bool
    _found: Comparison | None = None
    _applied: object = ()
    _marked: tuple[Side, int] | None = None

    def save_soon(self) -> bool:
        """Save after an act; the keeping part does it."""
        raise NotImplementedError

    def take_comparison(self, found: Comparison) -> None:
        """Show a comparison, with the corrections of the notebook.

        Args:
            found: What was found.
        """
        self._found, self._applied = found, None
        self.apply_corrections()

    def forget_found(self) -> None:
        """Forget the comparison that is corrected."""
        self._found, self._marked = None, None

    def apply_corrections(self) -> None:
        """Show the links as the notebook corrects them; nothing happens where they are shown already."""
        corrections = tuple((one, self.notebook.place_correction(one)) for one in self.notebook.corrections)
        if self._found is None or corrections == self._applied:
            return
        added: set[tuple[int, int]] = set()
        removed: set[tuple[int, int]] = set()
        proposed: set[tuple[int, int]] = set()
        for one, places in corrections:
            pair = self._pair_of(places)
            if pair is not None:
                (added if one.kind == "link" else removed).add(pair)
                if self.notebook.correction_state(one) == "moved":
                    proposed.add(pair)
        self._applied, self.comparison = corrections, self._found
        if corrections:
            from compare_tui.comparison.correcting import corrected

            self.comparison = corrected(self._found, added, removed)
        style, by_hand = self.show_style, frozenset(added)
        changed = by_hand & proposed
        self.show_pairs(
            Pairs(self.a, self.b, self.comparison, style=style, by_hand=by_hand, proposed=changed)
        )

    def _pair_of(
        self, places: tuple[tuple[int, int] | None, tuple[int, int] | None]
    ) -> tuple[int, int] | None:
        if places[0] is None or places[1] is None:
            return None
        return self.a.passage_at(places[0][0]), self.b.passage_at(places[1][0])

    def action_link(self) -> None:
        """Mark the passage; with one marked in the other article, link the two."""
        if self._cannot_correct():
            return
        side = self.focus_at.side
        index = self.focus_at.passage(side)
        if self._marked is None or self._marked[0] == side:
            self._marked = (side, index)
            number = self.pairs.article(side).passages[index].number
            there = SIDE_NAMES[other(side)]
            key = self.key("link")
            self.say(
                f"{SIDE_NAMES[side]} {number} marked: go to its counterpart in {there}, {key} links the two"
            )
            return
        pair = (self._marked[1], index) if side == "b" else (index, self._marked[1])
        self._marked = None
        if any((link.a, link.b) == pair for link in self.pairs.links("a", pair[0])):
            self.say(f"{self._called(pair)} are linked already")
            return
        self._correct("link", pair)
        link = next(one for one in self.pairs.links("a", pair[0]) if (one.a, one.b) == pair)
        self.show_focus(self.focus_at._replace(a=pair[0], b=pair[1], link=link, difference=None))
        self._say_done(f"{self._called(pair)} linked by hand")

    def action_unlink(self) -> None:
        """Take the link in focus away."""
        link = self.focus_at.link
        if self._cannot_correct():
            return
        if link is None:
            self.say("no link in focus")
            return
        self._correct("unlink", (link.a, link.b))
        self._say_done(f"{self._called((link.a, link.b))} no longer linked")

    def _say_done(self, what: str) -> None:
        self.say(what, f"{self.key('undo')} takes it back")

    def _correct(self, kind: CorrectionKind, pair: tuple[int, int]) -> None:
        """Note a correction; one that undoes an earlier one takes that back."""
        what = f"{kind} {self._called(pair)}"
        opposite = next(
            (
                one
                for one in self.notebook.corrections
                if one.kind != kind and self._pair_of(self.notebook.place_correction(one)) == pair
            ),
            None,
        )
        if opposite is not None:
            self.notebook.withdraw(opposite.id, what)
        else:
            left, right = self.a.passages[pair[0]], self.b.passages[pair[1]]
            self.notebook.correct(
                kind,
                make_anchor(self.a, left.start, left.end),
                make_anchor(self.b, right.start, right.end),
                what,
            )
        self.save_soon()

    def _called(self, pair: tuple[int, int]) -> str:
        return f"A {self.a.passages[pair[0]].number} and B {self.b.passages[pair[1]].number}"

    def _cannot_correct(self) -> bool:
        if self.notebook.read_only is not None:
            self.say(self.notebook.read_only)
        elif not self.pairs.ready:
            self.say(self.why_not_compared())
        elif not (self.a.passages and self.b.passages):
            self.say("one article is empty")
        else:
            return False
        return True

"""Finding words in both articles, and going from one place to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare_tui.article.model import Article
from compare_tui.tui import focus as moves
from compare_tui.tui.screens.moving import Moving
from compare_tui.tui.signs import in_quotes

if TYPE_CHECKING:
    from compare_tui.tui.searching import Matches


class Finding(Moving):
    """The part of reading that finds words."""

    a: Article
    b: Article
    matches: Matches | None = None

    def action_search(self) -> None:
        """Ask for words and go to the first place behind the cursor."""

        def answered(text: str | None) -> None:
            if text is not None:
                self.search(text)

        before = self.matches.query if self.matches is not None else ""
        hint = "words; small letters find capital ones too"
        self.ask("Find", hint, before, answered)

    def search(self, query: str) -> None:
        """Find words, mark them and go to the first place behind the cursor.

        Args:
            query: What to look for; an empty one takes the marks of the last search off.
        """
        from compare_tui.tui.searching import find_words

        found = find_words(query, self.a, self.b)
        if not found.found:
            self.matches = None
            self.show_state()
            if found.query:
                self.say(f"{in_quotes(found.query)} stands in neither article")
            return
        self.matches = found
        self._go(1)

    def action_next_match(self) -> None:
        """Go to the next place of what was searched for."""
        self._go(1)

    def action_previous_match(self) -> None:
        """Go to the previous place of what was searched for."""
        self._go(-1)

    def forget_search(self) -> bool:
        """Take the marks of a search off; tell whether there were any."""
        if self.matches is None:
            return False
        self.matches = None
        self.show_state()
        return True

    def _go(self, step: int) -> None:
        if self.matches is None:
            self.say(f"nothing searched for yet: {self.key('search')} does")
            return
        side = self.focus_at.side
        passages = self.pairs.article(side).passages
        start = passages[self.focus_at.passage(side)].start if passages else 0
        at = self.matches.step(side, start, step)
        if at is None:
            return
        self.matches = replace(self.matches, current=at)
        match = self.matches.found[at]
        self.jump(moves.at_passage(self.focus_at, self.pairs, match.side, match.passage))
        self.say(self.match_place(at, self.matches))

    def match_place(self, at: int, matches: Matches) -> str:
        """Return which of the places of some words is gone to.

        Args:
            at: Index of the place.
            matches: The places.
        """
        more = "+" if matches.more else ""
        return f"{at + 1}/{len(matches.found)}{more} {in_quotes(matches.query)}"

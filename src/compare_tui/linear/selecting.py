"""Selecting words by ear: they are typed."""

from __future__ import annotations

from compare_tui.linear.sentences import passage_name
from compare_tui.tui.screens.choosing import Choosing
from compare_tui.tui.searching import words_pattern


class SelectingByEar(Choosing):
    """The part of reading by ear that selects words."""

    def action_select(self) -> None:
        """Ask for the words to select; they must stand in the passage."""
        if not self.pairs.article(self.focus_at.side).passages:
            self.say("nothing to select here")
            return

        def answered(text: str | None) -> None:
            if text is not None:
                self.select_words(text)

        self.ask("Select", "words of this passage", "", answered)

    def select_words(self, text: str) -> None:
        """Select words of the passage in focus, where they first stand.

        Args:
            text: The words; runs of blanks do not count, nor does case in small letters.
        """
        side = self.focus_at.side
        index = self.focus_at.passage(side)
        passage = self.pairs.article(side).passages[index]
        pattern = words_pattern(text)
        found = list(pattern.finditer(passage.text)) if pattern is not None else []
        if not found:
            self.say(f"{text} does not stand in {passage_name(self.pairs, side, index)}")
            return
        span = passage.start + found[0].start(), passage.start + found[0].end()
        self.selected = {**self.selected, side: span}
        where = passage_name(self.pairs, side, index)
        times = f", the first of {len(found)}" if len(found) > 1 else ""
        uses = (("tag", "tags"), ("copy", "copies"), ("leave_difference", "drops"))
        self.say(
            f"selected in {where}{times}: {found[0][0]}",
            ", ".join(f"{self.key(action_id)} {verb} it" for action_id, verb in uses),
        )

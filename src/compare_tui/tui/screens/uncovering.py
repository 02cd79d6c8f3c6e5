"""Telling of what no reader sees: hidden characters, and what was left out of the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare_tui.article.wording import counted
from compare_tui.tui import focus as moves
from compare_tui.tui.pairs import SIDE_NAMES, SIDES
from compare_tui.tui.screens.viewing import Viewing

if TYPE_CHECKING:
    from compare_tui.tui.hidden_rows import HiddenRow


class Uncovering(Viewing):
    """The part of reading that lists hidden characters and what was left out."""

    def tell_hidden(self) -> None:
        """Tell how many hidden characters the articles hold; nothing where there are none."""
        counts = [(SIDE_NAMES[side], len(self.pairs.article(side).hidden)) for side in SIDES]
        told = [f"{name} holds {counted(count, 'hidden character')}" for name, count in counts if count]
        if told:
            text = f"{' and '.join(told)}: {self.key('hidden_characters')} lists them"
            self.warn(text)

    def action_hidden_characters(self) -> None:
        """List the hidden characters of both articles."""
        from compare_tui.article.hidden import hidden_places
        from compare_tui.tui.hidden_rows import HiddenRow

        articles = [(side, self.pairs.article(side)) for side in SIDES]
        found = [
            HiddenRow(side, article, place)
            for side, article in articles
            if article.passages
            for place in hidden_places(article)
        ]
        if not found:
            self.say("neither article holds hidden characters")
            return

        def chosen(row: HiddenRow | None) -> None:
            if row is not None:
                self._go_to_hidden(row)

        self.ask_hidden(found, chosen)

    def action_left_out(self) -> None:
        """Tell of both sources what the articles do not hold."""
        from compare_tui.sources.telling import left_out_lines

        lines: list[str] = []
        for side in SIDES:
            lines += [*([""] if lines else []), *left_out_lines(SIDE_NAMES[side], self.pairs.article(side))]
        self.show_left_out(lines)

    def _go_to_hidden(self, row: HiddenRow) -> None:
        """Go to a hidden character, and mark all of them like words that were searched for."""
        from compare_tui.tui.searching import MOST, Match, Matches

        found = [
            Match(side, hidden.offset, hidden.offset + 1, article.passage_at(hidden.offset))
            for side in SIDES
            for article in (self.pairs.article(side),)
            for hidden in article.hidden[:MOST]
        ]
        place = (row.side, row.place.offsets[0])
        at = next((at for at, match in enumerate(found) if (match.side, match.start) == place), -1)
        self.matches = Matches("hidden characters", tuple(found), at)
        if self.view_name == "differences":
            self.show_view("reading")
        self.jump(moves.at_passage(self.focus_at, self.pairs, row.side, row.place.passage))

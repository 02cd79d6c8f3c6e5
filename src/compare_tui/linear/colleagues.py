"""Colleagues' notebooks by ear: who they are, and what they have marked at a place once it is revealed."""

from __future__ import annotations

from collections.abc import Iterator

from compare_tui.linear.wording import counted, sentence, words_spoken
from compare_tui.tui.company import colleagues_here
from compare_tui.tui.path_completion import resolved
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.accompanying import Accompanying


class HeardColleagues(Accompanying):
    """The part of reading by ear that knows colleagues' notebooks."""

    def colleague_lines(self) -> Iterator[str]:
        """Yield what colleagues have marked at the place in focus, and what they said of one's own marks."""
        if not self.is_revealed or not self.pairs.article(self.focus_at.side).passages:
            return
        for one in colleagues_here(self.company, self.focus_at, self.pairs):
            annotation = one.annotation.annotation
            ends = (annotation.a, annotation.b)
            words = " against ".join(words_spoken(safe(end.exact)) for end in ends if end is not None)
            state = "" if one.annotation.state == "unreviewed" else one.annotation.state
            yield sentence(
                f"{safe(one.colleague.name)}: {safe(annotation.tag)}",
                f"{annotation.relation}, {annotation.severity}",
                words,
                state,
                f"note: {safe(annotation.note)}" if annotation.note else "",
            )

    def action_colleagues(self) -> None:
        """Tell whose notebooks are open, and ask for the path of a further one."""
        review = self.opened_review()
        for one in review.colleagues.notebooks:
            count = counted(len(one.file.annotations), "annotation") if self.is_revealed else ""
            self.say(f"{safe(one.author.name)}, {safe(one.path.name)}", count)
        for notice in review.notices:
            self.say(safe(notice))

        def answered(typed: str | None) -> None:
            if typed is None:
                return
            told = self.open_colleague(resolved(typed, self.notebook.path.absolute().parent))
            for text in told:
                self.warn(safe(text))
            if not told:
                self.say("opened", "" if self.is_revealed else f"{self.key('reveal')} reveals its marks")

        self.ask("Open", "the path of a colleague's notebook or of a folder", "", answered)

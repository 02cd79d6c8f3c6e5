"""Taking annotations over from the notebook of an earlier version of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from compare_tui.article.wording import counted
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.following import Following

if TYPE_CHECKING:
    from compare_tui.annotation.notebook_carrying import EarlierNotebook


class Carrying(Following):
    """The part of the reading screen that asks about notebooks of earlier versions."""

    @dataclass
    class EarlierFound(Message):
        """A notebook of an earlier version lies beside the one of this pair."""

        earlier: EarlierNotebook

    def look_for_earlier(self) -> None:
        """Look for notebooks of earlier versions where this pair has none yet."""
        is_untouched = self.notebook.is_new and not self.notebook.annotations
        if is_untouched and self.notebook.read_only is None and self.a.path is not None:
            self._look_for_earlier()

    @work(thread=True, exit_on_error=False, group="earlier")
    def _look_for_earlier(self) -> None:
        from compare_tui.annotation.notebook_carrying import earlier_notebooks

        mine = self.notebook
        found = earlier_notebooks(self.a, self.b, mine.author, mine.path)
        if found:
            self.post_message(self.EarlierFound(found[0]))

    @on(EarlierFound)
    def _ask_about_earlier(self, message: EarlierFound) -> None:
        if not self.can_ask or self.notebook.annotations or not self.notebook.is_new:
            return
        earlier = message.earlier
        count = counted(len(earlier.file.annotations), "annotation")
        told = (
            "This pair has no notebook yet. One of yours beside it is about an earlier version:",
            "",
            f"  {safe(earlier.path.name)}",
            f"  {count}; {earlier.found} of {counted(earlier.quotes, 'quote')} stand here word for word",
        )
        answers = (
            ("c", "carry them over; that notebook stays as it is", "carry"),
            ("n", "not now", "stay"),
        )

        def answered(answer: str | None) -> None:
            if answer == "carry":
                self._carry_over(earlier)

        self.choose(told, answers, "stay", answered)

    def _carry_over(self, earlier: EarlierNotebook) -> None:
        if self.refused():
            return
        taken = self.notebook.carry_over(earlier.file)
        self.save_soon()
        self.say(f"{counted(taken, 'annotation')} carried over", f"{self.key('undo')} takes it back")
        self.look_for_lost()

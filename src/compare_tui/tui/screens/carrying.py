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
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.annotation.notebook_carrying import EarlierNotebook


class Carrying(Following):
    """The part of the reading screen that asks about notebooks of earlier versions."""

    @dataclass(repr=False, eq=False)
    class EarlierFound(Message):
        """Another notebook of the same person lies beside the one of this pair.

        Attributes:
            earlier: That of an earlier version, or one begun while that of this pair could not be read.
            is_first: Whether this pair had no notebook.
        """

        earlier: EarlierNotebook
        is_first: bool

    def look_for_earlier(self) -> None:
        """Look for notebooks of earlier versions where this pair has none, else one begun beside its own."""
        if self.notebook.read_only is None and self.a.path is not None:
            self._look_for_earlier(self.notebook)

    @work(thread=True, exit_on_error=False, group="earlier")
    def _look_for_earlier(self, mine: Notebook) -> None:
        from compare_tui.annotation.notebook_carrying import earlier_notebooks, left_beside

        if not mine.is_new:
            found = left_beside(self.a, self.b, mine)
        else:
            found = next(iter(earlier_notebooks(self.a, self.b, mine.author, mine.path)), None)
        if found is not None:
            self.post_message(self.EarlierFound(found, mine.is_new))

    @on(EarlierFound)
    def _ask_about_earlier(self, message: EarlierFound) -> None:
        is_first = self.notebook.is_new and not self.notebook.annotations
        if not self.can_ask or message.is_first is not is_first or self.notebook.read_only is not None:
            return
        earlier = message.earlier
        count = counted(len(earlier.file.annotations), "annotation")
        told = (
            "This pair has no notebook yet. One of yours beside it is about an earlier version:"
            if is_first
            else "Notes that you made while this notebook could not be read lie beside it:",
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

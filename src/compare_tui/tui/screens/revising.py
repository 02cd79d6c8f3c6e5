"""Changing annotations that are there: their fields, their places, and what was done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare_tui.article.wording import counted
from compare_tui.tui.moved_links import moved_here
from compare_tui.tui.screens.annotating import Annotating
from compare_tui.tui.tagging import at_focus, chosen, target_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare_tui.annotation.model import Annotation
    from compare_tui.annotation.settling import Choice


class Revising(Annotating):
    """The part of reading that changes annotations."""

    shown_annotations: list[Annotation] | None
    _held: str | None = None

    def action_edit_annotation(self) -> None:
        """Change tag, relation, severity, confidence or status of the annotation in focus."""
        placed = self.chosen_or_say()
        if placed is None or self.refused():
            return
        one = placed.annotation

        def answered(changes: dict[str, str] | None) -> None:
            if changes and self.notebook.find(one.id) is not None:
                self.notebook.edit(one.id, **changes)
                self.save_soon()
                self.say(f"changed {' and '.join(changes)} of {one.tag}")

        self.ask_fields(one, self.notebook.tag_set, self.notebook.unknown_tags, answered)

    def action_retag_all(self) -> None:
        """Give all annotations that the list shows another tag."""
        shown = self.shown_annotations
        if shown is None:
            self.say(f"for the list of annotations: {self.key('view_annotations')} shows it")
            return
        if not shown or self.refused():
            return
        count = counted(len(shown), "annotation")

        def picked(tag: str | None) -> None:
            changed = self.notebook.retag([one.id for one in shown], tag) if tag is not None else 0
            if changed:
                self.save_soon()
                self.say(f"{changed} tagged {tag}", f"{self.key('undo')} takes it back")

        words = f"{count} that the list shows"
        self.ask_tag(self.notebook.tag_set, None, words, picked, unknown=self.notebook.unknown_tags)

    def action_accept_place(self) -> None:
        """Take what is proposed: the other state of a merge, or new words of an annotation or a link."""
        if self._settle("theirs"):
            return
        if not self._about_links(self.notebook.accept_correction, "stands on the new words"):
            self._about_place(self.notebook.accept_place, "stands on the new words")

    def action_keep_orphan(self) -> None:
        """Refuse what is proposed: the other state of a merge, or new words of an annotation or a link."""
        if self._settle("ours"):
            return
        if not self._about_links(self.notebook.keep_correction_orphan, "waits for its old words"):
            self._about_place(self.notebook.keep_orphan, "is kept without its words")

    def _settle(self, choice: Choice) -> bool:
        """Settle what a merge has left open in the annotation in focus; tell whether there was something."""
        from compare_tui.annotation.settling import is_unsettled

        here = chosen(at_focus(self.placed, self.pairs, self.focus_at), self.focus_at)
        if here is None or not is_unsettled(here.annotation) or self.notebook.read_only is not None:
            return False
        one = here.annotation
        try:
            after = self.notebook.settle(one.id, choice)
        except ValueError as error:
            self.say(str(error), f"{self.key('keep_orphan')} keeps yours")
            return True
        if after is not None:
            self._stay_with(one.id)
        self.save_soon()
        done = "is kept as it is" if choice == "ours" else "is as proposed"
        left = "; more is left open" if after is not None and is_unsettled(after) else ""
        self.say(
            f"{one.tag} {done if after is not None else 'is removed'}{left}",
            f"{self.key('undo')} takes it back",
        )
        return True

    def _about_links(self, act: Callable[[str], object], done: str) -> bool:
        """Decide about a correction that is proposed here; tell whether there was one, and no annotation."""
        here = chosen(at_focus(self.placed, self.pairs, self.focus_at), self.focus_at)
        proposed = moved_here(self.notebook, self.pairs, self.focus_at)
        if not proposed or (here is not None and here.moved_sides) or self.notebook.read_only is not None:
            return False
        act(proposed[0].id)
        self.save_soon()
        what = "the link made by hand" if proposed[0].kind == "link" else "the link taken away"
        self.say(f"{what} {done}", f"{self.key('undo')} takes it back")
        return True

    def _about_place(self, act: Callable[[str], Annotation], done: str) -> None:
        placed = self.chosen_or_say()
        if placed is None or self.refused():
            return
        try:
            act(placed.annotation.id)
        except ValueError as error:
            self.say(str(error))
            return
        self._stay_with(placed.annotation.id)
        self.save_soon()
        self.say(f"{placed.annotation.tag} {done}", f"{self.key('undo')} takes it back")

    def _stay_with(self, annotation_id: str) -> None:
        """Keep an annotation in focus though it may stand in the other article only from now on."""
        from compare_tui.tui.annotation_list import focus_on_annotation

        placed = next((one for one in self.placed if one.annotation.id == annotation_id), None)
        if placed is not None and placed not in at_focus(self.placed, self.pairs, self.focus_at):
            self.show_focus(focus_on_annotation(self.focus_at, self.pairs, placed))

    def action_reattach(self) -> None:
        """Take the annotation in focus up; one that is taken up is attached to the selection or passage."""
        if self.refused():
            return
        held = self.notebook.find(self._held or "")
        key = self.key("reattach")
        if held is None:
            placed = self.chosen_or_say()
            if placed is not None:
                self._held = placed.annotation.id
                self.say(
                    f"{placed.annotation.tag} taken up: select its words or go to them, {key} attaches it"
                )
            return
        self._held = None
        target = target_of(self.focus_at, self.pairs)
        places = (target.a, target.b) if target is not None else (None, None)
        if self.selected:
            places = (self.selected.get("a"), self.selected.get("b"))
        self.notebook.reattach(held.id, *places)
        self.selected = {}
        self.choose_annotation(held.id)
        self.save_soon()
        self.say(f"{held.tag} is attached to these words", f"{self.key('undo')} takes it back")

    def action_history(self) -> None:
        """Show every act of this session; go back to one or forward again."""
        done, undone = self.notebook.history, self.notebook.undone
        if not done and not undone:
            self.say("nothing was done yet")
            return

        def answered(steps: int | None) -> None:
            if not steps:
                return
            act = self.notebook.undo if steps < 0 else self.notebook.redo
            for _ in range(abs(steps)):
                act()
            self.save_soon()
            self.say(f"{counted(abs(steps), 'act')} {'undone' if steps < 0 else 'done again'}")

        self.ask_history(done, undone, answered)

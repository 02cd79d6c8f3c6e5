"""Messages and dialogs of the reading screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual.screen import Screen

from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.speaking import Speaking
from compare_tui.tui.signs import signs

if TYPE_CHECKING:
    from compare_tui.annotation.model import TagSet
    from compare_tui.tui.look import Look


class Asking(Speaking, Screen[None]):
    """The part of the reading screen that shows messages and dialogs."""

    look: Look

    def say(self, text: str, hint: str = "") -> None:
        """Show a short message in place of the one before."""
        told = f"{text} {signs().dot} {hint}" if hint else text
        self.app.clear_notifications()
        self.app.notify(safe(told), timeout=3, markup=False)

    def warn(self, text: str, *, title: str = "", severity: Literal["warning", "error"] = "warning") -> None:
        """Show a message for ten seconds."""
        self.app.notify(safe(text), title=title, severity=severity, timeout=10, markup=False)

    def key(self, action_id: str) -> str:
        """Return how the first key in effect of an action is shown."""
        return key_map_of(self.app).first(action_id)

    def ask(self, title: str, hint: str, before: str, answered: Callable[[str | None], None]) -> None:
        """Ask for one line at the foot of the screen."""
        from compare_tui.tui.screens.prompt import Prompt

        self.app.push_screen(Prompt(self.look, title, hint, before), answered)

    def ask_tag(
        self,
        tags: TagSet,
        proposed: str | None,
        recent: Sequence[str],
        words: str,
        picked: Callable[[str | None], None],
    ) -> None:
        """Show the tags."""
        from compare_tui.tui.screens.tag_picker import TagPicker

        picker = TagPicker(tags, self.look, proposed=proposed, recent=recent, words=words)
        self.app.push_screen(picker, picked)

    def ask_note(
        self, note: str, tag: str, words: Sequence[str], written: Callable[[str | None], None]
    ) -> None:
        """Open the editor of notes."""
        from compare_tui.tui.screens.note_editor import NoteEditor

        title = f"{tag}: {f' {signs().linked} '.join(words)}"
        self.app.push_screen(NoteEditor(note, title, self.look), written)

    def draft(self) -> str | None:
        """Return the note that is being written, None where there is none or it did not change."""
        from compare_tui.tui.screens.note_editor import NoteEditor

        return self.app.screen.draft if isinstance(self.app.screen, NoteEditor) else None

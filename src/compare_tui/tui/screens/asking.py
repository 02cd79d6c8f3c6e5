"""Messages and dialogs of the reading screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual.screen import Screen

from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.speaking import Answer, Speaking
from compare_tui.tui.signs import signs

if TYPE_CHECKING:
    from compare_tui.annotation.model import Annotation, TagSet
    from compare_tui.tui.hidden_rows import HiddenRow
    from compare_tui.tui.look import Look


class Asking(Speaking, Screen[None]):
    """The part of the reading screen that shows messages and dialogs."""

    look: Look

    def say(self, text: str, hint: str = "") -> None:
        """Show a short message in place of the one before."""
        told = f"{text} {signs().dot} {hint}" if hint else text
        self.app.clear_notifications()
        self.app.notify(safe(told), timeout=3, markup=False)

    def warn(
        self,
        text: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "warning",
        seconds: float = 10,
        alone: bool = False,
    ) -> None:
        """Show a message for some seconds."""
        if alone:
            self.app.clear_notifications()
        self.app.notify(safe(text), title=title, severity=severity, timeout=seconds, markup=False)

    def warn_later(self, text: str) -> None:
        """Show a message when the screen has been painted: what is said first would take it away."""
        self.call_after_refresh(self.warn, text)

    @property
    def can_ask(self) -> bool:
        """Whether no dialog is open."""
        return self.app.screen is self

    def key(self, action_id: str) -> str:
        """Return how the first key in effect of an action is shown."""
        return key_map_of(self.app).first(action_id)

    def ask(self, title: str, hint: str, before: str, answered: Callable[[str | None], None]) -> None:
        """Ask for one line at the foot of the screen."""
        from compare_tui.tui.screens.prompt import Prompt

        self.app.push_screen(Prompt(self.look, title, hint, before), answered)

    def choose(
        self,
        told: Sequence[str],
        answers: Sequence[Answer],
        leave: str,
        answered: Callable[[str | None], None],
    ) -> None:
        """Show a question and its answers."""
        from compare_tui.tui.screens.question import Question

        self.app.push_screen(Question(self.look, told, answers, leave), answered)

    def ask_author(self, suggested: str, answered: Callable[[str | None], None]) -> None:
        """Ask for a name at the foot of the screen."""
        from compare_tui.tui.screens.author import AuthorPrompt

        self.app.push_screen(AuthorPrompt(self.look, suggested), answered)

    def ask_tag(
        self,
        tags: TagSet,
        proposed: str | None,
        words: str,
        picked: Callable[[str | None], None],
        *,
        recent: Sequence[str] = (),
        unknown: Sequence[str] = (),
    ) -> None:
        """Show the tags."""
        from compare_tui.tui.screens.tag_picker import TagPicker

        picker = TagPicker(tags, self.look, proposed=proposed, recent=recent, unknown=unknown, words=words)
        self.app.push_screen(picker, picked)

    def ask_fields(
        self,
        annotation: Annotation,
        tags: TagSet,
        unknown: Sequence[str],
        answered: Callable[[dict[str, str] | None], None],
    ) -> None:
        """Show the fields."""
        from compare_tui.tui.screens.annotation_fields import AnnotationFields

        self.app.push_screen(AnnotationFields(annotation, tags, self.look, unknown), answered)

    def ask_history(
        self, done: Sequence[str], undone: Sequence[str], answered: Callable[[int | None], None]
    ) -> None:
        """Show every act."""
        from compare_tui.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.look, done, undone), answered)

    def ask_hidden(self, found: Sequence[HiddenRow], answered: Callable[[HiddenRow | None], None]) -> None:
        """Show the hidden characters."""
        from compare_tui.tui.screens.hidden import HiddenScreen

        self.app.push_screen(HiddenScreen(self.look, found), answered)

    def show_left_out(self, lines: Sequence[str]) -> None:
        """Show what was left out of the sources."""
        from compare_tui.tui.screens.left_out import LeftOutScreen

        self.app.push_screen(LeftOutScreen(self.look, lines))

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

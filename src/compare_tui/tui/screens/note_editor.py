"""Writing a note; imported only when one is written, because the text area takes long to load."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from compare_tui.annotation.check import MAX_NOTE
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.widgets.painted import Painted


class _Line(Painted):
    """One line of the program's own words."""

    parts: tuple[Part, ...] = ()

    def parts_at(self, y: int) -> tuple[Part, ...]:
        """Return the line, cut to the width."""
        return tuple(fit_parts(self.parts, self.size.width))


class NoteEditor(ModalScreen[str | None]):
    """Edits a note; gives back the text, or None where nothing is to be changed."""

    CSS_PATH = "note_editor.tcss"
    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s,ctrl+enter,escape,ctrl+q", "keep", "keep the note and close", show=False, priority=True
        ),
        # A line feed that is typed or pasted without brackets is a new line like any other.
        Binding("ctrl+j", "new_line", "new line", show=False, priority=True),
        Binding("f4,ctrl+g", "edit_outside", "write it in $VISUAL or $EDITOR", show=False, priority=True),
    ]

    def __init__(self, note: str, title: str, look: Look) -> None:
        """Make the dialog.

        Args:
            note: The note so far.
            title: What the note is about, cleaned.
            look: The styles.
        """
        super().__init__()
        self._note = note
        self._title = title
        self._look = look

    def compose(self) -> ComposeResult:
        """Make the title, the text area and the hint."""
        with Vertical():
            title = _Line(self._look, ground="surface")
            title.parts = ((f"Note on {self._title}", "accent"),)
            yield title
            area = TextArea(self._note, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
            area.cursor_blink = False
            yield area
            hint = _Line(self._look, ground="surface")
            hint.parts = (
                ("ctrl+s", "accent"),
                (" or ", "muted"),
                ("esc", "accent"),
                (" keeps and closes   ", "muted"),
                ("ctrl+z", "accent"),
                (" undo   ", "muted"),
                ("F4", "accent"),
                (" your own editor", "muted"),
            )
            yield hint

    def on_mount(self) -> None:
        """Put the cursor behind the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    @property
    def draft(self) -> str | None:
        """The text as it is, None where it did not change."""
        text = self.query_one(TextArea).text.rstrip()
        return text if text != self._note else None

    def action_keep(self) -> None:
        """Close and give back the text where it changed; one that is too long stays, and is told."""
        draft = self.draft
        if draft is not None and len(draft) > MAX_NOTE:
            self._tell(f"a note has at most {MAX_NOTE:,} characters, this one {len(draft):,}: not kept")
            return
        self.dismiss(draft)

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.query_one(TextArea).insert("\n")

    def action_edit_outside(self) -> None:
        """Go on writing in the person's own editor; its text comes back into this dialog."""
        from compare_tui.tui.own_editor import EditorError, edit_outside

        area = self.query_one(TextArea)
        text, failure = area.text.rstrip(), ""
        try:
            # An error that left this block would leave the terminal as the editor had it.
            with self.app.suspend():
                try:
                    text = edit_outside(area.text)
                except EditorError as error:
                    failure = str(error)
        except SuspendNotSupported:
            failure = "no other editor can be opened from here"
        if failure:
            self._tell(failure)
        elif text != area.text.rstrip():
            area.replace(text, (0, 0), area.document.end)
            area.move_cursor(area.document.end)

    def _tell(self, text: str) -> None:
        self.app.notify(safe(text), severity="warning", timeout=10, markup=False)

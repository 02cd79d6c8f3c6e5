"""What is known about the focus: the link, its differences, its annotations, both sentences level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from compare_tui.tui.inspector_lines import InspectorLine, Subject, body, heading
from compare_tui.tui.parts import Part
from compare_tui.tui.widgets.painted import Painted


class Inspector(Painted):
    """The lower part of the reading screen; its first row is the rule that closes the articles."""

    @dataclass(repr=False, eq=False)
    class Chosen(Message):
        """A line was pressed.

        Attributes:
            difference: Index of its difference, or None.
            annotation: Id of its annotation, or None.
        """

        difference: int | None
        annotation: str | None

    _hint: Sequence[Sequence[Part]] = ()
    _subject: Subject | None = None
    _heading: list[Part] | None = None
    _lines: list[InspectorLine] | None = None
    top = 0
    """The line that is seen first."""
    _made_for = -1

    def show(self, subject: Subject) -> None:
        """Speak about something else, or about the same thing in another state."""
        self._subject = subject
        self._lines = None
        self.refresh()

    def show_hint(self, rows: Sequence[Sequence[Part]]) -> None:
        """Show some rows instead, under the heading where there is room for both; none to end it."""
        self._hint = rows
        self.refresh()

    def parts_at(self, y: int) -> Iterable[Part]:
        """Return a row: the heading first, then the lines that fit."""
        start = 1 if self.size.height > len(self._hint) else 0
        if self._hint and y >= start:
            return ((" ", "text"), *(self._hint[y - start] if y - start < len(self._hint) else ()))
        if self._subject is None:
            return ()
        if self._lines is None or self._made_for != self.size.width:
            self._lay_out(self._subject)
        if y == 0:
            return self._heading or ()
        lines = self._lines or []
        at = y - 1 + self.top
        return ((" ", "text"), *lines[at].parts) if at < len(lines) else ()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell which difference or annotation was pressed."""
        at = event.y - 1 + self.top
        if event.button == 1 and event.y > 0 and self._lines and at < len(self._lines):
            line = self._lines[at]
            if line.difference is not None or line.annotation is not None:
                self.post_message(self.Chosen(line.difference, line.annotation))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Show later lines."""
        event.stop()
        self.scroll_lines(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Show earlier lines."""
        event.stop()
        self.scroll_lines(-1)

    @property
    def room(self) -> int:
        """How many lines are seen under the heading."""
        return max(self.size.height - 1, 1)

    def _lay_out(self, subject: Subject) -> None:
        """Make the lines and scroll so that the focused one is seen with one line around it."""
        self._made_for = self.size.width
        self._heading = heading(subject, self.size.width)
        self._lines = body(subject, self.size.width)
        room = self.room
        focused = next((at for at, line in enumerate(self._lines) if line.focused), 0)
        around = 1 if room > 2 else 0
        self.top = max(0, min(focused + around, len(self._lines) - 1) - room + 1)

    def scroll_lines(self, rows: int) -> None:
        """Show later lines, or earlier ones where ``rows`` is below 0."""
        lowest = max(0, len(self._lines or ()) - self.room)
        top = min(max(self.top + rows, 0), lowest)
        if top != self.top:
            self.top = top
            self.refresh()

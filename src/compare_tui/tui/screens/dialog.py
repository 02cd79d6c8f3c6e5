"""What all dialogs share: a sheet of painted rows over the reading screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType

from compare_tui.tui.actions import key_label
from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import MIN_WIDTH, wrap_text
from compare_tui.tui.parts import Part, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.widgets.painted import Painted


class Sheet(Painted):
    """Rows of parts on a raised ground, with a rule around nothing: calm, and one widget."""

    rows: Sequence[Sequence[Part]] = ()
    top = 0

    def show(self, rows: Sequence[Sequence[Part]]) -> None:
        """Show other rows."""
        self.rows = rows
        self.scroll_rows(0)
        self.refresh()

    def scroll_rows(self, step: int) -> None:
        """Scroll by some rows, not beyond the ends."""
        self.top = max(0, min(self.top + step, len(self.rows) - self.size.height))
        self.refresh()

    def parts_at(self, y: int) -> Iterable[Part]:
        """Return a row with a margin of two cells."""
        at = y + self.top
        if not 0 <= at < len(self.rows):
            return ()
        return [("  ", "text"), *fit_parts(self.rows[at], max(self.size.width - 4, 0)), ("  ", "text")]


class Dialog(ModalScreen[ScreenResultType]):
    """A dialog that is one sheet in the middle."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = "Dialog { align: center middle; background: $background 50%; }"
    WIDTH = 72

    def __init__(self, look: Look) -> None:
        """Make the dialog.

        Args:
            look: The styles.
        """
        super().__init__()
        self.look = look
        self.sheet = Sheet(look, ground="surface", id="sheet")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow no act of a dialog that is closed or behind another one."""
        return self.is_current

    def compose(self) -> ComposeResult:
        """Make the sheet."""
        yield self.sheet

    def on_mount(self) -> None:
        """Show the rows."""
        self.lay_out()

    def on_resize(self) -> None:
        """Fit the sheet to the screen."""
        self.lay_out()

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return what the sheet says.

        Args:
            width: Cells for a row.
            height: Rows that can be seen at once.
        """
        raise NotImplementedError

    def lay_out(self) -> None:
        """Fit the sheet to the screen and show the rows."""
        width = min(self.WIDTH, self.app.size.width - 2)
        room = max(self.app.size.height - 2, 3)
        rows = [[], *self.rows(width - 4, room - 2), []]
        self.sheet.styles.width = width
        self.sheet.styles.height = min(len(rows), room)
        self.sheet.show(rows)


def scroll_hint() -> Part:
    """Return what stands behind the title of a dialog that scrolls."""
    return f"   {key_label('up')} {key_label('down')} scroll   q closes", "muted"


def wrapped(line: str, width: int) -> list[list[Part]]:
    """Wrap a line under its indent; one that is indented by two is a heading."""
    depth = len(line) - len(line.lstrip())
    text = safe(line)
    role = "strong" if depth == 2 else "text" if depth == 0 else "muted"
    breaks = [0, *wrap_text(text, max(width - depth, MIN_WIDTH)), len(text)]
    return [[(" " * depth + text[start:end], role)] for start, end in pairwise(breaks)]


class ScrollingDialog(Dialog[ScreenResultType]):
    """A dialog whose rows are scrolled by the keys and the wheel."""

    CLOSED_BY: ClassVar[tuple[str, ...]] = ("quit",)
    """Actions whose keys, whatever they are, close the dialog, as q and escape do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_rows(1)", "a row down", show=False),
        Binding("up,k", "scroll_rows(-1)", "a row up", show=False),
        Binding("pagedown,space", "scroll_rows(10)", "ten rows down", show=False),
        Binding("pageup,b", "scroll_rows(-10)", "ten rows up", show=False),
        Binding("home,g", "scroll_rows(-1000)", "to the top", show=False),
        Binding("end,G", "scroll_rows(1000)", "to the end", show=False),
        Binding("q,escape", "dismiss", "close", show=False),
    ]

    def on_key(self, event: events.Key) -> None:
        """Close by the keys in effect."""
        if any(key_map_of(self.app).has(action, event) for action in self.CLOSED_BY):
            event.stop()
            self.dismiss()

    def action_scroll_rows(self, step: int) -> None:
        """Scroll."""
        self.sheet.scroll_rows(step)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        self.sheet.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        self.sheet.scroll_rows(-3)

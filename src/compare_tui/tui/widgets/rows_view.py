"""A view that fills the room of both articles with rows: the base of the aligned view and of the table."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from compare_tui.tui.focus import Focus
from compare_tui.tui.look import Look
from compare_tui.tui.row_marks import View
from compare_tui.tui.widgets.plain_rows import PlainRows

MAX_CACHED_ROWS = 4096
MARGIN = 2
"""Rows that are kept around what is in focus, where there is room."""


class RowsView(PlainRows, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows that scroll under some that stay; what they say is made by the classes built on it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "RowsView { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll; }"
    HEAD = 0
    """Rows at the top that stay."""

    def __init__(self, look: Look, view: View, *, id: str) -> None:  # noqa: A002
        """Make the view.

        Args:
            look: The styles.
            view: What is known and where the reader is.
            id: Its name on the screen.
        """
        super().__init__(id=id)
        self.look = look
        self.view = view
        self._cache: dict[object, Strip] = {}

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """How many rows can be seen at once."""
        return max(self.size.height - self.HEAD, 1)

    @property
    def top(self) -> int:
        """The first row that is seen."""
        return round(self.scroll_y)

    @top.setter
    def top(self, row: int) -> None:
        self.scroll_to(y=max(0, min(row, self.row_count - self.room)), animate=False, force=True)

    def set_look(self, look: Look) -> None:
        """Repaint in other styles."""
        self.look = look
        self.repaint()

    def repaint(self) -> None:
        """Paint everything anew."""
        self._cache.clear()
        self.refresh()

    def show(self, view: View) -> None:
        """Show another state."""
        raise NotImplementedError

    def reveal(self, focus: Focus) -> None:
        """Scroll as little as needed to show what is in focus."""
        first, last = self.rows_of(focus)
        margin = min(MARGIN, max(0, (self.room - (last - first + 1)) // 2))
        top = max(min(self.top, first - margin), last + margin - self.room + 1)
        if last - first + 1 > self.room:
            top = first
        if top != self.top:
            self.top = top

    def rows_of(self, focus: Focus) -> tuple[int, int]:
        """Return the first and last row of what is in focus."""
        raise NotImplementedError

    def head_strip(self, y: int, width: int) -> Strip:
        """Paint one of the rows that stay."""
        return Strip.blank(width)

    def row_key(self, row: int) -> object:
        """Return everything on which the look of a row depends, its width aside."""
        raise NotImplementedError

    def row_strip(self, row: int, width: int) -> Strip:
        """Paint a row."""
        raise NotImplementedError

    def lay_out(self, width: int) -> None:
        """Make the rows for a width."""

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some rows of content further; the nearest one at the ends."""
        raise NotImplementedError

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of the window further."""
        raise NotImplementedError

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last row."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Paint a row of the window."""
        width = self.size.width
        if y < self.HEAD:
            return self.head_strip(y, width)
        row = y - self.HEAD + self.top
        if not 0 <= row < self.row_count:
            return Strip.blank(width, self.look.style("text"))
        key = (row, width, self.row_key(row))
        strip = self._cache.get(key)
        if strip is None:
            if len(self._cache) >= MAX_CACHED_ROWS:
                self._cache.clear()
            strip = self._cache[key] = self.row_strip(row, width)
        return strip

    def measure(self) -> None:
        """Note how far can be scrolled."""
        self.virtual_size = Size(self.size.width, self.row_count + self.HEAD)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the new size; what is in focus stays in view."""
        self.lay_out(event.size.width)
        self.measure()
        self._cache.clear()
        self.reveal(self.view.focus)
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.prevent_default().stop()
        self.top += 3

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.prevent_default().stop()
        self.top -= 3

"""A widget that paints rows of parts, the base of all small ones."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.strip import Strip

from compare_tui.tui.look import Ground, Look
from compare_tui.tui.parts import Part
from compare_tui.tui.widgets.plain_rows import PlainRows


def strip_of(parts: Iterable[Part], look: Look, ground: Ground, width: int) -> Strip:
    """Return a row of exactly so many cells.

    Args:
        parts: What it says.
        look: The styles.
        ground: What it stands on.
        width: Cells.
    """
    segments = [Segment(text, look.style(role, ground)) for text, role in parts]
    return Strip(segments).adjust_cell_length(width, look.style("text", ground))


class Painted(PlainRows):
    """A widget whose rows are made by ``parts_at``."""

    ALLOW_SELECT = False

    def __init__(self, look: Look, *, ground: Ground = "background", id: str | None = None) -> None:  # noqa: A002
        """Make the widget.

        Args:
            look: The styles.
            ground: What its text stands on.
            id: Its name on the screen.
        """
        super().__init__(id=id)
        self.look = look
        self.ground: Ground = ground

    def set_look(self, look: Look) -> None:
        """Repaint in other styles."""
        self.look = look
        self.refresh()

    def parts_at(self, y: int) -> Iterable[Part]:
        """Return what a row says; the base class has nothing to say."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Paint a row of the window."""
        return strip_of(self.parts_at(y), self.look, self.ground, self.size.width)

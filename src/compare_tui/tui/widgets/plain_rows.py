"""Painting rows as they are, for widgets that paint every cell themselves."""

from __future__ import annotations

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class PlainRows(Widget):
    """A widget without border, padding, tint or links of Textual's, so nobody looks for them in each row."""

    _painted_size: Size | None = None

    @property
    def size(self) -> Size:
        """The size of the window. Textual works it out anew each time; it is kept while rows are painted."""
        return self._painted_size or super().size

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the rows of a part of the window.

        Args:
            crop: The part.
        """
        width = self.size.width
        self._painted_size = self.size
        try:
            strips = [self.render_line(y) for y in crop.line_range]
        finally:
            self._painted_size = None
        if filters := self.get_line_filters():
            ground = self.background_colors[1]
            for line_filter in filters:
                strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        left, right = crop.column_span
        if (left, right) != (0, width):
            strips = [strip.crop(left, right) for strip in strips]
        return strips

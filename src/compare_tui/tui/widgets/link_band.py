"""The band between the articles: the focused link as a line, or an arrow to where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare_tui.tui.band_lines import Join, band_rows
from compare_tui.tui.parts import Part
from compare_tui.tui.widgets.painted import Painted


class LinkBand(Painted):
    """The band; it is told what to draw."""

    _joins: Sequence[Join] = ()
    _rows: Sequence[list[Part]] = ()
    _drawn: object = None

    def show(self, joins: Sequence[Join]) -> None:
        """Draw other lines; nothing happens where they are the same."""
        if list(joins) != list(self._joins):
            self._joins = joins
            self.refresh()

    def parts_at(self, y: int) -> Iterable[Part]:
        """Return a row of the drawing."""
        key = (self.size, tuple(self._joins))
        if key != self._drawn:
            self._rows = band_rows(self.size.width, self.size.height, self._joins)
            self._drawn = key
        return self._rows[y] if y < len(self._rows) else ()

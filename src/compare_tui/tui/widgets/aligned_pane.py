"""Both articles in rows of passages that belong together."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from compare_tui.tui.aligned_layout import AlignedLayout, Columns, columns_of
from compare_tui.tui.arrangement import SIDE_BY_SIDE
from compare_tui.tui.couples import AlignedRows, Couple
from compare_tui.tui.focus import Focus
from compare_tui.tui.look import Ground, Look
from compare_tui.tui.pairs import SIDES, Side
from compare_tui.tui.pane_rows import offset_at_cell
from compare_tui.tui.parts import Part, fit_parts, marked_parts
from compare_tui.tui.row_marks import View, tag_signs, text_marks, text_role
from compare_tui.tui.signs import signs
from compare_tui.tui.widgets.painted import strip_of
from compare_tui.tui.widgets.rows_view import RowsView


class AlignedPane(RowsView):
    """The aligned view. It follows the order of one article."""

    @dataclass
    class Pressed(Message):
        """The mouse was pressed on a row.

        Attributes:
            couple: The row.
            side: The column.
            offset: Offset in ``Article.text`` of the character under the pointer; None beside the text.
        """

        couple: Couple
        side: Side
        offset: int | None

    order: Side = "a"
    fold = False
    _laid: AlignedLayout

    def __init__(self, look: Look, view: View, width: int, *, id: str) -> None:  # noqa: A002
        """Make the view.

        Args:
            look: The styles.
            view: What is known and where the reader is.
            width: Cells that it will have.
            id: Its name on the screen.
        """
        super().__init__(look, view, id=id)
        self._width = width
        largest = max(len(view.pairs.article(side).passages) for side in SIDES)
        self._number_width = max(2, len(str(largest)))
        self._couple()

    def set_order(self, order: Side) -> None:
        """Follow the order of an article."""
        self.order = order
        self._anew()

    def set_fold(self, fold: bool) -> None:
        """Fold passages with the same words, or show them."""
        self.fold = fold
        self._anew()

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return self._laid.height

    @property
    def couples(self) -> list[Couple]:
        """What the rows show."""
        return self._rows.couples

    def show(self, view: View) -> None:
        """Show another state."""
        before, self.view = self.view, view
        if view.pairs is not before.pairs:
            self._anew()
        elif not view.same_text(before):
            self._tags = {side: tag_signs(view, side, signs().annotated) for side in SIDES}
            self.repaint()
        elif view.focus != before.focus:
            self.refresh()

    def rows_of(self, focus: Focus) -> tuple[int, int]:
        """Return the rows of the couple in focus."""
        if not self.couples:
            return 0, 0
        index = self._rows.row_of(focus)
        return self._laid.firsts[index], self._laid.last_row(index)

    def neighbour(self, focus: Focus, step: int) -> Focus:
        """Return the focus some couples further."""
        return self._rows.neighbour(focus, step)

    def page(self, focus: Focus, share: float) -> Focus:
        """Return the focus a part of the window further."""
        index = self._rows.row_of(focus)
        row = self._laid.firsts[index] + round(self.room * share) if self.couples else 0
        there = self._laid.couple_at(max(0, min(row, self.row_count - 1)))
        if there == index:
            there += 1 if share > 0 else -1
        return self._rows.at(focus, there)

    def end(self, focus: Focus, *, last: bool) -> Focus:
        """Return the focus on the first or last couple."""
        return self._rows.end(focus, last=last)

    def lay_out(self, width: int) -> None:
        """Wrap the texts for a width."""
        self._width = width
        if self._columns() != self._laid.columns:
            self._lay()

    def row_key(self, row: int) -> object:
        """Return what the look of a row depends on."""
        index = self._laid.couple_at(row)
        focus = self.view.focus
        here = index == self._rows.row_of(focus)
        return here and (focus.side, focus.difference)

    def row_strip(self, row: int, width: int) -> Strip:
        """Paint a row."""
        index = self._laid.couple_at(row)
        couple = self.couples[index]
        line = row - self._laid.firsts[index]
        here = index == self._rows.row_of(self.view.focus)
        if row > self._laid.last_row(index):
            return Strip.blank(width, self.look.style("text"))
        if couple.folded:
            ground: Ground = "cursor" if here else "background"
            return strip_of(self._fold_parts(couple, width), self.look, ground, width)
        if self._laid.columns.one:
            side, line = self._laid.stacked(couple, line)
            return strip_of(self._cell(couple, side, line, here), self.look, self._ground(side, here), width)
        cell = self._laid.columns.gutter + self._laid.columns.text
        sign = signs().moved if couple.link is not None and couple.link.order == "moved" else signs().column
        middle = [(f" {sign if line == 0 else signs().column} ", "accent" if here else "faint")]
        segments: list[Segment] = []
        for side in SIDES:
            ground = self._ground(side, here)
            parts = fit_parts(self._cell(couple, side, line, here), cell)
            segments += [Segment(text, self.look.style(role, ground)) for text, role in parts]
            if side == "a":
                segments += [Segment(text, self.look.style(role)) for text, role in middle]
        return Strip(segments).adjust_cell_length(width, self.look.style("text"))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell which couple, side and character the pointer is on."""
        row = event.y + self.top
        if event.button != 1 or not 0 <= row < self.row_count:
            return
        columns = self._laid.columns
        index = self._laid.couple_at(row)
        couple, line = self.couples[index], row - self._laid.firsts[index]
        left = 0
        if columns.one:
            side, line = self._laid.stacked(couple, line)
        elif event.x >= columns.gutter + columns.text + columns.between // 2:
            side, left = "b", columns.gutter + columns.text + columns.between
        else:
            side = "a"
        stretch = self._laid.stretch(couple, side, line)
        offset = None
        if stretch is not None and not couple.folded:
            text = self.view.pairs.article(side).text[stretch.start : stretch.end]
            at = offset_at_cell(text, event.x - left - columns.gutter)
            offset = stretch.start + at if at is not None else None
        self.post_message(self.Pressed(couple, side, offset))

    def _couple(self) -> None:
        self._rows = AlignedRows(self.view.pairs, self.order, fold=self.fold)
        self._tags = {side: tag_signs(self.view, side, signs().annotated) for side in SIDES}
        self._lay()

    def _columns(self) -> Columns:
        return columns_of(self._width, self._number_width, SIDE_BY_SIDE)

    def _lay(self) -> None:
        self._laid = AlignedLayout(self.couples, self.view.pairs, self._columns())

    def _anew(self) -> None:
        """Make the couples anew; what is in focus stays in view."""
        self._couple()
        self.measure()
        self.repaint()
        self.call_after_refresh(self._reveal_focus)

    def _reveal_focus(self) -> None:
        self.reveal(self.view.focus)

    def _ground(self, side: Side, here: bool) -> Ground:
        if not here:
            return "background"
        return "cursor" if side == self.view.focus.side else "counterpart"

    def _fold_parts(self, couple: Couple, width: int) -> list[Part]:
        count = len(couple.folded)
        ends = couple.folded[0], couple.folded[-1]
        spans = []
        for side in SIDES:
            numbers = [
                self.view.pairs.article(side).passages[index].number
                for one in ends
                if (index := one.passage(side)) is not None
            ]
            spans.append(f"{side.upper()} {numbers[0]}{signs().range}{numbers[-1]}")
        said = f"{count} passages with the same words {signs().dot} {spans[0]} = {spans[1]}"
        rule = signs().rule * 2
        return [(f" {rule} ", "faint"), (said, "muted"), (f" {signs().rule * width}", "faint")]

    def _cell(self, couple: Couple, side: Side, line: int, here: bool) -> list[Part]:
        """Return the gutter and the text of a line on a side."""
        columns, pairs = self._laid.columns, self.view.pairs
        passage = couple.passage(side)
        active = here and side == self.view.focus.side
        bar: Part = (signs().bar if here else " ", "accent" if active else "muted")
        blank = [bar, (" " * (columns.gutter - 1), "text")]
        if passage is None:
            return [*blank, (signs().absent if line == 0 else "", "muted")]
        stretch = self._laid.stretch(couple, side, line)
        if stretch is None:
            return blank
        state = pairs.state(side, passage)
        again = couple.again == side
        parts = blank
        if line == 0:
            number = str(pairs.article(side).passages[passage].number).rjust(self._number_width)
            letter = [(side.upper(), "muted")] if columns.one else []
            sign = (
                signs().only_here if state == "only" else signs().furniture if state == "furniture" else " "
            )
            role = "accent-strong" if active else "muted"
            own = self._tags[side].get(passage)
            theirs = self.view.company.sign(side, passage) if own is None else (own, "annotation")
            tag = (" ", "annotation") if again or theirs is None else theirs
            parts = [bar, tag, *letter, (number, role), (f"{sign} ", "muted")]
        text = pairs.article(side).text[stretch.start : stretch.end]
        if again:
            return [*parts, *marked_parts(text, stretch.start, [], "furniture"), (signs().ellipsis, "muted")]
        shown = "possible" if couple.link is not None and couple.link.strength == "possible" else state
        base = text_role(pairs.article(side).passages[passage], shown)
        annotated = passage in self._tags[side]
        marks = text_marks(self.view, side, passage, couple.link, near=here, annotated=annotated)
        return parts + marked_parts(text, stretch.start, marks, base)

"""One article, wrapped into rows, painted row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from compare_tui.article.model import Article
from compare_tui.tui.joins import Window
from compare_tui.tui.look import Ground, Look
from compare_tui.tui.pairs import Side, link_end, other
from compare_tui.tui.pane_rows import (
    BLANK_ROW,
    PaneRows,
    gutter,
    offset_at_cell,
    text_width,
    wrap_article,
)
from compare_tui.tui.parts import Part, RoleSpan, fit_parts, marked_parts
from compare_tui.tui.row_marks import View, row_letters, tag_signs, text_marks, text_role
from compare_tui.tui.signs import signs
from compare_tui.tui.widgets.painted import strip_of
from compare_tui.tui.widgets.plain_rows import PlainRows

Highlight = Literal["cursor", "counterpart", "second"]

MAX_CACHED_ROWS = 4096

_GROUNDS: dict[Highlight | None, Ground] = {
    "cursor": "cursor",
    "counterpart": "counterpart",
    "second": "background",
    None: "background",
}


def _bars() -> dict[Highlight | None, Part]:
    """Return the bar before a row, by what is highlighted."""
    return {
        "cursor": (signs().bar, "accent"),
        "counterpart": (signs().bar, "muted"),
        "second": (signs().thin_bar, "muted"),
        None: (" ", "text"),
    }


def _state_signs() -> dict[str, Part]:
    """Return the sign of a passage by its state."""
    return {
        "linked": (signs().linked, "muted"),
        "moved": (signs().moved, "muted"),
        "possible": (signs().possible, "muted"),
        "only": (signs().only_here, "only"),
        "furniture": (signs().furniture, "furniture"),
        "unknown": (signs().unknown, "muted"),
    }


class ArticlePane(PlainRows, ScrollView, can_focus=True, inherit_bindings=False):
    """An article.

    The rows have as much room above and below as the window is high, so that any passage can stand at any
    height, level with its counterpart.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "ArticlePane { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll; }"

    @dataclass(repr=False, eq=False)
    class Pressed(Message):
        """The mouse was pressed on a passage.

        Attributes:
            side: Which article.
            passage: Index of the passage.
            offset: Offset in ``Article.text`` of the character under the pointer; None beside the text.
        """

        side: Side
        passage: int
        offset: int | None

    @dataclass(repr=False, eq=False)
    class Dragged(Message):
        """The mouse is dragged over the text.

        Attributes:
            side: Which article.
            start: Offset in ``Article.text`` where it was pressed.
            end: Offset where it is now.
        """

        side: Side
        start: int
        end: int

    @dataclass(repr=False, eq=False)
    class Resized(Message):
        """The rows were laid out anew."""

        side: Side

    def __init__(
        self,
        article: Article,
        side: Side,
        look: Look,
        view: View,
        expected: tuple[int, int] | None = None,
        *,
        id: str,  # noqa: A002
    ) -> None:
        """Make the pane of an article.

        Args:
            article: What it shows.
            side: Which of the two it is.
            look: The styles.
            view: What is known and where the reader is.
            expected: About how many passages the articles will have, of which these are the beginnings.
            id: Its name on the screen.
        """
        super().__init__(id=id)
        self.side: Side = side
        self.look = look
        self._pad = 0
        self._pressed_at: int | None = None
        self._dragged_to: int | None = None
        self._cache: dict[object, Strip] = {}
        self._take(article, view, expected)

    def _take(self, article: Article, view: View, expected: tuple[int, int] | None = None) -> None:
        self.article, self.view = article, view
        self.rows = PaneRows(0, [], [], [], [], [])
        self._highlights = self._highlighted(view)
        self._tags = self._tag_signs(view)
        counts = expected or (len(view.pairs.a.passages), len(view.pairs.b.passages))
        own, away = counts if self.side == "a" else counts[::-1]
        self._edge = gutter(own, away)
        self._number_width, self._counter_width, self._gutter_width = self._edge

    def take_article(self, article: Article, view: View) -> None:
        """Show another article; what is in focus stands where the passage in focus stood.

        Args:
            article: What it shows from now on.
            view: What is known and where the reader is.
        """
        row = self.row_on_screen(self.view.focus.passage(self.side)) if self.rows.firsts else 0
        self._take(article, view)
        self._cache.clear()
        if self._pad:
            self._wrap(self.size.width)
            self.virtual_size = Size(self.size.width, len(self.rows) + 2 * self._pad)
            self.level(view.focus.passage(self.side), row)
        self.refresh()

    def _fit_again(self, view: View) -> None:
        """Wrap for another margin; what is in focus stays where it was."""
        passage = view.focus.passage(self.side)
        row = self.row_on_screen(passage)
        self._wrap(self.size.width)
        self.virtual_size = Size(self.size.width, len(self.rows) + 2 * self._pad)
        self.level(passage, row)

    @property
    def top(self) -> int:
        """The row at the upper edge of the window; negative above the text."""
        return round(self.scroll_y) - self._pad if self._pad else -1

    @top.setter
    def top(self, row: int) -> None:
        self.scroll_to(y=row + self._pad, animate=False, force=True)

    def set_look(self, look: Look) -> None:
        """Repaint in other styles."""
        self.look = look
        self._cache.clear()
        self.refresh()

    def show(self, view: View) -> None:
        """Show another state, repainting only the passages that look different."""
        before, self.view = self.view, view
        old, self._highlights = self._highlights, self._highlighted(view)
        if not view.same_text(before):
            self._tags = self._tag_signs(view)
            self._cache.clear()
            if self._pad and view.company.margin != before.company.margin:
                self._fit_again(view)
            self.refresh()
            return
        moved = (before.focus.link, before.focus.difference) != (view.focus.link, view.focus.difference)
        for passage in {*old, *self._highlights}:
            if moved or old.get(passage) != self._highlights.get(passage):
                self._refresh_passage(passage)

    def row_on_screen(self, passage: int) -> int:
        """Return the row of the window where a passage begins; it may lie outside."""
        return self.window().row(passage)

    def window(self) -> Window:
        """Return the rows that are on the screen."""
        return Window(self.rows.firsts, self.top, self.size.height)

    def level(self, passage: int, screen_row: int) -> None:
        """Scroll so that a passage begins at a row of the window."""
        if passage < len(self.rows.firsts):
            self.top = self.rows.firsts[passage] - screen_row

    def reveal(self, passage: int, offset: int | None = None) -> None:
        """Scroll as little as needed to show a passage with some room around it.

        Args:
            passage: Index of the passage.
            offset: A character of it that must be seen where the passage is taller than the window.
        """
        if passage >= len(self.rows.firsts):
            return
        height = max(self.size.height, 1)
        first, last = self.rows.firsts[passage], self.rows.lasts[passage]
        margin = min(4, max(0, (height - (last - first + 1)) // 2))
        if last - first + 1 > height:
            seen = self.rows.row_of(passage, offset) if offset is not None else first
            first, last = (first, first + height - 1) if seen < first + height else (seen, seen)
        top = min(self.top, max(first - margin, -1))
        end = max(len(self.rows), last + 1)
        top = max(top, min(last + margin, end) - height + 1)
        if top != self.top:
            self.top = top

    def scroll_by(self, rows: int) -> None:
        """Scroll freely, not beyond the ends of the text."""
        lowest, highest = -1, max(-1, len(self.rows) + 1 - self.size.height)
        self.top = min(max(self.top + rows, min(lowest, self.top)), max(highest, self.top))

    def render_line(self, y: int) -> Strip:
        """Paint a row of the window."""
        row = y + self.top
        width = self.size.width
        if not self._pad:
            self._wrap(width)
        if not 0 <= row < len(self.rows) or self.rows.passages[row] == BLANK_ROW:
            return Strip.blank(width, self.look.style("text"))
        passage = self.rows.passages[row]
        highlight = self._highlights.get(passage)
        focus = self.view.focus
        key = (row, width, highlight, highlight and focus.link, highlight and focus.difference)
        strip = self._cache.get(key)
        if strip is None:
            if len(self._cache) >= MAX_CACHED_ROWS:
                self._cache.clear()
            strip = self._cache[key] = self._painted(row, passage, highlight, width)
        return strip

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the new size; what was under the cursor stays where it was."""
        width, height = event.size.width, event.size.height
        passage = self.view.focus.passage(self.side)
        fresh = not self._pad
        before = self.row_on_screen(passage)
        self._wrap(width)
        self._pad = max(height, 1)
        self.virtual_size = Size(width, len(self.rows) + 2 * self._pad)
        if fresh or not 0 <= before < height:
            self.top = -1
            self.reveal(passage)
        else:
            self.level(passage, before)
        self.refresh()
        self.post_message(self.Resized(self.side))

    def _wrap(self, width: int) -> None:
        measure = text_width(width, self._edge, self.view.company.margin)
        if measure != self.rows.width:
            self.rows = wrap_article(self.article, measure)
            self._cache.clear()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell which passage and character the pointer is on."""
        if event.button != 1 or not self.rows.firsts:
            return
        passage = self.rows.passage_at(event.y + self.top)
        self._pressed_at = self._offset_at(event.x, event.y)
        if self._pressed_at is not None:
            self.capture_mouse()
        self.post_message(self.Pressed(self.side, passage, self._pressed_at))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what the pointer is dragged over."""
        if self._pressed_at is None:
            return
        row = event.y + self.top
        offset = self._offset_at(event.x, event.y)
        if offset is None and 0 <= row < len(self.rows) and event.x > self._gutter_width:
            # Behind the end of a row the whole row is meant.
            offset = self.rows.ends[row] - 1
        if offset is None or offset == self._dragged_to:
            return
        # A hand that trembles drags over nothing.
        if self._dragged_to is not None or abs(offset - self._pressed_at) > 1:
            self._dragged_to = offset
            self.post_message(self.Dragged(self.side, self._pressed_at, offset))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End dragging."""
        if self._pressed_at is not None:
            self.release_mouse()
        self._pressed_at = self._dragged_to = None

    def _offset_at(self, x: int, y: int) -> int | None:
        """Return the offset in ``Article.text`` of the character at a cell; None beside the text."""
        row = y + self.top
        if not 0 <= row < len(self.rows):
            return None
        start, end = self.rows.starts[row], self.rows.ends[row]
        index = offset_at_cell(self.article.text[start:end], x - self._gutter_width)
        return start + index if index is not None else None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the text under the pointer."""
        event.prevent_default().stop()
        self.scroll_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the text under the pointer."""
        event.prevent_default().stop()
        self.scroll_by(-3)

    def _highlighted(self, view: View) -> dict[int, Highlight]:
        focus = view.focus
        if not self.article.passages:
            return {}
        if focus.side == self.side:
            return {focus.passage(self.side): "cursor"}
        found: dict[int, Highlight] = {}
        if focus.link is not None:
            for link in view.pairs.links(focus.side, focus.passage(focus.side)):
                found[link_end(link, self.side)] = "second"
            found[link_end(focus.link, self.side)] = "counterpart"
        return found

    def _tag_signs(self, view: View) -> dict[int, str]:
        return tag_signs(view, self.side, signs().annotated)

    def _refresh_passage(self, passage: int) -> None:
        if passage >= len(self.rows.firsts):
            return
        y = self.rows.firsts[passage] - self.top
        height = self.rows.lasts[passage] - self.rows.firsts[passage] + 1
        if y < self.size.height and y + height > 0:
            self.refresh(Region(0, y, self.size.width, height).intersection(self.size.region))

    def _painted(self, row: int, passage: int, highlight: Highlight | None, width: int) -> Strip:
        ground = _GROUNDS[highlight]
        start, end = self.rows.starts[row], self.rows.ends[row]
        state = self.view.pairs.state(self.side, passage)
        parts = (
            self._gutter(passage, highlight)
            if row == self.rows.firsts[passage]
            else self._empty_gutter(highlight)
        )
        base = text_role(self.article.passages[passage], state)
        parts += marked_parts(self.article.text[start:end], start, self._marks(passage, highlight), base)
        if passage in self.view.company.touched(self.side):
            letters = row_letters(self.view, self.side, passage, (start, end))
            parts = fit_parts(parts, self._gutter_width + self.rows.width)
            parts += [(" ", "text"), *letters] if letters else []
        return strip_of(parts, self.look, ground, width)

    def _marks(self, passage: int, highlight: Highlight | None) -> list[RoleSpan]:
        view = self.view
        near = highlight in ("cursor", "counterpart") and view.focus.link is not None
        link = view.focus.link if near else None
        annotated = passage in self._tags
        return text_marks(view, self.side, passage, link, near=near, annotated=annotated)

    def _empty_gutter(self, highlight: Highlight | None) -> list[Part]:
        return [_bars()[highlight], (" " * (self._gutter_width - 1), "text")]

    def _gutter(self, passage: int, highlight: Highlight | None) -> list[Part]:
        pairs, focus = self.view.pairs, self.view.focus
        near = highlight in ("cursor", "counterpart")
        sign, role = _state_signs()[pairs.state(self.side, passage)]
        links = pairs.links(self.side, passage)
        shown = focus.link if near and focus.link in links else links[0] if links else None
        counter = ""
        if shown is not None:
            away = other(self.side)
            counter = str(pairs.article(away).passages[link_end(shown, away)].number)
            counter += signs().more if len(links) > 1 else ""
        number = str(self.article.passages[passage].number).rjust(self._number_width)
        return [
            _bars()[highlight],
            (self._tags.get(passage, " "), "annotation"),
            (number, "accent-strong" if near else "muted"),
            (sign, "accent-strong" if near else role),
            (counter.ljust(self._counter_width) + " ", "accent" if near else "muted"),
        ]

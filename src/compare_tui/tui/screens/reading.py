"""The reading screen: two articles side by side, what joins them, and what a person says about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from compare_tui.tui import focus as moves
from compare_tui.tui.arrangement import arrange, is_stacked
from compare_tui.tui.bindings import bindings_for
from compare_tui.tui.focus import Focus
from compare_tui.tui.inspector_lines import Subject
from compare_tui.tui.joins import joins_on_screen
from compare_tui.tui.jumps import JumpList
from compare_tui.tui.look import Look
from compare_tui.tui.pairs import Pairs, Side, difference_span, link_end, other
from compare_tui.tui.parts import Part
from compare_tui.tui.row_marks import View
from compare_tui.tui.screens.arriving import Arriving
from compare_tui.tui.screens.carrying import Carrying
from compare_tui.tui.screens.comparing import Comparing
from compare_tui.tui.screens.correcting import Correcting
from compare_tui.tui.screens.following import Following
from compare_tui.tui.screens.pointing import Pointing
from compare_tui.tui.screens.reviewing import ReviewingPart
from compare_tui.tui.screens.revising import Revising
from compare_tui.tui.screens.saving import Saving
from compare_tui.tui.screens.staging import Staging
from compare_tui.tui.screens.uncovering import Uncovering
from compare_tui.tui.screens.viewing import ViewName
from compare_tui.tui.signs import signs
from compare_tui.tui.widgets.article_pane import ArticlePane
from compare_tui.tui.widgets.inspector import Inspector
from compare_tui.tui.widgets.key_line import KeyLine
from compare_tui.tui.widgets.link_band import LinkBand
from compare_tui.tui.widgets.overview_strip import OverviewStrip
from compare_tui.tui.widgets.painted import Painted
from compare_tui.tui.widgets.pane_header import PaneHeader
from compare_tui.tui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison
    from compare_tui.tui.screens.arriving import Whole

STACKED_LEVEL = 1
"""Row of the lower window on which the counterpart begins when the articles are stacked."""


class ReadingLayout(Layout):
    """Places the parts of the reading screen."""

    name = "reading"
    front: Side = "a"
    view: ViewName = "reading"
    large_inspector = False

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Return where each child stands; one without room is left out."""
        boxes = arrange(size.width, size.height, self.front, self.view, large_inspector=self.large_inspector)
        return [
            WidgetPlacement(Region(*boxes[child.id]), Offset(), Spacing(), child)
            for child in children
            if child.id in boxes
        ]


class ReadingScreen(
    Comparing,
    Carrying,
    Following,
    Saving,
    ReviewingPart,
    Revising,
    Pointing,
    Correcting,
    Uncovering,
    Staging,
    Arriving,
):
    """The reading screen. It holds where the reader is; the widgets only show it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for("reading")
    AUTO_FOCUS = "#pane-a"

    def __init__(
        self,
        a: Article,
        b: Article,
        notebook: Notebook,
        look: Look,
        compare: Callable[..., Comparison] | None,
    ) -> None:
        """Make the screen for a pair of articles.

        Args:
            a: The first article.
            b: The second article.
            notebook: Where annotations go.
            look: The styles.
            compare: Compares the articles; None for the program's own comparison.
        """
        super().__init__()
        self.a, self.b = a, b
        self.notebook = notebook
        self.look = look
        self.compare = compare
        self.comparison: Comparison | None = None
        self.show_style = False
        self.pairs = Pairs(a, b, None)
        self.focus_at = Focus()
        self.jumps = JumpList()
        self.selected = {}
        self.read_placed()
        self._places = ReadingLayout()

    def compose(self) -> ComposeResult:
        """Make the parts."""
        view = self.make_view()
        yield PaneHeader(self.a, self.b, "a", self.look, id="header-a")
        yield Painted(self.look, ground="surface", id="header-band")
        yield PaneHeader(self.b, self.a, "b", self.look, id="header-b")
        yield OverviewStrip("a", self.look, id="strip-a")
        expected = self.arrival.expected if self.arrival is not None else None
        yield ArticlePane(self.a, "a", self.look, view, expected, id="pane-a")
        yield LinkBand(self.look, id="band")
        yield ArticlePane(self.b, "b", self.look, view, expected, id="pane-b")
        yield OverviewStrip("b", self.look, id="strip-b")
        yield Inspector(self.look, id="inspector")
        yield KeyLine(self.look, ground="surface", id="keys")

    def on_mount(self) -> None:
        """Show the texts, then start comparing them."""
        self._panes: dict[Side, ArticlePane] = {
            "a": self.query_one("#pane-a", ArticlePane),
            "b": self.query_one("#pane-b", ArticlePane),
        }
        self._strips = {side: self.query_one(f"#strip-{side}", OverviewStrip) for side in self._panes}
        self._band = self.query_one(LinkBand)
        self._inspector = self.query_one(Inspector)
        self._key_line = self.query_one(KeyLine)
        for pane in self._panes.values():
            self.watch(pane, "scroll_y", self._draw_around, init=False)
        self._unsubscribe = self.notebook.subscribe(self.on_notebook_changed)
        self.show_focus(self.focus_at)
        if self.arrival is not None:
            self.call_after_refresh(self.wait_for_rest)
            return
        self.call_after_refresh(self.start_following)
        self.tell_hidden()
        self.call_after_refresh(self.start_comparison)
        self.call_after_refresh(self.start_keeping)
        self.call_after_refresh(self.look_for_earlier)

    def take_comparison(self, found: Comparison) -> None:
        """Show a comparison, with the corrections of the notebook."""
        Correcting.take_comparison(self, found)

    def on_notebook_changed(self) -> None:
        """Show the annotations and the links as they are now, unless something hides the articles."""
        if self.is_covered:
            return
        self.read_placed()
        self.apply_corrections()
        self.show_state()
        self.note_reviews()

    @property
    def layout(self) -> Layout:
        """How the parts are placed."""
        return self._places

    def take_articles(self, a: Article, b: Article, focus: Focus) -> None:
        """Show other articles in place of the two, and compare them."""
        self.forget_comparison()
        self.forget_found()
        self.a, self.b = a, b
        self.jumps, self.matches, self.selected = JumpList(), None, {}
        self.focus_at, self.pairs = focus, Pairs(a, b, None)
        self.read_placed()
        view = self.make_view()
        for side, pane in self._panes.items():
            pane.take_article(self.pairs.article(side), view)
            self.query_one(f"#header-{side}", PaneHeader).take_article(
                self.pairs.article(side), self.pairs.article(other(side))
            )
        self.take_articles_of_company()
        self.show_focus(focus)
        self.start_comparison()

    def take_whole(self, whole: Whole) -> None:
        """Show whole articles in place of their beginnings, which look the same, and begin with them."""
        self._unsubscribe()
        self.notebook, self.open_notebook = whole.notebook, whole.open_notebook
        self.author_question = whole.author_question
        self._unsubscribe = self.notebook.subscribe(self.on_notebook_changed)
        self.take_articles(whole.a, whole.b, self.focus_at)
        self.start_following()
        self.tell_hidden()
        self.start_keeping()
        self.look_for_earlier()

    def use_notebook(self, notebook: Notebook) -> None:
        """Go on with another notebook."""
        self._unsubscribe()
        self.notebook = notebook
        self._unsubscribe = notebook.subscribe(self.on_notebook_changed)
        self.on_notebook_changed()
        self.take_notebook_of_company()
        self.start_keeping()

    def on_unmount(self) -> None:
        """Stop listening to the notebook, and end its journal."""
        self._unsubscribe()
        self.stop_keeping()

    def set_look(self, look: Look) -> None:
        """Repaint in other styles; nothing moves."""
        self.look = look
        for widget in self.query("*").results(Widget):
            if isinstance(widget, Painted | ArticlePane | RowsView):
                widget.set_look(look)

    def show_focus(self, focus: Focus) -> None:
        """Go somewhere: the passage comes into view and its counterpart level with it.

        Args:
            focus: Where the reader is from now on.
        """
        swapped = focus.side != self._places.front
        self.focus_at = focus
        self._show_parts()
        if self.stage is not None:
            self._places.front = focus.side
        elif swapped:
            self._places.front = focus.side
            self._panes[focus.side].focus(scroll_visible=False)
            if self.is_stacked:
                self._panes[focus.side].refresh(layout=True)
                self.call_after_refresh(self.settle)
        self.settle()

    def settle(self) -> None:
        """Scroll both articles to what is in focus."""
        focus = self.focus_at
        if self.stage is not None:
            self.stage.reveal(focus)
            return
        away = other(focus.side)
        near_pane, far_pane = self._panes[focus.side], self._panes[away]
        passage = focus.passage(focus.side)
        near_pane.reveal(passage, self._detail(focus.side))
        if focus.link is not None and (self.together or focus.difference is not None):
            row = STACKED_LEVEL if self.is_stacked else near_pane.row_on_screen(passage)
            far_pane.level(link_end(focus.link, away), row)
        self._draw_around()

    def show_state(self) -> None:
        """Repaint what depends on the focus, the comparison or the annotations; nothing scrolls."""
        self._show_parts()
        self._draw_around()

    def _show_parts(self) -> None:
        """Repaint what shows the state by itself; band and overviews follow what the articles scroll to."""
        view = self.make_view()
        focus = self.focus_at
        self.show_stage(view)
        for side, pane in self._panes.items():
            pane.show(view)
            passages = pane.article.passages
            count = len(passages) if self.arrival is None else signs().ellipsis
            place = f"{passages[focus.passage(side)].number}/{count}" if passages else "empty"
            header = self.query_one(f"#header-{side}", PaneHeader)
            header.show(active=focus.side == side, place=place)
        self._inspector.show(self._subject())
        self._key_line.show(self.status_parts())

    def show_hint(self, rows: Sequence[Sequence[Part]]) -> None:
        """Show some rows in place of what is known of the focus; none to end it."""
        self._inspector.show_hint(rows)

    def show_progress(self) -> None:
        """Repaint the last line; behind a list of a review only where saving fails."""
        if self.is_covered and not self.save_failed:
            return
        self._key_line.show(self.status_parts())

    @property
    def is_stacked(self) -> bool:
        """Whether the articles stand one above the other."""
        return is_stacked(self.size.width)

    def make_view(self) -> View:
        """Return what the widgets show."""
        letters = {tag.name: tag.key for tag in self.notebook.tag_set.tags}
        selected = tuple((side, *span) for side, span in sorted(self.selected.items()))
        return View(self.focus_at, self.pairs, self.placed, letters, self.matches, selected, self.company)

    def place_views(self, name: ViewName) -> None:
        """Give a view the room of the articles; the place, the side and the difference in focus stay."""
        self._places.view = name
        self._places.front = self.focus_at.side
        self._inspector.refresh(layout=True)
        (self.stage or self._panes[self.focus_at.side]).focus(scroll_visible=False)
        self.show_state()
        self.call_after_refresh(self.settle)

    def _subject(self) -> Subject:
        return Subject(
            self.focus_at,
            self.pairs,
            self.placed,
            self.notebook.tag_set,
            self.notebook.author.id,
            self.tag_for_kind,
            self.company,
        )

    def _detail(self, side: Side) -> int | None:
        """Return where the focused difference, or the match gone to, begins on a side."""
        if self.focus_at.difference is None:
            at = self.matches.current if self.matches is not None else -1
            match = self.matches.found[at] if self.matches is not None and at >= 0 else None
            return match.start if match is not None and match.side == side else None
        span = difference_span(self.pairs.differences[self.focus_at.difference], side)
        return span.start if span is not None else None

    def _draw_around(self) -> None:
        """Draw what stands beside the articles: the band between them and the overviews."""
        if self.stage is not None or self.arrival is not None:
            return
        a, b = self._panes["a"], self._panes["b"]
        self._band.show(joins_on_screen(self.focus_at, self.pairs, a.window(), b.window()))
        view = self.make_view()
        for side, strip in self._strips.items():
            pane = self._panes[side]
            strip.show(view, pane.rows.firsts, len(pane.rows), pane.top, pane.size.height)

    @on(ArticlePane.Resized)
    def _panes_resized(self) -> None:
        self.settle()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the focus value and Textual's focus together."""
        if isinstance(event.widget, ArticlePane) and event.widget.side != self.focus_at.side:
            self.show_focus(moves.to_side(self.focus_at, self.pairs, event.widget.side))

    def action_next_theme(self) -> None:
        """Change to the next colour theme."""
        self._host().use_next_theme()

    def action_inspector_down(self) -> None:
        """Show later lines of the inspector."""
        self._inspector.scroll_lines(max(self._inspector.room - 1, 1))

    def action_inspector_up(self) -> None:
        """Show earlier lines of the inspector."""
        self._inspector.scroll_lines(-max(self._inspector.room - 1, 1))

    def action_inspector_size(self) -> None:
        """Give the inspector more room, or as much as before."""
        self._places.large_inspector = not self._places.large_inspector
        self._inspector.refresh(layout=True)
        self.call_after_refresh(self.show_state)
        self.call_after_refresh(self.settle)

    def action_help(self) -> None:
        """Show all keys."""
        from compare_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.look))

    def action_palette(self) -> None:
        """Find an action by name."""
        from textual.command import CommandPalette

        self.app.push_screen(CommandPalette(placeholder="an action"))

    async def action_quit(self) -> None:
        """Leave the program."""
        await self.app.action_quit()

    def _host(self) -> CompareApp:
        return cast("CompareApp", self.app)


if TYPE_CHECKING:
    from compare_tui.tui.app import CompareApp

"""The mode in which words are selected by keyboard, under the keys of a line at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from compare_tui.article.model import Article
from compare_tui.tui.look import Look
from compare_tui.tui.pairs import Side
from compare_tui.tui.parts import Part
from compare_tui.tui.selecting import Selecting, anchored, moved, select_at, to_clause_end
from compare_tui.tui.widgets.painted import Painted

Outcome = Literal["keep", "tag", "copy", "other", "drop"]
_KEYS: tuple[tuple[str, str], ...] = (
    ("h l", "word"),
    ("space", "begin"),
    ("c", "clause"),
    ("j k", "passage"),
    ("tab", "other article"),
    ("t", "tag"),
    ("y", "copy"),
    ("enter", "keep"),
    ("esc", "drop"),
)


class _Hint(Painted):
    def parts_at(self, y: int) -> list[Part]:
        parts: list[Part] = [(" Select ", "active"), (" ", "text")]
        for key, word in _KEYS:
            parts += [(key, "accent-strong"), (f" {word}  ", "muted")]
        return parts


class SelectionScreen(ModalScreen[Outcome]):
    """Moves a selection about; the reading screen beneath shows it."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    SelectionScreen { align: left bottom; background: transparent; }
    SelectionScreen > _Hint { height: 1; width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,w", "step(1)", "next word", show=False),
        Binding("left,h,b", "step(-1)", "previous word", show=False),
        Binding("home,0,g", "step(-100000)", "first word", show=False),
        Binding("end,dollar_sign,G", "step(100000)", "last word", show=False),
        Binding("space", "anchor", "begin the selection here", show=False),
        Binding("c,e", "clause", "to the end of the clause", show=False),
        Binding("down,j", "passage(1)", "next passage", show=False),
        Binding("up,k", "passage(-1)", "previous passage", show=False),
        Binding("t", "leave('tag')", "tag the words", show=False),
        Binding("y", "leave('copy')", "copy the words", show=False),
        Binding("tab", "leave('other')", "select in the other article, too", show=False),
        Binding("enter", "leave('keep')", "keep the selection", show=False),
        Binding("escape,q", "leave('drop')", "drop the selection", show=False),
    ]

    def __init__(
        self,
        look: Look,
        state: Selecting,
        show: Callable[[Selecting], None],
        article_of: Callable[[Side], Article],
    ) -> None:
        """Make the mode.

        Args:
            look: The styles.
            state: Where the selection begins.
            show: Shows a selection on the reading screen.
            article_of: Returns the article of a side.
        """
        super().__init__()
        self.look = look
        self.state = state
        self._show, self._article_of = show, article_of

    def compose(self) -> ComposeResult:
        """Make the line of keys."""
        yield _Hint(self.look, ground="surface")

    def _set(self, state: Selecting) -> None:
        self.state = state
        self._show(state)

    def action_step(self, step: int) -> None:
        """Move the cursor by words."""
        self._set(moved(self.state, step))

    def action_anchor(self) -> None:
        """Begin the selection here, or let it go."""
        self._set(anchored(self.state))

    def action_clause(self) -> None:
        """Extend the selection to the end of the clause."""
        self._set(to_clause_end(self.state, self._article_of(self.state.side)))

    def action_passage(self, step: int) -> None:
        """Go to another passage; the selection begins anew."""
        article = self._article_of(self.state.side)
        passage = max(0, min(self.state.passage + step, len(article.passages) - 1))
        self._set(select_at(article, self.state.side, passage))

    def action_leave(self, outcome: Outcome) -> None:
        """End the mode.

        Args:
            outcome: What becomes of the selection.
        """
        self.dismiss(outcome)

"""Comparing in the background: the text is readable at once, the links come when they are found."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from compare_tui.tui.parts import Part
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.asking import Asking
from compare_tui.tui.screens.explaining import Explain, Explaining, notes_told
from compare_tui.tui.signs import signs

if TYPE_CHECKING:
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison

FIRST_PAINT = 0.05
"""Seconds that the first paint takes to reach the terminal."""

REPORT_EVERY = 0.05
"""Seconds between two reports of progress."""


class _CancelledError(Exception):
    """The comparison is no longer wanted."""


class Comparing(Explaining, Asking):
    """The part of the reading screen that runs the comparison."""

    a: Article
    b: Article
    compare: Callable[..., Comparison] | None
    comparison: Comparison | None
    show_style: bool
    progress: tuple[float, str] | None = None
    failure: str = ""
    stopped = False

    @dataclass(repr=False, eq=False)
    class Progress(Message):
        """How far the comparison is.

        Attributes:
            fraction: 0 to 1.
            word: What it is doing.
        """

        fraction: float
        word: str

        def can_replace(self, message: Message) -> bool:
            """Let only the latest report be handled."""
            return isinstance(message, Comparing.Progress)

    @dataclass(repr=False, eq=False)
    class Ready(Message):
        """The comparison is there."""

        comparison: Comparison

    @dataclass(repr=False, eq=False)
    class Failed(Message):
        """The comparison came to nothing.

        Attributes:
            reason: One line.
        """

        reason: str

    def start_comparison(self) -> None:
        """Compare in a thread."""
        self.progress, self.failure, self.stopped = (0.0, ""), "", False
        self.show_progress()
        gc.disable()
        self._compare_in_thread()

    def comparison_status(self) -> list[Part]:
        """Return what the status says about the comparison; nothing when it is done."""
        if self.failure:
            return [(f"comparison failed: {self.failure}", "error")]
        if self.stopped:
            return [
                (
                    f"comparison stopped {signs().dot} {self.key('toggle_comparison')} compares",
                    "accent",
                )
            ]
        if self.progress is None:
            return []
        fraction, word = self.progress
        return [(f"comparing {fraction:.0%}" + (f" {signs().dot} {word}" if word else ""), "accent")]

    def action_toggle_comparison(self) -> None:
        """Stop a comparison that runs; else compare anew."""
        if self.progress is None:
            self.start_comparison()
            return
        self.workers.cancel_group(self, "comparison")
        self._ended()
        self.stopped = True
        self.show_progress()

    def forget_comparison(self) -> None:
        """Stop a comparison that runs, and forget what is known."""
        if self.progress is not None:
            self.workers.cancel_group(self, "comparison")
            self._ended()
        self.comparison = self._explainer = None

    def show_explanation(self, explain: Explain) -> None:
        """Show an explanation as soon as it is made."""
        from compare_tui.tui.screens.explain import ExplainScreen

        self.app.push_screen(ExplainScreen(self.look, explain))

    def show_progress(self) -> None:
        """Repaint the status line; the reading screen does it."""
        raise NotImplementedError

    def take_comparison(self, found: Comparison) -> None:
        """Show a comparison; the reading screen does it."""
        raise NotImplementedError

    @work(thread=True, exclusive=True, exit_on_error=False, group="comparison")
    def _compare_in_thread(self) -> None:
        worker = get_current_worker()
        last = 0.0

        def report(fraction: float, word: str) -> None:
            nonlocal last
            if worker.is_cancelled:
                raise _CancelledError
            now = time.monotonic()
            if now - last >= REPORT_EVERY:
                last = now
                self.post_message(self.Progress(fraction, word))

        # The first paint is on its way to the terminal; a thread that computes would hold it up.
        time.sleep(FIRST_PAINT)
        try:
            compare = self.compare or partial(_own_comparison(), similarity=self.similarity)
            result = compare(self.a, self.b, progress=report)
        except _CancelledError:
            return
        except Exception as error:
            # Whatever went wrong, the articles stay readable and the reader is told.
            self.log.error(error)
            self.post_message(self.Failed(safe(str(error)) or type(error).__name__))
        else:
            self.post_message(self.Ready(result))

    def _ended(self) -> None:
        """Note that no comparison runs, and collect garbage again, which would slow it down.

        What is there by now stays: looking through it again and again would hold up a key now and then.
        """
        self.progress = None
        gc.freeze()
        gc.enable()

    @on(Progress)
    def _progressed(self, message: Progress) -> None:
        if self.progress is not None:
            self.progress = (min(max(message.fraction, 0.0), 1.0), safe(message.word))
            self.show_progress()

    @on(Ready)
    def _compared(self, message: Ready) -> None:
        if self.stopped:
            return
        self.progress = None
        self.take_comparison(message.comparison)
        self._ended()
        for told in notes_told(message.comparison.notes, self.key("explain")):
            self.app.notify(safe(told), timeout=10, markup=False)

    @on(Failed)
    def _not_compared(self, message: Failed) -> None:
        self._ended()
        self.failure = message.reason
        self.show_progress()
        self.app.notify(f"comparison failed: {message.reason}", severity="error", timeout=10, markup=False)


def _own_comparison() -> Callable[..., Comparison]:
    """Import the comparison late: the texts are on the screen before it is loaded."""
    from compare_tui.comparison import compare

    return compare

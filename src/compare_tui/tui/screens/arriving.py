"""Long articles whose beginnings are on the screen before the rest is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from textual import on, work
from textual.message import Message

from compare_tui.annotation.model import NotebookError
from compare_tui.article.model import ArticleError
from compare_tui.tui.screens.asking import Asking

if TYPE_CHECKING:
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.tui.screens.signing import AuthorQuestion


class Whole(NamedTuple):
    """What takes the place of two beginnings.

    Attributes:
        a: The first article.
        b: The second article.
        notebook: Where annotations go.
        open_notebook: Reads the notebook that takes the place of ``notebook``; None where that one stays.
        author_question: How to ask who annotates; None where that is known.
    """

    a: Article
    b: Article
    notebook: Notebook
    open_notebook: Callable[[], Notebook] | None
    author_question: AuthorQuestion | None


class Arrival(NamedTuple):
    """How the rest of two articles comes.

    Attributes:
        wait: Waits for both; may raise an ArticleError, a NotebookError or an OSError.
        expected: About how many passages each will have.
    """

    wait: Callable[[], Whole]
    expected: tuple[int, int]


class Arriving(Asking):
    """The part of the reading screen that shows beginnings first; nothing is done to them."""

    arrival: Arrival | None = None
    _later: tuple[Callable[[], object], ...] = ()

    @dataclass(repr=False, eq=False)
    class Arrived(Message):
        """Both articles are read."""

        whole: Whole

    @dataclass(repr=False, eq=False)
    class NotArrived(Message):
        """One of them, or the notebook, cannot be read."""

        error: Exception

    def when_whole(self, act: Callable[[], object]) -> None:
        """Do something after the first paint, once the articles are there to their ends."""
        if self.arrival is None:
            self.call_after_refresh(act)
        else:
            self._later += (act,)

    def wait_for_rest(self) -> None:
        """Wait for the rest in a thread."""
        if self.arrival is not None:
            self._wait(self.arrival.wait)

    def take_whole(self, whole: Whole) -> None:
        """Show whole articles in place of their beginnings; the reading screen does it."""
        raise NotImplementedError

    @work(thread=True, exit_on_error=False, group="arriving")
    def _wait(self, wait: Callable[[], Whole]) -> None:
        try:
            self.post_message(self.Arrived(wait()))
        except (ArticleError, NotebookError, OSError) as error:
            self.post_message(self.NotArrived(error))

    @on(Arrived)
    def _arrived(self, message: Arrived) -> None:
        self.arrival = None
        self.take_whole(message.whole)
        later, self._later = self._later, ()
        for act in later:
            self.call_after_refresh(act)
        self._program().go_on()

    @on(NotArrived)
    def _not_arrived(self, message: NotArrived) -> None:
        self._program().go_on(message.error)

    def _program(self) -> CompareApp:
        return cast("CompareApp", self.app)


if TYPE_CHECKING:
    from compare_tui.tui.app import CompareApp

"""Articles and notebooks read in threads while the screen is shown: anew, late, or as they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from compare_tui.annotation.model import NotebookError
from compare_tui.article.model import ArticleError
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.asking import Asking
from compare_tui.tui.screens.rereading import Rereading, Signature, signatures_of

if TYPE_CHECKING:
    from compare_tui.annotation.anchoring import Anchored
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.tui.screens.rereading import Found

LOOK_EVERY = 2.0
"""Seconds between looks at the files."""


class Following(Rereading, Asking):
    """The part of the reading screen that follows its files."""

    open_notebook: Callable[[], Notebook] | None = None
    _looking = False

    @dataclass(repr=False, eq=False)
    class Reread(Message):
        """Both articles were read anew."""

        a: Article
        b: Article
        found: Found

    @dataclass(repr=False, eq=False)
    class Unreadable(Message):
        """Something could not be read.

        Attributes:
            reason: One line, cleaned.
        """

        reason: str

    @dataclass(repr=False, eq=False)
    class LostFound(Message):
        """What is like words that are gone was looked for."""

        found: Found

    @dataclass(repr=False, eq=False)
    class NotebookRead(Message):
        """A large notebook was read."""

        notebook: Notebook

    @dataclass(repr=False, eq=False)
    class Looked(Message):
        """The files were looked at.

        Attributes:
            signatures: What was seen.
        """

        signatures: dict[Path, Signature]

    def start_following(self) -> None:
        """Look for words that are gone, read a large notebook, and watch the files from now on."""
        if self.open_notebook is not None:
            self._read_notebook(self.open_notebook)
        elif not self.look_for_lost():
            self.tell_what_changed()
        self.signatures = self.signatures_now()
        self.set_interval(LOOK_EVERY, self._look_at_files)

    def look_for_lost(self) -> bool:
        """Look for what is like words that are gone; tell whether there are any."""
        lost = (*self.notebook.lost, *self.notebook.lost_corrections)
        if lost:
            self._find_lost(lost)
        return bool(lost)

    def action_reread(self) -> None:
        """Read both articles anew, and find every annotation in them."""
        if self.reread is None:
            self.say("these articles cannot be read again")
            return
        self.say("reading the articles anew")
        self._read_again(self.reread)

    @work(thread=True, exclusive=True, exit_on_error=False, group="rereading")
    def _read_again(self, reread: Callable[[], tuple[Article, Article]]) -> None:
        from compare_tui.annotation.anchoring import find_lost

        try:
            a, b = reread()
        except (ArticleError, OSError) as error:
            self.post_message(self.Unreadable(safe(str(error))))
            return
        sought: tuple[Anchored, ...] = (*self.notebook.annotations, *self.notebook.corrections)
        self.post_message(self.Reread(a, b, find_lost(sought, a, b)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="anchoring")
    def _find_lost(self, lost: tuple[Anchored, ...]) -> None:
        from compare_tui.annotation.anchoring import find_lost

        self.post_message(self.LostFound(find_lost(lost, self.a, self.b)))

    @work(thread=True, exclusive=True, exit_on_error=False, group="anchoring")
    def _read_notebook(self, opened: Callable[[], Notebook]) -> None:
        from compare_tui.annotation.anchoring import find_lost

        try:
            notebook = opened()
        except (NotebookError, OSError) as error:
            self.post_message(self.Unreadable(safe(str(error))))
            return
        lost: tuple[Anchored, ...] = (*notebook.lost, *notebook.lost_corrections)
        notebook.take_placements(find_lost(lost, self.a, self.b))
        self.post_message(self.NotebookRead(notebook))

    @on(NotebookRead)
    def _notebook_read(self, message: NotebookRead) -> None:
        self.open_notebook = None
        self.use_notebook(message.notebook)
        self.tell_what_changed()
        self.tell_moved_links()

    @on(LostFound)
    def _lost_found(self, message: LostFound) -> None:
        self.notebook.take_placements(message.found)
        self.tell_what_changed()
        self.tell_moved_links()

    @on(Unreadable)
    def _not_read(self, message: Unreadable) -> None:
        self.warn(message.reason, title="Not read", severity="error")

    @on(Reread)
    def _articles_reread(self, message: Reread) -> None:
        self.take_reread(message.a, message.b, message.found)

    def _look_at_files(self) -> None:
        if not self._looking and self.can_ask and not self.writing:
            self._looking = True
            self._look(tuple(self.files()))

    @work(thread=True, exit_on_error=False, group="looking")
    def _look(self, paths: tuple[Path, ...]) -> None:
        self.post_message(self.Looked(signatures_of(paths)))

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        self._looking = False
        self.take_look(message.signatures)

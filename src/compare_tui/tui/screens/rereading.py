"""Articles and notebooks that are read while the screen is shown: anew, late, or because they changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from compare_tui.annotation.model import NotebookError
from compare_tui.article.model import ArticleError
from compare_tui.article.wording import counted
from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.pairs import SIDE_NAMES, SIDES, Pairs, Side
from compare_tui.tui.parts import safe
from compare_tui.tui.screens.annotating import Annotating

if TYPE_CHECKING:
    from compare_tui.annotation.anchoring import Anchored, Placements, Tally
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article

    Found = dict[str, tuple[Anchored, Placements]]

LOOK_EVERY = 2.0
"""Seconds between looks at the files."""

Signature = tuple[int, int, int] | None
"""What tells that a file changed: inode, size and time in nanoseconds; None without a file."""


class Rereading(Annotating):
    """The part of the reading screen that follows its files."""

    reread: Callable[[], tuple[Article, Article]] | None = None
    open_notebook: Callable[[], Notebook] | None = None
    _signatures: dict[Path, Signature]
    _looking = False

    @dataclass
    class Reread(Message):
        """Both articles were read anew."""

        a: Article
        b: Article
        found: Found

    @dataclass
    class Unreadable(Message):
        """Something could not be read.

        Attributes:
            reason: One line, cleaned.
        """

        reason: str

    @dataclass
    class LostFound(Message):
        """What is like words that are gone was looked for."""

        found: Found

    @dataclass
    class NotebookRead(Message):
        """A large notebook was read."""

        notebook: Notebook

    @dataclass
    class Looked(Message):
        """The files were looked at.

        Attributes:
            signatures: What was seen.
        """

        signatures: dict[Path, Signature]

    def take_articles(self, a: Article, b: Article, focus: Focus) -> None:
        """Show other articles in place of the two; the reading screen does it."""
        raise NotImplementedError

    def use_notebook(self, notebook: Notebook) -> None:
        """Go on with another notebook; the reading screen does it."""
        raise NotImplementedError

    def start_following(self) -> None:
        """Look for words that are gone, read a large notebook, and watch the files from now on."""
        if self.open_notebook is not None:
            self._read_notebook(self.open_notebook)
        elif not self.look_for_lost():
            self.tell_what_changed()
        self._signatures = {path: _signature(path) for path in self._files()}
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
        self._tell_moved_links()

    @on(LostFound)
    def _lost_found(self, message: LostFound) -> None:
        self.notebook.take_placements(message.found)
        self.tell_what_changed()
        self._tell_moved_links()

    def _tell_moved_links(self) -> None:
        """Tell what became of links that were corrected by hand."""
        states = [self.notebook.correction_state(one) for one in self.notebook.corrections]
        told = []
        if count := states.count("moved"):
            keys = f"{self.key('accept_place')} accepts, {self.key('keep_orphan')} refuses"
            told.append(f"For {counted(count, 'corrected link')} other words are proposed; there, {keys}.")
        if count := states.count("orphan"):
            told.append(f"The words of {counted(count, 'corrected link')} are gone; the notebook keeps them.")
        if told:
            self.app.notify(" ".join(told), severity="warning", timeout=10, markup=False)

    @on(Unreadable)
    def _not_read(self, message: Unreadable) -> None:
        self.app.notify(message.reason, title="Not read", severity="error", timeout=10, markup=False)

    @on(Reread)
    def _articles_reread(self, message: Reread) -> None:
        new: dict[Side, Article] = {"a": message.a, "b": message.b}
        old: dict[Side, Article] = {"a": self.a, "b": self.b}
        changed = [side for side in SIDES if new[side].text_sha256 != old[side].text_sha256]
        self._signatures |= {path: _signature(path) for path in self._files()}
        if not changed:
            self.say("the articles have not changed")
            return
        focus = _carried(self.focus_at, old, new)
        self.notebook.replace_articles(message.a, message.b, message.found)
        self.take_articles(message.a, message.b, focus)
        names = " and ".join(SIDE_NAMES[side] for side in changed)
        verb = "has" if len(changed) == 1 else "have"
        self.app.notify(
            f"{names} {verb} changed: {self._told(self.notebook.tally)}", timeout=10, markup=False
        )
        self._tell_moved_links()

    def _told(self, tally: Tally) -> str:
        """Return what became of the annotations, in one line."""
        if not (tally.anchored or tally.moved or tally.orphan):
            return "no annotations yet"
        parts = [f"{tally.anchored} in place"]
        if tally.moved:
            parts.append(f"{tally.moved} moved ({self.key('accept_place')} accepts the new place)")
        if tally.orphan:
            parts.append(f"{tally.orphan} without their words")
        return f"annotations {', '.join(parts)}"

    def _files(self) -> list[Path]:
        """Return the files to look at."""
        paths = (self.a.path, self.b.path, self.notebook.path)
        return [path for path in paths if path is not None]

    def _look_at_files(self) -> None:
        if not self._looking and self.app.screen is self and self._writing is None:
            self._looking = True
            self._look(tuple(self._files()))

    @work(thread=True, exit_on_error=False, group="looking")
    def _look(self, paths: tuple[Path, ...]) -> None:
        self.post_message(self.Looked({path: _signature(path) for path in paths}))

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        self._looking = False
        before, now = self._signatures, message.signatures
        changed = {path for path, one in now.items() if one != before.get(path, one)}
        self._signatures = {**before, **now}
        names = [
            safe(path.name)
            for path in (self.a.path, self.b.path)
            if path is not None and path in changed and now[path] is not None
        ]
        if names:
            told = f"{' and '.join(names)} changed on disk: {self.key('reread')} reads the articles anew"
            self.app.notify(told, severity="warning", timeout=10, markup=False)
        mine = self.notebook.path
        if mine in changed and self._writing is None and self.notebook.is_changed_on_disk:
            self.save_failed = self.is_foreign = True
            self.ask_about_foreign_change()


def _carried(focus: Focus, old: dict[Side, Article], new: dict[Side, Article]) -> Focus:
    """Return the same place in newly read articles: by the words of the passages, else by their numbers."""
    cursors: dict[Side, int] = {}
    for side in SIDES:
        here = focus.passage(side)
        passages, before = new[side].passages, old[side].passages
        words = before[here].text if here < len(before) else None
        alike = [at for at, passage in enumerate(passages) if passage.text == words]
        nearest = min(alike, key=lambda at: abs(at - here), default=here)
        cursors[side] = min(nearest, max(len(passages) - 1, 0))
    pairs = Pairs(new["a"], new["b"], None)
    place = Focus(focus.side, cursors["a"], cursors["b"])
    return at_passage(place, pairs, focus.side, cursors[focus.side])


def _signature(path: Path) -> Signature:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns

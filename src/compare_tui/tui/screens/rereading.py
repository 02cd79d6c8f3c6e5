"""Articles that are read anew, and files that others change meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article.wording import counted
from compare_tui.tui.focus import Focus, at_passage
from compare_tui.tui.pairs import SIDE_NAMES, SIDES, Pairs, Side
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.annotating import Annotating

if TYPE_CHECKING:
    from compare_tui.annotation.anchoring import Anchored, Placements, Tally
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article

    Found = dict[str, tuple[Anchored, Placements]]

Signature = tuple[int, int, int] | None
"""What tells that a file changed: inode, size and time in nanoseconds; None without a file."""


class Rereading(Annotating):
    """The part of reading that goes on with changed files."""

    reread: Callable[[], tuple[Article, Article]] | None = None
    signatures: dict[Path, Signature]

    def take_articles(self, a: Article, b: Article, focus: Focus) -> None:
        """Show other articles in place of the two; the reading screen does it."""
        raise NotImplementedError

    def use_notebook(self, notebook: Notebook) -> None:
        """Go on with another notebook; the reading screen does it."""
        raise NotImplementedError

    def take_reread(self, a: Article, b: Article, found: Found) -> None:
        """Go on with articles that were read anew.

        Args:
            a: The first article.
            b: The second article.
            found: Where each annotation and each corrected link stands in them.
        """
        new: dict[Side, Article] = {"a": a, "b": b}
        old: dict[Side, Article] = {"a": self.a, "b": self.b}
        changed = [side for side in SIDES if new[side].text_sha256 != old[side].text_sha256]
        self.signatures |= self.signatures_now()
        if not changed:
            self.say("the articles have not changed")
            return
        focus = _carried(self.focus_at, old, new)
        self.notebook.replace_articles(a, b, found)
        self.take_articles(a, b, focus)
        names = " and ".join(SIDE_NAMES[side] for side in changed)
        verb = "has" if len(changed) == 1 else "have"
        self.warn(f"{names} {verb} changed: {self._told(self.notebook.tally)}", severity="information")
        self.tell_moved_links()

    def tell_moved_links(self) -> None:
        """Tell what became of links that were corrected by hand."""
        states = [self.notebook.correction_state(one) for one in self.notebook.corrections]
        told = []
        if count := states.count("moved"):
            keys = f"{self.key('accept_place')} accepts, {self.key('keep_orphan')} refuses"
            told.append(f"For {counted(count, 'corrected link')} other words are proposed; there, {keys}.")
        if count := states.count("orphan"):
            told.append(f"The words of {counted(count, 'corrected link')} are gone; the notebook keeps them.")
        if told:
            self.warn(" ".join(told))

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

    def files(self) -> list[Path]:
        """Return the files to look at."""
        paths = (self.a.path, self.b.path, self.notebook.path)
        return [path for path in paths if path is not None]

    def signatures_now(self) -> dict[Path, Signature]:
        """Return what tells of each file that it changed."""
        return signatures_of(self.files())

    def take_look(self, now: dict[Path, Signature]) -> None:
        """Tell which files others have changed.

        Args:
            now: What tells of each file that it changed.
        """
        before = self.signatures
        changed = {path for path, one in now.items() if one != before.get(path, one)}
        self.signatures = {**before, **now}
        names = [
            safe(path.name)
            for path in (self.a.path, self.b.path)
            if path is not None and path in changed and now[path] is not None
        ]
        if names:
            told = f"{' and '.join(names)} changed on disk: {self.key('reread')} reads the articles anew"
            self.warn(told)
        mine = self.notebook.path
        if mine in changed and self.notebook.spare is not None:
            self.warn(f"{safe(mine.name)} changed on disk: {self.key('tag')} offers to read it again")
        if mine in changed and not self.writing and self.notebook.is_changed_on_disk:
            self.save_failed = self.is_foreign = True
            if self.can_ask and not self.ask_about_foreign_change():
                told = f"{self.save_error}. Nothing is written over it; what you do is kept in the journal"
                self.warn(f"{told}, and {self.key('save_as')} saves under another name.", severity="error")


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


def signatures_of(paths: Iterable[Path]) -> dict[Path, Signature]:
    """Return what tells of some files that they changed."""
    return {path: _signature(path) for path in paths}

"""Saving, recovery after a crash, and what others write into the same file."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.annotation.check import MAX_NOTE
from compare_tui.annotation.model import NotebookError
from compare_tui.annotation.notebook_saving import ForeignChangeError
from compare_tui.article.wording import counted
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.speaking import Speaking

if TYPE_CHECKING:
    from compare_tui.annotation.journal import Leftover
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.annotation.notebook_keeping import ForeignChange
    from compare_tui.article.model import Article

TOLD_ACTS = 6
"""Acts or changes that a question names; the others are counted."""


class Keeping(Speaking):
    """The part of reading that loses nothing."""

    a: Article
    b: Article
    notebook: Notebook
    clock: Callable[[], str]
    saved_at: str = ""
    save_failed: bool = False
    save_error: str = ""
    is_foreign: bool = False
    copy_path: Path | None = None
    note_of: str | None = None
    _backup_told: Path | None = None
    _problem_told: str = ""

    def use_notebook(self, notebook: Notebook) -> None:
        """Go on with another notebook; the reading screen does it."""
        raise NotImplementedError

    @property
    def writing(self) -> bool:
        """Whether another thread is saving."""
        return False

    def collect(self) -> bool:
        """Wait for a saving in another thread; tell whether it went well. Here there is none."""
        return True

    def show_progress(self) -> None:
        """Repaint the status line; the reading screen does it."""
        raise NotImplementedError

    def start_keeping(self) -> None:
        """Write acts down from now on, and ask about those that a program which died has left."""
        if self.notebook.read_only is not None:
            return
        from platformdirs import user_state_path

        self.notebook.keep_journal(user_state_path("compare-tui") / "journal")
        self._tell_journal_problem()
        others = self.notebook.other_instances
        if others:
            since = others[0].since
            told = f"These notes are open in another window since {since} (process {others[0].pid})."
            self.warn(f"{told} What both write is merged.")
        self._ask_about_leftovers()

    def stop_keeping(self) -> None:
        """End the journal; what is not saved stays in it."""
        self.collect()
        self.notebook.close_journal()

    def save(self, *, tell: bool = True, now: bool = True) -> bool:
        """Save what changed.

        Args:
            tell: Whether to show what went wrong; ``save_error`` has it in any case.
            now: Whether it must be on disk when this returns; else another thread may write it.

        Returns:
            Whether everything is on disk, or on its way there.
        """
        self.collect()
        try:
            written = self.notebook.save()
        except (NotebookError, OSError) as error:
            self.failed(error, tell)
            return False
        self.is_saved(written)
        return True

    def save_soon(self) -> bool:
        """Save after an act, without waiting for the disk.

        Returns:
            Whether nothing has gone wrong so far.
        """
        return self.save(now=False)

    def save_then(self, then: Callable[[bool], None], *, tell: bool = False) -> None:
        """Save everything, and go on once the disk has it.

        Args:
            then: Called with whether everything is on disk.
            tell: Whether to show what went wrong.
        """
        then(self.save(tell=tell))

    def is_saved(self, written: bool) -> None:
        """Take down that everything is saved.

        Args:
            written: Whether anything was written for it.
        """
        self.save_failed = False
        if written:
            self.saved_at = self.clock()
        backup = self.notebook.backup
        if backup is not None and backup != self._backup_told:
            self._backup_told = backup
            told = f"The file had been edited by hand; as it was, it is kept in {safe(backup.name)}."
            self.warn_later(told)
        self._tell_journal_problem()
        self.show_progress()

    def _tell_journal_problem(self) -> None:
        """Tell once why acts are not written down, where that is so."""
        problem = self.notebook.journal_problem
        if problem and problem != self._problem_told:
            self.warn_later(f"After a crash, what was not saved would be lost: {safe(problem)}.")
        self._problem_told = problem

    def failed(self, error: Exception, tell: bool) -> None:
        """Take down why nothing could be saved, and tell it where that is wanted."""
        self.save_failed, self.is_foreign = True, isinstance(error, ForeignChangeError)
        self.save_error = safe(str(error))
        if tell and self.is_foreign and self.ask_about_foreign_change():
            pass
        elif tell:
            key = self.key("save_as")
            told = f"{self.save_error}. {key} saves under another name."
            self.warn(told, title="Not saved", severity="error")
        self._tell_journal_problem()
        self.show_progress()

    def ask_about_foreign_change(self) -> bool:
        """Show what others have written into the file, and ask; tell whether it could be shown."""
        if not self.can_ask:
            return False
        try:
            change = self.notebook.foreign_change()
        except (NotebookError, OSError) as error:
            self.save_error = safe(str(error))
            return False
        lines = change.merged.told or ["Only its layout or comments differ."]
        self.choose(
            ("Someone else changed this file since it was read:", "", *_some(lines)),
            (
                ("m", "merge both and save", "merge"),
                ("c", "save what is here as a copy, leave the file", "copy"),
                ("n", "not now", "stay"),
            ),
            "stay",
            lambda answer: self._answer_foreign_change(answer, change),
        )
        return True

    def _answer_foreign_change(self, answer: str | None, change: ForeignChange) -> None:
        if answer == "merge":
            self.notebook.take_foreign(change)
            if self.save():
                self.say(f"merged: {self.key('undo')} takes it back")
        elif answer == "copy" and self.save_copy() and self.copy_path is not None:
            self.say(f"a copy is kept in {self.copy_path.name}")

    def _ask_about_leftovers(self) -> None:
        """Ask what is to become of the acts that were not saved when the program died."""
        if not self.notebook.leftovers:
            return
        left = self.notebook.leftovers[0]
        acts = [safe(act.description) for act in left.acts]
        count = counted(len(acts), "act")
        self.choose(
            (f"A session that began on {left.since} ended with {count} not saved:", "", *_some(acts)),
            (
                ("r", "recover", "recover"),
                ("d", "forget for ever", "forget"),
                ("n", "not now: ask again next time", "later"),
            ),
            "later",
            lambda answer: self._answer_leftover(answer, left),
        )

    def _answer_leftover(self, answer: str | None, left: Leftover) -> None:
        if answer == "recover":
            self.notebook.recover(left)
            if self.save():
                self.say(f"recovered: {self.key('undo')} takes it back")
        elif answer == "forget" and self.notebook.journal is not None:
            self.notebook.journal.forget(left)
        if answer in ("recover", "forget"):
            self._ask_about_leftovers()

    def save_copy(self) -> bool:
        """Save to a new file beside the notebook, or where the user's state is kept.

        Returns:
            Whether a copy is on disk.
        """
        from platformdirs import user_state_path

        name = self.notebook.path.name.removesuffix(".notes.yaml")
        kept = f"{name}.kept-{datetime.now():%Y%m%d-%H%M%S}.notes.yaml"
        elsewhere = user_state_path("compare-tui")
        for folder in (self.notebook.path.parent, elsewhere):
            try:
                elsewhere.mkdir(parents=True, exist_ok=True)
                self.notebook.save_copy(folder / kept)
            except (NotebookError, OSError) as error:
                self.save_error = safe(str(error))
            else:
                self.copy_path = folder / kept
                return True
        self.warn(self.save_error, title="No copy saved", severity="error")
        return False

    def keep_draft(self) -> None:
        """Put the note that is being written into the notebook."""
        draft = self.draft()
        if draft is not None and self.note_of is not None and self.notebook.find(self.note_of) is not None:
            self.notebook.edit(self.note_of, note=draft[:MAX_NOTE])

    def give_up(self) -> None:
        """Forget what is not saved: the person has said so."""
        self.notebook.close_journal(forget=True)

    def action_save(self) -> None:
        """Save now."""

        def saved(is_fine: bool) -> None:
            if is_fine:
                self.say("everything is saved")

        if not self.refused():
            self.save_then(saved, tell=True)

    def action_save_as(self) -> None:
        """Ask for another name, and go on with that file."""
        if self.refused():
            return

        def answered(text: str | None) -> None:
            if text is not None and text.strip():
                self.save_as(Path(os.path.expanduser(text.strip())))

        hint = "a new file; the notes go there from now on"
        self.ask("Save as", hint, str(self.notebook.path), answered)

    def save_as(self, path: Path) -> bool:
        """Save to a new file and go on with it.

        Args:
            path: The file; a name without a folder lies beside the notebook.

        Returns:
            Whether it is on disk.
        """
        self.collect()
        path = self.notebook.path.parent / path
        try:
            self.notebook.save_as(path)
        except (NotebookError, OSError) as error:
            self.warn(str(error), title="Not saved", severity="error")
            return False
        self.is_saved(True)
        self.say(f"saved in {path.name}")
        return True

    def refused(self, then: Callable[[], None] | None = None) -> bool:
        """Say why nothing can be changed, where that is so; ask where new notes can go instead.

        Args:
            then: What to do once there is a notebook that can be changed.
        """
        if self.notebook.read_only is None:
            return False
        if self.notebook.spare is not None and self.can_ask:
            self._ask_about_spare(self.notebook.spare, then)
        else:
            self.warn(self.notebook.read_only, seconds=5)
        return True

    def _ask_about_spare(self, spare: Path, then: Callable[[], None] | None) -> None:
        reason = safe(self.notebook.read_only or "")
        self.choose(
            (
                "Your notebook cannot be changed, and stays as it is:",
                *("", f"  {reason}", ""),
                "New notes can go into another one beside it:",
                *("", f"  {safe(spare.name)}"),
            ),
            (
                ("b", "begin that one", "begin"),
                ("r", "read yours again: it has been mended", "again"),
                ("n", "not now", "stay"),
            ),
            "stay",
            lambda answer: self._answer_about_spare(answer, then),
        )

    def _answer_about_spare(self, answer: str | None, then: Callable[[], None] | None) -> None:
        from compare_tui.annotation.unreadable import begin_spare, read_again

        if answer not in ("begin", "again"):
            return
        try:
            opened = (begin_spare if answer == "begin" else read_again)(self.notebook, self.a, self.b)
        except NotebookError as error:
            self.warn(safe(str(error)), title="Not read", severity="error")
            return
        if opened.read_only is not None:
            self.warn(safe(opened.read_only))
            return
        self.use_notebook(opened)
        self.say(f"notes go into {safe(opened.path.name)}")
        if then is not None:
            then()


def _some(lines: list[str] | tuple[str, ...]) -> list[str]:
    """Return a few lines for a question, and how many more there are."""
    shown = [f"  {safe(line)}" for line in lines[:TOLD_ACTS]]
    return shown + ([f"  and {len(lines) - TOLD_ACTS} more"] if len(lines) > TOLD_ACTS else [])

"""Saving in another thread, so that no key waits for the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from compare_tui.annotation.model import NotebookError
from compare_tui.tui.screens.asking import Asking
from compare_tui.tui.screens.keeping import Keeping

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from compare_tui.annotation.snapshots import Snapshot, Written


class Saving(Keeping, Asking):
    """The part of the reading screen that saves in the background."""

    in_thread: bool = False
    _writer: ThreadPoolExecutor | None = None
    _writing: tuple[Snapshot, Future[Written]] | None = None
    _then: Callable[[bool], None] | None = None
    _then_tells = False

    class Wrote(Message):
        """A saving in another thread has ended, well or not."""

    @property
    def writing(self) -> bool:
        """Whether another thread is saving."""
        return self._writing is not None

    def save(self, *, tell: bool = True, now: bool = True) -> bool:
        """Save what changed, in another thread where it may be."""
        if self.in_thread and not now:
            return self._save_in_thread(tell)
        return super().save(tell=tell, now=now)

    def stop_keeping(self) -> None:
        """End the journal and the thread."""
        super().stop_keeping()
        if self._writer is not None:
            self._writer.shutdown(wait=False)

    def _save_in_thread(self, tell: bool) -> bool:
        if self._writing is not None:
            return not self.save_failed
        try:
            snapshot = self.notebook.snapshot()
        except (NotebookError, OSError) as error:
            self.failed(error, tell)
            return False
        if snapshot is None:
            self.is_saved(False)
            return True
        if self._writer is None:
            from concurrent.futures import ThreadPoolExecutor

            self._writer = ThreadPoolExecutor(1, "saving")
        from compare_tui.annotation.snapshots import write_snapshot

        future = self._writer.submit(write_snapshot, snapshot)
        self._writing = (snapshot, future)
        future.add_done_callback(lambda _: self.post_message(self.Wrote()))
        self.show_progress()
        return True

    def save_then(self, then: Callable[[bool], None], *, tell: bool = False) -> None:
        """Save everything without keeping the reader from reading, and go on once the disk has it."""
        if not self.in_thread:
            super().save_then(then, tell=tell)
            return
        self._then, self._then_tells = then, tell
        self._go_on(self._save_in_thread(tell))

    def _go_on(self, is_fine: bool) -> None:
        """Do what was to be done after saving, once nothing is being written."""
        then = self._then
        if then is not None and self._writing is None:
            self._then = None
            then(is_fine)

    def collect(self, *, tell: bool = True) -> bool:
        """Wait for a saving in another thread, and take down what became of it."""
        if self._writing is None:
            return True
        snapshot, future = self._writing
        self._writing = None
        try:
            written = future.result()
        except (NotebookError, OSError) as error:
            self.failed(error, tell)
            return False
        self.notebook.take_saved(snapshot, written)
        self.is_saved(True)
        return True

    @on(Wrote)
    def _wrote(self) -> None:
        if self._writing is None or not self._writing[1].done():
            return
        tell = self._then is None or self._then_tells
        is_fine = self.collect(tell=tell)
        if is_fine and self.notebook.dirty:
            is_fine = self._save_in_thread(tell)
        self._go_on(is_fine)

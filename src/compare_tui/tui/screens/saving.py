"""Saving in another thread, so that no key waits for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from compare_tui.annotation.model import NotebookError
from compare_tui.annotation.notebook_saving import write_snapshot
from compare_tui.tui.screens.asking import Asking
from compare_tui.tui.screens.keeping import Keeping

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from compare_tui.annotation.notebook_saving import Snapshot, Written


class Saving(Keeping, Asking):
    """The part of the reading screen that saves in the background."""

    in_thread: bool = False
    _writer: ThreadPoolExecutor | None = None
    _writing: tuple[Snapshot, Future[Written]] | None = None

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
        future = self._writer.submit(write_snapshot, snapshot)
        self._writing = (snapshot, future)
        future.add_done_callback(lambda _: self.post_message(self.Wrote()))
        self.show_progress()
        return True

    def collect(self) -> bool:
        """Wait for a saving in another thread, and take down what became of it."""
        if self._writing is None:
            return True
        snapshot, future = self._writing
        self._writing = None
        try:
            written = future.result()
        except (NotebookError, OSError) as error:
            self.failed(error, tell=True)
            return False
        self.notebook.take_saved(snapshot, written)
        self.is_saved(True)
        return True

    @on(Wrote)
    def _wrote(self) -> None:
        if self._writing is not None and self._writing[1].done() and self.collect() and self.notebook.dirty:
            self.save_soon()

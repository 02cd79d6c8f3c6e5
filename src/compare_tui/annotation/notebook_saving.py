"""The part of a notebook that writes its file."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.annotation.corrections import LinkCorrection, with_links
from compare_tui.annotation.model import Annotation, NotebookError, Value
from compare_tui.annotation.notebook_file import Fragments, NotebookFile, describe_article
from compare_tui.annotation.revealed import with_revealed
from compare_tui.annotation.review_entries import ReviewEntry, with_review_entries
from compare_tui.article.model import Article

if TYPE_CHECKING:
    from compare_tui.annotation.journal import Journal
    from compare_tui.annotation.snapshots import Snapshot, Written


class ForeignChangeError(NotebookError):
    """Somebody else changed or made the file; it is as they left it."""


class NotebookSaving:
    """How a notebook reaches the disk; never over what somebody else has written."""

    path: Path
    read_only: str | None
    journal: Journal | None
    _a: Article
    _b: Article
    _file: NotebookFile
    _base: NotebookFile
    _digest: str | None
    _is_gone: bool
    _is_ours: bool
    _saved: object
    _annotations: tuple[Annotation, ...]
    _corrections: dict[str, LinkCorrection]
    _other_links: Sequence[Value]
    _reviews: dict[str, ReviewEntry]
    _other_reviews: Sequence[Value]
    _revealed: dict[str, str]
    _fragments: Fragments
    backup: Path | None
    spare: Path | None = None
    notice: str = ""

    @property
    @abstractmethod
    def dirty(self) -> bool:
        """Whether there is something to save."""

    @property
    def is_newer(self) -> bool:
        """Whether its file has a newer format than this version can write."""
        return self._file.newer is not None

    @property
    def is_new(self) -> bool:
        """Whether no file of it was read or written yet."""
        return self._digest is None

    @abstractmethod
    def _state(self) -> tuple[object, ...]:
        """Return what is to be saved."""

    @abstractmethod
    def _notify(self) -> None:
        """Call back those who listen."""

    @abstractmethod
    def _refuse_if_read_only(self) -> None:
        """Refuse to change a notebook that is read-only."""

    def save(self) -> bool:
        """Write the file if something changed or it is gone; without a change its bytes stay as they are.

        Returns:
            Whether the file was written.

        Raises:
            ForeignChangeError: Someone else changed it since it was read; it is as they left it.
            NotebookError: It cannot be written; it is as it was, and nothing is lost from memory.
        """
        from compare_tui.annotation.snapshots import write_snapshot

        snapshot = self.snapshot()
        if snapshot is None:
            return False
        self.take_saved(snapshot, write_snapshot(snapshot))
        return True

    def snapshot(self) -> Snapshot | None:
        """Return what is to be written; None where nothing changed.

        Raises:
            ForeignChangeError: Nothing changed here, but someone else changed the file.
            NotebookError: Something is to be written and the notebook is read-only.
        """
        gone = self._digest is not None and not os.path.lexists(self.path)
        if not self.dirty and (self.read_only is not None or not gone):
            if self._digest is not None and self.read_only is None:
                from compare_tui.annotation.snapshots import refuse_foreign_change

                refuse_foreign_change(self.path, self._digest)
            return None
        self._refuse_if_read_only()
        self._is_gone = gone
        return self._snapshot(self.path, self._digest, None if self._is_ours or gone else self._base)

    def _snapshot(self, path: Path, digest: str | None, replaced: NotebookFile | None) -> Snapshot:
        from compare_tui.annotation.snapshots import Snapshot

        return Snapshot(
            path=path,
            file=self._to_save(path),
            state=self._state(),
            digest=digest,
            noted=self.journal.written if self.journal is not None else 0,
            replaced=replaced,
            fragments=self._fragments,
        )

    def take_saved(self, snapshot: Snapshot, written: Written) -> None:
        """Take down that a snapshot is on disk.

        Args:
            snapshot: What was written.
            written: What became of it.
        """
        self._is_gone, self._is_ours = False, True
        self._file = self._base = snapshot.file
        self._digest, self._saved = written.digest, snapshot.state
        self.backup = written.backup or self.backup
        self._try_journal(lambda journal: journal.saved(snapshot.noted))
        self._notify()

    def save_copy(self, path: Path) -> None:
        """Write what is in memory to another, new file; the notebook stays unsaved.

        Raises:
            NotebookError: The file exists or cannot be written.
        """
        from compare_tui.annotation.notebook_writing import write_notebook
        from compare_tui.annotation.save import write_atomically
        from compare_tui.annotation.snapshots import refuse_existing

        data = write_notebook(self._to_save(path))
        write_atomically(path, data, check=lambda: refuse_existing(path), like=self.path)

    def save_as(self, path: Path) -> None:
        """Write what is in memory to another, new file, and go on with that one.

        Raises:
            NotebookError: The file exists or cannot be written, or the notebook is read-only.
        """
        from compare_tui.annotation.snapshots import refuse_existing, write_snapshot

        self._refuse_if_read_only()
        refuse_existing(path)
        snapshot = self._snapshot(path, None, None)
        written = write_snapshot(snapshot, like=self.path)
        self.path = path
        self.take_saved(snapshot, written)

    @abstractmethod
    def _try_journal(self, act: Callable[[Journal], None]) -> None:
        """Do something with the journal, where there is one."""

    def _to_save(self, path: Path) -> NotebookFile:
        sections = with_links(self._file.sections, self._corrections.values(), self._other_links)
        sections = with_review_entries(sections, self._reviews.values(), self._other_reviews)
        return replace(
            with_revealed(self._file, self._revealed),
            sections=sections,
            a=describe_article(self._a, path, self._file.a),
            b=describe_article(self._b, path, self._file.b),
            annotations=self._annotations,
        )

"""The part of a notebook that writes its file."""

from __future__ import annotations

import hashlib
import os
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from compare_tui.annotation.corrections import LinkCorrection, corrections_value
from compare_tui.annotation.model import Annotation, NotebookError, Value
from compare_tui.annotation.notebook_file import NotebookFile, describe_article, write_notebook
from compare_tui.annotation.save import write_atomically
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article.clean import clean
from compare_tui.article.model import Article


class NotebookSaving:
    """How a notebook reaches the disk; never over what somebody else has written."""

    path: Path
    read_only: str | None
    _a: Article
    _b: Article
    _file: NotebookFile
    _digest: str | None
    _is_gone: bool
    _saved: object
    _annotations: tuple[Annotation, ...]
    _corrections: dict[str, LinkCorrection]
    _other_links: Sequence[Value]

    @property
    @abstractmethod
    def dirty(self) -> bool:
        """Whether there is something to save."""

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
            NotebookError: It cannot be written, or someone else changed it since it was read; in both cases
                the file is as it was, and nothing is lost from memory.
        """
        gone = self._digest is not None and not os.path.lexists(self.path)
        if not self.dirty and (self.read_only is not None or not gone):
            if self._digest is not None and self.read_only is None:
                self._refuse_foreign_change()
            return False
        self._refuse_if_read_only()
        file = self._to_save(self.path)
        data = write_notebook(file)
        self._is_gone = gone
        write_atomically(self.path, data, check=self._refuse_foreign_change)
        self._is_gone = False
        self._file, self._digest, self._saved = file, digest_of(data), self._state()
        self._notify()
        return True

    def save_copy(self, path: Path) -> None:
        """Write what is in memory to another, new file; the notebook stays unsaved.

        Raises:
            NotebookError: The file exists or cannot be written.
        """

        def refuse_existing() -> None:
            if os.path.lexists(path):
                raise NotebookError(f"{clean(str(path), lines=False)}: exists already")

        write_atomically(path, write_notebook(self._to_save(path)), check=refuse_existing)

    def _to_save(self, path: Path) -> NotebookFile:
        sections = dict(self._file.sections)
        if self._corrections or "links" in sections:
            links = corrections_value(self._corrections.values(), self._other_links)
            sections = {"links": links, **{key: one for key, one in sections.items() if key != "links"}}
        return replace(
            self._file,
            sections=sections,
            a=describe_article(self._a, path, self._file.a),
            b=describe_article(self._b, path, self._file.b),
            annotations=self._annotations,
        )

    def _refuse_foreign_change(self) -> None:
        """Refuse to overwrite what this notebook neither read nor wrote; a deleted file is made again."""
        if not os.path.lexists(self.path):
            return
        name = clean(str(self.path), lines=False)
        if self._digest is None:
            raise NotebookError(f"{name}: not saved: someone else made this file meanwhile")
        if digest_of(read_file(self.path)) != self._digest:
            raise NotebookError(f"{name}: not saved: someone else changed this file meanwhile")


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()

"""What is written of a notebook, apart from it, and how it takes the place of the file that was there."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from compare_tui.annotation.model import NotebookError
from compare_tui.annotation.notebook_file import Fragments, NotebookFile
from compare_tui.annotation.notebook_saving import ForeignChangeError
from compare_tui.annotation.notebook_writing import write_notebook
from compare_tui.annotation.save import write_atomically
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article.clean import clean

MOST_BACKUPS = 100
"""Copies of files that were edited by hand, before no further one is made."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is to be written, apart from the notebook, so that another thread can write it.

    Attributes:
        path: Where to.
        file: What the file will hold.
        state: The annotations and corrections, as the notebook holds them.
        digest: SHA-256 of what should stand in the file until then; None where there should be none.
        noted: How many acts the journal held.
        replaced: What the file was read as, where that is not certain to be what it is written as.
        fragments: Lines of annotations that were written before.
    """

    path: Path
    file: NotebookFile
    state: tuple[object, ...]
    digest: str | None
    noted: int
    replaced: NotebookFile | None
    fragments: Fragments


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a snapshot.

    Attributes:
        digest: SHA-256 of the file's bytes now.
        backup: Where the file is kept as somebody had edited it by hand; None where nobody had.
    """

    digest: str
    backup: Path | None
    spare: Path | None = None
    notice: str = ""


def write_snapshot(snapshot: Snapshot, *, like: Path | None = None) -> Written:
    """Write a snapshot; it touches no notebook, so that any thread may do it, one at a time.

    Args:
        snapshot: What is to be written.
        like: A file whose mode and owner a new one gets.

    Raises:
        ForeignChangeError: The file is not as it should be; it is left as it is.
        NotebookError: It cannot be written; it is as it was.
    """
    path = snapshot.path
    backup = _keep_hand_edited(snapshot)
    data = write_notebook(snapshot.file, snapshot.fragments)
    write_atomically(path, data, check=lambda: refuse_foreign_change(path, snapshot.digest), like=like)
    return Written(digest_of(data), backup)


def _keep_hand_edited(snapshot: Snapshot) -> Path | None:
    """Copy a file whose comments or layout would be lost; return the copy, None where nothing would be."""
    path, digest = snapshot.path, snapshot.digest
    if snapshot.replaced is None or digest is None:
        return None
    if digest_of(write_notebook(snapshot.replaced, snapshot.fragments)) == digest:
        return None
    data = read_file(path)
    if digest_of(data) != digest:
        return None
    for number in range(1, MOST_BACKUPS):
        backup = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not os.path.lexists(backup):
            write_atomically(backup, data, like=path)
            return backup
        if not backup.is_symlink() and backup.is_file() and digest_of(read_file(backup)) == digest:
            return backup
    raise NotebookError(
        f"{clean(str(path), lines=False)}: not saved: there are {MOST_BACKUPS} backups already"
    )


def refuse_existing(path: Path) -> None:
    """Refuse to write where a file is.

    Raises:
        NotebookError: There is one.
    """
    if os.path.lexists(path):
        raise NotebookError(f"{clean(str(path), lines=False)}: exists already")


def refuse_foreign_change(path: Path, digest: str | None) -> None:
    """Refuse to overwrite what a notebook neither read nor wrote; a deleted file is made again.

    Args:
        path: Its file.
        digest: SHA-256 of what should stand there, hexadecimal; None where there should be no file.

    Raises:
        ForeignChangeError: Something else stands there.
        NotebookError: The file cannot be read.
    """
    if not os.path.lexists(path):
        return
    name = clean(str(path), lines=False)
    if digest is None:
        raise ForeignChangeError(f"{name}: not saved: someone else made this file meanwhile")
    if digest_of(read_file(path)) != digest:
        raise ForeignChangeError(f"{name}: not saved: someone else changed this file meanwhile")


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()

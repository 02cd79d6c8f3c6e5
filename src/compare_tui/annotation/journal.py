"""Acts that are not in a notebook's file yet, written down as they are made; who else has the notebook open.

A journal is a file of JSON lines in the user's state folder. It is locked as long as the program that
writes it runs, and the system takes the lock away when that program dies, however it dies: a journal
without a lock has been left behind, one with a lock belongs to a second instance.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from compare_tui.annotation.corrections import correction_value, read_correction
from compare_tui.annotation.fields import Fields
from compare_tui.annotation.history import Act, Item
from compare_tui.annotation.model import Annotation, NotebookError, Value
from compare_tui.annotation.notebook_reading import read_annotation
from compare_tui.annotation.notebook_writing import annotation_value
from compare_tui.annotation.revealed import REVEALED, read_revealed
from compare_tui.annotation.review_entries import ReviewEntry, read_review_entries
from compare_tui.annotation.yaml_document import Document, Place
from compare_tui.article.clean import clean

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FORMAT = 1
"""Version of the lines; a journal of another one is left where it is."""

MAX_BYTES = 64 * 1024 * 1024
"""Largest journal that is read."""

_NAME_CHARACTERS = 24
_LOCKED_BYTE = 2**30
_SECONDS_TO_BEGIN = 60


@dataclass(frozen=True, slots=True)
class Leftover:
    """A journal that a program left behind when it died.

    Attributes:
        path: Its file.
        since: When that program began, local time, e.g. "2026-11-22 12:04".
        acts: Those that are not in the notebook's file, oldest first.
        revealed: UTC time by id of the colleagues whose marks were shown, perhaps in the file by now.
        is_asked_for: Whether somebody has asked for that, so that it is worth saving by itself.
    """

    path: Path
    since: str
    acts: tuple[Act, ...]
    revealed: Mapping[str, str] = field(default_factory=dict)
    is_asked_for: bool = False


@dataclass(frozen=True, slots=True)
class Instance:
    """Another program that has the notebook open.

    Attributes:
        pid: Number of its process.
        since: When it began, local time.
    """

    pid: int
    since: str


@dataclass
class Journal:
    """The journal of one notebook in this program.

    Attributes:
        path: Its file.
        others: Other programs that have the notebook open.
        leftovers: What programs that died have left behind.
        written: How many acts were written down.
    """

    path: Path
    others: tuple[Instance, ...]
    leftovers: tuple[Leftover, ...]
    _stream: IO[bytes]
    written: int = 0
    _dropped: int = 0
    _beginning: int = 0
    _revealed: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def open(cls, notebook: Path, folder: Path) -> Journal:
        """Begin a journal and look at those of other programs.

        Args:
            notebook: File of the notebook.
            folder: Where journals are kept; made where it is missing.

        Raises:
            OSError: The folder cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        others, leftovers = _look_around(notebook, folder)
        path = folder / f"{_name_of(notebook)}-{os.getpid()}-{secrets.token_hex(4)}.jsonl"
        stream = open(path, "xb", opener=_private)  # noqa: SIM115
        _lock(stream, wait=True)
        journal = cls(path, others, leftovers, stream)
        header = {"journal": FORMAT, "notebook": str(notebook), "pid": os.getpid(), "since": _now()}
        journal._write(header)
        journal._beginning = stream.tell()
        return journal

    def note(self, act: Act) -> None:
        """Write an act down; it outlives this program from now on.

        Raises:
            OSError: It cannot be written.
        """
        before, after = ([_item_value(item) for item in items] for items in (act.before, act.after))
        self._write({"what": act.description, "before": before, "after": after})
        self.written += 1

    def note_revealed(self, revealed: Mapping[str, str], *, is_asked_for: bool) -> None:
        """Write down whose marks are known, and since when.

        Args:
            revealed: UTC time by id of the colleague.
            is_asked_for: Whether that alone is worth saving.

        Raises:
            OSError: It cannot be written.
        """
        self._revealed = {REVEALED: dict(revealed), "asked_for": is_asked_for}
        self._write(self._revealed)

    def saved(self, count: int) -> None:
        """Note that the first acts are in the notebook's file; where all are, they are taken out.

        Args:
            count: How many of those that were written down.

        Raises:
            OSError: It cannot be written.
        """
        if count == self.written:
            self._stream.truncate(self._beginning)
            self._dropped = count
            if self._revealed:
                # It may have been noted since what is saved was put together.
                self._write(self._revealed)
        else:
            self._write({"saved": count - self._dropped})

    def close(self, *, forget: bool) -> None:
        """End the journal.

        Args:
            forget: Whether nothing in it is needed any more; else it is found by the next program.
        """
        if forget:
            with contextlib.suppress(OSError):
                self.path.unlink()
        with contextlib.suppress(OSError):
            self._stream.close()

    def forget(self, leftover: Leftover) -> None:
        """Remove a journal whose acts are in the notebook's file now."""
        with contextlib.suppress(OSError):
            leftover.path.unlink()
        self.leftovers = tuple(one for one in self.leftovers if one != leftover)

    def _write(self, entry: Mapping[str, Any]) -> None:
        self._stream.write(json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")
        self._stream.flush()


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read, to write at its end."""
    return os.open(path, flags | os.O_APPEND, 0o600)


def other_instances(notebook: Path, folder: Path) -> tuple[Instance, ...]:
    """Return the programs that have a notebook open."""
    return _look_around(notebook, folder)[0]


def _look_around(notebook: Path, folder: Path) -> tuple[tuple[Instance, ...], tuple[Leftover, ...]]:
    """Return the programs that have a notebook open, and what those that died have left behind."""
    looked = [_look_at(path) for path in sorted(folder.glob(f"{_name_of(notebook)}-*.jsonl"))]
    return (
        tuple(one for one in looked if isinstance(one, Instance)),
        tuple(one for one in looked if isinstance(one, Leftover)),
    )


def _name_of(notebook: Path) -> str:
    """Return how the journals of a notebook are called: by its place, with links followed."""
    real = os.path.realpath(notebook)
    return hashlib.sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:_NAME_CHARACTERS]


def _now() -> str:
    return f"{datetime.now():%Y-%m-%d %H:%M}"


def _look_at(path: Path) -> Instance | Leftover | None:
    """Tell what a journal is; an empty one that was left behind is removed."""
    try:
        with open(path, "r+b") as stream:
            is_free = _lock(stream)
            data = stream.read(MAX_BYTES)
            age = time.time() - os.fstat(stream.fileno()).st_mtime
    except OSError:
        return None
    lines = _entries(data)
    header = lines[0] if lines else {}
    since = clean(str(header.get("since", "")), lines=False)
    if not is_free:
        pid = header.get("pid")
        return Instance(pid if isinstance(pid, int) else 0, since)
    if header.get("journal") != FORMAT if header else age < _SECONDS_TO_BEGIN:
        return None
    acts = _unsaved(lines[1:])
    seen = [line for line in lines[1:] if REVEALED in line]
    revealed = read_revealed(seen[-1]) if seen else {}
    if acts or revealed:
        return Leftover(path, since, acts, revealed, any(line.get("asked_for") is True for line in seen))
    with contextlib.suppress(OSError):
        path.unlink()
    return None


def _entries(data: bytes) -> list[dict[str, Any]]:
    """Return the whole lines of a journal; the last one may have been cut by a crash."""
    entries = []
    for line in data.split(b"\n"):
        try:
            entry = json.loads(line)
            # Half a surrogate pair, which could not be saved, is an error here.
            json.dumps(entry, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict):
            entries.append(entry)
    return entries


def _unsaved(entries: Sequence[dict[str, Any]]) -> tuple[Act, ...]:
    """Return the acts of a journal that were not saved."""
    acts: list[Act] = []
    saved = 0
    for entry in entries:
        count = entry.get("saved")
        if isinstance(count, int):
            saved = max(saved, count)
            continue
        if REVEALED in entry:
            continue
        before, after = (_items(entry.get(key)) for key in ("before", "after"))
        acts.append(Act(clean(str(entry.get("what", "")), lines=False), before, after))
    return tuple(act for act in acts[saved:] if act.before or act.after)


def _items(values: object) -> tuple[Item, ...]:
    items = (_read_item(value) for value in (values if isinstance(values, list) else []))
    return tuple(item for item in items if item is not None)


def _item_value(item: Item) -> dict[str, Value]:
    if isinstance(item, Annotation):
        return {"annotation": annotation_value(item)}
    if isinstance(item, ReviewEntry):
        return {"review": dict(item.value)}
    return {"link": correction_value(item)}


def _read_item(value: object) -> Item | None:
    if not isinstance(value, dict):
        return None
    if "link" in value:
        return read_correction(value["link"])
    if "review" in value:
        return next(iter(read_review_entries(value["review"])[0]), None)
    document = Document("journal", value, Place(1, 1), None)
    try:
        return read_annotation(Fields(document, (), value.get("annotation"), "an annotation"))
    except NotebookError:
        return None


def _lock(stream: IO[bytes], *, wait: bool = False) -> bool:
    """Lock a file for this program; return False where another one has locked it.

    Args:
        stream: The file.
        wait: Whether to wait for the other one, which only looks at the file.
    """
    try:
        if sys.platform == "win32":
            position = stream.tell()
            stream.seek(_LOCKED_BYTE)
            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            stream.seek(position)
        else:
            fcntl.flock(stream, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True

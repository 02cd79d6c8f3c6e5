"""What the program reads of a pair before a worker gets it: both sources and the notebook."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from compare_tui import __version__
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article.clean import clean
from compare_tui.article.model import ArticleError
from compare_tui.article.nothing import is_nothing
from compare_tui.corpus.executors import usable_processors
from compare_tui.corpus.pair_list import ListedPair
from compare_tui.corpus.work import Format, Notes, Side, Task
from compare_tui.sources.gathering import Gathered, gather
from compare_tui.sources.names import is_address
from compare_tui.sources.reading import load
from compare_tui.sources.snapshots import Snapshots

PAGES = "pages"
"""Folder of the copies of fetched pages, inside the output folder."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the sources of a batch are read.

    Attributes:
        encoding: Character encoding of all texts; None for what their bytes tell.
        allow_private: Whether private and loopback addresses may be asked.
        refresh: Whether addresses are fetched although a copy is there.
        proxy: Address of an HTTP proxy to go over, ``env`` for that of the environment, or None.
    """

    encoding: str | None = None
    allow_private: bool = False
    refresh: bool = False
    proxy: str | None = None


AS_FOUND = Reading()
"""Without any option."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A pair that a worker can compare; or that needs none.

    Attributes:
        pair: The pair.
        key: Digest of all that its result depends on.
        task: What a worker is to do; None where an earlier run has done it.
        notices: What must be said about how it was read.
    """

    pair: ListedPair
    key: str
    task: Task | None
    notices: tuple[str, ...] = ()


@dataclass(slots=True)
class _Hosts:
    """What was asked of servers in this run: of each one thing at a time, and nothing twice."""

    locks: defaultdict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))
    asked: set[str] = field(default_factory=set)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def lock_of(self, address: str) -> threading.Lock:
        with self.guard:
            return self.locks[(urlsplit(address).netloc or "").lower()]


class Gatherer:
    """Reads pairs; several threads may use it at once.

    Args:
        output: The output folder.
        formats: What is written for each pair.
        reading: How sources are read.
        similarity: Name of a similarity function.
        is_done: Tells whether the result of a pair with a key is there already.
    """

    def __init__(
        self,
        output: Path,
        formats: tuple[Format, ...],
        reading: Reading,
        similarity: str | None,
        is_done: Callable[[ListedPair, str], bool],
    ) -> None:
        self._pages = output / PAGES
        self._formats = formats
        self._reading = reading
        self._similarity = similarity
        self._is_done = is_done
        self._hosts = _Hosts()
        # Each page, DOCX and PDF takes a process of its own, which keeps a processor busy.
        self._apart = threading.BoundedSemaphore(usable_processors())

    def ready(self, pair: ListedPair) -> Ready:
        """Read a pair, and take its sources apart unless its result is there already.

        Raises:
            ArticleError: A source cannot be read.
            NotebookError: The notebook cannot be read.
        """
        found = [self._gather(pair, source, written) for source, written in pair.sources]
        notes = _notes(pair)
        key = self._key(pair, found, notes)
        if self._is_done(pair, key):
            return Ready(pair, key, None)
        sides: list[Side] = []
        notices: list[str] = []
        for one, (_, written), day in zip(found, pair.sources, (pair.date_a, pair.date_b), strict=True):
            loaded = None
            if one is not None:
                with self._apart:
                    loaded = load(one)
                notices += loaded.notices
            sides.append(Side(clean(written, lines=False), loaded, day))
        task = Task(pair.name, sides[0], sides[1], self._formats, notes, self._similarity)
        return Ready(pair, key, task, tuple(notices))

    def _gather(self, pair: ListedPair, source: str, written: str) -> Gathered | None:
        """Return the bytes of a source; None for the null device."""
        if is_nothing(source):
            return None
        if not is_address(source):
            if Path(source).is_fifo():
                # Nobody may ever write into it, and the pairs behind it would wait for ever.
                raise ArticleError(f"{clean(written, lines=False)} is a named pipe, not a file")
            return gather(source, encoding=self._reading.encoding, label=written, folder=pair.folder)
        with self._hosts.lock_of(source):
            found = gather(
                source,
                encoding=self._reading.encoding,
                allow_private=self._reading.allow_private,
                proxy=self._reading.proxy,
                snapshots=self._snapshots(pair, source),
            )
            self._hosts.asked.add(source)
        return found.quietly() if found.is_copy else found

    def _snapshots(self, pair: ListedPair, address: str) -> Snapshots:
        """Return where the copy of an address lies, perhaps beside the notebook, or will lie."""
        refresh = self._reading.refresh and address not in self._hosts.asked
        beside = Snapshots(pair.notebook_folder, keep=True)
        if beside.find(address) is not None:
            return Snapshots(pair.notebook_folder, keep=True, refresh=refresh)
        self._pages.mkdir(exist_ok=True)
        return Snapshots(self._pages, keep=True, refresh=refresh)

    def _key(self, pair: ListedPair, found: list[Gathered | None], notes: Notes | None) -> str:
        """Return a digest of all that the result of a pair depends on."""
        told = [__version__, pair.name, *self._formats, str(self._similarity)]
        for one, (_, written), day in zip(found, pair.sources, (pair.date_a, pair.date_b), strict=True):
            told += [clean(written, lines=False), str(day)]
            if one is not None:
                told += [one.kind, str(one.encoding), str(one.charset), one.address, _digest(one.data)]
        told.append("" if notes is None else _digest(notes.data))
        return _digest("\0".join(told).encode("utf-8", "surrogatepass"))


def _notes(pair: ListedPair) -> Notes | None:
    """Return the notebook that a list names for a pair, once there is one."""
    if pair.notes is None or not os.path.lexists(pair.notes):
        return None
    return Notes(Path(os.path.realpath(pair.notes)), read_file(pair.notes))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

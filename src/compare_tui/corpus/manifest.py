"""What a batch has done so far: a line of JSON for each pair, so that it can be taken up again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from compare_tui.annotation.save import write_atomically
from compare_tui.corpus.work import Counts

MANIFEST = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Done:
    """A pair that was compared.

    Attributes:
        name: What it is called.
        key: Digest of all that its result depends on.
        counts: What was found.
        digests: For each format the SHA-256 of its file, hexadecimal.
    """

    name: str
    key: str
    counts: Counts
    digests: dict[str, str]

    def line(self) -> str:
        """Return the line of the manifest, with its line feed."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True) + "\n"


class Manifest:
    """The manifest of an output folder; every pair is written down as soon as its files are there.

    Args:
        folder: The output folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / MANIFEST
        self.done: dict[str, Done] = {}
        try:
            lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            lines = []
        for line in lines:
            if (read := _read_line(line)) is not None:
                self.done[read.name] = read
        # A line that was cut off when the program died must not be continued.
        self._write(self.done.values())
        self._stream: IO[str] = self._path.open("a", encoding="utf-8")

    def add(self, done: Done) -> None:
        """Write a pair down."""
        self.done[done.name] = done
        self._stream.write(done.line())
        self._stream.flush()

    def close(self, order: Iterable[str] | None = None) -> None:
        """Close the file.

        Args:
            order: Names of pairs; the lines are brought into their order, others dropped. None leaves all.
        """
        self._stream.close()
        if order is not None:
            self._write(self.done[name] for name in order if name in self.done)

    def _write(self, lines: Iterable[Done]) -> None:
        write_atomically(self._path, "".join(one.line() for one in lines).encode("utf-8"))


def digest(data: bytes) -> str:
    """Return the SHA-256 of the content of a file, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _read_line(line: str) -> Done | None:
    """Return what a line of a manifest says; None where it says nothing that can be used."""
    try:
        data = json.loads(line)
        return Done(
            name=str(data["name"]),
            key=str(data["key"]),
            counts=Counts(**{name: int(count) for name, count in data["counts"].items()}),
            digests={str(name): str(one) for name, one in data["digests"].items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None

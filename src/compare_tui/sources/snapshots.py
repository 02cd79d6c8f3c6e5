"""Copies of what addresses answered, so that annotations keep their text and work without a network."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from compare_tui.annotation.model import NotebookError
from compare_tui.annotation.save import write_atomically
from compare_tui.article.model import ArticleError

_SUFFIXES = {"html": ".html", "text": ".txt", "markdown": ".md", "pdf": ".pdf", "docx": ".docx"}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Snapshots:
    """Where copies lie.

    Attributes:
        folder: That of the notebook.
        keep: Whether a new copy is written.
        refresh: Whether addresses are fetched although a copy is there.
    """

    folder: Path
    keep: bool = False
    refresh: bool = False

    def find(self, address: str) -> Path | None:
        """Return the copy of an address, unless it is to be fetched anew."""
        if self.refresh:
            return None
        stem = _stem(address)
        paths = (self.folder / f"{stem}{suffix}" for suffix in _SUFFIXES.values())
        return next((path for path in paths if path.is_file()), None)

    def path_of(self, address: str, kind: str) -> Path:
        """Return where the copy of an address lies or would lie."""
        return self.folder / f"{_stem(address)}{_SUFFIXES[kind]}"

    def write(self, address: str, kind: str, data: bytes) -> Path:
        """Keep a copy.

        Raises:
            ArticleError: It cannot be written.
        """
        path = self.path_of(address, kind)
        try:
            write_atomically(path, data)
        except NotebookError as error:
            raise ArticleError(f"the copy of the page cannot be kept: {error}") from None
        return path


def day_of(path: Path) -> str:
    """Return the day on which a copy was made, UTC, e.g. "27 Nov 2026"."""
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return f"{made.day} {made:%b %Y}"


def _stem(address: str) -> str:
    """Return a name for the copy of an address: readable, and another one for another address."""
    parts = urlsplit(address)
    words = f"{parts.hostname or ''}{parts.path}"
    readable = re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-")[:_LONGEST].strip("-")
    digest = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{readable or 'page'}-{digest}"

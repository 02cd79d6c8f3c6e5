"""Which files of a folder may be articles."""

from __future__ import annotations

from pathlib import Path

from compare_tui.annotation.model import NotebookError
from compare_tui.article.clean import clean

ENDINGS = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"))
"""Endings of the files that are taken for articles."""


def articles_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that may be articles, by name; notebooks and other YAML are none.

    Raises:
        NotebookError: The folder cannot be read.
    """
    try:
        return tuple(
            sorted(
                path
                for path in folder.iterdir()
                if path.suffix.lower() in ENDINGS and not path.name.startswith(".") and path.is_file()
            )
        )
    except OSError as error:
        raise NotebookError(f"{clean(str(folder), lines=False)}: {error.strerror}") from None

"""Names of sources that are no files, and of kinds of sources."""

from __future__ import annotations

from typing import Literal

Kind = Literal["text", "markdown", "html", "docx", "pdf"]
"""What the bytes of a source are."""

GIT = "git:"
"""How a source begins that names a file in a repository: ``git:REV:path``."""


def is_address(source: str) -> bool:
    """Tell whether a source is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def is_elsewhere(source: str) -> bool:
    """Tell whether a source is no path of a file."""
    return is_address(source) or source.startswith(GIT)


def install_command(extra: str) -> str:
    """Return the command that installs an extra."""
    return f"python3 -m pip install 'compare-tui[{extra}]'"

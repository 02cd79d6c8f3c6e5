"""Who writes a notebook, as a command is told or finds out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from compare_tui.article import clean
from compare_tui.settings.options import Origin

if TYPE_CHECKING:
    from compare_tui.annotation.identity import FoundAuthor


def add_author(to: argparse.ArgumentParser, what: str) -> None:
    """Add the option that names the author."""
    to.add_argument("--author", metavar="NAME", help=f"{what}; default: git's user.name or login")


def find_author(name: str | None, origin: Origin | None = None) -> Callable[[], FoundAuthor]:
    """Return what tells the author: the one who is named, or who is found by then.

    Args:
        name: Who is named; None where nobody is.
        origin: Where the name comes from; None for the option.
    """
    from compare_tui.annotation.identity import FoundAuthor, look_up_author, slug
    from compare_tui.annotation.model import Author

    if not name:
        return look_up_author()
    author = Author(id=slug(name), name=clean(name, lines=False))
    return lambda: FoundAuthor(author, str(origin or "--author"))

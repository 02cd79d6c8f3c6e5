"""Where a person's notebook of a pair lies."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from compare_tui.annotation.identity import slug
from compare_tui.annotation.model import Author
from compare_tui.article.clean import clean
from compare_tui.article.model import Article

MAX_NAME_BYTES = 200
"""Longest file name; file systems allow 255 bytes, and other programs add to names."""

_HASH_CHARACTERS = 8
_ENDING = ".notes.yaml"


def notebook_path(a: Article, b: Article, author: Author, number: int = 1) -> Path:
    """Return ``<a>--<b>.<author>.notes.yaml`` beside article A.

    From the second ``number`` on the name holds it, for pairs of files whose names are the same.

    Each name is the stem of the article's file name without what is no letter, digit, ``.``, ``_`` or ``-``.
    A long one is cut and ends in a hash, so that it stays different from others. Without a file of article A
    the notebook lies in the current folder.
    """
    folder = a.path.parent if a.path is not None else Path()
    ending = f"{f'-{number}' if number > 1 else ''}.{slug(author.id)}{_ENDING}"
    room = (MAX_NAME_BYTES - len(ending) - len("--")) // 2
    return folder / f"{_name_part(a, room)}--{_name_part(b, room)}{ending}"


def numbered(path: Path, number: int) -> Path:
    """Return the path of a further notebook beside one: "a--b.mara.notes.yaml" → "a--b-2.mara.notes.yaml"."""
    if number == 1:
        return path
    ending = path.suffix
    if path.name.endswith(_ENDING):
        ending = Path(path.name.removesuffix(_ENDING)).suffix + _ENDING
    return path.with_name(f"{path.name.removesuffix(ending)}-{number}{ending}")


def notebooks_beside(a: Article, b: Article, own: Path) -> list[Path]:
    """Return the notebooks of others that lie where those of a pair are kept, by their names alone.

    Args:
        a: The first article.
        b: The second article.
        own: One's own notebook, which is not among them; its folder is looked into, too.
    """
    usual = notebook_path(a, b, Author("x", "x"))
    pair = usual.name.removesuffix(f"x{_ENDING}")
    found: dict[str, Path] = {}
    for folder in {usual.parent.absolute(), own.parent.absolute()}:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            if name.startswith(pair) and name.endswith(_ENDING):
                found.setdefault(os.path.realpath(folder / name), folder / name)
    found.pop(os.path.realpath(own), None)
    return sorted(found.values())


def _name_part(article: Article, room: int) -> str:
    """Return the stem of an article's name, safe in a file name and at most ``room`` bytes long."""
    stem = article.path.stem if article.path is not None else article.source
    kept = "".join(character if _is_safe(character) else "-" for character in clean(stem, lines=False))
    safe = re.sub("-{2,}", "-", kept).strip("-.") or "article"
    if len(safe.encode("utf-8")) <= room:
        return safe
    import hashlib

    digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_CHARACTERS]
    head = safe.encode("utf-8")[: room - _HASH_CHARACTERS - 1].decode("utf-8", "ignore")
    return f"{head.rstrip('-.')}-{digest}"


def _is_safe(character: str) -> bool:
    return character.isalnum() or character in "._-" or unicodedata.category(character) in ("Mn", "Mc")

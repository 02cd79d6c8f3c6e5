"""Lists of pairs: a YAML file that names which articles belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from compare_tui.annotation.fields import Fields
from compare_tui.annotation.model import NotebookError
from compare_tui.annotation.yaml_read import read_file, read_yaml
from compare_tui.article.clean import clean
from compare_tui.sources.names import is_elsewhere

SUFFIXES = (".yaml", ".yml")

MOST_PAIRS = 100_000


@dataclass(frozen=True, slots=True)
class ListedPair:
    """An entry of a list of pairs.

    Attributes:
        a: Source of the first article: a path, resolved against the folder of the list, or an address.
        b: Likewise of the second.
        name: What to call the pair; one line.
        notes: Its notebook; None for the one beside A.
        line: Where the entry stands in the list, from 1.
        date_a: The day A appeared, where the list tells it.
        date_b: Likewise of B.
    """

    a: str
    b: str
    name: str
    notes: Path | None
    line: int
    date_a: date | None = None
    date_b: date | None = None


def read_pair_list(path: Path) -> tuple[ListedPair, ...]:
    """Read a list of pairs: a YAML list of mappings with ``a``, ``b`` and, if wanted, more.

    The others are ``name``, ``notes``, ``date-a`` and ``date-b``. Paths count from the folder of the list.
    Standard input cannot be listed.

    Raises:
        NotebookError: The file cannot be read or an entry is wrong; the message is one line,
            ``FILE:LINE:COLUMN: reason``.
    """
    document = read_yaml(read_file(path), str(path))
    if not isinstance(document.value, list):
        raise document.error((), "expected a list of pairs, each with a and b")
    if not document.value:
        raise document.error((), "the list holds no pairs")
    if len(document.value) > MOST_PAIRS:
        raise document.error((), f"expected at most {MOST_PAIRS:,} pairs")
    places = document.place.parts if isinstance(document.place.parts, list) else []
    found = []
    for index, value in enumerate(document.value):
        fields = Fields(document, (index,), value, "a pair with a and b")
        a, b = _source(fields, "a", path.parent), _source(fields, "b", path.parent)
        named = fields.has("name") and not fields.is_null("name")
        name = fields.word("name") if named else f"{_short(a)} | {_short(b)}"
        noted = fields.has("notes") and not fields.is_null("notes")
        notes = path.parent / _raw(fields, "notes") if noted else None
        days = _day(fields, "date-a"), _day(fields, "date-b")
        if rest := fields.rest():
            raise fields.error(next(iter(rest)), "unknown key; a pair has a, b, name, notes, date-a, date-b")
        found.append(ListedPair(a, b, name, notes, places[index].line, *days))
    return tuple(found)


def _raw(fields: Fields, key: str) -> str:
    text = fields.raw_text(key)
    if not text.strip() or "\0" in text:
        raise fields.error(key, "expected the name of a file")
    return text


def _day(fields: Fields, key: str) -> date | None:
    if not fields.has(key) or fields.is_null(key):
        return None
    text = fields.raw_text(key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fields.error(key, "expected a day as YYYY-MM-DD") from None


def _source(fields: Fields, key: str, folder: Path) -> str:
    text = _raw(fields, key)
    if text == "-":
        raise fields.error(key, "standard input cannot stand in a list")
    return text if is_elsewhere(text) else str(folder / text)


def _short(source: str) -> str:
    name = source if is_elsewhere(source) else Path(source).name
    return clean(name, lines=False)


def articles_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that may be articles, by name; notebooks and other YAML are none.

    Raises:
        NotebookError: The folder cannot be read.
    """
    endings = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".text")
    try:
        return tuple(
            sorted(
                path
                for path in folder.iterdir()
                if path.suffix.lower() in endings and not path.name.startswith(".") and path.is_file()
            )
        )
    except OSError as error:
        raise NotebookError(f"{clean(str(folder), lines=False)}: {error.strerror}") from None

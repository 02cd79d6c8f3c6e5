"""Lists of pairs: a YAML file that names articles which belong together."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from compare_tui.annotation.fields import Fields, Problems, TooManyProblems
from compare_tui.annotation.yaml_read import quoted, read_file, read_yaml
from compare_tui.article.clean import clean
from compare_tui.sources.names import is_elsewhere

LONGEST_NAME = 160
"""Bytes of the name of a pair; file systems allow 255, endings and numbers included."""

_UNSAFE = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class ListedPair:
    """A pair as a list names it.

    Attributes:
        name: What the pair is called, once in its list; safe in a file name.
        a: Article A as the list writes it: a path relative to the folder of the list, an address, or
            ``git:REV:path``.
        b: Article B likewise.
        folder: The folder of the list.
        notes: The notebook of the pair, where the list names one.
        date_a: The day A appeared, where the list tells it.
        date_b: Likewise of B.
        place: Where the pair stands, as ``FILE:LINE:COLUMN``.
    """

    name: str
    a: str
    b: str
    folder: Path
    notes: Path | None
    date_a: date | None
    date_b: date | None
    place: str

    @property
    def sources(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """For A and B what to read, and what the list writes; files count from the folder of the list."""
        a, b = ((one if is_elsewhere(one) else _file(self.folder, one), one) for one in (self.a, self.b))
        return a, b

    @property
    def notebook_folder(self) -> Path:
        """The folder in which the notebook of the pair lies or would lie."""
        if self.notes is not None:
            return self.notes.parent
        return self.folder if is_elsewhere(self.a) else Path(self.sources[0][0]).parent


@dataclass(frozen=True, slots=True)
class PairList:
    """What a list holds.

    Attributes:
        pairs: The pairs that can be used, in the order of the list.
        errors: What is wrong with the others, as ``FILE:LINE:COLUMN: reason``.
        warnings: What is likely to be a mistake, likewise.
    """

    pairs: tuple[ListedPair, ...]
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


def read_pair_list(path: Path) -> PairList:
    """Read a list of mappings with ``a`` and ``b``, and perhaps ``name``, ``notes``, ``date-a``, ``date-b``.

    Raises:
        NotebookError: The file cannot be read, is not plain YAML or holds no list; the message names file,
            line and column. A pair that is wrong by itself is left out instead, and told in ``errors``.
    """
    document = read_yaml(read_file(path), str(path))
    if not isinstance(document.value, list):
        raise document.error((), "expected a list of pairs, each with a and b")
    read: list[tuple[ListedPair, bool]] = []
    problems = Problems()
    left_out = 0
    for index, entry in enumerate(document.value):
        before = len(problems.errors)
        place = str(document.error((index,), "")).split(": ", 1)[0]
        try:
            fields = Fields(document, (index,), entry, "a pair with a and b", problems)
            pair, is_named = _pair(fields, path.parent, place)
        except TooManyProblems:
            left_out += 1
            continue
        if len(problems.errors) == before:
            read.append((pair, is_named))
    pairs, twice = _told_apart(read)
    more = [f"{clean(str(path), lines=False)}: {left_out:,} further pairs are wrong"] if left_out else []
    errors = (*map(str, problems.errors), *more, *twice)
    return PairList(pairs, errors, tuple(map(str, problems.warnings)))


def _pair(fields: Fields, folder: Path, place: str) -> tuple[ListedPair, bool]:
    """Return a pair, and whether the list gives it a name."""
    a, b = fields.word("a"), fields.word("b")
    is_named = fields.has("name")
    name = fields.word("name") if is_named else ""
    if is_named and name and safe_name(name) != name:
        fields.refuse("name", f"expected letters, digits, - and _, as in {quoted(safe_name(name))}")
    notes = folder / fields.word("notes") if fields.has("notes") else None
    days = {side: _day(fields, f"date-{side}") for side in "ab"}
    fields.rest()
    if not is_named:
        name = "--".join(safe_name(os.path.splitext(one)[0]) if one else "" for one in (a, b))
    pair = ListedPair(safe_name(name), a, b, folder, notes, days["a"], days["b"], place)
    return pair, is_named


def _file(folder: Path, written: str) -> str:
    """Return the path of a file of a list; one that is called ``-`` is never standard input."""
    path = str(folder / written)
    return os.path.join(os.curdir, path) if path == "-" else path


def safe_name(name: str) -> str:
    """Return a name of letters, digits, ``-`` and ``_`` that every file system takes."""
    plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", name)).strip("-")
    return plain.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip("-") or "pair"


def _day(fields: Fields, key: str) -> date | None:
    if not fields.has(key):
        return None
    word = fields.word(key)
    try:
        return date.fromisoformat(word)
    except ValueError:
        if not fields.is_wrong(key):
            fields.refuse(key, f"expected a day as YYYY-MM-DD, not {quoted(word)}")
        return None


def _told_apart(read: Sequence[tuple[ListedPair, bool]]) -> tuple[tuple[ListedPair, ...], list[str]]:
    """Number the names that the list does not give, and leave out a pair whose given name stands twice.

    Names that differ only in capitals are one: some file systems cannot tell them apart.
    """
    taken = {pair.name.casefold(): pair.place for pair, is_named in reversed(read) if is_named}
    numbers: Counter[str] = Counter()
    pairs, errors = [], []
    for pair, is_named in read:
        key = pair.name.casefold()
        if is_named:
            if taken[key] == pair.place:
                pairs.append(pair)
            else:
                errors.append(
                    f"{pair.place}: name: {quoted(pair.name)} stands twice, first at {_behind(taken[key])}"
                )
            continue
        name = pair.name
        while name.casefold() in taken:
            numbers[key] = max(numbers[key], 1) + 1
            name = f"{pair.name}-{numbers[key]}"
        taken[name.casefold()] = pair.place
        pairs.append(replace(pair, name=name))
    return tuple(pairs), errors


def _behind(place: str) -> str:
    """Return the line of ``FILE:LINE:COLUMN`` in words."""
    return f"line {place.rsplit(':', 2)[1]}"

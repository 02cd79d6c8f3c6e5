"""Taking known fields out of a mapping of a YAML file, with errors that name the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import TypeVar

from compare_tui.annotation.model import NotebookError, Value
from compare_tui.annotation.yaml_document import Document, ValuePath
from compare_tui.annotation.yaml_read import quoted
from compare_tui.article.clean import clean

LIKELY_TYPO = 0.8
"""Likeness, 0 to 1, from which an unknown key is taken for a known one with a typing error."""

MOST_TYPOS = 50
"""Unknown keys of one mapping that are looked at for typing errors."""

MOST_DIFFERENT = 500
"""Likewise of a file, where the same key counts once: each takes a fifth of a millisecond."""

MOST_PROBLEMS = 1_000
"""Errors, and likewise warnings, of a file that are told: nobody reads more, and each takes its time."""

_LONGEST_KEY = 40

_Choice = TypeVar("_Choice", bound=str)


class TooManyProblems(Exception):  # noqa: N818
    """More is wrong with a file than is told."""


class Problems:
    """What is wrong with a file, where reading goes on behind the first problem.

    Attributes:
        errors: What keeps the file from being opened, in the order in which it was found.
        warnings: What is likely to be a mistake.
    """

    def __init__(self) -> None:
        self.errors: list[NotebookError] = []
        self.warnings: list[NotebookError] = []
        self._at: set[ValuePath] = set()
        self._above: set[ValuePath] = set()
        self._likely: dict[tuple[str, frozenset[str]], str | None] = {}

    def add(self, path: ValuePath, error: Callable[[], NotebookError]) -> None:
        """Add an error, unless one at the same value or at what holds it is the cause of this one.

        Raises:
            TooManyProblems: There are ``MOST_PROBLEMS`` already.
        """
        steps = [path[:end] for end in range(len(path) + 1)]
        if self._at.isdisjoint(steps):
            if len(self.errors) == MOST_PROBLEMS:
                raise TooManyProblems
            self._at.add(path)
            self._above.update(steps)
            self.errors.append(error())

    def warn(self, warnings: Iterable[NotebookError]) -> None:
        """Add warnings as long as there is room."""
        self.warnings += islice(warnings, MOST_PROBLEMS - len(self.warnings))

    def likely_key(self, key: str, known: frozenset[str]) -> str | None:
        """Return the known key that an unknown one is likely to mean; None where there is none."""
        asked = key[:_LONGEST_KEY], known
        if asked not in self._likely and len(self._likely) < MOST_DIFFERENT:
            found = get_close_matches(asked[0], known, n=1, cutoff=LIKELY_TYPO)
            self._likely[asked] = found[0] if found else None
        return self._likely.get(asked)

    def concern(self, path: ValuePath) -> bool:
        """Tell whether an error stands at a value or inside it."""
        return path in self._above


class Fields:
    """One mapping of a file; it remembers which keys nobody asked for."""

    def __init__(
        self,
        document: Document,
        path: ValuePath,
        value: Value,
        expected: str,
        problems: Problems | None = None,
    ) -> None:
        """Take a mapping.

        Args:
            document: The file, for messages.
            path: Keys and indices from the root to the mapping.
            value: What stands there.
            expected: What should stand there, e.g. "an annotation".
            problems: Where errors are collected, while reading goes on with values that stand for those that
                are wrong; None raises the first one.

        Raises:
            NotebookError: It is no mapping.
        """
        self.document = document
        self.path = path
        self.problems = problems
        self._left = dict(value) if isinstance(value, dict) else {}
        self._known: set[str] = set()
        if not isinstance(value, dict):
            self._refuse(path, f"expected {expected}, not {_shown(value)}")

    def error(self, key: str, reason: str) -> NotebookError:
        """Return an error at a field."""
        return self.document.error((*self.path, key), reason)

    def refuse(self, key: str, reason: str) -> None:
        """Raise an error at a field, or collect it.

        Raises:
            NotebookError: Errors are not collected.
        """
        self._refuse((*self.path, key), reason)

    def is_wrong(self, key: str) -> bool:
        """Tell whether an error at a field, or inside it, was collected."""
        return self.problems is not None and self.problems.concern((*self.path, key))

    def take(self, key: str) -> Value:
        """Return any value, as it stands in the file."""
        self._known.add(key)
        if key not in self._left:
            self.refuse(key, "missing")
            return None
        return self._left.pop(key)

    def has(self, key: str) -> bool:
        """Tell whether a field that nobody took yet is there."""
        self._known.add(key)
        return key in self._left

    def is_null(self, key: str) -> bool:
        """Take a field that is null, and tell whether it is."""
        if self._left.get(key, "") is not None:
            return False
        self.take(key)
        return True

    def text(self, key: str, *, lines: bool = True) -> str:
        """Return text, cleaned."""
        return clean(self.raw_text(key), lines=lines)

    def raw_text(self, key: str) -> str:
        """Return text as it stands in the file: the caller cleans it."""
        value = self.take(key)
        if isinstance(value, str):
            return value
        self.refuse(key, f"expected text, not {_shown(value)}")
        return ""

    def word(self, key: str) -> str:
        """Return one line of text that is not empty."""
        value = self.text(key, lines=False)
        if not value.strip():
            self.refuse(key, "expected text, found nothing")
        return value

    def choice(self, key: str, options: tuple[_Choice, ...]) -> _Choice:
        """Return one of a few words."""
        value = self.take(key)
        for option in options:
            if value == option:
                return option
        self.refuse(key, f"expected {listed(options)}, not {_shown(value)}")
        return options[0]

    def words(self, key: str, options: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of words, each one of a few."""
        value = self.take(key)
        if not isinstance(value, list):
            self.refuse(key, f"expected a list, not {_shown(value)}")
            return ()
        for index, one in enumerate(value):
            if one not in options:
                self._refuse((*self.path, key, index), f"expected {listed(options)}, not {_shown(one)}")
        return tuple(one for one in value if isinstance(one, str))

    def count(self, key: str) -> int:
        """Return an integer that is not negative."""
        value = self.take(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.refuse(key, f"expected a number from 0, not {_shown(value)}")
            return 0
        return value

    def mapping(self, key: str, expected: str) -> Fields:
        """Return a mapping inside this one."""
        return Fields(self.document, (*self.path, key), self.take(key), expected, self.problems)

    def entries(self, key: str, expected: str) -> Iterator[Fields]:
        """Yield a list of mappings inside this one."""
        for index, value in enumerate(self.values(key)):
            yield self.entry(key, index, value, expected)

    def values(self, key: str) -> list[Value]:
        """Return a list of any values inside this one."""
        value = self.take(key)
        if isinstance(value, list):
            return value
        self.refuse(key, f"expected a list, not {_shown(value)}")
        return []

    def entry(self, key: str, index: int, value: Value, expected: str) -> Fields:
        """Return one of ``values`` as a mapping."""
        return Fields(self.document, (*self.path, key, index), value, expected, self.problems)

    def rest(self) -> dict[str, Value]:
        """Return the fields that nobody took, as they stand in the file."""
        if self.problems is not None:
            self.problems.warn(self._typos(self.problems))
        return self._left

    def _typos(self, problems: Problems) -> Iterator[NotebookError]:
        known = frozenset(self._known)
        for key in islice(self._left, MOST_TYPOS):
            if likely := problems.likely_key(key, known):
                reason = f"unknown key {quoted(key)}; did you mean {likely}?"
                yield self.document.error((*self.path, key), reason)

    def _refuse(self, path: ValuePath, reason: str) -> None:
        if self.problems is None:
            raise self.document.error(path, reason)
        self.problems.add(path, lambda: self.document.error(path, reason))


def listed(options: tuple[str, ...]) -> str:
    """Return a few words as they are listed in a sentence: "minor, major or critical"."""
    return f"{', '.join(options[:-1])} or {options[-1]}"


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value) if value else "empty text"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "null"
    return str(value).lower()

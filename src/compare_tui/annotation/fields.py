"""Taking known fields out of a mapping of a YAML file, with errors that name the place."""

from __future__ import annotations

from typing import TypeVar

from compare_tui.annotation.model import NotebookError, Value
from compare_tui.annotation.yaml_read import Document, quoted
from compare_tui.article.clean import clean

_Choice = TypeVar("_Choice", bound=str)


class Fields:
    """One mapping of a file; it remembers which keys nobody asked for."""

    def __init__(self, document: Document, path: tuple[str | int, ...], value: Value, expected: str) -> None:
        """Take a mapping.

        Args:
            document: The file, for messages.
            path: Keys and indices from the root to the mapping.
            value: What stands there.
            expected: What should stand there, e.g. "an annotation".

        Raises:
            NotebookError: It is no mapping.
        """
        if not isinstance(value, dict):
            raise document.error(path, f"expected {expected}, not {_shown(value)}")
        self.document = document
        self.path = path
        self._left = dict(value)

    def error(self, key: str, reason: str) -> NotebookError:
        """Return an error at a field."""
        return self.document.error((*self.path, key), reason)

    def take(self, key: str) -> Value:
        """Return any value, as it stands in the file."""
        if key not in self._left:
            raise self.error(key, "missing")
        return self._left.pop(key)

    def has(self, key: str) -> bool:
        """Tell whether a field that nobody took yet is there."""
        return key in self._left

    def text(self, key: str, *, lines: bool = True) -> str:
        """Return text, cleaned."""
        return clean(self.raw_text(key), lines=lines)

    def raw_text(self, key: str) -> str:
        """Return text as it stands in the file: the caller cleans it."""
        value = self.take(key)
        if not isinstance(value, str):
            raise self.error(key, f"expected text, not {_shown(value)}")
        return value

    def word(self, key: str) -> str:
        """Return one line of text that is not empty."""
        value = self.text(key, lines=False)
        if not value.strip():
            raise self.error(key, "expected text, found nothing")
        return value

    def choice(self, key: str, options: tuple[_Choice, ...]) -> _Choice:
        """Return one of a few words."""
        value = self.take(key)
        for option in options:
            if value == option:
                return option
        listed = f"{', '.join(options[:-1])} or {options[-1]}"
        raise self.error(key, f"expected {listed}, not {_shown(value)}")

    def count(self, key: str) -> int:
        """Return an integer that is not negative."""
        value = self.take(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.error(key, f"expected a number from 0, not {_shown(value)}")
        return value

    def mapping(self, key: str, expected: str) -> Fields:
        """Return a mapping inside this one."""
        return Fields(self.document, (*self.path, key), self.take(key), expected)

    def entries(self, key: str, expected: str) -> list[Fields]:
        """Return a list of mappings inside this one."""
        value = self.take(key)
        if not isinstance(value, list):
            raise self.error(key, f"expected a list, not {_shown(value)}")
        path = (*self.path, key)
        return [Fields(self.document, (*path, index), entry, expected) for index, entry in enumerate(value)]

    def rest(self) -> dict[str, Value]:
        """Return the fields that nobody took, as they stand in the file."""
        return self._left


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

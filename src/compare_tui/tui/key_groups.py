"""The keys that the help lists: those of the registry, then those of each dialog, from its own bindings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from compare_tui.settings.key_names import key_name
from compare_tui.tui.actions import key_label

if TYPE_CHECKING:
    from textual.screen import Screen

    from compare_tui.tui.key_map import KeyMap


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line of the help.

    Attributes:
        keys: The keys as a reader sees them, or a sign.
        description: What they do.
    """

    keys: tuple[str, ...]
    description: str

    def has(self, word: str) -> bool:
        """Return whether a word is one of the keys or stands in a key's name or the description.

        Args:
            word: One character is looked for among the keys and at the starts of words, more of them
                anywhere; small letters find capital ones too.
        """
        if len(word) == 1 and not word.isalnum():
            return word in self.keys or word in self.description
        folded = word == word.lower()
        description = self.description.lower() if folded else self.description
        if len(word) == 1:
            return word in self.keys or any(one.startswith(word) for one in description.split())
        return word in description or any(word in (key.lower() if folded else key) for key in self.keys)


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Some lines of the help under one heading."""

    name: str
    rows: tuple[KeyRow, ...]


def registry_groups(key_map: KeyMap) -> Iterator[KeyGroup]:
    """Yield the actions with their keys in effect, group by group."""
    for name, actions in groupby(key_map.actions(), key=lambda action: action.group):
        yield KeyGroup(
            name,
            tuple(
                KeyRow(tuple(key_label(key) for key in action.keys), action.description) for action in actions
            ),
        )


def review_group(key_map: KeyMap) -> KeyGroup:
    """Return what is done over the list of a review, with the keys in effect."""
    actions = key_map.review_actions()
    rows = (KeyRow(tuple(map(key_label, action.keys)), action.description) for action in actions)
    return KeyGroup("While reviewing", tuple(rows))


def table_group(key_map: KeyMap) -> KeyGroup:
    """Return the actions of the registry that are for the tables, once more, under a heading of their own."""
    rows = [row for group in registry_groups(key_map) for row in group.rows if _is_for_tables(row)]
    return KeyGroup("In the tables of differences and annotations", tuple(rows))


def _is_for_tables(row: KeyRow) -> bool:
    return any(word in row.description for word in ("table", "list:"))


def dialog_group(name: str, dialog: type[Screen[Any]], typed: Sequence[tuple[str, str]] = ()) -> KeyGroup:
    """Return the keys of a dialog.

    Args:
        name: The heading.
        dialog: Its class; those of its bindings that have a description are listed.
        typed: Keys that are no bindings, such as "letter", and what they do; they come first.
    """
    rows = [KeyRow((keys,), description) for keys, description in typed]
    for binding in _described(dialog):
        keys = tuple(key_label(_plain_name(key)) for key in binding.key.split(","))
        rows.append(KeyRow(keys, binding.description))
    return KeyGroup(name, tuple(rows))


def found_in(groups: Iterable[KeyGroup], query: str) -> list[KeyGroup]:
    """Return the lines in which every word of a query is found; a line that stands twice is found once.

    Args:
        groups: Where to look.
        query: Words, parted by blanks.
    """
    words = query.split()
    seen: set[KeyRow] = set()
    found = []
    for group in groups:
        rows = []
        for row in group.rows:
            if row not in seen and all(row.has(word) for word in words):
                rows.append(row)
                seen.add(row)
        if rows:
            found.append(KeyGroup(group.name, tuple(rows)))
    return found


def _described(dialog: type[Screen[Any]]) -> Iterator[Binding]:
    """Yield the bindings of a class and of those it is made from that say what they do."""
    for one in dialog.__mro__:
        for binding in one.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.description:
                yield binding


def _plain_name(key: str) -> str:
    """Return the name of a key that Textual may call otherwise, such as "dollar_sign"."""
    try:
        return key_name(key)
    except ValueError:
        return key

"""Entries of a list in a file, of which a version may not understand all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from compare_tui.annotation.model import Value

if TYPE_CHECKING:

    class _HasId(Protocol):
        @property
        def id(self) -> str:
            """What tells an entry from the others."""


_Entry = TypeVar("_Entry", bound="_HasId")


def part_entries(
    values: Iterable[Value], read: Callable[[Value], _Entry | None]
) -> tuple[tuple[_Entry, ...], list[Value]]:
    """Part entries into those that are understood and the others, among them second ones with an id.

    Args:
        values: What stands in the list.
        read: Returns what an entry holds; None where it is not understood.

    Returns:
        What was understood, and what is kept and written back as it is.
    """
    found: dict[str, _Entry] = {}
    others: list[Value] = []
    for value in values:
        entry = read(value)
        if entry is None or entry.id in found:
            others.append(value)
        else:
            found[entry.id] = entry
    return tuple(found.values()), others

"""Entries of ``reviews``, as they stand in a notebook's file; what they mean is known to the review room."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from compare_tui.annotation.model import Value


class ReviewEntry(NamedTuple):
    """A review as it stands in a file.

    Attributes:
        id: Its id.
        value: All its keys, the id among them.
    """

    id: str
    value: Mapping[str, Value]


def read_review_entries(section: Value) -> tuple[tuple[ReviewEntry, ...], list[Value]]:
    """Part what stands under ``reviews`` into entries with an id of their own and the others."""
    entries: dict[str, ReviewEntry] = {}
    others: list[Value] = []
    for one in section if isinstance(section, list) else [] if section is None else [section]:
        id_ = one.get("id") if isinstance(one, dict) else None
        if isinstance(one, dict) and isinstance(id_, str) and id_ not in entries:
            entries[id_] = ReviewEntry(id_, one)
        else:
            others.append(one)
    return tuple(entries.values()), others


def with_review_entries(
    sections: Mapping[str, Value], entries: Collection[ReviewEntry], others: Iterable[Value]
) -> dict[str, Value]:
    """Return the sections of a file with these entries under ``reviews``; others stand behind them."""
    if not entries and not sections.get("reviews"):
        return dict(sections)
    ordered = sorted(entries, key=lambda entry: entry.id)
    return {**sections, "reviews": [*(dict(one.value) for one in ordered), *others]}

"""Three-way merge of single values: which of two changes stands, and whether they clash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from compare_tui.annotation.model import Anchor, Value


class _Absent:
    """The value of a field that is not there."""


ABSENT = _Absent()

CONFLICT = "conflict"
"""The key under which an entry, or the notebook, keeps their values of fields that both sides changed."""

REMOVED = "removed"
"""The key in ``conflict`` that says that one side removed the entry."""

Entry = dict[str, object]
"""Fields of an annotation, a link, a review or a notebook: values of YAML, and anchors."""


def merged_or_clashing(
    base: Mapping[str, object], ours: Mapping[str, object], theirs: Mapping[str, object]
) -> tuple[Entry, Entry]:
    """Merge fields; ``modified`` becomes the later time, ``created`` the earlier, ``conflict`` keeps all.

    Args:
        base: The state that both have grown out of.
        ours: Our state.
        theirs: The other state.

    Returns:
        The merged fields, and their values of the fields that clash.
    """
    if same(base, ours) or same(base, theirs):
        return dict(theirs if same(base, ours) else ours), {}
    merged: Entry = {}
    clashes: Entry = {}
    for name in dict.fromkeys([*ours, *theirs]):
        before, own, other = (state.get(name, ABSENT) for state in (base, ours, theirs))
        value, clash = merge_value(before, own, other)
        if name in _TIMES and isinstance(own, str) and isinstance(other, str):
            value, clash = _TIMES[name](own, other), False
        elif name == CONFLICT and clash:
            value, clash = _kept_by_both(before, own, other), False
        if clash:
            clashes[name] = ABSENT if other is value else other
        if value is not ABSENT:
            merged[name] = value
    return merged, clashes


def _kept_by_both(base: object, ours: object, theirs: object) -> object:
    """Merge what both sides still keep from earlier merges; ``ABSENT`` where nothing is left."""
    if ABSENT in (ours, theirs):
        return theirs if ours is ABSENT else ours
    if isinstance(ours, dict) and isinstance(theirs, dict):
        merged, both = merged_or_clashing(base if isinstance(base, dict) else {}, ours, theirs)
    else:
        merged = dict(ours) if isinstance(ours, dict) else {CONFLICT: ours}
        both = theirs if isinstance(theirs, dict) else {CONFLICT: theirs}
    for name, other in both.items():
        put(merged, name, None if other is ABSENT else other)
    return merged if merged.keys() - {"modified"} else ABSENT


def put(kept: Entry, name: str, value: object, *, replaces: bool = False) -> None:
    """Add a value; where another stands under its name, as ``NAME-2`` and so on."""
    key, number = name, 1
    while key in kept and not replaces:
        if same(kept[key], value):
            return
        number += 1
        key = f"{name}-{number}"
    kept[key] = value


def _later(one: str, other: str) -> str:
    return max(one, other)


def _earlier(one: str, other: str) -> str:
    return min(one, other)


_TIMES: dict[str, Callable[[str, str], str]] = {"modified": _later, "created": _earlier}


def merge_value(base: object, ours: object, theirs: object) -> tuple[object, bool]:
    """Return which of three values stands, and whether both sides changed it differently.

    Where they did, ours stands; where ours is gone, theirs. Of an anchor the words, the position and the
    other keys are merged apart; a new position is no change that clashes.
    """
    if same(ours, theirs):
        return ours, False
    if isinstance(ours, Anchor) and isinstance(theirs, Anchor):
        return _merge_anchor(base if isinstance(base, Anchor) else None, ours, theirs)
    if same_words(ours, base):
        return theirs, False
    if same_words(theirs, base):
        return ours, False
    return (theirs if ours is ABSENT else ours), True


def _merge_anchor(base: Anchor | None, ours: Anchor, theirs: Anchor) -> tuple[Anchor, bool]:
    before, own, other = (None if one is None else _words(one) for one in (base, ours, theirs))
    clash = own != other and before not in (own, other)
    winner = ours
    if (own != other and own == before) or (
        own == other and base is not None and _position(ours) == _position(base)
    ):
        winner = theirs
    extra, clashes = merged_or_clashing({} if base is None else base.extra, ours.extra, theirs.extra)
    return replace(winner, extra=plain(extra)), clash or bool(clashes)


def plain(entry: Entry) -> dict[str, Value]:
    """Return fields that hold nothing but values of YAML."""
    return dict(entry)  # type: ignore[arg-type]


def same_words(one: object, other: object) -> bool:
    """Tell whether two values are the same; of an anchor the position does not count."""
    if isinstance(one, Anchor) and isinstance(other, Anchor):
        return _words(one) == _words(other) and same(one.extra, other.extra)
    return same(one, other)


def same(one: object, other: object) -> bool:
    """Tell whether two values are the same in a file, where ``true`` is not ``1``."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def depth(value: object) -> int:
    """Return how many lists and mappings stand inside each other."""
    if isinstance(value, Mapping):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


def _words(anchor: Anchor) -> tuple[str, str, str]:
    return anchor.exact, anchor.prefix, anchor.suffix


def _position(anchor: Anchor) -> tuple[int, int]:
    return anchor.start, anchor.end

"""A person's corrections of the alignment, as they stand under ``links`` in a notebook's file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from compare_tui.annotation.anchor import anchor_value, clean_anchor, locate
from compare_tui.annotation.entries import part_entries
from compare_tui.annotation.model import Anchor, Value
from compare_tui.article.model import Article

CorrectionKind = Literal["link", "unlink"]
_KINDS: tuple[str, ...] = get_args(CorrectionKind)
_KNOWN = ("id", "kind", "a", "b", "created")


@dataclass(frozen=True, slots=True)
class LinkCorrection:
    """Two passages that a person has linked, or whose link a person has taken away.

    Attributes:
        id: Random and sortable by time, e.g. "l-01JDA7V1N6E5".
        kind: Whether they belong together or do not.
        a: Where the passage of A stands.
        b: Where the passage of B stands.
        created: UTC time to the second.
        extra: Keys of the file that this version does not know.
    """

    id: str
    kind: CorrectionKind
    a: Anchor
    b: Anchor
    created: str
    extra: Mapping[str, Value] = field(default_factory=dict)


def corrected_pair(a: Article, b: Article, correction: LinkCorrection) -> tuple[int, int] | None:
    """Return the indices of the passages (A, B) that a correction concerns; None where its words are gone."""
    place_a, place_b = locate(a, correction.a), locate(b, correction.b)
    if place_a is None or place_b is None:
        return None
    return a.passage_at(place_a[0]), b.passage_at(place_b[0])


def corrected_pairs(
    a: Article, b: Article, corrections: Iterable[LinkCorrection]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the pairs of passages to link, and those whose link is taken away.

    Of several corrections of one pair, as several people may make them, the latest counts.
    """
    kinds: dict[tuple[int, int], CorrectionKind] = {}
    for one in sorted(corrections, key=lambda correction: (correction.created, correction.id)):
        pair = corrected_pair(a, b, one)
        if pair is not None:
            kinds[pair] = one.kind
    added = {pair for pair, kind in kinds.items() if kind == "link"}
    return added, kinds.keys() - added


def read_corrections(value: Value) -> tuple[tuple[LinkCorrection, ...], list[Value]]:
    """Part the entries of ``links`` into those that this version understands and the others.

    Args:
        value: What stands under ``links``.

    Returns:
        The corrections, and what is kept and written back as it is.
    """
    return part_entries(value if isinstance(value, list) else [], read_correction)


def corrections_value(corrections: Iterable[LinkCorrection], others: Iterable[Value]) -> list[Value]:
    """Return what to write under ``links``: the corrections by id, then what is not understood."""
    known = [correction_value(one) for one in sorted(corrections, key=lambda correction: correction.id)]
    return [*known, *others]


def with_links(
    sections: Mapping[str, Value], corrections: Collection[LinkCorrection], others: Iterable[Value]
) -> dict[str, Value]:
    """Return the sections of a file with these corrections, and others, under ``links``.

    The section stands first, and is left out where it would be new and empty.
    """
    rest = {name: value for name, value in sections.items() if name != "links"}
    if not corrections and "links" not in sections:
        return rest
    return {"links": corrections_value(corrections, others), **rest}


def correction_value(one: LinkCorrection) -> Value:
    """Return how a correction stands in a file."""
    return {
        "id": one.id,
        "kind": one.kind,
        "a": anchor_value(one.a),
        "b": anchor_value(one.b),
        "created": one.created,
        **one.extra,
    }


def read_correction(entry: Value) -> LinkCorrection | None:
    """Return the correction that an entry of ``links`` holds; None where it is not understood."""
    if not isinstance(entry, dict):
        return None
    id_, kind, created = entry.get("id"), entry.get("kind"), entry.get("created")
    a, b = read_anchor_value(entry.get("a")), read_anchor_value(entry.get("b"))
    if not (isinstance(id_, str) and isinstance(created, str) and kind in _KINDS and a and b):
        return None
    extra = {key: value for key, value in entry.items() if key not in _KNOWN}
    return LinkCorrection(id_, "link" if kind == "link" else "unlink", a, b, created, extra)


def read_anchor_value(value: Value) -> Anchor | None:
    """Return the anchor that a value of a file holds; None where it is none."""
    if not isinstance(value, dict):
        return None
    exact, prefix, suffix = (value.get(key, "") for key in ("exact", "prefix", "suffix"))
    start, end = value.get("start"), value.get("end")
    if not (isinstance(exact, str) and isinstance(prefix, str) and isinstance(suffix, str) and exact.strip()):
        return None
    if isinstance(start, bool) or isinstance(end, bool):
        return None
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        return None
    known = ("exact", "prefix", "suffix", "start", "end")
    extra = {key: one for key, one in value.items() if key not in known}
    return clean_anchor(Anchor(exact, prefix, suffix, start, end, extra))

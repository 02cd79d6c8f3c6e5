"""The table of all differences: which rows are shown, in which order, and what each says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from compare_tui.tui.filtering import following_or_all, holds
from compare_tui.tui.inspector_lines import words_of_side
from compare_tui.tui.look import KINDS, kind_role
from compare_tui.tui.pairs import SIDE_NAMES, SIDES, Pairs, link_end
from compare_tui.tui.parts import Part, filter_parts, fit, fit_parts, safe
from compare_tui.tui.signs import in_quotes, signs
from compare_tui.tui.tagging import Placed, newest, on_difference

if TYPE_CHECKING:
    from compare_tui.comparison.model import Difference, Kind

Tagged = Literal["all", "untagged", "tagged"]
Order = Literal["place", "kind", "severity"]
TAGGED: tuple[Tagged, ...] = ("all", "untagged", "tagged")
ORDERS: tuple[Order, ...] = ("place", "kind", "severity")
_WEIGHT = {"major": 0, "minor": 1, "style": 2}
_KIND_CELLS, _SEVERITY_CELLS, _WHERE_CELLS, _TAG_CELLS = 13, 10, 15, 12
_WIDE = 100


@dataclass(frozen=True, slots=True)
class Filter:
    """Which differences the table shows, and in which order.

    Attributes:
        kind: Only this kind; None for every kind.
        major: Only those by which a reader could be misled.
        tagged: Only those that are tagged, or that are not.
        text: Only those whose words, on either side, or whose reason hold this text; case does not count.
        order: What the rows are sorted by.
    """

    kind: Kind | None = None
    major: bool = False
    tagged: Tagged = "all"
    text: str = ""
    order: Order = "place"

    @property
    def is_open(self) -> bool:
        """Whether every difference is shown."""
        return self.kind is None and not self.major and self.tagged == "all" and not self.text


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: a difference, or several that say the same of one place through different links.

    Attributes:
        differences: Indices into ``Pairs.differences``; the first one is gone to.
    """

    differences: tuple[int, ...]


def next_kind(current: Kind | None, pairs: Pairs) -> Kind | None:
    """Return the kind that follows among those that occur; None, for every kind, behind the last one."""
    present = [kind for kind in KINDS if any(one.kind == kind for one in pairs.differences)]
    return following_or_all(present, current)


def all_rows(pairs: Pairs) -> list[TableRow]:
    """Return every row, in the order of the differences.

    Args:
        pairs: Where the differences are.
    """
    groups: dict[object, list[int]] = {}
    for index, one in enumerate(pairs.differences):
        groups.setdefault(_same(one), []).append(index)
    return [TableRow(tuple(group)) for group in groups.values()]


def table_rows(
    pairs: Pairs, rows: Sequence[TableRow], placed: Sequence[Placed], chosen: Filter
) -> list[TableRow]:
    """Return the rows that are shown.

    Args:
        pairs: Where the differences are.
        rows: Every row.
        placed: The annotations and where they stand.
        chosen: What to show.
    """
    kept = [row for row in rows if chosen.is_open or _shown(pairs, row.differences, placed, chosen)]
    if chosen.order == "kind":
        kept.sort(key=lambda row: KINDS.index(pairs.differences[row.differences[0]].kind))
    elif chosen.order == "severity":
        kept.sort(key=lambda row: _WEIGHT[pairs.differences[row.differences[0]].severity])
    return kept


def _same(one: Difference) -> object:
    """Return what differences share that are one to a reader.

    The same two wordings are one, wherever headline, lead and body set them against each other; what only one
    side has is one at its place.
    """
    if one.a is None:
        return one.kind, None, one.b.start if one.b is not None else None
    if one.b is None:
        return one.kind, one.a.start, None
    return one.kind, one.a.text.casefold(), one.b.text.casefold()


def _shown(pairs: Pairs, group: Sequence[int], placed: Sequence[Placed], chosen: Filter) -> bool:
    one = pairs.differences[group[0]]
    if chosen.kind is not None and one.kind != chosen.kind:
        return False
    if chosen.major and one.severity != "major":
        return False
    if chosen.tagged != "all":
        tagged = any(on_difference(placed, pairs, index) for index in group)
        if tagged != (chosen.tagged == "tagged"):
            return False
    told = (one.reason, *(span.text for span in (one.a, one.b) if span is not None))
    return not chosen.text or holds(told, chosen.text)


def filter_line(chosen: Filter, shown: int, total: int, hidden: int, width: int) -> list[Part]:
    """Return the line that tells what is shown: the filters on the left, the count on the right.

    Args:
        chosen: The filters.
        shown: How many rows are shown.
        total: How many there are.
        hidden: How many differences of style are left out.
        width: Cells of the window.
    """
    entries = (
        ("kind", chosen.kind or "all", chosen.kind is not None),
        ("severity", "major" if chosen.major else "all", chosen.major),
        ("tags", chosen.tagged, chosen.tagged != "all"),
        ("text", in_quotes(safe(chosen.text)) if chosen.text else "any", bool(chosen.text)),
        ("by", chosen.order, chosen.order != "place"),
    )
    count = f"{shown} of {total}"
    if hidden:
        count += f" {signs().dot} {hidden} of style hidden"
    return filter_parts("Differences", entries, count, width)


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Widths of the columns, in cells; one without width is left out."""

    kind: int
    severity: int
    a: int
    b: int
    where: int
    tag: int


def table_columns(width: int) -> TableColumns:
    """Divide a width among the columns."""
    if width < _WIDE:
        where = 11 if width >= 60 else 0
        words = max(width - 2 - _KIND_CELLS - 2 - where - 2 - 3, 16)
        return TableColumns(_KIND_CELLS, 2, words // 2, words - words // 2, where, 2)
    words = width - 2 - _KIND_CELLS - _SEVERITY_CELLS - _WHERE_CELLS - _TAG_CELLS - 3
    return TableColumns(
        _KIND_CELLS, _SEVERITY_CELLS, words // 2, words - words // 2, _WHERE_CELLS, _TAG_CELLS
    )


def column_heads(width: int) -> list[Part]:
    """Return the heads of the columns."""
    columns = table_columns(width)
    heads = [
        ("  ", 2),
        ("kind", columns.kind),
        ("severity" if columns.severity > 2 else "", columns.severity),
        ("A", columns.a),
        ("", 3),
        ("B", columns.b),
        (" where", columns.where),
        ("tag" if columns.tag > 2 else "", columns.tag),
    ]
    return [(fit(text, cells), "muted") for text, cells in heads]


def row_parts(
    pairs: Pairs, row: TableRow, placed: Sequence[Placed], letters: dict[str, str], width: int, *, here: bool
) -> list[Part]:
    """Return what a row says.

    Args:
        pairs: Where the differences are.
        row: The row.
        placed: The annotations and where they stand.
        letters: The letter of each tag.
        width: Cells of the window.
        here: Whether it is in focus.
    """
    one, columns = pairs.differences[row.differences[0]], table_columns(width)
    major = one.severity == "major"
    severity = one.severity if columns.severity > 2 else signs().major if major else ""
    latest = newest([one for index in row.differences for one in on_difference(placed, pairs, index)])
    tag = ""
    if latest is not None:
        letter = letters.get(latest.annotation.tag, "?")
        tag = (
            f"{signs().annotated}{letter}" if columns.tag <= 2 else f"{letter} {safe(latest.annotation.tag)}"
        )
    return [
        (signs().pointer + " " if here else "  ", "accent-strong"),
        *fit_parts([(one.kind, kind_role(one.kind, near=True))], columns.kind),
        (fit(severity, columns.severity), "strong" if major else "muted"),
        words_of_side(one, "a", columns.a, here),
        (f" {signs().column} ", "faint"),
        words_of_side(one, "b", columns.b, here),
        (fit(" " + _where(pairs, row), columns.where), "muted"),
        (fit(tag, columns.tag), "annotation"),
    ]


def _where(pairs: Pairs, row: TableRow) -> str:
    """Return where a row stands: "A1 ↔ B1,10"."""
    ends: list[str] = []
    for side in SIDES:
        numbers: list[int] = []
        for index in row.differences:
            passage = link_end(pairs.differences[index].link, side)
            number = pairs.article(side).passages[passage].number
            if number not in numbers:
                numbers.append(number)
        ends.append(SIDE_NAMES[side] + ",".join(map(str, numbers)))
    return f" {signs().linked} ".join(ends)


def without_filters(chosen: Filter) -> Filter:
    """Return a filter that shows every difference, in the same order."""
    return replace(Filter(), order=chosen.order)

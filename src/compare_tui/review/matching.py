"""Which annotations of several people stand on the same place.

Two annotations are as alike as the mean over the sides of the overlap of their words: characters of both over
characters of either. A side that only one of them has counts 0, a side that neither has is left out. From
``SAME_PLACE`` on they may be matched.

Two people's annotations are matched one-to-one so that the sum of likeness is greatest; among equal sums the
one with more equal tags wins, then a hash of the ids decides. What is to be made greatest knows neither an
order of people nor one of annotations, and has one solution: so the matching depends on neither. More than
``MOST_OPTIMAL`` annotations in one heap of overlaps are matched greedily by the same weights, which is as
symmetric.

Units join what several people say about one place: the matches of all pairs of people, best first, are united
as long as nobody is in a unit twice. With two people a unit is a match.
"""

from __future__ import annotations

import hashlib
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare_tui.annotation.anchor import overlap

SAME_PLACE = 0.5
"""Least likeness of two annotations of the same place."""

MOST_OPTIMAL = 64
"""Most annotations of one person in a heap of overlaps that the Hungarian method matches (Kuhn 1955)."""

MOST_PAIRS = 1_000_000
"""Pairs of annotations that are looked at. Where more overlap, each is set beside those that begin nearest
behind it, as many as this allows."""

Stretch = tuple[int, int]
"""Start and end in code points."""

NOWHERE: Stretch = (-1, -1)
"""Stands for words that are no longer in the article: an end that overlaps nothing."""

Groups = list[tuple[int, ...]]
"""Numbers of marks, for each place."""

_SCORE_BITS, _TAG_BITS, _HASH_BITS = 30, 12, 48


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """What matching needs to know of an annotation.

    Attributes:
        annotator: Id of the person.
        id: Id of the annotation, different from the person's others.
        tag: Its tag.
        a: Where it stands in A, without outer blanks and punctuation; None where it has no end there.
        b: Likewise, in B.
    """

    annotator: str
    id: str
    tag: str
    a: Stretch | None
    b: Stretch | None

    @property
    def place(self) -> tuple[Stretch | None, Stretch | None]:
        """Both stretches."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Match:
    """Two annotations on the same place.

    Attributes:
        one: That of the person whose id comes first.
        other: The other.
        likeness: From ``SAME_PLACE`` to 1.
        weight: What the sum of is made greatest: likeness, then tag, then hash.
    """

    one: Mark
    other: Mark
    likeness: float
    weight: int


def match_marks(marks: Iterable[Mark], *, by_tag: bool = False) -> tuple[Match, ...]:
    """Match the annotations of each two people one-to-one.

    Args:
        marks: The annotations of any number of people, in any order.
        by_tag: Match only annotations with the same tag.
    """
    edges: defaultdict[tuple[str, str], list[Match]] = defaultdict(list)
    # Each mark is one object from here on, so that the heaps may be told by identity.
    for edge in _edges(sorted(set(marks), key=_place_key), by_tag=by_tag):
        edges[edge.one.annotator, edge.other.annotator].append(edge)
    return tuple(
        match for _, found in sorted(edges.items()) for heap in _heaps(found) for match in _assigned(heap)
    )


def units(marks: Iterable[Mark], matches: Iterable[Match]) -> tuple[tuple[Mark, ...], ...]:
    """Return what people say about each place: marks in the order of people, at most one of each.

    Args:
        marks: All annotations.
        matches: What ``match_marks`` has found among them.
    """
    unit_of: dict[Mark, list[Mark]] = {mark: [mark] for mark in marks}
    for match in sorted(matches, key=lambda one: (-one.weight, one.one, one.other)):
        first, second = unit_of[match.one], unit_of[match.other]
        if first is second or {one.annotator for one in first} & {one.annotator for one in second}:
            continue
        first += second
        for mark in second:
            unit_of[mark] = first
    unique = {id(unit): unit for unit in unit_of.values()}
    return tuple(
        sorted((tuple(sorted(unit)) for unit in unique.values()), key=lambda one: _place_key(one[0]))
    )


def group_marks(marks: Sequence[Mark]) -> Groups:
    """Return the numbers of the marks that stand on one place, as ``units`` of what ``match_marks`` finds."""
    numbers = {mark: number for number, mark in enumerate(marks)}
    return [tuple(numbers[mark] for mark in unit) for unit in units(marks, match_marks(marks))]


def likeness(one: Mark, other: Mark) -> float:
    """Return how alike two annotations are in place, from 0 to 1."""
    return _likeness(one, other)[0]


def _likeness(one: Mark, other: Mark) -> tuple[float, bool]:
    """Return the likeness, and whether it reaches one half, told without rounding."""
    shares = [
        _overlap(first, second)
        for first, second in ((one.a, other.a), (one.b, other.b))
        if first is not None or second is not None
    ]
    if len(shares) == 1:
        ((common, total),) = shares
        return common / total, 2 * common >= total
    (common_a, total_a), (common_b, total_b) = shares
    reaches = common_a * total_b + common_b * total_a >= total_a * total_b
    return (common_a / total_a + common_b / total_b) / 2, reaches


def _overlap(one: Stretch | None, other: Stretch | None) -> tuple[int, int]:
    """Return the characters of both and the characters of either, of which there is at least one."""
    if one is None or other is None or one[0] < 0 or other[0] < 0:
        return 0, 1
    common, total = overlap(one, other)
    return common, total or 1


def _edges(marks: Sequence[Mark], *, by_tag: bool) -> Iterator[Match]:
    """Yield the pairs of marks of two people that stand on the same place.

    Args:
        marks: The annotations, in the order of ``_place_key``.
        by_tag: Leave pairs with unlike tags out.
    """
    people: defaultdict[str, list[int]] = defaultdict(list)
    for number, mark in enumerate(marks):
        people[mark.annotator].append(number)
    shelves = {name: [_shelf(marks, numbers, side) for side in (0, 1)] for name, numbers in people.items()}
    counts = Counter((mark.annotator, mark.place) for mark in marks)
    crowded = {place for (_, place), count in counts.items() if count > MOST_OPTIMAL}
    standing = {
        name: [number for number in numbers if marks[number].place in crowded]
        for name, numbers in people.items()
    }
    together = {
        (one, other): _together(marks, standing[one], standing[other], by_tag=by_tag)
        for one, other in combinations(sorted(people), 2)
    }
    windows = [
        (pair, side, turned)
        for pair in together
        for side in (0, 1)
        for turned in (False, True)
        if shelves[pair[0]][side] and shelves[pair[1]][side]
    ]
    found = [*_windows(shelves, windows)]
    crowd = sum(last - first for *_, first, last in found)
    longest = crowd if crowd <= MOST_PAIRS else max(1, MOST_PAIRS // len(found))
    seen: set[tuple[int, int]] = set()
    for pair, side, number, name, first, last in found:
        settled = together[pair]
        if number in settled:
            continue
        for _, _, other in shelves[name][side][first : min(last, first + longest)]:
            key = (number, other) if number < other else (other, number)
            if other in settled or key in seen:
                continue
            seen.add(key)
            one, two = marks[key[0]], marks[key[1]]
            if by_tag and one.tag != two.tag:
                continue
            value, reaches = _likeness(one, two)
            if reaches:
                yield _match(one, two, value)
    for settled in together.values():
        for number, other in settled.items():
            if marks[number].annotator < marks[other].annotator:
                yield _match(marks[number], marks[other], 1.0)


def _shelf(marks: Sequence[Mark], numbers: Iterable[int], side: int) -> list[tuple[int, int, int]]:
    """Return where marks begin and end on a side, with their numbers, in reading order."""
    return sorted(
        (place[0], place[1], number)
        for number in numbers
        if (place := marks[number].place[side]) is not None and place != NOWHERE
    )


def _windows(
    shelves: Mapping[str, Sequence[Sequence[tuple[int, int, int]]]],
    wanted: Iterable[tuple[tuple[str, str], int, bool]],
) -> Iterator[tuple[tuple[str, str], int, int, str, int, int]]:
    """Yield for each mark of one person the other person's marks that may share half of its words.

    Of two stretches that share half of what they cover, the later starts in the other's first half.

    Yields:
        The two people, the side, the mark, the other person, and which of their marks: the first, and behind
        the last.
    """
    for pair, side, turned in wanted:
        here, there = pair[::-1] if turned else pair
        shelf = shelves[there][side]
        for start, end, number in shelves[here][side]:
            first = bisect_left(shelf, (start, end, number))
            last = bisect_right(shelf, (start + (end - start) // 2, sys.maxsize))
            if last > first:
                yield pair, side, number, there, first, last


def _together(
    marks: Sequence[Mark], ours: Iterable[int], theirs: Iterable[int], *, by_tag: bool
) -> dict[int, int]:
    """Match two people's marks on the very same place where one of them has more than ``MOST_OPTIMAL``.

    Nothing is more alike, so no other matching has a greater sum: tag goes with tag, then what is left with
    what is left, in the order of a hash of the ids.

    Returns:
        For the number of each mark that of the other person's.
    """
    places: defaultdict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for person, numbers in enumerate((ours, theirs)):
        for number in numbers:
            places[marks[number].place][person].append(number)
    found: dict[int, int] = {}
    for sides in places.values():
        if not all(sides) or max(map(len, sides)) <= MOST_OPTIMAL or NOWHERE in marks[sides[0][0]].place:
            continue
        ordered = [
            sorted(side, key=lambda number: (_hash(marks[number].id), marks[number].id)) for side in sides
        ]
        for same_tag in (True,) if by_tag else (True, False):
            waiting: defaultdict[str, deque[int]] = defaultdict(deque)
            for number in ordered[1]:
                if number not in found:
                    waiting[marks[number].tag if same_tag else ""].append(number)
            for number in ordered[0]:
                fitting = waiting[marks[number].tag if same_tag else ""]
                if number not in found and fitting:
                    other = fitting.popleft()
                    found[number], found[other] = other, number
    return found


def _match(one: Mark, other: Mark, value: float) -> Match:
    ordered = (one, other) if one.annotator < other.annotator else (other, one)
    return Match(*ordered, value, _weight(one, other, value))


def _weight(one: Mark, other: Mark, value: float) -> int:
    tie = _hash("\0".join(sorted((one.id, other.id))))
    score = round(value * (1 << _SCORE_BITS))
    return (((score << _TAG_BITS) + (one.tag == other.tag)) << _HASH_BITS) + tie


def _hash(ids: str) -> int:
    """Return four bytes that tell nothing of an order."""
    return int.from_bytes(
        hashlib.blake2b(ids.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big"
    )


def _heaps(edges: Sequence[Match]) -> Iterator[list[Match]]:
    """Part the edges between two people into those that hang together."""
    root = {id(mark): id(mark) for edge in edges for mark in (edge.one, edge.other)}

    def top(mark: int) -> int:
        while (above := root[mark]) != mark:
            root[mark] = mark = root[above]
        return mark

    for edge in edges:
        root[top(id(edge.one))] = top(id(edge.other))
    heaps: defaultdict[int, list[Match]] = defaultdict(list)
    for edge in edges:
        heaps[top(id(edge.one))].append(edge)
    yield from heaps.values()


def _assigned(edges: list[Match]) -> list[Match]:
    """Choose the edges with the greatest sum of weights of which no two share a mark."""
    if len(edges) == 1:
        return edges
    rows = sorted({edge.one for edge in edges}, key=_place_key)
    columns = sorted({edge.other for edge in edges}, key=_place_key)
    if max(len(rows), len(columns)) > MOST_OPTIMAL:
        return _greedy(edges)
    row_of = {mark: number for number, mark in enumerate(rows)}
    column_of = {mark: number for number, mark in enumerate(columns)}
    size = max(len(rows), len(columns))
    weights = [[0] * size for _ in range(size)]
    by_place: dict[tuple[int, int], Match] = {}
    for edge in edges:
        place = row_of[edge.one], column_of[edge.other]
        weights[place[0]][place[1]] = edge.weight
        by_place[place] = edge
    return [by_place[place] for place in enumerate(_hungarian(weights)) if place in by_place]


def _greedy(edges: Iterable[Match]) -> list[Match]:
    taken: set[Mark] = set()
    chosen: list[Match] = []
    for edge in sorted(edges, key=lambda one: (-one.weight, one.one, one.other)):
        if edge.one not in taken and edge.other not in taken:
            taken |= {edge.one, edge.other}
            chosen.append(edge)
    return chosen


def _hungarian(weights: Sequence[Sequence[int]]) -> list[int]:
    """Return for each row of a square matrix its column in the assignment with the greatest sum.

    The Hungarian method with potentials and shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987).
    """
    size = len(weights)
    rows, columns = [0] * (size + 1), [0] * (size + 1)
    row_at = [size] * (size + 1)
    for row in range(size):
        row_at[size] = row
        at = size
        way = [size] * size
        least: list[int | None] = [None] * size
        used = [False] * (size + 1)
        while row_at[at] != size:
            used[at] = True
            here, step, following = row_at[at], None, size
            for column in range(size):
                if used[column]:
                    continue
                cost = -weights[here][column] - rows[here] - columns[column]
                known = least[column]
                if known is None or cost < known:
                    least[column] = known = cost
                    way[column] = at
                if step is None or known < step:
                    step, following = known, column
            for column in range(size + 1):
                if used[column]:
                    rows[row_at[column]] += step or 0
                    columns[column] -= step or 0
                elif column < size:
                    least[column] = (least[column] or 0) - (step or 0)
            at = following
        while at != size:
            previous = way[at]
            row_at[at] = row_at[previous]
            at = previous
    found = [0] * size
    for column in range(size):
        found[row_at[column]] = column
    return found


def _place_key(mark: Mark) -> tuple[bool, Stretch, bool, Stretch, str, str]:
    """Return what orders marks by place in A, then in B, then by what they are."""
    a, b = (NOWHERE if stretch is None else stretch for stretch in mark.place)
    return a == NOWHERE, a, b == NOWHERE, b, mark.id, mark.annotator

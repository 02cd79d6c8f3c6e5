"""A comparison with links that a person has added or taken away."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from compare_tui.comparison.comparing import story_of, unlinked
from compare_tui.comparison.crossing import orders
from compare_tui.comparison.differences import find_differences, position
from compare_tui.comparison.model import Comparison, Link

Pair = tuple[int, int]


def corrected(comparison: Comparison, added: Iterable[Pair], removed: Set[Pair]) -> Comparison:
    """Return a comparison with other links; details are looked for anew where that changes something.

    Args:
        comparison: What was found.
        added: Indices of passages (A, B) that are linked by hand; a link that was found is kept as it is.
        removed: Indices of passages whose link is taken away.

    Returns:
        A comparison whose added links are confident ones with a score of 1.
    """
    before = {(link.a, link.b): link for link in comparison.links}
    counts = len(comparison.a.passages), len(comparison.b.passages)
    fresh = {
        pair
        for pair in set(added) - removed - before.keys()
        if 0 <= pair[0] < counts[0] and 0 <= pair[1] < counts[1]
    }
    gone = removed & before.keys()
    if not fresh and not gone:
        return comparison
    pairs = sorted((before.keys() - gone) | fresh)
    order = orders(pairs)
    links = {
        pair: replace(before[pair], order=order[pair])
        if pair in before
        else Link(*pair, 1.0, "confident", (), order[pair])
        for pair in pairs
    }
    touched = _touched(pairs, fresh | gone)
    kept = [
        replace(one, link=links[one.link.a, one.link.b])
        for one in comparison.differences
        if (one.link.a, one.link.b) in links and (one.link.a, one.link.b) not in touched
    ]
    again = find_differences(comparison.a, comparison.b, [links[pair] for pair in sorted(touched)])
    differences = sorted([*kept, *again], key=lambda one: position(one, comparison.a, comparison.b))
    linked_a, linked_b = {a for a, _ in pairs}, {b for _, b in pairs}
    return replace(
        comparison,
        links=tuple(links.values()),
        differences=tuple(differences),
        only_a=unlinked(comparison.a, story_of(comparison.a), linked_a),
        only_b=unlinked(comparison.b, story_of(comparison.b), linked_b),
    )


def _touched(pairs: Iterable[Pair], changed: Set[Pair]) -> set[Pair]:
    """Return the links that hang together with a changed one: what one says, another need not."""
    by_a: dict[int, list[Pair]] = {}
    by_b: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_a.setdefault(pair[0], []).append(pair)
        by_b.setdefault(pair[1], []).append(pair)
    waiting = [near for a, b in changed for near in (*by_a.get(a, ()), *by_b.get(b, ()))]
    found: set[Pair] = set()
    while waiting:
        pair = waiting.pop()
        if pair not in found:
            found.add(pair)
            waiting += [near for near in (*by_a[pair[0]], *by_b[pair[1]]) if near not in found]
    return found

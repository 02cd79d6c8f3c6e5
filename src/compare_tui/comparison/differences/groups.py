"""Groups of links that hang together, so that the passages of one can be forgotten before the next."""

from __future__ import annotations

from collections.abc import Sequence


def linked_groups(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the links in groups: two that share a passage are in one.

    Args:
        pairs: For each link its passage of A and its passage of B.

    Returns:
        For each group the numbers of its links, in order; the groups in the order of their first links.
    """
    leader: dict[int, int] = {}

    def find(node: int) -> int:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for a, b in pairs:
        # Passages of A are the even nodes, those of B the odd ones.
        one, other = find(2 * a), find(2 * b + 1)
        if one != other:
            leader[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for number, (a, _) in enumerate(pairs):
        groups.setdefault(find(2 * a), []).append(number)
    return list(groups.values())

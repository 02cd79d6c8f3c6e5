"""What a comparison finds: links between passages and differences inside them."""

from __future__ import annotations

from dataclasses import dataclass

from compare_tui.article.model import Article, Passage, Span
from compare_tui.comparison.kinds import Kind, Order, Severity, Strength

__all__ = ["Comparison", "Difference", "Kind", "Link", "Order", "Severity", "Strength"]


@dataclass(frozen=True, slots=True)
class Link:
    """A passage of A and a passage of B that state the same thing.

    Attributes:
        a: Index into the passages of A, from 0.
        b: Index into the passages of B, from 0.
        score: How alike they are, 0 to 1.
        strength: ``confident`` or ``possible``.
        shared: Words that carried the link, heaviest first.
        order: ``moved`` where the link crosses the common order of both articles.
    """

    a: int
    b: int
    score: float
    strength: Strength
    shared: tuple[str, ...] = ()
    order: Order = "in order"


@dataclass(frozen=True, slots=True)
class Difference:
    """A detail inside linked passages on which the articles disagree, or that only one of them has.

    Attributes:
        kind: What sort of detail it is.
        severity: ``major`` where a reader could be told something else, ``minor`` for other words,
            ``style`` for spelling and punctuation.
        link: The link in which it was found.
        a: Its words in A; None where only B has the detail.
        b: Its words in B; None where only A has the detail.
        reason: One line for a reader, e.g. "spelling of a name".
    """

    kind: Kind
    severity: Severity
    link: Link
    a: Span | None
    b: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found between two articles.

    Attributes:
        a: The first article.
        b: The second article.
        links: Ordered by (a, b).
        differences: In reading order of A, then B.
        only_a: Passages of A that no link carries, in order; furniture left out.
        only_b: Likewise for B.
        notes: What was skipped or shortened, one line each.
    """

    a: Article
    b: Article
    links: tuple[Link, ...]
    differences: tuple[Difference, ...]
    only_a: tuple[Passage, ...]
    only_b: tuple[Passage, ...]
    notes: tuple[str, ...] = ()

"""Comparing two articles: links first, then the details inside them."""

from __future__ import annotations

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.alignment import Progress, align
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.differences.tokens import dateline_end
from compare_tui.comparison.model import Comparison, Link


def compare(a: Article, b: Article, *, progress: Progress | None = None) -> Comparison:
    """Find what two articles both say, where they differ and what only one of them tells.

    Args:
        a: The first article.
        b: The second article.
        progress: Told how far the work is; an exception from it cancels the comparison.
    """
    story_a, story_b = _story(a), _story(b)
    found = align(
        [_statement(a, index) for index in story_a],
        [_statement(b, index) for index in story_b],
        progress=progress,
    )
    links = tuple(
        Link(story_a[link.a], story_b[link.b], link.score, link.strength, link.shared, link.order)
        for link in found
    )
    if progress:
        progress(0.97, "details")
    differences = tuple(find_differences(a, b, links))
    if progress:
        progress(1.0, "done")
    return Comparison(
        a=a,
        b=b,
        links=links,
        differences=differences,
        only_a=_unlinked(a, story_a, {link.a for link in links}),
        only_b=_unlinked(b, story_b, {link.b for link in links}),
    )


def _story(article: Article) -> list[int]:
    """Indices of the passages that tell something."""
    return [index for index, passage in enumerate(article.passages) if passage.role != "furniture"]


def _statement(article: Article, index: int) -> str:
    """The words of a passage without the place and agency in front of the first one."""
    text = article.passages[index].text
    return text[dateline_end(text) :]


def _unlinked(article: Article, story: list[int], linked: set[int]) -> tuple[Passage, ...]:
    return tuple(article.passages[index] for index in story if index not in linked)

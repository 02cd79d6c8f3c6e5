"""Comparing two articles: links first, then the details inside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from compare_tui.article.model import Article, Passage
from compare_tui.comparison.alignment import Progress, align
from compare_tui.comparison.candidates import COPIES_CROSSED
from compare_tui.comparison.differences import find_differences
from compare_tui.comparison.differences.reading import MAXIMUM_CHARACTERS
from compare_tui.comparison.differences.tokens import dateline_end
from compare_tui.comparison.model import Comparison, Link
from compare_tui.comparison.similarity import CheckedSimilarity, Similarity

LINKING_SHARE = 0.6
"""Share of the work that linking is; the rest is spent on the details."""


def compare(
    a: Article,
    b: Article,
    *,
    progress: Progress | None = None,
    similarity: Similarity | None = None,
) -> Comparison:
    """Find what two articles both say, where they differ and what only one of them tells.

    Args:
        a: The first article.
        b: The second article.
        progress: Told how far the work is; an exception from it cancels the comparison.
        similarity: A similarity function from outside, mixed into the scores of links.

    Raises:
        SimilarityError: The similarity function fails.
    """
    story_a, story_b = story_of(a), story_of(b)
    texts = (statements(a), statements(b))

    def told(done: float, word: str) -> None:
        if progress:
            progress(LINKING_SHARE * done, word)

    def detailed(done: float) -> None:
        if progress:
            progress(LINKING_SHARE + (1 - LINKING_SHARE) * done, "details")

    outside = None if similarity is None else CheckedSimilarity(similarity, lambda: told(0.9, "similarity"))
    found = align(*texts, progress=told, similarity=outside)
    links = tuple(
        Link(story_a[link.a], story_b[link.b], link.score, link.strength, link.shared, link.order)
        for link in found
    )
    linked_a, linked_b = {link.a for link in links}, {link.b for link in links}
    detailed(0.0)
    differences = tuple(find_differences(a, b, links, progress=detailed))
    detailed(1.0)
    return Comparison(
        a=a,
        b=b,
        links=links,
        differences=differences,
        only_a=unlinked(a, story_a, linked_a),
        only_b=unlinked(b, story_b, linked_b),
        notes=(
            *_shortened("A", a, linked_a),
            *_shortened("B", b, linked_b),
            *_repeated(*texts),
            *(outside.notes() if outside else ()),
        ),
    )


def story_of(article: Article) -> list[int]:
    """Return the indices of the passages that tell something: all but the furniture."""
    return [index for index, passage in enumerate(article.passages) if passage.role != "furniture"]


def statements(article: Article) -> list[str]:
    """Return the words of each passage that tells something, without the place and agency in front of it."""
    texts = (passage.text for passage in article.passages if passage.role != "furniture")
    return [text[dateline_end(text) :] for text in texts]


def unlinked(article: Article, story: list[int], linked: Set[int]) -> tuple[Passage, ...]:
    """Return the passages that tell something and that nothing is linked to.

    Args:
        article: The article.
        story: Indices of its passages that tell something.
        linked: Indices of its passages that a link ends at.
    """
    return tuple(article.passages[index] for index in story if index not in linked)


def _shortened(side: str, article: Article, linked: set[int]) -> Iterator[str]:
    for index in sorted(linked):
        passage = article.passages[index]
        length = passage.end - passage.start
        if length > MAXIMUM_CHARACTERS:
            yield (
                f"Passage {side} {passage.number} has {length:,} characters: details were looked for in the "
                f"first {MAXIMUM_CHARACTERS:,} only."
            )


def _repeated(a: Sequence[str], b: Sequence[str]) -> Iterator[str]:
    here, there = Counter(a), Counter(b)
    repeated = sum(text in there and max(times, there[text]) > COPIES_CROSSED for text, times in here.items())
    if repeated:
        sentences = "1 sentence stands" if repeated == 1 else f"{repeated:,} sentences stand"
        yield (
            f"{sentences} in both articles word for word, and more than {COPIES_CROSSED} times in one: the "
            "first was linked with the first, the second with the second, and so on."
        )

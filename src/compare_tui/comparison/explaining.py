"""Why passages are linked, or are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare_tui.article.model import Article
from compare_tui.comparison.alignment import Alignment, Candidate
from compare_tui.comparison.comparing import statements, story_of
from compare_tui.comparison.similarity import Similarity

Side = Literal["a", "b"]

RUNNERS_UP = 2
"""How many of the passages that are not linked are told."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for the links of one passage.

    Attributes:
        side: The article that it stands in.
        index: Its index there, from 0.
        linked: The pairs that are links, best first; indices are those of the articles.
        runners_up: The best pairs that are none.
    """

    side: Side
    index: int
    linked: tuple[Candidate, ...]
    runners_up: tuple[Candidate, ...]


class Explainer:
    """Explains the links of two articles, which are aligned once.

    Args:
        a: The first article.
        b: The second article.
        similarity: A similarity function from outside, as given to ``compare``.

    Raises:
        SimilarityError: The similarity function fails.
    """

    def __init__(self, a: Article, b: Article, *, similarity: Similarity | None = None) -> None:
        self._stories = {"a": story_of(a), "b": story_of(b)}
        self._places = {
            side: {index: place for place, index in enumerate(story)} for side, story in self._stories.items()
        }
        self._alignment = Alignment(statements(a), statements(b), similarity=similarity)

    def explain(self, side: Side, index: int) -> Explanation:
        """Explain the links of one passage; furniture has none, and no runner-up.

        Args:
            side: The article that it stands in.
            index: Its index there, from 0.
        """
        place = self._places[side].get(index)
        found = [] if place is None else [*map(self._in_articles, self._alignment.candidates(side, place))]
        linked = tuple(candidate for candidate in found if candidate.strength is not None)
        others = tuple(candidate for candidate in found if candidate.strength is None)
        return Explanation(side, index, linked, others[:RUNNERS_UP])

    def _in_articles(self, candidate: Candidate) -> Candidate:
        return Candidate(
            self._stories["a"][candidate.a],
            self._stories["b"][candidate.b],
            candidate.score,
            candidate.strength,
            candidate.parts,
            candidate.shared,
            candidate.needed,
        )

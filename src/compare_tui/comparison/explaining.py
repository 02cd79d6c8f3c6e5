"""Why passages are linked, or are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare_tui.article.model import Article
from compare_tui.comparison.alignment import MOST_POSSIBLE_SCORE, Alignment, Candidate, Progress
from compare_tui.comparison.comparing import statements, story_of
from compare_tui.comparison.similarity import CheckedSimilarity, Similarity

Side = Literal["a", "b"]

RUNNERS_UP = 2
"""How many of the passages that are not linked are told."""


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A pair that is no link.

    Attributes:
        candidate: The pair; indices are those of the articles.
        rival: The better pair of either passage that it is too far behind of; None where its score is under
            what every link of these articles needs.
    """

    candidate: Candidate
    rival: Candidate | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for the links of one passage.

    Attributes:
        side: The article that it stands in.
        index: Its index there, from 0.
        linked: The pairs that are links, best first; indices are those of the articles.
        runners_up: The best pairs that are none, best first.
    """

    side: Side
    index: int
    linked: tuple[Candidate, ...]
    runners_up: tuple[RunnerUp, ...]


class Explainer:
    """Explains the links of two articles, which are aligned once.

    Args:
        a: The first article.
        b: The second article.
        similarity: A similarity function from outside, as given to ``compare``.
        progress: Told how far the alignment is; an exception from it cancels the work.

    Raises:
        SimilarityError: The similarity function fails.
    """

    def __init__(
        self,
        a: Article,
        b: Article,
        *,
        similarity: Similarity | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._stories = {"a": story_of(a), "b": story_of(b)}
        self._places = {
            side: {index: place for place, index in enumerate(story)} for side, story in self._stories.items()
        }

        def asking() -> None:
            if progress:
                progress(0.9, "similarity")

        outside = None if similarity is None else CheckedSimilarity(similarity, asking)
        self._alignment = Alignment(statements(a), statements(b), progress, outside)

    def explain(self, side: Side, index: int) -> Explanation:
        """Explain the links of one passage; furniture has none, and no runner-up.

        Args:
            side: The article that it stands in.
            index: Its index there, from 0.
        """
        place = self._places[side].get(index)
        found = [] if place is None else self._candidates(side, place)
        linked = tuple(candidate for candidate in found if candidate.strength is not None)
        others = tuple(candidate for candidate in found if candidate.strength is None)
        runners_up = tuple(RunnerUp(one, self._rival(side, one, found[0])) for one in others[:RUNNERS_UP])
        return Explanation(side, index, linked, runners_up)

    def _candidates(self, side: Side, place: int) -> list[Candidate]:
        return [*map(self._in_articles, self._alignment.candidates(side, place))]

    def _rival(self, side: Side, candidate: Candidate, best: Candidate) -> Candidate | None:
        """Return the best pair of either passage, where that is why the candidate is no link.

        Args:
            side: The article of the passage that is explained.
            candidate: A pair that is no link.
            best: The best pair of the passage that is explained.
        """
        if candidate.needed <= MOST_POSSIBLE_SCORE:
            return None
        away: Side = "b" if side == "a" else "a"
        index = candidate.b if away == "b" else candidate.a
        theirs = self._candidates(away, self._places[away][index])[0]
        return max(best, theirs, key=lambda pair: pair.score)

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

"""Which articles of a folder tell of the same event: by the rare words that they share, and their dates."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from compare_tui.article import ArticleError, clean
from compare_tui.article.language import guess_language
from compare_tui.comparison.comparing import statements
from compare_tui.comparison.weighing import damped, rarity
from compare_tui.comparison.words import content_stems
from compare_tui.sources import read_stored
from compare_tui.sources.folders import ENDINGS

LEAST_SCORE = 0.15
"""Cosine of the weighed words from which two articles are proposed.

Chosen on 196 news articles of the ABCD-Link training half, half of which have a partner: from 0.12 to 0.17
precision is 0.94 to 0.97, recall 1 to 0.97."""

RIVAL_SHARE = 0.7
"""Share of the best score of either article that a pair needs: less is the same topic, not the same event.

On the same articles 0.6 and 0.8 give the same within 0.02."""

LONGEST_GAP = 7
"""Days between two articles about one event, at most, where both dates are known."""

CANDIDATES = 20
"""Articles that an article is compared with in full, those first that share the most of its rare words."""

JOINS_PER_ARTICLE = 400
"""Pairs that are joined over a word, for each article, rarest words first; keeps the work linear."""

SHARED_WORDS = 6
"""How many of the shared words are named."""

_AT_ONCE = 64
"""Files that are handed to the readers at one time."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What is kept of an article.

    Attributes:
        path: Its file.
        title: Its title.
        date: The day it appeared, where it tells.
        digest: SHA-256 of its text, hexadecimal.
        words: For each stem how often it occurs, and how it is first written.
        reason: Why it cannot be used; "" where it can.
        notices: What must be said about how it was read.
    """

    path: Path
    title: str = ""
    date: date | None = None
    digest: str = ""
    words: Mapping[str, tuple[float, str]] | None = None
    reason: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two articles that seem to tell of the same event.

    Attributes:
        a: The file of the one that comes first by path.
        b: The other file.
        score: How alike they are, 0 to 1.
        shared: Words that both have, the heaviest first.
    """

    a: Path
    b: Path
    score: float
    shared: tuple[str, ...]


def article_files(folder: Path) -> list[Path]:
    """Return the files in a folder and below it that may be articles, sorted; hidden ones are left out."""
    found = []
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.suffix.lower() in ENDINGS and not any(part.startswith(".") for part in parts):
            found.append(path)
    return sorted(path for path in found if path.is_file())


def gist_of(path: Path) -> Gist:
    """Read an article and keep what tells its event; what is wrong with it is told, not raised."""
    try:
        article = read_stored(path)
    except ArticleError as error:
        return Gist(path, reason=str(error))
    language = guess_language(article.text)
    counts: dict[str, tuple[float, str]] = {}
    for text in statements(article):
        for stem, (count, surface) in content_stems(text, language).items():
            before, first = counts.get(stem, (0.0, surface))
            counts[stem] = before + count, first
    notices = article.origin.notices
    return Gist(path, article.title, article.date, article.text_sha256, counts, notices=notices)


def read_gists(paths: Sequence[Path], read: Callable[[Sequence[Path]], Iterable[Gist]]) -> Iterator[Gist]:
    """Yield the gist of each file; few are in the hands of the readers at one time.

    Args:
        paths: The files.
        read: Applies ``gist_of`` to files, in order, e.g. with the ``map`` of an executor.
    """
    rest = iter(paths)
    while some := list(islice(rest, _AT_ONCE)):
        yield from read(some)


class Corpus:
    """The articles of a folder, as numbers: each costs about ten bytes a different word."""

    def __init__(self) -> None:
        self._paths: list[Path] = []
        self._dates: list[date | None] = []
        self._digests: list[str] = []
        self._ids: dict[str, int] = {}
        self._surfaces: list[str] = []
        self._terms: list[array[int]] = []
        self._weights: list[array[float]] = []
        self._frequency: Counter[int] = Counter()

    def __len__(self) -> int:
        return len(self._paths)

    def add(self, gist: Gist) -> None:
        """Add an article that could be read."""
        words = gist.words or {}
        terms = array("l")
        for stem, (_, surface) in words.items():
            number = self._ids.setdefault(stem, len(self._ids))
            if number == len(self._surfaces):
                self._surfaces.append(surface)
            terms.append(number)
        self._paths.append(gist.path)
        self._dates.append(gist.date)
        self._digests.append(gist.digest)
        self._terms.append(terms)
        self._weights.append(
            array("f", [damped(count) if count >= 1 else count for count, _ in words.values()])
        )
        self._frequency.update(terms)

    def propose(
        self,
        *,
        least: float = LEAST_SCORE,
        days: int = LONGEST_GAP,
        tell: Callable[[int], None] = lambda done: None,
    ) -> list[Proposal]:
        """Return the pairs that seem to tell of the same event, the likeliest first.

        Args:
            least: Score from which a pair is proposed, 0 to 1.
            days: Days between them, at most, where both dates are known.
            tell: Told the number of articles that are done.
        """
        rarities = self._weigh()
        postings = self._rare_postings()
        found: dict[tuple[int, int], float] = {}
        best = [0.0] * len(self)
        for i in range(len(self)):
            for j in self._candidates(i, postings, rarities, days):
                score = self._cosine(i, j)
                if score >= least:
                    found[min(i, j), max(i, j)] = score
                    best[i], best[j] = max(best[i], score), max(best[j], score)
            tell(i + 1)
        kept = [
            (-score, pair)
            for pair, score in found.items()
            if score >= RIVAL_SHARE * max(best[k] for k in pair)
        ]
        return [
            Proposal(self._paths[i], self._paths[j], -score, self._shared(i, j))
            for score, (i, j) in sorted(kept)
        ]

    def copies(self) -> list[tuple[Path, Path]]:
        """Return the files whose text an earlier file has to the letter, each with that file."""
        first: dict[str, Path] = {}
        pairs = zip(self._digests, self._paths, strict=True)
        return [(first[digest], path) for digest, path in pairs if first.setdefault(digest, path) is not path]

    def _weigh(self) -> list[float]:
        """Turn counts into vectors of length 1, once, and return the rarity of each term."""
        count = len(self)
        rarities = [rarity(self._frequency[number], count) for number in range(len(self._surfaces))]
        for terms, weights in zip(self._terms, self._weights, strict=True):
            for place, number in enumerate(terms):
                weights[place] *= rarities[number]
            length = math.sqrt(sum(weight * weight for weight in weights)) or 1.0
            for place in range(len(weights)):
                weights[place] /= length
        return rarities

    def _rare_postings(self) -> dict[int, array[int]]:
        """Return, for the rarest terms that several articles have, the articles that have them."""
        budget = JOINS_PER_ARTICLE * len(self)
        rare: set[int] = set()
        for number, frequency in sorted(self._frequency.items(), key=lambda item: (item[1], item[0])):
            if frequency > 1:
                budget -= frequency * frequency
                if budget < 0:
                    break
                rare.add(number)
        postings: dict[int, array[int]] = defaultdict(lambda: array("l"))
        for i, terms in enumerate(self._terms):
            for number in terms:
                if number in rare:
                    postings[number].append(i)
        return postings

    def _candidates(
        self, i: int, postings: Mapping[int, array[int]], rarities: Sequence[float], days: int
    ) -> list[int]:
        """Return the other articles that share the most of its rare words."""
        votes: dict[int, float] = defaultdict(float)
        for number, weight in zip(self._terms[i], self._weights[i], strict=True):
            for j in postings.get(number, ()):
                votes[j] += weight * rarities[number]
        likely = sorted((-vote, j) for j, vote in votes.items() if j != i and self._may_pair(i, j, days))
        return [j for _, j in likely[:CANDIDATES]]

    def _may_pair(self, i: int, j: int, days: int) -> bool:
        first, second = self._dates[i], self._dates[j]
        if first is not None and second is not None and abs((first - second).days) > days:
            return False
        return self._digests[i] != self._digests[j]

    def _cosine(self, i: int, j: int) -> float:
        return sum(self._products(i, j).values())

    def _products(self, i: int, j: int) -> dict[int, float]:
        ours = dict(zip(self._terms[i], self._weights[i], strict=True))
        theirs = zip(self._terms[j], self._weights[j], strict=True)
        return {number: ours[number] * weight for number, weight in theirs if number in ours}

    def _shared(self, i: int, j: int) -> tuple[str, ...]:
        products = self._products(i, j)
        heaviest = sorted(products, key=lambda number: (-products[number], self._surfaces[number]))
        return tuple(clean(self._surfaces[number], lines=False) for number in heaviest[:SHARED_WORDS])

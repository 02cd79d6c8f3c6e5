"""Pairs of long texts in invented words, with the links between their sentences known.

``python -m benchmarks.invented SIZE A B`` writes a pair to two files and tells how many links are found.
"""

from __future__ import annotations

import random
import sys
import textwrap
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from compare_tui import align

VOCABULARY = 50_000
"""Different words; how often each is used follows Zipf's law, as in natural text."""

REPLACED, DROPPED, NEW = 0.12, 0.15, 0.15
"""Shares of words that the second text replaces, and of sentences that it leaves out and adds."""

COLUMNS = 95
"""Width at which the second text is hard-wrapped."""


@dataclass(frozen=True, slots=True)
class InventedPair:
    """Two texts about the same.

    Attributes:
        a: The first text, a line a paragraph.
        b: The second text: reworded, half of its paragraphs moved, hard-wrapped.
        sentences_a: Sentences of the first text.
        sentences_b: Sentences of the second text.
        links: Indices of sentences that tell the same.
    """

    a: str
    b: str
    sentences_a: list[str]
    sentences_b: list[str]
    links: set[tuple[int, int]]


def invented_pair(size: int, seed: int = 11) -> InventedPair:
    """Make two texts of about ``size`` words each; the same for the same seed."""
    dice = random.Random(seed)
    words = [_word(number) for number in range(VOCABULARY)]
    weights = list(accumulate(1 / (number + 2.7) for number in range(VOCABULARY)))

    def sentence() -> list[str]:
        return dice.choices(words, cum_weights=weights, k=dice.randint(8, 32))

    first: list[list[list[str]]] = []
    count = 0
    while count < size:
        first.append([sentence() for _ in range(dice.randint(1, 4))])
        count += sum(map(len, first[-1]))
    numbered = iter(range(sum(map(len, first))))
    second: list[list[tuple[int | None, list[str]]]] = []
    for paragraph in first:
        kept: list[tuple[int | None, list[str]]] = []
        for told in paragraph:
            number = next(numbered)
            if dice.random() >= DROPPED:
                kept.append((number, [_replaced(word, dice, words, weights) for word in told]))
            if dice.random() < NEW:
                kept.append((None, sentence()))
        second.append(kept)
    moving = [place for place in range(len(second)) if dice.random() < 0.5]
    shuffled = dice.sample(moving, len(moving))
    moved = dict(zip(moving, shuffled, strict=True))
    paragraphs = [second[moved.get(place, place)] for place in range(len(second))]
    told_in_order = [one for paragraph in paragraphs for one in paragraph]
    return InventedPair(
        "\n\n".join(" ".join(map(_written, paragraph)) for paragraph in first) + "\n",
        "\n\n".join(
            textwrap.fill(" ".join(_written(told) for _, told in paragraph), COLUMNS)
            for paragraph in paragraphs
            if paragraph
        )
        + "\n",
        [_written(told) for paragraph in first for told in paragraph],
        [_written(told) for _, told in told_in_order],
        {(number, place) for place, (number, _) in enumerate(told_in_order) if number is not None},
    )


def _word(number: int) -> str:
    syllables = []
    number += 1
    while number:
        number, place = divmod(number, 90)
        syllables.append("bcdfghjklmnprstvwz"[place % 18] + "aeiou"[place // 18])
    return "".join(reversed(syllables))


def _replaced(word: str, dice: random.Random, words: list[str], weights: list[float]) -> str:
    return dice.choices(words, cum_weights=weights)[0] if dice.random() < REPLACED else word


def _written(told: list[str]) -> str:
    return " ".join(told).capitalize() + "."


def main() -> None:
    """Write a pair and tell how many of its links are found."""
    size, *paths = sys.argv[1:]
    pair = invented_pair(int(size))
    for path, text in zip(paths, (pair.a, pair.b), strict=True):
        Path(path).write_text(text, encoding="utf-8")
    found = {(link.a, link.b) for link in align(pair.sentences_a, pair.sentences_b)}
    right = len(found & pair.links)
    recall, precision = right / len(pair.links), right / max(1, len(found))
    print(f"links of known sentences: recall {recall:.3f}, precision {precision:.3f}")


if __name__ == "__main__":
    main()

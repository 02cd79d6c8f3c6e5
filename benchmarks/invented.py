"""Pairs of long texts in invented words, with the links between their sentences known.

``python -m benchmarks.invented SIZE FOLDER`` writes ``a.txt``, ``b.txt`` and ``truth.tsv``.
"""

from __future__ import annotations

import random
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

VOCABULARY = 50_000
"""Different words; how often each is used follows Zipf's law, as in natural text."""

REPLACED, DROPPED, NEW = 0.12, 0.15, 0.15
"""Shares of words that the second text replaces, and of sentences that it leaves out and adds."""

MOVED = 0.5
"""Share of paragraphs of the second text that change places."""

SPLIT, MERGED = 0.08, 0.08
"""Shares of sentences that the second text cuts in two, and joins with the next."""

SHORTEST_SPLIT = 13
"""Words from which on a sentence may be split, so that both halves still say something."""

COLUMNS = 95
"""Width at which the second text is hard-wrapped."""

Told = tuple[list[int], list[str]]
"""A sentence of the second text: the numbers of those of the first that it tells, and its words."""


@dataclass(frozen=True, slots=True)
class InventedPair:
    """Two texts about the same; each sentence ends with a full stop, and has no other.

    Attributes:
        a: The first text, a line a paragraph.
        b: The second text: reworded, half of its paragraphs moved, sentences split and merged, hard-wrapped.
        links: Numbers of sentences that tell the same, wholly or in part.
    """

    a: str
    b: str
    links: list[tuple[int, int]]


def invented_pair(size: int, seed: int = 11) -> InventedPair:
    """Make two texts of about ``size`` words each; the same for the same seed."""
    dice = random.Random(seed)
    words = [_word(number) for number in range(VOCABULARY)]
    weights = list(accumulate(1 / (number + 2.7) for number in range(VOCABULARY)))

    def sentence() -> list[str]:
        return dice.choices(words, cum_weights=weights, k=dice.randint(8, 32))

    def reworded(told: list[str]) -> list[str]:
        return [
            dice.choices(words, cum_weights=weights)[0] if dice.random() < REPLACED else word for word in told
        ]

    first: list[list[list[str]]] = []
    count = 0
    while count < size:
        first.append([sentence() for _ in range(dice.randint(1, 4))])
        count += sum(map(len, first[-1]))
    numbered = iter(range(sum(map(len, first))))
    second: list[list[Told]] = []
    for paragraph in first:
        kept: list[Told] = []
        for told in paragraph:
            number = next(numbered)
            if dice.random() >= DROPPED:
                kept.append(([number], reworded(told)))
            if dice.random() < NEW:
                kept.append(([], sentence()))
        second.append(kept)
    moving = [place for place in range(len(second)) if dice.random() < MOVED]
    moved = dict(zip(moving, dice.sample(moving, len(moving)), strict=True))
    paragraphs = [list(_recut(second[moved.get(place, place)], dice)) for place in range(len(second))]
    in_order = [numbers for paragraph in paragraphs for numbers, _ in paragraph]
    return InventedPair(
        "\n\n".join(" ".join(map(_written, paragraph)) for paragraph in first) + "\n",
        "\n\n".join(
            textwrap.fill(" ".join(_written(told) for _, told in paragraph), COLUMNS)
            for paragraph in paragraphs
            if paragraph
        )
        + "\n",
        [(number, place) for place, numbers in enumerate(in_order) for number in numbers],
    )


def _recut(paragraph: list[Told], dice: random.Random) -> Iterator[Told]:
    """Yield the sentences of a paragraph, some of them split, some joined with the next."""
    rest = iter(paragraph)
    for numbers, told in rest:
        thrown = dice.random()
        if thrown < SPLIT and len(told) >= SHORTEST_SPLIT:
            half = len(told) // 2
            yield numbers, told[:half]
            yield numbers, told[half:]
        elif SPLIT <= thrown < SPLIT + MERGED:
            more, following = next(rest, ([], []))
            yield numbers + more, told + following
        else:
            yield numbers, told


def _word(number: int) -> str:
    syllables = []
    number += 1
    while number:
        number, place = divmod(number, 90)
        syllables.append("bcdfghjklmnprstvwz"[place % 18] + "aeiou"[place // 18])
    return "".join(reversed(syllables))


def _written(told: list[str]) -> str:
    return " ".join(told).capitalize() + "."


def main() -> None:
    """Write a pair and the links that are known."""
    size, folder = sys.argv[1:]
    pair = invented_pair(int(size))
    told = "".join(f"{i}\t{j}\n" for i, j in pair.links)
    for name, text in (("a.txt", pair.a), ("b.txt", pair.b), ("truth.tsv", told)):
        Path(folder, name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Make the table of word vectors of ``compare_tui.comparison`` from published ones.

Usage: ``python docs/make_word_vectors.py glove.6B.100d.txt``, with NumPy installed. The file is that of GloVe
(Pennington, Socher and Manning 2014, https://nlp.stanford.edu/projects/glove/), trained on Wikipedia and
Gigaword and given to the public domain (PDDL 1.0): a line a word, commonest first.

What all words have in common is taken out (their mean and their two strongest directions: Mu and Viswanath
2018), the next directions are kept, and each vector, of length 1, is written in bytes.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import numpy as np

from compare_tui.comparison.meanings import BYTES, DIMENSIONS, SCALE, WORDS
from compare_tui.comparison.stop_words import STOP_WORDS

KEPT_WORDS = 30_000
"""With 60,000 words links of rival reports are found no better; with 10,000 worse."""

COMMON, MEAN_OF, DIRECTIONS_OF = 2, 5_000, 20_000
"""Directions that are dropped; words of which the mean, and words of which the directions are taken."""

READ = 60_000
"""Lines that are looked through for words."""


def make(source: Path) -> None:
    """Write the words, a line each and sorted, and their vectors in the same order."""
    with source.open(encoding="utf-8") as file:
        rows = [line.split(" ") for line in islice(file, READ)]
    vectors = np.array([row[1:] for row in rows], dtype=np.float64)
    vectors -= vectors[:MEAN_OF].mean(axis=0)
    _, _, directions = np.linalg.svd(vectors[:DIRECTIONS_OF], full_matrices=False)
    kept = vectors @ directions[COMMON : COMMON + DIMENSIONS].T
    kept /= np.linalg.norm(kept, axis=1, keepdims=True) + 1e-9
    whole = np.clip(np.rint(kept * SCALE), -127, 127).astype(np.int8)
    chosen = [
        place
        for place, (word, *_) in enumerate(rows)
        if word.isascii() and word.isalpha() and word not in STOP_WORDS
    ][:KEPT_WORDS]
    chosen.sort(key=lambda place: rows[place][0])
    WORDS.write_text("".join(f"{rows[place][0]}\n" for place in chosen), encoding="ascii")
    BYTES.write_bytes(whole[chosen].tobytes())


if __name__ == "__main__":
    make(Path(sys.argv[1]))

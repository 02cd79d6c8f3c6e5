"""How many of the links that are known were found by a run of the program."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Reach = tuple[int, int]
"""Where a text begins and ends, counted in characters that are not blank."""


def recall_and_precision(a: Path, b: Path, truth: Path, comparison: Path) -> tuple[float, float]:
    """Compare the links of a run with those that are known.

    The program may cut sentences in other places than they were made. So a known link counts as found where a
    passage that holds part of the one sentence is linked with a passage that holds part of the other; a link
    counts as right where it joins parts of such sentences.

    Args:
        a: The first text; each sentence ends with a full stop, and has no other.
        b: The second text, likewise.
        truth: A line a known link: number of the sentence in A, tab, number in B, from 0.
        comparison: What ``compare-tui compare A B --format json`` printed.
    """
    found = json.loads(comparison.read_text(encoding="utf-8"))
    sentences = [_sentences(path.read_text(encoding="utf-8")) for path in (a, b)]
    known = {
        (int(i), int(j)) for i, j in (line.split("\t") for line in truth.read_text("utf-8").splitlines())
    }
    held = [
        _held(found["articles"][side]["passages"], reach) for side, reach in zip("ab", sentences, strict=True)
    ]
    covered = [
        {(i, j) for i in held[0][link["a"]] for j in held[1][link["b"]]} & known for link in found["links"]
    ]
    right = sum(map(bool, covered))
    return len(set().union(*covered)) / max(1, len(known)), right / max(1, len(covered))


def _sentences(text: str) -> list[Reach]:
    return _reaches(re.findall(r"[^.]+\.", text))


def _reaches(texts: Iterable[str]) -> list[Reach]:
    reaches, start = [], 0
    for text in texts:
        end = start + len("".join(text.split()))
        reaches.append((start, end))
        start = end
    return reaches


def _held(passages: Sequence[dict[str, Any]], sentences: Sequence[Reach]) -> dict[str, range]:
    """Return for each passage the numbers of the sentences that it holds, wholly or in part."""
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    reaches = _reaches(passage["text"] for passage in passages)
    return {
        passage["id"]: range(bisect_right(ends, start), bisect_left(starts, end))
        for passage, (start, end) in zip(passages, reaches, strict=True)
    }

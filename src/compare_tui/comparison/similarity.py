"""Similarity functions from outside: how they are found, called, checked and mixed into the scores."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import cast

Similarity = Callable[[Sequence[str], Sequence[str]], Sequence[Sequence[float]]]
"""Takes passages of one text and of the other; returns a row for each of the first with a value for each of
the second, 0 (unlike) to 1 (the same)."""

ENTRY_POINTS = "compare_tui.similarity"
"""Group of entry points by whose names functions are found."""

SIMILARITY_WEIGHT = 0.3
"""Worth of what an outside similarity says beside the mean of the cosines.

With a small sentence-embedding model, and the best threshold for each weight, F1 of rival reports stays
within 0.03 from 0.2 to 0.45; with the thresholds of the program a higher weight links more that is only near
in meaning."""

ROWS, COLUMNS = 256, 1024
"""Passages that a function is asked about in one call, at most."""

MARGIN = 1e-3
"""How far a value may lie beyond -1 to 1 before it is said: models that reckon coarsely miss by less."""

Pair = tuple[int, int]


class SimilarityError(Exception):
    """A similarity function cannot be found, fails, or returns no matrix; the message says which and why."""


def load_similarity(name: str) -> Similarity:
    """Find a similarity function.

    Args:
        name: ``package:function``, or the name of an entry point of the group ``compare_tui.similarity``.

    Raises:
        SimilarityError: There is no such function, or its package cannot be imported.
    """
    module, _, attribute = name.partition(":")
    if not attribute:
        return _from_entry_point(name)
    try:
        found: object = import_module(module)
        for part in attribute.split("."):
            found = getattr(found, part)
    except Exception as error:
        # A package from outside may fail in any way while it is imported.
        raise SimilarityError(f"similarity {name}: {_said(error)}") from error
    return _callable(found, name)


def _from_entry_point(name: str) -> Similarity:
    from importlib.metadata import entry_points

    known = entry_points(group=ENTRY_POINTS)
    if name not in known.names:
        others = ", ".join(sorted(known.names)) or "none is installed"
        raise SimilarityError(
            f"similarity {name}: expected package:function or the name of an entry point ({others})"
        )
    try:
        return _callable(known[name].load(), name)
    except Exception as error:
        raise SimilarityError(f"similarity {name}: {_said(error)}") from error


def _callable(found: object, name: str) -> Similarity:
    if not callable(found):
        raise SimilarityError(f"similarity {name}: it is no function")
    return cast(Similarity, found)


class CheckedSimilarity:
    """A similarity function whose answers are checked, and brought into 0 to 1.

    Values down to -1 are those of any cosine. What lies farther out speaks for another scale, which would
    make all passages alike; that is noted.

    Args:
        function: The similarity function.
        ask: Called before each call of the function; an exception from it cancels the work.
    """

    def __init__(self, function: Similarity, ask: Callable[[], None] | None = None) -> None:
        self._function = function
        self._ask = ask
        self._name = getattr(function, "__qualname__", type(function).__name__)
        self._beyond = 0

    def __call__(self, a: Sequence[str], b: Sequence[str]) -> list[list[float]]:
        """Ask the function.

        Raises:
            SimilarityError: It fails or returns what is no matrix of numbers.
        """
        if self._ask is not None:
            self._ask()
        try:
            matrix = [[float(value) for value in row] for row in self._function(a, b)]
        except Exception as error:
            # A function from outside may fail in any way; the reader is told, the comparison ends.
            raise SimilarityError(f"similarity {self._name}: {_said(error)}") from error
        if len(matrix) != len(a) or any(len(row) != len(b) for row in matrix):
            lengths = sorted({len(row) for row in matrix}) or [0]
            got = f"{len(matrix)} rows of {' or '.join(map(str, lengths[:3]))}"
            raise SimilarityError(
                f"similarity {self._name}: expected {len(a)} rows of {len(b)} values, got {got}"
            )
        if not all(math.isfinite(value) for row in matrix for value in row):
            raise SimilarityError(f"similarity {self._name}: a value is not a finite number")
        self._beyond += sum(abs(value) > 1 + MARGIN for row in matrix for value in row)
        return [[min(1.0, max(0.0, value)) for value in row] for row in matrix]

    def notes(self) -> tuple[str, ...]:
        """Tell of values on another scale, in one sentence; nothing where there were none."""
        if not self._beyond:
            return ()
        values = "1 value" if self._beyond == 1 else f"{self._beyond:,} values"
        return (f"The similarity {self._name} gave {values} beyond 1 or -1; each was taken as 1 or 0.",)


def excess(
    function: Similarity, a: Sequence[str], b: Sequence[str], pairs: Iterable[Pair]
) -> dict[Pair, float]:
    """Ask how alike pairs of passages are, against the mean of all that were asked about.

    Two reports of one event are alike throughout; what stands out speaks for a link.

    Args:
        function: The similarity function.
        a: Passages of the first text.
        b: Passages of the second text.
        pairs: Indices of the passages to ask about.

    Returns:
        For each pair what its value has over the mean, as a share of what there is to have; 0 to 1.

    Raises:
        SimilarityError: The function fails or returns what is no matrix of numbers.
    """
    ask = function if isinstance(function, CheckedSimilarity) else CheckedSimilarity(function)
    rows: dict[int, list[int]] = {}
    for i, j in pairs:
        rows.setdefault(i, []).append(j)
    values: dict[Pair, float] = {}
    total, count = 0.0, 0
    for block in _blocks(sorted(rows), ROWS):
        wanted = sorted({j for i in block for j in rows[i]})
        for columns in _blocks(wanted, COLUMNS):
            matrix = ask([a[i] for i in block], [b[j] for j in columns])
            total += math.fsum(value for row in matrix for value in row)
            count += len(block) * len(columns)
            place = {j: n for n, j in enumerate(columns)}
            for i, row in zip(block, matrix, strict=True):
                values.update({(i, j): row[place[j]] for j in rows[i] if j in place})
    mean = total / count if count else 0.0
    return {pair: over_mean(value, mean) for pair, value in values.items()}


def over_mean(value: float, mean: float) -> float:
    """Return what a value has over the mean, as a share of what there is to have; never below 0.

    Two reports of one event are alike throughout, so what stands out is what speaks for a link.
    """
    return max(0.0, (value - mean) / max(1 - mean, 1e-9))


def _blocks(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__

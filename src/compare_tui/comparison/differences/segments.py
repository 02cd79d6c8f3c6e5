"""The parts of a sentence: what stands between marks, relative words and conjunctions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from compare_tui.comparison.differences.clauses import has_verb, is_past_form
from compare_tui.comparison.differences.lazy import KEPT_READINGS
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.phrases import CLAUSE_MARKS, joins_subjects, parts
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.tokens import Token

RELATIVE = word_set("who which whose whom where")
CONJUNCTIONS = word_set(
    "when while because although though if unless until since so whereas but and or despite as after before"
)
PREPOSITIONS = word_set(
    "in on at with by for from to into during over near through across against under between among amid"
    " behind about towards toward via outside inside above below without within beyond following around"
    " of beneath beside than"
)
HELPERS = word_set("was were is are be been being has have had will would could can may might must should do")


class Segment(NamedTuple):
    """A part of a sentence between two boundaries.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        added: Whether it adds to the sentence rather than makes it.
    """

    first: int
    last: int
    added: bool


@lru_cache(maxsize=KEPT_READINGS)
def find_segments(reading: Reading) -> Sequence[Segment]:
    """Cut a passage at marks, relative words and conjunctions."""
    tokens = reading.tokens
    # A comma or an "and" inside a date or a number parts nothing.
    joined = reading.valued
    bounds: list[tuple[int, int]] = []
    begin = 0
    for index, token in enumerate(tokens):
        if index in joined:
            continue
        if token.kind == "mark":
            if parts(tokens, index):
                bounds.append((begin, index - 1))
                begin = index + 1
        elif index > begin and (token.norm in RELATIVE or token.norm in CONJUNCTIONS):
            if token.norm in ("after", "before", "since", "as", "so", "until") and not _clause(tokens, index):
                continue
            if token.norm in ("and", "or") and (
                not _clause(tokens, index) or joins_subjects(tokens, begin, index)
            ):
                continue
            # "A disorder in which": the preposition belongs to the part behind it.
            first = index - (token.norm in RELATIVE and tokens[index - 1].norm in PREPOSITIONS)
            if first <= begin:
                continue
            bounds.append((begin, first - 1))
            begin = first
    bounds.append((begin, len(tokens) - 1))
    return [Segment(first, last, _adds(tokens, first, last)) for first, last in bounds if first <= last]


def _clause(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a finite verb, or an infinitive, follows a conjunction before the next boundary."""
    end = index + 1
    while end < len(tokens) and end - index < 14 and tokens[end].norm not in CLAUSE_MARKS:
        end += 1
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if (
        following.norm == "to"
        or following.norm in HELPERS
        or (is_past_form(following.norm) and following.kind == "word")
    ):
        return True
    return has_verb(tokens, index + 1, end - 1)


def _adds(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a segment only adds to its sentence: a relative clause, an apposition, a participle."""
    opening = tokens[first]
    if opening.norm in RELATIVE or opening.norm in CONJUNCTIONS:
        return True
    if opening.norm in PREPOSITIONS and first < last and tokens[first + 1].norm in RELATIVE:
        return True
    before = tokens[first - 1].norm if first else ""
    if before not in (",", "–", "—", "("):
        return False
    if opening.norm.endswith(("ing", "ed")) or opening.norm in PREPOSITIONS or before == "(":
        return True
    return not has_verb(tokens, first, last)

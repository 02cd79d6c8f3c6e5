"""A passage as the search for differences reads it: tokens and the details found in it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from itertools import islice

from compare_tui.article.clean import HIDDEN_MARK
from compare_tui.comparison.differences.attributions import Attribution, find_attributions
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.names import Name, find_names
from compare_tui.comparison.differences.quantities import find_quantities
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.quotations import Quotation, find_quotations
from compare_tui.comparison.differences.time_reading import find_times
from compare_tui.comparison.differences.times import Time
from compare_tui.comparison.differences.tokens import Token, dateline_end, tokenise
from compare_tui.comparison.differences.words import all_senses, key_of, senses

MAXIMUM_TOKENS = 400
MAXIMUM_CHARACTERS = 4000
MAXIMUM_DETAILS = 40
_BEFORE_SIDE = word_set("the his her its their far")
_SIDED = word_set("hand foot leg arm wing flank side bank lane eye shoulder knee")


@dataclass(frozen=True, slots=True)
class Reading:
    """The details of one passage.

    Only its first 400 tokens are read, at most 4,000 characters, and at most 40 details of each sort.

    Attributes:
        text: The passage, as far as it is read, without marks of hidden characters.
        tokens: Words, numbers and marks; a dateline is left out.
        keys: Canonical key of each token.
        quotations: Its quotations.
        times: Dates and clock times.
        quantities: Numbers with their units.
        names: Proper names.
        attributions: Sources with their reporting verbs.
        content: Keys of the content words.
        senses: Those keys and their synonym groups.
        timed: Indices of tokens inside times.
    """

    text: str
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
    content: frozenset[str]
    senses: frozenset[str]
    timed: frozenset[int]

    def nearby(self, first: int, last: int, width: int = 5) -> tuple[frozenset[str], ...]:
        """Return the senses of up to ``width`` content words on each side of a stretch of tokens."""
        found: list[frozenset[str]] = []
        for indices in (range(first - 1, -1, -1), range(last + 1, len(self.tokens))):
            taken = 0
            for index in indices:
                token = self.tokens[index]
                if token.norm in (";", "."):
                    break
                if token.content and token.kind == "word" and index not in self.timed:
                    found.append(senses(self.keys[index]))
                    taken += 1
                    if taken == width:
                        break
        return tuple(found)


def _sided(tokens: tuple[Token, ...], index: int) -> str:
    """Return the key of "left" and "right" where they name a side, else nothing."""
    norm = tokens[index].norm
    if norm not in ("left", "right") or not index or tokens[index - 1].norm not in _BEFORE_SIDE:
        return ""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    side = following is None or not following.content or following.norm in _SIDED
    return f"{norm}-hand" if side else ""


def original_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a span of a reading's text lies in the passage, which may mark hidden characters.

    Args:
        text: The passage with its marks.
        start: Offset in the text without marks, in code points.
        end: Offset behind the last character there.
    """
    if HIDDEN_MARK not in text:
        return max(0, start), min(end, len(text))
    places = (place for place, character in enumerate(text) if character != HIDDEN_MARK)
    inside = list(islice(places, max(0, start), end))
    return (inside[0], inside[-1] + 1) if inside else (len(text), len(text))


def read_passage(
    text: str, known: Container[str], today: date | None, decimal_comma: bool = False
) -> Reading:
    """Read the details of a passage.

    Args:
        text: The passage; marks of hidden characters in it are passed over.
        known: Words that are names wherever they stand, normalised.
        today: The day the article appeared.
        decimal_comma: Whether the article's language writes 1,5 for one and a half.
    """
    text = text.replace(HIDDEN_MARK, "")[:MAXIMUM_CHARACTERS]
    quotations = find_quotations(text)
    spans = tuple((quotation.start, quotation.end) for quotation in quotations)
    tokens = tokenise(text, spans, dateline_end(text))[:MAXIMUM_TOKENS]
    times = find_times(tokens, today)[:MAXIMUM_DETAILS]
    timed = frozenset(index for time in times for index in range(time.first, time.last + 1))
    keys = tuple(_sided(tokens, index) or key_of(token) for index, token in enumerate(tokens))
    content = frozenset(key for token, key in zip(tokens, keys, strict=True) if token.content)
    return Reading(
        text,
        tokens,
        keys,
        quotations,
        times,
        find_quantities(tokens, timed, decimal_comma)[:MAXIMUM_DETAILS],
        find_names(tokens, known)[:MAXIMUM_DETAILS],
        find_attributions(tokens, times)[:MAXIMUM_DETAILS],
        content,
        all_senses(content),
        timed,
    )

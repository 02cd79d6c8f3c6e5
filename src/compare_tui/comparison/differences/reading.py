"""A passage as the search for differences reads it: tokens and the details found in it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from itertools import islice

from compare_tui.article.clean import HIDDEN_MARK
from compare_tui.comparison.differences.attributions import Attribution, find_attributions
from compare_tui.comparison.differences.lazy import lazy
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.names import Name, find_names
from compare_tui.comparison.differences.quantities import find_quantities, may_tell_number
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.quotations import Quotation, find_quotations
from compare_tui.comparison.differences.reporting_verbs import REPORTING
from compare_tui.comparison.differences.time_reading import find_times, may_tell_time
from compare_tui.comparison.differences.times import Time
from compare_tui.comparison.differences.tokens import Token, dateline_end, tokenise
from compare_tui.comparison.differences.words import all_senses, senses

MAXIMUM_TOKENS = 400
MAXIMUM_CHARACTERS = 4000
MAXIMUM_DETAILS = 40
_END: frozenset[str] = frozenset()
_BEFORE_SIDE = word_set("the his her its their far")
_SIDED = word_set("hand foot leg arm wing flank side bank lane eye shoulder knee")


@dataclass(frozen=True, eq=False)
class Reading:
    """The details of one passage; each sort is looked for when it is first asked for.

    Only the first 400 tokens are read, at most 4,000 characters, and at most 40 details of each sort.

    Attributes:
        text: The passage, as far as it is read, without marks of hidden characters.
        tokens: Words, numbers and marks; a dateline is left out.
        quotations: Its quotations.
        keys: Canonical key of each token.
        words: Indices of the tokens that are no marks.
        english: Whether its words can be understood; elsewhere only figures and quotations are read.
        known: Words that are names wherever they stand, normalised.
        today: The day the article appeared.
        decimal_comma: Whether the article's language writes 1,5 for one and a half.
    """

    text: str
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    keys: tuple[str, ...]
    words: tuple[int, ...]
    english: bool
    known: Container[str]
    today: date | None
    decimal_comma: bool

    @lazy
    def norms(self) -> frozenset[str]:
        """Normalised forms of all tokens."""
        return frozenset([token.norm for token in self.tokens])

    @lazy
    def _counts(self) -> bool:
        """Whether a figure stands in it."""
        return any(token.kind == "number" for token in self.tokens)

    @lazy
    def times(self) -> tuple[Time, ...]:
        """Dates and clock times."""
        if not self.english or not may_tell_time(self.norms, self._counts):
            return ()
        return find_times(self.tokens, self.today)[:MAXIMUM_DETAILS]

    @lazy
    def timed(self) -> frozenset[int]:
        """Indices of tokens inside times."""
        return frozenset(index for time in self.times for index in range(time.first, time.last + 1))

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers with their units."""
        if not self._counts and not (self.english and may_tell_number(self.norms)):
            return ()
        return find_quantities(self.tokens, self.timed, self.decimal_comma)[:MAXIMUM_DETAILS]

    @lazy
    def valued(self) -> frozenset[int]:
        """Indices of tokens inside times and quantities."""
        return self.timed.union(*(range(one.first, one.last + 1) for one in self.quantities))

    @lazy
    def within_values(self) -> frozenset[int]:
        """Those of them that do not begin one: no phrase begins there."""
        begins = [one.first for one in self.quantities] + [one.first for one in self.times]
        return self.valued.difference(begins)

    @lazy
    def names(self) -> tuple[Name, ...]:
        """Proper names."""
        if not self.english:
            return ()
        found = find_names(self.tokens, self.known)[:MAXIMUM_DETAILS]
        # The zone of a clock time is no bearer of a name, nor is Celsius.
        return tuple([name for name in found if name.first not in self.valued]) if self.valued else found

    @lazy
    def attributions(self) -> tuple[Attribution, ...]:
        """Sources with their reporting verbs."""
        if not self.english or self.norms.isdisjoint(REPORTING):
            return ()
        return find_attributions(self.tokens, self.times)[:MAXIMUM_DETAILS]

    @lazy
    def content(self) -> frozenset[str]:
        """Keys of the content words."""
        return frozenset([key for token, key in zip(self.tokens, self.keys, strict=True) if token.content])

    @lazy
    def starts(self) -> list[int]:
        """Offset of each token."""
        return [token.start for token in self.tokens]

    @lazy
    def senses(self) -> frozenset[str]:
        """Those keys and their synonym groups."""
        return all_senses(self.content)

    def nearby(self, first: int, last: int, width: int = 5) -> tuple[frozenset[str], ...]:
        """Return the senses of up to ``width`` content words on each side of a stretch of tokens."""
        found: list[frozenset[str]] = []
        around = self._around
        for indices in (range(first - 1, -1, -1), range(last + 1, len(around))):
            taken = 0
            for index in indices:
                meant = around[index]
                if meant is None:
                    continue
                if not meant:
                    break
                found.append(meant)
                taken += 1
                if taken == width:
                    break
        return tuple(found)

    @lazy
    def _around(self) -> list[frozenset[str] | None]:
        """For each token its senses; None for one that tells nothing, an empty set where a sentence ends."""
        timed = self.timed
        return [
            senses(key)
            if token.content and token.kind == "word" and index not in timed
            else _END
            if token.norm in (";", ".")
            else None
            for index, (token, key) in enumerate(zip(self.tokens, self.keys, strict=True))
        ]


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
    text: str,
    known: Container[str],
    today: date | None,
    decimal_comma: bool = False,
    english: bool = True,
) -> Reading:
    """Read the details of a passage.

    Args:
        text: The passage; marks of hidden characters in it are passed over.
        known: Words that are names wherever they stand, normalised.
        today: The day the article appeared.
        decimal_comma: Whether the article's language writes 1,5 for one and a half.
        english: Whether its words can be understood.
    """
    text = text.replace(HIDDEN_MARK, "")[:MAXIMUM_CHARACTERS]
    quotations = find_quotations(text)
    spans = tuple([(quotation.start, quotation.end) for quotation in quotations])
    tokens = tokenise(text, spans, dateline_end(text))[:MAXIMUM_TOKENS]
    keys = [token.key for token in tokens]
    if " left" in text or " right" in text:
        keys = [_sided(tokens, index) or key for index, key in enumerate(keys)]
    words = tuple([index for index, token in enumerate(tokens) if token.kind != "mark"])
    return Reading(text, tokens, quotations, tuple(keys), words, english, known, today, decimal_comma)

"""What stands beside a name and the other side does not say: titles, countries, owners, companions."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from compare_tui.comparison.differences.gazetteer import WORDS_OF_COUNTRY
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.segments import Segment
from compare_tui.comparison.differences.stretches import Stretch, is_verb, stretch_of
from compare_tui.comparison.differences.survey import Survey

_LONGEST_TITLE, _REACH = 3, 5
_BEFORE_VERB = word_set("to also then now still already later who which that he she it they")


class Part(NamedTuple):
    """A part of a passage, and what is known of it.

    Attributes:
        reading: The passage.
        segment: The part.
        covered: For each token whether the other side says it.
        details: Tokens of new names and values.
        article: The other article.
    """

    reading: Reading
    segment: Segment
    covered: Sequence[bool]
    details: Set[int]
    article: Survey


def beside_names(part: Part) -> list[Stretch]:
    """Return what a part of a passage adds beside its names."""
    if not part.reading.names:
        return []
    return [*_modifiers(part), *_nationalities(part), *_more_names(part)]


def _modifiers(part: Part) -> list[Stretch]:
    """Return words before a name that the other article never uses: "substitute Ray Dow"."""
    reading, segment, covered, details, article = part
    tokens = reading.tokens
    found: list[Stretch] = []
    for name in reading.names:
        if not segment.first < name.first <= segment.last or not covered[name.last]:
            continue
        first = name.first
        while first > segment.first and tokens[first - 1].content and not covered[first - 1]:
            first -= 1
        words = range(first, name.first)
        before = tokens[first - 1]
        if (
            before.norm in _BEFORE_VERB
            or (before.content and not before.possessive)
            or before.norm.endswith("ly")
        ):
            # A verb and its object rather than a name and what describes it.
            continue
        if words and is_verb(tokens, first):
            continue
        if not words or len(words) > _LONGEST_TITLE or any(tokens[n].kind != "word" for n in words):
            continue
        if any(
            article.holds(tokens[n].norm)
            or tokens[n].possessive
            or tokens[n].norm.endswith(("ed", "ly", "ing"))
            for n in words
        ):
            continue
        found.append(stretch_of(reading, first, name.first - 1, list(words), details, 0))
    return found


def _nationalities(part: Part) -> list[Stretch]:
    """Return adjectives of countries that the other article never names: "a Polish driver"."""
    reading, segment, covered, details, article = part
    found = []
    for name in reading.names:
        following = reading.tokens[name.last + 1] if name.last + 1 < len(reading.tokens) else None
        describes = following is not None and following.kind == "word" and following.content
        if (
            segment.first <= name.first <= segment.last
            and name.canonical
            and name.first == name.last
            and describes
            and not covered[name.first]
            and not any(article.holds(word) for word in WORDS_OF_COUNTRY.get(name.canonical, name.norms))
        ):
            found.append(stretch_of(reading, name.first, name.last, [name.first], details, 0))
    return found


def _more_names(part: Part) -> list[Stretch]:
    """Return new names that own what both sides speak of ("Dow's corner") or join a name of both sides."""
    reading, segment, covered, details, article = part
    tokens = reading.tokens
    found: list[Stretch] = []
    for name in reading.names:
        if not segment.first <= name.first <= segment.last or any(covered[n] for n in name.parts):
            continue
        following = name.last + 1
        owns = (
            tokens[name.last].possessive
            and following < len(tokens)
            and (tokens[following].content and covered[following])
        )
        before = [tokens[n] for n in range(max(0, name.title_first - 2), name.title_first)]
        joint = any(token.norm == "and" for token in before)
        beside = joint and any(
            other.last < name.first and name.first - other.last <= _REACH and covered[other.last]
            for other in reading.names
        )
        if (owns and not all(map(article.holds, name.norms))) or (
            beside and not any(map(article.holds, name.norms))
        ):
            found.append(stretch_of(reading, name.first, name.last, list(name.parts), details, 1))
    return found

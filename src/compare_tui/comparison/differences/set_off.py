"""Details that are set off in a sentence: appositions, relative clauses, dates, places, modifiers."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from compare_tui.comparison.differences.clauses import has_verb
from compare_tui.comparison.differences.lexicon import IRREGULAR_FORMS, word_set
from compare_tui.comparison.differences.phrases import LIGHT_WORDS
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.segments import (
    CONJUNCTIONS,
    HELPERS,
    PREPOSITIONS,
    RELATIVE,
    Segment,
    find_segments,
)
from compare_tui.comparison.differences.source_phrases import OPEN_ADJECTIVES
from compare_tui.comparison.differences.survey import Survey
from compare_tui.comparison.differences.tokens import Token

MAXIMUM_SET_OFF = 3
"""Stretches of one passage that are reported at most; a reader looks at the heaviest anyway."""

_PLURALS = word_set("men women children people persons lives feet wives troops police news series")
_LEAST_MISSING = 0.7
SURPLUS = 1.5
_TELLING = 2
"""Words that a phrase without a name or a figure needs: "on the line" tells nothing."""
_LEAST_TOLD = 3
"""Words of both sides that a sentence holds beside a part of it that only one has."""
_LONGEST = 30
_LONGEST_TITLE, _REACH = 3, 5
_BEFORE_VERB = word_set("to also then now still already later who which that he she it they")
_DETERMINERS = word_set("the a an this these those his her its their our")


class Stretch(NamedTuple):
    """A stretch of a passage that the other side does not say.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        detailed: Whether it holds a name, a number or a date.
        weight: How much it tells.
        missing: Indices of its content words that the other side lacks.
    """

    first: int
    last: int
    detailed: bool
    weight: int
    missing: tuple[int, ...]


def find_set_off(
    reading: Reading,
    covered: Sequence[bool],
    other: Reading,
    other_covered: Sequence[bool],
    article: Survey,
) -> list[Stretch]:
    """Find what a passage adds that the other article does not say in any linked passage.

    Args:
        reading: The passage.
        covered: For each token whether the other side says it, or a typed finding explains it.
        other: The passage of the other article.
        other_covered: Likewise for its tokens.
        article: The other article.

    Returns:
        The heaviest stretches, in reading order.
    """
    own = _lacking(reading, covered, 0, len(reading.tokens) - 1)
    if not own:
        return []
    theirs = _lacking(other, other_covered, 0, len(other.tokens) - 1)
    surplus = len(own) > SURPLUS * len(theirs) + 1
    details = _details(reading, set(), article.holds)
    values = details - {index for name in reading.names for index in name.parts}
    sorts = _open_sorts(other, other_covered)
    settled = _details(reading, sorts, article.holds)
    segments = find_segments(reading)
    openers = _open_openers(other, other_covered)
    anchors = _anchors(other, other_covered)
    listing = min(_items(reading, segments), _items(other, find_segments(other))) >= 2
    found: list[Stretch] = []
    for segment in segments:
        missing = _lacking(reading, covered, segment.first, segment.last)
        if not missing:
            continue
        content = _content(reading, segment.first, segment.last)
        opener = segment.opener(reading)
        valued = any(index in values for index in missing)
        if valued and not any(index in settled for index in missing):
            # The other side has a value of this sort too, only told in another way.
            continue
        paraphrased = not valued and (opener in openers or _anchor(reading, segment) in anchors)
        item = listing and not has_verb(reading.tokens, segment.first, segment.last)
        rest = len(own) - len(missing)
        told = len(_content(reading, 0, len(reading.tokens) - 1)) - len(content)
        leads = segment.first == 0 and 2 * rest > told
        # What both say must stand outside of a part that makes the sentence.
        leads = leads or told - rest < (1 if segment.added else _LEAST_TOLD)
        whole = len(missing) >= _LEAST_MISSING * len(content) and (
            (segment.added and len(missing) >= 2) or (surplus and len(missing) >= 3)
        )
        if whole and not paraphrased and not item and not leads and segment.last - segment.first < _LONGEST:
            found.append(_stretch(reading, segment.first, segment.last, missing, details, 2))
            continue
        if not item:
            found += _phrases(reading, segment, covered, settled, surplus and not paraphrased, openers)
        found += _modifiers(reading, segment, covered, details, article.holds)
        found += _more_names(reading, segment, covered, details, article.holds)
    kept = [one for one in found if not (_elsewhere(reading, one, values, article) or _vague(reading, one))]
    kept = _joined(kept, reading, details)
    kept.sort(key=lambda one: (-one.weight, one.first))
    return sorted(kept[:MAXIMUM_SET_OFF], key=lambda one: one.first)


def _elsewhere(reading: Reading, stretch: Stretch, values: Set[int], article: Survey) -> bool:
    """Tell whether the other article has a stretch in a passage that is not linked."""
    if len(stretch.missing) > 1:
        return article.says(frozenset(reading.keys[index] for index in stretch.missing))
    index = stretch.missing[0]
    return index not in values and article.holds(reading.tokens[index].norm)


def _vague(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether a stretch is nothing but "several" or "dozens"."""
    return any(
        one.manner == "vague" and one.first <= stretch.first and stretch.last <= one.last
        for one in reading.quantities
    )


def _open_openers(reading: Reading, covered: Sequence[bool]) -> set[str]:
    """Return the prepositions and conjunctions behind which a passage has words of its own."""
    found = set()
    for index in reading.words:
        norm = reading.tokens[index].norm
        if norm in PREPOSITIONS or norm in CONJUNCTIONS or norm in RELATIVE:
            behind = _content(reading, index + 1, min(len(reading.tokens), index + _REACH) - 1)
            if not behind or not covered[behind[0]]:
                found.add(norm)
    return found


def _anchor(reading: Reading, segment: Segment) -> str:
    """Return the key of the word that a part behind a comma is added to; empty for any other part."""
    before = segment.first - 2
    if not segment.added or before < 0 or reading.tokens[before + 1].norm not in (",", "–", "—"):
        return ""
    return reading.keys[before] if reading.tokens[before].content else ""


def _anchors(reading: Reading, covered: Sequence[bool]) -> set[str]:
    """Return the words to which a passage adds something of its own."""
    segments = [one for one in find_segments(reading) if _lacking(reading, covered, one.first, one.last)]
    return {_anchor(reading, one) for one in segments} - {""}


def _lacking(reading: Reading, covered: Sequence[bool], first: int, last: int) -> list[int]:
    """Return the content words of a stretch that the other side does not say."""
    return [index for index in _content(reading, first, last) if not covered[index]]


def _items(reading: Reading, segments: Sequence[Segment]) -> int:
    """Count the parts without a verb that follow each other in a list."""
    return sum(
        not has_verb(reading.tokens, one.first, one.last) for one in segments[1:] if not one.opener(reading)
    )


def _sort(quantity: Quantity) -> str:
    return "time" if quantity.unit == "duration" else quantity.unit


def _open_sorts(reading: Reading, covered: Sequence[bool]) -> set[str]:
    """Return the sorts of values on the other side that nothing on this side agrees or disagrees with."""
    sorts = {_sort(one) for one in reading.quantities if not covered[one.last] and one.unit != "count"}
    if any(not covered[one.last] for one in reading.times):
        sorts.add("time")
    return sorts


def _details(reading: Reading, sorts: Set[str], holds: Callable[[str], bool]) -> frozenset[int]:
    """Return the tokens of new names, and of values of sorts that the other side does not leave open."""
    spans = [(one.first, one.last) for one in reading.names if not all(map(holds, one.norms))]
    spans += [
        (one.first, one.last) for one in reading.quantities if one.unit != "rank" and _sort(one) not in sorts
    ]
    if "time" not in sorts:
        spans += [(one.first, one.last) for one in reading.times]
    return frozenset(index for first, last in spans for index in range(first, last + 1))


def _content(reading: Reading, first: int, last: int) -> list[int]:
    return [
        index
        for index in range(first, last + 1)
        if reading.tokens[index].content and reading.tokens[index].norm not in LIGHT_WORDS
    ]


def _stretch(
    reading: Reading, first: int, last: int, missing: Sequence[int], details: Set[int], base: int
) -> Stretch:
    while first < last and (
        reading.tokens[first].kind == "mark" or reading.tokens[first].norm in ("and", "or", "but")
    ):
        first += 1
    while last > first and not reading.tokens[last].content and last not in reading.valued:
        last -= 1
    detailed = any(index in details for index in missing)
    return Stretch(first, last, detailed, base + len(missing) + (3 if detailed else 0), tuple(missing))


def _phrases(
    reading: Reading,
    segment: Segment,
    covered: Sequence[bool],
    details: Set[int],
    surplus: bool,
    openers: Set[str],
) -> list[Stretch]:
    """Return the prepositional phrases of a segment that hold a detail, or all of them in a surplus."""
    tokens = reading.tokens
    valued = reading.within_values
    starts = [
        index
        for index in range(segment.first, segment.last + 1)
        if tokens[index].norm in PREPOSITIONS
        and tokens[index].kind == "word"
        and index not in valued
        and not (index and (tokens[index - 1].norm, tokens[index].norm) == ("such", "as"))
    ]
    found: list[Stretch] = []
    for place, first in enumerate(starts):
        last = starts[place + 1] - 1 if place + 1 < len(starts) else segment.last
        verb = next((n for n in range(first + 1, last + 1) if _is_verb(tokens, n)), None)
        if verb is not None:
            last = _before_subject(reading, first, verb - 1)
        if place + 1 < len(starts) and starts[place + 1] == last + 1 and tokens[last + 1].norm == "of":
            continue
        infinitive = tokens[first].norm == "to" and first < last and tokens[first + 1].content
        if infinitive and not tokens[first + 1].capital and tokens[first + 1].kind == "word":
            continue
        if any(one.last == first - 1 for one in reading.quantities):
            continue
        content = _content(reading, first, last)
        missing = [index for index in content if not covered[index]]
        if not content or len(missing) < len(content):
            continue
        if first and tokens[first - 1].norm in OPEN_ADJECTIVES:
            continue
        detailed = any(index in details for index in missing)
        telling = surplus and tokens[first].norm not in openers and len(missing) >= _TELLING
        if detailed or telling:
            found.append(_stretch(reading, first, last, missing, details, 1))
    return found


def _before_subject(reading: Reading, first: int, last: int) -> int:
    """Return where a phrase in front of a subject ends: "for 80 minutes" in "For 80 minutes France led".

    Args:
        reading: The passage.
        first: The preposition.
        last: The last token before the verb.
    """
    tokens = reading.tokens
    for index in range(first + 2, last + 1):
        if tokens[index].norm in _DETERMINERS and tokens[index - 1].content:
            return index - 1
    inside = [index for index in range(first + 1, last) if index in reading.valued]
    ends = [index for index in inside if index + 1 not in reading.valued]
    return min(ends, default=last)


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word is a finite verb: an auxiliary, or an irregular past form behind its subject."""
    norm = tokens[index].norm
    past = IRREGULAR_FORMS.get(norm, norm) != norm and norm not in _PLURALS
    if norm.endswith("ed") and index + 1 < len(tokens) and not tokens[index].capital:
        # "From their holidays crashed through": the verb of what stands before the phrase.
        past = past or (tokens[index + 1].kind == "word" and not tokens[index + 1].content)
    return norm in HELPERS or (past and tokens[index].kind == "word" and tokens[index - 1].content)


def _modifiers(
    reading: Reading,
    segment: Segment,
    covered: Sequence[bool],
    details: Set[int],
    holds: Callable[[str], bool],
) -> list[Stretch]:
    """Return words before a name that the other article never uses: "substitute Ray Dow"."""
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
        if words and _is_verb(tokens, first):
            continue
        if not words or len(words) > _LONGEST_TITLE or any(tokens[n].kind != "word" for n in words):
            continue
        if any(
            holds(tokens[n].norm) or tokens[n].possessive or tokens[n].norm.endswith(("ed", "ly", "ing"))
            for n in words
        ):
            continue
        found.append(_stretch(reading, first, name.first - 1, list(words), details, 0))
    return found


def _more_names(
    reading: Reading,
    segment: Segment,
    covered: Sequence[bool],
    details: Set[int],
    holds: Callable[[str], bool],
) -> list[Stretch]:
    """Return new names that own what both sides speak of ("Dow's corner") or join a name of both sides."""
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
        if (owns and not all(map(holds, name.norms))) or (beside and not any(map(holds, name.norms))):
            found.append(_stretch(reading, name.first, name.last, list(name.parts), details, 1))
    return found


def _joined(found: list[Stretch], reading: Reading, details: Set[int]) -> list[Stretch]:
    """Join stretches that stand side by side."""
    joined: list[Stretch] = []
    for one in sorted(found, key=lambda stretch: (stretch.first, -stretch.last)):
        before = joined[-1] if joined else None
        if before is not None and one.first <= before.last:
            continue
        if before is not None and one.first == before.last + 1 and one.last - before.first < _LONGEST:
            joined[-1] = _stretch(
                reading, before.first, one.last, (*before.missing, *one.missing), details, 1
            )
            continue
        joined.append(one)
    return joined

"""Details that are set off in a sentence: appositions, relative clauses, dates, places, modifiers."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from compare_tui.comparison.differences.beside_names import Part, beside_names
from compare_tui.comparison.differences.bounds import OR_LESS, OR_MORE
from compare_tui.comparison.differences.clauses import is_past_form
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.lone_figures import lone_figures
from compare_tui.comparison.differences.omissions import PARTICLES
from compare_tui.comparison.differences.quantity import Quantity
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.segments import (
    CONJUNCTIONS,
    PREPOSITIONS,
    Segment,
    find_segments,
)
from compare_tui.comparison.differences.source_phrases import OPEN_ADJECTIVES
from compare_tui.comparison.differences.stretches import Stretch, content_of, is_verb, stretch_of
from compare_tui.comparison.differences.survey import Survey

MAXIMUM_SET_OFF = 3
"""Stretches of one passage that are reported at most; a reader looks at the heaviest anyway."""

_LEAST_MISSING = 0.55
_WHOLLY_MISSING = 0.7
SURPLUS = 0.6
_TELLING = 2
"""Words that a phrase without a name or a figure needs: "on the line" tells nothing."""
_LEAST_TOLD = 3
"""Words of both sides that a sentence holds beside a part of it that only one has."""
_LONGEST = 30
_REACH = 5
_ADVERBIAL = word_set("by with from near outside inside during without")
"""Prepositions behind which one word tells something: "by radio", "without a licence"."""
_BOUNDING = OR_MORE | OR_LESS
_IDLE = word_set("contrast comparison addition fact turn far means chance law then now")
"""Words that tell nothing behind a preposition: "by contrast", "by far"."""
_DETERMINERS = word_set("the a an this these those his her its their our")


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
    spoken = {index for one in reading.attributions for index in range(one.first, one.last + 1)}
    whole_content = len(content_of(reading, 0, len(reading.tokens) - 1))
    found: list[Stretch] = []
    for segment in segments:
        missing = _lacking(reading, covered, segment.first, segment.last)
        if not missing:
            continue
        content = content_of(reading, segment.first, segment.last)
        rest = len(own) - len(missing)
        told = whole_content - len(content)
        leads = segment.first == 0 and 2 * rest > told
        # What both say must stand outside of a part that makes the sentence.
        leads = leads or told - rest < (1 if segment.added else _LEAST_TOLD)
        # Who says it may speak elsewhere, too: "while the ministry said only that it was studying the offer".
        stated = sum(index not in spoken for index in content)
        unsaid = sum(index not in spoken for index in missing)
        whole = unsaid >= max(1.0, _LEAST_MISSING * stated) and (
            (segment.added and (len(missing) >= 2 or _label(reading, segment, missing, details)))
            or (surplus and len(missing) >= 3)
        )
        # "After the ruling was published" and "after the announcement" say one thing in two ways.
        paraphrased = reading.tokens[segment.first].norm in openers
        phrases = _phrases(reading, segment, covered, settled, surplus)
        if unsaid < _WHOLLY_MISSING * stated and 2 * sum(len(one.missing) for one in phrases) >= len(missing):
            # Of a part that is half said, what is not said stands in phrases of its own.
            whole = False
        if whole and not paraphrased and not leads and segment.last - segment.first < _LONGEST:
            found.append(stretch_of(reading, segment.first, segment.last, missing, details, 2))
            continue
        found += phrases
        part = Part(reading, segment, covered, details, article)
        found += beside_names(part)
        found += lone_figures(part, other, other_covered, settled)
    kept = [one for one in found if not (_elsewhere(reading, one, values, article) or _vague(reading, one))]
    kept = _joined(kept, reading, details)
    kept.sort(key=lambda one: (-one.weight, one.first))
    return sorted(kept[:MAXIMUM_SET_OFF], key=lambda one: one.first)


def _label(reading: Reading, segment: Segment, missing: Sequence[int], details: Set[int]) -> bool:
    """Tell whether a part of one word says what somebody or something is: "a welder", "HB-204"."""
    tokens = reading.tokens[segment.first : segment.last + 1]
    some = len(tokens) > 2 and tokens[1].norm == "of" and tokens[2].norm in ("them", "whom")
    return len(missing) == 1 and (
        some
        or (len(tokens) == 2 and tokens[0].norm in ("a", "an"))
        or (len(tokens) == 1 and missing[0] in details)
    )


def _elsewhere(reading: Reading, stretch: Stretch, values: Set[int], article: Survey) -> bool:
    """Tell whether the other article has a stretch in a passage that is not linked."""
    if len(stretch.missing) > 1:
        return article.says(frozenset(reading.keys[index] for index in stretch.missing))
    index = stretch.missing[0]
    return index not in values and article.holds(reading.tokens[index].norm)


def _vague(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether a stretch tells nothing but "several" or "dozens"."""
    return any(
        one.manner == "vague" and all(one.first <= index <= one.last for index in stretch.missing)
        for one in reading.quantities
    )


def _open_openers(reading: Reading, covered: Sequence[bool]) -> set[str]:
    """Return the conjunctions behind which a passage has words of its own."""
    found = set()
    for index in reading.words:
        norm = reading.tokens[index].norm
        if norm in CONJUNCTIONS:
            behind = content_of(reading, index + 1, min(len(reading.tokens), index + _REACH) - 1)
            if not behind or not covered[behind[0]]:
                found.add(norm)
    return found


def _lacking(reading: Reading, covered: Sequence[bool], first: int, last: int) -> list[int]:
    """Return the content words of a stretch that the other side does not say."""
    return [index for index in content_of(reading, first, last) if not covered[index]]


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


def _phrases(
    reading: Reading,
    segment: Segment,
    covered: Sequence[bool],
    details: Set[int],
    surplus: bool,
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
        and not (
            index < segment.last
            and tokens[index].norm in PARTICLES
            and tokens[index + 1].norm in PREPOSITIONS
        )
    ]
    found: list[Stretch] = []
    taken = -1
    for place, first in enumerate(starts):
        if first <= taken:
            continue
        ends = [start - 1 for start in starts[place + 1 :]] + [segment.last]
        joined = 0
        while joined + 1 < len(ends) and tokens[ends[joined] + 1].norm == "of":
            joined += 1
        # "In the port of Lund" is one phrase, and "warned by radio of a storm" two.
        phrase = _unsaid(reading, covered, first, ends[joined])
        if phrase is None and first < segment.last and tokens[first + 1].content:
            phrase = _unsaid(reading, covered, first, ends[0])
        if phrase is None:
            continue
        last, content = phrase
        detailed = any(index in details for index in content)
        behind = sum(index > first for index in content)
        telling = (surplus and behind >= _TELLING) or tokens[first].norm in _ADVERBIAL
        if detailed or telling:
            found.append(stretch_of(reading, first, last, content, details, 1))
            taken = last
    return found


def _unsaid(reading: Reading, covered: Sequence[bool], first: int, last: int) -> tuple[int, list[int]] | None:
    """Return where a prepositional phrase ends and what it tells, if the other side says nothing of it."""
    end = _phrase_end(reading, first, last)
    content = [] if end is None else content_of(reading, first, end)
    return None if end is None or not content or any(covered[index] for index in content) else (end, content)


def _phrase_end(reading: Reading, first: int, last: int) -> int | None:
    """Return where a prepositional phrase ends; None where it is none."""
    tokens = reading.tokens
    # Behind a time stands the verb of the clause: "on Friday night raised hopes".
    verb = next(
        (
            n
            for n in range(first + 1, last + 1)
            if is_verb(tokens, n) or (n - 1 in reading.timed and is_past_form(tokens[n].norm))
        ),
        None,
    )
    if verb is not None:
        last = _before_subject(reading, first, verb - 1)
    infinitive = tokens[first].norm == "to" and first < last and tokens[first + 1].content
    if infinitive and not tokens[first + 1].capital and tokens[first + 1].kind == "word":
        return None
    bare = first and tokens[first - 1].norm not in _BOUNDING
    if bare and any(one.last == first - 1 for one in reading.quantities):
        return None
    if first and tokens[first - 1].norm in OPEN_ADJECTIVES:
        return None
    return last


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


def _joined(found: list[Stretch], reading: Reading, details: Set[int]) -> list[Stretch]:
    """Join stretches that stand side by side."""
    joined: list[Stretch] = []
    for one in sorted(found, key=lambda stretch: (stretch.first, -stretch.last)):
        before = joined[-1] if joined else None
        if before is not None and one.first <= before.last:
            continue
        if before is not None and one.first == before.last + 1 and one.last - before.first < _LONGEST:
            joined[-1] = stretch_of(
                reading, before.first, one.last, (*before.missing, *one.missing), details, 1
            )
            continue
        joined.append(one)
    return joined

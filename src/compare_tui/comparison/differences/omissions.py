"""Phrases that one passage has and the other article does not say in any words."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence, Set
from functools import lru_cache
from typing import Literal, NamedTuple

from compare_tui.comparison.differences.clauses import is_finite, is_past_form
from compare_tui.comparison.differences.lazy import KEPT_READINGS, lazy
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.pairing import Pairing
from compare_tui.comparison.differences.phrases import LIGHT_WORDS, joins_subjects, parts
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.source_phrases import OPEN_ADJECTIVES
from compare_tui.comparison.differences.words import senses
from compare_tui.comparison.model import Severity

MAXIMUM_OMISSIONS = 2
_CLAUSE_WORDS = word_set(
    "who which that while after before as because although though where when since until and or but so whose"
    " whereas unless despite"
)
_PREPOSITIONS = word_set(
    "in on at with by for from to into during over near through across against under between among"
    " amid behind about towards toward via outside inside above below without within beyond following"
)
PARTICLES = word_set("in on by over")
"""Prepositions that belong to the verb before them where another preposition follows."""
_RELATIVE = word_set("who which that whose")
_LEADING = frozenset({"and", "or", "but", ",", "that", "so"})
_REPLACED_WITHIN = 4
_LONGEST_COMPOUND_PHRASE = 6
_STEM_LENGTH = 6
_LEAST_PART = 3

Opening = Literal["preposition", "clause", "verb", "bare"]


class Said:
    """What the other article says in the linked passages."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings

    @lazy
    def senses(self) -> frozenset[str]:
        """Keys and synonym groups of the words."""
        first, *rest = self._readings
        return first.senses.union(*(reading.senses for reading in rest)) if rest else first.senses

    @lazy
    def stems(self) -> frozenset[str]:
        """The first six letters of long words, so that "initiate" is heard in "initiating"."""
        return frozenset(
            [key[:6] for reading in self._readings for key in reading.content if len(key) >= _STEM_LENGTH]
        )

    @lazy
    def long(self) -> frozenset[str]:
        """Keys of long words, in which two shorter ones may be joined ("shopkeeper")."""
        content = {key for reading in self._readings for key in reading.content}
        return frozenset(key.replace("-", "") for key in content if len(key) >= _STEM_LENGTH)

    def has(self, key: str) -> bool:
        """Tell whether a key, or a word close to it, is said."""
        if key in self.senses or not self.senses.isdisjoint(senses(key)):
            return True
        return len(key) > _STEM_LENGTH and key[:_STEM_LENGTH] in self.stems

    def compounded(self, key: str) -> bool:
        """Tell whether a word joins two that are said: "shopkeeper" where there are "keep" and "shop"."""
        cuts = range(_LEAST_PART, len(key) - _LEAST_PART + 1)
        return any(key[:cut] in self.senses and not self.senses.isdisjoint(_forms(key[cut:])) for cut in cuts)

    def joined(self, keys: Iterable[str]) -> set[str]:
        """Return those of the keys that are said joined in one word: "keep" and "shop" in "shopkeeper"."""
        parts_of_words = tuple(key for key in keys if len(key) >= _LEAST_PART)
        words = [word for word in self.long if word.startswith(parts_of_words)]
        fronts = [key for key in parts_of_words if any(word.startswith(key) for word in words)]
        pairs = [(x, y) for x in fronts for y in parts_of_words if x != y]
        return {key for x, y in pairs if any(word.startswith(x + y) for word in words) for key in (x, y)}


def _forms(word: str) -> set[str]:
    """Return a word, and what it may be made of: "keep" for "keeper"."""
    return {word, word.removesuffix("er"), word.removesuffix("r")}


class Omission(NamedTuple):
    """A phrase that only one side has.

    Attributes:
        start: Offset in the passage, in code points.
        end: Offset behind its last character.
        severity: ``major`` where it holds a name, a number or a date.
        first: Index of its first token.
        last: Index of its last token.
        opening: What it begins with.
        missing: Indices of the words that the other side lacks.
    """

    start: int
    end: int
    severity: Severity
    first: int
    last: int
    opening: Opening
    missing: tuple[int, ...]


def covered(reading: Reading, explained: Set[int], said: Said) -> list[bool]:
    """Tell for each token of a passage whether it is explained, or said on the other side."""
    heard = said.senses
    return [
        key in heard or index in explained or token.norm in LIGHT_WORDS or said.has(key)
        if token.content
        else index in explained or token.norm in LIGHT_WORDS
        for index, (token, key) in enumerate(zip(reading.tokens, reading.keys, strict=True))
    ]


def find_omissions(
    reading: Reading,
    known: list[bool],
    explained: Container[int],
    said: Said,
    elsewhere: Callable[[Set[str]], bool],
    limit: int,
) -> list[Omission]:
    """Find phrases of a passage that the other article does not have.

    A phrase whose head or whose name is said on the other side is no omission, whatever else stands in it.

    Args:
        reading: The passage.
        known: For each token whether it is explained, or said on the other side.
        explained: Tokens that a typed finding or an agreement accounts for.
        said: What the linked passages of the other article say.
        elsewhere: Tells whether one passage of the other article holds all of these keys.
        limit: How many to return at most; below two, as for a weak link, prepositional phrases only.

    Returns:
        The phrases, weightiest first.
    """
    if all(known[index] or not reading.tokens[index].content for index in reading.words):
        return []
    phrases = _phrases(reading, known, said)
    details = {
        index
        for found in (reading.names, reading.quantities, reading.times)
        for detail in found
        for index in range(detail.first, detail.last + 1)
    }
    weighed: list[tuple[int, int, Omission]] = []
    for first, last, opening in phrases:
        last = _whole_end(reading, first, last)
        missing = tuple(i for i in range(first, last + 1) if reading.tokens[i].content and not known[i])
        detailed = any(index in details for index in missing)
        if not missing:
            continue
        if limit < MAXIMUM_OMISSIONS and opening != "preposition":
            continue
        if len(missing) < 2 and (limit < MAXIMUM_OMISSIONS or not (detailed and last > first)):
            continue
        if elsewhere(frozenset(reading.keys[index] for index in missing)):
            continue
        first = _behind_explained(reading, explained, first, missing[0])
        while first < last and (
            reading.tokens[first].norm in _LEADING or reading.tokens[first].kind == "mark"
        ):
            first += 1
        severity: Severity = "major" if detailed else "minor"
        weight = len(missing) + (4 if detailed else 0)
        start, end = reading.tokens[first].start, reading.tokens[last].end
        weighed.append((-weight, start, Omission(start, end, severity, first, last, opening, missing)))
    return [omission for _, _, omission in sorted(weighed, key=lambda found: found[:2])[:limit]]


def _phrases(reading: Reading, covered: list[bool], said: Said) -> list[tuple[int, int, Opening]]:
    """Return the whole phrases that the other side lacks: a clause, or a phrase in it."""
    chunks = _chunks(reading)
    found: list[tuple[int, int, Opening]] = []
    place = 0
    while place < len(chunks):
        behind = place + 1
        first, last, opening = chunks[place]
        if opening != "preposition":
            while (
                behind < len(chunks)
                and chunks[behind][2] in ("preposition", "verb")
                and _adjacent(reading, chunks[behind - 1][1], chunks[behind][0])
            ):
                behind += 1
        end = behind
        while (
            end > place + 1
            and chunks[end - 1][2] == "preposition"
            and not _lacking(reading, covered, said, *chunks[end - 1])
        ):
            end -= 1
        stretch = (first, chunks[end - 1][1], opening)
        # What goes on with words of the other side is the subject of a common clause.
        whole = opening != "bare" or end == behind
        if (
            whole
            and _lacking(reading, covered, said, *chunks[place])
            and _lacking(reading, covered, said, *stretch)
        ):
            if opening == "preposition" and found and _adjacent(reading, found[-1][1], first):
                stretch = (found.pop()[0], last, opening)
            found.append(stretch)
            place = behind
            continue
        place += 1
        # A clause that is partly said is left; what hangs on its verb ("fell to") is no phrase of its own.
        while place < behind and chunks[place][2] == "verb":
            place += 1
        if place < behind and reading.tokens[chunks[place][0]].norm == "to":
            place = behind
    return found


def _lacking(
    reading: Reading, covered: list[bool], said: Said, first: int, last: int, opening: Opening
) -> bool:
    """Tell whether the other side says so little of a phrase that it counts as missing there."""
    content = [index for index in range(first, last + 1) if reading.tokens[index].content]
    missing = [index for index in content if not covered[index]]
    if len(missing) > 1 and len(content) <= _LONGEST_COMPOUND_PHRASE:
        joined = said.joined({reading.keys[index] for index in missing})
        missing = [index for index in missing if reading.keys[index] not in joined]
    if opening == "verb" or not content or len(missing) < 0.6 * len(content):
        return False
    if first and reading.tokens[first - 1].norm in OPEN_ADJECTIVES and opening == "preposition":
        return False
    present = [
        index for index in content if index not in missing and reading.tokens[index].norm not in LIGHT_WORDS
    ]
    relative = reading.tokens[first].norm in _RELATIVE or reading.tokens[first].norm.endswith("ing")
    if opening == "bare" or (opening == "clause" and not relative):
        # Part of the clause itself: what it shares with the other side shows other words, not a gap.
        return not present
    named = {index for name in reading.names if not name.canonical for index in name.parts}
    return not present or (present[-1] != content[-1] and not named & set(present))


def _whole_end(reading: Reading, first: int, last: int) -> int:
    """Return the last token of a phrase without what belongs to the words behind it."""
    while last > first and (
        (not reading.tokens[last].content and last not in reading.valued)
        or (reading.tokens[last].norm in OPEN_ADJECTIVES and last + 1 < len(reading.tokens))
    ):
        last -= 1
    return last


def _behind_explained(reading: Reading, explained: Container[int], first: int, missing: int) -> int:
    """Return where a phrase begins once the explained words at its front are left out."""
    begin = first
    for index in range(first, missing):
        if index in explained and reading.tokens[index].content and not reading.tokens[index + 1].content:
            begin = index + 1
    return begin


def _adjacent(reading: Reading, last: int, first: int) -> bool:
    return (
        all(
            reading.tokens[index].kind != "mark" or not parts(reading.tokens, index)
            for index in range(last + 1, first)
        )
        and first - last <= 2
    )


def _verb(reading: Reading, index: int) -> bool:
    """Tell whether a token is the verb of a clause: an auxiliary, or a past form behind its subject."""
    token = reading.tokens[index]
    if is_finite(token):
        return True
    if token.kind != "word" or token.capital or not index or not reading.tokens[index - 1].content:
        return False
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    subject = reading.tokens[index - 1]
    joined = following is not None and following.kind == "word" and not following.content
    # Behind a time stands the verb of the clause, whatever follows: "on Friday night raised hopes".
    return is_past_form(token.norm) and subject.kind == "word" and (joined or index - 1 in reading.timed)


@lru_cache(maxsize=KEPT_READINGS)
def _chunks(reading: Reading) -> Sequence[tuple[int, int, Opening]]:
    """Cut a passage into phrases: at marks, subordinating words, prepositions and verbs."""
    chunks: list[tuple[int, int, Opening]] = []
    valued = reading.within_values
    begin: int | None = None
    opening: Opening = "bare"
    for index, token in enumerate(reading.tokens):
        if token.kind == "mark" and parts(reading.tokens, index):
            if begin is not None:
                chunks.append((begin, index - 1, opening))
            begin = None
            continue
        opened: Opening = (
            "bare"
            if index in valued or (token.norm == "as" and index and reading.tokens[index - 1].norm == "such")
            else "preposition"
            if token.norm in _PREPOSITIONS
            else "clause"
            if token.norm in _CLAUSE_WORDS
            else "bare"
        )
        if begin is None:
            begin, opening = index, "clause" if opened == "bare" and token.norm.endswith("ing") else opened
            continue
        if token.norm in ("and", "or") and joins_subjects(reading.tokens, begin, index):
            opened = "bare"
        if (
            index == begin + 1
            and opened == opening == "preposition"
            and reading.tokens[begin].norm in PARTICLES
        ):
            # "Called in on Friday": the first belongs to the verb.
            begin = index
            continue
        filled = any(before.content for before in reading.tokens[begin:index])
        if filled and opened != "bare":
            chunks.append((begin, index - 1, opening))
            begin, opening = index, opened
        elif filled and opening == "preposition" and _verb(reading, index):
            chunks.append((begin, index - 1, opening))
            begin, opening = index, "verb"
    if begin is not None:
        chunks.append((begin, len(reading.tokens) - 1, opening))
    return chunks


def replaced(pairing: Pairing, omission: Omission, explained: Container[int], of_a: bool) -> bool:
    """Tell whether the other side has words of its own in the place of a phrase.

    "After the ruling was published" and "after the announcement" say one thing in two ways.
    """
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    matched = pairing.matched if of_a else {b: a for a, b in pairing.matched.items()}
    gap_of, gap_of_other = (
        (pairing.gap_of_a, pairing.gap_of_b) if of_a else (pairing.gap_of_b, pairing.gap_of_a)
    )
    opener = reading.tokens[omission.first].norm
    gaps = {gap_of[index] for index in omission.missing if index in gap_of}
    places = [index for index, token in enumerate(other.tokens) if token.norm == opener]
    if omission.first in matched:
        places = [matched[omission.first]]
    else:
        places = [place for place in places if gap_of_other.get(place) in gaps]
    if omission.opening == "bare":
        return False
    return any(
        other.tokens[index].content and index in gap_of_other and index not in explained
        for place in places
        for index in range(place + 1, min(len(other.tokens), place + 1 + _REPLACED_WITHIN))
        if gap_of_other.get(index) in gaps
    )

"""What the typed details leave over: other words, dropped phrases, spelling and case."""

from __future__ import annotations

from collections.abc import Callable, Container, Set
from dataclasses import dataclass

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.tokens import one_spelling
from compare_tui.comparison.differences.words import senses
from compare_tui.comparison.model import Severity

_LIGHT = word_set(
    "take took taken taking place make made making"
    " give gave given get got go went come came"
    " put set say said says"
    " add"
    " added include included including according told case part way time front"
)
MAXIMUM_WORDING = 3
MAXIMUM_OMISSIONS = 2
_LONGEST_WORDING = 6
_LONGEST_GAP = 9
_CLAUSE_MARKS = frozenset({",", ";", ":", "(", ")", "–", "—", "“", "”", '"', "…", ".", "?", "!"})
_CLAUSE_WORDS = word_set(
    "who which that while after before as because although though where when since until and or but so whose"
    " whereas unless despite"
)
_PHRASE_WORDS = word_set(
    "in on at with by for from to into during over near through across against under between"
    " among amid behind"
    " about"
    " towards toward via outside inside above below without within beyond"
    " following"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the other article says in the linked passages.

    Attributes:
        senses: Keys and synonym groups of the words.
        stems: The first six letters of long words, so that "initiate" is heard in "initiating".
    """

    senses: Set[str]
    stems: Set[str]

    def has(self, key: str) -> bool:
        """Tell whether a key, or a word close to it, is said."""
        return bool(senses(key) & self.senses) or (len(key) >= 7 and key[:6] in self.stems)


def said_by(readings: list[Reading]) -> Said:
    """Collect what the passages say."""
    heard = frozenset().union(*(reading.senses for reading in readings)) if readings else frozenset()
    stems = frozenset(key[:6] for reading in readings for key in reading.content if len(key) >= 6)
    return Said(heard, stems)


def find_style(pairing: Pairing) -> list[Finding]:
    """Report other spellings, abbreviations and capital letters of words that match."""
    found: list[Finding] = []
    for i, j in pairing.matched.items():
        a, b = pairing.a.tokens[i], pairing.b.tokens[j]
        if a.text == b.text:
            continue
        spans = ((a.start, a.end), (b.start, b.end))
        if a.norm != b.norm:
            if one_spelling(a.norm) == one_spelling(b.norm):
                found.append(Finding("style", "style", *spans, "spelling variant"))
        elif a.text.replace(".", "") == b.text.replace(".", ""):
            found.append(Finding("style", "style", *spans, "abbreviation"))
        elif a.text.casefold() == b.text.casefold() and not a.initial and not b.initial:
            found.append(Finding("style", "style", *spans, "capital letters"))
    return found


def find_wording(pairing: Pairing, explained_a: Container[int], explained_b: Container[int]) -> list[Finding]:
    """Report short replaced stretches that name something with other words."""
    found: list[tuple[int, Finding]] = []
    for gap in pairing.gaps:
        if gap.moored < 2 or max(len(gap.a), len(gap.b)) > _LONGEST_GAP:
            continue
        a = _trim(pairing.a, gap.a, explained_a, pairing.b)
        b = _trim(pairing.b, gap.b, explained_b, pairing.a)
        if not a or not b or max(len(a), len(b)) > _LONGEST_WORDING:
            continue
        if any(pairing.a.tokens[i].capital and not pairing.a.tokens[i].initial for i in a):
            continue
        if any(pairing.b.tokens[j].capital and not pairing.b.tokens[j].initial for j in b):
            continue
        if _same_family(pairing, a, b) or _crosses_mark(pairing.a, a) or _crosses_mark(pairing.b, b):
            continue
        spans = (_span(pairing.a, a), _span(pairing.b, b))
        found.append((len(a) + len(b), Finding("wording", "minor", *spans, "other words")))
    found.sort(key=lambda pair: pair[0])
    return [finding for _, finding in found[:MAXIMUM_WORDING]]


def _trim(reading: Reading, words: tuple[int, ...], explained: Container[int], other: Reading) -> list[int]:
    """Return the words of a gap without what is explained, said elsewhere in the other passage, or empty."""
    kept = list(words)

    def idle(index: int) -> bool:
        token = reading.tokens[index]
        return not token.content or index in explained or reading.keys[index] in other.content

    while kept and idle(kept[0]):
        kept.pop(0)
    while kept and idle(kept[-1]):
        kept.pop()
    light = all(reading.tokens[index].norm in _LIGHT for index in kept if reading.tokens[index].content)
    return [] if light or any(index in explained for index in kept) else kept


def _crosses_mark(reading: Reading, words: list[int]) -> bool:
    return any(reading.tokens[index].norm in _CLAUSE_MARKS for index in range(words[0], words[-1]))


def _span(reading: Reading, words: list[int]) -> tuple[int, int]:
    return reading.tokens[words[0]].start, reading.tokens[words[-1]].end


def _same_family(pairing: Pairing, a: list[int], b: list[int]) -> bool:
    """Tell whether every content word on one side is a form of one on the other ("flight", "flights")."""
    keys_a = [pairing.a.keys[i] for i in a if pairing.a.tokens[i].content]
    keys_b = [pairing.b.keys[j] for j in b if pairing.b.tokens[j].content]
    if len(keys_a) > len(keys_b):
        keys_a, keys_b = keys_b, keys_a
    return all(any(_family(x, y) for y in keys_b) for x in keys_a)


def _family(x: str, y: str) -> bool:
    shared = 0
    for left, right in zip(x, y, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= 4 and shared >= 0.6 * max(len(x), len(y))


def find_omissions(
    reading: Reading, explained: Container[int], said: Said, elsewhere: Callable[[Set[str]], bool], limit: int
) -> list[tuple[int, int, Severity]]:
    """Find phrases of a passage that the other article does not have.

    Args:
        reading: The passage.
        explained: Tokens that a typed finding or an agreement accounts for.
        said: What the linked passages of the other article say.
        elsewhere: Tells whether one passage of the other article holds all of these keys.
        limit: How many to return at most.

    Returns:
        Start and end in the passage, and the severity, weightiest first.
    """
    covered = [
        index in explained or token.norm in _LIGHT or (token.content and said.has(reading.keys[index]))
        for index, token in enumerate(reading.tokens)
    ]
    details = {
        index
        for found in (reading.names, reading.quantities, reading.times)
        for detail in found
        for index in range(detail.first, detail.last + 1)
    }
    phrases: list[tuple[int, int]] = []
    for first, last in _chunks(reading):
        content = [index for index in range(first, last + 1) if reading.tokens[index].content]
        missing = [index for index in content if not covered[index]]
        if not content or len(missing) < 0.6 * len(content):
            continue
        if phrases and _adjacent(reading, phrases[-1][1], first):
            phrases[-1] = (phrases[-1][0], last)
        else:
            phrases.append((first, last))
    weighed: list[tuple[int, int, int, Severity]] = []
    for first, last in phrases:
        missing = [i for i in range(first, last + 1) if reading.tokens[i].content and not covered[i]]
        detailed = any(index in details for index in missing)
        if len(missing) < 2 and (limit < MAXIMUM_OMISSIONS or not (detailed and last > first)):
            continue
        if elsewhere(frozenset(reading.keys[index] for index in missing)):
            continue
        first = _behind_explained(reading, explained, first, missing[0])
        while last > first and not reading.tokens[last].content:
            last -= 1
        while first < last and reading.tokens[first].norm in ("and", "or", "but", ",", "that", "so"):
            first += 1
        severity: Severity = "major" if detailed else "minor"
        weight = len(missing) + (4 if detailed else 0)
        weighed.append((-weight, reading.tokens[first].start, reading.tokens[last].end, severity))
    return [(start, end, severity) for _, start, end, severity in sorted(weighed)[:limit]]


def _behind_explained(reading: Reading, explained: Container[int], first: int, missing: int) -> int:
    """Return where a phrase begins once the explained words at its front are left out."""
    begin = first
    for index in range(first, missing):
        if index in explained and reading.tokens[index].content:
            begin = index + 1
    return begin


def _adjacent(reading: Reading, last: int, first: int) -> bool:
    return (
        all(
            reading.tokens[index].kind != "mark" or reading.tokens[index].norm not in _CLAUSE_MARKS
            for index in range(last + 1, first)
        )
        and first - last <= 2
    )


def _chunks(reading: Reading) -> list[tuple[int, int]]:
    """Cut a passage into phrases: at marks, before subordinating words and before prepositions."""
    chunks: list[tuple[int, int]] = []
    begin: int | None = None
    for index, token in enumerate(reading.tokens):
        if token.kind == "mark" and token.norm in _CLAUSE_MARKS:
            if begin is not None:
                chunks.append((begin, index - 1))
            begin = None
        elif begin is None:
            begin = index
        elif (token.norm in _CLAUSE_WORDS or token.norm in _PHRASE_WORDS) and any(
            before.content for before in reading.tokens[begin:index]
        ):
            chunks.append((begin, index - 1))
            begin = index
    if begin is not None:
        chunks.append((begin, len(reading.tokens) - 1))
    return chunks

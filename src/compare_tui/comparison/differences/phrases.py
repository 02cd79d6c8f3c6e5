"""What the typed details leave over: other words, spelling and case."""

from __future__ import annotations

from collections.abc import Container, Sequence

from compare_tui.comparison.differences.clauses import has_verb, is_finite
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.pairing import Finding, Gap, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.reporting_verbs import SPEAKING
from compare_tui.comparison.differences.spelling import one_spelling
from compare_tui.comparison.differences.tokens import Token
from compare_tui.comparison.differences.words import related

LIGHT_WORDS = word_set(
    "take took taken taking place make made making"
    " give gave given get got go went come came"
    " put set say said says"
    " add"
    " added include includes included including according told case part way time front"
)
MAXIMUM_WORDING = 3
_LONGEST_WORDING = 6
_LONGEST_GAP = 9
_LONGEST_ABBREVIATION = 4
CLAUSE_MARKS = frozenset({",", ";", ":", "(", ")", "–", "—", "“", "”", '"', "…", ".", "?", "!"})


QUOTATION_MARKS = frozenset("“”„«»\"'‘’")
"""Marks that open or close quoted words, of which some are apostrophes as well."""
_FEW_QUOTED = 3


def parts(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is a mark between parts of a sentence; "Jan. 5" and "St. Ives" hold none."""
    if tokens[index].norm not in CLAUSE_MARKS:
        return False
    if tokens[index].norm in QUOTATION_MARKS and _few_quoted(tokens, index):
        return False
    if tokens[index].norm != "." or not index or index + 1 >= len(tokens):
        return True
    before, after = tokens[index - 1], tokens[index + 1]
    short = before.capital and len(before.text) <= _LONGEST_ABBREVIATION
    return not (short and (after.kind == "number" or not after.initial))


def _few_quoted(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a mark stands at a quotation of a few words, which is part of its sentence."""
    near = (tokens[n].quotation for n in (index - 1, index + 1) if 0 <= n < len(tokens))
    number = max(near, default=-1)
    quoted = sum(token.quotation == number and token.kind != "mark" for token in tokens)
    return number >= 0 and quoted <= _FEW_QUOTED


def joins_subjects(tokens: Sequence[Token], begin: int, index: int) -> bool:
    """Tell whether an "and" joins two subjects of one verb: "when Cross and Dow threw a rope".

    Args:
        tokens: Tokens of the passage.
        begin: First token of the part that the "and" stands in.
        index: The "and".
    """
    end = index + 1
    while end < len(tokens) and tokens[end].norm not in CLAUSE_MARKS:
        end += 1
    return has_verb(tokens, index + 1, end - 1) and not has_verb(tokens, begin, index - 1)


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
    valued_a, valued_b = pairing.a.valued, pairing.b.valued
    for gap in pairing.gaps:
        if not gap.a or not gap.b or gap.moored < 2 or max(len(gap.a), len(gap.b)) > _LONGEST_GAP:
            continue
        a = _trim(pairing.a, gap.a, explained_a, pairing.b)
        b = _trim(pairing.b, gap.b, explained_b, pairing.a)
        if not a or not b or max(len(a), len(b)) > _LONGEST_WORDING:
            continue
        if not valued_a.isdisjoint(a) or not valued_b.isdisjoint(b):
            # Values are compared as values.
            continue
        if any(pairing.a.tokens[i].capital and not pairing.a.tokens[i].initial for i in a):
            continue
        if any(pairing.b.tokens[j].capital and not pairing.b.tokens[j].initial for j in b):
            continue
        if _same_family(pairing, a, b) or _crosses_mark(pairing.a, a) or _crosses_mark(pairing.b, b):
            continue
        if _unlike(pairing, gap, a, b) or _one_compound(pairing, a, b):
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
    light = all(reading.tokens[index].norm in LIGHT_WORDS for index in kept if reading.tokens[index].content)
    return [] if light or any(index in explained for index in kept) else kept


def _unlike(pairing: Pairing, gap: Gap, a: list[int], b: list[int]) -> bool:
    """Tell whether two stretches stand in too different places to be one thing in other words."""
    keys_a = [pairing.a.keys[i] for i in a if pairing.a.tokens[i].content]
    keys_b = [pairing.b.keys[j] for j in b if pairing.b.tokens[j].content]
    akin = any(related(x, y) for x in keys_a for y in keys_b)
    if keys_a and keys_b and len(keys_a) == len(keys_b) and all(map(related, keys_a, keys_b)):
        # Synonyms, one for one, say the same.
        return True
    if akin and len(keys_a) != len(keys_b):
        # "The first woman", "the first female head": the word that counts is said on both sides.
        return True
    if abs(len(keys_a) - len(keys_b)) > 1 or _predicates(pairing.a, a) != _predicates(pairing.b, b):
        return True
    left_over = max(len(gap.a) - len(a), len(gap.b) - len(b))
    return not akin and (left_over > 3 or abs(len(gap.a) - len(gap.b)) > 3)


def _predicates(reading: Reading, words: list[int]) -> bool:
    """Tell whether a stretch holds an auxiliary or reports: more than what something is called."""
    return any(is_finite(reading.tokens[index]) or reading.tokens[index].norm in SPEAKING for index in words)


def _one_compound(pairing: Pairing, a: list[int], b: list[int]) -> bool:
    """Tell whether both sides write one word, joined or apart: "coast guard", "coastguard"."""
    joined = ["".join(reading.tokens[index].norm for index in words) for reading, words in (
        (pairing.a, a), (pairing.b, b)
    )]  # fmt: skip
    return joined[0].replace("-", "") == joined[1].replace("-", "")


def _crosses_mark(reading: Reading, words: list[int]) -> bool:
    return any(reading.tokens[index].norm in CLAUSE_MARKS for index in range(words[0], words[-1]))


def _span(reading: Reading, words: list[int]) -> tuple[int, int]:
    return reading.tokens[words[0]].start, reading.tokens[words[-1]].end


def _same_family(pairing: Pairing, a: list[int], b: list[int]) -> bool:
    """Tell whether every content word on one side is a form of one on the other ("flight", "flights")."""
    keys_a = [pairing.a.keys[i] for i in a if pairing.a.tokens[i].content]
    keys_b = [pairing.b.keys[j] for j in b if pairing.b.tokens[j].content]
    if len(keys_a) > len(keys_b):
        keys_a, keys_b = keys_b, keys_a
    return all(any(one_family(x, y) for y in keys_b) for x in keys_a)


def one_family(x: str, y: str) -> bool:
    """Tell whether two words begin alike and so are forms of one: "flight", "flights"."""
    shared = 0
    for left, right in zip(x, y, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= 4 and shared >= 0.6 * max(len(x), len(y))

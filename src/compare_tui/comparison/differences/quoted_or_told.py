"""What one side quotes and the other tells in its own words, and where a quotation begins and ends."""

from __future__ import annotations

from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.phrases import QUOTATION_MARKS
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.words import all_senses, senses

_LONGEST_TOLD = 10
"""Words beside a quotation that may be what another quotation has there."""

_SPREAD, _SLACK = 1.5, 6
"""How far apart the words of a paraphrase may stand: so often the words of the quotation and so many more."""

_SHORT = 2
"""Content words of a quotation that may be told with one of them."""


def content_keys(reading: Reading, words: list[int]) -> frozenset[str]:
    """Return the keys of those of the words that tell something."""
    return frozenset(reading.keys[index] for index in words if reading.tokens[index].content)


def span_of(reading: Reading, indices: list[int]) -> tuple[int, int]:
    """Return the characters from the first of some tokens to the last."""
    return reading.tokens[indices[0]].start, reading.tokens[indices[-1]].end


def find_paraphrase(pairing: Pairing, words: list[int], number: int, result: Matches, of_a: bool) -> bool:
    """Report a quotation whose words the other passage says in its own name; tell whether it does."""
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    content = content_keys(reading, words)
    wanted = all_senses(content)
    said = [
        index
        for index, token in enumerate(other.tokens)
        if token.quotation < 0 and token.content and senses(other.keys[index]) & wanted
    ]
    spoken = frozenset().union(*(senses(other.keys[index]) for index in said)) if said else frozenset()
    shared = sum(1 for key in content if senses(key) & spoken)
    named = {reading.keys[index] for index in words if reading.tokens[index].capital}
    if pairing.sure and len(content) <= _SHORT and len(said) == 1 and not named:
        return _short_paraphrase(pairing, words, number, said[0], result, of_a)
    if sum(1 for key in content - named if senses(key) & spoken) < 2:
        # Names alone do not make a paraphrase.
        return False
    if shared < 2 or shared < 0.5 * len(content) or said[-1] - said[0] > _SPREAD * len(words) + _SLACK:
        return False
    quotation = reading.quotations[number]
    own = (quotation.start, min(quotation.end, len(reading.text)))
    span = span_of(other, said)
    reason = "quoted in {a}, paraphrased in {b}" if of_a else "paraphrased in {a}, quoted in {b}"
    result.findings.append(
        Finding("quote", "minor", own if of_a else span, span if of_a else own, reason, True)
    )
    explained = range(said[0], said[-1] + 1)
    if of_a:
        result.explained_a.update(words)
        result.explained_b.update(explained)
    else:
        result.explained_b.update(words)
        result.explained_a.update(explained)
    return True


def _short_paraphrase(
    pairing: Pairing, words: list[int], number: int, said: int, result: Matches, of_a: bool
) -> bool:
    """Report a few quoted words one of which ends a phrase of the other side: "a range of alternatives"."""
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    last = next(index for index in reversed(words) if reading.tokens[index].content)
    if other.tokens[said].capital or senses(reading.keys[last]).isdisjoint(senses(other.keys[said])):
        return False
    first = said
    while first and said - first < _SHORT and other.tokens[first - 1].content:
        first -= 1
    quotation = reading.quotations[number]
    own = (quotation.start, min(quotation.end, len(reading.text)))
    span = (other.tokens[first].start, other.tokens[said].end)
    reason = "quoted in {a}, paraphrased in {b}" if of_a else "paraphrased in {a}, quoted in {b}"
    if content_keys(reading, words) <= content_keys(other, list(range(first, said + 1))):
        reason = "only {a} quotes these words" if of_a else "only {b} quotes these words"
    spans = (own, span) if of_a else (span, own)
    result.findings.append(Finding("quote", "minor", *spans, reason, True))
    result.explain(*((words, range(first, said + 1)) if of_a else (range(first, said + 1), words)))
    return True


def find_continuation(
    pairing: Pairing, rest_a: list[int], rest_b: list[int], ends: tuple[int, int], step: int, result: Matches
) -> bool:
    """Report words that one side quotes and the other tells in its own words right beside the quotation.

    Args:
        pairing: The linked passages.
        rest_a: Words at the end of the quotation in A that the one in B lacks.
        rest_b: Likewise for B.
        ends: Outermost tokens of A and of B that both quotations have.
        step: -1 for words before them, 1 for words behind them.
        result: Takes the finding.

    Returns:
        Whether it was reported.
    """
    if bool(rest_a) == bool(rest_b):
        return False
    quoted, reading, other, end = (
        (rest_a, pairing.a, pairing.b, ends[1]) if rest_a else (rest_b, pairing.b, pairing.a, ends[0])
    )
    told = _beside(other, end, step)
    spoken = all_senses(content_keys(other, told))
    said = [bool(senses(key) & spoken) for key in content_keys(reading, quoted)]
    # What is told wholly is the same; what is not told at all is left out.
    if not any(said) or all(said):
        return False
    report_told(pairing, quoted, told, bool(rest_a), result)
    return True


def words_between(reading: Reading, before: int, after: int) -> list[int]:
    """Return the words of the sentence itself between two quotations of which another makes one."""
    found = [n for n in range(before + 1, after) if reading.tokens[n].kind != "mark"]
    spoken = {n for one in reading.attributions for n in range(one.first, one.last + 1)}
    own = all(reading.tokens[n].quotation < 0 and n not in spoken for n in found)
    told = own and any(reading.tokens[n].content for n in found) and len(found) <= _LONGEST_TOLD
    return found if told else []


def _beside(reading: Reading, index: int, step: int) -> list[int]:
    """Return the words of the sentence itself that stand beside a quotation, up to the next mark."""
    spoken = {n for one in reading.attributions for n in range(one.first, one.last + 1)}
    found: list[int] = []
    index += step
    while 0 <= index < len(reading.tokens) and len(found) < _LONGEST_TOLD:
        token = reading.tokens[index]
        if token.quotation >= 0 or (token.kind == "mark" and token.norm not in QUOTATION_MARKS):
            break
        if index in spoken:
            break
        if token.kind != "mark":
            found.append(index)
        index += step
    return sorted(found)


def report_told(pairing: Pairing, quoted: list[int], told: list[int], of_a: bool, result: Matches) -> None:
    """Report words that one side quotes and the other tells in words of its own."""
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    own, said = span_of(reading, quoted), span_of(other, told)
    reason = "quoted in {a}, paraphrased in {b}" if of_a else "paraphrased in {a}, quoted in {b}"
    spans = (own, said) if of_a else (said, own)
    result.findings.append(Finding("quote", "minor", *spans, reason, True))
    (result.explained_a if of_a else result.explained_b).update(quoted)
    (result.explained_b if of_a else result.explained_a).update(told)


def find_boundary(pairing: Pairing, from_a: int, from_b: int, step: int, result: Matches) -> None:
    """Report words beside the common part that one side quotes and the other says itself.

    Args:
        pairing: The linked passages.
        from_a: Outermost token of A that both quotations have.
        from_b: Its counterpart in B.
        step: -1 to look before it, 1 to look behind it.
        result: Takes the finding.
    """
    a, b = pairing.a, pairing.b
    part_a: list[int] = []
    part_b: list[int] = []
    while True:
        from_a, from_b = _next_word(a, from_a, step), _next_word(b, from_b, step)
        if from_a < 0 or from_b < 0 or a.keys[from_a] != b.keys[from_b]:
            break
        inside_a, inside_b = a.tokens[from_a].quotation >= 0, b.tokens[from_b].quotation >= 0
        if inside_a == inside_b or (part_a and inside_a != (a.tokens[part_a[0]].quotation >= 0)):
            break
        part_a.append(from_a)
        part_b.append(from_b)
    if not any(a.tokens[index].content for index in part_a):
        return
    part_a.sort()
    part_b.sort()
    where = ("{a}", "{b}") if a.tokens[part_a[0]].quotation >= 0 else ("{b}", "{a}")
    reason = f"inside the quotation in {where[0]}, outside in {where[1]}"
    result.findings.append(Finding("quote", "minor", span_of(a, part_a), span_of(b, part_b), reason, True))
    result.explained_a.update(part_a)
    result.explained_b.update(part_b)


def _next_word(reading: Reading, index: int, step: int) -> int:
    """Return the next token that is a word, over quotation marks only; -1 at a boundary."""
    index += step
    while 0 <= index < len(reading.tokens) and reading.tokens[index].norm in QUOTATION_MARKS:
        index += step
    inside = 0 <= index < len(reading.tokens) and reading.tokens[index].kind != "mark"
    return index if inside else -1

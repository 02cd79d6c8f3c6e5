"""Certainty and opposite events: hedges, modals, negation, antonyms of two linked passages."""

from __future__ import annotations

from compare_tui.comparison.differences.attributions import Attribution
from compare_tui.comparison.differences.converses import tells_one_exchange
from compare_tui.comparison.differences.event_fields import other_events
from compare_tui.comparison.differences.hedges import Hedge, find_hedges
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.whole_doubts import (
    ASKING,
    HEDGED,
    REASONS,
    lone_hedges,
    one_doubts,
    past_verb,
)
from compare_tui.comparison.differences.words import has_opposite, opposite, related
from compare_tui.comparison.model import Severity

_LOSSES = word_set("cut cuts lost lose loses losing lacked lacks out off no knocked failed lack")
_NOBODY = frozenset({"no", "nobody", "none"})
_NOTHING = frozenset({"nothing", "no", "none", "nobody", "neither"})
_DENYING = _NOTHING | {"not", "never", "without", "nor"}
_LONGEST_SUBJECT = 6
_OBLIGING = word_set("should must need needs needed ought required")
_CAUSAL = word_set("caused causes causing triggered")
_SOFT = frozenset(
    frozenset(pair) for pair in (("future", "planned"), ("future", "conditional"), ("planned", "conditional"))
)
_CONDITIONS = word_set("if unless provided")
_CLAUSE_MARKS = frozenset(',.;:!?–—”"')


def _past_report(reading: Reading, source: Attribution) -> bool:
    """Tell whether the reporting verb is in the past, so that "would" only repeats "will"."""
    verbs = reading.tokens[source.first : source.last + 1]
    return not any(token.norm in ("says", "say", "according", "claims", "reports") for token in verbs)


def match_claims(pairing: Pairing) -> Matches:
    """Report what one passage weakens, plans or denies and the other says outright, and opposites."""
    result = Matches()
    hedges_a, hedges_b = find_hedges(pairing.a), find_hedges(pairing.b)
    sorts_a = _sorts_by_head(hedges_a)
    sorts_b = _sorts_by_head(hedges_b)
    seen: set[tuple[int, int]] = set()
    for hedge in hedges_a:
        _weigh(pairing, hedge, sorts_a, sorts_b, hedges_b, result, seen, True)
    for hedge in hedges_b:
        _weigh(pairing, hedge, sorts_b, sorts_a, hedges_a, result, seen, False)
    _causes(pairing, hedges_a, hedges_b, result)
    if not result.findings:
        lone_hedges(pairing, hedges_a, hedges_b, result)
        one_doubts(pairing, hedges_a, hedges_b, result)
    _conditions(pairing, result)
    for finding, i, j in other_events(pairing):
        result.findings.append(finding)
        result.explain(range(i, i + 1), range(j, j + 1))
    _opposites(pairing, sorts_a, sorts_b, result)
    return result


def _conditions(pairing: Pairing, result: Matches) -> None:
    """Report a condition that only one passage makes: ", if the lead holds"."""
    if not pairing.sure:
        return
    for of_a, reading, other in ((True, pairing.a, pairing.b), (False, pairing.b, pairing.a)):
        if not other.norms.isdisjoint(_CONDITIONS):
            continue
        for index in reading.words[1:]:
            token = reading.tokens[index]
            if token.norm not in _CONDITIONS or token.quotation >= 0 or reading.tokens[index - 1].norm != ",":
                continue
            behind = range(index + 1, len(reading.tokens))
            end = next((n for n in behind if reading.tokens[n].norm in _CLAUSE_MARKS), len(reading.tokens))
            span = (token.start, reading.tokens[end - 1].end)
            reason = "a condition only in {a}" if of_a else "a condition only in {b}"
            only_a, only_b = (span, None) if of_a else (None, span)
            result.findings.append(Finding("certainty", "minor", only_a, only_b, reason))
            (result.explained_a if of_a else result.explained_b).update(range(index, end))
            break


def _sorts_by_head(hedges: tuple[Hedge, ...]) -> dict[int, set[str]]:
    sorts: dict[int, set[str]] = {}
    for hedge in hedges:
        sorts.setdefault(hedge.head, set()).add(hedge.sort)
    return sorts


def _counterpart(pairing: Pairing, head: int, of_a: bool, nobody: bool) -> int | None:
    """Return the token of the other passage that says the same as the head, where the context agrees.

    Behind "no" stands a noun, for which another noun in its place says nothing.
    """
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    matched = pairing.matched if of_a else {b: a for a, b in pairing.matched.items()}
    if head in matched:
        return matched[head]
    best: tuple[int, int] | None = None
    for index, token in enumerate(other.tokens):
        if not token.content or token.kind != "word":
            continue
        if other.keys[index] != reading.keys[head] and not (
            related(other.keys[index], reading.keys[head])
            and pairing.same_gap(*((head, index) if of_a else (index, head)))
        ):
            continue
        places = ((head, head), (index, index)) if of_a else ((index, index), (head, head))
        context = pairing.context(*places, 6)
        if context >= 1 and (best is None or context > best[0]):
            best = (context, index)
    if best is not None:
        return best[1]
    facing = None if nobody else _facing(pairing, head, of_a)
    return facing if facing is not None else _other_end(pairing, head, of_a)


def _other_end(pairing: Pairing, head: int, of_a: bool) -> int | None:
    """Return the verb that tells the same exchange from its other end: "will pay" and "may receive"."""
    if not pairing.confident:
        return None
    other = pairing.b if of_a else pairing.a
    for index, token in enumerate(other.tokens):
        places = (head, index) if of_a else (index, head)
        if (
            token.kind == "word"
            and tells_one_exchange(pairing, *places)
            and pairing.context((places[0],) * 2, (places[1],) * 2, 6) >= 2
        ):
            return index
    return None


def _facing(pairing: Pairing, head: int, of_a: bool) -> int | None:
    """Return the only content word that fills the other side of the head's gap, where both ends agree."""
    own, other = (pairing.gap_of_a, pairing.b) if of_a else (pairing.gap_of_b, pairing.a)
    gap = pairing.gaps[own[head]] if head in own else None
    if gap is None or gap.moored < 2:
        return None
    opposite_words = [index for index in (gap.b if of_a else gap.a) if other.tokens[index].content]
    named = any(other.tokens[index].capital for index in opposite_words)
    return opposite_words[0] if len(opposite_words) == 1 and not named else None


def _weigh(
    pairing: Pairing,
    hedge: Hedge,
    own_sorts: dict[int, set[str]],
    other_sorts: dict[int, set[str]],
    other_hedges: tuple[Hedge, ...],
    result: Matches,
    seen: set[tuple[int, int]],
    of_a: bool,
) -> None:
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    nobody = reading.tokens[hedge.first].norm in _NOBODY
    counterpart = _counterpart(pairing, hedge.head, of_a, nobody)
    if counterpart is None:
        return
    pair = (hedge.head, counterpart) if of_a else (counterpart, hedge.head)
    sorts = other_sorts.get(counterpart, set())
    if hedge.sort in sorts or pair in seen:
        return
    if "denied" in sorts and "denied" in own_sorts.get(hedge.head, ()):
        # "Refused to pay" and "would not pay" deny the same.
        return
    own = (reading.tokens[hedge.first].start, reading.tokens[hedge.head].end)
    opposing = next((found for found in other_hedges if found.head == counterpart), None)
    told_first = counterpart
    if hedge.sort == "denied" and _denies_anyway(reading, hedge, other, counterpart):
        return
    if opposing is None:
        if hedge.sort != "denied" and other.tokens[counterpart].norm in HEDGED:
            return
        if reading.tokens[hedge.first].norm in _OBLIGING and any(
            token.norm in _OBLIGING for token in other.tokens[max(0, counterpart - 4) : counterpart]
        ):
            # "Need to be mended", "should be mended".
            return
        near = {found.sort for found in other_hedges if abs(found.head - counterpart) <= 3}
        if hedge.sort in near:
            return
        if hedge.sort in ("future", "planned", "conditional") and (
            not past_verb(other, counterpart)
            or (counterpart and other.tokens[counterpart - 1].kind == "mark")
        ):
            return
        if reading.tokens[hedge.first].norm == "without" and any(
            token.norm in _LOSSES for token in other.tokens[max(0, counterpart - 4) : counterpart + 5]
        ):
            return
        before = other.tokens[max(0, counterpart - _LONGEST_SUBJECT) : counterpart]
        if hedge.sort == "denied" and any(token.norm == "none" for token in before):
            return
        if hedge.sort == "denied" and other.tokens[counterpart].norm == f"{reading.tokens[hedge.head].norm}s":
            # "They don't rule" does not deny "the rules".
            return
        if hedge.sort == "denied" and any(opposite(reading.keys[hedge.head], key) for key in other.keys):
            return
        first = _subject_number(other, counterpart) if reading.tokens[hedge.first].norm in _NOBODY else None
        begin = _with_number(other, counterpart) if first is None else other.tokens[first].start
        theirs = (begin, other.tokens[counterpart].end)
        told_first = counterpart if first is None else first
        reason = REASONS[hedge.sort].format(*(("{a}", "{b}") if of_a else ("{b}", "{a}")))
        severity: Severity = "major"
    else:
        theirs = (other.tokens[opposing.first].start, other.tokens[counterpart].end)
        severity = "minor" if frozenset((hedge.sort, opposing.sort)) in _SOFT else "major"
        told = reading if hedge.sort == "conditional" else other if opposing.sort == "conditional" else None
        if (
            told is not None
            and severity == "minor"
            and any(_past_report(told, source) for source in told.attributions)
        ):
            return
        reason = "another degree of certainty"
        if "denied" in (hedge.sort, opposing.sort):
            reason = "affirmed on one side, denied on the other"
    seen.add(pair)
    spans = (own, theirs) if of_a else (theirs, own)
    result.findings.append(Finding("certainty", severity, *spans, reason))
    own_range, their_range = range(hedge.first, hedge.head + 1), range(told_first, counterpart + 1)
    result.explain(*((own_range, their_range) if of_a else (their_range, own_range)))


def _denies_anyway(reading: Reading, hedge: Hedge, other: Reading, counterpart: int) -> bool:
    """Tell whether the other side denies the same with another word: "knew nothing of", "no toll … or"."""
    if reading.tokens[hedge.first].norm in ("nor", "neither"):
        return not other.norms.isdisjoint(_DENYING)
    return any(token.norm in _NOTHING for token in other.tokens[counterpart + 1 : counterpart + 3])


def _with_number(reading: Reading, index: int) -> int:
    """Return the offset where a word begins, with the number that counts it."""
    before = next((quantity for quantity in reading.quantities if quantity.last == index - 1), None)
    return reading.tokens[index].start if before is None else before.start


def _subject_number(reading: Reading, verb: int) -> int | None:
    """Return the first token of the number in a verb's subject: "at least 12 people were hurt"."""
    for index in range(verb - 1, max(-1, verb - _LONGEST_SUBJECT), -1):
        token = reading.tokens[index]
        counting = next((found for found in reading.quantities if found.last == index), None)
        if counting is not None:
            before = [token.norm for token in reading.tokens[max(0, counting.first - 2) : counting.first]]
            part = next((found for found in reading.quantities if found.last == counting.first - 3), None)
            return part.first if part is not None and before == ["of", "the"] else counting.first
        if token.kind == "mark" or token.norm in ("and", "or", "who", "which", "that", "in", "at", "with"):
            return None
        if token.content and not any(token.stem in found.counted for found in reading.quantities):
            return None
    return None


def _causes(
    pairing: Pairing, hedges_a: tuple[Hedge, ...], hedges_b: tuple[Hedge, ...], result: Matches
) -> None:
    """Report a cause that one passage supposes ("may have been going too fast") and the other states."""
    if not pairing.confident or pairing.shared < 2 or result.findings:
        return
    for supposed, stated, reading, other, of_a in (
        (hedges_a, hedges_b, pairing.a, pairing.b, True),
        (hedges_b, hedges_a, pairing.b, pairing.a, False),
    ):
        hedge = next((found for found in supposed if _supposes(reading, found)), None)
        causes = [index for index, token in enumerate(other.tokens) if token.norm in _CAUSAL]
        asked = any(token.norm in ASKING for token in other.tokens)
        if hedge is None or stated or asked or len(causes) != 1:
            continue
        own = (reading.tokens[hedge.first].start, reading.tokens[hedge.head].end)
        theirs = (other.tokens[causes[0]].start, other.tokens[causes[0]].end)
        reason = REASONS["possible"].format(*(("{a}", "{b}") if of_a else ("{b}", "{a}")))
        result.findings.append(
            Finding("certainty", "major", *((own, theirs) if of_a else (theirs, own)), reason)
        )
        ranges = (range(hedge.first, hedge.head + 1), range(causes[0], causes[0] + 1))
        result.explain(*(ranges if of_a else ranges[::-1]))
        return


def _supposes(reading: Reading, hedge: Hedge) -> bool:
    """Tell whether a hedge guesses at what happened: "may have", "could have", "might have"."""
    following = reading.tokens[hedge.first + 1].norm if hedge.first + 1 < len(reading.tokens) else ""
    return reading.tokens[hedge.first].norm in ("may", "might", "could") and following == "have"


def _opposites(
    pairing: Pairing, sorts_a: dict[int, set[str]], sorts_b: dict[int, set[str]], result: Matches
) -> None:
    a, b = pairing.a, pairing.b
    left = [i for i, key in enumerate(a.keys) if has_opposite(key) and "denied" not in sorts_a.get(i, ())]
    right = [j for j, key in enumerate(b.keys) if has_opposite(key) and "denied" not in sorts_b.get(j, ())]
    for i in left:
        for j in right:
            key_a, key_b = a.keys[i], b.keys[j]
            if "back" in (a.tokens[i].norm, b.tokens[j].norm):
                # An adverb, or a part of the body, more often than a verb.
                continue
            if not opposite(key_a, key_b) or tells_one_exchange(pairing, i, j):
                continue
            gap = pairing.same_gap(i, j)
            single = gap == 3 and len(pairing.gaps[pairing.gap_of_a[i]].a) <= 3
            if not a.tokens[i].content and not single:
                continue
            if (key_a in b.content or key_b in a.content) and not single:
                continue
            context = pairing.context((i, i), (j, j), 4)
            led = [
                tuple(token.norm for token in reading.tokens[max(0, index - 2) : index])
                for reading, index in ((a, i), (b, j))
            ]
            alike = led[0] == led[1] and len(led[0]) == 2
            if gap < 2 and context < (1 if alike else 2):
                continue
            spans = ((a.tokens[i].start, a.tokens[i].end), (b.tokens[j].start, b.tokens[j].end))
            if key_a.endswith("-hand"):
                result.findings.append(Finding("place", "major", *spans, "the other side", True))
            elif {i + 1, i + 2} & a.timed and {j + 1, j + 2} & b.timed:
                result.findings.append(Finding("time", "major", *spans, "the opposite"))
            else:
                result.findings.append(Finding("event", "major", *spans, "the opposite"))
            result.explain(range(i, i + 1), range(j, j + 1))
            break

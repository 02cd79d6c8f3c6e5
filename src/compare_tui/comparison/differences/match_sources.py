"""Sources of two linked passages, set against each other: who says it."""

from __future__ import annotations

from collections.abc import Callable

from compare_tui.comparison.differences.attributions import Attribution
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.names import TITLES, Name
from compare_tui.comparison.differences.occasions import compare_anonymity, compare_occasions
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.source_bearers import (
    keys_of,
    named_in_one,
    names_of,
    people_of,
    role_of,
    same_bearer,
    same_source,
    source_end,
)
from compare_tui.comparison.differences.source_phrases import apposition_end
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.differences.words import senses
from compare_tui.comparison.model import Kind, Severity

Known = Callable[[str], bool]
_NEUTRAL = frozenset(map(stem, ("say", "tell", "add", "state", "note", "announce", "write", "tweet")))
_LOADED = frozenset(
    map(
        stem,
        (
            "admit",
            "acknowledge",
            "concede",
            "claim",
            "allege",
            "insist",
            "deny",
            "boast",
            "maintain",
            "believe",
        ),
    )
)
_DOUBTING = frozenset(map(stem, ("believe", "suspect", "think", "fear")))
_FACTIVE = frozenset(
    map(stem, ("confirm", "reveal", "announce", "acknowledge", "admit", "show", "find", "disclose"))
)
_CLAIM_HEARD = 0.4
"""Share of a claim's words that the other passage has where it states the same as a fact."""
_SPEAKERS = word_set("spokesman spokeswoman spokesperson")
_BY_SEX = frozenset({"spokesman", "spokeswoman"})
_HEADS = _SPEAKERS | word_set(
    "chief executive director chairman chairwoman chair president head minister manager"
)
_OFFICES = word_set("minister president mayor governor chancellor premier king queen prince bishop pope")
_CLAUSE_ENDS = word_set("after before because as when while although though since until who which and but")


def match_sources(pairing: Pairing, in_a: Known, in_b: Known) -> Matches:
    """Compare who is given as the source: another one, an unnamed one, or none.

    Args:
        pairing: The linked passages.
        in_a: Tells whether a normalised word occurs anywhere in article A.
        in_b: Likewise for B.
    """
    result = Matches()
    left, right = pairing.a.attributions, pairing.b.attributions
    for source in left:
        result.explained_a.update(range(source.first, source.last + 1))
    for source in right:
        result.explained_b.update(range(source.first, source.last + 1))
    used_b: set[int] = set()
    rest_a: list[Attribution] = []
    for a in left:
        match = next(
            (j for j, b in enumerate(right) if j not in used_b and same_source(pairing.a, a, pairing.b, b)),
            None,
        )
        if match is None:
            rest_a.append(a)
            continue
        used_b.add(match)
        _name_added(pairing, a, right[match], result)
        _speaks_for_body(pairing, a, right[match], result)
        _spokesman(pairing, a, right[match], result)
        _two_speakers(pairing, a, right[match], result)
        _only_named(pairing, a, right[match], result, in_a, in_b)
        _manner(pairing, a, right[match], result)
        compare_occasions(pairing, a, right[match], result)
        compare_anonymity(pairing, a, right[match], result)
    rest_b = [b for j, b in enumerate(right) if j not in used_b]
    if pairing.sure and len(left) + len(right) == 1:
        _claimed(pairing, result)
    if rest_a and rest_b:
        for a, b in zip(rest_a, rest_b, strict=False):
            _another(pairing, a, b, result)
            compare_anonymity(pairing, a, b, result)
            if (a.verb in _DOUBTING) != (b.verb in _DOUBTING):
                _manner(pairing, a, b, result)
    elif rest_a and (pairing.sure or not right):
        _only_one([source for source in rest_a if _misses(pairing.a, source, pairing.b)], result, True)
    elif rest_b and (pairing.sure or not left):
        _only_one([source for source in rest_b if _misses(pairing.b, source, pairing.a)], result, False)
    return result


def _only_named(
    pairing: Pairing, a: Attribution, b: Attribution, result: Matches, in_a: Known, in_b: Known
) -> None:
    """Report a source that one side names and the other, which never names it, gives as "he" or "she"."""
    for of_a, reading, full, plain, held in (
        (True, pairing.a, a, b, in_b),
        (False, pairing.b, b, a, in_a),
    ):
        people = people_of(reading, full)
        if plain.standing != "pronoun" or len(people) != 1 or any(held(norm) for norm in people[0].norms):
            continue
        other = pairing.b if of_a else pairing.a
        own = (people[0].start, people[0].end)
        theirs = (other.tokens[plain.source_first].start, other.tokens[plain.source_last].end)
        reason = "named in {a} only" if of_a else "named in {b} only"
        result.findings.append(Finding("who", "minor", *((own, theirs) if of_a else (theirs, own)), reason))


def _manner(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where one side only says what the other admits, claims or insists on."""
    if "pronoun" in (a.standing, b.standing) and not pairing.confident:
        # "He" may be anybody.
        return
    if (a.verb in _NEUTRAL) == (b.verb in _NEUTRAL) or not {a.verb, b.verb} & (_LOADED | _DOUBTING):
        return
    spans = []
    for reading, source in ((pairing.a, a), (pairing.b, b)):
        verb = next(
            (token for token in reading.tokens[source.first : source.last + 1] if token.stem == source.verb),
            None,
        )
        if verb is None:
            return
        spans.append((verb.start, verb.end))
    doubting = bool({a.verb, b.verb} & _DOUBTING)
    kind: Kind = "certainty" if doubting else "attribution"
    reason = "believed on one side, said on the other" if doubting else "another reporting verb"
    result.findings.append(Finding(kind, "minor", spans[0], spans[1], reason))


def _name_added(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report the name of a source that only one side gives, the other its role."""
    if "pronoun" in (a.standing, b.standing) or "document" in (a.standing, b.standing):
        return
    name = named_in_one(pairing.a, a, pairing.b, b)
    if name is None:
        return
    result.explain(
        range(a.first, source_end(pairing.a, a) + 1),
        range(b.first, source_end(pairing.b, b) + 1),
    )
    of_a = any(name is own for own in pairing.a.names)
    full, plain, role = (pairing.a, pairing.b, b) if of_a else (pairing.b, pairing.a, a)
    own: tuple[int, int] = (name.start, name.end)
    other = (plain.tokens[role.source_first].start, plain.tokens[role.source_last].end)
    reason = "named in {a} only" if of_a else "named in {b} only"
    if full.tokens[name.first - 1].norm in TITLES:
        own = (full.tokens[name.title_first].start, name.end)
        reason = "a name in {a}, a role in {b}" if of_a else "a role in {a}, a name in {b}"
    result.findings.append(Finding("who", "minor", own if of_a else other, other if of_a else own, reason))


def _speaks_for_body(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where one side quotes a body and the other a person who leads it or works for it."""
    people = [people_of(pairing.a, a), people_of(pairing.b, b)]
    if not a.standing == b.standing == "named" or bool(people[0]) == bool(people[1]):
        return
    names_a, names_b = names_of(pairing.a, a), names_of(pairing.b, b)
    bodies = names_b if people[0] else names_a
    if any(one.category in ("organisation", "unknown") for one in bodies) and not any(
        same_bearer(x, y) for x in (people[0] or names_a) for y in (people[1] or names_b)
    ):
        named = ("{a}", "{b}") if people[0] else ("{b}", "{a}")
        reason = f"a person in {named[0]}, a body in {named[1]}"
        spans = (_source_span(pairing.a, a), _source_span(pairing.b, b))
        result.findings.append(Finding("attribution", "minor", *spans, reason))


def _spokesman(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where one side quotes a person and the other a spokesman for that person."""
    for of_a, (reading, source), (other, speaker) in (
        (False, (pairing.a, a), (pairing.b, b)),
        (True, (pairing.b, b), (pairing.a, a)),
    ):
        principal = _principal(other, speaker)
        words = reading.tokens[source.source_first : source_end(reading, source) + 1]
        if not principal or any(token.norm in _SPEAKERS for token in words):
            continue
        if not _is_person(reading, source, other, principal):
            continue
        last = source.source_last
        people = people_of(reading, source)
        if people and people[0].first > source.source_first and not _also_named(people[0], other):
            # The name itself may be spelled in another way, which is told on its own.
            last = people[0].first - 1
        own = (reading.tokens[source.source_first].start, reading.tokens[last].end)
        theirs = (other.tokens[speaker.source_first].start, other.tokens[speaker.source_last].end)
        spans = (theirs, own) if of_a else (own, theirs)
        reason = f"a spokesman in {'{a}' if of_a else '{b}'}"
        result.findings.append(Finding("attribution", "minor", *spans, reason))
        return


def _two_speakers(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where a man speaks for somebody on one side and a woman on the other."""
    said = [
        {token.norm for token in reading.tokens[source.source_first : source.source_last + 1]} & _BY_SEX
        for reading, source in ((pairing.a, a), (pairing.b, b))
    ]
    if len(said[0]) == len(said[1]) == 1 and said[0] != said[1]:
        spans = (_source_span(pairing.a, a), _source_span(pairing.b, b))
        result.findings.append(Finding("attribution", "minor", *spans, "another speaker"))


def _principal(reading: Reading, source: Attribution) -> range:
    """Return the tokens that tell whom a spokesman speaks for; empty for any other source."""
    for index in range(source.source_first, min(source.source_first + 3, source.source_last)):
        if reading.tokens[index].norm in _SPEAKERS and reading.tokens[index + 1].norm in ("for", "of"):
            return range(index + 2, source.source_last + 1)
    return range(0)


def _is_person(reading: Reading, source: Attribution, other: Reading, principal: range) -> bool:
    """Tell whether a source is the very person whom the tokens of the other passage name."""
    named = [name for name in other.names if name.category == "person" and name.first in principal]
    people = people_of(reading, source)
    if named and people:
        return any(same_bearer(x, y) for x in people for y in named)
    role = {other.keys[index] for index in principal if other.tokens[index].content}
    if people:
        return bool(role) and role <= role_of(reading, source, people[0])
    office = reading.tokens[source.source_last].norm in _OFFICES
    return office and role == keys_of(reading, source.source_first, source.source_last)


def _also_named(name: Name, other: Reading) -> bool:
    return any(name.norms == found.norms for found in other.names)


def _source_span(reading: Reading, source: Attribution) -> tuple[int, int]:
    """Return the characters of the source, an apposition behind it included."""
    return reading.tokens[source.source_first].start, reading.tokens[source_end(reading, source)].end


def _described(reading: Reading, source: Attribution) -> bool:
    """Tell whether the source is only described ("the company"), so that it may be anybody named before."""
    words = [
        token
        for token in reading.tokens[source.source_first : source.source_last + 1]
        if token.kind == "word"
    ]
    plain = not any(token.capital and not token.initial for token in words)
    return plain and len(words) == 2 and words[0].norm in ("the", "its", "his", "her", "their")


def _another(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    spans = (_source_span(pairing.a, a), _source_span(pairing.b, b))
    result.explain(
        range(a.first, apposition_end(pairing.a.tokens, a.source_last) + 1),
        range(b.first, apposition_end(pairing.b.tokens, b.source_last) + 1),
    )
    described = [_described(pairing.a, a), _described(pairing.b, b)]
    if a.standing == b.standing == "named" and described[0] != described[1]:
        named = ("{b}", "{a}") if described[0] else ("{a}", "{b}")
        reason = f"a name in {named[0]}, a description in {named[1]}"
        result.findings.append(Finding("attribution", "minor", *spans, reason))
    elif a.standing == b.standing == "named":
        people = [bool(people_of(pairing.a, a)), bool(people_of(pairing.b, b))]
        heads = [_heads(pairing.a, a), _heads(pairing.b, b)]
        if people[0] != people[1] and heads[people.index(True)]:
            # Who heads a body speaks for it; whether it is this one the words do not tell.
            named = ("{a}", "{b}") if people[0] else ("{b}", "{a}")
            reason = f"a person in {named[0]}, a body in {named[1]}"
            result.findings.append(Finding("attribution", "minor", *spans, reason))
            return
        result.findings.append(Finding("attribution", "major", *spans, "another source"))
    elif a.standing == b.standing == "unnamed":
        result.findings.append(Finding("attribution", "minor", *spans, "another unnamed source"))
    elif "unnamed" not in (a.standing, b.standing):
        result.findings.append(Finding("attribution", "minor", *spans, "another source"))
    else:
        side = "{a}" if a.standing == "unnamed" else "{b}"
        result.findings.append(Finding("attribution", "minor", *spans, f"unnamed source in {side}"))


def _heads(reading: Reading, source: Attribution) -> bool:
    """Tell whether a source is somebody who heads or speaks for a body."""
    words = reading.tokens[source.source_first : source_end(reading, source) + 1]
    return any(token.norm in _HEADS for token in words)


def _claimed(pairing: Pairing, result: Matches) -> None:
    """Report where one side only says of somebody what the other has them say: "the firm said it will"."""
    of_a = bool(pairing.a.attributions)
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    source = reading.attributions[0]
    if source.verb in _FACTIVE:
        return
    people = people_of(reading, source)
    same = any(same_bearer(name, known) for name in people for known in other.names)
    if source.standing not in ("named", "unnamed") or not (
        same or (source.keys and source.keys <= other.content)
    ):
        return
    claim = _claim(reading, source) or [
        index for index in range(source.first) if reading.tokens[index].content
    ]
    heard = sum(bool(senses(reading.keys[index]) & other.senses) for index in claim)
    if other.quotations or not claim or heard < _CLAIM_HEARD * len(claim):
        return
    span = (source.start, source.end)
    only_a, only_b = (span, None) if of_a else (None, span)
    reason = "a claim in {a}, a fact in {b}" if of_a else "a fact in {a}, a claim in {b}"
    result.findings.append(Finding("certainty", "minor", only_a, only_b, reason))


def _misses(reading: Reading, source: Attribution, other: Reading) -> bool:
    """Tell whether the other passage says what a source says here, and leaves the source out."""
    if source.keys and source.keys <= other.content:
        return False
    bearers = [
        *people_of(reading, source),
        *(
            name
            for name in names_of(reading, source)
            if name.category == "organisation" or len(name.norms) > 2
        ),
    ]
    if any(same_bearer(name, known) for name in bearers for known in other.names):
        return False
    if not _claim(reading, source):
        return True
    behind = range(source.last + 1, len(reading.tokens))
    return any(reading.tokens[n].content and senses(reading.keys[n]) & other.senses for n in behind)


def _claim(reading: Reading, source: Attribution) -> list[int]:
    """Return the content words of the clause that a source is given for, where it stands behind the verb."""
    claim: list[int] = []
    for index in range(source.last + 1, len(reading.tokens)):
        token = reading.tokens[index]
        if token.norm == "that" and index == source.last + 1:
            continue
        if token.kind == "mark" or token.norm in _CLAUSE_ENDS:
            break
        if token.content:
            claim.append(index)
    return claim


def _only_one(sources: list[Attribution], result: Matches, of_a: bool) -> None:
    for source in sources[:1]:
        span = (source.start, source.end)
        severity: Severity = "major" if source.standing == "named" else "minor"
        reason = f"only {'{a}' if of_a else '{b}'} names the source"
        if source.standing != "named":
            reason = f"only {'{a}' if of_a else '{b}'} gives a source"
        only_a, only_b = (span, None) if of_a else (None, span)
        result.findings.append(Finding("attribution", severity, only_a, only_b, reason))

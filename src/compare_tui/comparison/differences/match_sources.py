"""Sources of two linked passages, set against each other: who says it."""

from __future__ import annotations

from collections.abc import Callable

from compare_tui.comparison.differences.attributions import Attribution
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.match_numbers import Matches
from compare_tui.comparison.differences.name_matching import match_names
from compare_tui.comparison.differences.names import TITLES, Name
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.source_phrases import apposition_end
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.differences.words import all_senses, senses
from compare_tui.comparison.model import Kind, Severity

Known = Callable[[str], bool]
_SEATS = {
    "kremlin": "@russia",
    "moscow": "@russia",
    "washington": "@us",
    "pentagon": "@us",
    "beijing": "@china",
    "london": "@britain",
    "paris": "@france",
    "berlin": "@germany",
    "kyiv": "@ukraine",
    "tehran": "@iran",
}
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
_OFFICES = word_set("minister president mayor governor chancellor premier king queen prince bishop pope")
_CLAUSE_ENDS = word_set("after before because as when while although though since until who which and but")
_GOVERNMENT = word_set("ministry minister government president kremlin embassy army cabinet diplomat")


def _last(reading: Reading, source: Attribution) -> int:
    """Return the last token of a source, an apposition behind it included."""
    return apposition_end(reading.tokens, source.source_last)


def _names(reading: Reading, source: Attribution) -> list[Name]:
    last = _last(reading, source)
    return [name for name in reading.names if source.source_first <= name.first <= last]


def _people(reading: Reading, source: Attribution) -> list[Name]:
    """Return the people that a source names; in an apposition only where nobody is named before it."""
    people = [name for name in _names(reading, source) if name.category == "person"]
    return [name for name in people if name.first <= source.source_last] or people


def _keys(reading: Reading, first: int, last: int) -> set[str]:
    """Return the keys of the content words of a stretch; a seat of government speaks for its country."""
    found = {reading.keys[index] for index in range(first, last + 1) if reading.tokens[index].content}
    return {_SEATS.get(key, key) for key in found}


def _written(reading: Reading, source: Attribution) -> str:
    """Return the content words of a source without blanks and hyphens: "coast guard" is "coastguard"."""
    part = reading.tokens[source.source_first : source.source_last + 1]
    return "".join(token.norm.replace("-", "") for token in part if token.content)


def _role_of(reading: Reading, source: Attribution, name: Name) -> set[str]:
    """Return the keys that tell what a named source is: its titles and the apposition beside the name."""
    around = [*range(source.source_first, name.first), *range(name.last + 1, _last(reading, source) + 1)]
    return {reading.keys[index] for index in around if reading.tokens[index].content}


def same_source(a_reading: Reading, a: Attribution, b_reading: Reading, b: Attribution) -> bool:
    """Tell whether two attributions can name the same source; a pronoun can be anybody."""
    if "pronoun" in (a.standing, b.standing) or "document" in (a.standing, b.standing):
        return True
    if _written(a_reading, a) == _written(b_reading, b):
        return True
    names_a, names_b = _names(a_reading, a), _names(b_reading, b)
    people_a, people_b = _people(a_reading, a), _people(b_reading, b)
    if people_a and people_b:
        return any(_same_bearer(x, y) for x in people_a for y in people_b)
    if named_in_one(a_reading, a, b_reading, b) is not None:
        return True
    own_a = [name for name in names_a if name.first <= a.source_last]
    own_b = [name for name in names_b if name.first <= b.source_last]
    if any(_same_bearer(x, y) for x in own_a for y in own_b):
        return True
    several = [[name for name in names if len(name.norms) > 1] for names in (own_a, own_b)]
    if several[0] and several[1] and {name.category for side in several for name in side} == {"person"}:
        return False
    keys_a = {_SEATS.get(key, key) for key in a.keys}
    keys_b = {_SEATS.get(key, key) for key in b.keys}
    for one, other in ((keys_a, keys_b), (keys_b, keys_a)):
        countries = {key for key in other if key[:1] == "@"}
        # A country speaks through its ministry; only another country contradicts it.
        if len(one) == 1 and min(one)[:1] == "@" and other & _GOVERNMENT and countries <= one:
            return True
    return bool(all_senses(keys_a) & all_senses(keys_b))


def _same_bearer(x: Name, y: Name) -> bool:
    match = match_names(x, y)
    return match is not None and match.how != "first"


def named_in_one(a_reading: Reading, a: Attribution, b_reading: Reading, b: Attribution) -> Name | None:
    """Return the name of a source that one side names and the other gives by the same role alone."""
    for plain, plain_in, full, full_in in ((a, a_reading, b, b_reading), (b, b_reading, a, a_reading)):
        people = _people(full_in, full)
        if len(people) != 1 or _people(plain_in, plain) or plain.standing == "unnamed":
            continue
        role = _keys(plain_in, plain.source_first, plain.source_last)
        # A town or a country alone is no role.
        places = {
            plain_in.keys[index]
            for name in plain_in.names
            if name.category == "place"
            for index in name.parts
        }
        if role - places and role <= _role_of(full_in, full, people[0]):
            return people[0]
    return None


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
        _spokesman(pairing, a, right[match], result)
        _only_named(pairing, a, right[match], result, in_a, in_b)
        _manner(pairing, a, right[match], result)
    rest_b = [b for j, b in enumerate(right) if j not in used_b]
    if pairing.sure and len(left) + len(right) == 1:
        _claimed(pairing, result)
    if rest_a and rest_b:
        for a, b in zip(rest_a, rest_b, strict=False):
            _another(pairing, a, b, result)
    elif rest_a and not right:
        _only_one([source for source in rest_a if _misses(pairing.a, source, pairing.b)], result, True)
    elif rest_b and not left:
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
        people = _people(reading, full)
        if plain.standing != "pronoun" or len(people) != 1 or any(held(norm) for norm in people[0].norms):
            continue
        other = pairing.b if of_a else pairing.a
        own = (people[0].start, people[0].end)
        theirs = (other.tokens[plain.source_first].start, other.tokens[plain.source_last].end)
        reason = "named in {a} only" if of_a else "named in {b} only"
        result.findings.append(Finding("who", "minor", *((own, theirs) if of_a else (theirs, own)), reason))


def _manner(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where one side only says what the other admits, claims or insists on."""
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
        range(a.first, _last(pairing.a, a) + 1),
        range(b.first, _last(pairing.b, b) + 1),
    )
    of_a = any(name is own for own in pairing.a.names)
    full, plain, role = (pairing.a, pairing.b, b) if of_a else (pairing.b, pairing.a, a)
    own: tuple[int, int] = (name.start, name.end)
    other: tuple[int, int] | None = None
    reason = "named in {a} only" if of_a else "named in {b} only"
    if full.tokens[name.first - 1].norm in TITLES:
        # "Judge Hall" and "the judge" face each other; "Ida Hall, the judge" only adds the name.
        own = (full.tokens[name.title_first].start, name.end)
        other = (plain.tokens[role.source_first].start, plain.tokens[role.source_last].end)
        reason = "a name in {a}, a role in {b}" if of_a else "a role in {a}, a name in {b}"
    result.findings.append(Finding("who", "minor", own if of_a else other, other if of_a else own, reason))


def _spokesman(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where one side quotes a person and the other a spokesman for that person."""
    for of_a, (reading, source), (other, speaker) in (
        (False, (pairing.a, a), (pairing.b, b)),
        (True, (pairing.b, b), (pairing.a, a)),
    ):
        principal = _principal(other, speaker)
        words = reading.tokens[source.source_first : _last(reading, source) + 1]
        if not principal or any(token.norm in _SPEAKERS for token in words):
            continue
        if not _is_person(reading, source, other, principal):
            continue
        last = source.source_last
        people = _people(reading, source)
        if people and people[0].first > source.source_first and not _also_named(people[0], other):
            # The name itself may be spelled in another way, which is told on its own.
            last = people[0].first - 1
        own = (reading.tokens[source.source_first].start, reading.tokens[last].end)
        theirs = (other.tokens[speaker.source_first].start, other.tokens[speaker.source_last].end)
        spans = (theirs, own) if of_a else (own, theirs)
        reason = f"a spokesman in {'{a}' if of_a else '{b}'}"
        result.findings.append(Finding("attribution", "minor", *spans, reason))
        return


def _principal(reading: Reading, source: Attribution) -> range:
    """Return the tokens that tell whom a spokesman speaks for; empty for any other source."""
    for index in range(source.source_first, min(source.source_first + 3, source.source_last)):
        if reading.tokens[index].norm in _SPEAKERS and reading.tokens[index + 1].norm in ("for", "of"):
            return range(index + 2, source.source_last + 1)
    return range(0)


def _is_person(reading: Reading, source: Attribution, other: Reading, principal: range) -> bool:
    """Tell whether a source is the very person whom the tokens of the other passage name."""
    named = [name for name in other.names if name.category == "person" and name.first in principal]
    people = _people(reading, source)
    if named and people:
        return any(_same_bearer(x, y) for x in people for y in named)
    role = {other.keys[index] for index in principal if other.tokens[index].content}
    if people:
        return bool(role) and role <= _role_of(reading, source, people[0])
    office = reading.tokens[source.source_last].norm in _OFFICES
    return office and role == _keys(reading, source.source_first, source.source_last)


def _also_named(name: Name, other: Reading) -> bool:
    return any(name.norms == found.norms for found in other.names)


def _source_span(reading: Reading, source: Attribution) -> tuple[int, int]:
    """Return the characters of the source, an apposition behind it included."""
    return reading.tokens[source.source_first].start, reading.tokens[_last(reading, source)].end


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
        result.findings.append(Finding("attribution", "major", *spans, "another source"))
    elif a.standing == b.standing:
        result.findings.append(Finding("attribution", "minor", *spans, "another unnamed source"))
    else:
        side = "{a}" if a.standing == "unnamed" else "{b}"
        result.findings.append(Finding("attribution", "minor", *spans, f"unnamed source in {side}"))


def _claimed(pairing: Pairing, result: Matches) -> None:
    """Report where one side only says of somebody what the other has them say: "the firm said it will"."""
    of_a = bool(pairing.a.attributions)
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    source = reading.attributions[0]
    if source.verb in _FACTIVE:
        return
    people = _people(reading, source)
    same = any(_same_bearer(name, known) for name in people for known in other.names)
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
    if source.keys <= other.content:
        return False
    bearers = [
        *_people(reading, source),
        *(name for name in _names(reading, source) if name.category == "organisation" or len(name.norms) > 2),
    ]
    if any(_same_bearer(name, known) for name in bearers for known in other.names):
        return False
    claim = _claim(reading, source)
    return not claim or any(senses(reading.keys[index]) & other.senses for index in claim)


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
        if source.standing == "pronoun":
            continue
        span = (source.start, source.end)
        severity: Severity = "major" if source.standing == "named" else "minor"
        reason = f"only {'{a}' if of_a else '{b}'} names the source"
        if source.standing != "named":
            reason = f"only {'{a}' if of_a else '{b}'} gives a source"
        only_a, only_b = (span, None) if of_a else (None, span)
        result.findings.append(Finding("attribution", severity, only_a, only_b, reason))

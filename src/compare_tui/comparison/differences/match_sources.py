"""Sources of two linked passages, set against each other: who says it."""

from __future__ import annotations

from compare_tui.comparison.differences.attributions import Attribution, apposition_end
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.match_numbers import Matches
from compare_tui.comparison.differences.name_matching import match_names
from compare_tui.comparison.differences.names import Name
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.words import all_senses
from compare_tui.comparison.model import Severity

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
_GOVERNMENT = word_set("ministry minister government president kremlin embassy army cabinet diplomat")


def _names(reading: Reading, source: Attribution) -> list[Name]:
    return [name for name in reading.names if source.source_first <= name.first <= source.source_last]


def same_source(a_reading: Reading, a: Attribution, b_reading: Reading, b: Attribution) -> bool:
    """Tell whether two attributions can name the same source; a pronoun can be anybody."""
    if "pronoun" in (a.standing, b.standing) or "document" in (a.standing, b.standing):
        return True
    names_a, names_b = _names(a_reading, a), _names(b_reading, b)
    if any((found := match_names(x, y)) and found.how != "first" for x in names_a for y in names_b):
        return True
    people = [
        [name for name in names if name.category == "person" or len(name.norms) > 1]
        for names in (names_a, names_b)
    ]
    if people[0] and people[1] and {name.category for side in people for name in side} == {"person"}:
        return False
    keys_a = {_SEATS.get(key, key) for key in a.keys}
    keys_b = {_SEATS.get(key, key) for key in b.keys}
    for one, other in ((keys_a, keys_b), (keys_b, keys_a)):
        countries = {key for key in other if key[:1] == "@"}
        # A country speaks through its ministry; only another country contradicts it.
        if len(one) == 1 and min(one)[:1] == "@" and other & _GOVERNMENT and countries <= one:
            return True
    return bool(all_senses(keys_a) & all_senses(keys_b))


def match_sources(pairing: Pairing) -> Matches:
    """Compare who is given as the source: another one, an unnamed one, or none."""
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
        else:
            used_b.add(match)
    rest_b = [b for j, b in enumerate(right) if j not in used_b]
    if rest_a and rest_b:
        for a, b in zip(rest_a, rest_b, strict=False):
            _another(pairing, a, b, result)
    elif rest_a and not right:
        _only_one([source for source in rest_a if not source.keys <= pairing.b.content], result, True)
    elif rest_b and not left:
        _only_one([source for source in rest_b if not source.keys <= pairing.a.content], result, False)
    return result


def _source_span(reading: Reading, source: Attribution) -> tuple[int, int]:
    """Return the characters of the source, an apposition behind it included."""
    last = apposition_end(reading.tokens, source.source_last)
    return reading.tokens[source.source_first].start, reading.tokens[last].end


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


def _only_one(sources: list[Attribution], result: Matches, of_a: bool) -> None:
    for source in sources[:1]:
        if source.standing in ("pronoun", "document"):
            continue
        span = (source.start, source.end)
        severity: Severity = "major" if source.standing == "named" else "minor"
        reason = f"only {'{a}' if of_a else '{b}'} names the source"
        if source.standing == "unnamed":
            reason = f"only {'{a}' if of_a else '{b}'} gives a source"
        only_a, only_b = (span, None) if of_a else (None, span)
        result.findings.append(Finding("attribution", severity, only_a, only_b, reason))

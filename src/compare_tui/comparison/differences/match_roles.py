"""People whom one passage names and the other describes, and people described as two different things."""

from __future__ import annotations

from collections.abc import Callable

from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.names import Name
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.roles import VAGUE_PEOPLE, is_role
from compare_tui.comparison.differences.source_bearers import same_bearer
from compare_tui.comparison.differences.words import senses

Known = Callable[[str], bool]
_BEFORE_ROLE = 3
_KIN = tuple(
    (frozenset(old.split()), frozenset(young.split()))
    for old, young in (
        ("father mother parent", "son daughter child baby toddler teenager"),
        ("husband", "wife widow"),
        ("uncle aunt", "nephew niece"),
        ("grandmother grandfather", "grandson granddaughter grandchild"),
        ("brother sister", "brother sister"),
    )
)


_RANKS = tuple(
    frozenset(group.split())
    for group in (
        "ambassador consul counsellor counselor attache secretary",
        "constable sergeant inspector superintendent lieutenant captain major colonel brigadier admiral",
        "chairman president treasurer secretary",
        "mayor governor minister senator congressman congresswoman councillor",
        "professor lecturer dean rector",
        "judge prosecutor",
    )
)
"""Offices of one kind, of which a person seldom holds two at a time."""

_RANK_WITHIN = 7


def match_roles(pairing: Pairing, in_a: Known, in_b: Known, explained: tuple[set[int], set[int]]) -> Matches:
    """Report a person whom only one article names, and a person whom the two call different things.

    Both need a sure link in which one person, and no other, is left to be the other side's.

    Args:
        pairing: The linked passages.
        in_a: Tells whether a normalised word occurs anywhere in article A.
        in_b: Likewise for B.
        explained: Tokens of A and of B that a finding or an agreement accounts for.
    """
    result = Matches()
    if not pairing.sure:
        return result
    _compare_ranks(pairing, result)
    roles_a = _roles(pairing.a, pairing.b, explained[0])
    roles_b = _roles(pairing.b, pairing.a, explained[1])
    names_a = _strangers(pairing.a, explained[0], in_b)
    names_b = _strangers(pairing.b, explained[1], in_a)
    if (
        len(names_a) == 1
        and len(roles_b) == 1
        and not names_b
        and _near(pairing, names_a[0], roles_b[0], True)
    ):
        _named(pairing, names_a[0], roles_b[0], result, True)
    elif (
        len(names_b) == 1
        and len(roles_a) == 1
        and not names_a
        and _near(pairing, names_b[0], roles_a[0], False)
    ):
        _named(pairing, names_b[0], roles_a[0], result, False)
    elif len(roles_a) == len(roles_b) == 1 and _may_face(pairing, roles_a[0], roles_b[0]):
        _another_role(pairing, roles_a[0], roles_b[0], result)
    return result


def _compare_ranks(pairing: Pairing, result: Matches) -> None:
    """Report a person to whom the two passages give different offices of one kind."""
    for x in pairing.a.names:
        for y in pairing.b.names:
            if x.category != "person" or y.category != "person" or not same_bearer(x, y):
                continue
            ranks_a, ranks_b = _ranks(pairing.a, x), _ranks(pairing.b, y)
            words_a, words_b = (
                {pairing.a.tokens[n].norm for n in ranks_a},
                {pairing.b.tokens[n].norm for n in ranks_b},
            )
            if len(words_a) != 1 or len(words_b) != 1 or words_a == words_b:
                continue
            if senses(pairing.a.keys[ranks_a[0]]) & senses(pairing.b.keys[ranks_b[0]]):
                continue
            if any(words_a <= group and words_b <= group for group in _RANKS):
                _another_role(pairing, ranks_a[0], ranks_b[0], result)


def _ranks(reading: Reading, name: Name) -> list[int]:
    """Return the offices that stand directly before a name or in the part behind it."""
    tokens = reading.tokens
    before = range(max(0, name.first - _BEFORE_ROLE), name.first)
    behind: list[int] = []
    for index in range(name.last + 1, min(len(tokens), name.last + _RANK_WITHIN)):
        token = tokens[index]
        if index == name.last + 1 and token.norm != ",":
            break
        if (
            token.kind == "word"
            and not token.content
            and token.norm not in ("a", "an", "the", "its", "their")
        ):
            break
        behind.append(index)
    return [n for n in (*before, *behind) if any(tokens[n].norm in group for group in _RANKS)]


def _roles(reading: Reading, other: Reading, explained: set[int]) -> list[int]:
    """Return the nouns for people that stand for themselves and that the other passage does not use."""
    beside = {index for name in reading.names for index in range(name.title_first - 1, name.last + 2)}
    return [
        index
        for index in reading.words
        if (is_role(reading.tokens[index]) or reading.tokens[index].norm in VAGUE_PEOPLE)
        and index not in beside
        and not reading.tokens[index].possessive
        and index not in explained
        and reading.tokens[index].quotation < 0
        and senses(reading.keys[index]).isdisjoint(other.senses)
        and not (reading.tokens[index].norm == "official" and _describes(reading, index))
    ]


def _describes(reading: Reading, index: int) -> bool:
    """Tell whether a word describes the noun behind it: "official policies"."""
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    return following is not None and following.kind == "word" and following.content


def _strangers(reading: Reading, explained: set[int], held: Known) -> list[Name]:
    """Return the people whom the other article never names."""
    return [
        name
        for name in reading.names
        if name.category == "person"
        and name.first not in explained
        and not any(held(norm) for norm in name.norms)
        and reading.tokens[name.first].quotation < 0
    ]


def _near(pairing: Pairing, name: Name, role: int, of_a: bool) -> bool:
    """Tell whether a name and a role stand in comparable places: both in front, or among the same words."""
    if name.title_first <= _BEFORE_ROLE and role <= _BEFORE_ROLE:
        return True
    own, other = (name.title_first, name.last), (role, role)
    return bool(pairing.context(*((own, other) if of_a else (other, own)), 4))


def _may_face(pairing: Pairing, a: int, b: int) -> bool:
    """Tell whether two nouns can describe one person; "a man" says too little unless a sentence opens so."""
    kin = (pairing.a.tokens[a].norm, pairing.b.tokens[b].norm)
    if any((kin[0] in old and kin[1] in young) or (kin[1] in old and kin[0] in young) for old, young in _KIN):
        # "Her father" and "the daughter" tell of one tie from its two ends.
        return False
    return all(
        reading.tokens[noun].norm not in VAGUE_PEOPLE or noun < _BEFORE_ROLE
        for reading, noun in ((pairing.a, a), (pairing.b, b))
    )


def _phrase(reading: Reading, noun: int) -> tuple[int, int]:
    """Return the first and last token of the noun phrase that ends with a role."""
    first = noun
    while first and noun - first < _BEFORE_ROLE:
        before = reading.tokens[first - 1]
        if before.kind != "word":
            break
        if not before.content:
            first -= before.norm in ("a", "an", "the", "his", "her", "its", "their")
            break
        first -= 1
    return first, noun


def _named(pairing: Pairing, name: Name, role: int, result: Matches, of_a: bool) -> None:
    other = pairing.b if of_a else pairing.a
    first, last = _phrase(other, role)
    own = (name.start, name.end)
    theirs = (other.tokens[first].start, other.tokens[last].end)
    reason = "a name in {a}, a role in {b}" if of_a else "a role in {a}, a name in {b}"
    result.findings.append(Finding("who", "minor", *((own, theirs) if of_a else (theirs, own)), reason, True))
    ranges = (range(name.title_first, name.last + 1), range(first, last + 1))
    result.explain(*(ranges if of_a else ranges[::-1]))


def _another_role(pairing: Pairing, a: int, b: int, result: Matches) -> None:
    first_a, first_b = _phrase(pairing.a, a)[0], _phrase(pairing.b, b)[0]
    spans = (
        (pairing.a.tokens[first_a].start, pairing.a.tokens[a].end),
        (pairing.b.tokens[first_b].start, pairing.b.tokens[b].end),
    )
    result.findings.append(Finding("who", "minor", *spans, "described as something else", True))
    result.explain(range(first_a, a + 1), range(first_b, b + 1))

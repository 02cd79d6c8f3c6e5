"""Who or what one passage names and the other gives by a noun alone: "Hassan Djimet, a guard", "a guard"."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.names import Name
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.tokens import Token
from compare_tui.comparison.differences.words import senses
from compare_tui.comparison.model import Kind

Known = Callable[[str], bool]
_DETERMINERS = word_set("a an the his her its their whose another one")
_OWNING = word_set("his her its their whose our my")
_APPOSED = word_set("a an the his her its their")
_LONGEST_APPOSITION = 5
_LONGEST_PHRASE = 3


def match_bare_nouns(
    pairing: Pairing, in_a: Known, in_b: Known, explained: tuple[Set[int], Set[int]]
) -> Matches:
    """Report a name beside a noun for which the other passage, in an article without it, has the noun alone.

    Args:
        pairing: The linked passages; only a sure link is searched.
        in_a: Tells whether a normalised word occurs anywhere in article A.
        in_b: Likewise for B.
        explained: Tokens of A and of B that a finding or an agreement accounts for.
    """
    result = Matches()
    if not pairing.sure:
        return result
    for of_a, reading, other, held, own, theirs in (
        (True, pairing.a, pairing.b, in_b, explained[0], explained[1]),
        (False, pairing.b, pairing.a, in_a, explained[1], explained[0]),
    ):
        for name in reading.names:
            joined = len(name.norms) > 1 and held(name.norms[-1])
            foreign = not any(held(norm) for norm in (name.norms[:-1] if joined else name.norms))
            counted = not reading.within_values.isdisjoint(range(name.first - 1, name.last + 1))
            adjective = reading.tokens[name.last].norm.endswith("-based")
            if not foreign or counted or adjective or name.canonical or name.category == "code":
                continue
            if not (own - _beside_sources(reading)).isdisjoint(name.parts):
                continue
            noun = name.last if joined else _noun_beside(reading, name)
            phrase = None if noun is None else _alone(other, reading, noun, theirs)
            if phrase is None:
                continue
            first, last = phrase
            span = (other.tokens[first].start, other.tokens[last].end)
            spans = ((name.start, name.end), span) if of_a else (span, (name.start, name.end))
            reason = "named in {a} only" if of_a else "named in {b} only"
            kind: Kind = "place" if name.category == "place" else "who"
            result.findings.append(Finding(kind, "minor", *spans, reason, True))
            ranges = (range(name.first, name.last + 1), range(last, last + 1))
            result.explain(*(ranges if of_a else ranges[::-1]))
            break
    return result


def _beside_sources(reading: Reading) -> set[int]:
    """Return the tokens between sources and their verbs: what is set off there is no part of a source."""
    return {
        index
        for one in reading.attributions
        for index in range(one.first, one.last + 1)
        if not one.source_first <= index <= one.source_last
    }


def _noun_beside(reading: Reading, name: Name) -> int | None:
    """Return the noun that tells what a name names: "Mine" of "Nkolonga Mine", "guard" of ", a guard,"."""
    tokens = reading.tokens
    before, behind = name.first - 1, name.last + 1
    owned = before > 0 and tokens[before - 1].norm in _OWNING
    if owned and _plain_noun(tokens, before) and not tokens[before].capital:
        return before
    if behind >= len(tokens):
        return None
    if _plain_noun(tokens, behind) and tokens[behind].capital:
        return behind
    if tokens[behind].norm != "," or behind + 1 >= len(tokens) or tokens[behind + 1].norm not in _APPOSED:
        return None
    noun = None
    for index in range(behind + 2, min(len(tokens), behind + 2 + _LONGEST_APPOSITION)):
        if not tokens[index].content:
            break
        noun = index
    return noun


def _plain_noun(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].content and tokens[index].kind == "word"


def _alone(reading: Reading, other: Reading, noun: int, explained: Set[int]) -> tuple[int, int] | None:
    """Return the phrase of a passage that has the same noun and no name beside it; None unless it has one."""
    wanted = senses(other.keys[noun])
    named = {n for name in reading.names for n in range(name.title_first - 1, name.last + 2)}
    found = [
        index
        for index in reading.words
        if reading.tokens[index].content
        and reading.tokens[index].kind == "word"
        and index not in named
        and not senses(reading.keys[index]).isdisjoint(wanted)
    ]
    if len(found) != 1 or found[0] in explained:
        return None
    last = found[0]
    for first in range(last - 1, max(-1, last - 1 - _LONGEST_PHRASE), -1):
        token = reading.tokens[first]
        if token.norm in _DETERMINERS:
            return first, last
        if not token.content or token.kind == "mark" or first in named:
            return None
    return None

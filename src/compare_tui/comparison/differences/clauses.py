"""Whether words make up a clause: finite verbs, told by their form."""

from __future__ import annotations

from collections.abc import Sequence

from compare_tui.comparison.differences.lexicon import IRREGULAR_FORMS, word_set
from compare_tui.comparison.differences.reporting_verbs import SPEAKING
from compare_tui.comparison.differences.tokens import Token

_FINITE_VERBS = word_set(
    "is are was were am has have had do does did will would can could shall should may might must"
)
"""Auxiliary verbs that carry a clause."""
_NOUN_FORMS = word_set("men women children people persons lives feet wives troops police news series left")


def is_finite(token: Token) -> bool:
    """Tell whether a token is an auxiliary verb, and not a name such as May or Will."""
    return token.norm in _FINITE_VERBS and (token.initial or not token.capital)


def has_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a stretch holds a finite verb and so is a clause, as far as a word's form tells."""
    for index in range(first, last + 1):
        norm = tokens[index].norm
        if is_finite(tokens[index]) or norm in SPEAKING:
            return True
        if is_past_form(norm) and norm not in _NOUN_FORMS and index > first and tokens[index - 1].content:
            return True
    return False


def has_verb_form(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a stretch that follows "who" holds its verb: "lives across the street", "had seen it"."""
    return first <= last and (has_verb(tokens, first, last) or tokens[first].norm.endswith(("s", "ed")))


_NO_PAST = word_set(
    "need indeed hundred speed seed weed breed proceed exceed succeed bleed greed creed shed bed red"
)
"""Words in -ed that are no past form."""


def is_past_form(norm: str) -> bool:
    """Tell whether a word has the form of a past tense, or another irregular one: "scored", "won"."""
    if norm in _NO_PAST:
        return False
    return norm.endswith("ed") or IRREGULAR_FORMS.get(norm, norm) != norm

"""Which words around a reporting verb name its source."""

from __future__ import annotations

from collections.abc import Sequence

from compare_tui.comparison.differences.clauses import has_verb, has_verb_form, is_finite
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.reporting_verbs import ALSO_NOUNS, SPEAKING
from compare_tui.comparison.differences.times import MONTHS, WEEKDAYS
from compare_tui.comparison.differences.tokens import Token

_STOP_BEFORE = word_set(
    "that which when while as after before because but where if although though since and whom whose"
)
_TAIL_BREAK = frozenset({",", ".", ";", ":", "“", "”", '"', "—", "–", "(", ")", "!", "?", "…"})
_STOP_AFTER = word_set("in on at who that which after during when to as")
_LEADING = word_set("on in at but and also later that however meanwhile")
_APPOSITION = word_set("who which whose the a an one its his her their head chief director")
_RELATIVE = frozenset({"who", "which", "whose"})
ADVERBS = word_set("also both has have had later then earlier reportedly repeatedly previously already")
"""Words between a source and its verb: "has also said"."""
_NO_ADVERBS = word_set(
    "family assembly ally monopoly bully daily weekly monthly quarterly supply reply july italy"
)
OPEN_ADJECTIVES = word_set("close near next familiar due able likely ready similar according")
"""Adjectives whose phrase goes on behind them: "close to the board"."""


def is_break(token: Token) -> bool:
    """Tell whether a mark ends what belongs to a source."""
    return token.kind == "mark" and token.norm in _TAIL_BREAK


def phrase_before(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """Return first and last token of the noun phrase that ends at ``last``."""
    first = last + 1
    for index in range(last, max(-1, last - 15), -1):
        token = tokens[index]
        joins = (
            token.norm == "and"
            and index + (tokens[index + 1].norm == "the") < last
            and tokens[index + 1 + (tokens[index + 1].norm == "the")].capital
            and tokens[index - 1].capital
        )
        if token.norm == "who" and index and has_verb_form(tokens, index + 1, last):
            return phrase_before(tokens, index - 1)
        if token.norm == "who" and index and index + 1 < last and tokens[index + 1].content:
            # "Two women who live behind the mill told us."
            return phrase_before(tokens, index - 1)
        if token.norm == "who" and index < last:
            # "Who at a meeting stated": it stands for somebody named before.
            return index, index
        if is_break(token) or (token.norm in _STOP_BEFORE and not joins):
            break
        if token.norm in SPEAKING and token.norm not in ALSO_NOUNS:
            break
        first = index
    while first <= last and tokens[first].norm in _LEADING:
        first += 1
    return (first, last) if first <= last else None


def source_before(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Return the subject of a reporting verb; an apposition between commas is stepped over."""
    last = verb - 1
    while last >= 0 and (tokens[last].norm in ADVERBS or _manner(tokens, last)):
        last -= 1
    if last > 1 and tokens[last].norm == ")" and "(" in (tokens[last - 2].norm, tokens[last - 3].norm):
        # An abbreviation in brackets belongs to the name before it.
        opening = last - 2 if tokens[last - 2].norm == "(" else last - 3
        before = phrase_before(tokens, opening - 1)
        return (before[0], last) if before else None
    if last > 0 and tokens[last].norm == ",":
        comma = next(
            (index for index in range(last - 1, max(-1, last - 25), -1) if tokens[index].norm == ","), -1
        )
        if comma <= 0:
            return None
        before = phrase_before(tokens, comma - 1)
        aside = tokens[comma + 1]
        if aside.norm in _APPOSITION or aside.kind == "number" or _participle(aside):
            return before
        if before is None or not _opens(tokens, before[0]):
            return None
        if has_verb(tokens, *before) or has_verb(tokens, comma + 1, last - 1):
            return None
        return before[0], last - 1
    phrase = phrase_before(tokens, last)
    return (_named_before(tokens, phrase[0]), phrase[1]) if phrase else None


def _manner(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word between a source and its verb tells how it is said: "clearly says"."""
    norm = tokens[index].norm
    return norm.endswith("ly") and norm not in _NO_ADVERBS and not tokens[index].capital


def _participle(token: Token) -> bool:
    """Tell whether an aside begins with what the source does: "Hall, speaking in Oslo, said"."""
    return token.norm.endswith("ing") and not token.capital


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a sentence or a quotation begins or ends directly before a token."""
    return index == 0 or tokens[index].initial or tokens[index - 1].norm in ("”", '"', "»", "—", "–", ";")


def source_after(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Return the source that stands behind a reporting verb, first and last token."""
    first = verb + 1
    last = verb
    for index in range(first, min(len(tokens), first + 10)):
        token = tokens[index]
        if is_break(token) or is_finite(token):
            break
        if index > first and token.norm in _STOP_AFTER and tokens[index - 1].norm not in OPEN_ADJECTIVES:
            break
        last = index
    if last + 1 < len(tokens) and is_finite(tokens[last + 1]):
        # "said the ferry had sunk": what is reported, not who reports it.
        return None
    return (first, last) if last >= first else None


def apposition_end(tokens: Sequence[Token], last: int) -> int:
    """Return the last token of an apposition such as ", the captain of the team"; else ``last``."""
    if last + 2 >= len(tokens) or tokens[last + 1].norm != ",":
        return last
    if tokens[last + 2].norm not in _APPOSITION:
        return _named_end(tokens, last)
    end = next((n - 1 for n in range(last + 3, min(len(tokens), last + 16)) if is_break(tokens[n])), last)
    # "According to the report, the mayor approved it": the clause itself, no apposition.
    clause = tokens[last + 2].norm not in _RELATIVE and has_verb(tokens, last + 2, end)
    return last if clause else end


def _named_end(tokens: Sequence[Token], last: int) -> int:
    """Return the last token of a name that is set off behind a role: "the mayor, Ida Hall,"."""
    if tokens[last].capital:
        return last
    end = last + 2
    while end < len(tokens) and tokens[end].capital and tokens[end].content and end - last < 7:
        end += 1
    closed = end == len(tokens) or is_break(tokens[end])
    return end - 1 if closed and end - last >= 4 else last


def _named_before(tokens: Sequence[Token], first: int) -> int:
    """Return where a name begins that an apposition explains: "Ida Hall, the mayor"; else ``first``."""
    if first < 3 or tokens[first - 1].norm != "," or tokens[first].norm not in _APPOSITION:
        return first
    begin = first - 1
    while begin and tokens[begin - 1].capital and tokens[begin - 1].content:
        begin -= 1
    opens = begin == 0 or is_break(tokens[begin - 1])
    dated = any(token.norm in WEEKDAYS or token.norm in MONTHS for token in tokens[begin:first])
    return begin if opens and first - begin >= 3 and not dated else first

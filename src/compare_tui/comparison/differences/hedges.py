"""Words that weaken, plan or deny a statement, and the word that they bear on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare_tui.comparison.differences.clauses import is_finite
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.tokens import Token

_SINGLE = {
    word: sort
    for sort, words in {
        "denied": "not never without cannot nobody none nor neither no denied denies deny",
        "possible": "may might could should possibly perhaps probably likely apparently seemingly",
        "alleged": "allegedly reportedly alleged purportedly purported suspected unconfirmed supposedly",
        "future": "will shall",
        "conditional": "would",
    }.items()
    for word in words.split()
}
_PHRASES = {
    ("expected", "to"): "planned",
    ("likely", "to"): "possible",
    ("due", "to"): "future",
    ("set", "to"): "future",
    ("plans", "to"): "planned",
    ("plan", "to"): "planned",
    ("planned", "to"): "planned",
    ("planning", "to"): "planned",
    ("hopes", "to"): "planned",
    ("intends", "to"): "planned",
    ("intend", "to"): "planned",
    ("aims", "to"): "planned",
    ("aim", "to"): "planned",
    ("hope", "to"): "planned",
    ("hoping", "to"): "planned",
    ("want", "to"): "planned",
    ("vows", "to"): "planned",
    ("vowed", "to"): "planned",
    ("pledged", "to"): "planned",
    ("promised", "to"): "planned",
    ("threatened", "to"): "planned",
    ("wants", "to"): "planned",
    ("believed", "to"): "possible",
    ("thought", "to"): "possible",
    ("feared", "to"): "possible",
    ("appears", "to"): "possible",
    ("appeared", "to"): "possible",
    ("seems", "to"): "possible",
    ("seemed", "to"): "possible",
    ("said", "to"): "alleged",
    ("reported", "to"): "alleged",
    ("alleged", "to"): "alleged",
    ("accused", "of"): "alleged",
    ("suspected", "of"): "alleged",
    ("suspicion", "of"): "alleged",
    ("charged", "with"): "alleged",
    ("charges", "of"): "alleged",
    ("claims", "to"): "alleged",
    ("claimed", "to"): "alleged",
    ("scheduled", "to"): "future",
    ("going", "to"): "future",
    ("about", "to"): "future",
    ("yet", "to"): "denied",
    ("whether", "to"): "possible",
    ("failed", "to"): "denied",
    ("refused", "to"): "denied",
    ("declined", "to"): "denied",
    ("is", "to"): "future",
    ("are", "to"): "future",
}
_NOT_NEGATIVE = word_set("only just least longer fewer less more doubt matter wonder sooner surprise penalty")
_UNTIL_WITHIN = 14
_LONGEST_ASIDE = 5
_HEDGING = frozenset(_SINGLE) | {first for first, _ in _PHRASES}


class Hedge(NamedTuple):
    """A word that weakens or denies a statement.

    Attributes:
        first: Index of its first token.
        last: Index of its last token.
        sort: ``denied``, ``possible``, ``alleged``, ``planned`` or ``future``.
        head: Index of the content word that it bears on.
    """

    first: int
    last: int
    sort: str
    head: int


def find_hedges(reading: Reading) -> tuple[Hedge, ...]:
    """Find the hedges, modals and negations of a passage, with the word they bear on."""
    tokens = reading.tokens
    found: list[Hedge] = []
    if reading.norms.isdisjoint(_HEDGING) and "n't" not in reading.text and "n’t" not in reading.text:
        return ()
    for index, token in enumerate(tokens):
        if token.kind != "word" or (found and index <= found[-1].last):
            continue
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        last, sort = index, _SINGLE.get(token.norm, "")
        if (token.norm, following) in _PHRASES:
            last, sort = index + 1, _PHRASES[token.norm, following]
        elif token.norm.endswith("n't") and len(token.norm) > 3:
            sort = "denied"
        elif token.norm in ("may", "will") and token.capital and not token.initial:
            continue
        if not sort or (sort == "denied" and following in _NOT_NEGATIVE):
            continue
        if token.norm == "no" and following in ("and", "or", "but", "to"):
            # "He said no and went on" denies nothing of what follows.
            continue
        begin = _behind_aside(tokens, last + 1)
        head = next(
            (
                place
                for place in range(begin, min(len(tokens), begin + 4))
                if tokens[place].content and tokens[place].kind == "word"
            ),
            None,
        )
        if token.norm == "none":
            head = _predicate(reading, index) if following == "of" else None
        led = sort == "denied" or last > index
        if head is not None and led and tokens[head].capital and not tokens[head].initial:
            # "Nobody at Brackwater School noticed" denies no name, "said to be a Kestrel" doubts none.
            continue
        between = tokens[begin:head] if head is not None else ()
        if head is None or any(part.kind == "mark" for part in between):
            continue
        until = any(part.norm in ("until", "till", "before") for part in tokens[head : head + _UNTIL_WITHIN])
        if sort == "denied" and until:
            continue
        found.append(Hedge(index, last, sort, head))
    return tuple(found)


def _behind_aside(tokens: Sequence[Token], index: int) -> int:
    """Return where a clause goes on behind an aside between commas: "could, in theory, hide"."""
    if index >= len(tokens) or tokens[index].norm != ",":
        return index
    behind = range(index + 2, min(len(tokens), index + _LONGEST_ASIDE + 2))
    return next((place + 1 for place in behind if tokens[place].norm == ","), index)


def _predicate(reading: Reading, none: int) -> int | None:
    """Return the verb that "none of the passengers were hurt" denies: the word behind the auxiliary."""
    behind = range(none + 1, min(len(reading.tokens), none + 8))
    auxiliary = next((index for index in behind if is_finite(reading.tokens[index])), None)
    if auxiliary is None or auxiliary + 1 >= len(reading.tokens):
        return None
    following = reading.tokens[auxiliary + 1]
    return auxiliary + 1 if following.content and following.kind == "word" else None

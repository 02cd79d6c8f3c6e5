"""Who is given as the source of a statement: reporting verbs, "according to", statements and spokesmen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from compare_tui.comparison.differences.clauses import is_finite
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.number_words import simple_value
from compare_tui.comparison.differences.reporting_verbs import (
    ALSO_NOUNS,
    ALWAYS,
    BELIEVING,
    FINDERS,
    IDENTIFYING,
    IMPERSONAL,
    LISTENERS,
    LOOSE,
    NAMING,
    NEEDING_OBJECT,
    NO_OBJECT,
    QUOTING,
    READ_OUT,
    SHOWING,
    SPEAKING,
)
from compare_tui.comparison.differences.source_phrases import (
    ADVERBS,
    is_break,
    phrase_before,
    source_after,
    source_before,
)
from compare_tui.comparison.differences.times import WEEKDAYS, Time
from compare_tui.comparison.differences.tokens import Token

_UNNAMED_HEADS = word_set("""
    official officials source sources media report reports witness witnesses eyewitness
    eyewitnesses authority
    authorities insider insiders aide aides expert experts analyst analysts reporter reporters
    journalist journalists
    observer observers critic critics resident residents local locals person people diplomat
    diplomats spokesman
    spokeswoman spokesperson militant militants rebel rebels government
    woman man women men neighbour neighbours neighbor neighbors villager villagers bystander bystanders
    onlooker onlookers survivor survivors passer-by passers-by driver drivers passenger passengers
    scientist scientists researcher researchers meteorologist meteorologists
    """)
_COMPASS = word_set("western eastern northern southern")
_TAKEN = word_set("life lives title gold crown prize lead victory scalp")
"""What is claimed by winning or by killing, not by saying so."""
_BASES = word_set("claim report argue warn insist suggest reveal state note deny estimate describe fear")
_ANYBODY = word_set("a an one another some several many")
_PRONOUNS = word_set("he she it they i we who which that this these those")
_DOCUMENTS = word_set(
    "report reports statement text document documents account study survey letter release note ruling data"
    " figures poll filing indictment website records logs minutes footage emails papers files"
)
_GENERIC = word_set("""
    official spokesman spokeswoman spokesperson statement website report text press release news conference
    senior former top chief head local state national according source media agency page account
    """)
_NO_SUBJECT = word_set("with without no amid despite")
_BEFORE_NOUN = word_set("the a an of all both those these other")
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_THAT_WITHIN = 7
_PUT_WITHIN, _AS_WITHIN = 10, 8
_ESTIMATING = word_set("about around roughly some over least magnitude nearly almost more fewer less")
_LISTENED_WITHIN = 8
_REPORTED = frozenset({"reported", "reports", "report"})
_CLOSED = frozenset("”\"»’'")
_CLOSING_MARKS = frozenset({",", "”", '"', "»", "“", "’", "'"})
_CLAUSE_OPENERS = frozenset({"that", "it", "he", "she", "they", "there", "in", ":", ",", "“", '"', "the"})
_TAIL_OPENERS = word_set(
    "in on at to during after following late early via through yesterday today earlier later reporters"
    " without when"
)
_STATEMENT_TAILS = word_set(
    "in a an the statement on its their his her website twitter telegram to reporters by email late early"
)


class Attribution(NamedTuple):
    """A source and the verb that reports it.

    Attributes:
        start: Offset of its first character in the passage, in code points.
        end: Offset behind its last character.
        first: Index of its first token.
        last: Index of its last token.
        source_first: Index of the first token of the source; equal to ``source_last`` + 1 when there is none.
        source_last: Index of the last token of the source.
        keys: Keys of the content words of the source.
        standing: ``named``, ``unnamed`` ("officials"), ``pronoun`` or ``document`` ("the report").
        verb: Stem of the reporting verb, or "according".
    """

    start: int
    end: int
    first: int
    last: int
    source_first: int
    source_last: int
    keys: frozenset[str]
    standing: Literal["named", "unnamed", "pronoun", "document"]
    verb: str


def _standing(
    tokens: Sequence[Token], first: int, last: int
) -> Literal["named", "unnamed", "pronoun", "document"]:
    part = [token for token in tokens[first : last + 1] if token.kind != "mark"]
    if len(part) == 1 and part[0].norm in _PRONOUNS:
        return "pronoun"
    if any(token.capital and not token.initial and token.norm not in _COMPASS for token in part):
        return "named"
    content = [token for token in part if token.content]
    if content and content[-1].norm in _DOCUMENTS and len(content) == 1:
        return "document"
    anybody = bool(part) and (
        part[0].norm in _ANYBODY or (part[0].content and part[-1].norm.endswith("s") and part[-1].content)
    )
    if anybody or any(token.norm in _UNNAMED_HEADS for token in content) or not content:
        return "unnamed" if content else "pronoun"
    return "named"


def _shown_by(
    tokens: Sequence[Token], first: int, last: int
) -> Literal["named", "unnamed", "pronoun", "document"]:
    """Return the standing of what shows or finds something: only people are a source."""
    standing = _standing(tokens, first, last)
    people = any(token.norm in FINDERS for token in tokens[first : last + 1])
    return standing if people or standing != "named" or tokens[last].capital else "document"


def _tail(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of "in a statement", "on Monday" and the like behind ``index``."""
    if not _closes(tokens, index):
        return index
    for position in range(index + 1, min(len(tokens), index + 12)):
        if is_break(tokens[position]):
            return position - 1
    return len(tokens) - 1 if len(tokens) - index <= 12 else index


def _with_time(tokens: Sequence[Token], times: Sequence[Time], first: int, last: int) -> tuple[int, int]:
    """Take in a time that stands directly before or behind the attribution."""
    for time in times:
        gap = tokens[last + 1 : time.first]
        if 0 <= len(gap) <= 2 and time.first > last and all(token.norm in _STATEMENT_TAILS for token in gap):
            last = time.last
    for time in times:
        gap = tokens[time.last + 1 : first]
        if time.last < first and len(gap) <= 1 and all(token.norm == "," for token in gap):
            begin = time.first
            while begin and tokens[begin - 1].norm in ("on", "late", "early", "in", "at"):
                begin -= 1
            if begin == 0 or is_break(tokens[begin - 1]):
                first = begin
    return first, last


def find_attributions(tokens: Sequence[Token], times: Sequence[Time]) -> tuple[Attribution, ...]:
    """Find who is given as the source in a passage.

    Args:
        tokens: Tokens of the passage, marks included.
        times: Its times; one that belongs to the reporting verb is taken into the span.

    Returns:
        In reading order, not overlapping. Words inside quotations report nothing.
    """
    found: list[Attribution] = []
    for index, token in enumerate(tokens):
        if token.kind != "word" or token.quotation >= 0 or (found and index <= found[-1].last):
            continue
        read = _according(tokens, index) or _reporting(tokens, index)
        if read is None:
            continue
        first, last, source = read
        if found and first <= found[-1].last:
            continue
        first, last = _with_time(tokens, times, first, last)
        if found and first <= found[-1].last:
            first = found[-1].last + 1
        timed = {part for time in times for part in range(time.first, time.last + 1)}
        keys = frozenset(
            tokens[part].key
            for part in range(source[0], source[1] + 1)
            if tokens[part].content and part not in timed
        )
        found.append(
            Attribution(
                tokens[first].start,
                tokens[last].end,
                first,
                last,
                source[0],
                source[1],
                keys - _GENERIC or keys,
                "unnamed"
                if tokens[index - 1].norm in _PASSIVE and token.norm != "told"
                else _standing(tokens, *source)
                if token.norm not in SHOWING
                else _shown_by(tokens, *source),
                "according" if token.norm == "according" else token.stem,
            )
        )
    return tuple(found)


def _according(tokens: Sequence[Token], index: int) -> tuple[int, int, tuple[int, int]] | None:
    if tokens[index].norm != "according" or index + 2 >= len(tokens) or tokens[index + 1].norm != "to":
        return None
    source = source_after(tokens, index + 1)
    return (index, source[1], source) if source else None


def _reporting(tokens: Sequence[Token], index: int) -> tuple[int, int, tuple[int, int]] | None:
    token = tokens[index]
    if token.norm not in SPEAKING or (token.capital and not token.initial):
        return None
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.norm in READ_OUT and (before is None or before.norm not in _CLOSING_MARKS):
        return None
    if before is None or (token.norm == "told" and after is not None and after.norm == "to"):
        return None
    auxiliary = tokens[index - 2] if before.norm.endswith("ly") and index > 1 else before
    if auxiliary.norm in _PASSIVE:
        return _heard(tokens, index) or _impersonal(tokens, index)
    source = source_before(tokens, index)
    if before.norm in _CLOSING_MARKS and (source is None or before.norm != ","):
        unquoted = token.norm in QUOTING and before.norm not in _CLOSED
        # "The search service, dubbed Heron": what a thing is called, not who says so.
        no_speaker = unquoted or token.norm in LOOSE or token.norm in NEEDING_OBJECT
        source = None if no_speaker else source_after(tokens, index)
        if source is None or after is None or after.norm in ("that", "in", "on", "it", "there"):
            return None
        return index, _tail(tokens, source[1]), source
    if source is None or not any(part.kind == "word" for part in tokens[source[0] : source[1] + 1]):
        return None
    if not _speaker(tokens, source, index):
        return None
    begins = source[0]
    if token.norm in _REPORTED and tokens[begins].kind == "number":
        # "6% of recipients reported a fever."
        return None
    if token.norm in QUOTING and not (begins and tokens[begins - 1].norm in _CLOSED):
        return None
    closing = begins > 0 and tokens[begins - 1].norm in _CLOSING_MARKS
    trailing = closing and _closes(tokens, _listener(tokens, index))
    if token.norm in ("put", "puts"):
        led = begins > 0 and tokens[begins - 1].norm == "as"
        if after is None:
            return None
        if after.norm == "it" and (trailing or led):
            return begins - led, _tail(tokens, index + 1), source
        # "Which Ida Hall put at 40", "Ida Hall put the damage at 40".
        measured = next((n for n in range(index + 1, index + _PUT_WITHIN) if _valued_at(tokens, n)), None)
        return None if measured is None else (begins, index, source)
    if token.norm in IDENTIFYING:
        behind = tokens[index + 1 : index + _AS_WITHIN]
        as_at = next((place for place, part in enumerate(behind) if part.norm == "as"), 0)
        whole = as_at > 0 and not any(part.kind == "mark" for part in behind[:as_at])
        return (begins, index, source) if whole else None
    clause = after is not None and after.norm in _CLAUSE_OPENERS
    if clause and token.norm in ALSO_NOUNS and after is not None and after.norm == ",":
        # "In three states, Cole spoke": a noun, unless words are quoted behind it.
        clause = index + 2 < len(tokens) and tokens[index + 2].quotation >= 0
    if token.norm in LOOSE:
        clause = _that_follows(tokens, index) or (
            clause and token.norm in BELIEVING and after is not None and after.kind != "mark"
        )
        if token.norm in ("found", "shown", "show", "shows", "showed") and not clause and not trailing:
            return None
    if token.norm in NAMING and _names_object(tokens, index, source):
        clause = True
    elif token.norm in NEEDING_OBJECT:
        return None
    if token.norm not in ALWAYS and not clause and not trailing:
        return None
    subject = (
        (before.content and not before.norm.endswith("ing"))
        or before.norm in _PRONOUNS
        or before.norm in _ANYBODY
        or before.norm in ADVERBS
    )
    if token.norm in ALSO_NOUNS and (not subject or before.norm in ("united", "these")):
        return None
    if trailing:
        return begins, max(_tail(tokens, index), _listener(tokens, index)), source
    return begins, _told(tokens, index) if token.norm in ("told", "tells") else index, source


def _valued_at(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "at" leads to a number here."""
    return (
        index + 2 < len(tokens)
        and tokens[index].norm == "at"
        and any(
            token.kind == "number" or token.norm in _ESTIMATING or simple_value(token.norm) is not None
            for token in tokens[index + 1 : index + 4]
        )
    )


def _speaker(tokens: Sequence[Token], source: tuple[int, int], verb: int) -> bool:
    """Tell whether words before a verb can be its subject, and whether it reports at all."""
    first, last = source
    if tokens[first].norm in _NO_SUBJECT or (
        tokens[verb].norm == "accused" and tokens[last].norm in _BEFORE_NOUN
    ):
        # "With no injuries reported", "the family of the accused".
        return False
    counted = tokens[last].kind == "number" or simple_value(tokens[last].norm) is not None
    if counted and tokens[last].norm != "one":
        # "Two confirmed dead".
        return False
    following = [token.norm for token in tokens[verb + 1 : verb + 3]]
    if (
        tokens[verb].norm in ("claim", "claims", "claimed")
        and following[:1] == ["the"]
        and following[1:]
        and (following[1] in _TAKEN)
    ):
        return False
    if tokens[first].norm.endswith("ing") and not tokens[first].capital:
        return False
    if any(is_finite(token) for token in tokens[first : last + 1]):
        return tokens[verb].norm not in ALSO_NOUNS
    single = tokens[first].norm in ("the", "a", "an", "this", "his", "her", "its", "their")
    plain = tokens[verb].norm in _BASES
    # "The disputed claim that": a noun behind its article.
    return not (plain and single and not tokens[last].norm.endswith(("s", "people", "police")))


def _names_object(tokens: Sequence[Token], index: int, source: tuple[int, int]) -> bool:
    """Tell whether a named source, or officials, describe or announce a thing: "Cole announced plans"."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.kind == "mark" or after.norm in NO_OBJECT or is_finite(after):
        return False
    return _standing(tokens, *source) == "unnamed" or any(
        token.capital and token.content and not (token.initial and source[0] == source[1])
        for token in tokens[source[0] : source[1] + 1]
    )


def _impersonal(tokens: Sequence[Token], index: int) -> tuple[int, int, tuple[int, int]] | None:
    """Read "it is believed that", which gives a source and does not name it."""
    if tokens[index].norm not in IMPERSONAL or not _that_follows(tokens, index):
        return None
    first = next((n for n in range(index - 1, max(-1, index - 5), -1) if tokens[n].norm == "it"), None)
    return None if first is None else (first, index, (first, first))


def _heard(tokens: Sequence[Token], index: int) -> tuple[int, int, tuple[int, int]] | None:
    """Read "the court was told", where those who listen stand for those who speak."""
    if tokens[index].norm != "told" or index < 2 or tokens[index - 2].norm not in LISTENERS:
        return None
    source = phrase_before(tokens, index - 2)
    return (source[0], index, source) if source else None


def _that_follows(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a clause with "that" begins soon behind a verb: "heard today that"."""
    for token in tokens[index + 1 : index + _THAT_WITHIN]:
        if token.norm == "that":
            return True
        if token.kind == "mark":
            return False
    return False


def _told(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of "told reporters", "told the BBC" before the reported clause."""
    for position in range(index + 1, min(len(tokens), index + 7)):
        if (
            tokens[position].norm in ("that", ",", ":", "“", '"', "on", "he", "she", "the")
            and position > index + 1
        ):
            return position - 1
    return index


def _listener(tokens: Sequence[Token], index: int) -> int:
    """Return the last token of those who were told: "Hall told analysts" at the end of a sentence."""
    if tokens[index].norm not in ("told", "tells"):
        return index
    behind = range(index + 1, min(len(tokens), index + _LISTENED_WITHIN))
    return next((place - 1 for place in behind if is_break(tokens[place])), index)


def _closes(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether nothing but a tail such as "in a statement on Monday" follows up to the next boundary."""
    if index + 1 >= len(tokens) or is_break(tokens[index + 1]):
        return True
    return tokens[index + 1].norm in _TAIL_OPENERS or tokens[index + 1].norm in WEEKDAYS

"""Names of people, groups and places, and whether two of them name the same bearer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal, NamedTuple

from compare_tui.comparison.differences.gazetteer import (
    ABBREVIATIONS,
    CITY_VARIANTS,
    COUNTRY_OF_CITY,
    COUNTRY_OF_WORD,
    PHRASES,
    REGIONS,
)
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.times import MONTHS, WEEKDAYS
from compare_tui.comparison.differences.tokens import Token

TITLES = word_set("""
    mr mrs ms miss dr prof professor sir dame lord lady president minister secretary chancellor
    ambassador senator sen
    rep representative congressman congresswoman governor gov mayor judge justice general gen
    colonel col captain capt
    major lieutenant lt sergeant sgt inspector superintendent officer detective commissioner
    director chairman
    chairwoman chair king queen prince princess pope bishop archbishop cardinal rabbi imam sheikh
    reverend rev coach
    manager councillor councilor attorney treasurer emperor commander admiral speaker spokesman spokeswoman
    premier prosecutor sheriff pastor doctor leader chief executive constable brigadier
    """)
_TITLE_PARTS = word_set(
    "prime vice foreign defence defense interior finance health education deputy acting former first state"
    " united"
    " general attorney chief senior junior assistant police justice trade home energy of the ex-president"
)
_ORGANISATION = word_set("""
    ministry university college school bank inc corp corporation company ltd plc llc party council
    police court club
    united city fc group agency department office committee commission congress parliament senate
    assembly association
    federation union league institute foundation fund authority army navy force forces guard
    service services airlines
    airways railway railways times post news tribune gazette herald press hospital church board
    bureau society
    organisation organization house administration center centre museum team rovers rangers motors
    industries systems
    partners brothers tours reserve movement front alliance coalition network
    """)
_OFFICES = _ORGANISATION | word_set("panel ministry programme program campaign forum director secretary")
"""Words behind which a name may go on with "for" or "on": "Panel on Climate Change"."""
_PLACE_WORDS = word_set("""
    street road avenue square river lake mount mountain mountains island islands valley bay beach
    park bridge airport
    station province county district region state sea ocean strait gulf canal village gorge
    """)
_PLACE_PREPOSITIONS = frozenset(
    {"in", "near", "at", "outside", "around", "from", "towards", "toward", "across"}
)
_CONNECTORS = word_set(
    "of de del della dello da do das dos di du des la le van von der den ter zu af av bin ibn abu al el"
)
_JOINED_CONNECTORS = frozenset({"van", "von", "der", "den", "de", "la", "los", "las", "du", "zu"})
_PARTY_AND_STATE = re.compile("[DRI]-[A-Z][A-Za-z]*")
"""What American papers put behind a name: "R-Ariz."."""
_OWNERS = word_set("people women men children teachers workers farmers students veterans king queen")
"""Those in whose name institutions stand: "People's Republic", "Women's Union"."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "junior", "senior"})
Category = Literal["person", "organisation", "place", "code", "unknown"]


class Name(NamedTuple):
    """A proper name.

    Attributes:
        start: Offset of its core in the passage, titles left out, in code points.
        end: Offset behind its core.
        first: Index of the first token of the core.
        last: Index of the last token of the core.
        parts: Token indices of the words that make up the core, without "of", "van" and the like.
        norms: Normalised forms of the parts, accents taken off.
        titles: Title words that stand before it, normalised.
        title_first: Index of the first token of the titles; ``first`` where there are none.
        canonical: What a known country, abbreviation or city stands for; empty for other names.
        category: What it names, as far as its form tells.
        written: Its letters without blanks, hyphens and accents: "vandermeer".
    """

    start: int
    end: int
    first: int
    last: int
    parts: tuple[int, ...]
    norms: tuple[str, ...]
    titles: frozenset[str]
    title_first: int
    canonical: str
    category: Category
    written: str


@lru_cache(maxsize=8192)
def unaccented(norm: str) -> str:
    """Return ``norm`` without accents and with plain Latin letters where a letter has one."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", norm) if not unicodedata.combining(char))
    return plain.replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ß", "ss").replace("æ", "ae")


def _is_code(token: Token) -> bool:
    text = token.text
    letters = text.rstrip("0123456789").rstrip("-")
    return (
        token.kind == "word"
        and 1 <= len(letters) <= 3
        and letters.isascii()
        and letters.isalpha()
        and letters.isupper()
        and letters != text.rstrip("-")
        and text[-1].isdecimal()
        and len(text) <= 9
    )


def _nameable(tokens: Sequence[Token], index: int, known: Container[str]) -> bool:
    token = tokens[index]
    if token.kind != "word" or not token.capital or token.norm in ("i", "i'm") or token.norm in WEEKDAYS:
        return False
    if token.norm in MONTHS and token.norm not in ("may", "march", "april", "june"):
        return False
    if token.norm == "us":
        return token.text[:2].isupper() or "." in token.text
    if _PARTY_AND_STATE.fullmatch(token.text):
        return False
    if not token.initial:
        return token.content or (len(token.text) > 1 and token.text.isupper())
    if token.norm in _JOINED_CONNECTORS:
        # "Van der Meer" at the start of a sentence.
        beyond = index + _connectors(tokens, index)
        return beyond < len(tokens) and tokens[beyond].capital and tokens[beyond].content
    if not token.content:
        return False
    if (
        token.norm in known
        or token.norm in COUNTRY_OF_WORD
        or token.norm in COUNTRY_OF_CITY
        or token.norm in TITLES
    ):
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.kind == "word" and following.capital and following.content


def _connectors(tokens: Sequence[Token], index: int) -> int:
    """Count the particles from a token on, two at most: "van der", "de la"."""
    return sum(
        1 for _ in takewhile(lambda token: token.norm in _JOINED_CONNECTORS, tokens[index : index + 2])
    )


def _run_end(tokens: Sequence[Token], index: int, known: Container[str]) -> int:
    """Return the index of the last token of the capitalised run that begins at ``index``."""
    last = index
    while last + 1 < len(tokens) and last - index < 12:
        following = tokens[last + 1]
        if tokens[last].possessive and not (tokens[last].norm in _OWNERS and following.capital):
            break
        if following.start - tokens[last].end > 3:
            break
        if following.norm == "." and (len(tokens[last].norm) == 1 or tokens[last].norm in TITLES):
            if (
                last + 2 < len(tokens)
                and _nameable(tokens, last + 2, known)
                and tokens[last + 2].norm not in ("the",)
            ):
                last += 2
                continue
            break
        if following.quotation != tokens[last].quotation:
            break
        office = any(token.norm in _OFFICES for token in tokens[index : last + 1])
        if (
            following.norm in _CONNECTORS
            or following.norm == "&"
            or (office and following.norm in ("for", "on"))
        ):
            step = 1 + max(1, _connectors(tokens, last + 1))
            beyond = tokens[last + step] if last + step < len(tokens) else None
            if beyond is not None and beyond.capital and beyond.content and beyond.norm not in WEEKDAYS:
                last += step
                continue
            break
        if not (following.kind == "word" and following.capital and not following.initial):
            break
        if not _nameable(tokens, last + 1, known):
            break
        last += 1
    return last


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Tell whether a passage is a headline in title case, where capitals prove nothing."""
    words = [token for token in tokens if token.kind == "word" and token.content]
    sentence = bool(tokens) and any(token.norm in (".", "!", "?") for token in tokens[-2:])
    return not sentence and len(words) >= 4 and sum(token.capital for token in words) >= 0.75 * len(words)


def find_names(tokens: Sequence[Token], known: Container[str] = ()) -> tuple[Name, ...]:
    """Find proper names.

    Args:
        tokens: Tokens of the passage, marks included.
        known: Normalised words that are capitalised inside sentences somewhere in the articles; only these
            are believed to be names at the start of a sentence or in a headline.

    Returns:
        In reading order, not overlapping.
    """
    headline = is_title_case(tokens)
    found: list[Name] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.capital:
            index += 1
            continue
        if _is_code(token) and token.norm not in ("covid-19",):
            found.append(_make(tokens, (index,), (), index, "code"))
            index += 1
            continue
        if not _nameable(tokens, index, known) or (headline and token.norm not in known):
            index += 1
            continue
        last = index if headline else _run_end(tokens, index, known)
        found.extend(_split(tokens, index, last))
        index = last + 1
    return tuple(found)


def _split(tokens: Sequence[Token], first: int, last: int) -> list[Name]:
    """Split a capitalised run into titles and name; a bare title is no name."""
    run = [index for index in range(first, last + 1) if tokens[index].kind == "word"]
    norms = [tokens[index].norm for index in run]
    phrase = " ".join(norms)
    if phrase in PHRASES or len(run) == 1:
        if norms[0] in TITLES and phrase not in PHRASES:
            return []
        return [_make(tokens, tuple(run), (), first, "unknown")]
    if any(norm in _ORGANISATION for norm in norms[1:]) and norms[-1] not in TITLES:
        titled = [place for place, norm in enumerate(norms) if norm in TITLES]
        if not titled:
            return [_make(tokens, tuple(run), (), first, "organisation")]
    titled = [place for place, norm in enumerate(norms) if norm in TITLES]
    names: list[Name] = []
    if titled:
        end = titled[-1]
        if norms[end : end + 3] == ["secretary", "of", "state"]:
            end += 2
        elif end + 1 < len(norms) and norms[end + 1] == "of":
            end = len(norms) - 1
        head, core = run[: end + 1], run[end + 1 :]
        if tokens[head[0]].norm in COUNTRY_OF_WORD:
            names.append(_make(tokens, (head[0],), (), head[0], "unknown"))
        if not core:
            return names
        titles = tuple(tokens[index].norm for index in head)
        return [*names, _make(tokens, tuple(core), titles, head[0], "person")]
    return [_make(tokens, tuple(run), (), first, "unknown")]


def _make(
    tokens: Sequence[Token],
    core: tuple[int, ...],
    titles: tuple[str, ...],
    title_first: int,
    category: Category,
) -> Name:
    parts = (
        tuple(
            index
            for index in core
            if tokens[index].norm not in _CONNECTORS and tokens[index].norm not in _SUFFIXES
        )
        or core
    )
    norms = tuple(unaccented(tokens[index].norm) for index in parts)
    phrase = " ".join(tokens[index].norm for index in core)
    canonical = PHRASES.get(phrase, "")
    place = any(norm in _PLACE_WORDS for norm in norms[1:] or norms)
    if len(core) == 1 and not canonical:
        norm = norms[0]
        canonical = COUNTRY_OF_WORD.get(norm) or CITY_VARIANTS.get(norm, "")
        if not canonical and (norm in ABBREVIATIONS or norm in COUNTRY_OF_CITY):
            canonical = norm
    if category == "unknown":
        before = tokens[core[0] - 1].norm if core[0] else ""
        if any(norm in _ORGANISATION for norm in norms):
            category = "organisation"
        elif (
            place
            or " ".join(norms) in REGIONS
            or (canonical and canonical not in ("un", "eu", "who", "nato", "imf"))
            or before in _PLACE_PREPOSITIONS
        ):
            category = "place"
        elif 2 <= len(norms) <= 4:
            category = "person"
    at = core[0] - 1
    # "Mr. Hall": the mark belongs to the title.
    at -= at > 0 and tokens[at].norm == "."
    lowered = tokens[at] if at >= 0 else None
    if lowered is not None and lowered.norm in TITLES and not titles:
        title_first = at
        titles, category = (lowered.norm,), ("person" if category == "unknown" else category)
    return Name(
        tokens[core[0]].start,
        tokens[core[-1]].end - (2 if tokens[core[-1]].text[-2:] in ("'s", "’s") else 0),
        core[0],
        core[-1],
        parts,
        norms,
        frozenset(titles),
        title_first,
        canonical,
        category,
        "".join(unaccented(tokens[index].norm).replace("-", "") for index in core),
    )

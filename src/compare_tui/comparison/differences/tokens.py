"""Words and marks of a passage, with offsets, normalised forms and stems."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from compare_tui.article.dateline import dateline_end as article_dateline_end
from compare_tui.comparison.differences.lexicon import FUNCTION_WORDS
from compare_tui.comparison.differences.spelling import normalise, stem
from compare_tui.comparison.differences.words import written_key
from compare_tui.comparison.words import PLAIN

TokenKind = Literal["word", "number", "mark"]

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
"""Letters of scripts without blanks between words (Thai to Khmer, Japanese, Chinese): each is a word."""
_KATAKANA = "\u30a1-\u30ff\u31f0-\u31ff"
"""Except those in which Japanese spells words from abroad, a word a run."""
_SIGNS = "\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0dff\u200c\u200d"
"""Vowel signs and joiners of Arabic and of the scripts of India: parts of words, though no letters."""
_EMPTY = frozenset(map(chr, range(0x3041, 0x3097))) | frozenset(
    "的了是在和也就都而及与與着著被把这這那之其于於"
)
"""Characters by which Japanese and Chinese write what English says with function words and endings."""


def _token_pattern(letter: str, word: str, unspaced: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
      ([a-z]++(?![\w'’‐‑-]|\.[^\W\d_]))                        # most words
    | ((?>(?:{letter}\.){{2,}}))                                # U.S.  p.m.
    | (\d++(?:[.,:]\d++|[\u00a0\u202f]\d{{3}}(?!\d))*+(?:[-‐‑]?+{letter}++)*+)  # 1,200  5pm  34-year-old
    | ({unspaced})
    | ({word}(?:[-‐‑'’]{word})*+)                              # inter-Afghan  don't
    | (\.{{2,}}+|…)
    | (--++|[^\w\s]|_)
    """,
        re.VERBOSE,
    )


_PLAIN_TOKEN = _token_pattern("[A-Za-z]", "[A-Za-z0-9]++", "(?!)")


@cache
def _any_token() -> re.Pattern[str]:
    """Compile the tokens of every script; most English texts never need it."""
    return _token_pattern(
        rf"[^\W\d_{UNSPACED}]",
        rf"(?:[^\W_{UNSPACED}]++|[{_SIGNS}]++)++",
        rf"[{_KATAKANA}]++|[{UNSPACED}]",
    )


_NUMBER, _ELLIPSIS = 3, 6
"""Groups of the patterns above; from the ellipsis on, they match marks."""
_DATELINE = r"""\s{0,20}
    [A-Z][\w.'’-]{1,30}(?:[ ,/]{1,2}[A-Z][\w.'’-]{0,30}){0,4}            # KABUL, Afghanistan
    (?:,?[ ][A-Z][a-z]{2,8}\.?[ ]\d{1,2}|,?[ ]\d{1,2}[ ][A-Z][a-z]{2,8})?
    (?:[ ]{1,2}(?P<agency>\([^()\n]{1,40}\))[ ]{0,2}(?:[—–:-]{1,2}|(?=[A-Z“"]))|[ ]{0,2}(?P<bare>[—–:-]{1,2}))
    [ ]{1,3}"""
_DATELINE_SIGN = re.compile("[(—–:-]")
_LONGEST_DATELINE = 300
"""Characters; more than the pattern above can hold."""
_SENTENCE_END = frozenset(".!?…")
_OPENING = frozenset("“„«\"'‘([")
_SHORT_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov", "st", "lt", "col", "sgt", "prof", "capt"}
)
_ABBREVIATED = frozenset({"us", "who", "it"})
_APOSTROPHES = frozenset("'’")


class Token(NamedTuple):
    """A word, number or mark of a passage.

    Attributes:
        start: Offset of the first character in the passage, in code points.
        end: Offset behind the last character.
        text: As written.
        norm: Case folded, straight apostrophes and hyphens, possessive and dots of initials off.
        stem: ``norm`` without inflection and in one spelling; equal stems are the same word.
        kind: ``word``, ``number`` (starts with a digit) or ``mark``.
        capital: Whether it starts with a capital letter.
        initial: Whether it opens a sentence, so that a capital proves nothing.
        possessive: Whether ``'s`` or ``s'`` was taken off.
        quotation: Number of the quotation that it stands in, from 0; -1 outside.
        content: Whether it carries meaning of its own: no mark and no function word.
        key: What it is compared by: the country of a demonym, the value of a number, else the stem.
    """

    start: int
    end: int
    text: str
    norm: str
    stem: str
    kind: TokenKind
    capital: bool
    initial: bool
    possessive: bool
    quotation: int
    content: bool
    key: str


_Facts = tuple[str, str, TokenKind, bool, bool, bool, bool, str]


@lru_cache(maxsize=32768)
def _facts(text: str, is_number: bool) -> _Facts:
    """Return what a word tells wherever it stands.

    Norm, stem, kind, capital, possessive, whether it ends in s, content, key.
    """
    norm, possessive = normalise(text)
    kind: TokenKind = "number" if is_number else "word"
    base = norm if is_number else stem(norm)
    empty = norm in FUNCTION_WORDS or norm in _EMPTY
    content = not empty or (norm in _ABBREVIATED and text.isupper())
    return (
        norm,
        base,
        kind,
        text[0].isupper(),
        possessive,
        norm[-1] == "s",
        content,
        written_key(text, norm, base, kind),
    )


def dateline_end(text: str) -> int:
    """Return the offset behind a dateline such as ``LONDON (Reuters) -``; 0 where there is none.

    To the datelines that the reader of articles knows come those of a place and an agency before a colon, and
    of agencies in small letters.
    """
    known = article_dateline_end(text)
    if known is not None:
        return known
    # A long pattern is left to the cache of re, which compiles it when a text has a sign of a dateline.
    if not _DATELINE_SIGN.search(text, 0, _LONGEST_DATELINE):
        return 0
    match = re.match(_DATELINE, text, re.VERBOSE)
    if match is None:
        return 0
    town = re.match(r"\s*([^\s,]+)", text)
    shouted = town is not None and town[1].isupper() and len(town[1]) > 2
    return match.end() if shouted or match["agency"] else 0


def _shortened(token: Token) -> bool:
    """Tell whether a full stop behind this token belongs to it: an initial or a short title."""
    return token.kind == "word" and token.capital and (len(token.norm) == 1 or token.norm in _SHORT_TITLES)


def _is_dash(text: str, begin: int, end: int) -> bool:
    """Tell whether hyphens stand for a dash: two of them, or one between blanks and not between figures."""
    if end - begin > 1:
        return True
    around = text[max(0, begin - 2) : begin], text[end : end + 2]
    spaced = around[0][-1:].isspace() and around[1][:1].isspace()
    return spaced and not (around[0][:1].isdecimal() and around[1][-1:].isdecimal())


def tokenise(text: str, quotations: tuple[tuple[int, int], ...] = (), start: int = 0) -> tuple[Token, ...]:
    """Cut a passage into words, numbers and marks.

    Args:
        text: The passage.
        quotations: Inner spans of its quotations, in order, not overlapping.
        start: Offset to begin at, e.g. behind a dateline.

    Returns:
        The tokens in order; their offsets are code points of ``text``.
    """
    tokens: list[Token] = []
    initial = True
    number_of_quotation, last_quotation = 0, -1
    count = len(quotations)
    make = tuple.__new__
    pattern = _PLAIN_TOKEN if text.isascii() or PLAIN.fullmatch(text) else _any_token()
    for match in pattern.finditer(text, start):
        begin, end = match.span()
        quotation = -1
        if count:
            while number_of_quotation < count and quotations[number_of_quotation][1] <= begin:
                number_of_quotation += 1
            if number_of_quotation < count and quotations[number_of_quotation][0] <= begin:
                quotation = number_of_quotation
        group = match.lastindex or 0
        raw = match[0]
        if group >= _ELLIPSIS:
            norm = "…" if group == _ELLIPSIS else "—" if raw[0] == "-" and _is_dash(text, begin, end) else raw
            tokens.append(
                make(
                    Token, (begin, end, raw, norm, norm, "mark", False, False, False, quotation, False, norm)
                )
            )
            if raw not in _OPENING:
                initial = norm in _SENTENCE_END and not (
                    norm == "." and len(tokens) > 1 and _shortened(tokens[-2])
                )
            continue
        if quotation >= 0 and quotation != last_quotation:
            initial = True
        last_quotation = quotation
        norm, base, kind, capital, possessive, plural, content, key = _facts(raw, group == _NUMBER)
        if plural and quotation < 0 and not possessive and text[end : end + 1] in _APOSTROPHES:
            possessive = True
        parts = (begin, end, raw, norm, base, kind, capital, initial, possessive, quotation, content, key)
        tokens.append(make(Token, parts))
        initial = False
    return tuple(tokens)

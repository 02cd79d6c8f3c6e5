"""Words and marks of a passage, with offsets, normalised forms and stems."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from compare_tui.article.dateline import dateline_end as article_dateline_end
from compare_tui.comparison.differences.lexicon import FUNCTION_WORDS, IRREGULAR_FORMS

TokenKind = Literal["word", "number", "mark"]

_TOKEN = re.compile(
    r"""
      (?P<initials>(?>(?:[^\W\d_]\.){2,}))                              # U.S.  p.m.
    | (?P<number>\d++(?:[.,:]\d++)*+(?:[-‐‑]?+[^\W\d_]++)*+)            # 1,200  5pm  1.2bn  34-year-old
    | (?P<word>[^\W_]++(?:[-‐‑'’][^\W_]++)*+)                           # inter-Afghan  don't
    | (?P<ellipsis>\.{2,}+|…)
    | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)
_DATELINE = re.compile(
    r"""\s{0,20}
    [A-Z][\w.'’-]{1,30}(?:[ ,/]{1,2}[A-Z][\w.'’-]{0,30}){0,4}            # KABUL, Afghanistan
    (?:,?[ ][A-Z][a-z]{2,8}\.?[ ]\d{1,2}|,?[ ]\d{1,2}[ ][A-Z][a-z]{2,8})?
    (?:[ ]{1,2}(?P<agency>\([^()\n]{1,40}\))[ ]{0,2}(?:[—–:-]{1,2}|(?=[A-Z“"]))|[ ]{0,2}(?P<bare>[—–:-]{1,2}))
    [ ]{1,3}""",
    re.VERBOSE,
)
_SENTENCE_END = frozenset(".!?…")
_OPENING = frozenset("“„«\"'‘([")
_HYPHENS = str.maketrans({"‐": "-", "‑": "-", "’": "'", "‘": "'", "ʼ": "'"})

_SPELLING = tuple(
    (re.compile(pattern), replacement, part)
    for part, pattern, replacement in (
        ("is", r"is(ation|ations|e|es|ed|ing|er|ers)$", r"iz\1"),
        ("ys", r"yse(s|d)?$", r"yze\1"),
        ("our", r"(?<=[a-z]{2})our(s|ed|ing|able|ite|ites|hood|hoods)?$", r"or\1"),
        ("re", r"(?<=[bt])re(s)?$", r"er\1"),
        ("ence", r"ence(s)?$", r"ense\1"),
        ("ll", r"ll(ed|ing|er|ers)$", r"l\1"),
        ("ogue", r"ogue(s)?$", r"og\1"),
        ("amme", r"amme(s)?$", r"am\1"),
    )
)
_SPELLING_WORDS = {
    "grey": "gray",
    "kerb": "curb",
    "tyre": "tire",
    "tyres": "tires",
    "jewellery": "jewelry",
    "aeroplane": "airplane",
    "cheque": "check",
    "mum": "mom",
    "ageing": "aging",
    "judgement": "judgment",
    "adviser": "advisor",
    "advisers": "advisors",
    "whilst": "while",
    "amongst": "among",
    "towards": "toward",
    "sceptical": "skeptical",
    "pyjamas": "pajamas",
    "manoeuvre": "maneuver",
    "ok": "okay",
}
_SHORT_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov", "st", "lt", "col", "sgt", "prof", "capt"}
)
_ABBREVIATED = frozenset({"us", "who", "it"})
_JOINED_PREFIXES = (
    "co-",
    "re-",
    "pre-",
    "anti-",
    "non-",
    "e-",
    "multi-",
    "sub-",
    "semi-",
    "mid-",
    "over-",
    "under-",
)
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Token:
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

    @property
    def content(self) -> bool:
        """Whether it carries meaning of its own: no mark and no function word."""
        if self.kind == "mark" or self.norm in FUNCTION_WORDS:
            return self.norm in _ABBREVIATED and self.text.isupper()
        return True


@lru_cache(maxsize=16384)
def normalise(text: str) -> tuple[str, bool]:
    """Return the normalised form of a word and whether a possessive ending was taken off."""
    norm = unicodedata.normalize("NFKC", text).casefold().translate(_HYPHENS)
    if norm.endswith("'s") and len(norm) > 2 and norm not in ("it's", "that's", "he's", "she's", "what's"):
        return norm[:-2].replace(".", ""), True
    if norm.count(".") > 1 and len(norm) <= 12:
        norm = norm.replace(".", "")
    return norm, False


@lru_cache(maxsize=16384)
def one_spelling(norm: str) -> str:
    """Return ``norm`` in one of the spellings that are in use (colour → color, -ise → -ize)."""
    if "-" in norm and norm.startswith(_JOINED_PREFIXES):
        norm = norm.replace("-", "", 1)
    if norm in _SPELLING_WORDS:
        return _SPELLING_WORDS[norm]
    if len(norm) > 4:
        for pattern, replacement, part in _SPELLING:
            if part in norm:
                norm = pattern.sub(replacement, norm)
    return norm


@lru_cache(maxsize=16384)
def stem(norm: str) -> str:
    """Return a light English stem; words of other languages mostly pass unchanged."""
    if norm in IRREGULAR_FORMS:
        norm = IRREGULAR_FORMS[norm]
    word = one_spelling(norm)
    if len(word) <= 3 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    else:
        for suffix in ("ing", "ed"):
            head = word[: -len(suffix)]
            if word.endswith(suffix) and len(head) >= 3 and _VOWEL.search(head):
                double = head[-1] == head[-2] and head[-1] not in "lsz"
                word = head[:-1] if double else head
                break
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    if word.endswith(("tion", "sion")) and len(word) > 7:
        word = word[:-3]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def dateline_end(text: str) -> int:
    """Return the offset behind a dateline such as ``LONDON (Reuters) -``; 0 where there is none.

    To the datelines that the reader of articles knows come those of a place and an agency before a colon, and
    of agencies in small letters.
    """
    known = article_dateline_end(text)
    if known is not None:
        return known
    match = _DATELINE.match(text)
    if match is None:
        return 0
    town = re.match(r"\s*([^\s,]+)", text)
    shouted = town is not None and town[1].isupper() and len(town[1]) > 2
    return match.end() if shouted or match["agency"] else 0


def _shortened(token: Token) -> bool:
    """Tell whether a full stop behind this token belongs to it: an initial or a short title."""
    return token.kind == "word" and token.capital and (len(token.norm) == 1 or token.norm in _SHORT_TITLES)


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
    for match in _TOKEN.finditer(text, start):
        begin, end = match.span()
        while number_of_quotation < len(quotations) and quotations[number_of_quotation][1] <= begin:
            number_of_quotation += 1
        inside = number_of_quotation < len(quotations) and quotations[number_of_quotation][0] <= begin
        quotation = number_of_quotation if inside else -1
        raw, group = match[0], match.lastgroup
        if group in ("mark", "ellipsis"):
            norm = "…" if group == "ellipsis" else raw
            tokens.append(Token(begin, end, raw, norm, norm, "mark", False, False, False, quotation))
            if raw not in _OPENING:
                initial = norm in _SENTENCE_END and not (
                    norm == "." and tokens[:-1] and _shortened(tokens[-2])
                )
            continue
        initial = initial or (inside and quotation != last_quotation)
        last_quotation = quotation
        norm, possessive = normalise(raw)
        possessive = possessive or (norm[-1] == "s" and not inside and text[end : end + 1] in ("'", "’"))
        capital = raw[0].isupper()
        if group == "number":
            tokens.append(
                Token(begin, end, raw, norm, norm, "number", capital, initial, possessive, quotation)
            )
        else:
            tokens.append(
                Token(begin, end, raw, norm, stem(norm), "word", capital, initial, possessive, quotation)
            )
        initial = False
    return tuple(tokens)

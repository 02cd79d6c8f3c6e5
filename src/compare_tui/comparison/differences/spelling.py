"""One form for each word: case, hyphens and possessives off, one spelling, a light stem."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from compare_tui.comparison.differences.lexicon import IRREGULAR_FORMS
from compare_tui.comparison.words import unaccented

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
    "sen": "senator",
    "sens": "senators",
    "rep": "representative",
    "reps": "representatives",
    "gov": "governor",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "prof": "professor",
}
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


@lru_cache(maxsize=16384)
def normalise(text: str) -> tuple[str, bool]:
    """Return the normalised form of a word and whether a possessive ending was taken off."""
    if text.isascii():
        norm = text.lower()
    else:
        norm = unicodedata.normalize("NFKC", text).casefold().translate(_HYPHENS)
    if norm.endswith("'s") and len(norm) > 2 and norm not in ("it's", "that's", "he's", "she's", "what's"):
        return norm[:-2].replace(".", ""), True
    if norm.count(".") > 1 and len(norm) <= 12:
        norm = norm.replace(".", "")
    return norm, False


@lru_cache(maxsize=16384)
def one_spelling(norm: str) -> str:
    """Return ``norm`` in one of the spellings in use (colour → color, -ise → -ize, café → cafe)."""
    if not norm.isascii():
        norm = unaccented(norm)
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

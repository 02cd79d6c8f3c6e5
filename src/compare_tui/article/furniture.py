"""Furniture: credits, bylines, date lines, related links, addresses and the like, told by their wording.

Nothing here looks at a block's neighbours. Every rule is anchored at both ends or bounded in length: a
sentence that merely contains such words is the article's own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare_tui.article import vocabulary as words
from compare_tui.article.dateline import is_dateline_alone
from compare_tui.article.dates import is_date_line
from compare_tui.article.punctuation import STOPS

_MOST_WORDS = 14
"""Words: a longer line is a sentence of the article unless its first words are a label."""

_LONGEST_LABELLED = 40
"""Words behind a label such as "Related article:"."""

_LONGEST_LABEL = 60
"""Characters of such a label."""

_LONGEST_CAPTION = 60
"""Words: a longer block with a credit behind it is a paragraph."""

_LONGEST_LINE = 200
"""Characters of a line that may be furniture as a whole."""

_LONGEST_CREDIT = 160
"""Characters of a credit behind a caption."""

_LONGEST_RIGHTS = 40
"""Characters of the words "All rights reserved" in any language, with blanks to spare."""

_LONGEST_CONTACT = 300
"""Characters of a line with an address or telephone number for the press."""

_LONGEST_REPORTING = 600
"""Characters of a note on who reported and edited."""

_CAPITAL = r"[^\W\d_a-zа-яё]"
_NAME_WORD = rf"(?:{_CAPITAL}[\w'’.\-]*|de|del|della|der|di|du|da|den|van|von|bin|al|el|la|le|zu)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}"
FULL_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}"
"""Regular expression of a name of two to five words."""

_SHORT_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,2}}"
_AND = (
    r"(?:\s*[/|,•·&]\s*|\s+(?:and|und|et|y|e|и|via|for|für|pour|para|для|in|of|at)\s+|,\s+and\s+|\s+[-–—]\s+)"
)
_NAMES = rf"{_NAME}(?:{_AND}{_NAME}){{0,5}}"
_ONLY_NAMES = re.compile(_NAMES)
_AGENCY = re.compile(words.AGENCY)
_BEFORE_AGENCY = re.compile(r"\s*[/|,–—-]\s*$")
_BEHIND_AGENCY = re.compile(r"(?:\s+(?:Photo|Images?|Foto|File))?(\s*[/|,–—-]\s*|\s+via\s+|$)")
_CREDIT_LABEL = re.compile(
    rf"{words.CREDIT_LABEL}\s*(?:[:©]|by\b|courtesy of\b|via\b|of\b|von\b|par\b|de\b)\s*"
)
_RIGHTS_SIGN = re.compile(r"©\s*(?:\d{4}\s*)?")
_BRACKETS = re.compile(r"[(\[]?\s*(.*?)\s*[)\]]?\.?", re.DOTALL)
_BEHIND_SENTENCE = r"(?<=[.!?…”\"’»)])\s+"
# Without a full stop before it, only a bracket that speaks of a picture, or a label, is a credit.
_BEHIND_WORD = r"\s+(?=[(\[][^()\[\]]*(?:Photo|Foto|Image|/)|©|(?:Photo|Foto|Image|Picture|Credit)\w*\s*[:©])"
_BEFORE_CREDIT = re.compile(rf"(?:{_BEHIND_SENTENCE}|{_BEHIND_WORD})(?=\S)")
_DASH = re.compile(r"[-–—]\s*")
_CAPITALS_TAIL = re.compile(
    rf"{_BEHIND_SENTENCE}((?:[-–—]\s*)?(?:{_CAPITAL}){{3,12}}(?:[/-](?:{_CAPITAL}){{2,12}})?)$"
)
# Each form of a byline is tried only behind the words that begin or end it; the cache of re compiles it then.
_BYLINES = (
    (re.compile(r"By\s|BY\s"), rf"(?:By|BY)\s+{_NAMES}(?:,\s*{words.JOB})?\.?$"),
    (
        re.compile(words.BEFORE_BY),
        rf"{words.BEFORE_BY}\s*[:|–-]?\s+(?:By|BY|by)\s+{_SHORT_NAME}"
        rf"(?:(?: and|,) {_SHORT_NAME}|,\s*{words.JOB}| in {_NAME}){{0,3}}\.?$",
    ),
    (re.compile(r"(?:Von|Par|Por)\s"), rf"(?:Von|Par|Por)\s+{FULL_NAME}(?:{_AND}{_NAME}){{0,5}}\.?$"),
    (re.compile(words.BYLINE_LABEL), rf"{words.BYLINE_LABEL}\s+{_NAMES}\.?$"),
    (
        re.compile(rf".*(?i:{words.PROFESSION}s?|Press|Reuters|AFP|Bloomberg)\.?$"),
        rf"{FULL_NAME}\s*[|,–—-]\s*{words.JOB}\.?$",
    ),
)
_NO_NAME = re.compile(rf"(?:By|Von|Par|Por)\s+{words.NO_NAME_BEHIND_BY}\b")
_LABELLED = rf"{words.LABEL}\s*[:：>»→]"
_LABEL_END = re.compile("[:：>»→]")
_BARE_LABEL = re.compile(rf"{words.BARE_LABEL}\s*[:：]", re.IGNORECASE)
_WHOLE_LINE = re.compile(rf"(?:{words.WHOLE_LINE}|{words.RIGHTS_RESERVED})[.…:!]*$", re.IGNORECASE)
_OPENING = re.compile(rf"{words.OPENING}\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}|Copyright\b.{0,3}(?:\d{4}|©|\(c\)|by\b)", re.IGNORECASE)
_RIGHTS_END = re.compile(rf"\b{words.RIGHTS_RESERVED}\.?$", re.IGNORECASE)
_REPORTED_BY = re.compile(words.REPORTED_BY)
_REPORTING_NAMES = rf"(?:{words.REPORTED_BY}\s+{_NAMES}\s*[;,.]?\s*)+$"
_REPORTING_BRACKET = re.compile(rf"[(\[]\s*{words.REPORTED_BY}\s[^()\[\]]*[)\]]\.?$")
_REPORTING_TAIL = re.compile(rf"{_BEHIND_SENTENCE}([(\[]\s*{words.REPORTED_BY}\s[^()\[\]]*[)\]]\.?)$")
_CAPTION_LABEL = re.compile(rf"{words.CAPTION_LABEL}\s*(?:[:：]|\s[-–—]\s)\s*(?=\S)", re.IGNORECASE)

_CONTACT = re.compile(rf"(?:{words.CONTACT}\s*[:：]|{words.CONTACT_SENTENCE}\b)", re.IGNORECASE)
_CALL_FOR_STORIES = re.compile(words.CALL_FOR_STORIES, re.IGNORECASE)
_PHONE_NUMBER = r"(?:(?:\+|\(?0)\d[\d ()./-]{5,20}\d|1[-. ]\d{3}[-. ]\d{3}[-. ]\d{4})"
_PHONE_LINE = re.compile(
    rf"(?:(?:Tel(?:ephone)?|Phone|Mobile|T|M|Ph)\b[.:]*\s*)?{_PHONE_NUMBER}$", re.IGNORECASE
)
_REACHED_AT = re.compile(rf"{_PHONE_NUMBER}|[\w.+-]+@[\w-]+\.\w|\bwww\.|https?://", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"[<(]?(?:(?:https?|ftp)://|www\.)\S", re.IGNORECASE)
_MAIL_ADDRESS = re.compile(r"[<(]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>),.;]*$")
_ADDRESS_REST = re.compile(r"(?=\S*[\d/=?&%_.#-])[\w\-./?=&%#~+,;:@!$'()*]+$")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_FIRST_UNSPACED = "\u3040"
_MOST_ADDRESSES = 5
"""Addresses and their cut-off rests in one block."""


def word_count(text: str) -> int:
    """Return the number of words; two characters count as one in scripts without blanks."""
    count = len(text.split())
    if text.isascii():
        return count
    return max(count, sum(character >= _FIRST_UNSPACED for character in text) // 2)


def is_separator(text: str) -> bool:
    """Tell whether ``text`` holds neither a letter nor a digit."""
    return _LETTER_OR_DIGIT.search(text) is None


def is_address_rest(token: str) -> bool:
    """Tell whether ``token`` can be the rest of an address that a line end has cut."""
    return _ADDRESS_REST.match(token) is not None


def is_address(text: str) -> bool:
    """Tell whether ``text`` is web or mail addresses, the last one perhaps cut in two by a line end."""
    if "@" not in text and not _WEB_ADDRESS.match(text.lstrip()):
        return False
    tokens = text.split(None, _MOST_ADDRESSES)
    if not tokens or len(tokens) > _MOST_ADDRESSES or not _is_address_token(tokens[0]):
        return False
    return all(_is_address_token(token) or is_address_rest(token) for token in tokens[1:])


def _is_address_token(token: str) -> bool:
    return _WEB_ADDRESS.match(token) is not None or _MAIL_ADDRESS.match(token) is not None


def is_credit(text: str) -> bool:
    """Tell whether ``text`` is nothing but the credit of a picture or the name of an agency."""
    if len(text) > _LONGEST_CREDIT:
        return False
    inner = _BRACKETS.fullmatch(text)
    return inner is not None and _is_bare_credit(inner[1])


def _is_bare_credit(text: str) -> bool:
    """Tell whether ``text`` is a labelled credit, a rights sign with names, or an agency with names."""
    if label := _CREDIT_LABEL.match(text):
        rest = text[label.end() :]
        if _are_names(rest) or _is_agency_credit(rest):
            return True
    if sign := _RIGHTS_SIGN.match(text):
        return _are_names(text[sign.end() :])
    return _is_agency_credit(text)


def _is_agency_credit(text: str) -> bool:
    for agency in _AGENCY.finditer(text):
        before = _BEFORE_AGENCY.search(text[: agency.start()])
        if agency.start() and not (before and _are_names(text[: before.start()])):
            continue
        behind = _BEHIND_AGENCY.match(text, agency.end())
        if behind and (behind.end() == len(text) or (behind[1] and _are_names(text[behind.end() :]))):
            return True
    return False


def _are_names(text: str) -> bool:
    return _ONLY_NAMES.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Tell whether ``text`` names the author."""
    if len(text) > _LONGEST_CREDIT:
        return False
    named = any(sign.match(text) and re.match(pattern, text) for sign, pattern in _BYLINES)
    return named and _NO_NAME.match(text) is None


def is_labelled(text: str) -> bool:
    """Tell whether ``text`` begins with a label such as "Related article:", or labels an address."""
    if not _LABEL_END.search(text, 0, _LONGEST_LABEL):
        return False
    if re.match(_LABELLED, text, re.IGNORECASE):
        return True
    label = _BARE_LABEL.match(text)
    return label is not None and (label.end() == len(text) or is_address(text[label.end() :]))


def is_contact(text: str) -> bool:
    """Tell whether ``text`` names whom the press may ask, with an address or telephone number."""
    if len(text) > _LONGEST_CONTACT:
        return False
    if text[-1:].isdecimal() and _PHONE_LINE.match(text):
        return True
    if text[:4].lower() != "for " and not _LABEL_END.search(text, 0, _LONGEST_LABEL):
        return False
    label = _CONTACT.match(text)
    return label is not None and _REACHED_AT.search(text, label.end()) is not None


def is_reporting_credit(text: str) -> bool:
    """Tell whether ``text`` names who reported, wrote or edited."""
    if len(text) > _LONGEST_REPORTING:
        return False
    if _REPORTED_BY.match(text):
        return re.match(_REPORTING_NAMES, text) is not None
    return _REPORTING_BRACKET.match(text) is not None


def is_furniture(text: str) -> bool:
    """Tell whether a block or sentence is furniture, from its wording alone."""
    if is_separator(text) or is_address(text) or is_reporting_credit(text) or is_contact(text):
        return True
    if is_labelled(text) or _RIGHTS_END.search(text[-_LONGEST_RIGHTS:]) or _CALL_FOR_STORIES.match(text):
        return word_count(text) <= _LONGEST_LABELLED
    if is_date_line(text) or is_dateline_alone(text):
        return True
    if len(text) > _LONGEST_LINE or word_count(text) > _MOST_WORDS:
        return False
    return (
        _WHOLE_LINE.match(text) is not None
        or _OPENING.match(text) is not None
        or _COPYRIGHT.match(text) is not None
        or is_credit(text)
        or is_byline(text)
    )


@lru_cache(maxsize=8)
def stands_apart(line: str) -> bool:
    """Tell whether a line is never part of a wrapped paragraph."""
    if len(line) > _LONGEST_LINE:
        return False
    if is_address(line) or is_separator(line) or is_labelled(line):
        return True
    if len(line) <= _LONGEST_LABEL and _WHOLE_LINE.match(line):
        return True
    if line.endswith((".", "-", "–", "—")):
        return False
    return is_byline(line) or is_date_line(line) or is_dateline_alone(line)


def credit_start(text: str) -> int | None:
    """Return where a credit begins behind the last sentence of ``text``, or None.

    A single word in capitals is a credit, and so is a note in brackets on who reported and edited.
    """
    if text.endswith((")", "]", ").", "].")):
        offset = max(0, len(text) - _LONGEST_REPORTING)
        if match := _REPORTING_TAIL.search(text, offset):
            return match.start(1)
    if text[-1:] in STOPS or text[-1:] in "\"'”’»":
        return None
    offset = max(0, len(text) - _LONGEST_CREDIT)
    for gap in _BEFORE_CREDIT.finditer(text, offset):
        dash = _DASH.match(text, gap.end())
        if is_credit(text[dash.end() if dash else gap.end() :]):
            return gap.end()
    match = _CAPITALS_TAIL.search(text, offset)
    return match.start(1) if match else None


def has_caption_label(text: str) -> bool:
    """Tell whether ``text`` begins with a label such as "Photo:" and describes a picture behind it."""
    return fits_caption(text) and _CAPTION_LABEL.match(text) is not None


def fits_caption(text: str) -> bool:
    """Tell whether ``text`` is short enough to stand under a picture."""
    return word_count(text) <= _LONGEST_CAPTION

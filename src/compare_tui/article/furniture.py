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

_KEPT_LINES = 256
"""Blocks whose answer is kept: lists and transcripts repeat short lines."""

_LONGEST_RIGHTS = 40
"""Characters of the words "All rights reserved" in any language, with blanks to spare."""

_LONGEST_CONTACT = 300
"""Characters of a line with an address or telephone number for the press."""

_LONGEST_REPORTED_BY = 40
"""Characters of words such as "Additional reporting by"."""

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
# Long patterns are left to the cache of re, which compiles them when a text looks like what they are for:
# together they take longer to compile than an article takes to read.
_AGENCY = words.AGENCY
_BEFORE_AGENCY = r"\s*[/|,–—-]\s*$"
_BEHIND_AGENCY = r"(?:\s+(?:Photo|Images?|Foto|File))?(\s*[/|,–—-]\s*|\s+via\s+|$)"
_CREDIT_LABEL = rf"{words.CREDIT_LABEL}\s*(?:[:©]|by\b|courtesy of\b|via\b|of\b|von\b|par\b|de\b)\s*"
_RIGHTS_SIGN = re.compile(r"©\s*(?:\d{4}\s*)?")
_BRACKETS = re.compile(r"[(\[]?\s*(.*?)\s*[)\]]?\.?", re.DOTALL)
_BEHIND_SENTENCE = r"(?<=[.!?…”\"’»)])\s+"
# Without a full stop before it, only a bracket that speaks of a picture, or a label, is a credit.
_BEHIND_WORD = r"\s+(?=[(\[][^()\[\]]*(?:Photo|Foto|Image|/)|©|(?:Photo|Foto|Image|Picture|Credit)\w*\s*[:©])"
_BEFORE_CREDIT = rf"(?:{_BEHIND_SENTENCE}|{_BEHIND_WORD})(?=\S)"
_DASH = r"[-–—]\s*"
_CAPITALS_TAIL = rf"{_BEHIND_SENTENCE}((?:[-–—]\s*)?(?:{_CAPITAL}){{3,12}}(?:[/-](?:{_CAPITAL}){{2,12}})?)$"
# Each form of a byline is tried only behind the words that begin it.
_BYLINES = (
    (re.compile(r"By\s|BY\s"), rf"(?:By|BY)\s+{_NAMES}(?:,\s*{words.JOB})?\.?$"),
    (
        re.compile(words.BEFORE_BY),
        rf"{words.BEFORE_BY}\s*[:|–-]?\s+(?:By|BY|by)\s+{_SHORT_NAME}"
        rf"(?:(?: and|,) {_SHORT_NAME}|,\s*{words.JOB}| in {_NAME}){{0,3}}\.?$",
    ),
    (re.compile(r"(?:Von|Par|Por)\s"), rf"(?:Von|Par|Por)\s+{FULL_NAME}(?:{_AND}{_NAME}){{0,5}}\.?$"),
    (re.compile(words.BYLINE_LABEL), rf"{words.BYLINE_LABEL}\s+{_NAMES}\.?$"),
)
_NAME_AND_JOB = rf"{FULL_NAME}\s*[|,–—-]\s*{words.JOB}\.?$"
_JOBS = ("chief", "columnist", "correspondent", "critic", "editor", "reporter", "writer")
_JOB_ENDS = (*_JOBS, *(f"{job}s" for job in _JOBS), "press", "reuters", "afp", "bloomberg")
"""How a line of a name and a job ends, in small letters."""
_LONGEST_JOB_END = 15
_NO_NAME = rf"(?:By|Von|Par|Por)\s+{words.NO_NAME_BEHIND_BY}\b"
_LABELLED = rf"{words.LABEL}\s*[:：>»→]"
_LABEL_END = re.compile("[:：>»→]")
_BARE_LABEL = rf"{words.BARE_LABEL}\s*[:：]"
_WHOLE_LINE = rf"(?:{words.WHOLE_LINE}|{words.RIGHTS_RESERVED})[.…:!]*$"
_OPENING = rf"{words.OPENING}\b"
_COPYRIGHT = r"©|\(c\)\s*\d{4}|Copyright\b.{0,3}(?:\d{4}|©|\(c\)|by\b)"
_RIGHTS_END = rf"\b{words.RIGHTS_RESERVED}\.?$"
_RIGHTS_WORDS = ("reserved", "vorbehalten", "réservés", "reservados", "защищены")
_REPORTED_BY = words.REPORTED_BY
_REPORTED_WORDS = (" by", " from")
_REPORTING_NAMES = rf"(?:{words.REPORTED_BY}\s+{_NAMES}\s*[;,.]?\s*)+$"
_REPORTING_BRACKET = rf"[(\[]\s*{words.REPORTED_BY}\s[^()\[\]]*[)\]]\.?$"
_REPORTING_TAIL = rf"{_BEHIND_SENTENCE}([(\[]\s*{words.REPORTED_BY}\s[^()\[\]]*[)\]]\.?)$"
_CAPTION_LABEL = rf"{words.CAPTION_LABEL}\s*(?:[:：]|\s[-–—]\s)\s*(?=\S)"
_CAPTION_SIGN = re.compile(r"[:：]|\s[-–—]\s")
_CAPTION_MARKS = ":-–—："

_CONTACT = rf"(?:{words.CONTACT}\s*[:：]|{words.CONTACT_SENTENCE}\b)"
_CALL_FOR_STORIES = words.CALL_FOR_STORIES
_CALLS = (
    *("do you have ", "have you got ", "got ", "get in touch ", "tell us "),
    *("call our", "ring our", "phone our", "e-mail our", "email our", "text our", "contact our"),
    *("message our", "whatsapp our"),
)
"""How such a call begins, in small letters."""
_LONGEST_CALL = 16
_PHONE_NUMBER = r"(?:(?:\+|\(?0)\d[\d ()./-]{5,20}\d|1[-. ]\d{3}[-. ]\d{3}[-. ]\d{4})"
_PHONE_LINE = rf"(?:(?:Tel(?:ephone)?|Phone|Mobile|T|M|Ph)\b[.:]*\s*)?{_PHONE_NUMBER}$"
_REACHED_AT = rf"{_PHONE_NUMBER}|[\w.+-]+@[\w-]+\.\w|\bwww\.|https?://"
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
    if label := re.match(_CREDIT_LABEL, text):
        rest = text[label.end() :]
        if _are_names(rest) or _is_agency_credit(rest):
            return True
    if sign := _RIGHTS_SIGN.match(text):
        return _are_names(text[sign.end() :])
    return _is_agency_credit(text)


def _is_agency_credit(text: str) -> bool:
    for agency in re.finditer(_AGENCY, text):
        before = re.search(_BEFORE_AGENCY, text[: agency.start()])
        if agency.start() and not (before and _are_names(text[: before.start()])):
            continue
        rest = text[agency.end() :]
        behind = re.match(_BEHIND_AGENCY, rest)
        if behind and (behind.end() == len(rest) or (behind[1] and _are_names(rest[behind.end() :]))):
            return True
    return False


def _are_names(text: str) -> bool:
    return re.fullmatch(_NAMES, text) is not None


def is_byline(text: str) -> bool:
    """Tell whether ``text`` names the author."""
    if len(text) > _LONGEST_CREDIT:
        return False
    named = any(sign.match(text) and re.match(pattern, text) for sign, pattern in _BYLINES)
    if not named and text[-_LONGEST_JOB_END:].lower().rstrip(".").endswith(_JOB_ENDS):
        named = re.match(_NAME_AND_JOB, text) is not None
    return named and re.match(_NO_NAME, text) is None


def is_labelled(text: str) -> bool:
    """Tell whether ``text`` begins with a label such as "Related article:", or labels an address."""
    if not _LABEL_END.search(text, 0, _LONGEST_LABEL):
        return False
    if re.match(_LABELLED, text, re.IGNORECASE):
        return True
    label = re.match(_BARE_LABEL, text, re.IGNORECASE)
    return label is not None and (label.end() == len(text) or is_address(text[label.end() :]))


def is_contact(text: str) -> bool:
    """Tell whether ``text`` names whom the press may ask, with an address or telephone number."""
    if len(text) > _LONGEST_CONTACT:
        return False
    if text[-1:].isdecimal() and re.match(_PHONE_LINE, text, re.IGNORECASE):
        return True
    if text[:4].lower() != "for " and not _LABEL_END.search(text, 0, _LONGEST_LABEL):
        return False
    label = re.match(_CONTACT, text, re.IGNORECASE)
    return label is not None and re.search(_REACHED_AT, text[label.end() :], re.IGNORECASE) is not None


def is_reporting_credit(text: str) -> bool:
    """Tell whether ``text`` names who reported, wrote or edited."""
    if len(text) > _LONGEST_REPORTING:
        return False
    if text[:1] in ("(", "["):
        return re.match(_REPORTING_BRACKET, text) is not None
    opening = text[:_LONGEST_REPORTED_BY]
    if not any(word in opening for word in _REPORTED_WORDS) or not re.match(_REPORTED_BY, opening):
        return False
    return re.match(_REPORTING_NAMES, text) is not None


def _reserves_rights(text: str) -> bool:
    tail = text[-_LONGEST_RIGHTS:]
    if not tail.lower().rstrip(".").endswith(_RIGHTS_WORDS):
        return False
    return re.search(_RIGHTS_END, tail, re.IGNORECASE) is not None


def _calls_for_stories(text: str) -> bool:
    if not text[:_LONGEST_CALL].lower().startswith(_CALLS):
        return False
    return re.match(_CALL_FOR_STORIES, text, re.IGNORECASE) is not None


@lru_cache(maxsize=_KEPT_LINES)
def is_furniture(text: str) -> bool:
    """Tell whether a block or sentence is furniture, from its wording alone."""
    if is_separator(text) or is_address(text) or is_reporting_credit(text) or is_contact(text):
        return True
    if is_labelled(text) or _reserves_rights(text) or _calls_for_stories(text):
        return word_count(text) <= _LONGEST_LABELLED
    if is_date_line(text) or is_dateline_alone(text):
        return True
    if len(text) > _LONGEST_LINE or word_count(text) > _MOST_WORDS:
        return False
    return (
        re.match(_WHOLE_LINE, text, re.IGNORECASE) is not None
        or re.match(_OPENING, text, re.IGNORECASE) is not None
        or re.match(_COPYRIGHT, text, re.IGNORECASE) is not None
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
    if len(line) <= _LONGEST_LABEL and re.match(_WHOLE_LINE, line, re.IGNORECASE):
        return True
    if line.endswith((".", "-", "–", "—")):
        return False
    return is_byline(line) or is_date_line(line) or is_dateline_alone(line)


@lru_cache(maxsize=_KEPT_LINES)
def credit_start(text: str) -> int | None:
    """Return where a credit begins behind the last sentence of ``text``, or None.

    A single word in capitals is a credit, and so is a note in brackets on who reported and edited.
    """
    if text.endswith((")", "]", ").", "].")):
        offset = max(0, len(text) - _LONGEST_REPORTING)
        # The mark before the bracket is looked at, too.
        if match := re.compile(_REPORTING_TAIL).search(text, offset):
            return match.start(1)
    if text[-1:] in STOPS or text[-1:] in "\"'”’»":
        return None
    offset = max(0, len(text) - _LONGEST_CREDIT)
    for gap in re.compile(_BEFORE_CREDIT).finditer(text, offset):
        rest = text[gap.end() :]
        dash = re.match(_DASH, rest)
        if is_credit(rest[dash.end() if dash else 0 :]):
            return gap.end()
    match = re.compile(_CAPITALS_TAIL).search(text, offset)
    return match.start(1) if match else None


def has_caption_label(text: str) -> bool:
    """Tell whether ``text`` begins with a label such as "Photo:" and describes a picture behind it."""
    # Single characters are found faster than a choice of them.
    if not any(map(text.__contains__, _CAPTION_MARKS)) or not _CAPTION_SIGN.search(text):
        return False
    if not fits_caption(text):
        return False
    return re.match(_CAPTION_LABEL, text, re.IGNORECASE) is not None


def fits_caption(text: str) -> bool:
    """Tell whether ``text`` is short enough to stand under a picture."""
    return word_count(text) <= _LONGEST_CAPTION

"""The one cleaner at the border: text from outside becomes text that is safe to show and to measure.

Terminals obey control characters, and readers cannot see format characters; a tool that compares details must
neither pass the first on nor hide the second. Every string from outside goes through :func:`clean` once.
"""

from __future__ import annotations

import re

from compare_tui.article.model import HiddenCharacter

HIDDEN_MARK = "\N{WHITE VERTICAL RECTANGLE}"
"""Stands for a character that has no shape of its own."""

SURROGATE_MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands for half a character: a lone surrogate."""

_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f"
_SURROGATES = "\ud800-\udfff"

# Characters without a shape: C1, soft hyphen, fillers, bidi and other format controls, joiners, variation
# selectors, interlinear annotation, tags, noncharacters, and code points set aside for more of them.
_SHAPELESS = (
    "\x80-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(plane << 16 | 0xFFFE) + "-" + chr(plane << 16 | 0xFFFF) for plane in range(1, 17))
)
_SUSPECT_SET = _CONTROLS + _SHAPELESS + _SURROGATES
_SUSPECT = f"[{_SUSPECT_SET}]"
_SUSPECT_ASCII = re.compile(f"[{_CONTROLS}]")

# Large stretches without a suspect in them: a short set of ranges scans five times as fast as the full one,
# which pays for compiling it from this many characters on.
_BEYOND_PLAIN = (
    "[^\n\t -~\xa0-\xac\xae-\u034e\u0370-\u061b\u061d-\u07ff\u0900-\u109f"
    "\u2010-\u2027\u202f-\u205f\u2070-\u3163\u3165-\ud7ff]"
)
_LONG = 50_000

# Scripts whose letters take another shape beside ZWJ and ZWNJ: Arabic, Syriac, Thaana, N'Ko, the Indic
# scripts, Tibetan, Myanmar, Khmer, Mongolian and their extensions.
_JOINING_SCRIPTS = (
    "\u0600-\u061b\u061d-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1800-\u180a\u1810-\u18af"
    "\ua840-\uaaff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe"
)
_PICTOGRAPHS = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_EMOJI = f"[{_PICTOGRAPHS}][\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
_NEEDED = (
    f"{_EMOJI}(?:\u200d{_EMOJI})*"
    "|[0-9#*]\ufe0f\u20e3"
    f"|(?<=[{_JOINING_SCRIPTS}])[\u200c\u200d]"
    f"|(?<![\\s{_SUSPECT_SET}])[\u200c\u200d](?=[{_JOINING_SCRIPTS}])"
    "|(?<=[\u1820-\u18aa])[\u180b-\u180f]"
)
_NEEDED_OR_SUSPECT = f"({_NEEDED})|[{_SUSPECT_SET}]"
_CONTEXT_CHARACTER = "[\u200c\u200d\ufe0e\ufe0f\u180b-\u180f]"


def _mark(character: str) -> str:
    """Return what is shown in place of one suspect character."""
    code = ord(character)
    if character in _LINE_ENDS:
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if 0xD800 <= code <= 0xDFFF:
        return SURROGATE_MARK
    return HIDDEN_MARK


def _mark_match(match: re.Match[str]) -> str:
    return _mark(match[0])


def _mark_unless_needed(match: re.Match[str]) -> str:
    return match[1] or _mark(match[0])


def normalize_newlines(text: str) -> str:
    """Return ``text`` with each CR LF pair and each other CR as one LF; no other step changes a length."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def clean(text: str, *, lines: bool = True) -> str:
    r"""Return ``text`` with nothing in it that a terminal obeys or that no reader sees.

    Apart from ``\r\n``, which becomes ``\n``, one character in is one character out. Control characters
    become their pictures (U+2400 and following), shapeless characters U+25AF, lone surrogates U+FFFD.
    Joiners and variation selectors stay inside emoji and in scripts that need them. Cleaning twice is
    cleaning once.

    Args:
        text: Any string, including one with lone surrogates.
        lines: Keep the text's lines, each ended by ``\n``. If false, line ends and tabs become blanks:
            for file names, error texts and arguments that are shown on one line.
    """
    text = normalize_newlines(text)
    if text.isascii():
        if _SUSPECT_ASCII.search(text):
            text = _SUSPECT_ASCII.sub(_mark_match, text)
    elif (len(text) < _LONG or re.search(_BEYOND_PLAIN, text)) and re.search(_SUSPECT, text):
        if re.search(_CONTEXT_CHARACTER, text):
            text = re.sub(_NEEDED_OR_SUSPECT, _mark_unless_needed, text)
        else:
            text = re.sub(_SUSPECT, _mark_match, text)
    return text if lines else text.replace("\n", " ").replace("\t", " ")


def hidden_characters(raw: str, cleaned: str) -> tuple[HiddenCharacter, ...]:
    """Return the characters of ``raw`` that ``cleaned`` shows as marks, in order; line ends do not count.

    Args:
        raw: The text before cleaning, with its newlines normalised, so that it is as long as ``cleaned``.
        cleaned: ``clean(raw)``.
    """
    if raw == cleaned:
        return ()
    return tuple(
        HiddenCharacter(match.start(), ord(match[0]))
        for match in re.finditer(_SUSPECT, raw)
        if match[0] not in _LINE_ENDS and cleaned[match.start()] != match[0]
    )

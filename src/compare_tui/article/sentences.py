"""Cutting a paragraph into sentences: sentencex, corrected by a few rules that hold in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from compare_tui.article.dateline import dateline_end
from compare_tui.article.dates import MONTHS
from compare_tui.article.furniture import is_separator

Cut = tuple[int, int]
"""Start and end of a sentence, in code points."""

_QUOTES = re.compile('["“”„‟«»‹›「」『』‘’]')
_QUOTED_STOP = re.compile(r"(?<!\b[^\W\d_])\.[\"”»]+\s+(?=[\"“„«]?[^\W\d_])")
_CLOSING_QUOTES = '"”»'
_OPENING_QUOTES = ('"', "“", "„", "«")
_LEADING_MARKS = re.compile("[\"'“‘„«»‹›(\\[「『¿¡]*")

_TITLES = (
    "mr mrs ms mx dr prof gen lt col maj sgt capt cmdr adm sen rep gov pres amb sec dep rev hon st msgr supt"
    " det insp cpl pvt fr mme mlle sr sra srta dra ing hr geb bzw vgl ca z.b u.a d.h г гг ул т.е им акад проф"
    " डॉ प्रो د"
)
_BEFORE_NUMBER_WORDS = (
    "no nos nr art arts fig figs vol ch sec p pp para approx ca cf № стр рис रु क्र"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_BEFORE_NAME = frozenset(_TITLES.split())
_BEFORE_NUMBER = frozenset(_BEFORE_NUMBER_WORDS.split())
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$")
_INITIAL = re.compile(r"[^\W\d_]\.$")
_ORDINAL = re.compile(r"\d{1,2}\.$")
_GLUED_INITIAL = re.compile(r"[^\W\d_]\.")
"""What follows a full stop without a blank inside an abbreviation: "R-S.C."."""
_WORD = re.compile(r"[\w'’-]+")
_STARTERS = """
    the a an he she it they we i you this that these those there his her its their our my your if when while
    after before as at in on for from by with to of but and or so yet not now then however meanwhile also some
    many most more no both another such since under over during until although though because what who where
    why how all one two three each several others officials
"""
_NO_NAME = frozenset(_STARTERS.split())
_CITED_ON = (
    "^(?:と|って|との|[^，。！？、,!?\\s]{0,8}(?:说|說|表示|指出|称|稱|道|强调|強調|补充|補充)"
    "|[^，。！？、,!?\\s]{0,30}(?:说|說|表示|指出|强调|強調|补充|補充)(?:道)?。?$)"
)
_FALLBACK = "(?:[.!?…؟۔।॥]+[\"'”’»›)\\]]*\\s+(?=\\S))|(?:[。！？]+[」』”’）]*(?=\\S))"

_TAIL = 80
"""Characters at the end of a sentence that tell whether it goes on."""

_PART = 4000
"""Characters: paragraphs are cut into sentences in parts of one to two times this length."""

_LONG_QUOTATION = 40
"""Words: a passage this long with three sentences in quotation marks is cut inside them."""

_VERY_LONG_QUOTATION = 60
"""Words: from here on, two sentences are enough."""


@cache
def _segmenter() -> Callable[[str, str], list[str]] | None:
    """Return ``sentencex.segment``, or None where there is no wheel for this platform."""
    try:
        from sentencex import segment
    except ImportError:
        return None
    found: Callable[[str, str], list[str]] = segment
    return found


_ODD_BLANK = re.compile("[\t\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def segmenter_view(text: str) -> str:
    """Return ``text``, as long as before, with exotic blanks as blanks and lone surrogates as U+FFFD.

    sentencex 1.0 panics at a capital, an exotic blank and a full stop in a row.
    """
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _ODD_BLANK.sub(" ", text))


def _cut_plainly(view: str) -> list[Cut]:
    """Return the sentences of ``view`` by punctuation alone."""
    ends = [match.end() for match in re.finditer(_FALLBACK, view)]
    return list(zip([0, *ends], [*ends, len(view)], strict=True))


def _cut(view: str, language: str) -> list[Cut]:
    """Return the sentences of ``view`` as sentencex sees them, without a gap.

    Its time grows with the square of the unclosed brackets and quotation marks: long paragraphs go in parts.
    """
    segment = _segmenter()
    if segment is None:
        return _cut_plainly(view)
    if len(view) <= _PART:
        return _cut_part(view, language, segment)
    cuts: list[Cut] = []
    for start, end, inside_sentence in _parts(view):
        part = [(start + a, start + b) for a, b in _cut_part(view[start:end], language, segment)]
        if inside_sentence and cuts and part:
            part[0] = (cuts.pop()[0], part[0][1])
        cuts += part
    return cuts


def _parts(view: str) -> Iterator[tuple[int, int, bool]]:
    """Yield parts of about ``_PART`` characters: start, end, and whether the start is inside a sentence."""
    start = 0
    inside_sentence = False
    for _, end in _cut_plainly(view):
        while end - start > 2 * _PART:
            yield start, start + 2 * _PART, inside_sentence
            start += 2 * _PART
            inside_sentence = True
        if end - start >= _PART or end == len(view):
            yield start, end, inside_sentence
            start, inside_sentence = end, False


def _cut_part(view: str, language: str, segment: Callable[[str, str], list[str]]) -> list[Cut]:
    """Return the sentences of ``view``, by punctuation alone where ``segment`` fails."""
    try:
        parts = segment(language, view)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # a panic in the native code is no Exception
        return _cut_plainly(view)
    if sum(map(len, parts)) != len(view):
        return _cut_plainly(view)
    cuts: list[Cut] = []
    position = 0
    for part in parts:
        cuts.append((position, position + len(part)))
        position += len(part)
    return cuts


def _belong_together(left: str, right: str) -> bool:
    """Tell whether two neighbouring cuts, trimmed and not empty, are one sentence."""
    if is_separator(right) or is_separator(left):
        return True
    marks = _LEADING_MARKS.match(right)
    head = right[marks.end() if marks else 0 :] or right
    first = head[0]
    # German »…« opens with the mark by which French «…» closes.
    opens = right[0] in "’»›" and right[1:2].isalnum()
    if not opens and (right[0] in "”’»›)]}」』】,;:%…–—" or right.startswith("- ")):
        return True
    if opens and right[0] == "’":
        return False
    if first.islower() and not head[1:2].isupper():
        return True
    if left[-1] in "」』”" and re.match(_CITED_ON, right):
        return True
    if left[-1] != ".":
        return False
    before, _, last = left.rpartition(" ")
    last = last.lstrip("\"'“‘„«([")
    if first.isdecimal():
        return last[:-1].lower() in _BEFORE_NUMBER
    if last[:-1].lower() in _BEFORE_NAME:
        return True
    word = _WORD.match(head)
    next_word = word[0].lower() if word else ""
    if _ORDINAL.match(last):
        return next_word in MONTHS or not before
    if next_word in _NO_NAME:
        return False
    if _DOTTED.match(last):
        return True
    return _INITIAL.match(last) is not None and (not before or before.rpartition(" ")[2][0:1].isupper())


def _is_quoting(text: str) -> bool:
    return '"' in text or (not text.isascii() and _QUOTES.search(text) is not None)


def _refine(text: str, cuts: list[Cut]) -> list[Cut]:
    """Return ``cuts`` with a further one behind each full stop in closing quotation marks.

    A quotation mark that the segmenter took for the wrong kind moves to the side that it touches.
    """
    bounds = {end for _, end in cuts}
    if _is_quoting(text):
        bounds.update(match.end() for match in _QUOTED_STOP.finditer(text))
    moved: list[int] = []
    for bound in sorted(bounds - {len(text)}):
        while bound < len(text) and text[bound] in _CLOSING_QUOTES and not text[bound - 1].isspace():
            bound += 1
        opened = text[bound - 2 : bound]
        if opened[:1].isspace() and opened[1:] in _OPENING_QUOTES and not text[bound : bound + 1].isspace():
            bound -= 1
        if not moved or bound > moved[-1]:
            moved.append(bound)
    return list(zip([0, *moved], [*moved, len(text)], strict=True))


def _merge(text: str, cuts: list[Cut]) -> list[Cut]:
    """Return ``cuts`` trimmed, without empty ones, and with those joined that are one sentence."""
    merged: list[Cut] = []
    for start, end in cuts:
        part = text[start:end]
        stripped = part.strip()
        if not stripped:
            continue
        start += len(part) - len(part.lstrip())
        end = start + len(stripped)
        glued = bool(merged) and merged[-1][1] == start and _GLUED_INITIAL.match(stripped) is not None
        if glued or (
            merged and _belong_together(text[max(merged[-1][0], start - _TAIL) : merged[-1][1]], stripped)
        ):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _cut_quotation(text: str, view: str, language: str) -> list[Cut]:
    """Return the sentences inside a long quotation; closing marks stay with the sentence before them."""
    unquoted = _QUOTES.sub(" ", view)
    cuts: list[Cut] = []
    start = 0
    for _, end in _cut(unquoted, language):
        # Quotation marks became blanks, which the cut before them swallows: give back those that open.
        seen = len(text[start:end].rstrip())
        boundary = start + len(unquoted[start:end].rstrip())
        while boundary < start + seen and not text[boundary].isspace():
            boundary += 1
        if end == len(view):
            boundary = end
        cuts.append((start, boundary))
        start = boundary
    return _merge(text, cuts)


def _cut_paragraph(text: str, language: str) -> list[Cut]:
    """Return the sentences of one paragraph, its dateline perhaps cut off or into pieces."""
    view = segmenter_view(text)
    if view.count('"') % 2:
        # A quotation that runs over several paragraphs: which marks open and which close is anybody's guess.
        return _cut_quotation(text, view, language)
    sentences: list[Cut] = []
    for start, end in _merge(text, _refine(text, _cut(view, language))):
        words = text.count(" ", start, end) + 1
        if words > _LONG_QUOTATION and _QUOTES.search(text, start, end):
            inner = _cut_quotation(text[start:end], view[start:end], language)
            if len(inner) > 2 or (len(inner) == 2 and words > _VERY_LONG_QUOTATION):
                sentences += [(start + a, start + b) for a, b in inner]
                continue
        sentences.append((start, end))
    return sentences


def cut_sentences(text: str, language: str) -> list[Cut]:
    """Return the sentences of one paragraph: trimmed, in order, with nothing but blanks between them.

    A quotation of several sentences stays whole with its attribution while it is short. Passages of more than
    40 words with three quoted sentences, and of more than 60 words with two, are cut inside the quotation.
    A dateline such as "OSLO, 3 March. /NTB/." stays with the sentence behind it.

    Args:
        text: A paragraph without line feeds.
        language: ISO 639-1 code.
    """
    cuts = _cut_paragraph(text, language)
    end = dateline_end(text) if len(cuts) > 1 else None
    if end is None:
        return cuts
    dated = sum(start <= end for start, _ in cuts)
    return [(cuts[0][0], cuts[dated - 1][1]), *cuts[dated:]]

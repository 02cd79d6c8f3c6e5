"""Markdown inside a paragraph: marks come off, the origin of every remaining character is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from compare_tui.article.clean import clean

# ASCII has 32 punctuation marks, and Unicode 32 noncharacters in one row that no cleaned text holds:
# escaped marks wait there until the others are gone.
_MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SHELTER = {ord(mark): chr(0xFDD0 + index) for index, mark in enumerate(_MARKS)}
_UNSHELTER = {0xFDD0 + index: mark for index, mark in enumerate(_MARKS)}

_SPECIAL = re.compile(r"[\\`*_~\[\]<&!]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`+")
_COMMENT_START = "<!--"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+|[\w.+-]+@[\w.-]+)>")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]:?")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_RUN = re.compile(r"\*+|_+|~~")

_Edit = tuple[int, int, str | None]
"""Start, end and the one character that takes the stretch's place; None removes it."""


@dataclass(slots=True)
class TracedText:
    """A text in the making: each character knows its offset in the source.

    Attributes:
        text: The characters.
        origin: Their offsets in the source, one a character.
    """

    text: str
    origin: list[int]

    def edit(self, edits: Iterable[_Edit]) -> None:
        """Apply edits that are in ascending order and do not overlap."""
        texts: list[str] = []
        origins: list[int] = []
        position = 0
        for start, end, character in edits:
            texts.append(self.text[position:start])
            origins += self.origin[position:start]
            if character is not None:
                texts.append(character)
                origins.append(self.origin[start])
            position = end
        if texts:
            texts.append(self.text[position:])
            origins += self.origin[position:]
            self.text, self.origin = "".join(texts), origins

    def keep_group(self, pattern: re.Pattern[str]) -> None:
        """Replace every match of ``pattern`` by its first group."""
        edits: list[_Edit] = []
        for match in pattern.finditer(self.text):
            edits += ((match.start(), match.start(1), None), (match.end(1), match.end(), None))
        self.edit(edits)

    def drop(self, pattern: re.Pattern[str]) -> None:
        """Remove every match of ``pattern``."""
        self.edit([(match.start(), match.end(), None) for match in pattern.finditer(self.text)])


def _code_edits(text: str) -> list[_Edit]:
    """Return the edits that take the ticks off code spans and shelter the marks inside."""
    runs = list(_TICKS.finditer(text))
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(len(runs[index][0]), []).append(index)
    edits: list[_Edit] = []
    index = 0
    while index < len(runs):
        opener = runs[index]
        same = later[len(opener[0])]
        while same and same[-1] <= index:
            same.pop()
        if not same:
            index += 1
            continue
        closer = runs[same[-1]]
        edits.append((opener.start(), opener.end(), None))
        edits += (
            (position, position + 1, _SHELTER[ord(text[position])])
            for position in range(opener.end(), closer.start())
            if ord(text[position]) in _SHELTER
        )
        edits.append((closer.start(), closer.end(), None))
        index = same[-1] + 1
    return edits


def _comment_edits(text: str) -> list[_Edit]:
    """Return the edits that remove HTML comments."""
    edits: list[_Edit] = []
    start = text.find(_COMMENT_START)
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        edits.append((start, end + 3, None))
        start = text.find(_COMMENT_START, end + 3)
    return edits


def _entity_edits(text: str) -> list[_Edit]:
    """Return the edits that put characters for entities; those without a shape stay spelled out."""
    from html import unescape

    edits: list[_Edit] = []
    for match in _ENTITY.finditer(text):
        character = unescape(match[0])
        if len(character) == 1 and character != "\n" and clean(character) == character:
            sheltered = _SHELTER.get(ord(character), character)
            edits.append((match.start(), match.end(), sheltered))
    return edits


def _emphasis_edits(text: str) -> list[_Edit]:
    """Return the edits that remove paired emphasis marks, after CommonMark's delimiter runs in short."""
    openers: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    removed: list[tuple[int, int]] = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        mark = text[start]
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        opens = not after.isspace() and (mark != "_" or not before.isalnum())
        closes = not before.isspace() and (mark != "_" or not after.isalnum())
        stack = openers[mark]
        while closes and stack and start < end:
            opener = stack[-1]
            length = min(opener[1] - opener[0], end - start)
            removed += ((opener[1] - length, opener[1]), (start, start + length))
            opener[1] -= length
            start += length
            if opener[0] == opener[1]:
                stack.pop()
        if opens and start < end:
            stack.append([start, end])
    return [(start, end, None) for start, end in sorted(removed)]


def render_inline(source: str, origin: list[int]) -> TracedText:
    """Return the words of one Markdown paragraph without its marks.

    Links and images leave their text, code spans their content; HTML tags, comments and footnote marks go.

    Args:
        source: The paragraph.
        origin: The offset of each of its characters in the whole source.
    """
    traced = TracedText(source, origin)
    if not _SPECIAL.search(source):
        return traced
    if "\\" in source:
        traced.edit([(m.start(), m.end(), _SHELTER[ord(m[1])]) for m in _ESCAPE.finditer(source)])
    if "`" in source:
        traced.edit(_code_edits(traced.text))
    if "<" in source:
        traced.edit(_comment_edits(traced.text))
        traced.keep_group(_AUTOLINK)
        traced.drop(_TAG)
    if "&" in source:
        traced.edit(_entity_edits(traced.text))
    if "[" in source:
        traced.drop(_FOOTNOTE)
        # Twice: the outer pass of a picture that is a link.
        traced.keep_group(_LINK)
        traced.keep_group(_LINK)
    traced.edit(_emphasis_edits(traced.text))
    traced.text = traced.text.translate(_UNSHELTER)
    return traced

"""The words of texts, in the form in which quotes are looked for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Scripts without blanks between words: Thai to Khmer, kana, ideographs.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LETTER = f"[^\\W_{_UNSPACED}][\u0300-\u036f]*"
_WORD = re.compile(f"[{_UNSPACED}]|(?:{_LETTER})+")

_ASCII_WORD = re.compile("[A-Za-z0-9]+")
_NO_LETTER = re.compile(r"[\W_]+")
START_OF_WORD = re.compile(f"^(?:{_LETTER})+")
END_OF_WORD = re.compile(f"(?:{_LETTER})+$")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text, in order.

    Attributes:
        forms: For comparing.
        starts: Where each begins, in code points.
        ends: Where each ends.
    """

    forms: list[str]
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """Take the words of a text."""
        spans = [found.span() for found in (_ASCII_WORD if text.isascii() else _WORD).finditer(text)]
        return cls(forms_of(text), [start for start, _ in spans], [end for _, end in spans])

    def part(self, first: int, behind: int) -> Words:
        """Return some of the words."""
        return Words(self.forms[first:behind], self.starts[first:behind], self.ends[first:behind])


def forms_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: in one case and composition."""
    if text.isascii():
        return _ASCII_WORD.findall(text.casefold())
    return [_form(word) for word in _WORD.findall(text)]


def _form(text: str) -> str:
    return text.casefold() if text.isascii() else unicodedata.normalize("NFC", text).casefold()


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, in one case and composition."""
    return _NO_LETTER.sub("", _form(text))

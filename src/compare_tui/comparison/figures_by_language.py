"""Figures of other languages and scripts, written the English way: "2.300", "１２", "٤٨" and "三百"."""

from __future__ import annotations

import re

_DECIMAL_COMMA = frozenset(("de", "fr", "es", "it", "pt", "nl", "pl", "ru"))
_UNSPACED_FIGURES = frozenset(("zh", "ja"))

_FOREIGN_DIGIT = re.compile(r"[^\W\D0-9]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[.’ \u00a0\u202f]\d{3})+(?![\d.]*\d)")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_INDIAN_GROUPS = re.compile(r"(?<=\d),(?=(?:\d\d,)*\d{3}(?!\d))")
_ARABIC_SIGNS = str.maketrans({"٫": ".", "٬": None})
_DIGIT = re.compile(r"\d")
_NO_DIGIT = re.compile(r"\D")

_CJK_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
_CJK_SCALES = {"十": 10, "百": 100, "千": 1000}
_CJK_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_CJK_NUMERAL = re.compile(r"[〇零一二两兩三四五六七八九十百千万萬亿億兆]{2,12}")
_SCALED = re.compile(r"(?<![\d.,])(\d{1,9}(?:\.\d{1,4})?)([万萬亿億兆])")


def plain_figures(text: str, language: str) -> str:
    """Return ``text`` with its figures in European digits, no thousands marks, and a decimal point.

    Args:
        text: A passage.
        language: ISO 639-1 code.
    """
    if language == "en":
        return text
    if not text.isascii():
        text = _FOREIGN_DIGIT.sub(lambda digit: str(int(digit[0])), text)
    if language in _DECIMAL_COMMA:
        if not _DIGIT.search(text):
            return text
        text = _GROUPED.sub(lambda figure: _NO_DIGIT.sub("", figure[0]), text)
        return _DECIMAL.sub(".", text)
    if language in _UNSPACED_FIGURES:
        text = _CJK_NUMERAL.sub(_cjk_figure, text)
        return _SCALED.sub(lambda figure: _figure(float(figure[1]) * _CJK_MYRIADS[figure[2]]), text)
    return _INDIAN_GROUPS.sub("", text.translate(_ARABIC_SIGNS))


def _figure(value: float) -> str:
    return f"{value:.15g}"


def _cjk_figure(match: re.Match[str]) -> str:
    """Return the value of a run of two or more numerals; the run where it is none, such as "万一"."""
    value = cjk_value(match[0])
    return match[0] if value is None else str(value)


def cjk_value(numerals: str) -> int | None:
    """Return the value of numerals such as "三百二十" or "二〇二四"; None where they form no number."""
    if all(numeral in _CJK_DIGITS for numeral in numerals):
        positional = "〇" in numerals or "零" in numerals or len(numerals) > 2
        return int("".join(str(_CJK_DIGITS[numeral]) for numeral in numerals)) if positional else None
    total = section = 0
    digit: int | None = None
    above_scale, above_myriad = 10**5, 10**16
    for numeral in numerals:
        if numeral in _CJK_DIGITS:
            if digit:
                return None
            digit = _CJK_DIGITS[numeral]
        elif numeral in _CJK_SCALES:
            scale = _CJK_SCALES[numeral]
            if scale >= above_scale or (digit is None and scale != 10 and section == 0 and total == 0):
                return None
            section += (1 if digit is None else digit) * scale
            digit, above_scale = None, scale
        else:
            myriad = _CJK_MYRIADS[numeral]
            section += digit or 0
            if myriad >= above_myriad or section == 0:
                return None
            total += section * myriad
            section, digit, above_scale, above_myriad = 0, None, 10**5, myriad
    return total + section + (digit or 0)

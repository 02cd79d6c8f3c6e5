"""Datelines: the place, day and agency before the first sentence, as in "OSLO, 3 March (NTB) –"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from compare_tui.article.dates import DATE, DAY_AND_MONTH, MONTH, MONTHS, WEEKDAY, is_date_line, parse_date

_LONGEST = 120
"""Characters of a dateline."""

_FARTHEST = timedelta(days=31)
"""Time between a dateline without a year and the date line that gives the year."""

_PARTICLES = frozenset(
    ("de", "la", "le", "del", "des", "di", "du", "am", "an", "der", "den", "im", "upon", "sur", "of")
)
_CAPITAL = r"[^\W\d_a-zа-яё]"
_UNDATED_PLACE_WORD = (
    rf"(?:(?-i:{_CAPITAL})[^\W\d_.'’/-]*(?:[.'’/-]{{1,2}}[^\W\d_]+)*\.?"
    rf"|(?:{'|'.join(sorted(_PARTICLES))})(?=\s))"
)
_UNDATED_PLACE = rf"{_UNDATED_PLACE_WORD}(?: {_UNDATED_PLACE_WORD}){{0,4}}"
_PLACE_WORD = rf"(?!{MONTH}\s*\d){_UNDATED_PLACE_WORD}"
_PLACE = rf"{_PLACE_WORD}(?: {_PLACE_WORD}){{0,4}}"
_DAY = rf"(?:(?:le|den|el)\s+)?(?:{WEEKDAY}\.?,?\s+)?(?:{DATE}|{DAY_AND_MONTH})"
_IN_SLASHES = r"/\w[^/\n]{1,39}/"
_IN_BRACKETS = r"\(\w[^()\n]{1,49}\)"
_IN_CAPITALS = rf"(?-i:{_CAPITAL}{{2,12}}(?:[.-]{_CAPITAL}{{2,12}})?)(?=\s*[.:]?\s+[-–—])"
_END = r"(?:\s*[.,:]?\s*[-–—]{1,2}\s+|\s*--(?=[^\s-])|[.:]\s+|\s+)(?=\S)"


def _parts(place: str, day: str) -> str:
    return (
        rf"(?P<place>{place}(?:,\s+{place}){{0,2}})?"
        rf"(?:[,.]?\s*(?P<bracket>{_IN_BRACKETS}))?"
        rf"(?:(?P<before_day>[,.]?\s*)(?P<day>{day}))?"
        rf"(?:[,.]?\s*(?P<agency>{_IN_SLASHES}|{_IN_BRACKETS}|{_IN_CAPITALS}))?"
    )


# The names of months and days make a pattern long, and long ones are left to the cache of re: most articles
# need none of them.
_NO_DAY = "(?!)"
_DATELINE_WITHOUT_DAY = _parts(_UNDATED_PLACE, _NO_DAY) + _END
_DATELINE = _parts(_PLACE, _DAY) + _END
_ALONE = rf"{_parts(_PLACE, _DAY)}\s*[.,:]?\s*[-–—]{{0,2}}$"
_ENDS_ALONE = (*")/.:–—-", *"0123456789")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURES_OF_DATE = re.compile(r"(?:19|20)\d\d\s?[-/.年년]|\d\.\s?\d")
_SIGN = re.compile(r"[–—-]\s|--|/|\d")
_DAY_AND_MONTH = rf"(?<![\w-]){DAY_AND_MONTH}"


def _names_place(place: str | None) -> bool:
    """Tell whether every word of ``place`` but "de", "upon" and the like has a capital."""
    return place is not None and all(
        word[0].isupper() or word in _PARTICLES for word in place.replace(",", " ").split()
    )


def _names_agency(agency: str | None) -> bool:
    return agency is not None and agency.lstrip("(/")[0].isupper()


def _is_dateline(match: re.Match[str]) -> bool:
    """Tell whether the parts of a match make a dateline."""
    place, day = match["place"], match["day"]
    if place and not _names_place(place):
        return False
    agency = match["agency"] or match["bracket"]
    if agency and not _names_agency(agency):
        return False
    if agency and agency[0] == "/":
        return True
    capitals = place is not None and place.split(",")[0].isupper()
    divided = bool(place) and (place[-1] == "." or bool((match["before_day"] or "").strip()))
    if place and day and not (capitals or agency or divided):
        return False
    dateline = match[0].rstrip()
    if dateline.endswith(("-", "–", "—")):
        return bool(capitals or (place and (day or agency)) or (day and agency))
    return dateline.endswith((".", ":")) and bool(place and day)


def _may_begin(head: str) -> bool:
    """Tell by the first two words whether a dateline may begin: most sentences go on in small letters."""
    words = head.split(None, 2)[:2]
    if len(words) < 2 or head[0].isspace():
        return False
    first, second = words
    if not (first[0].isupper() or first[0].isdecimal() or first[0] == "/"):
        return False
    if second[0].isdecimal():
        goes_on = first[-1] in ",." or first.isupper() or first.lower() in MONTHS
    else:
        divided = first[-1] in ",./" or first[0].isdecimal()
        goes_on = divided or not second[0].islower() or second in _PARTICLES
    return goes_on and _SIGN.search(head) is not None


def _may_hold_day(head: str) -> bool:
    """Tell whether a month stands beside figures, or figures make a date: most numbers are no days."""
    if not _DIGIT.search(head):
        return False
    if _FIGURES_OF_DATE.search(head):
        return True
    # The dotless i and the long s are other letters only to this table.
    words = _LETTERS.findall(head.lower() if head.isascii() else head.casefold() + " " + head.lower())
    return any(word in MONTHS for word in words)


def dateline_end(text: str) -> int | None:
    """Return where the sentence behind the dateline of a paragraph begins, or None if it has no dateline.

    A dateline is a place in capitals before a dash; a place and a day; a day and an agency; or an agency
    between slashes, alone or behind any of them.
    """
    head = text[:_LONGEST]
    if not _may_begin(head):
        return None
    pattern = _DATELINE if _may_hold_day(head) else _DATELINE_WITHOUT_DAY
    match = re.match(pattern, head, re.IGNORECASE)
    return match.end() if match and _is_dateline(match) else None


def is_dateline_alone(line: str) -> bool:
    """Tell whether a line is nothing but a day and an agency, perhaps behind a place."""
    if len(line) > _LONGEST or not line.endswith(_ENDS_ALONE) or not ("/" in line or "(" in line):
        return False
    if not _DIGIT.search(line):
        return False
    match = re.match(_ALONE, line, re.IGNORECASE)
    if match is None or not match["day"]:
        return False
    agency = match["agency"] or match["bracket"]
    return _names_agency(agency) and (not match["place"] or _names_place(match["place"]))


def _day_and_month(dateline: str) -> tuple[int, int] | None:
    """Return the day and the number of the month in a dateline, or None."""
    match = re.search(_DAY_AND_MONTH, dateline, re.IGNORECASE)
    if match is None:
        return None
    words = re.findall(r"\d+|[^\W\d_]+", match[0].lower())
    day = next(int(word) for word in words if word.isdecimal())
    month = next(MONTHS[word] for word in words if word in MONTHS)
    return day, month


def _nearest(day: int, month: int, other: date) -> date | None:
    """Return the date of a day and month that is nearest to ``other``, or None if none is near."""
    near: list[date] = []
    for year in (other.year - 1, other.year, other.year + 1):
        try:
            near.append(date(year, month, day))
        except ValueError:
            continue
    best = min(near, key=lambda found: abs(found - other), default=None)
    return best if best is not None and abs(best - other) <= _FARTHEST else None


def date_of_dateline(opening: str) -> date | None:
    """Return the full date in the dateline before ``opening``, the first paragraph, or None."""
    end = dateline_end(opening)
    return None if end is None else parse_date(opening[:end])


def date_without_year(opening: str, furniture: Iterable[str]) -> date | None:
    """Return the date of a dateline with a day and a month, its year taken from the date lines, or None.

    Args:
        opening: The first paragraph.
        furniture: The article's furniture; a date line among it gives the year if no other contradicts.
    """
    end = dateline_end(opening)
    told = None if end is None else _day_and_month(opening[:end])
    if told is None:
        return None
    others = [parse_date(line) for line in furniture if is_date_line(line) or is_dateline_alone(line)]
    found = {_nearest(*told, other) for other in others if other is not None}
    return found.pop() if len(found) == 1 else None

"""The day an article appeared: told by a date line near its top, or by its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from compare_tui.article.vocabulary import alternatives

_MONTH_NAMES = (
    "january jan januar jänner janvier enero января январь",
    "february feb februar février febrero febr февраля февраль",
    "march mar märz mars marzo марта март",
    "april apr avril abril апреля апрель",
    "may mai mayo мая май",
    "june jun juni juin junio июня июнь",
    "july jul juli juillet julio июля июль",
    "august aug août agosto августа август",
    "september sep sept septembre septiembre сентября сентябрь",
    "october oct oktober okt octobre octubre октября октябрь",
    "november nov novembre noviembre ноября ноябрь",
    "december dec dezember dez décembre diciembre декабря декабрь",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
"""Month names and their abbreviations in lower case, without full stops, each with its number."""

MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
"""Regular expression of a written month, for use without regard to case."""

_DATE = (
    rf"(?:(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)"
    rf"|(?P<d2>\d\d?)\.\s?(?P<m2>\d\d?)\.\s?(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<d3>\d\d?)(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?(?P<m3>{MONTH}),?\s+(?:de\s+)?(?P<y3>(?:19|20)\d\d)"
    rf"|(?P<m4>{MONTH})\s+(?P<d4>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y4>(?:19|20)\d\d)"
    rf"|(?P<y5>(?:19|20)\d\d)\s?[年년]\s?(?P<m5>\d\d?)\s?[月월]\s?(?P<d5>\d\d?)\s?[日일])"
)
WEEKDAY = alternatives(r"""
    (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?
    montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag
    lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche
    lunes | martes | miércoles | jueves | viernes | sábado | domingo
    понедельник | вторник | среда | четверг | пятница | суббота | воскресенье
""")
"""Regular expression of a weekday, for use without regard to case."""

_EMBARGO = alternatives(r"""
    (?:strictly\ )?embargo(?:ed)?(?:\ for\ (?:release|publication))?(?:\ (?:until|till|to))?
    (?:strictly\ )?under\ (?:strict\ )?embargo(?:\ (?:until|till|to))?
    not\ for\ (?:release|publication|broadcast)\ (?:before|until) | Sperrfrist(?:\ bis)? | embargo\ jusqu'au
""")
_LEAD_WORD = alternatives(rf"""
    (?:(?:first|last|originally)\ )?(?:published|updated|posted|modified|created)
    (?:release\ )?date | issued | for\ (?:immediate\ )?release | {_EMBARGO}
    veröffentlicht | aktualisiert | stand | publié | mis\ à\ jour | publicado | actualizado
    опубликовано | обновлено | дата
""")
_LEAD = rf"{_LEAD_WORD}\s*(?:on|at|am|le|el|:|-|–)?\s*:?\s*"
_CLOCK = r"(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
_ZONE = r"(?:\s*(?:Uhr|[A-Z]{2,4}(?:[+-]\d{1,2})?|Z|[+-]\d{2}:?\d{2}|\([A-Z]{2,4}\)))?"
_TIME = rf"(?:\s*[,|•·–—-]?\s*(?:(?:at|um|à|a las)\s+)?{_CLOCK}{_ZONE})"
_ISO_TIME = r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)"
_DATE_PATTERN = rf"(?<![\w-]){_DATE}"

# Named groups may not repeat in one pattern, so the line patterns carry the date without its names.
DATE = re.sub(r"\?P<\w+>", "?:", _DATE)
"""Regular expression of a full date without named groups, for use without regard to case."""

DAY_AND_MONTH = (
    rf"(?:\d\d?(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?{MONTH}|{MONTH}\s+\d\d?(?:st|nd|rd|th)?\b)"
)
"""Regular expression of a day and a written month, for use without regard to case."""

_EARLY_CLOCK = rf"(?:{_CLOCK}|[012]\d[0-5]\d(?=\s?(?:hrs|hours|[A-Z]{{3,4}}\b))|(?:12\s)?(?:noon|midnight))"
_EARLY_ZONE = rf"(?:\s?(?:hrs|hours)\b)?(?:\s(?:\w{{2,9}}\s){{1,2}}time\b|{_ZONE})"
_EARLY_TIME = (
    rf"(?:{_EARLY_CLOCK}{_EARLY_ZONE}(?:\s?/\s?{_EARLY_CLOCK}{_EARLY_ZONE}){{0,2}}"
    r"(?:,\s?|\s+)(?:(?:on|am|le|el)\s+)?)"
)
_ANY_DATE = rf"{_EARLY_TIME}?(?:{WEEKDAY}\.?,?\s+(?:(?:den|le|el)\s+)?)?{DATE}{_ISO_TIME}?{_TIME}?(?:\s*г\.)?"
# Long patterns are left to the cache of re, which compiles them when a line looks like what they are for:
# together they take longer to compile than an article takes to read.
_DATE_LINE = rf"(?:{_LEAD})?{_ANY_DATE}(?:\s*[,;|/•·–—-]?\s*(?:\(?(?:{_LEAD})?{_ANY_DATE}\)?))?\.?$"
_PLACED_DATE_LINE = rf"(?-i:[^\W\d_a-z])[\w .'’-]{{1,30}},\s+{_ANY_DATE}$"
_UPDATED_LINE = (
    rf"(?:{_LEAD})(?:{_TIME}|\d+ (?:minutes?|hours?|days?|weeks?) ago|(?:today|yesterday)\b.{{0,20}})\.?$"
)
_UPDATED_WORDS = (
    *("first ", "last ", "originally ", "published", "updated", "posted", "modified", "created", "release "),
    *("date", "issued", "for ", "strictly ", "embargo", "under ", "not for ", "sperrfrist"),
    *("veröffentlicht", "aktualisiert", "stand", "publié", "mis à jour", "publicado", "actualizado"),
    *("опубликовано", "обновлено", "дата"),
)
"""How such a line begins, in small letters."""
_LONGEST_UPDATED_WORD = 16
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_ADDRESS_DATE = re.compile(r"[/=](?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d?)[/-](?P<d>\d\d?)(?=[/\-_.?&]|$|\s)")
_LONGEST_DATE_LINE = 120
"""Characters."""


def parse_date(text: str) -> date | None:
    """Return the first full date (day, month and year) in ``text``, or None.

    Written months are known in English, German, French, Spanish and Russian; figures as year-month-day, and
    as day.month.year with full stops. Dates with slashes that leave day and month open are not guessed.
    """
    if not _YEAR.search(text):
        return None
    for match in re.finditer(_DATE_PATTERN, text, re.IGNORECASE):
        groups = {name[0]: value for name, value in match.groupdict().items() if value is not None}
        month = groups["m"].lower().rstrip(".")
        try:
            return date(int(groups["y"]), MONTHS.get(month) or int(month), int(groups["d"]))
        except ValueError:
            continue
    return None


def is_date_line(line: str) -> bool:
    """Tell whether a line is nothing but a date, perhaps with a time and a word such as "Updated"."""
    if len(line) > _LONGEST_DATE_LINE or not _DIGIT.search(line):
        return False
    dated = (_DATE_LINE, _PLACED_DATE_LINE) if _YEAR.search(line) else ()
    updated = line[:_LONGEST_UPDATED_WORD].lower().startswith(_UPDATED_WORDS)
    patterns = (*dated, _UPDATED_LINE) if updated else dated
    return any(re.match(pattern, line, re.IGNORECASE) for pattern in patterns)


def date_of_address(text: str) -> date | None:
    """Return the date inside a web address such as ``…/2021/08/16/…``, or None."""
    for match in _ADDRESS_DATE.finditer(text):
        try:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            continue
    return None


def date_of_lines(lines: Iterable[str]) -> date | None:
    """Return the date of the first date line among ``lines``, or None; embargoes count behind all others."""
    embargoed: date | None = None
    for line in lines:
        if found := parse_date(line):
            if not re.match(_EMBARGO, line, re.IGNORECASE):
                return found
            embargoed = embargoed or found
    return embargoed

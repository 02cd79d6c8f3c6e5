"""Units of money, measures and time spans: what stands around a number and tells what it measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare_tui.comparison.differences.roles import ROLE_NOUNS
from compare_tui.comparison.differences.tokens import Token

CURRENCY_MARKS = {
    "$": "dollar",
    "€": "eur",
    "£": "gbp",
    "¥": "jpy",
    "₹": "inr",
    "₽": "rub",
    "₩": "krw",
    "₺": "try",
}
_CURRENCY_LINES = """
dollar dollar dollars
usd usd
eur euro euros eur
gbp pound pounds sterling gbp quid
chf franc francs chf
jpy yen jpy
cny yuan renminbi cny
rub rouble roubles ruble rubles rub
inr rupee rupees inr
sek krona kronor sek
nok krone kroner nok
pln zloty pln
try lira try
dkk dkk
czk koruna korunas czk
crown crown crowns
cents cent cents pence
"""
CURRENCY_WORDS = {
    word: line.split()[0] for line in _CURRENCY_LINES.strip().splitlines() for word in line.split()[1:]
}
_CURRENCY_CODES = frozenset({"chf", "eur", "usd", "gbp", "sek", "nok", "jpy", "inr", "pln", "cny", "rub"})
_COUNTRY_PREFIX = {
    "us": "usd",
    "american": "usd",
    "c": "cad",
    "canadian": "cad",
    "a": "aud",
    "australian": "aud",
    "nz": "nzd",
    "hk": "hkd",
    "swiss": "chf",
}

_NAMESAKES = (
    frozenset({"money:dollar", "money:usd", "money:cad", "money:aud", "money:nzd", "money:hkd"}),
    frozenset({"money:crown", "money:sek", "money:nok", "money:dkk", "money:czk"}),
)
"""Currencies whose name alone does not tell the country: "$", "crowns"."""
_BARE = frozenset({"money:dollar", "money:crown"})

# Class, factor to the base unit of the class, then the words.
_UNIT_LINES = """
length 0.001 mm millimetre millimetres millimeter millimeters
length 0.01 cm centimetre centimetres centimeter centimeters
length 1 m metre metres meter meters
length 1000 km kms kilometre kilometres kilometer kilometers
length 0.3048 ft feet foot
length 0.0254 inch inches
length 0.9144 yard yards
length 1609.344 mile miles
mass 1 kg kilo kilos kilogram kilograms kilogramme kilogrammes
mass 0.001 g gram grams gramme grammes
mass 0.45359237 lb lbs
mass 1000 tonne tonnes ton tons
volume 1 litre litres liter liters
volume 3.785411784 gallon gallons
volume 158.987 barrel barrels
area 10000 hectare hectares ha
area 4046.8564 acre acres
speed 1 kph kmh
speed 1.609344 mph
power 0.001 kw kilowatt kilowatts
power 1 mw megawatt megawatts
power 1000 gw gigawatt gigawatts
temperature 1 degree degrees
duration 1 seconds sec secs
duration 60 minute minutes min mins
duration 3600 hour hours hr hrs
duration 86400 day days
duration 604800 week weeks
duration 1209600 fortnight
duration 2629800 month months
duration 31557600 year years yr yrs
duration 315576000 decade decades
duration 3155760000 century centuries
"""
UNIT_WORDS = {
    word: (kind, float(factor))
    for kind, factor, *words in (line.split() for line in _UNIT_LINES.strip().splitlines())
    for word in words
}
_AGE_ENDS = frozenset({",", ".", ";", "", "and", "who", "from", "when", "with"})
_SHORT_UNITS = frozenset({"m", "g", "ha", "min", "sec"})


class Unit(NamedTuple):
    """What a number measures, and how far its expression reaches.

    Attributes:
        name: Class of unit: ``count``, ``percent``, ``money:usd``, ``length``, ``duration``, ``age``, …
        factor: What one written unit is in the base unit of the class.
        first: Index of the first token of the expression.
        last: Index of its last token.
    """

    name: str
    factor: float
    first: int
    last: int


def find_unit(tokens: Sequence[Token], first: int, last: int, suffix: str) -> Unit:
    """Return the unit of the number that the tokens ``first`` to ``last`` hold.

    Args:
        tokens: Tokens of the passage, marks included.
        first: Index of the first token of the number.
        last: Index of its last token.
        suffix: Letters glued to the number, e.g. "km" or "year-old"; may be empty.
    """
    for find in (_magnitude, _age, _percent, _money, _measure):
        unit = find(tokens, first, last, suffix)
        if unit is not None:
            return unit
    return Unit("count", 1.0, first, last)


def same_unit(x: str, y: str) -> bool:
    """Tell whether two units can be one: a bare "$" may stand for any country's dollar."""
    return x == y or (not _BARE.isdisjoint((x, y)) and any({x, y} <= namesakes for namesakes in _NAMESAKES))


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if 0 <= index < len(tokens) else ""


def _age(tokens: Sequence[Token], first: int, last: int, suffix: str) -> Unit | None:
    after, second = _norm(tokens, last + 1), _norm(tokens, last + 2)
    before, earlier = _norm(tokens, first - 1), _norm(tokens, first - 2)
    if suffix.startswith(("year-old", "years-old")) or after in ("year-old", "years-old"):
        return Unit("age", 1.0, first, last + (not suffix))
    if after in ("year", "years") and second == "old":
        return Unit("age", 1.0, first, last + 2)
    if before == "aged" or (earlier in ("age", "girl", "boy", "man", "woman") and before == "of"):
        return Unit("age", 1.0, first, last)
    if before == "of" and after in _AGE_ENDS and not suffix and _grown(tokens[first].text):
        described = earlier in ROLE_NOUNS and not tokens[first - 2].capital
        return Unit("age", 1.0, first, last) if described else None
    if before == "at" and first == 1 and after == "," and tokens[first].kind == "number" and not suffix:
        return Unit("age", 1.0, first, last)
    stated = before in ("was", "is") and earlier in ("who", "he", "she") and tokens[first].text.isdecimal()
    if (
        stated
        and not suffix
        and after in (",", ".", ";", "", "and", "when")
        and int(tokens[first].text[:4]) < 111
    ):
        return Unit("age", 1.0, first, last)
    named = first >= 2 and tokens[first - 2].capital
    apposed = (before == "," and after in (",", ".", ";", "")) or (before == "(" and after == ")")
    apposed = apposed and named and not suffix and tokens[first].kind == "number"
    if apposed and tokens[first].text.isdecimal() and 0 < int(tokens[first].text[:3]) < 111:
        return Unit("age", 1.0, first, last)
    return None


def _magnitude(tokens: Sequence[Token], first: int, last: int, suffix: str) -> Unit | None:
    """Read "6.3-magnitude", "magnitude 6.3" and "a magnitude of 6.3"."""
    if suffix == "magnitude":
        return Unit("magnitude", 1.0, first, last)
    if _norm(tokens, last + 1) == "magnitude" and not suffix:
        return Unit("magnitude", 1.0, first, last + 1)
    back = 2 if _norm(tokens, first - 1) in ("of", "at") else 1
    if _norm(tokens, first - back) == "magnitude" and not suffix:
        return Unit("magnitude", 1.0, first - back, last)
    return None


def _grown(text: str) -> bool:
    """Tell whether digits can be the age of somebody who has a trade: "a farmer of 26"."""
    return text.isdecimal() and len(text) < 4 and 13 <= int(text) <= 110


def _percent(tokens: Sequence[Token], first: int, last: int, suffix: str) -> Unit | None:
    after, second = _norm(tokens, last + 1), _norm(tokens, last + 2)
    if after in ("percentage", "percent", "%") and second in ("point", "points"):
        return Unit("percentage points", 1.0, first, last + 2)
    if after in ("%", "percent", "pc", "pct") or suffix in ("percent", "pc"):
        return Unit("percent", 1.0, first, last + (suffix == ""))
    if after == "per" and second == "cent":
        return Unit("percent", 1.0, first, last + 2)
    return None


_PLACES = frozenset(
    ["seat", "gate", "row", "room", "flat", "section", "article", "platform", "class", "unit", "block"]
)
"""What carries figures with a letter that are no temperature: "seat 12C"."""


def _money(tokens: Sequence[Token], first: int, last: int, suffix: str) -> Unit | None:
    before, after, second = _norm(tokens, first - 1), _norm(tokens, last + 1), _norm(tokens, last + 2)
    if before in CURRENCY_MARKS:
        prefix = (
            _norm(tokens, first - 2) if first > 1 and tokens[first - 2].end == tokens[first - 1].start else ""
        )
        code = (
            _COUNTRY_PREFIX.get(prefix, CURRENCY_MARKS[before]) if before == "$" else CURRENCY_MARKS[before]
        )
        begin = first - 2 if before == "$" and prefix in _COUNTRY_PREFIX else first - 1
        return Unit(f"money:{code}", 1.0, begin, last + (after in CURRENCY_WORDS))
    if before in _CURRENCY_CODES:
        return Unit(f"money:{before}", 1.0, first - 1, last)
    if suffix:
        return None
    if after in CURRENCY_WORDS or after in CURRENCY_MARKS:
        code = CURRENCY_WORDS.get(after) or CURRENCY_MARKS[after]
        factor = 0.01 if code == "cents" else 1.0
        return Unit(f"money:{code}", factor, first, last + 1)
    if after in _COUNTRY_PREFIX and second in CURRENCY_WORDS:
        return Unit(f"money:{_COUNTRY_PREFIX[after]}", 1.0, first, last + 2)
    return None


def _measure(tokens: Sequence[Token], first: int, last: int, suffix: str) -> Unit | None:
    glued = bool(suffix)
    word = (suffix or _norm(tokens, last + 1)).split("-")[0]
    if glued and word.startswith("km/"):
        word = "kph"
    end = last if glued else last + 1
    if not glued and word == "°":
        scale = _norm(tokens, last + 2)
        return Unit(
            "temperature f" if scale == "f" else "temperature", 1.0, first, end + (scale in ("c", "f"))
        )
    placed = _norm(tokens, first - 1) in _PLACES
    if glued and suffix in ("c", "f") and tokens[last].text[-1].isupper() and not placed:
        return Unit("temperature" if suffix == "c" else "temperature f", 1.0, first, end)
    if word in ("square", "sq", "cubic"):
        unit = UNIT_WORDS.get(suffix.split("-")[1] if "-" in suffix else _norm(tokens, end + 1))
        if unit is None or unit[0] != "length":
            return None
        square = word != "cubic"
        power = unit[1] ** (2 if square else 3) * (1 if square else 1000)
        return Unit("area" if square else "volume", power, first, end + ("-" not in suffix))
    if word not in UNIT_WORDS or (word in _SHORT_UNITS and tokens[last].kind != "number"):
        return None
    kind, factor = UNIT_WORDS[word]
    following, then = _norm(tokens, end + 1), _norm(tokens, end + 2)
    if kind == "length" and (following in ("/", "per", "an") and then in ("h", "hour", "hr")):
        return Unit("speed", factor / 1000, first, end + 2)
    if kind == "temperature":
        fahrenheit = following in ("fahrenheit", "f")
        return Unit(
            "temperature f" if fahrenheit else kind,
            1.0,
            first,
            end + (following in ("fahrenheit", "celsius")),
        )
    return Unit(kind, factor, first, end)


def below_zero(tokens: Sequence[Token], first: int, unit: Unit) -> tuple[int, int, float]:
    """Return the extent of a temperature with "minus" or "below zero", and its sign."""
    if not unit.name.startswith("temperature"):
        return first, unit.last, 1.0
    behind = " ".join(token.norm for token in tokens[unit.last + 1 : unit.last + 3])
    if behind in ("below zero", "below freezing"):
        return first, unit.last + 2, -1.0
    if behind in ("above zero", "above freezing"):
        return first, unit.last + 2, 1.0
    glued = first and tokens[first - 1].end == tokens[first].start
    apart = first < 2 or tokens[first - 2].end < tokens[first - 1].start
    if first and (tokens[first - 1].norm == "minus" or (glued and apart and tokens[first - 1].norm in "-−–")):
        return first - 1, unit.last, -1.0
    return first, unit.last, 1.0

"""Whether two names name the same bearer: spellings, initials, nicknames, abbreviations."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from compare_tui.comparison.differences.gazetteer import COUNTRY_OF_WORD
from compare_tui.comparison.differences.names import Name

_NICKNAMES = tuple(
    frozenset(group.split())
    for group in [
        "william will bill billy",
        "robert bob rob bobby",
        "richard rick dick",
        "james jim jimmy",
        "joseph joe",
        "john jack johnny",
        "thomas tom tommy",
        "michael mike mick",
        "edward ed eddie ted",
        "anthony tony antony",
        "daniel dan danny",
        "david dave",
        "christopher chris",
        "matthew matt",
        "andrew andy drew",
        "steven stephen steve",
        "benjamin ben",
        "samuel sam",
        "charles charlie chuck",
        "alexander alex sasha",
        "elizabeth liz beth",
        "katherine kate kathy catherine",
        "margaret maggie",
        "jennifer jen jenny",
        "susan sue",
        "deborah debbie",
        "nicholas nick",
        "timothy tim",
        "kenneth ken",
        "ronald ron",
        "donald don",
        "vladimir volodymyr",
        "patricia pat patrick",
        "frederick fred",
        "gregory greg",
        "jeffrey geoffrey jeff",
        "lawrence larry",
    ]
)


class Match(NamedTuple):
    """How two names go together: ``same`` bearer, another ``spelling`` of a part, another ``first`` name.

    Attributes:
        how: How.
        a_part: Token of the part of A that is spelled in another way, or is another first name.
        b_part: Likewise for B.
        several: Whether more parts than this one are spelled in another way.
    """

    how: Literal["same", "spelling", "first"]
    a_part: int = 0
    b_part: int = 0
    several: bool = False


_ABBREVIATED = {
    "mt": "mount",
    "st": "saint",
    "ft": "fort",
    "univ": "university",
    "dept": "department",
    "corp": "corporation",
    "intl": "international",
}
_DEMONYMS = ("ern", "an", "ans", "ian", "ians", "er", "ers", "ese", "n", "ns", "ean", "eans", "ish")
_SHORTEST_PLURAL = 4
_SHORTEST_JOINED = 7
_ALL_NEAR = 0.8
"""How near all parts must be where no part of two names is the same."""
_SHORTEST_SPELLED_OUT = 4
_TWO_LETTERS = frozenset({"ae", "oe", "ue", "aa"})
_SOUNDS = str.maketrans("qcyjwzeo", "kkiivsiu")


def _skeleton(norm: str) -> str:
    word = norm
    for old, new in (
        ("ph", "f"),
        ("kh", "h"),
        ("gh", "g"),
        ("th", "t"),
        ("ck", "k"),
        ("ou", "u"),
        ("ee", "i"),
    ):
        word = word.replace(old, new)
    word = word.translate(_SOUNDS)
    kept: list[str] = []
    for char in word:
        if not kept or kept[-1] != char:
            kept.append(char)
    return "".join(kept).rstrip("i'-").replace("-", "").replace("'", "")


def _near(x: str, y: str) -> float:
    if max(len(x), len(y)) > 40:
        return 0.0
    x, y = min(x, y), max(x, y)
    return SequenceMatcher(None, x, y, autojunk=False).ratio()


def spelled_out(x: str, y: str) -> bool:
    """Tell whether two words differ in a letter that is written as two in one: "Muller", "Mueller"."""
    short, long = sorted((x, y), key=len)
    return len(long) == len(short) + 1 and any(
        long[at : at + 2] in _TWO_LETTERS and short == long[: at + 1] + long[at + 2 :]
        for at in range(len(short))
    )


@lru_cache(maxsize=8192)
def spelling_variants(x: str, y: str, supported: bool) -> bool:
    """Tell whether two words can be spellings of one name.

    Args:
        x: A normalised part of a name.
        y: Another.
        supported: Whether another part of the names agrees; then two letters may differ.
    """
    shortest = min(len(x), len(y))
    if x == y or any(word in COUNTRY_OF_WORD for word in (x, y)):
        return False
    if shortest >= _SHORTEST_SPELLED_OUT and spelled_out(x, y):
        return True
    if shortest < (3 if supported else 5):
        return False
    first_agrees = _skeleton(x)[:1] == _skeleton(y)[:1]
    ratio = _near(x, y)
    if _skeleton(x) == _skeleton(y) and ratio >= 0.6:
        return True
    if supported:
        return (first_agrees and ratio >= 0.72) or ratio >= 0.86
    return first_agrees and ratio >= 0.9


def _first_names_agree(x: str, y: str) -> bool:
    return x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y))


def _shortened(x: str, y: str) -> bool:
    """Tell whether one first name is the beginning of the other: Bev, Beverley."""
    short, long = sorted((x, y), key=len)
    return 3 <= len(short) <= 5 and len(long) >= len(short) + 2 and long.startswith(short)


def _nicknames(x: str, y: str) -> bool:
    return any(x in group and y in group for group in _NICKNAMES)


def initials(name: Name) -> str:
    """Return the first letters of the parts of a name."""
    return "".join(norm[:1] for norm in name.norms)


def match_names(a: Name, b: Name) -> Match | None:
    """Tell whether two names go together, and how; None where they name different bearers."""
    if a.canonical and b.canonical:
        return Match("same") if a.canonical == b.canonical else None
    if a.norms == b.norms or _written_out(a.norms) == _written_out(b.norms):
        return Match("same")
    if len(a.norms) > 1 and a.norms[:-1] == b.norms[:-1] and _demonym(a.norms[-1], b.norms[-1]):
        # "South Korea's first astronaut", "the first South Korean".
        return Match("same")
    if "code" not in (a.category, b.category) and _unnumbered(a) == _unnumbered(b):
        return Match("same")
    if "code" in (a.category, b.category):
        return None
    for one, other in ((a, b), (b, a)):
        if len(one.norms) == 1 and len(other.norms) > 1 and one.norms[0] == initials(other):
            return Match("same")
    if _joined(a, b):
        return Match("spelling", a.parts[-1], b.parts[-1], True)
    group = "organisation" in (a.category, b.category) or "place" in (a.category, b.category)
    if group:
        shared = set(a.norms) & set(b.norms)
        small = min(len(set(a.norms)), len(set(b.norms)))
        if shared and (len(shared) == small or len(shared) >= 2) and a.norms[-1:] == b.norms[-1:]:
            return Match("same")
        if shared and len(shared) == small and small > 1:
            return Match("same")
        if "organisation" in (a.category, b.category) or (len(a.norms) > 1 and len(b.norms) > 1):
            return _spelled_group(a, b)
    last_a, last_b = a.norms[-1], b.norms[-1]
    if len(a.norms) == 1 or len(b.norms) == 1:
        short, long = (a, b) if len(a.norms) == 1 else (b, a)
        demonym = long.category != "person" and any(_demonym(short.norms[0], norm) for norm in long.norms)
        if short.norms[0] in long.norms or demonym or _plural(a, b):
            return Match("same")
        if spelling_variants(last_a, last_b, False):
            return Match("spelling", a.parts[-1], b.parts[-1])
        plain = [norm.replace("-", "") for norm in long.norms]
        if short.written in plain and len(short.written) >= _SHORTEST_JOINED:
            parts = (short.parts[0], long.parts[plain.index(short.written)])
            return Match("spelling", *(parts if short is a else parts[::-1]))
        return None
    if last_a == last_b:
        if _first_names_agree(a.norms[0], b.norms[0]):
            return Match("same")
        if _shortened(a.norms[0], b.norms[0]):
            return Match("same")
        if spelling_variants(a.norms[0], b.norms[0], True):
            return Match("spelling", a.parts[0], b.parts[0])
        if _nicknames(a.norms[0], b.norms[0]) or set(a.norms[:-1]) & set(b.norms[:-1]):
            return Match("same")
        return Match("first", a.parts[0], b.parts[0])
    if _first_names_agree(a.norms[0], b.norms[0]) and spelling_variants(last_a, last_b, True):
        return Match("spelling", a.parts[-1], b.parts[-1])
    if set(a.norms) <= set(b.norms) or set(b.norms) <= set(a.norms):
        return Match("same")
    return _spelled_group(a, b)


def _written_out(norms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of a name with its abbreviations written out: "Mt Albert" is "Mount Albert"."""
    return tuple([_ABBREVIATED.get(norm, norm) for norm in norms]) if len(norms) > 1 else norms


def _joined(a: Name, b: Name) -> bool:
    """Tell whether two names are parted in another way: "Vandermeer", "van der Meer"; or one ends so."""
    short, long = sorted((a.written, b.written), key=len)
    apart = len(a.norms) != len(b.norms) or a.last - a.first != b.last - b.first
    return apart and len(short) >= _SHORTEST_JOINED and long.endswith(short) and a.norms[-1] != b.norms[-1]


def _demonym(x: str, y: str) -> bool:
    """Tell whether one word names the people of the other: California, Californian."""
    short, long = sorted((x, y), key=len)
    return len(short) >= 4 and any(long == short.rstrip("aeo") + ending for ending in _DEMONYMS)


def _plural(a: Name, b: Name) -> bool:
    """Tell whether one name is the plural of the other: a Democrat, the Democrats; no people's names."""
    if "person" in (a.category, b.category) or len(a.norms) != 1 or len(b.norms) != 1:
        return False
    short, long = sorted((a.norms[0], b.norms[0]), key=len)
    return len(short) > _SHORTEST_PLURAL and long == short + "s"


def _unnumbered(name: Name) -> tuple[str, ...]:
    """Return the parts of a name without a number that is tied to it: "Kestrel-9" and "Kestrel 9"."""
    return tuple(norm.rstrip("0123456789").rstrip("-") or norm for norm in name.norms)


def _spelled_group(a: Name, b: Name) -> Match | None:
    if len(a.norms) != len(b.norms) or len(a.norms) < 2:
        return None
    differing = [at for at, (x, y) in enumerate(zip(a.norms, b.norms, strict=True)) if x != y]
    if not all(spelling_variants(a.norms[at], b.norms[at], True) for at in differing):
        return None
    if len(differing) == len(a.norms) and not all(
        _near(a.norms[at], b.norms[at]) >= _ALL_NEAR for at in differing
    ):
        return None
    first = differing[0]
    return Match("spelling", a.parts[first], b.parts[first], len(differing) > 1)

"""Numbers with what they measure: counts, money, percentages, measures, ages, scores."""

from __future__ import annotations

from collections.abc import Container, Sequence

from compare_tui.comparison.differences.bounds import Number, bounds_before, bounds_behind
from compare_tui.comparison.differences.fractions import read_fraction
from compare_tui.comparison.differences.lexicon import ROLE_WORDS, word_set
from compare_tui.comparison.differences.naming_numbers import read_label, read_rank
from compare_tui.comparison.differences.number_words import (
    FRACTIONS,
    ORDINALS,
    SCALE_SUFFIXES,
    SCALES,
    TENS,
    UNITS,
    VAGUE,
    read_words,
    split_number,
)
from compare_tui.comparison.differences.quantity import Quantity, join_durations, share_units
from compare_tui.comparison.differences.tokens import Token
from compare_tui.comparison.differences.units import (
    CURRENCY_MARKS,
    CURRENCY_WORDS,
    UNIT_WORDS,
    below_zero,
    find_unit,
)

_FRACTION_TOLERANCE = 0.1
"""Nobody writes "a third" for an exact share: 31 per cent is one."""
_CHANGED_WITHIN = 5
"""Tokens before a number in which "from" makes what follows a change: "risen from a planned $1bn to $7bn"."""
_SCORE_CUES = word_set(
    "by vote votes voted won win wins beat lost lose defeat defeated draw drew score scored victory lead led"
    " ahead"
    " margin ruled decided ruling majority split final"
)
_NO_ONE = word_set("no this that the any every each which some last next")


_SPANS = frozenset({"day", "week", "month", "year"})
"""Spans of which one may be told without a number: "a week of mourning"."""
_TRIGGERS = _SPANS | frozenset((*UNITS, *TENS, *VAGUE, *FRACTIONS, *ORDINALS)) | {
    "a", "an", "between", "dozen", "few", "couple", "tens", "decade", "fortnight"
}  # fmt: skip


def _exact(value: float, last: int, suffix: str = "", first: int = -1) -> Number:
    return Number(value, value, value, "exact", last, suffix, first)


def _read_digits(tokens: Sequence[Token], index: int, decimal_comma: bool) -> Number | None:
    split = split_number(tokens[index].text, decimal_comma)
    if split is None:
        return None
    value, suffix = split
    head, _, rest = suffix.partition("-")
    before = tokens[index - 1].norm if index else ""
    after = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    money = before in CURRENCY_MARKS or before in CURRENCY_WORDS or after in CURRENCY_WORDS
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    counting = head == "m" and behind is not None and (behind.norm in ("people", "users") or _plural(behind))
    if head in SCALES or (head in SCALE_SUFFIXES and (money or counting or head not in ("m", "b", "k"))):
        value, suffix = value * (SCALES.get(head) or SCALE_SUFFIXES[head]), rest
    last = index
    while not suffix and last + 1 < len(tokens) and last < index + 3:
        word = tokens[last + 1].norm
        word = "million" if word == "millions" and decimal_comma else word
        glued = word in SCALE_SUFFIXES and (word not in ("m", "b", "k") or money)
        if word not in SCALES and word != "dozen" and not glued:
            break
        value *= 12 if word == "dozen" else SCALES.get(word) or SCALE_SUFFIXES[word]
        last += 1
    return _exact(value, last, suffix)


def _plural(token: Token) -> bool:
    """Tell whether a word counts things: "4m cars" are millions, "4m high" are metres."""
    return token.kind == "word" and token.content and token.norm.endswith("s") and not token.capital


def _read_number(
    tokens: Sequence[Token], index: int, decimal_comma: bool, plain: bool = False
) -> Number | None:
    token = tokens[index]
    fraction = None if plain else read_fraction(tokens, index)
    if fraction is not None:
        value = fraction.value
        spelled = token.norm in FRACTIONS or token.norm.partition("-")[2] in FRACTIONS
        share = _FRACTION_TOLERANCE if spelled and fraction.suffix == "percent" else 0.0
        low, high = value * (1 - share), value * (1 + share)
        manner = "about" if share else "exact"
        return Number(value, low, high, manner, fraction.last, fraction.suffix, fraction.first)
    if token.kind == "number":
        return _read_digits(tokens, index, decimal_comma)
    if token.kind != "word":
        return None
    word = token.norm
    before = tokens[index - 1].norm if index else ""
    after = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    beyond = tokens[index + 2].norm if index + 2 < len(tokens) else ""
    if word in ("tens", "hundreds", "dozens") and after == "of" and beyond in VAGUE:
        low, high = VAGUE[beyond]
        factor = {"tens": 10.0, "hundreds": 100.0, "dozens": 20.0}[word]
        return Number(low * factor, low * factor / 1.5, high * factor, "vague", index + 2)
    if word in VAGUE or (word in ("few", "couple") and before == "a"):
        low, high = VAGUE.get(word, (2.0, 12.0) if word == "few" else (2.0, 3.0))
        return Number(low, low, high, "vague", index)
    told = index + 2 < len(tokens) and tokens[index + 2].content
    if word in _SPANS and before == "a" and after == "of" and told:
        return _exact(1.0, index, word)
    if word in ("decade", "fortnight") and before == "a":
        return _exact(1.0, index, word)
    head, _, tail = word.partition("-")
    if tail and tail.split("-")[0] in UNIT_WORDS:
        read = read_words((token._replace(norm=head),), 0)
        return _exact(read[0], index, tail) if read else None
    read = read_words(tokens, index)
    if read is None:
        return None
    value, behind = read
    follower = tokens[behind].norm if behind < len(tokens) else ""
    if word == "one" and behind == index + 1:
        plain = behind < len(tokens) and tokens[behind].kind == "word" and tokens[behind].content
        if not plain or before in _NO_ONE or follower in ("day", "thing", "point", "hand", "time"):
            return None
        if token.capital and behind + 1 < len(tokens) and tokens[behind + 1].norm == ",":
            # "One nurse, who": any nurse, not a number of them.
            return None
    return _exact(value, behind - 1)


_TOLL_WITHIN = 16
_REACHING = word_set("rose rises risen climbed climbs grew jumped stands stood reached hit passed put")


def _counted(
    tokens: Sequence[Token], first: int, last: int, taken: Container[int] = ()
) -> tuple[frozenset[str], str]:
    """Return the stems of the counted noun phrase and the role of those counted."""
    stems: list[str] = []
    role = ""
    open_phrase = True
    for index, token in enumerate(tokens[last + 1 : last + 9], start=last + 1):
        if token.kind != "word" or token.norm in ("and", "but", "while") or index in taken:
            break
        # "27 lives" are dead, "27 fought for their lives" are not.
        named = token.norm != "lives" or index == last + 1
        role = role or (ROLE_WORDS.get(token.norm, "") if named else "")
        if token.norm in ROLE_WORDS:
            open_phrase = open_phrase and not stems
        elif token.content and open_phrase and len(stems) < 3:
            stems.append(token.stem)
        elif not token.content and stems:
            open_phrase = False
    if not role:
        for token in reversed(tokens[max(0, first - 6) : first]):
            if token.kind == "mark" or token.norm in ("but", "while"):
                break
            if token.norm in ROLE_WORDS:
                role = ROLE_WORDS[token.norm]
                break
    before = tokens[max(0, first - _TOLL_WITHIN) : first]
    if not role and any(token.norm in _REACHING for token in before[-3:]):
        # "The death toll from the crush at the gate rose to 11".
        role = "dead" if any(token.norm == "toll" for token in before) else ""
    return frozenset(stems), role


def _whole(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    token = tokens[index]
    if token.kind == "number":
        return (float(token.text), index + 1) if token.text.isdecimal() and len(token.text) <= 3 else None
    return read_words(tokens, index) if token.kind == "word" and token.norm not in ("a", "an") else None


def _score(tokens: Sequence[Token], index: int) -> Quantity | None:
    """Read ``7-5`` or ``seven votes to five`` as a score, ``10 to 12`` as a range."""
    first = _whole(tokens, index)
    if first is None:
        return None
    value, position = first
    votes = position < len(tokens) and tokens[position].norm in (
        "vote",
        "votes",
        "goals",
        "sets",
        "points",
        "games",
    )
    position += votes
    if position + 1 >= len(tokens) or tokens[position].norm not in ("-", "–", "—", "‑", "to"):
        return None
    if tokens[position].norm != "to" and tokens[position].start != tokens[position - 1].end:
        return None
    second = _whole(tokens, position + 1)
    if second is None:
        return None
    behind = second[1]
    around = (*tokens[max(0, index - 6) : index], *tokens[behind : behind + 4])
    counts = behind < len(tokens) and tokens[behind].kind == "word" and tokens[behind].content
    spelled = tokens[position].norm == "to"
    if votes or (value > second[0] and not spelled):
        scored = True
    else:
        scored = not (counts and value < second[0]) and any(near.norm in _SCORE_CUES for near in around)
    low, high = sorted((value, second[0]))
    start, end = tokens[index].start, tokens[behind - 1].end
    if not scored:
        if low != value or low == high:
            return None
        unit = find_unit(tokens, index, behind - 1, "")
        counted, role = _counted(tokens, index, unit.last)
        low, high = low * unit.factor, high * unit.factor
        end = tokens[unit.last].end
        return Quantity(
            start, end, low, high, low, "range", unit.name, counted, role, unit.factor, index, unit.last
        )
    return Quantity(start, end, low, high, high, "exact", "score", frozenset(), "", 1.0, index, behind - 1)


def _range(tokens: Sequence[Token], index: int, decimal_comma: bool) -> Quantity | None:
    """Read ``between 200 and 300 million`` and ``$2-3bn``, where the second number gives the scale."""
    between = tokens[index].norm == "between"
    begin = index + between
    before = {token.norm for token in tokens[max(0, index - _CHANGED_WITHIN) : index]}
    plain = tokens[index].text.isdecimal() and "from" not in before
    if begin + 2 >= len(tokens) or not (between or plain):
        return None
    begin += tokens[begin].norm in CURRENCY_MARKS
    low = _read_number(tokens, begin, decimal_comma)
    if low is None or low.last + 2 >= len(tokens):
        return None
    if tokens[low.last + 1].norm not in (("and",) if between else ("-", "–", "to")):
        return None
    begin = low.last + 2 + (tokens[low.last + 2].norm in CURRENCY_MARKS)
    high = _read_number(tokens, begin, decimal_comma) if begin < len(tokens) else None
    if high is None or "vague" in (low.manner, high.manner):
        return None
    written = split_number(tokens[begin].text, decimal_comma)
    scale = high.value / written[0] if written and written[0] else SCALES.get(tokens[high.last].norm, 1.0)
    if not between and scale == 1.0:
        return None
    unit = find_unit(tokens, begin, high.last, high.suffix)
    if unit.name == "count" and not between:
        ahead = find_unit(tokens, index, low.last, "")
        unit = ahead._replace(last=unit.last)
    first = index if between else min(index, find_unit(tokens, index, low.last, "").first)
    least = low.value * (scale if low.value * scale < high.value else 1.0) * unit.factor
    most = high.value * unit.factor
    if least >= most:
        return None
    counted, role = _counted(tokens, first, unit.last)
    start, end = tokens[first].start, tokens[unit.last].end
    return Quantity(
        start, end, least, most, least, "range", unit.name, counted, role, unit.factor, first, unit.last
    )


def may_tell_number(norms: frozenset[str]) -> bool:
    """Tell whether a passage of these words can hold a number that is written out."""
    return not norms.isdisjoint(_TRIGGERS) or any("-" in norm and _may_count(norm) for norm in norms)


def _may_count(norm: str) -> bool:
    return norm in _TRIGGERS or ("-" in norm and not _TRIGGERS.isdisjoint(norm.split("-")))


def find_quantities(
    tokens: Sequence[Token], taken: Container[int] = (), decimal_comma: bool = False
) -> tuple[Quantity, ...]:
    """Find the numbers of a passage.

    Args:
        tokens: Tokens of the passage, marks included.
        taken: Indices of tokens that belong to dates and clock times.
        decimal_comma: Whether the language writes 1,5 for one and a half.

    Returns:
        In reading order, not overlapping.
    """
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if index in taken or token.kind == "mark":
            index += 1
            continue
        if token.kind == "word" and (decimal_comma or not _may_count(token.norm)):
            index += 1
            continue
        part = read_fraction(tokens, index)
        special = (
            None
            if part is not None
            else (
                _range(tokens, index, decimal_comma)
                or _score(tokens, index)
                or (read_label(tokens, index) if token.kind == "number" and not decimal_comma else None)
            )
        )
        if special is None and part is None:
            special = read_rank(tokens, index)
        if special is not None and not any(
            place in taken for place in range(special.first, special.last + 1)
        ):
            found.append(special)
            index = special.last + 1
            continue
        number = _read_number(tokens, index, decimal_comma, part is None)
        if number is None or any(place in taken for place in range(index, number.last + 1)):
            index += 1
            continue
        begin = number.first if number.first >= 0 else index
        unit = find_unit(tokens, begin, number.last, number.suffix)
        front = unit.first
        if number.suffix in {"decade", "fortnight", *_SPANS} and front and tokens[front - 1].norm == "a":
            front -= 1
        first, number = bounds_before(tokens, front, number)
        number, behind = bounds_behind(tokens, unit.last, number)
        counted, role = _counted(tokens, first, unit.last, taken)
        if number.suffix and unit.name == "count":
            counted |= {part for part in number.suffix.split("-") if len(part) > 2}
        factor = unit.factor
        first, last, sign = below_zero(tokens, first, unit)
        found.append(
            Quantity(
                tokens[first].start,
                tokens[max(last, behind)].end,
                min(number.low * factor * sign, number.high * factor * sign),
                max(number.low * factor * sign, number.high * factor * sign),
                number.value * factor * sign,
                number.manner,
                unit.name,
                counted,
                role,
                factor,
                first,
                max(last, behind),
            )
        )
        index = max(last, behind) + 1
    return share_units(tokens, join_durations(tokens, found))

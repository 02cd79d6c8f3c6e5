"""Names of two linked passages, set against each other."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher

from compare_tui.comparison.differences.clauses import is_past_form
from compare_tui.comparison.differences.gazetteer import COUNTRY_OF_CITY
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.name_matching import Match, match_names, spelled_out
from compare_tui.comparison.differences.names import Name, unaccented
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.phrases import CLAUSE_MARKS
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.roles import is_role
from compare_tui.comparison.differences.source_phrases import apposition_end
from compare_tui.comparison.differences.spelling import one_spelling
from compare_tui.comparison.model import Kind

Known = Callable[[str], bool]
_POLITE = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "prof", "professor"})
_SHORTEST_ALIKE, _ALIKE = 6, 0.7
_TWO_LETTER_MARKS = frozenset("äöüåøæ")
"""Letters that are written as two where a keyboard lacks them: "Aasen" for "Åsen"."""
_BEFORE_PLURAL = word_set("the these those some several many few all both two three four five six")
_THINGS = word_set(
    "prize award medal cup act treaty agreement accord pact championship league war festival day"
)
_SITES = word_set("airport hospital university stadium station prison bridge school square museum hall")
"""Last words of names that no person and no country has."""
_CONTINENTAL = word_set("european asian african american")
_PLACE_PREPOSITIONS = word_set("in near at outside around from to towards toward across through over")


def _range(name: Name) -> range:
    return range(name.title_first, name.last + 1)


def _contains(a: Name, b: Name) -> bool:
    """Tell whether one is a city of the other."""
    return COUNTRY_OF_CITY.get(a.canonical) == b.canonical or COUNTRY_OF_CITY.get(b.canonical) == a.canonical


def compare_names(pairing: Pairing, in_a: Known, in_b: Known) -> Matches:
    """Pair names of the same bearer, and report other spellings and other bearers in the same place.

    Args:
        pairing: The linked passages.
        in_a: Tells whether a normalised word occurs anywhere in article A.
        in_b: Likewise for B.
    """
    result = Matches()
    candidates: list[tuple[int, int, int, int, Match]] = []
    for i, a in enumerate(pairing.a.names):
        for j, b in enumerate(pairing.b.names):
            match = match_names(a, b)
            if match is None and a.canonical and b.canonical and _contains(a, b):
                match = Match("same")
            if match is not None:
                order = {"same": 0, "spelling": 1, "first": 2}[match.how]
                candidates.append((order, -_nearness(pairing, a, b), i, j, match))
    matched_a: set[int] = set()
    matched_b: set[int] = set()
    for order, nearness, i, j, match in sorted(candidates, key=lambda c: (c[0], c[1], c[2] + c[3], c[2])):
        a, b = pairing.a.names[i], pairing.b.names[j]
        if order and (i in matched_a or j in matched_b):
            continue
        if order == 2 and -nearness < 2:
            continue
        spelled = None if order == 0 else _spelling(pairing, a, b, match, in_a, in_b)
        if order and spelled is None:
            continue
        matched_a.add(i)
        matched_b.add(j)
        result.explain(_range(a), _range(b))
        if spelled is not None:
            result.findings.append(spelled)
        else:
            result.findings.extend(_abbreviation(pairing, a, b))
    rest_a = [name for i, name in enumerate(pairing.a.names) if i not in matched_a]
    rest_b = [name for j, name in enumerate(pairing.b.names) if j not in matched_b]
    _other_bearers(pairing, rest_a, rest_b, result, in_a, in_b)
    _roles(pairing, [n for n in rest_a if n.first not in result.explained_a], result, True)
    _roles(pairing, [n for n in rest_b if n.first not in result.explained_b], result, False)
    return result


def _gap(pairing: Pairing, a: Name, b: Name) -> int:
    return pairing.same_gap(a.first, b.first) or pairing.same_gap(a.last, b.last)


def _nearness(pairing: Pairing, a: Name, b: Name) -> int:
    gap = _gap(pairing, a, b)
    titles = 4 if _same_office(a, b) else 0
    return gap + titles + min(3, pairing.context((a.title_first, a.last), (b.title_first, b.last), 4))


def _same_office(a: Name, b: Name) -> bool:
    """Tell whether both names carry one office; "Mr" is none."""
    smaller, larger = sorted((a.titles - _POLITE, b.titles - _POLITE), key=len)
    return bool(smaller) and smaller <= larger


def _spelling(pairing: Pairing, a: Name, b: Name, match: Match, in_a: Known, in_b: Known) -> Finding | None:
    token_a, token_b = pairing.a.tokens[match.a_part], pairing.b.tokens[match.b_part]
    if in_b(token_a.norm) and in_a(token_b.norm):
        # Both articles know both words: two bearers, not two spellings.
        return None
    if one_spelling(token_a.norm) == one_spelling(token_b.norm):
        return Finding("style", "style", _bare(token_a), _bare(token_b), "spelling variant")
    if spelled_out(*(unaccented(token.norm) for token in (token_a, token_b))) and _TWO_LETTER_MARKS & {
        *token_a.norm,
        *token_b.norm,
    }:
        return Finding("style", "style", _bare(token_a), _bare(token_b), "a letter written as two")
    if _plural(pairing.a, a, b) or _plural(pairing.b, b, a):
        return None
    reason = "spelling of a name" if match.how == "spelling" else "another first name"
    kind: Kind = "place" if a.category == "place" and b.category == "place" else "who"
    if match.several:
        return Finding(kind, "major", (a.start, a.end), (b.start, b.end), reason, True)
    return Finding(kind, "major", _bare(token_a), _bare(token_b), reason, True)


def _plural(reading: Reading, name: Name, other: Name) -> bool:
    """Tell whether a name is another one in the plural: "the Harriers can carry more", "each Harrier"."""
    return (
        name.norms == (f"{other.norms[-1]}s",)
        and not name.titles
        and name.first > 0
        and reading.tokens[name.first - 1].norm in _BEFORE_PLURAL
    )


def _bare(token: object) -> tuple[int, int]:
    start, end, text = token.start, token.end, token.text  # type: ignore[attr-defined]
    return start, end - 2 if text[-2:] in ("'s", "’s") and len(text) > 2 else end


def _abbreviation(pairing: Pairing, a: Name, b: Name) -> list[Finding]:
    text_a, text_b = pairing.a.text[a.start : a.end], pairing.b.text[b.start : b.end]
    same_letters = text_a.replace(".", "") == text_b.replace(".", "")
    short = {len(a.norms), len(b.norms)} != {1} and (text_a.isupper() or text_b.isupper())
    if text_a != text_b and (same_letters or short):
        return [Finding("style", "style", (a.start, a.end), (b.start, b.end), "abbreviation")]
    return []


def _other_bearers(
    pairing: Pairing, rest_a: list[Name], rest_b: list[Name], result: Matches, in_a: Known, in_b: Known
) -> None:
    candidates: list[tuple[int, int, int]] = []
    for i, a in enumerate(rest_a):
        for j, b in enumerate(rest_b):
            if a.category != b.category and "unknown" not in (a.category, b.category):
                continue
            if "code" in (a.category, b.category) and a.category != b.category:
                continue
            if a.category == b.category == "code" and not _one_series(pairing, a, b):
                continue
            if _adjective(pairing.a, a) != _adjective(pairing.b, b) and not (a.canonical and b.canonical):
                # "The Chinese launch" names no bearer in the place of another one.
                continue
            if _attributive(pairing.a, a) != _attributive(pairing.b, b) and not _alike(a, b):
                # "The Bush tax cuts" names nobody who does what "Obama" does.
                continue
            if _speaks(pairing.a, a) and _speaks(pairing.b, b):
                # Who is given as the source is compared as an attribution.
                continue
            if _of_two_sorts(a, b):
                continue
            gap = _gap(pairing, a, b)
            same_title = _same_office(a, b)
            score = _nearness(pairing, a, b)
            before_a = pairing.a.tokens[a.first - 1].norm if a.first else ""
            before_b = pairing.b.tokens[b.first - 1].norm if b.first else ""
            score += before_a == before_b and before_a in _PLACE_PREPOSITIONS
            alike = _alike(a, b) or _only_codes(pairing, a, b)
            score += 2 * alike
            agents = {_agent(pairing.a, a), _agent(pairing.b, b)}
            if agents == {"active", "passive"} and pairing.context((a.first, a.last), (b.first, b.last)) >= 2:
                # "Dow scored", "was scored by Cole": two who did one thing.
                candidates.append((-score, i, j))
                continue
            elsewhere = all(in_b(norm) for norm in a.norms) or all(in_a(norm) for norm in b.norms)
            if elsewhere and gap < 3:
                continue
            enough = 2 if a.category == "code" else 4
            if (gap or same_title or alike or a.category in ("place", "code")) and score >= enough:
                candidates.append((-score, i, j))
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j in sorted(candidates, key=lambda c: (c[0], c[1] + c[2], c[1])):
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        a, b = rest_a[i], rest_b[j]
        result.explain(
            range(a.title_first, apposition_end(pairing.a.tokens, a.last) + 1),
            range(b.title_first, apposition_end(pairing.b.tokens, b.last) + 1),
        )
        place = (
            "place" in (a.category, b.category) and _located(pairing.a, a) == _located(pairing.b, b) is True
        )
        kind: Kind = "place" if place else "who"
        reason = "another place" if place else "another name"
        if a.category == "code":
            flight = any(
                near.norm in ("flight", "train", "bus")
                for near in (*pairing.a.tokens[max(0, a.first - 2) : a.first + 2],)
            )
            kind, reason = ("number" if flight else "place"), "another number in a name"
        result.findings.append(Finding(kind, "major", (a.start, a.end), (b.start, b.end), reason, True))


def _of_two_sorts(a: Name, b: Name) -> bool:
    """Tell whether one name ends as no bearer's of the other sort does: a prize and a person."""
    ends = [_sort_of_end(name) for name in (a, b)]
    return ends[0] != ends[1] and not (a.category == b.category == "place")


def _sort_of_end(name: Name) -> str:
    """Return ``thing`` or ``site`` for a name of several words that ends as none of a person does."""
    last = name.norms[-1] if len(name.norms) > 1 and name.category != "person" else ""
    return "thing" if last in _THINGS else "site" if last in _SITES else ""


def _attributive(reading: Reading, name: Name) -> bool:
    """Tell whether a person's or a group's name only describes the noun behind it: "the Bush tax cuts"."""
    following = reading.tokens[name.last + 1] if name.last + 1 < len(reading.tokens) else None
    return (
        following is not None
        and following.kind == "word"
        and following.content
        and not following.capital
        and not is_past_form(following.norm)
        and not reading.tokens[name.last].possessive
        and not following.norm.endswith(("ed", "s", "ly"))
    )


def _alike(a: Name, b: Name) -> bool:
    """Tell whether two names of one word look like one that somebody mistook: Norwalk, Norfolk."""
    if len(a.norms) != 1 or len(b.norms) != 1 or a.canonical or b.canonical:
        return False
    x, y = sorted((a.norms[0], b.norms[0]))
    if min(len(x), len(y)) < _SHORTEST_ALIKE or x[:2] != y[:2] or abs(len(x) - len(y)) > 1:
        return False
    return SequenceMatcher(None, x, y, autojunk=False).ratio() >= _ALIKE


def _only_codes(pairing: Pairing, a: Name, b: Name) -> bool:
    """Tell whether two passages that surely say the same have one code each: "L214", "L241"."""
    return (
        pairing.sure
        and a.category == b.category == "code"
        and all(
            sum(one.category == "code" for one in reading.names) == 1 for reading in (pairing.a, pairing.b)
        )
    )


def _one_series(pairing: Pairing, a: Name, b: Name) -> bool:
    """Tell whether two codes can be of one sort: they begin alike, or the same word stands before them."""
    letters_a, letters_b = (name.written.rstrip("0123456789") for name in (a, b))
    before_a = pairing.a.tokens[a.first - 1].norm if a.first else ""
    before_b = pairing.b.tokens[b.first - 1].norm if b.first else ""
    return letters_a == letters_b or before_a == before_b != ""


def _adjective(reading: Reading, name: Name) -> bool:
    """Tell whether a country's name only describes the word behind it."""
    following = reading.tokens[name.last + 1] if name.last + 1 < len(reading.tokens) else None
    plain = following is not None and following.kind == "word" and following.content
    country = bool(name.canonical) or name.norms[-1] in _CONTINENTAL
    return country and plain and following is not None and not following.capital


def _speaks(reading: Reading, name: Name) -> bool:
    return any(source.source_first <= name.first <= source.source_last for source in reading.attributions)


def _agent(reading: Reading, name: Name) -> str:
    """Tell how a person is said to have done something: ``active``, ``passive``, or not at all."""
    if name.category == "place" or name.canonical or reading.tokens[name.last].possessive:
        return ""
    tokens = reading.tokens
    before = tokens[name.title_first - 1].norm if name.title_first else ""
    verb = tokens[name.title_first - 2] if name.title_first > 1 else None
    if before == "by" and verb is not None and not verb.capital:
        told = any(
            is_past_form(token.norm) for token in tokens[max(0, name.title_first - 5) : name.title_first - 1]
        )
        return "passive" if told else ""
    following = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    return "active" if following is not None and is_past_form(following.norm) else ""


def _located(reading: Reading, name: Name) -> bool:
    before = [token.norm for token in reading.tokens[max(0, name.first - 2) : name.first]]
    return any(word in _PLACE_PREPOSITIONS for word in before)


def _roles(pairing: Pairing, names: list[Name], result: Matches, of_a: bool) -> None:
    """Report a person's name on one side where the other side has only a role in the same place."""
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    gap_of = pairing.gap_of_a if of_a else pairing.gap_of_b
    taken = {index for name in other.names for index in _range(name)}
    for name in names:
        number = gap_of.get(name.first)
        if name.category != "person" or number is None or reading.tokens[name.last].possessive:
            continue
        gap = pairing.gaps[number]
        opposite = gap.b if of_a else gap.a
        own = gap.a if of_a else gap.b
        starts = bool(opposite) and bool(own) and opposite[0] <= 2 and own[0] <= 2
        if len(opposite) > 7 or gap.moored < (1 if starts else 2):
            continue
        if any(
            facing.category in ("person", "unknown") and facing.first in opposite for facing in other.names
        ):
            # A name stands there: another bearer, not a role.
            continue
        nouns = [index for index in opposite if is_role(other.tokens[index]) and index not in taken]
        if not nouns or any(norm in other.norms for norm in name.norms):
            continue
        first, last = opposite[0], nouns[-1]
        marks = [n for n in range(first, last) if other.tokens[n].norm in CLAUSE_MARKS]
        first = marks[-1] + 1 if marks else first
        own_span, role_span = (name.start, name.end), (other.tokens[first].start, other.tokens[last].end)
        own_range = range(name.first, apposition_end(reading.tokens, name.last) + 1)
        if of_a:
            reason = "a name in {a}, a role in {b}"
            result.findings.append(Finding("who", "minor", own_span, role_span, reason, True))
            result.explain(own_range, range(first, last + 1))
        else:
            reason = "a role in {a}, a name in {b}"
            result.findings.append(Finding("who", "minor", role_span, own_span, reason, True))
            result.explain(range(first, last + 1), own_range)

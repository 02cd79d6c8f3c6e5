"""Who a source is, and whether two sources can be the same."""

from __future__ import annotations

from compare_tui.comparison.differences.attributions import Attribution
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.name_matching import match_names
from compare_tui.comparison.differences.names import Name
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.roles import is_role
from compare_tui.comparison.differences.source_phrases import apposition_end
from compare_tui.comparison.differences.spelling import stem
from compare_tui.comparison.differences.words import all_senses, senses

_SEATS = {
    "kremlin": "@russia",
    "moscow": "@russia",
    "washington": "@us",
    "pentagon": "@us",
    "beijing": "@china",
    "london": "@britain",
    "paris": "@france",
    "berlin": "@germany",
    "kyiv": "@ukraine",
    "tehran": "@iran",
}
_ANYBODYS = frozenset(
    map(stem, ("report", "statement", "text", "document", "account", "letter", "release", "note", "website"))
)
"""Documents that may be those of any source; a filing or a survey is one of its own."""
_SOMEBODY = word_set("person man woman official witness source aide relative resident neighbour neighbor")
_GOVERNMENT = word_set("ministry minister government president kremlin embassy army cabinet diplomat")


def source_end(reading: Reading, source: Attribution) -> int:
    """Return the last token of a source, an apposition behind it included."""
    return apposition_end(reading.tokens, source.source_last)


def names_of(reading: Reading, source: Attribution) -> list[Name]:
    """Return the names in a source, those of an apposition behind it included."""
    last = source_end(reading, source)
    return [name for name in reading.names if source.source_first <= name.first <= last]


def people_of(reading: Reading, source: Attribution) -> list[Name]:
    """Return the people that a source names; in an apposition only where nobody is named before it."""
    people = [name for name in names_of(reading, source) if name.category == "person"]
    return [name for name in people if name.first <= source.source_last] or people


def keys_of(reading: Reading, first: int, last: int) -> set[str]:
    """Return the keys of the content words of a stretch; a seat of government speaks for its country."""
    found = {reading.keys[index] for index in range(first, last + 1) if reading.tokens[index].content}
    return {_SEATS.get(key, key) for key in found}


def _written(reading: Reading, source: Attribution) -> str:
    """Return the content words of a source without blanks and hyphens: "coast guard" is "coastguard"."""
    part = reading.tokens[source.source_first : source.source_last + 1]
    return "".join(token.norm.replace("-", "") for token in part if token.content)


def role_of(reading: Reading, source: Attribution, name: Name) -> set[str]:
    """Return the keys that tell what a named source is: its titles and the apposition beside the name."""
    around = [*range(source.source_first, name.first), *range(name.last + 1, source_end(reading, source) + 1)]
    return {reading.keys[index] for index in around if reading.tokens[index].content}


def same_source(a_reading: Reading, a: Attribution, b_reading: Reading, b: Attribution) -> bool:
    """Tell whether two attributions can name the same source; a pronoun can be anybody."""
    if "pronoun" in (a.standing, b.standing):
        return not _thing_and_person(a_reading, a, b_reading, b)
    if a.standing == b.standing == "document":
        return not a.keys or not b.keys or bool(all_senses(a.keys) & all_senses(b.keys))
    if "document" in (a.standing, b.standing):
        document = a if a.standing == "document" else b
        return not document.keys or not document.keys.isdisjoint(_ANYBODYS)
    if _written(a_reading, a) == _written(b_reading, b):
        return True
    if a.standing == b.standing == "unnamed":
        return _one_head(a_reading, a, b_reading, b) and bool(all_senses(a.keys) & all_senses(b.keys))
    names_a, names_b = names_of(a_reading, a), names_of(b_reading, b)
    own_a = [name for name in names_a if name.first <= a.source_last]
    own_b = [name for name in names_b if name.first <= b.source_last]
    if any(same_bearer(x, y) for x in own_a for y in names_b) or any(
        same_bearer(x, y) for x in names_a for y in own_b
    ):
        # "The Red Crescent" may speak through "Ida Hall, a nurse of the Red Crescent".
        return True
    people_a, people_b = people_of(a_reading, a), people_of(b_reading, b)
    if people_a and people_b:
        return any(same_bearer(x, y) for x in people_a for y in people_b)
    if named_in_one(a_reading, a, b_reading, b) is not None:
        return True
    several = [[name for name in names if len(name.norms) > 1] for names in (own_a, own_b)]
    if several[0] and several[1] and {name.category for side in several for name in side} == {"person"}:
        return False
    keys_a = {_SEATS.get(key, key) for key in a.keys}
    keys_b = {_SEATS.get(key, key) for key in b.keys}
    for one, other in ((keys_a, keys_b), (keys_b, keys_a)):
        countries = {key for key in other if key[:1] == "@"}
        # A country speaks through its ministry; only another country contradicts it.
        if len(one) == 1 and min(one)[:1] == "@" and other & _GOVERNMENT and countries <= one:
            return True
    return bool(all_senses(keys_a) & all_senses(keys_b))


def _one_head(a_reading: Reading, a: Attribution, b_reading: Reading, b: Attribution) -> bool:
    """Tell whether two sources without a name can be one: a diplomat is neither an official nor two."""
    heads = [_head(a_reading, a), _head(b_reading, b)]
    if heads[0] is None or heads[1] is None:
        return True
    one, other = a_reading.tokens[heads[0]], b_reading.tokens[heads[1]]
    if one.norm.endswith("s") != other.norm.endswith("s"):
        return False
    return not senses(a_reading.keys[heads[0]]).isdisjoint(senses(b_reading.keys[heads[1]]))


def _head(reading: Reading, source: Attribution) -> int | None:
    """Return the noun of a source, before what is set off or hangs on it."""
    head = None
    for index in range(source.source_first, source.source_last + 1):
        token = reading.tokens[index]
        if token.kind == "mark" or (head is not None and not token.content):
            break
        if token.content:
            head = index
    return head


def _thing_and_person(a_reading: Reading, a: Attribution, b_reading: Reading, b: Attribution) -> bool:
    """Tell whether one source is "it" and the other somebody: "it said", "a person who was there said"."""
    for plain, plain_in, full, full_in in ((a, a_reading, b, b_reading), (b, b_reading, a, a_reading)):
        words = [token.norm for token in plain_in.tokens[plain.source_first : plain.source_last + 1]]
        if words != ["it"] or full.standing == "pronoun":
            continue
        if people_of(full_in, full):
            return names_of(full_in, full)[0].category != "organisation"
        return any(
            token.norm in _SOMEBODY or is_role(token)
            for token in full_in.tokens[full.source_first : full.source_last + 1]
        )
    return False


def same_bearer(x: Name, y: Name) -> bool:
    """Tell whether two names can be one bearer's; another first name is another bearer."""
    match = match_names(x, y)
    return match is not None and match.how != "first"


def named_in_one(a_reading: Reading, a: Attribution, b_reading: Reading, b: Attribution) -> Name | None:
    """Return the name of a source that one side names and the other gives by the same role alone."""
    for plain, plain_in, full, full_in in ((a, a_reading, b, b_reading), (b, b_reading, a, a_reading)):
        people = people_of(full_in, full)
        if len(people) != 1 or people_of(plain_in, plain) or plain.standing == "unnamed":
            continue
        role = keys_of(plain_in, plain.source_first, plain.source_last)
        # A town or a country alone is no role.
        places = {
            plain_in.keys[index]
            for name in plain_in.names
            if name.category == "place"
            for index in name.parts
        }
        told = all_senses(role_of(full_in, full, people[0]))
        if role - places and all(not senses(key).isdisjoint(told) for key in role):
            return people[0]
    return None

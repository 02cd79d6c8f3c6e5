"""Words for events of one field that exclude each other: a murder is no manslaughter."""

from __future__ import annotations

from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.spelling import stem

_FIELDS = """
murder; manslaughter; assault; rape; robbery; theft steal stole stolen; burglary; fraud; bribery; arson;
kidnapping kidnap kidnapped abduct; espionage spying; perjury; blackmail extortion; treason
/
arrest arrested arrests detain detained; charge charged charges indict indicted; convict convicted conviction;
acquit acquitted; sentence sentenced jailed imprisoned; questioned interrogated; extradite extradited;
deport deported
/
resign resigned resigns resignation quit; dismiss dismissed sack sacked fire fired; retire retired retires;
suspend suspended; promote promoted; appoint appointed; demote demoted
/
approve approved adopt adopted passed; reject rejected; postpone postponed delay delayed; amend amended;
repeal repealed; veto vetoed
/
shot shooting; stabbed stabbing; strangled; poisoned; drowned; beheaded; hanged
/
earthquake quake; flood flooding; landslide mudslide; hurricane typhoon cyclone; tornado; wildfire; avalanche
/
strike strikes walkout; lockout; boycott
"""
_PROCEEDINGS = 1
"""The field whose events follow upon each other."""
_PLACE: dict[str, tuple[int, int]] = {
    stem(word): (field, event)
    for field, line in enumerate(_FIELDS.split("/"))
    for event, words in enumerate(line.split(";"))
    for word in words.split()
}
"""Stem of a word to its field and to its event in that field."""


def _told(reading: Reading) -> dict[int, dict[int, int]]:
    """Return for each field the events that a passage tells, with a token of each."""
    found: dict[int, dict[int, int]] = {}
    for index in reading.words:
        token = reading.tokens[index]
        if token.stem in _PLACE and token.kind == "word" and not (token.capital and not token.initial):
            field, event = _PLACE[token.stem]
            found.setdefault(field, {}).setdefault(event, index)
    return found


def other_events(pairing: Pairing) -> list[tuple[Finding, int, int]]:
    """Find where both passages tell one event of a field, and not the same one.

    Returns:
        The findings with the tokens of A and of B that they stand on.
    """
    if not pairing.sure:
        return []
    told_a, told_b = _told(pairing.a), _told(pairing.b)
    found: list[tuple[Finding, int, int]] = []
    for field in sorted(told_a.keys() & told_b.keys()):
        events_a, events_b = told_a[field], told_b[field]
        if len(events_a) != 1 or len(events_b) != 1 or events_a.keys() == events_b.keys():
            continue
        i, j = *events_a.values(), *events_b.values()
        if field == _PROCEEDINGS and pairing.same_gap(i, j) < 2:
            # Who is in prison was charged and convicted: only in one place do the words exclude each other.
            continue
        a, b = pairing.a.tokens[i], pairing.b.tokens[j]
        found.append(
            (Finding("event", "major", (a.start, a.end), (b.start, b.end), "another event", True), i, j)
        )
    return found

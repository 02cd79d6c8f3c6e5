"""Doubt about a whole statement: the only hedge of a passage, and what the other passage says outright."""

from __future__ import annotations

from compare_tui.comparison.differences.clauses import is_past_form
from compare_tui.comparison.differences.hedges import Hedge
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.words import related

REASONS = {
    "denied": "denied in {0}, affirmed in {1}",
    "possible": "possible in {0}, a fact in {1}",
    "alleged": "alleged in {0}, a fact in {1}",
    "future": "still to come in {0}, done in {1}",
    "conditional": "still to come in {0}, done in {1}",
    "planned": "planned in {0}, done in {1}",
}
"""What is said of a hedge of each sort; filled with the side that has it and the other one."""
ASKING = word_set(
    "what why how whether if ? investigate investigating investigators investigation inquiry probe"
)
"""Words of those who do not know yet."""
HEDGED = word_set(
    "slated scheduled planned set due expected billed tipped poised possible likely probable potential"
    " alleged"
)
"""Words that weaken a statement without being read as a hedge of a verb."""
_CHARGED = word_set("accused suspected suspicion charged charges")
"""What leads to a crime rather than to what is told of it: "arrested on charges of"."""
_ALIKE = 2
"""Words near a hedged and a stated verb that both sides have; verbs with fewer tell different things."""
_FAR_APART = ({"possible", "future"}, {"possible", "planned"}, {"alleged", "future"}, {"alleged", "possible"})
_BEFORE_PARTICIPLES = word_set("be through of in by with from for on at into his her its their our no such")
_ANYBODY = word_set("some many others several")


def past_verb(reading: Reading, index: int) -> bool:
    """Tell whether a word is a past form that may be the verb of its clause."""
    token = reading.tokens[index]
    before = reading.tokens[index - 1].norm if index else ""
    if before in ("to", "will", "would", "the", "a", "an"):
        return False
    return is_past_form(token.norm)


def lone_hedges(
    pairing: Pairing, hedges_a: tuple[Hedge, ...], hedges_b: tuple[Hedge, ...], result: Matches
) -> None:
    """Report where the only hedge of each passage is another one: "will serve", "could be out"."""
    if not pairing.sure or len(hedges_a) != 1 or len(hedges_b) != 1:
        return
    a, b = hedges_a[0], hedges_b[0]
    if {a.sort, b.sort} not in _FAR_APART:
        return
    if any(reading.tokens[hedge.first].quotation >= 0 for reading, hedge in ((pairing.a, a), (pairing.b, b))):
        return
    spans = (
        (pairing.a.tokens[a.first].start, pairing.a.tokens[a.head].end),
        (pairing.b.tokens[b.first].start, pairing.b.tokens[b.head].end),
    )
    result.findings.append(Finding("certainty", "major", *spans, "another degree of certainty"))


def one_doubts(
    pairing: Pairing, hedges_a: tuple[Hedge, ...], hedges_b: tuple[Hedge, ...], result: Matches
) -> None:
    """Report where one passage doubts all that it says and the other tells what happened."""
    if not pairing.sure or bool(hedges_a) == bool(hedges_b):
        return
    of_a = bool(hedges_a)
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    hedges = [one for one in hedges_a or hedges_b if one.sort in ("possible", "alleged")]
    if len(hedges) != 1 or len(hedges_a or hedges_b) != 1 or reading.tokens[hedges[0].first].quotation >= 0:
        return
    told = {n for one in other.attributions for n in range(one.first, one.last + 1)}
    verbs = [
        n for n in other.words if n not in told and other.tokens[n].quotation < 0 and _happened(other, n)
    ]
    head = hedges[0].head

    def alike(n: int) -> int:
        places = ((head, head), (n, n)) if of_a else ((n, n), (head, head))
        near = 0 if reading.tokens[hedges[0].first].norm in _CHARGED else pairing.context(*places, 6)
        return _ALIKE * related(reading.keys[head], other.keys[n]) + near

    verb = max(verbs, key=lambda n: (alike(n), -n), default=None)
    if verb is not None and alike(verb) < _ALIKE:
        return
    asked = any(token.norm in ASKING or token.norm in HEDGED for token in other.tokens)
    rumoured = any(other.tokens[one.source_first].norm in _ANYBODY for one in other.attributions)
    if verb is None or asked or rumoured:
        return
    own = (reading.tokens[hedges[0].first].start, reading.tokens[hedges[0].head].end)
    theirs = (other.tokens[verb].start, other.tokens[verb].end)
    reason = REASONS[hedges[0].sort].format(*(("{a}", "{b}") if of_a else ("{b}", "{a}")))
    result.findings.append(Finding("certainty", "minor", *((own, theirs) if of_a else (theirs, own)), reason))


def _happened(reading: Reading, index: int) -> bool:
    """Tell whether a word is the past form behind its subject: "stole" in "hackers stole records"."""
    before = reading.tokens[index - 1] if index else None
    return before is not None and before.norm not in _BEFORE_PARTICIPLES and past_verb(reading, index)

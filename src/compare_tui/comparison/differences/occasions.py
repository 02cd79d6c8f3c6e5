"""On what occasion and where the same source spoke: "on a conference call", "told reporters in the lobby"."""

from __future__ import annotations

from itertools import takewhile

from compare_tui.comparison.differences.attributions import Attribution
from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.reporting_verbs import LISTENERS
from compare_tui.comparison.differences.source_bearers import source_end
from compare_tui.comparison.differences.source_phrases import is_break
from compare_tui.comparison.differences.words import senses

_OCCASIONS = word_set(
    "statement interview conference call briefing letter email speech broadcast radio television video memo"
    " tweet"
)
_OCCASION_WITHIN = 6
_LEAST_SHARED = 3
_AUDIENCE = LISTENERS | word_set("reporters journalists newsmen")
_UNNAMED = frozenset({"anonymity", "anonymous", "anonymously", "identified"})
_UNNAMED_WITHIN = 12
_BEFORE_OCCASION = word_set("in on at to told during")


def compare_occasions(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where only one side tells on what occasion the same source spoke: "on a conference call"."""
    at_a, at_b = _occasion_of(pairing.a, a), _occasion_of(pairing.b, b)
    other, name = (pairing.b, "{a}") if at_a else (pairing.a, "{b}")
    if bool(at_a) != bool(at_b) and not _tells_occasion(other):
        reason = f"only {name} tells on what occasion"
        result.findings.append(Finding("attribution", "minor", at_a, at_b, reason, _alike(pairing)))
    elif at_a is None and at_b is None:
        _circumstances(pairing, a, b, result)


def compare_anonymity(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where only one side tells that its source does not want to be named."""
    hidden_a, hidden_b = _anonymity(pairing.a, a), _anonymity(pairing.b, b)
    other, name = (pairing.b, "{a}") if hidden_a else (pairing.a, "{b}")
    if bool(hidden_a) != bool(hidden_b) and other.norms.isdisjoint(_UNNAMED):
        reason = f"only {name} tells that the source is not to be named"
        result.findings.append(Finding("attribution", "minor", hidden_a, hidden_b, reason))


def _anonymity(reading: Reading, source: Attribution) -> tuple[int, int] | None:
    """Return the characters of what is set off in or behind a source to say that it is not to be named."""
    tokens = reading.tokens
    last = min(len(tokens) - 1, source.last + _UNNAMED_WITHIN)
    for index in range(source.first, last + 1):
        if tokens[index].norm not in _UNNAMED:
            continue
        before = range(index, source.first, -1)
        begin = next((n + 1 for n in before if tokens[n].kind == "mark"), None)
        end = next((n for n in range(index, len(tokens)) if tokens[n].kind == "mark"), len(tokens))
        return None if begin is None else (tokens[begin].start, tokens[end - 1].end)
    return None


def _tells_occasion(reading: Reading) -> bool:
    """Tell whether a passage speaks of an occasion anywhere: "in the statement", "told a briefing"."""
    return any(
        token.norm in _OCCASIONS
        and any(before.norm in _BEFORE_OCCASION for before in reading.tokens[max(0, index - 4) : index])
        for index, token in enumerate(reading.tokens)
    )


def _circumstances(pairing: Pairing, a: Attribution, b: Attribution, result: Matches) -> None:
    """Report where only one side tells where the same source spoke; the other has a bare verb."""
    verb_a, verb_b = _verb_of(pairing.a, a), _verb_of(pairing.b, b)
    if verb_a is None or verb_b is None or _tells_occasion(pairing.a) or _tells_occasion(pairing.b):
        return
    told_a = _told_where(pairing.a, a, verb_a, pairing.b)
    told_b = _told_where(pairing.b, b, verb_b, pairing.a)
    if told_a == told_b:
        return
    ends = (a.last if told_a else verb_a, b.last if told_b else verb_b)
    span_a = (pairing.a.tokens[verb_a].start, pairing.a.tokens[ends[0]].end)
    span_b = (pairing.b.tokens[verb_b].start, pairing.b.tokens[ends[1]].end)
    reason = f"only {'{a}' if told_a else '{b}'} tells where it was said"
    result.findings.append(Finding("attribution", "minor", span_a, span_b, reason, _alike(pairing)))


def _verb_of(reading: Reading, source: Attribution) -> int | None:
    """Return the reporting verb before or behind its source."""
    end = source_end(reading, source)
    around = [n for n in range(source.first, source.last + 1) if not source.source_first <= n <= end]
    return next((n for n in around if reading.tokens[n].stem == source.verb), None)


def _told_where(reading: Reading, source: Attribution, verb: int, other: Reading) -> bool:
    """Tell whether a reporting verb leads to a place or an occasion that the other passage does not name."""
    return any(
        reading.tokens[n].content
        and reading.tokens[n].norm not in _AUDIENCE
        and n not in reading.timed
        and senses(reading.keys[n]).isdisjoint(other.senses)
        for n in range(max(verb, source_end(reading, source)) + 1, source.last + 1)
    )


def _occasion_of(reading: Reading, source: Attribution) -> tuple[int, int] | None:
    """Return the characters of "in a statement" and the like behind a source or its verb."""
    tokens = reading.tokens
    for index in range(source.source_last + 1, min(len(tokens) - 2, source.last + _OCCASION_WITHIN)):
        if is_break(tokens[index]) and index > source.last:
            return None
        if tokens[index].norm not in ("in", "on", "at", "to", "by", "told", "tells"):
            continue
        behind = takewhile(
            lambda end: not is_break(tokens[end]), range(index + 1, min(len(tokens), index + 5))
        )
        ends = [end for end in behind if tokens[end].norm in _OCCASIONS]
        heard = tokens[index].norm in ("told", "tells")
        if ends and not (
            heard and any(tokens[n].norm in _BEFORE_OCCASION for n in range(index + 1, ends[0]))
        ):
            return tokens[index].start, tokens[ends[-1]].end
    return None


def _alike(pairing: Pairing) -> bool:
    """Tell whether two passages with one source surely report the same words of it."""
    return pairing.sure or pairing.shared >= _LEAST_SHARED

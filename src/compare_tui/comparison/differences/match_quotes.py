"""Quotations of two linked passages, set against each other word by word."""

from __future__ import annotations

from compare_tui.comparison.differences.lexicon import word_set
from compare_tui.comparison.differences.matches import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing, align_words
from compare_tui.comparison.differences.quoted_or_told import (
    content_keys,
    find_boundary,
    find_continuation,
    find_paraphrase,
    report_told,
    span_of,
    words_between,
)
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.spelling import one_spelling
from compare_tui.comparison.differences.words import all_senses, senses
from compare_tui.comparison.model import Severity

_LONGEST_TAIL = 6
_WHOLE_CLAUSE = 5
_LEAST_SHARED = 0.5
_LONG_RUN = 4
"""Words in a row, small ones included, that two quotations of one sentence share; strangers hardly do."""
_LEAST_CUT = 2
_LEAST_QUOTED = 3
_SHORTEST_QUOTED = 2
"""Words between quotation marks that are somebody's own; a single one may only be called so."""
_LIKE_LENGTH = 4
"""A quotation that is so many times as long as another is no rewording of it."""

_ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "is"}
_SENTENCE_ENDS = frozenset(".!?")
_REASON = "the words of a quotation differ"
_LEADING = word_set("in order so that and")


def _words_of(reading: Reading, number: int) -> list[int]:
    return [i for i, token in enumerate(reading.tokens) if token.quotation == number and token.kind != "mark"]


def match_quotations(pairing: Pairing) -> Matches:
    """Compare quotations: other words, cuts, boundaries, quoted here and paraphrased there."""
    result = Matches()
    left = [_words_of(pairing.a, number) for number in range(len(pairing.a.quotations))]
    right = [_words_of(pairing.b, number) for number in range(len(pairing.b.quotations))]
    candidates: list[tuple[float, int, int]] = []
    for i, words_a in enumerate(left[:20]):
        for j, words_b in enumerate(right[:20]):
            likeness = _likeness(pairing, words_a, words_b)
            if likeness:
                candidates.append((-likeness, i, j))
    paired_a: set[int] = set()
    paired_b: set[int] = set()
    ordered = sorted(candidates, key=lambda found: (found[0], found[1] + found[2], found[1]))
    for _, i, j in ordered:
        if i in paired_a or j in paired_b:
            continue
        # What one side quotes in one piece the other may quote in several.
        own = sorted(x for _, x, y in ordered if y == j and x not in paired_a)
        facing = sorted(y for _, x, y in ordered if x == i and y not in paired_b)
        own, facing = ([i], facing) if len(facing) > 1 else (own, [j])
        paired_a.update(own)
        paired_b.update(facing)
        words_a = [index for number in own for index in left[number]]
        words_b = [index for number in facing for index in right[number]]
        _compare(pairing, words_a, words_b, result)
        result.explained_a.update(words_a)
        result.explained_b.update(words_b)
    rest_a = [i for i in range(len(left)) if i not in paired_a]
    rest_b = [j for j in range(len(right)) if j not in paired_b]
    rest_a = [i for i in rest_a if not find_paraphrase(pairing, left[i], i, result, True)]
    rest_b = [j for j in rest_b if not find_paraphrase(pairing, right[j], j, result, False)]
    whole_a = [i for i in rest_a if len(left[i]) >= _WHOLE_CLAUSE]
    whole_b = [j for j in rest_b if len(right[j]) >= _WHOLE_CLAUSE]
    if pairing.sure and len(whole_a) == len(whole_b) == 1:
        _reworded(pairing, left[whole_a[0]], right[whole_b[0]], result)
    elif (
        pairing.sure and len(rest_a) == len(rest_b) == 1 and _comparable(pairing, left, right, rest_a, rest_b)
    ):
        _reworded(pairing, left[rest_a[0]], right[rest_b[0]], result)
    elif pairing.sure:
        if not whole_a and not paired_b:
            _only_one([right[j] for j in rest_b], pairing, result, False)
        if not whole_b and not paired_a:
            _only_one([left[i] for i in rest_a], pairing, result, True)
    return result


def _likeness(pairing: Pairing, words_a: list[int], words_b: list[int]) -> float:
    """Tell how much two quotations have in common; 0 where they are not taken for one."""
    content_a, content_b = content_keys(pairing.a, words_a), content_keys(pairing.b, words_b)
    small = min(len(content_a), len(content_b))
    if not small:
        return 0.0
    shared = len(content_a & content_b)
    if shared >= _LEAST_SHARED * small and (shared >= 2 or small <= 2):
        return shared / small + shared
    blocks = align_words(pairing.a, words_a, pairing.b, words_b, strict=True)
    return shared / small + 0.1 if any(size >= _LONG_RUN for *_, size in blocks) else 0.0


def _comparable(
    pairing: Pairing, left: list[list[int]], right: list[list[int]], rest_a: list[int], rest_b: list[int]
) -> bool:
    short, long = sorted((left[rest_a[0]], right[rest_b[0]]), key=len)
    alike = len(long) <= _LIKE_LENGTH * len(short)
    return alike and bool(
        content_keys(pairing.a, left[rest_a[0]]) and content_keys(pairing.b, right[rest_b[0]])
    )


def _reworded(pairing: Pairing, words_a: list[int], words_b: list[int], result: Matches) -> None:
    """Report two quotations that share next to no words, the only ones of passages that say the same."""
    spans = (span_of(pairing.a, words_a), span_of(pairing.b, words_b))
    severity: Severity = "major" if min(len(words_a), len(words_b)) >= _WHOLE_CLAUSE else "minor"
    alike = all_senses(content_keys(pairing.a, words_a)) & all_senses(content_keys(pairing.b, words_b))
    reason = _REASON if alike else "each quotes other words"
    result.findings.append(Finding("quote", severity, *spans, reason, True))
    result.explained_a.update(words_a)
    result.explained_b.update(words_b)


def _only_one(quotations: list[list[int]], pairing: Pairing, result: Matches, of_a: bool) -> None:
    """Report words in quotation marks for which the other passage has none of its own."""
    reading, name = (pairing.a, "{a}") if of_a else (pairing.b, "{b}")
    for words in quotations[:1]:
        if len(words) < _SHORTEST_QUOTED or not any(reading.tokens[index].content for index in words):
            continue
        span = span_of(reading, words)
        only_a, only_b = (span, None) if of_a else (None, span)
        reason = f"only {name} quotes these words"
        result.findings.append(Finding("quote", "minor", only_a, only_b, reason, True))
        (result.explained_a if of_a else result.explained_b).update(words)


def _ellipsis(reading: Reading, before: int, after: int) -> tuple[int, int] | None:
    """Return the characters of an ellipsis between two tokens, brackets around it included."""
    for index in range(before + 1, after):
        token = reading.tokens[index]
        if token.norm == "…":
            start, end = token.start, token.end
            bracketed = reading.text[start - 1 : start] in ("[", "(") and reading.text[end : end + 1] in (
                "]",
                ")",
            )
            return (start - 1, end + 1) if bracketed else (start, end)
    return None


def _compare(pairing: Pairing, quoted_a: list[int], quoted_b: list[int], result: Matches) -> None:
    """Set the quoted words of A against those of B."""
    blocks = align_words(pairing.a, quoted_a, pairing.b, quoted_b, strict=True)
    if not blocks:
        return
    position_a, position_b = blocks[0][0], blocks[0][1]
    for start_a, start_b, size in blocks:
        gap_a, gap_b = quoted_a[position_a:start_a], quoted_b[position_b:start_b]
        if gap_a or gap_b:
            ends = (quoted_a[position_a - 1], quoted_a[start_a], quoted_b[position_b - 1], quoted_b[start_b])
            _gap(pairing, gap_a, gap_b, ends, result)
        for step in range(size):
            _form(pairing, quoted_a[start_a + step], quoted_b[start_b + step], result)
        position_a, position_b = start_a + size, start_b + size
    before_a, before_b = _told_apart(pairing, quoted_a[: blocks[0][0]], quoted_b[: blocks[0][1]])
    _tail(pairing, before_a, before_b, result)
    rest_a, rest_b = _told_apart(pairing, quoted_a[position_a:], quoted_b[position_b:])
    (last_a, more_a), (last_b, more_b) = _parted(rest_a), _parted(rest_b)
    if last_a and last_b and bool(more_a) != bool(more_b):
        # The last words that both quote differ, and one of them goes on.
        _tail(pairing, last_a, last_b, result)
        rest_a, rest_b = more_a, more_b
    else:
        _tail(pairing, rest_a, rest_b, result)
    if sum(size for *_, size in blocks) >= _LEAST_QUOTED:
        last = (quoted_a[position_a - 1], quoted_b[position_b - 1])
        if not find_continuation(pairing, rest_a, rest_b, last, 1, result):
            _cut_short(pairing, rest_a, rest_b, result)
        first = (quoted_a[blocks[0][0]], quoted_b[blocks[0][1]])
        if not find_continuation(pairing, before_a, before_b, first, -1, result):
            _begun_late(pairing, before_a, before_b, result)
    find_boundary(pairing, quoted_a[blocks[0][0]], quoted_b[blocks[0][1]], -1, result)
    find_boundary(pairing, quoted_a[position_a - 1], quoted_b[position_b - 1], 1, result)


def _told_apart(pairing: Pairing, rest_a: list[int], rest_b: list[int]) -> tuple[list[int], list[int]]:
    """Leave one small word out where the other quotation goes on for long: "or on its behalf"."""
    for rest, long, reading in ((rest_a, rest_b, pairing.a), (rest_b, rest_a, pairing.b)):
        if len(rest) == 1 and len(long) > _LONGEST_TAIL and not reading.tokens[rest[0]].content:
            return (rest_a, []) if rest is rest_b else ([], rest_b)
    return rest_a, rest_b


def _parted(words: list[int]) -> tuple[list[int], list[int]]:
    """Part words of a quotation at the first mark between them."""
    cut = next((place for place in range(1, len(words)) if words[place] > words[place - 1] + 1), len(words))
    return words[:cut], words[cut:]


def _tail(pairing: Pairing, rest_a: list[int], rest_b: list[int], result: Matches) -> None:
    """Report the first or the last words of both quotations where they differ."""
    if rest_a and rest_b and len(rest_a) <= _LONGEST_TAIL and len(rest_b) <= _LONGEST_TAIL:
        _replaced(pairing, rest_a, rest_b, result)


def _cut_short(pairing: Pairing, rest_a: list[int], rest_b: list[int], result: Matches) -> None:
    """Report where one quotation ends in the middle of a sentence that the other one quotes further."""
    if bool(rest_a) == bool(rest_b):
        return
    reading, other, rest, name = (
        (pairing.a, pairing.b, rest_a, "{b}") if rest_a else (pairing.b, pairing.a, rest_b, "{a}")
    )
    number = reading.tokens[rest[0]].quotation
    begin = rest[0]
    while begin and reading.tokens[begin - 1].kind == "mark":
        begin -= 1
        if reading.tokens[begin].norm in _SENTENCE_ENDS or reading.tokens[begin].quotation != number:
            return
    # What follows the sentence is left out in any shorter report.
    end = next((place for place, at in enumerate(rest[1:], 1) if _new_sentence(reading, at)), len(rest))
    kept = rest[:end]
    _left_out(reading, other, kept, bool(rest_a), name, result, 1)


def _begun_late(pairing: Pairing, rest_a: list[int], rest_b: list[int], result: Matches) -> None:
    """Report where one quotation begins inside a sentence that the other one quotes from its start."""
    if bool(rest_a) == bool(rest_b):
        return
    reading, other, rest, name = (
        (pairing.a, pairing.b, rest_a, "{b}") if rest_a else (pairing.b, pairing.a, rest_b, "{a}")
    )
    starts = [place for place, at in enumerate([*rest, rest[-1] + 1]) if _new_sentence(reading, at)]
    kept = rest[starts[-1] :] if starts else rest
    if kept:
        _left_out(reading, other, kept, bool(rest_a), name, result, _LEAST_QUOTED)


def _left_out(
    reading: Reading, other: Reading, words: list[int], of_a: bool, name: str, result: Matches, least: int
) -> None:
    """Report words of a quotation that a shorter one leaves out, unless the other side says most of them."""
    content = [index for index in words if reading.tokens[index].content]
    said = sum(bool(senses(reading.keys[index]) & other.senses) for index in content)
    if len(content) < _LEAST_CUT and len(words) < (
        least if content else _LEAST_CUT if least == 1 else _WHOLE_CLAUSE - 1
    ):
        return
    if said and 2 * said >= len(content):
        return
    span = span_of(reading, words)
    only_a, only_b = (span, None) if of_a else (None, span)
    reason = f"the quotation is shorter in {name}"
    result.findings.append(Finding("quote", "minor", only_a, only_b, reason, True))


def _new_sentence(reading: Reading, index: int) -> bool:
    """Tell whether a full stop, a question mark or an exclamation mark stands before a word."""
    return bool(index) and reading.tokens[index - 1].norm in _SENTENCE_ENDS


def _replaced(pairing: Pairing, gap_a: list[int], gap_b: list[int], result: Matches) -> None:
    span_a, span_b = span_of(pairing.a, gap_a), span_of(pairing.b, gap_b)
    if _written_out(pairing.a, gap_a) == _written_out(pairing.b, gap_b):
        result.findings.append(Finding("style", "style", span_a, span_b, "contraction"))
        return
    tokens = [*(pairing.a.tokens[k] for k in gap_a), *(pairing.b.tokens[k] for k in gap_b)]
    severity: Severity = "major" if any(token.content for token in tokens) else "minor"
    result.findings.append(Finding("quote", severity, span_a, span_b, _REASON, True))


def _written_out(reading: Reading, words: list[int]) -> list[str]:
    """Return words without contractions: "couldn't" is "could not"."""
    written: list[str] = []
    for index in words:
        norm = reading.tokens[index].norm.replace("’", "'")
        if norm.endswith("n't"):
            written += ["can" if norm == "can't" else "will" if norm == "won't" else norm[:-3], "not"]
        else:
            stem, mark, ending = norm.partition("'")
            written += [stem, _ENDINGS[ending]] if mark and ending in _ENDINGS else [norm]
    return ["can", "not"] if written == ["cannot"] else written


def _gap(
    pairing: Pairing, gap_a: list[int], gap_b: list[int], ends: tuple[int, int, int, int], result: Matches
) -> None:
    a, b = pairing.a, pairing.b
    cut_a, cut_b = _ellipsis(a, ends[0], ends[1]), _ellipsis(b, ends[2], ends[3])
    if gap_a and cut_b is not None and cut_a is None:
        result.findings.append(
            Finding("quote", "major", _dropped(a, gap_a), cut_b, "cut behind an ellipsis", True)
        )
    elif gap_b and cut_a is not None and cut_b is None:
        result.findings.append(
            Finding("quote", "major", cut_a, _dropped(b, gap_b), "cut behind an ellipsis", True)
        )
    elif gap_a and gap_b:
        _replaced(pairing, gap_a, gap_b, result)
    elif between := words_between(b if gap_a else a, *(ends[2:] if gap_a else ends[:2])):
        report_told(pairing, gap_a or gap_b, between, bool(gap_a), result)
    else:
        side = gap_a or gap_b
        reading, name = (a, "{a}") if gap_a else (b, "{b}")
        severity: Severity = "major" if any(reading.tokens[index].content for index in side) else "minor"
        span = span_of(reading, side)
        only_a, only_b = (span, None) if gap_a else (None, span)
        result.findings.append(
            Finding("quote", severity, only_a, only_b, f"words that only {name} quotes", True)
        )


def _dropped(reading: Reading, words: list[int]) -> tuple[int, int]:
    """Return the characters of dropped words without connecting words at the end ("in order")."""
    kept = list(words)
    while len(kept) > 1 and (
        not reading.tokens[kept[-1]].content or reading.tokens[kept[-1]].norm in _LEADING
    ):
        kept.pop()
    return span_of(reading, kept)


def _form(pairing: Pairing, at_a: int, at_b: int, result: Matches) -> None:
    """Report another form of a matched word inside both quotations; another spelling is style."""
    a, b = pairing.a.tokens[at_a], pairing.b.tokens[at_b]
    if a.norm == b.norm or not a.content:
        return
    if one_spelling(a.norm) == one_spelling(b.norm) or pairing.a.keys[at_a][:1] in "#@":
        finding = Finding("style", "style", (a.start, a.end), (b.start, b.end), "spelling variant")
    else:
        finding = Finding(
            "quote", "minor", (a.start, a.end), (b.start, b.end), "another form of a quoted word", True
        )
    result.findings.append(finding)

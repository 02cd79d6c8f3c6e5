"""Quotations of two linked passages, set against each other word by word."""

from __future__ import annotations

from compare_tui.comparison.differences.match_numbers import Matches
from compare_tui.comparison.differences.pairing import Finding, Pairing, align_words
from compare_tui.comparison.differences.reading import Reading
from compare_tui.comparison.differences.tokens import one_spelling
from compare_tui.comparison.differences.words import all_senses, senses

_WINDOW = 10
_LEADING = frozenset("in order so that and".split())


def _words_of(reading: Reading, number: int) -> list[int]:
    return [i for i, token in enumerate(reading.tokens) if token.quotation == number and token.kind != "mark"]


def _content(reading: Reading, words: list[int]) -> frozenset[str]:
    return frozenset(reading.keys[index] for index in words if reading.tokens[index].content)


def match_quotations(pairing: Pairing) -> Matches:
    """Compare quotations: other words, cuts, boundaries, quoted here and paraphrased there."""
    result = Matches()
    left = [_words_of(pairing.a, number) for number in range(len(pairing.a.quotations))]
    right = [_words_of(pairing.b, number) for number in range(len(pairing.b.quotations))]
    candidates: list[tuple[float, int, int]] = []
    for i, words_a in enumerate(left[:20]):
        for j, words_b in enumerate(right[:20]):
            content_a, content_b = _content(pairing.a, words_a), _content(pairing.b, words_b)
            small = min(len(content_a), len(content_b))
            if not small:
                continue
            shared = len(content_a & content_b)
            if shared / small >= 0.5 and (shared >= 2 or small <= 2):
                candidates.append((-shared / small - shared, i, j))
    paired_a: set[int] = set()
    paired_b: set[int] = set()
    for _, i, j in sorted(candidates, key=lambda found: (found[0], found[1] + found[2], found[1])):
        if i in paired_a or j in paired_b:
            continue
        paired_a.add(i)
        paired_b.add(j)
        _compare(pairing, i, left[i], j, right[j], result)
        result.explained_a.update(left[i])
        result.explained_b.update(right[j])
    for i, words in enumerate(left):
        if i not in paired_a:
            _paraphrase(pairing, words, i, result, True)
    for j, words in enumerate(right):
        if j not in paired_b:
            _paraphrase(pairing, words, j, result, False)
    return result


def _window(reading: Reading, words: list[int], number: int) -> list[int]:
    first, last = words[0], words[-1]
    around = range(max(0, first - 2 * _WINDOW), min(len(reading.tokens), last + 2 * _WINDOW))
    allowed = [
        index
        for index in around
        if reading.tokens[index].kind != "mark" and reading.tokens[index].quotation in (-1, number)
    ]
    before = [index for index in allowed if index < first][-_WINDOW:]
    after = [index for index in allowed if index > last][:_WINDOW]
    return [*before, *[index for index in allowed if first <= index <= last], *after]


def _span(reading: Reading, indices: list[int]) -> tuple[int, int]:
    return reading.tokens[indices[0]].start, reading.tokens[indices[-1]].end


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
        if token.text == "/" or token.norm in ("[", "("):
            continue
    return None


def _compare(
    pairing: Pairing, i: int, quoted_a: list[int], j: int, quoted_b: list[int], result: Matches
) -> None:
    a, b = pairing.a, pairing.b
    words_a, words_b = _window(a, quoted_a, i), _window(b, quoted_b, j)
    blocks = align_words(a, words_a, b, words_b, strict=True)
    inner = [
        block
        for block in blocks
        if any(a.tokens[words_a[block[0] + s]].quotation == i and b.tokens[words_b[block[1] + s]].quotation == j
               for s in range(block[2]))
    ]  # fmt: skip
    if not inner:
        return
    _boundaries(pairing, i, j, words_a, words_b, blocks, result)
    position_a, position_b = inner[0][0], inner[0][1]
    for block in inner:
        gap_a = [index for index in words_a[position_a : block[0]] if a.tokens[index].quotation == i]
        gap_b = [index for index in words_b[position_b : block[1]] if b.tokens[index].quotation == j]
        if (gap_a or gap_b) and position_a and position_b:
            ends = (words_a[position_a - 1], words_a[block[0]], words_b[position_b - 1], words_b[block[1]])
            _gap(pairing, gap_a, gap_b, ends, result)
        for step in range(block[2]):
            _form(pairing, words_a[block[0] + step], words_b[block[1] + step], i, j, result)
        position_a, position_b = block[0] + block[2], block[1] + block[2]
    _tail(pairing, i, j, words_a[position_a:], words_b[position_b:], result)


def _tail(pairing: Pairing, i: int, j: int, rest_a: list[int], rest_b: list[int], result: Matches) -> None:
    """Report words at the end of both quotations that differ: "the new conditions", "the new environment"."""
    tail_a = [index for index in rest_a if pairing.a.tokens[index].quotation == i]
    tail_b = [index for index in rest_b if pairing.b.tokens[index].quotation == j]
    if tail_a and tail_b and len(tail_a) <= 6 and len(tail_b) <= 6:
        _replaced(pairing, tail_a, tail_b, result)


def _replaced(pairing: Pairing, gap_a: list[int], gap_b: list[int], result: Matches) -> None:
    span_a, span_b = _span(pairing.a, gap_a), _span(pairing.b, gap_b)
    content = any(pairing.a.tokens[k].content for k in gap_a) or any(
        pairing.b.tokens[k].content for k in gap_b
    )
    severity = "major" if content else "minor"
    result.findings.append(
        Finding("quote", severity, span_a, span_b, "the words of a quotation differ", True)
    )  # type: ignore[arg-type]


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
    else:
        side = gap_a or gap_b
        reading, name = (a, "{a}") if gap_a else (b, "{b}")
        severity = "major" if any(reading.tokens[index].content for index in side) else "minor"
        span = _span(reading, side)
        result.findings.append(
            Finding("quote", severity, span if gap_a else None, None if gap_a else span,  # type: ignore[arg-type]
                    f"words that only {name} quotes", True)
        )  # fmt: skip


def _dropped(reading: Reading, words: list[int]) -> tuple[int, int]:
    """Return the characters of dropped words without connecting words at the end ("in order")."""
    kept = list(words)
    while len(kept) > 1 and (
        not reading.tokens[kept[-1]].content or reading.tokens[kept[-1]].norm in _LEADING
    ):
        kept.pop()
    return _span(reading, kept)


def _form(pairing: Pairing, at_a: int, at_b: int, i: int, j: int, result: Matches) -> None:
    """Report another form of a matched word inside both quotations; another spelling is style."""
    a, b = pairing.a.tokens[at_a], pairing.b.tokens[at_b]
    if a.quotation != i or b.quotation != j or a.norm == b.norm or not a.content:
        return
    if one_spelling(a.norm) == one_spelling(b.norm) or pairing.a.keys[at_a][:1] in "#@":
        finding = Finding("style", "style", (a.start, a.end), (b.start, b.end), "spelling variant")
    else:
        finding = Finding(
            "quote", "minor", (a.start, a.end), (b.start, b.end), "another form of a quoted word", True
        )
    result.findings.append(finding)


def _boundaries(
    pairing: Pairing,
    i: int,
    j: int,
    words_a: list[int],
    words_b: list[int],
    blocks: list[tuple[int, int, int]],
    result: Matches,
) -> None:
    """Report words next to the common part that one side quotes and the other says itself."""
    a, b = pairing.a, pairing.b
    for start_a, start_b, size in blocks:
        flags = [
            (a.tokens[words_a[start_a + s]].quotation == i, b.tokens[words_b[start_b + s]].quotation == j)
            for s in range(size)
        ]
        if (True, True) not in flags:
            continue
        runs = [range(0, flags.index((True, True))), range(size - flags[::-1].index((True, True)), size)]
        for run in runs:
            for inside_a in (True, False):
                steps = [step for step in run if flags[step] == (inside_a, not inside_a)]
                if not steps or not any(a.tokens[words_a[start_a + step]].content for step in steps):
                    continue
                part_a = [words_a[start_a + step] for step in steps]
                part_b = [words_b[start_b + step] for step in steps]
                where = ("{a}", "{b}") if inside_a else ("{b}", "{a}")
                reason = f"inside the quotation in {where[0]}, outside in {where[1]}"
                result.findings.append(
                    Finding("quote", "minor", _span(a, part_a), _span(b, part_b), reason, True)
                )
                result.explained_a.update(part_a)
                result.explained_b.update(part_b)


def _paraphrase(pairing: Pairing, words: list[int], number: int, result: Matches, of_a: bool) -> None:
    reading, other = (pairing.a, pairing.b) if of_a else (pairing.b, pairing.a)
    content = _content(reading, words)
    wanted = all_senses(content)
    said = [
        index
        for index, token in enumerate(other.tokens)
        if token.quotation < 0 and token.content and senses(other.keys[index]) & wanted
    ]
    spoken = frozenset().union(*(senses(other.keys[index]) for index in said)) if said else frozenset()
    shared = sum(1 for key in content if senses(key) & spoken)
    if shared < 2 or shared < 0.5 * len(content) or said[-1] - said[0] > 3 * len(words) + 6:
        return
    quotation = reading.quotations[number]
    own = (quotation.start, min(quotation.end, len(reading.text)))
    span = _span(other, said)
    reason = "quoted in {a}, paraphrased in {b}" if of_a else "paraphrased in {a}, quoted in {b}"
    result.findings.append(
        Finding("quote", "minor", own if of_a else span, span if of_a else own, reason, True)
    )
    explained = range(said[0], said[-1] + 1)
    if of_a:
        result.explained_a.update(words)
        result.explained_b.update(explained)
    else:
        result.explained_b.update(words)
        result.explained_a.update(explained)

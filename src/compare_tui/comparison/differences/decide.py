"""Which of the details found in linked passages are reported, once each and in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compare_tui.article.model import Article, Span
from compare_tui.comparison.differences.groups import linked_groups
from compare_tui.comparison.differences.inspection import RANK
from compare_tui.comparison.differences.pairing import Finding
from compare_tui.comparison.differences.reading import original_span
from compare_tui.comparison.differences.side import Case, Library, inspect_group
from compare_tui.comparison.differences.survey import survey_article
from compare_tui.comparison.model import Difference, Link
from compare_tui.comparison.two_processes import share

Progress = Callable[[float], None]
"""Called now and then with the share that is done (0 to 1); may raise to cancel."""

_TOLD_EVERY = 200
SHARED_FROM = 1500
"""Links from which on a second process is worth its start."""

LIKELY_SCORE = 0.21
"""Least score of a merely possible link that both of its passages prefer to be searched like a confident one.
Down to 0.16 as many more details are found as are reported without a label."""

SPLIT_SCORE = 0.35
"""Least score of one that a single passage prefers: half of a statement that the other tells in two."""


def find_differences(
    a: Article, b: Article, links: Sequence[Link], *, progress: Progress | None = None
) -> list[Difference]:
    """Find the details inside linked passages on which two articles differ.

    Values are normalised before they are compared, so the same value said differently is never reported.
    Only the first 400 tokens (at most 4,000 characters) of a passage are looked at. Swapping the articles
    and the sides of the links swaps the sides of the result. Of the links between the same two sentences the
    first 50 are searched. Where the words of an article are not English,
    figures, quotations, wording and omissions alone are compared.

    Args:
        a: The first article.
        b: The second article.
        links: Links between their passages, many-to-many; those that point outside are left out.
        progress: Told about every 200 links how far the work is; an exception from it cancels the work.

    Returns:
        The differences, in the order of A, then B.
    """
    count_a, count_b = len(a.passages), len(b.passages)
    usable = [link for link in links if 0 <= link.a < count_a and 0 <= link.b < count_b]
    # The work is always done in one order of the articles, so that both calls see the same ties.
    swapped = a.text > b.text or (
        a.text == b.text
        and _order_key(a, [(link.a, link.b) for link in usable])
        > _order_key(b, [(link.b, link.a) for link in usable])
    )
    first, second = (b, a) if swapped else (a, b)
    pairs = [(link.b, link.a) if swapped else (link.a, link.b) for link in usable]
    result: list[Difference] = []
    for finding, number in _find(first, second, pairs, usable, progress):
        link = usable[number]
        sides = (finding.b, finding.a) if swapped else (finding.a, finding.b)
        names = {"a": "B", "b": "A"} if swapped else {"a": "A", "b": "B"}
        result.append(
            Difference(
                finding.kind,
                finding.severity,
                link,
                _absolute(a, link.a, sides[0]),
                _absolute(b, link.b, sides[1]),
                finding.reason.format(**names) if "{" in finding.reason else finding.reason,
            )
        )
    result.sort(key=lambda difference: position(difference, a, b))
    return result


def _order_key(article: Article, pairs: list[tuple[int, int]]) -> tuple[object, ...]:
    places = tuple((passage.start, passage.end) for passage in article.passages)
    return (places, str(article.date), sorted(pairs))


def _absolute(article: Article, index: int, span: tuple[int, int] | None) -> Span | None:
    if span is None:
        return None
    passage = article.passages[index]
    start, end = original_span(passage.text, *span)
    return Span(passage.start + start, passage.start + end, passage.text[start:end])


def position(difference: Difference, a: Article, b: Article) -> tuple[int, int, int, int, int, int]:
    """Return the place of a difference among all, by which they are sorted: the order of A, then of B."""
    start_a = difference.a.start if difference.a else a.passages[difference.link.a].start
    start_b = difference.b.start if difference.b else b.passages[difference.link.b].start
    end_a = difference.a.end if difference.a else -1
    return start_a, difference.link.a, start_b, difference.link.b, RANK[difference.kind], end_a


def _find(
    a: Article,
    b: Article,
    pairs: list[tuple[int, int]],
    links: Sequence[Link],
    progress: Progress | None,
) -> list[tuple[Finding, int]]:
    """Go through the links, one group of passages that hang together after the other."""
    library = Library(survey_article(a), survey_article(b))
    groups = list(linked_groups(pairs))
    done = told = 0

    def inspect(some: Sequence[list[int]]) -> list[list[tuple[Finding, int]]]:
        nonlocal done, told
        found = []
        for group in some:
            group.sort(key=lambda n: (-links[n].score, pairs[n][0] + pairs[n][1], pairs[n]))
            likely, preferred = _likely(group, pairs, links), _preferred(group, pairs, links)
            found.append(
                inspect_group(
                    library,
                    [
                        Case(
                            *pairs[n],
                            confident=links[n].strength == "confident",
                            likely=n in likely,
                            telling=links[n].score >= LIKELY_SCORE,
                            preference=preferred[n],
                            number=n,
                        )
                        for n in group
                    ],
                )
            )
            done += len(group)
            if progress is not None and done - told >= _TOLD_EVERY:
                told = done
                progress(min(1.0, done * len(groups) / max(1, len(some)) / len(pairs)))
        return found

    results = share(inspect, groups) if len(pairs) >= SHARED_FROM else inspect(groups)
    return [finding for group in results for finding in group]


def _likely(group: list[int], pairs: list[tuple[int, int]], links: Sequence[Link]) -> set[int]:
    """Return the links of a group, best first, that are the best one of both passages, or clearly of one."""
    seen_a: set[int] = set()
    seen_b: set[int] = set()
    likely: set[int] = set()
    for number in group:
        a, b = pairs[number]
        preferring = (a not in seen_a) + (b not in seen_b)
        if preferring and links[number].score >= (LIKELY_SCORE if preferring == 2 else SPLIT_SCORE):
            likely.add(number)
        seen_a.add(a)
        seen_b.add(b)
    return likely


def _preferred(group: list[int], pairs: list[tuple[int, int]], links: Sequence[Link]) -> dict[int, float]:
    """Return for the links of a group, best first, what they score as a share of the best beside them."""
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for number in group:
        a, b = pairs[number]
        best_a.setdefault(a, links[number].score)
        best_b.setdefault(b, links[number].score)
    return {
        number: links[number].score / (max(best_a[pairs[number][0]], best_b[pairs[number][1]]) or 1.0)
        for number in group
    }

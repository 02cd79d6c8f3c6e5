"""A comparison as plain lines, for pipes, files and screen readers: no columns, no signs to decode."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from compare_tui.article.hidden import hidden_name, hidden_places
from compare_tui.article.model import Article, Passage, Span
from compare_tui.article.wording import counted
from compare_tui.comparison.model import Comparison, Difference, Link

Side = str
Details = Mapping[tuple[int, int], Sequence[Difference]]


def linear_report(comparison: Comparison, *, style: bool = False, width: int | None = None) -> str:
    """Tell passage by passage what is linked, what differs and what only one article has.

    Args:
        comparison: What to tell.
        style: Tell differences of mere style too.
        width: Columns to wrap at; None leaves each passage on one line.

    Returns:
        Lines that end with a line feed.
    """
    shown = [found for found in comparison.differences if style or found.severity != "style"]
    lines = [
        *_head(comparison),
        *_linked(comparison, shown),
        *_only("A", comparison.only_a),
        *_only("B", comparison.only_b),
        *_furniture(comparison),
        *_hidden(comparison),
        *_notes(comparison.notes),
        "",
        summary(comparison, style=style),
    ]
    if width:
        lines = [row for line in lines for row in _wrap(line, width)]
    return "".join(line.rstrip() + "\n" for line in lines)


def _wrap(line: str, width: int) -> list[str]:
    indent = len(line) - len(line.lstrip())
    return textwrap.wrap(
        line,
        width=max(width, 20),
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]


def _head(comparison: Comparison) -> Iterator[str]:
    for side, article in (("A", comparison.a), ("B", comparison.b)):
        date = f", {article.date.isoformat()}" if article.date else ""
        yield f"Article {side}: {flat(article.title)} ({article.source}{date})"


def _hidden(comparison: Comparison) -> Iterator[str]:
    """Tell the characters that no reader sees: a text that holds them may not say what it seems to say."""
    if comparison.a.hidden or comparison.b.hidden:
        yield ""
        yield "HIDDEN CHARACTERS"
    for side, article in (("A", comparison.a), ("B", comparison.b)):
        for place in hidden_places(article):
            number = article.passages[place.passage].number
            times = f", {len(place.offsets)} times" if len(place.offsets) > 1 else ""
            yield f"{side} {number}: {hidden_name(place.codepoint)}{times}"


def _linked(comparison: Comparison, differences: Sequence[Difference]) -> Iterator[str]:
    if not comparison.links:
        yield ""
        yield "No passage of A says the same as a passage of B."
        return
    details: defaultdict[tuple[int, int], list[Difference]] = defaultdict(list)
    for difference in differences:
        details[difference.link.a, difference.link.b].append(difference)
    partners: defaultdict[int, list[Link]] = defaultdict(list)
    for link in comparison.links:
        partners[link.a].append(link)
    yield ""
    yield "BOTH TELL"
    for index in sorted(partners):
        yield ""
        passage = comparison.a.passages[index]
        yield f"A {passage.number}: {flat(passage.text)}"
        for link in sorted(partners[index], key=lambda link: -link.score):
            yield from _link(comparison, link, details)


def _link(comparison: Comparison, link: Link, details: Details) -> Iterator[str]:
    passage = comparison.b.passages[link.b]
    moved = ", moved" if link.order == "moved" else ""
    yield f"  B {passage.number}, {link.strength} {link.score:.2f}{moved}: {flat(passage.text)}"
    for difference in details.get((link.a, link.b), ()):
        yield f"    {difference.kind}, {difference.severity}: {_sides(difference)} ({difference.reason})"


def _sides(difference: Difference) -> str:
    if difference.b is None:
        return f"only in A: {_quoted(difference.a)}"
    if difference.a is None:
        return f"only in B: {_quoted(difference.b)}"
    return f"A {_quoted(difference.a)}, B {_quoted(difference.b)}"


def _quoted(span: Span | None) -> str:
    return f"[{flat(span.text)}]" if span else "nothing"


def _only(side: Side, passages: Sequence[Passage]) -> Iterator[str]:
    if passages:
        yield ""
        yield f"ONLY IN {side}"
    for passage in passages:
        yield f"{side} {passage.number}: {flat(passage.text)}"


def _furniture(comparison: Comparison) -> Iterator[str]:
    counts = [_count_furniture(article) for article in (comparison.a, comparison.b)]
    if any(counts):
        yield ""
        yield (
            f"Left out as furniture (credits, related links, addresses): {counts[0]} in A, {counts[1]} in B."
        )


def _notes(notes: Sequence[str]) -> Iterator[str]:
    if notes:
        yield ""
    yield from notes


def _count_furniture(article: Article) -> int:
    return sum(passage.role == "furniture" for passage in article.passages)


def summary(comparison: Comparison, *, style: bool = False) -> str:
    """Count links, differences and what only one article has, in one sentence."""
    shown = [found for found in comparison.differences if style or found.severity != "style"]
    confident = sum(link.strength == "confident" for link in comparison.links)
    major = sum(difference.severity == "major" for difference in shown)
    unshown = len(comparison.differences) - len(shown)
    more = f" and {unshown} of style not shown" if unshown else ""
    return (
        f"{counted(len(comparison.links), 'link')} ({confident} confident), "
        f"{counted(len(shown), 'difference')} ({major} major){more}, "
        f"{counted(len(comparison.only_a), 'passage')} only in A, {len(comparison.only_b)} only in B."
    )


def flat(text: str) -> str:
    """Fold runs of blanks, which joined lines leave behind, to one blank."""
    return " ".join(text.split())

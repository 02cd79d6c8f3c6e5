"""What is said of a place: whole sentences, one a line, without a sign that would have to be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare_tui.annotation.settling import unsettled
from compare_tui.linear.wording import counted, sentence, words_spoken
from compare_tui.tui.focus import Focus
from compare_tui.tui.pairs import SIDE_NAMES, Pairs, Side, link_end, other
from compare_tui.tui.plain import safe
from compare_tui.tui.tagging import Placed, at_focus, on_difference

if TYPE_CHECKING:
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Link

SHARED_WORDS = 4
"""Words that carried a link, as many as are told."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known where something is said.

    Attributes:
        focus: Where the reader is.
        pairs: What is known of the passages.
        placed: The annotations and where they stand.
    """

    focus: Focus
    pairs: Pairs
    placed: Sequence[Placed]


def article_line(article: Article, side: Side) -> str:
    """Return what an article is called and how long it is."""
    date = f"dated {article.date.day} {article.date:%B %Y}" if article.date else ""
    source = article.path.name if article.path is not None else article.source
    count = counted(len(article.passages), "passage")
    return sentence(f"article {SIDE_NAMES[side]}: {article.title}", source, date, count)


def summary_line(pairs: Pairs, only_a: int, only_b: int, links: int) -> str:
    """Return what the comparison has found.

    Args:
        pairs: What is known of the passages.
        only_a: Passages that only A has.
        only_b: Passages that only B has.
        links: How many links there are.
    """
    major = sum(one.severity == "major" for one in pairs.differences)
    hidden = f"{pairs.hidden_style} of style not told" if pairs.hidden_style else ""
    return sentence(
        counted(links, "link"),
        f"{counted(len(pairs.differences), 'difference')}, {major} of them major",
        hidden,
        f"{counted(only_a, 'passage')} only in A",
        f"{only_b} only in B",
    )


def passage_name(pairs: Pairs, side: Side, index: int) -> str:
    """Return how a passage is called: "A 6"."""
    return f"{SIDE_NAMES[side]} {pairs.article(side).passages[index].number}"


def passage_lines(told: Told) -> Iterator[str]:
    """Yield what is said of the passage in focus: its state, its text, its differences, its annotations."""
    focus, pairs = told.focus, told.pairs
    article = pairs.article(focus.side)
    if not article.passages:
        yield sentence(f"{SIDE_NAMES[focus.side]} is empty")
        return
    yield passage_head(told)
    index = focus.passage(focus.side)
    yield safe(article.passages[index].text)
    yield from hidden_lines(article, index)
    if focus.link is not None:
        for one in pairs.differences_of(focus.link):
            yield difference_line(told, one)
    yield from annotation_lines(told)


def passage_head(told: Told) -> str:
    """Return what the passage in focus is, such as "A 6, linked to B 11, confident, 2 differences"."""
    focus, pairs = told.focus, told.pairs
    side = focus.side
    index = focus.passage(side)
    role = pairs.article(side).passages[index].role
    name = passage_name(pairs, side, index)
    shown_role = role if role in ("headline", "caption") else ""
    if focus.link is None:
        state = pairs.state(side, index)
        said = {
            "only": f"only in {SIDE_NAMES[side]}",
            "furniture": "furniture, which is not compared",
            "unknown": "not compared",
        }
        return sentence(name, shown_role, said.get(state, state))
    return sentence(name, shown_role, *_link_words(pairs, side, focus.link))


def _link_words(pairs: Pairs, side: Side, link: Link) -> Iterator[str]:
    by_hand = (link.a, link.b) in pairs.by_hand
    away = other(side)
    yield f"linked {'by hand ' if by_hand else ''}to {passage_name(pairs, away, link_end(link, away))}"
    links = pairs.links(side, link_end(link, side))
    if len(links) > 1 and link in links:
        yield f"counterpart {links.index(link) + 1} of {len(links)}"
    if not by_hand:
        yield link.strength
    if link.order == "moved":
        yield "moved"
    count = len(pairs.differences_of(link))
    yield counted(count, "difference") if count else "no differences"


def counterpart_lines(told: Told) -> Iterator[str]:
    """Yield what is said of the counterpart in focus."""
    focus, pairs = told.focus, told.pairs
    if focus.link is None:
        yield sentence("no counterpart here")
        return
    away = other(focus.side)
    index = link_end(focus.link, away)
    links = pairs.links(focus.side, focus.passage(focus.side))
    place = f"{links.index(focus.link) + 1} of {len(links)}" if len(links) > 1 and focus.link in links else ""
    shared = f"shared words {', '.join(focus.link.shared[:SHARED_WORDS])}" if focus.link.shared else ""
    own = passage_name(pairs, focus.side, focus.passage(focus.side))
    yield sentence(
        f"{passage_name(pairs, away, index)}, counterpart of {own}", place, focus.link.strength, shared
    )
    yield safe(pairs.article(away).passages[index].text)
    yield from hidden_lines(pairs.article(away), index)


def difference_lines(told: Told, *, texts: bool = True) -> Iterator[str]:
    """Yield what is said of the difference in focus, and both passages that hold it, the reader's first.

    Args:
        told: What is known.
        texts: Whether the passages are read; only their names are told otherwise.
    """
    focus, pairs = told.focus, told.pairs
    if focus.difference is None:
        return
    yield difference_line(told, focus.difference)
    link = pairs.differences[focus.difference].link
    sides = (focus.side, other(focus.side))
    if texts:
        yield from (named_text(pairs, side, link_end(link, side)) for side in sides)
    else:
        names = [passage_name(pairs, side, link_end(link, side)) for side in sides]
        yield sentence(f"still in {names[0]} and {names[1]}")
    yield from annotation_lines(told)


def named_text(pairs: Pairs, side: Side, index: int) -> str:
    """Return the text of a passage behind its name, on one line."""
    return f"{passage_name(pairs, side, index)}: {safe(pairs.article(side).passages[index].text)}"


def difference_line(told: Told, index: int) -> str:
    """Return what is said of a difference: its place, kind and severity, both wordings, and why."""
    found = told.pairs.differences[index]
    words = [words_spoken(span.text) if span is not None else None for span in (found.a, found.b)]
    if words[0] is None:
        said = f"{words[1]}, only in B"
    elif words[1] is None:
        said = f"{words[0]}, only in A"
    else:
        said = f"{words[0]} against {words[1]}"
    severity = f", {found.severity}" if found.severity != found.kind else ""
    head = f"difference {index + 1} of {len(told.pairs.differences)}, {found.kind}{severity}: {said}"
    tags = [one.annotation.tag for one in on_difference(told.placed, told.pairs, index)]
    return " ".join(
        line
        for line in (
            sentence(head),
            sentence(found.reason) if found.reason.casefold() not in head.casefold() else "",
            sentence(f"tagged {' and '.join(tags)}") if tags else "",
        )
        if line
    )


def annotation_lines(told: Told) -> Iterator[str]:
    """Yield how many annotations stand at the focus, which, and their notes."""
    here = at_focus(told.placed, told.pairs, told.focus)
    if not here:
        return
    named = "; ".join(f"{one.annotation.tag}, {one.annotation.severity}" for one in here)
    yield sentence(f"{counted(len(here), 'annotation')}: {named}")
    for one in here:
        yield from _note_lines(one)


def _note_lines(placed: Placed) -> Iterator[str]:
    if placed.annotation.note.strip():
        yield sentence(f"note on {placed.annotation.tag}: {placed.annotation.note}")
    for said in unsettled(placed.annotation):
        yield sentence(f"{placed.annotation.tag}, {safe(said)}")
    for side in placed.lost_sides:
        anchor = placed.annotation.a if side == "a" else placed.annotation.b
        words = safe(anchor.exact) if anchor is not None else ""
        yield sentence(f"the words of {placed.annotation.tag} are gone from {SIDE_NAMES[side]}: {words}")


def annotation_line(placed: Placed, place: int, count: int) -> Iterator[str]:
    """Yield what is said of one annotation among those of a place.

    Args:
        placed: The annotation.
        place: Which of them it is, from 1.
        count: How many there are.
    """
    one = placed.annotation
    words = " against ".join(safe(end.exact) for end in (one.a, one.b) if end is not None)
    yield sentence(f"annotation {place} of {count}", one.tag, one.relation, f"{one.severity}: {words}")
    yield from _note_lines(placed)


def hidden_lines(article: Article, index: int) -> Iterator[str]:
    """Yield which hidden characters a passage holds; its text shows a mark in place of each."""
    passage = article.passages[index]
    found = [one.codepoint for one in article.hidden if passage.start <= one.offset < passage.end]
    if found:
        names = (
            f"U+{code:04X} {unicodedata.name(chr(code), 'control').lower()}" for code in dict.fromkeys(found)
        )
        yield sentence(f"{counted(len(found), 'hidden character')} in this passage: {', '.join(names)}")

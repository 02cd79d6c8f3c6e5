"""Furniture told by its place: lines that are furniture only beside a headline, a byline or a paragraph."""

from __future__ import annotations

import re

from compare_tui.article import vocabulary as words
from compare_tui.article.furniture import FULL_NAME, is_byline
from compare_tui.article.model import Role

_LONGEST_LINE = 80
"""Characters of such a line."""

_MOST_LINES_ABOVE = 6
"""Lines above the first paragraph; more of them are an address, verse or a list."""

_MOST_MASTHEAD_WORDS = 5

_LEAST_LOWER_WORD = 4
"""Characters: shorter words have a small initial in headlines of every style."""

_SMALL_WORDS = """
    with from into onto over than that upon about above across after against along among around before
    behind below beneath beside between beyond during inside outside through toward towards under until within
    without
"""
_SMALL_IN_TITLES = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_JOB = rf"{words.JOB_UNDER_BYLINE}(?:(?: in|,) (?:the )?{FULL_NAME}|(?: in|,) [^\W\d_]+)?$"
_NAMES = rf"{FULL_NAME}(?:(?:,| and| und| et| y| и) {FULL_NAME}){{0,3}}"
_FULL_NAME = rf"({_NAMES})$"
_NAME_IN_PLACE = (
    rf"({_NAMES}) (?:in|at|en|à|aus|в) (?:the |der |la )?[^\W\d_][\w'’.-]*(?:,? [^\W\d_][\w'’.-]*){{0,3}}$"
)
_MASTHEAD = (
    rf"(?:(?:THE |DAILY |EVENING |SUNDAY |MORNING )+(?:[^\W\d_]+ )*{words.MASTHEAD_WORD_BEHIND_ARTICLE}"
    rf"|(?:[^\W\d_]+ )+{words.MASTHEAD_WORD})$"
)
_ABOUT = re.compile(
    r"(?:About|Über|À propos de|Acerca de|О компании)\s+(?P<name>(?:the\s+)?[^\W\d_].{1,60}?):?$",
    re.IGNORECASE,
)
_ABOUT_SELF = frozenset(("us", "the company", "the author", "the authors", "the group", "the organisation"))


def _is_sentence_case(headline: str) -> bool:
    """Tell whether only names have a capital in a headline."""
    return any(
        word[0].islower() and len(word) >= _LEAST_LOWER_WORD and word not in _SMALL_IN_TITLES
        for word in _WORD.findall(headline)
    )


def _occurs(name: str, text: str) -> bool:
    """Tell whether ``name`` occurs in ``text`` as a word, written the same way."""
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _is_author_in_place(line: str, headline: str, article: str) -> bool:
    """Tell whether a line below the headline is an author's name and a place.

    The article does not tell of its author. Where headlines have capitals all through, a line of them is a
    name only if the article has none of its words, in whatever case.
    """
    match = re.match(_NAME_IN_PLACE, line)
    if match is None or not line[0].isupper():
        return False
    names = [word for word in _WORD.findall(match[1]) if len(word) > 2 and word[0].isupper()]
    if not _is_sentence_case(headline):
        lowered = article.lower()
        return not any(_occurs(name.lower(), lowered) for name in names)
    return not any(_occurs(name, article) or _occurs(name.title(), article) for name in names)


def _is_masthead(line: str, article: str) -> bool:
    """Tell whether a line is the name of a newspaper in capitals that the article does not use as a word."""
    parts = _WORD.findall(line)
    if not line.isupper() or len(parts) > _MOST_MASTHEAD_WORDS or not re.match(_MASTHEAD, line):
        return False
    return not _occurs(parts[-1].lower(), article)


def _mark_above(texts: list[str], kinds: list[str], roles: list[Role], first: int) -> None:
    """Mark mastheads and authors above the first paragraph; one line is left as the headline."""
    open_lines = [i for i in range(first) if roles[i] == "body" and kinds[i] == "text"]
    has_heading = "headline" in roles[:first]
    if len(open_lines) + has_heading < 2 or len(open_lines) > _MOST_LINES_ABOVE:
        return
    article = "\n".join(
        text for text, role in zip(texts[first:], roles[first:], strict=True) if role != "furniture"
    )
    for index in list(open_lines):
        if len(open_lines) + has_heading > 1 and _is_masthead(texts[index], article):
            roles[index] = "furniture"
            open_lines.remove(index)
    headline = next(
        (i for i in range(first) if roles[i] == "headline"), open_lines[0] if open_lines else first
    )
    for index in open_lines:
        line = texts[index]
        if index <= headline or len(line) > _LONGEST_LINE:
            continue
        named = re.match(_FULL_NAME, line) and line[0].isupper()
        if (named and _is_job(texts[index + 1])) or _is_author_in_place(line, texts[headline], article):
            roles[index] = "furniture"
            if _is_job(texts[index + 1]) and roles[index + 1] == "body":
                roles[index + 1] = "furniture"


def _is_job(line: str) -> bool:
    """Tell whether a line is nothing but a journalist's job."""
    return len(line) <= _LONGEST_LINE and re.match(_JOB, line) is not None


def _introduces(name: str, texts: list[str], roles: list[Role], heading: int) -> bool:
    """Tell whether the paragraph below a heading "About …" introduces what the heading names."""
    below = next((i for i in range(heading + 1, len(texts)) if roles[i] != "furniture"), None)
    if below is None or roles[below] != "body":
        return False
    return name in _ABOUT_SELF or name.removeprefix("the ") in texts[below].lower()


def mark_placed_furniture(texts: list[str], kinds: list[str], roles: list[Role], first: int) -> None:
    """Give the role of furniture to lines that are told by what stands beside them.

    These are an author with a place or a job under the headline, a job under a byline, a newspaper's name in
    capitals above the body, and the heading over a company's portrait of itself.

    Args:
        texts: The blocks.
        kinds: What the markup says they are.
        roles: Their roles so far; changed in place.
        first: Index of the first paragraph.
    """
    _mark_above(texts, kinds, roles, first)
    for index in range(1, len(texts)):
        if roles[index] == "body" and roles[index - 1] == "furniture" and _is_job(texts[index]):
            if is_byline(texts[index - 1]):
                roles[index] = "furniture"
        elif index > first and roles[index] in ("body", "headline") and kinds[index] in ("text", "heading"):
            about = _ABOUT.match(texts[index]) if len(texts[index]) <= _LONGEST_LINE else None
            if about and _introduces(about["name"].lower(), texts, roles, index):
                roles[index] = "furniture"

"""HTML: the article on a page, and what else the page held. Runs in a process of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from compare_tui.sources.extract import Extract, FormatError, one_line

GREATEST_HTML = 8 * 1024 * 1024
"""Characters of a page; the largest pages of newspapers have one or two million."""

MOST_DROPPED = 400
"""Lines of what was left out that are kept."""

_PARAGRAPHS = frozenset(("p", "head", "item", "quote", "cell", "ab", "code"))
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object"))
_OUTER = frozenset(
    [
        "p",
        "div",
        "li",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figcaption",
        "section",
        "article",
        "aside",
        "nav",
        "header",
        "footer",
        "ul",
        "ol",
        "table",
        "tr",
        "form",
        "button",
        "label",
        "pre",
        "dt",
        "dd",
        "main",
        "body",
        "html",
        "a",
        "option",
    ]
)


def read_html(data: bytes) -> Extract:
    """Return the article on a page.

    Args:
        data: The page, as UTF-8.

    Raises:
        FormatError: The page is too large or too deep, or no article was found on it.
        ImportError: trafilatura is not installed.
    """
    html = data.decode("utf-8", "replace")
    if len(html) > GREATEST_HTML:
        raise FormatError(f"the page is too large: more than {GREATEST_HTML // 1024**2} million characters")
    import logging

    from lxml import etree
    from trafilatura import bare_extraction
    from trafilatura.utils import HTML_PARSER, load_html

    logging.disable(logging.CRITICAL)
    tree = load_html(html)
    if tree is None:
        raise FormatError("it is not an HTML page")
    for error in HTML_PARSER.error_log:
        if error.type_name == "ERR_RESOURCE_LIMIT":
            # The parser stops there, and what follows would be lost without a word.
            raise FormatError(f"line {error.line}: tags stand more than 250 deep in each other")
    page = list(_lines(tree))
    found: Any = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        # Searched through, a page "appeared" in whatever year its text or its copyright names.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    body = getattr(found, "body", None)
    pieces = list(_pieces(body)) if body is not None else []
    if not pieces:
        raise FormatError("no article was found on the page")
    title = one_line(found.title or "")
    if title and all(one_line(text) != title for _, text in pieces[:3]):
        pieces.insert(0, ("heading", title))
    etree.clear_error_log()
    return Extract(
        pieces=pieces,
        title=title,
        author=found.author or "",
        outlet=found.sitename or found.hostname or "",
        date=found.date or "",
        date_from="the page" if found.date else "",
        dropped=_dropped(page, [text for _, text in pieces]),
    )


def _pieces(body: Any) -> Iterator[tuple[str, str]]:
    """Yield what trafilatura's tree holds, in order, without walking it by recursion."""
    taken: set[Any] = set()
    for element in body.iter():
        if not isinstance(element.tag, str) or element in taken:
            continue
        if element.tag in _PARAGRAPHS:
            inner = [one for one in element.iterdescendants() if one.tag in _PARAGRAPHS]
            if inner:
                if text := one_line(element.text or ""):
                    yield "text", text
            else:
                taken.update(element.iterdescendants())
                kind = {"head": "heading", "item": "item"}.get(element.tag, "text")
                if text := one_line(" ".join(_broken(element))):
                    yield kind, text
        elif text := one_line(element.text or ""):
            yield "text", text
        parent = element.getparent()
        outside = parent is not None and parent.tag not in _PARAGRAPHS
        if outside and (text := one_line(element.tail or "")):
            yield "text", text


def _broken(element: Any) -> Iterator[str]:
    """Yield the text of an element, cut at its line breaks."""
    text = [element.text or ""]
    for one in element.iterdescendants():
        if one.tag == "lb":
            yield "".join(text)
            text = []
        elif isinstance(one.tag, str):
            text.append(one.text or "")
        text.append(one.tail or "")
    yield "".join(text)


def _lines(tree: Any) -> Iterator[str]:
    """Yield the text of a page, cut where blocks begin and end."""
    text: list[str] = []
    silent: Any = None
    from lxml import etree

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else "script"
        if event == "start":
            if silent is None and name in _SILENT:
                silent = element
            if silent is None:
                if name in _OUTER and (line := one_line("".join(text))):
                    yield line
                if name in _OUTER:
                    text = []
                text.append(element.text or "")
            continue
        if silent is None and name in _OUTER:
            if line := one_line("".join(text)):
                yield line
            text = []
        if element is silent:
            silent = None
        if silent is None:
            text.append(element.tail or "")
    if line := one_line("".join(text)):
        yield line


def _dropped(page: list[str], kept: list[str]) -> list[str]:
    """Return the lines of a page that do not stand in its article."""
    whole = re.sub(r"\s+", "", "".join(kept))
    left = Counter(line for line in page if re.sub(r"\s+", "", line) not in whole)
    return list(left)[:MOST_DROPPED]

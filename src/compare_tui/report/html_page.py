"""The page around a report in HTML, and its tables."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from compare_tui.article.model import Article
from compare_tui.report.linear import flat
from compare_tui.report.tables import Table

_LONGEST_WORD = 14
"""Characters of a word that stays whole in its column."""


def html_page(
    what: str, title: str, *, head: Iterable[str], contents: Iterable[tuple[str, str]], main: Iterable[str]
) -> str:
    """Return a page that loads nothing and runs no script but its own filter.

    The content security policy allows the one style and the one script by their hashes.

    Args:
        what: What the page is, e.g. "Comparison".
        title: Of what.
        head: Lines of HTML below the title.
        contents: For each section its id and its title.
        main: Lines of HTML.
    """
    style, script = (_asset(name) for name in ("report.css", "report.js"))
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="generator" content="compare-tui">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(f'{what}: {title}')}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            f'<a class="skip" href="#main">Skip to the {escape(what.lower())}</a>',
            "<header>",
            f"<h1>{escape(what)}: <bdi>{escape(title)}</bdi></h1>",
            *head,
            "</header>",
            '<nav aria-label="Contents"><ul>',
            *(f'<li><a href="#{id_}">{escape(name)}</a></li>' for id_, name in contents),
            "</ul></nav>",
            '<search id="filter" hidden><label for="words">Show only rows with these words</label>',
            '<input id="words" type="search" autocomplete="off">',
            '<output id="count" for="words"></output></search>',
            '<main id="main" tabindex="-1">',
            *main,
            "</main>",
            "<footer><p>Made by compare-tui. A difference is a place to look, not a verdict.</p></footer>",
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


def _asset(name: str) -> str:
    return files("compare_tui.report").joinpath("assets", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def section_id(table: Table) -> str:
    """Return the id of the section that holds a table."""
    return "".join(letter if letter.isalnum() else "-" for letter in table.title.lower())


def named(side: str, article: Article) -> str:
    """Return an article of the pair in a list of descriptions."""
    date = f", {article.date.isoformat()}" if article.date else ""
    return (
        f"<dt>Article {side}</dt><dd><bdi>{escape(flat(article.title))}</bdi> "
        f"<small>(<bdi>{escape(article.source)}</bdi>{date})</small></dd>"
    )


def html_table(table: Table, kind: str = "") -> Iterator[str]:
    """Yield the lines of a section that holds a table; ``kind`` is its class in the style sheet."""
    id_ = section_id(table)
    yield f'<section aria-labelledby="{id_}"><h2 id="{id_}">{escape(table.title)}</h2>'
    yield wide(table.title, f' class="{kind}"' if kind else "")
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.headings)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    starts = ['<td dir="auto">' if long else '<td class="short" dir="auto">' for long in _long_columns(table)]
    for first, *others in table.rows:
        cells = "".join(f"{start}{escape(cell)}</td>" for start, cell in zip(starts[1:], others, strict=True))
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table></div></section>"


def _long_columns(table: Table) -> list[bool]:
    """Tell of each column whether it holds words so long that they may be broken."""
    columns = zip(*table.rows, strict=True)
    return [any(len(word) > _LONGEST_WORD for cell in column for word in cell.split()) for column in columns]


def wide(title: str, attributes: str = "") -> str:
    """Open a table that scrolls sideways on a narrow screen, by keyboard too."""
    label = escape(title)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{label}, scrollable"><table{attributes}>'
    )

"""A report as one self-contained, accessible HTML file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from compare_tui.article.model import Article
from compare_tui.report.document import Report, Row
from compare_tui.report.linear import flat, summary
from compare_tui.report.marking import Side, labels, link_sign, marks_of, pieces
from compare_tui.report.tables import Table, tables


def html_report(report: Report) -> str:
    """Return a report as HTML that loads nothing and runs no script but its own filter.

    The content security policy allows the one style and the one script by their hashes.
    """
    style, script = (_asset(name) for name in ("report.css", "report.js"))
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    found = report.comparison
    shown = tables(report)
    contents = [("side-by-side", "Side by side"), *((_id(table), table.title) for table in shown)]
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
            f"<title>{escape('Comparison: ' + report.title)}</title>",
            f"<style>{style}</style>",
            "</head>",
            "<body>",
            '<a class="skip" href="#main">Skip to the comparison</a>',
            "<header>",
            f"<h1>Comparison: <bdi>{escape(report.title)}</bdi></h1>",
            "<dl>",
            *(_named(side, article) for side, article in (("A", found.a), ("B", found.b))),
            "</dl>",
            f"<p>{escape(summary(found, style=report.style))}</p>",
            *(f"<p>{escape(note)}</p>" for note in found.notes),
            "</header>",
            '<nav aria-label="Contents"><ul>',
            *(f'<li><a href="#{id_}">{escape(name)}</a></li>' for id_, name in contents),
            "</ul></nav>",
            '<search id="filter" hidden><label for="words">Show only rows with these words</label>',
            '<input id="words" type="search" autocomplete="off">',
            '<output id="count" for="words"></output></search>',
            '<main id="main" tabindex="-1">',
            *_side_by_side(report),
            *(line for table in shown for line in _table(table)),
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


def _id(table: Table) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in table.title.lower())


def _named(side: str, article: Article) -> str:
    date = f", {article.date.isoformat()}" if article.date else ""
    return (
        f"<dt>Article {side}</dt><dd><bdi>{escape(flat(article.title))}</bdi> "
        f"<small>(<bdi>{escape(article.source)}</bdi>{date})</small></dd>"
    )


def _side_by_side(report: Report) -> Iterator[str]:
    yield '<section aria-labelledby="side-by-side"><h2 id="side-by-side">Side by side</h2>'
    yield (
        "<p>Underlined words are marked: the number in brackets behind them is that of a difference, "
        "or n and the number of an annotation.</p>"
    )
    yield _wide("Side by side", ' class="sides"')
    yield "<caption>Both articles, what belongs together in one row</caption>"
    yield (
        '<thead><tr><th scope="col">Passages</th><th scope="col">A</th>'
        '<th scope="col">B</th><th scope="col">Link</th></tr></thead><tbody>'
    )
    for row in report.rows():
        name = ", ".join(
            f"{side} {passage.number}"
            for side, passage in (("A", row.a), ("B", row.b))
            if passage is not None
        )
        kind = f' class="{row.link.strength}"' if row.link else ' class="only"'
        yield (
            f'<tr{kind}><th scope="row">{name}</th>{_passage(report, row, "a")}{_passage(report, row, "b")}'
            f"<td>{link_sign(row)}</td></tr>"
        )
    yield "</tbody></table></div></section>"


def _passage(report: Report, row: Row, side: Side) -> str:
    passage = row.a if side == "a" else row.b
    if passage is None:
        return '<td class="nothing"><span>not told</span></td>'
    words = ""
    for piece in pieces(passage, marks_of(report, row, side)):
        text = escape(piece.text)
        if piece.marks:
            kinds = " ".join(dict.fromkeys(f"k-{mark.kind}" for mark in piece.marks))
            text = f'<mark class="{kinds}">{text}</mark>'
        sign = labels(piece)
        words += f"{text}<sup>{escape(sign)}</sup>" if sign else text
    return f'<td dir="auto">{words}</td>'


def _table(table: Table) -> Iterator[str]:
    id_ = _id(table)
    yield f'<section aria-labelledby="{id_}"><h2 id="{id_}">{escape(table.title)}</h2>'
    yield _wide(table.title)
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.headings)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for first, *others in table.rows:
        cells = "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in others)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table></div></section>"


def _wide(title: str, attributes: str = "") -> str:
    """Open a table that scrolls sideways on a narrow screen, by keyboard too."""
    label = escape(title)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{label}, scrollable"><table{attributes}>'
    )

"""A report as one self-contained, accessible HTML file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from compare_tui.report.document import Report, Row
from compare_tui.report.html_page import html_page, html_table, named, section_id, wide
from compare_tui.report.linear import summary
from compare_tui.report.marking import Side, labels, link_sign, marks_of, pieces
from compare_tui.report.tables import tables


def html_report(report: Report) -> str:
    """Return a report as HTML that loads nothing and runs no script but its own filter."""
    found = report.comparison
    shown = tables(report)
    return html_page(
        "Comparison",
        report.title,
        head=(
            "<dl>",
            *(named(side, article) for side, article in (("A", found.a), ("B", found.b))),
            "</dl>",
            f"<p>{escape(summary(found, style=report.style))}</p>",
            *(f"<p>{escape(note)}</p>" for note in found.notes),
        ),
        contents=(("side-by-side", "Side by side"), *((section_id(table), table.title) for table in shown)),
        main=(*_side_by_side(report), *(line for table in shown for line in html_table(table))),
    )


def _side_by_side(report: Report) -> Iterator[str]:
    yield '<section aria-labelledby="side-by-side"><h2 id="side-by-side">Side by side</h2>'
    yield (
        "<p>Underlined words are marked: the number in brackets behind them is that of a difference, "
        "or n and the number of an annotation.</p>"
    )
    yield wide("Side by side", ' class="sides"')
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

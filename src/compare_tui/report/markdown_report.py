"""A report as Markdown that reads well on GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare_tui.article.model import Article
from compare_tui.report.document import Report, Row
from compare_tui.report.linear import flat, summary
from compare_tui.report.marking import Side, labels, link_sign, marks_of, pieces
from compare_tui.report.tables import tables

_MARKUP = re.compile(
    r"[\\`*_\[\]<>|~$&]|(?<=www)\.|:(?=//)|^[-+=]|^#|(?<=xmpp):|(?<=mailto):",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_MENTION = re.compile(r"(?<![\\<&])([@#])(?=\w)|:(?=[a-z0-9_+-]+:)", re.IGNORECASE)


def markdown_report(report: Report) -> str:
    """Return a report as GitHub-flavoured Markdown; text of articles and people never becomes markup."""
    found = report.comparison
    lines = [
        f"# {escaped('Comparison: ' + report.title)}",
        "",
        f"- **A:** {named(found.a)}",
        f"- **B:** {named(found.b)}",
        "",
        escaped(summary(found, style=report.style)),
        *(line for note in found.notes for line in ("", escaped(note))),
        "",
        "## Side by side",
        "",
        "The number in brackets behind marked words is that of a difference, or n and the number of an "
        "annotation.",
        "",
        *markdown_table(("A", "B", "Link", "Differences"), [_row(report, row) for row in report.rows()]),
    ]
    for table in tables(report):
        rows = [[escaped(cell) for cell in row] for row in table.rows]
        lines += [
            "",
            f"## {escaped(table.title)}",
            "",
            *markdown_table([escaped(one) for one in table.headings], rows),
        ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    kept = _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text.strip().replace("\r", "")))
    # An empty comment parts the sign from the word, so that GitHub mentions nobody, links no issue and
    # draws no emoji.
    kept = _MENTION.sub(r"\g<0><!-- -->", kept)
    return "<br>".join(" ".join(line.split()) for line in kept.split("\n"))


def named(article: Article) -> str:
    """Return an article of the pair, with its source and date."""
    date = f", {article.date.isoformat()}" if article.date else ""
    return f"{escaped(flat(article.title))} ({escaped(article.source + date)})"


def _row(report: Report, row: Row) -> list[str]:
    said = "<br>".join(
        f"{number}\\. {difference.kind}, {difference.severity}: {escaped(difference.reason)}"
        for number, difference in row.differences
    )
    return [_passage(report, row, "a"), _passage(report, row, "b"), escaped(link_sign(row)), said]


def _passage(report: Report, row: Row, side: Side) -> str:
    passage = row.a if side == "a" else row.b
    if passage is None:
        return ""
    words = f"**{side.upper()} {passage.number}** "
    for piece in pieces(passage, marks_of(report, row, side)):
        text = _inline(piece.text)
        words += f"<ins>{text}</ins>" if piece.marks else text
        words += escaped(labels(piece))
    return words


def _inline(text: str) -> str:
    """Escape text and keep its outer blanks."""
    inner = text.strip()
    return escaped(inner) if inner == text else text.replace(inner, escaped(inner)) if inner else text


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table of cells that are escaped already."""
    yield f"| {' | '.join(headings)} |"
    yield f"|{' --- |' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"

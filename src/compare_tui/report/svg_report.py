"""The side-by-side table of a report as a picture, for an article or a slide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import escape

from compare_tui.report.document import Report, Row
from compare_tui.report.linear import flat, summary
from compare_tui.report.marking import Side, labels, link_sign, marks_of, pieces
from compare_tui.report.widths import columns

COLUMNS = 56
"""Columns of fixed width in which the words of one article are set."""

CHARACTER, LINE, GAP, LABEL = 8, 20, 24, 136
"""Pixels: of a column, a line, between parts, of the names of passages."""

_SIDE = COLUMNS * CHARACTER
WIDTH = 4 * GAP + 2 * _SIDE + LABEL

Word = tuple[str, bool]
"""Characters set together, and whether they are marked."""


def svg_report(report: Report) -> str:
    """Return both articles as SVG on white paper, marked words underlined and bold with their numbers."""
    found = report.comparison
    body: list[str] = []
    y = GAP + LINE
    for size, text in ((16, report.title), (14, summary(found, style=report.style))):
        for line in _lines(
            [(part, False) for part in re.findall(r"\S+|\s+", flat(text))], WIDTH // CHARACTER - 16
        ):
            body.append(_line(line, GAP, y, size=size))
            y += LINE + 4
    lefts = (GAP + LABEL, 2 * GAP + LABEL + _SIDE)
    body += [
        _line([(f"{name}: {flat(one.title)[: COLUMNS - 4]}", True)], left, y)
        for name, one, left in zip("AB", (found.a, found.b), lefts, strict=True)
    ]
    y += LINE // 2
    for row in report.rows():
        body.append(f'<path d="M{GAP} {y}H{WIDTH - GAP}" stroke="#767676"/>')
        y += LINE
        sides = [_lines(_words(report, row, side), COLUMNS) for side in ("a", "b")]
        names = [f"{side} {one.number}" for side, one in (("A", row.a), ("B", row.b)) if one is not None]
        notes = [names, *([part] for part in link_sign(row).split(", "))]
        for number, parts in enumerate(notes):
            body.append(_line([(" ↔ ".join(parts), number == 0)], GAP, y + number * LINE, size=12))
        for left, lines in zip(lefts, sides, strict=True):
            body += [_line(line, left, y + number * LINE) for number, line in enumerate(lines)]
        y += max(len(notes), *map(len, sides)) * LINE - LINE // 2
    height = y + GAP
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" '
        f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">\n'
        f'<title id="title">{escape("Comparison: " + report.title)}</title>\n'
        f'<desc id="desc">{escape(summary(found, style=report.style))}</desc>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
        '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13" fill="#1b1b1b">\n'
    )
    return head + "\n".join(body) + "\n</g>\n</svg>\n"


def _words(report: Report, row: Row, side: Side) -> list[Word]:
    passage = row.a if side == "a" else row.b
    if passage is None:
        return []
    words: list[Word] = []
    for piece in pieces(passage, marks_of(report, row, side)):
        words += [(part, bool(piece.marks)) for part in re.findall(r"\S+|\s+", piece.text)]
        if piece.ending:
            words.append((labels(piece), False))
    return words


def _lines(words: list[Word], width: int) -> list[list[Word]]:
    """Break words into lines of at most so many columns; a longer word is cut."""
    lines: list[list[Word]] = [[]]
    used = 0
    for word, marked in words:
        for part in _cut(word, width):
            wide = columns(part)
            if used + wide > width:
                lines.append([])
                used = 0
            if used or part.strip():
                lines[-1].append((part, marked))
                used += wide
    return lines


def _cut(word: str, width: int) -> Iterator[str]:
    part = ""
    for character in word:
        if columns(part + character) > width:
            yield part
            part = ""
        part += character
    yield part


def _line(words: list[Word], left: int, y: int, *, size: int = 13) -> str:
    spans = "".join(
        f'<tspan font-weight="bold" text-decoration="underline">{_text(word)}</tspan>'
        if marked
        else _text(word)
        for word, marked in words
    )
    return f'<text x="{left}" y="{y}" font-size="{size}" xml:space="preserve">{spans}</text>'


def _text(word: str) -> str:
    """Escape words; what XML cannot hold is shown as U+FFFD."""
    return escape("".join("\ufffd" if unicodedata.category(one) in ("Cc", "Cs") else one for one in word))

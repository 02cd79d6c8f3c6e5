"""Markdown to plain text: what a reader of the rendered page would read, and the blocks it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare_tui.article.blocks import Block, BlockKind
from compare_tui.article.furniture import stands_apart
from compare_tui.article.inline import render_inline
from compare_tui.article.model import HiddenCharacter

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?:(?<=\s)|^)#+\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]^][^\[\]]*\]:\s*\S")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_IMAGE = re.compile(
    r"\s*(?:\[\s*)?!\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])(?:\s*\]\([^()]*\))?\s*$"
)
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_FRONT_MATTER_LINE = re.compile(r"([A-Za-z_][\w .-]*):(?:\s+(.*))?$|\s+\S|-\s|#|\s*$")
_LONGEST_FRONT_MATTER = 200
"""Lines."""


@dataclass(frozen=True, slots=True)
class RenderedText:
    """The plain text of a Markdown source.

    Attributes:
        text: What a reader sees; blocks end with line feeds.
        blocks: Its blocks, in order.
        fields: The front matter's simple fields, names in lower case.
        origin: The offset in the source of each character of ``text``; -1 for line feeds put between blocks.
    """

    text: str
    blocks: list[Block]
    fields: dict[str, str]
    origin: list[int]


@dataclass(slots=True)
class _Draft:
    """A block while its lines are gathered: stretches of the source, one a line."""

    kind: BlockKind
    lines: list[tuple[int, int]] = field(default_factory=list)
    gap: str = "\n\n"
    verbatim: bool = False


def _front_matter(lines: list[str]) -> tuple[int, dict[str, str]]:
    """Return how many lines the front matter takes, and its simple fields."""
    if not lines or lines[0].rstrip() != "---":
        return 0, {}
    fields: dict[str, str] = {}
    for index, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], 1):
        if line.rstrip() in ("---", "..."):
            return (index + 1, fields) if fields or index == 1 else (0, {})
        match = _FRONT_MATTER_LINE.match(line)
        if match is None:
            return 0, {}
        if match[1] and match[2]:
            value = match[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            fields.setdefault(match[1].strip().lower(), value)
    return 0, {}


class _Gatherer:
    """Gathers the lines of a Markdown source into drafts of blocks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.drafts: list[_Draft] = []
        self.open: _Draft | None = None

    def add(
        self, kind: BlockKind, start: int, end: int, *, gap: str = "\n\n", verbatim: bool = False
    ) -> None:
        """Add a block of one line and leave it closed."""
        self.close()
        self.drafts.append(_Draft(kind, [(start, end)], gap, verbatim))

    def continue_paragraph(self, start: int, end: int) -> None:
        """Add a line to the open paragraph or list item, or begin a paragraph."""
        line = self.source[start:end]
        bare = line.strip().strip("*_")
        previous = None
        if self.open is not None:
            previous = self.source[slice(*self.open.lines[-1])]
        if previous is not None:
            apart = stands_apart(bare) or stands_apart(previous.strip().strip("*_"))
            if _HARD_BREAK.search(previous) or apart:
                self.open = None
        if self.open is None:
            gap = "\n" if previous is not None else "\n\n"
            self.open = _Draft("text", gap=gap)
            self.drafts.append(self.open)
        self.open.lines.append((start, end))

    def begin_item(self, start: int, end: int) -> None:
        """Begin a list item, which following lines may continue."""
        after_item = bool(self.drafts) and self.drafts[-1].kind == "item"
        self.open = _Draft("item", [(start, end)], "\n" if after_item else "\n\n")
        self.drafts.append(self.open)

    def close(self) -> None:
        """End the open paragraph or item."""
        self.open = None


def _gather(source: str, lines: list[str], skip: int) -> list[_Draft]:
    """Return the drafts of the blocks in ``lines`` behind the first ``skip`` of them."""
    gatherer = _Gatherer(source)
    start = sum(len(line) + 1 for line in lines[:skip])
    fence: str | None = None
    for index in range(skip, len(lines)):
        whole = lines[index]
        line_start, start = start, start + len(whole) + 1
        quote = _QUOTE.match(whole)
        left = line_start + (quote.end() if quote else 0)
        line = source[left : line_start + len(whole)]
        right = left + len(line)
        marks = _FENCE.match(line)
        if fence is not None:
            if marks and marks[1].startswith(fence) and not line.strip(" `~"):
                fence = None
            elif line.strip():
                gatherer.add("text", left, right, gap="\n", verbatim=True)
        elif marks:
            gatherer.close()
            fence = marks[1]
        elif not line.strip() or _DEFINITION.match(line):
            gatherer.close()
        elif heading := _HEADING.match(line):
            tail = _HEADING_END.search(line, heading.end())
            gatherer.add("heading", left + heading.end(), left + tail.start() if tail else right)
        elif (
            _UNDERLINE.match(line)
            and gatherer.open
            and gatherer.open.kind == "text"
            and len(gatherer.open.lines) == 1
        ):
            gatherer.open.kind = "heading"
            gatherer.close()
        elif _RULE.match(line) or (_TABLE_RULE.match(line) and "-" in line and "|" in line):
            gatherer.close()
        elif _IMAGE.match(line):
            gatherer.add("image", left, right)
        elif _TABLE_ROW.match(line):
            gatherer.add("text", left, right, gap="\n")
        elif item := _ITEM.match(line):
            gatherer.begin_item(left + item.end(), right)
        else:
            gatherer.continue_paragraph(left, right)
    return gatherer.drafts


def _render_draft(source: str, draft: _Draft) -> tuple[str, list[int]]:
    """Return the visible text of a draft and the origins of its characters."""
    text = ""
    origin: list[int] = []
    parts: list[str] = []
    for start, end in draft.lines:
        raw = source[start:end]
        visible = raw.strip()
        if not visible:
            continue
        start += len(raw) - len(raw.lstrip())
        if origin:
            parts.append(" ")
            origin.append(-1)
        parts.append(visible)
        origin.extend(range(start, start + len(visible)))
    text = "".join(parts)
    if draft.verbatim:
        return text, origin
    if _TABLE_ROW.match(text) and len(draft.lines) == 1:
        text = " " + text[1:-1].replace("|", " ") + " "
    traced = render_inline(text, origin)
    visible = traced.text.strip()
    lead = len(traced.text) - len(traced.text.lstrip())
    return visible, traced.origin[lead : lead + len(visible)]


def render_markdown(source: str) -> RenderedText:
    """Return the plain text of a Markdown source: no marks, no front matter, no link targets.

    The CommonMark constructs that articles use are known: headings, emphasis, links, pictures, lists,
    quotations, code, rules, hard breaks, HTML tags; and tables, task lists and footnote marks of GitHub's
    dialect.

    Args:
        source: Cleaned text.
    """
    lines = source.split("\n")
    skip, fields = _front_matter(lines)
    parts: list[str] = []
    origin: list[int] = []
    blocks: list[Block] = []
    for draft in _gather(source, lines, skip):
        text, text_origin = _render_draft(source, draft)
        if not text:
            continue
        if blocks:
            parts.append(draft.gap)
            origin += [-1] * len(draft.gap)
        blocks.append(Block(len(origin), len(origin) + len(text), draft.kind))
        parts.append(text)
        origin += text_origin
    return RenderedText("".join(parts), blocks, fields, origin)


def carry_hidden(hidden: tuple[HiddenCharacter, ...], origin: list[int]) -> tuple[HiddenCharacter, ...]:
    """Return findings of the source with their offsets in the rendered text; removed ones are left out."""
    if not hidden:
        return ()
    places = {offset: place for place, offset in enumerate(origin) if offset >= 0}
    return tuple(
        HiddenCharacter(places[finding.offset], finding.codepoint)
        for finding in hidden
        if finding.offset in places
    )

"""What an article is: cleaned text, cut into passages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

Role = Literal["headline", "body", "caption", "furniture"]


class ArticleError(Exception):
    """A source cannot be read as an article; the message names the source and the reason."""


class EncodingError(ArticleError):
    """The bytes of a text are not in the encoding that was expected."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Article.text``.

    Attributes:
        start: Offset of the first character, in code points.
        end: Offset behind the last character, in code points.
        text: ``Article.text[start:end]``.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, headline, caption, list item or piece of furniture.

    Attributes:
        number: Place in the article, from 1, furniture included; people say "A 6".
        start: Offset of the first character in ``Article.text``, in code points.
        end: Offset behind the last character.
        paragraph: Number of the paragraph it stands in, from 1.
        role: What it is; furniture (credits, related links, addresses) is never linked.
        text: ``Article.text[start:end]``, without outer blanks.
    """

    number: int
    start: int
    end: int
    paragraph: int
    role: Role
    text: str


class HiddenCharacter(NamedTuple):
    """A character that the source held and that no reader sees, replaced by a visible mark.

    Attributes:
        offset: Where its mark stands in ``Article.text``, in code points.
        codepoint: The original character as a number, e.g. ``0x202E``.
    """

    offset: int
    codepoint: int


class Origin(NamedTuple):
    """What a source says about an article beside its text, cleaned; each on one line.

    Attributes:
        author: Who wrote it, or nothing.
        outlet: Where it appeared, e.g. the name of a newspaper, or nothing.
        address: The address it was fetched from, or nothing.
        date_from: What tells its date where that is not the text, or nothing.
        dropped: What the source held and the article does not: menus, comments, tables of links.
        notices: What a person must be told about how it was read, a sentence each.
    """

    author: str = ""
    outlet: str = ""
    address: str = ""
    date_from: str = ""
    dropped: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


NO_ORIGIN = Origin()
"""Of a plain text."""


@dataclass(frozen=True, slots=True)
class Article:
    """A source text, cleaned and cut into passages.

    Attributes:
        source: What to call it: the path as given, or "stdin"; cleaned for display.
        title: The headline, or the start of the first passage.
        text: The cleaned text. Hard-wrapped lines are joined by blanks of the same length, so a
            line feed stands only where a paragraph, list item or other block ends.
        passages: In reading order, not overlapping.
        sha256: Digest of the raw bytes, hexadecimal.
        text_sha256: Digest of ``text`` as UTF-8, hexadecimal.
        reader: Name and version of the reader that made the text, e.g. "text/1".
        date: The day the article appeared, where the text or the caller tells it.
        path: The file it came from; None for stdin and plain strings.
        hidden: Invisible and control characters that were replaced by visible marks.
        origin: What the source says about the article beside its text.
    """

    source: str
    title: str
    text: str
    passages: tuple[Passage, ...]
    sha256: str
    text_sha256: str
    reader: str = "text/1"
    date: date | None = None
    path: Path | None = None
    hidden: tuple[HiddenCharacter, ...] = field(default=())
    origin: Origin = NO_ORIGIN

    def passage_at(self, offset: int) -> int:
        """Return the index of the passage that holds a character, or stands before it; 0 before the first.

        Args:
            offset: Offset in ``text``, in code points.
        """
        return max(0, bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1)

    def span(self, start: int, end: int) -> Span:
        """Return the span from ``start`` to ``end`` (code points of ``text``)."""
        return Span(start, end, self.text[start:end])


def origin_facts(article: Article) -> dict[str, str]:
    """Return who wrote an article, where it appeared and its address, as far as the source says."""
    origin = article.origin
    facts = {"author": origin.author, "outlet": origin.outlet, "address": origin.address}
    return {key: value for key, value in facts.items() if value}


def dated_facts(article: Article) -> dict[str, str]:
    """Return what ``origin_facts`` does, and the day of an article whose source says any of it."""
    facts = origin_facts(article)
    return {**facts, "date": article.date.isoformat()} if facts and article.date else facts

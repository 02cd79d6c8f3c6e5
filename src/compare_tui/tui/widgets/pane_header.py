"""The line over an article: its letter, its source, its title, outlet, author and date."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.cells import cell_len

from compare_tui.article.clean import clean
from compare_tui.article.model import Article
from compare_tui.tui.look import Look
from compare_tui.tui.pairs import Side
from compare_tui.tui.parts import Part, fit, fit_end
from compare_tui.tui.plain import safe
from compare_tui.tui.signs import signs
from compare_tui.tui.widgets.painted import Painted

MIN_TITLE = 16
"""A title is left out where fewer cells of it would be seen."""


class PaneHeader(Painted):
    """The header of one article."""

    def __init__(
        self,
        article: Article,
        beside: Article,
        side: Side,
        look: Look,
        *,
        id: str,  # noqa: A002
    ) -> None:
        """Make the header of an article.

        Args:
            article: What it names.
            beside: The other article, which must not be called the same.
            side: Which of the two it is.
            look: The styles.
            id: Its name on the screen.
        """
        super().__init__(look, ground="surface", id=id)
        self.side: Side = side
        self._active = False
        self._place = ""
        self.take_article(article, beside)

    def take_article(self, article: Article, beside: Article) -> None:
        """Name another article, and not as the one beside it."""
        facts = article.origin
        self._source = safe(called(article, beside))
        named = [facts.outlet, article.title, facts.author]
        self._title = f" {signs().dot} ".join(safe(one) for one in named if one)
        self._date = f"{article.date.day} {article.date:%b %Y}" if article.date else ""
        self.refresh()

    def show(self, *, active: bool, place: str) -> None:
        """Say whether the keys move in this article, and where.

        Args:
            active: Whether they do.
            place: Position in the article, e.g. "6/14".
        """
        if (active, place) != (self._active, self._place):
            self._active, self._place = active, place
            self.refresh()

    def parts_at(self, y: int) -> Iterable[Part]:
        """Return the line."""
        letter = f" {self.side.upper()} "
        place = f" {self._place} "
        space = self.size.width - len(letter) - 1 - len(place)
        source = fit_end(self._source, max(16, space // 2))
        date = f" {signs().dot} {self._date}" if self._date else ""
        room = space - cell_len(source) - 2 - cell_len(date)
        title = fit(self._title, min(cell_len(self._title), room))
        if cell_len(title) < min(MIN_TITLE, cell_len(self._title)):
            title, date = "", self._date
        rest = f"  {title}{date}"
        parts: list[Part] = [
            (letter, "active" if self._active else "muted"),
            (" " + source, "strong" if self._active else "text"),
            (fit(rest, max(0, space - cell_len(source))), "muted"),
            (place, "muted"),
        ]
        return parts


def called(article: Article, beside: Article) -> str:
    """Return what to call an article: its label, its server, or what of its path tells it from the other."""
    name = _short_name(article)
    if name != _short_name(beside):
        return name
    path, other = article.path, beside.path
    if path is None or other is None or article.source != clean(str(path), lines=False):
        return article.source
    here, there = path.absolute().parts, other.absolute().parts
    same = next(
        (
            at
            for at, pair in enumerate(zip(reversed(here), reversed(there), strict=False))
            if pair[0] != pair[1]
        ),
        0,
    )
    return clean(str(Path(*here[-same - 1 :])), lines=False)


def _short_name(article: Article) -> str:
    address = article.origin.address
    if address.count("/") >= 2:
        return address.split("/")[2]
    path = article.path
    is_labelled = path is None or article.source != clean(str(path), lines=False)
    return article.source if is_labelled or path is None else clean(path.name, lines=False)

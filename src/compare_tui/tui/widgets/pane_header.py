"""The line over an article: its letter, its source, its title, outlet, author and date."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

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

    def __init__(self, article: Article, side: Side, look: Look, *, id: str) -> None:  # noqa: A002
        """Make the header of an article.

        Args:
            article: What it names.
            side: Which of the two it is.
            look: The styles.
            id: Its name on the screen.
        """
        super().__init__(look, ground="surface", id=id)
        self.side: Side = side
        self._active = False
        self._place = ""
        self.take_article(article)

    def take_article(self, article: Article) -> None:
        """Name another article."""
        facts = article.origin
        server = facts.address.split("/")[2] if facts.address.count("/") >= 2 else ""
        self._source = safe(server or (article.path.name if article.path else article.source))
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

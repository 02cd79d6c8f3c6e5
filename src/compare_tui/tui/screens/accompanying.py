"""Colleagues' notebooks beside one's own: hidden until revealed, opened, closed, turned on and off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.annotation.location import notebooks_beside
from compare_tui.article.wording import counted
from compare_tui.tui.company import NOBODY, Company, Letters, company_of
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.annotating import Annotating

if TYPE_CHECKING:
    from compare_tui.review.opening import NotebookReader
    from compare_tui.review.reviewing import Reviewing
    from compare_tui.tui.parts import Part


class Accompanying(Annotating):
    """The part of reading that knows colleagues' notebooks.

    Attributes:
        review: The notebooks; None until something of them is asked for.
        is_revealed: Whether their marks are shown.
        company: What is shown of them.
        hidden_people: Ids of those who are turned off.
        notebook_reader: Knows notebooks that were read before the screen was there; None knows none.
    """

    review: Reviewing | None = None
    is_revealed = False
    company: Company = NOBODY
    hidden_people: frozenset[str] = frozenset()
    notebook_reader: NotebookReader | None = None
    _letters: Letters | None = None
    _reviews_shown: object = None
    _named: tuple[Path, ...] = ()
    _beside: tuple[Path, ...] = ()
    _is_recorded_at_once = True

    def accompany(self, paths: Sequence[Path] = (), *, reveal: bool = False) -> None:
        """Take colleagues' notebooks along, those beside the articles too; blind unless told otherwise.

        Args:
            paths: Files and folders.
            reveal: Whether what they hold is shown from the start; only these paths are opened then.
        """
        self._named = tuple(paths)
        if reveal:
            self._is_recorded_at_once = False
            self.reveal_now()
        else:
            self._beside = tuple(notebooks_beside(self.a, self.b, self.notebook.path))
            if self.has_colleagues:
                self.show_state()

    @property
    def letters(self) -> Letters:
        """The letters of the people, which stay as long as the articles are open."""
        self._letters = self._letters or Letters()
        return self._letters

    @property
    def has_colleagues(self) -> bool:
        """Whether there is a notebook of somebody else; how many marks it holds is not looked at."""
        return bool(self.review.colleagues.notebooks if self.review is not None else self._known_paths)

    @property
    def _known_paths(self) -> tuple[Path, ...]:
        return (*self._named, *self._beside)

    def opened_review(self) -> Reviewing:
        """Return the notebooks, read when they are first asked for."""
        from compare_tui.review.reviewing import Reviewing

        if self.review is None:
            self.review = Reviewing(self.notebook, self._known_paths, (self.a, self.b), self.notebook_reader)
        self.review.notebook = self.notebook
        return self.review

    def company_status(self) -> list[Part]:
        """Return what the last line says of colleagues: that they are hidden, or their letters."""
        if not self.has_colleagues:
            return []
        if not self.is_revealed:
            return [("colleagues hidden", "muted")]
        return [(one.letter, one.role) for one in self.company.colleagues if one.is_shown]

    def status_parts(self) -> list[Part]:
        """Return how the work stands, colleagues first."""
        company = self.company_status()
        return [*company, ("  ", "text"), *super().status_parts()] if company else super().status_parts()

    def action_reveal(self) -> None:
        """Show what colleagues have marked, once it is confirmed; hide it where it is shown."""
        if self.is_revealed:
            self.is_revealed, self.company = False, NOBODY
            self.show_state()
            self.say("colleagues hidden", "that you have seen their marks stays recorded")
            return
        self.once_revealed(self._tell_revealed)

    def once_revealed(self, then: Callable[[], None]) -> None:
        """Go on when colleagues' marks are shown; ask first where their owner has not seen them yet.

        Args:
            then: What follows; nothing does where the reader stays blind.
        """
        if self.is_revealed:
            then()
            return
        if not self.has_colleagues:
            self.say(f"no colleague's notebook is open: {self.key('colleagues')} opens one")
            return
        review = self.opened_review()
        people = {one.author.id for one in review.colleagues.notebooks}
        if not people:
            self.say("none of these notebooks can be used")
            for notice in review.notices:
                self.warn(safe(notice))
            return
        if people <= set(self.notebook.revealed):
            self.reveal_now()
            then()
            return

        def answered(answer: str | None) -> None:
            if answer == "reveal":
                self.reveal_now()
                then()

        told = (
            "Show what your colleagues have marked?",
            "",
            "Until now you have annotated without knowing their marks. Your notebook will say since when you "
            "know them; undo does not take that back.",
        )
        answers = (("y", "show their marks", "reveal"), ("n", "go on without", "stay"))
        self.choose(told, answers, "stay", answered)

    def reveal_now(self) -> None:
        """Show what colleagues have marked, and take down that it is known from now on."""
        self.is_revealed = True
        self.opened_review()
        self._take_down()
        self.renew_company()

    def renew_company(self) -> None:
        """Show what colleagues' notebooks hold now."""
        if not self.is_revealed or self.review is None:
            return
        self.review.notebook = self.notebook
        self._show_company(self.review)

    def note_reviews(self) -> None:
        """Show colleagues' marks anew where a verdict was given or taken back meanwhile."""
        if self.is_revealed and self.notebook.review_entries != self._reviews_shown:
            self.renew_company()

    def _show_company(self, review: Reviewing) -> None:
        panel, me = review.renew(), self.notebook.author.id
        self._reviews_shown = self.notebook.review_entries
        self.company = company_of(panel, me, self.letters, self.hidden_people, (self.a, self.b))
        self.show_state()

    def turn(self, person: str) -> None:
        """Show the marks of a colleague, or do not.

        Args:
            person: Id of the colleague.
        """
        self.hidden_people ^= {person}
        self.renew_company()

    def open_colleague(self, path: Path) -> tuple[str, ...]:
        """Open a further notebook, or those of a folder; return what is to be known about them."""
        review = self.opened_review()
        told = review.colleagues.open(path)
        self._companions_changed(review)
        return told

    def close_colleague(self, person: str) -> None:
        """Close a colleague's notebook."""
        review = self.opened_review()
        review.colleagues.close(person)
        self._companions_changed(review)

    def _companions_changed(self, review: Reviewing) -> None:
        if self.is_revealed:
            self._take_down()
            self._show_company(review)
        else:
            self.show_state()

    def take_articles_of_company(self) -> None:
        """Find colleagues' marks in articles that were read anew."""
        if self.review is not None:
            self.review.notebook = self.notebook
            self.review.colleagues.take_articles((self.a, self.b))
            self.company = NOBODY
            self.renew_company()

    def take_notebook_of_company(self) -> None:
        """Go on with another notebook of one's own: what was seen is seen."""
        if self.review is not None:
            self.review.notebook = self.review.colleagues.notebook = self.notebook
            self.review.colleagues.take_articles((self.a, self.b))
            if self.is_revealed:
                self._take_down()
            self.renew_company()

    def _take_down(self) -> None:
        """Record whose marks are known; where that was confirmed, save it."""
        if self.review is None or self.notebook.read_only is not None:
            return
        people = [one.author.id for one in self.review.colleagues.notebooks]
        self.notebook.record_revealed(people, at_once=self._is_recorded_at_once)
        if self._is_recorded_at_once and self.notebook.dirty:
            self.save_soon()

    def _tell_revealed(self) -> None:
        if self.review is None:
            return
        panel = self.review.panel
        count = sum(one.author.id != self.notebook.author.id for one in panel.annotations)
        told = ", ".join(f"{one.letter} {safe(one.name)}" for one in self.company.colleagues)
        self.say(f"{counted(count, 'mark')} of {told}")
        for notice in self.review.notices:
            self.warn(safe(notice))

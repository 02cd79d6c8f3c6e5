"""Reviewing: verdicts and answers on colleagues' annotations, kept in one's own notebook only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from compare_tui.annotation.identity import new_id, utc_now
from compare_tui.annotation.notebook import Notebook
from compare_tui.annotation.review_entries import ReviewEntry, read_review_entries
from compare_tui.article.clean import clean
from compare_tui.article.model import Article
from compare_tui.article.wording import counted
from compare_tui.review.colleagues import Colleagues
from compare_tui.review.matching import Mark
from compare_tui.review.opening import Opened, PanelNotebook, shown
from compare_tui.review.panel import Panel, PanelAnnotation, panel_of
from compare_tui.review.verdicts import Decision, Review, is_outdated, read_reviews, reviews_value, revision


class Reviewing:
    """One person's review of the notebooks of others.

    Attributes:
        notebook: The reviewer's own notebook, the only one that is ever written.
        colleagues: The open notebooks of others.
        panel: All notebooks as they are now, the own one among them.
    """

    def __init__(self, notebook: Notebook, paths: Iterable[Path], articles: tuple[Article, Article]) -> None:
        """Open the notebooks of others.

        Args:
            notebook: The reviewer's own notebook; its file is not read again where it is among the paths.
            paths: Files and folders.
            articles: The articles.
        """
        self.notebook = notebook
        self.colleagues = Colleagues(notebook, paths, articles)
        self._marks: tuple[Mark, ...] | None = None
        self._companions: dict[Mark, tuple[Mark, ...]] = {}
        self.panel: Panel = self.renew()

    @property
    def reviewer(self) -> str:
        """Id of the person who reviews."""
        return self.notebook.author.id

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be known about the notebooks, a sentence each."""
        left_out = ((one.reason, one.path) for one in self.panel.left_out)
        return (*(reason.replace(shown(path), path.name) for reason, path in left_out), *self.panel.notices)

    def renew(self) -> Panel:
        """Return the panel, and hold it, as the own notebook is now."""
        file = self.notebook.current_file
        reviews, others = read_reviews(file.sections.get("reviews"))
        mine = PanelNotebook(self.notebook.path, file, reviews, tuple(others))
        # An empty notebook would count as that of an annotator who found nothing.
        own = (mine,) if file.annotations or reviews else ()
        self.colleagues.notebook = self.notebook
        theirs = self.colleagues.opened
        notebooks = sorted((*theirs.notebooks, *own), key=lambda one: one.author.id)
        opened: Opened = replace(theirs, notebooks=tuple(notebooks))
        self.panel = panel_of(opened)
        return self.panel

    def same_place(self, one: PanelAnnotation) -> list[PanelAnnotation]:
        """Return what others made of the place of an annotation; matched anew only where a mark changed."""
        marks = tuple(each.mark for each in self.panel.annotations)
        if marks != self._marks:
            groups = self.panel.groups()
            self._companions = {
                each.mark: tuple(other.mark for other in group) for group in groups for each in group
            }
            self._marks = marks
        companions = self._companions.get(one.mark, ())
        if len(companions) < 2:
            return []
        return [each for each in self.panel.annotations if each.mark in companions and each.mark != one.mark]

    def awaits(self, one: PanelAnnotation) -> bool:
        """Tell whether a colleague's annotation lacks a verdict of the reviewer on its present state."""
        mine = one.verdicts.get(self.reviewer)
        return one.author.id != self.reviewer and (mine is None or is_outdated(mine, one.annotation))

    def judge(
        self, about: Sequence[PanelAnnotation], decision: Decision | None, comment: str = "", reply: str = ""
    ) -> None:
        """Say something of annotations, in one act.

        Args:
            about: The annotations; verdicts are given on colleagues' annotations only.
            decision: The verdict; None for a comment alone.
            comment: Free text.
            reply: Id of the review that is answered; empty for none.

        Raises:
            NotebookError: The own notebook is read-only.
            ValueError: A verdict is about an annotation of one's own.
        """
        if decision is not None and any(one.author.id == self.reviewer for one in about):
            raise ValueError("nobody gives a verdict on an annotation of their own")
        made = [
            Review(
                id=new_id("r"),
                of=one.annotation.id,
                of_rev=revision(one.annotation),
                decision=decision,
                reply_to=reply or None,
                comment=clean(comment).strip(),
                created=utc_now(),
                of_file=one.notebook.file.file_id,
            )
            for one in about
        ]
        first = about[0]
        what = f"{first.annotation.tag} of {first.author.name}" if len(about) == 1 else ""
        what = what or counted(len(about), "annotation")
        self.notebook.change_reviews(f"{decision or 'reply on'} {what}", into=_entries(made))
        self.renew()

    def take_back(self) -> Review | None:
        """Take the last verdict back and return it; None where none was given.

        One that somebody has answered stays, marked as taken back; any other is removed.
        """
        mine = [
            signed.review
            for one in self.panel.annotations
            for signed in one.reviews
            if signed.author.id == self.reviewer
            and signed.review.decision is not None
            and signed.review.taken_back is None
        ]
        last = max(mine, key=lambda one: (one.created, one.id), default=None)
        if last is None:
            return None
        said = (signed.review for one in self.panel.annotations for signed in one.reviews)
        answered = any(one.reply_to == last.id for one in said)
        left = _entries([replace(last, taken_back=utc_now())]) if answered else ()
        standing, _ = read_review_entries(self.notebook.current_file.sections.get("reviews"))
        out = [one for one in standing if one.id == last.id]
        self.notebook.change_reviews(f"take back {last.decision}", out, left)
        self.renew()
        return last

    def identical(self) -> list[PanelAnnotation]:
        """Return colleagues' annotations that all annotators have alike and that have no verdict of mine."""
        return [one for group in self.panel.identical() for one in group if self.awaits(one)]


def _entries(reviews: Iterable[Review]) -> tuple[ReviewEntry, ...]:
    entries, _ = read_review_entries(reviews_value(reviews))
    return entries

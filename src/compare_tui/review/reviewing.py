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
from compare_tui.review.matching import Groups, Mark, group_marks
from compare_tui.review.opening import NotebookReader, PanelNotebook, shown, told
from compare_tui.review.panel import Numbers, Panel, PanelAnnotation, numbers_of, panel_of, with_reviews_of
from compare_tui.review.verdicts import Decision, Review, ReviewReader, reviews_value, revision


class Reviewing:
    """One person's review of the notebooks of others.

    Attributes:
        notebook: The reviewer's own notebook, the only one that is ever written.
        colleagues: The open notebooks of others.
        panel: All notebooks as they are now, the own one among them.
    """

    def __init__(
        self,
        notebook: Notebook,
        paths: Iterable[Path],
        articles: tuple[Article, Article],
        reader: NotebookReader | None = None,
    ) -> None:
        """Open the notebooks of others.

        Args:
            notebook: The reviewer's own notebook; its file is not read again where it is among the paths.
            paths: Files and folders.
            articles: The articles.
            reader: Knows what was read before; None knows nothing.
        """
        self.notebook = notebook
        self.colleagues = Colleagues(notebook, paths, articles, reader)
        self._reader = ReviewReader()
        # Numbers of annotations in the panel by place; None where they are to be matched.
        self._groups: Groups | None = None
        self._group_of: dict[tuple[str, str], tuple[int, ...]] = {}
        self._theirs = self.colleagues.opened
        self._mine = self._own_notebook()
        # Where annotations stand in the panel; None where that is to be found out anew.
        self._numbers: Numbers | None = None
        self.panel = self._whole_panel(self._mine)

    @property
    def reviewer(self) -> str:
        """Id of the person who reviews."""
        return self.notebook.author.id

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be known about the notebooks, a sentence each."""
        named = (
            replace(one, reason=one.reason.replace(shown(one.path), one.path.name))
            for one in self.panel.left_out
        )
        return (*told(named), *self.panel.notices)

    def renew(self) -> Panel:
        """Return the panel, and hold it, as the own notebook is now."""
        before, was, mine = self.panel, self._mine, self._own_notebook()
        self.colleagues.notebook = self.notebook
        same = self._theirs is self.colleagues.opened
        self._theirs = self.colleagues.opened
        changed = self._with_my_reviews(was, mine) if same else None
        if changed is None:
            self._numbers = None
            changed = self._whole_panel(mine)
            if [one.mark for one in before.annotations] != [one.mark for one in changed.annotations]:
                self._groups = None
        self._mine, self.panel = mine, changed
        return changed

    def _with_my_reviews(self, was: PanelNotebook | None, mine: PanelNotebook | None) -> Panel | None:
        """Return the panel with what I say now; None where more than that has changed.

        Args:
            was: The own notebook as it is in the panel; None where it is not.
            mine: The own notebook as it is now; None where it is empty.
        """
        panel, given = self.panel, was or mine
        if given is None:
            return panel
        silent = replace(given, reviews=())
        if was is None or mine is None:
            # The first verdict, or its undoing, brings nothing into the panel but who has given it.
            if given.file.annotations:
                return None
            others = [one for one in panel.notebooks if one is not was]
            panel = replace(panel, notebooks=_by_author([*others, was or silent]))
        self._numbers = self._numbers or numbers_of(panel)
        changed = with_reviews_of(panel, was or silent, mine or silent, self._numbers)
        if changed is not None and mine is None:
            left = tuple(one for one in changed.notebooks if one.author.id != given.author.id)
            changed = replace(changed, notebooks=left)
        return changed

    def _own_notebook(self) -> PanelNotebook | None:
        """Return the reviewer's notebook; an empty one would count as that of somebody who found nothing."""
        file = self.notebook.current_file
        reviews, others = self._reader.read(file.sections.get("reviews"))
        mine = PanelNotebook(self.notebook.path, file, reviews, tuple(others))
        return mine if file.annotations or reviews else None

    def _whole_panel(self, mine: PanelNotebook | None) -> Panel:
        own = (mine,) if mine else ()
        return panel_of(replace(self._theirs, notebooks=_by_author((*self._theirs.notebooks, *own))))

    @property
    def is_matched(self) -> bool:
        """Whether it is known which annotations stand on one place."""
        return self._groups is not None

    def marks(self) -> list[Mark]:
        """Return the marks that are to be matched."""
        return [one.mark for one in self.panel.annotations]

    def take_groups(self, marks: Sequence[Mark], groups: Groups) -> None:
        """Note which annotations stand on one place, unless their marks have changed meanwhile.

        Args:
            marks: The marks that were matched.
            groups: What ``group_marks`` has found.
        """
        if self._groups is None and marks == self.marks():
            self._groups = groups
            self._group_of = {
                (marks[number].annotator, marks[number].id): group for group in groups for number in group
            }

    def matched(self) -> Groups:
        """Return which annotations stand on one place, by number; matched anew where marks have changed."""
        if self._groups is None:
            marks = self.marks()
            self.take_groups(marks, group_marks(marks))
        return self._groups or []

    def same_place(self, one: PanelAnnotation) -> list[PanelAnnotation]:
        """Return what others made of the place of an annotation; matched anew where marks have changed."""
        self.matched()
        group = (
            self.panel.annotations[at] for at in self._group_of.get((one.mark.annotator, one.mark.id), ())
        )
        return [other for other in group if other.mark != one.mark]

    def awaits(self, one: PanelAnnotation) -> bool:
        """Tell whether a colleague's annotation lacks a verdict of the reviewer on its present state."""
        judged = self.reviewer in one.verdicts and self.reviewer not in one.outdated
        return one.author.id != self.reviewer and not judged

    def next_awaiting(self, shown: Sequence[PanelAnnotation], start: int, step: int) -> int | None:
        """Return the number of the next annotation without a verdict of mine, round the end.

        Args:
            shown: The annotations, as they are listed.
            start: The number of the first that is looked at.
            step: 1 to look forwards, -1 to look backwards.

        Returns:
            Its number; None where all have one.
        """
        numbers = ((start + step * at) % len(shown) for at in range(len(shown)))
        return next((number for number in numbers if self.awaits(shown[number])), None)

    def last_said_to(self, one: PanelAnnotation) -> str:
        """Return the id of what somebody else said last about an annotation; empty where nobody did."""
        said = [signed.review for signed in one.reviews if signed.author.id != self.reviewer]
        last = max(said, key=lambda review: (review.created, review.id), default=None)
        return "" if last is None else last.id

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
        return [one for group in self.panel.identical(self.matched()) for one in group if self.awaits(one)]


def _by_author(notebooks: Iterable[PanelNotebook]) -> tuple[PanelNotebook, ...]:
    return tuple(sorted(notebooks, key=lambda one: one.author.id))


def _entries(reviews: Iterable[Review]) -> tuple[ReviewEntry, ...]:
    entries, _ = read_review_entries(reviews_value(reviews))
    return entries

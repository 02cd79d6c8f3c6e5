"""Whose notes they are: asked once, before the first notebook of somebody is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.annotation.identity import slug
from compare_tui.annotation.model import Annotation, Author, NotebookError
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.keeping import Keeping

if TYPE_CHECKING:
    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article


class AuthorQuestion(NamedTuple):
    """What is needed to ask who annotates.

    Attributes:
        user_file: The file of settings that keeps the answer.
        open_as: Opens the notebook of an author on two articles.
    """

    user_file: Path
    open_as: Callable[[Author, Article, Article], Notebook]


class Signing(Keeping):
    """The part of reading that asks who annotates."""

    author_question: AuthorQuestion | None = None

    def once_signed(self, made: Annotation, then: Callable[[Annotation], None]) -> None:
        """Ask who annotates, where that is to be asked, before the first annotation is saved.

        Args:
            made: The annotation; it goes into the notebook of whoever is named.
            then: Goes on with it, as it stands there.
        """
        question, self.author_question = self.author_question, None
        if question is None or not self.notebook.is_new:
            then(made)
            return

        def answered(name: str | None) -> None:
            then(self._signed(made, name, question) if name is not None else made)

        self.ask_author(self.notebook.author.name, answered)

    def _signed(self, made: Annotation, name: str, question: AuthorQuestion) -> Annotation:
        """Go on as somebody; return the annotation as it stands in that person's notebook."""
        from compare_tui.settings.author_file import remember_author

        try:
            remember_author(question.user_file, name)
        except NotebookError as error:
            self.warn(f"Your name is not kept: {safe(str(error))}.")
        author = Author(slug(name), name)
        if author == self.notebook.author:
            return made
        old = self.notebook
        try:
            opened = question.open_as(author, self.a, self.b)
        except NotebookError as error:
            self.warn(safe(str(error)))
            return made
        if opened.read_only is not None:
            self.warn(safe(opened.read_only))
            return made
        self.use_notebook(opened)
        for one in old.annotations:
            added = opened.add(
                tag=one.tag,
                relation=one.relation,
                severity=one.severity,
                a=one.a,
                b=one.b,
                note=one.note,
                confidence=one.confidence,
            )
            made = added if one.id == made.id else made
        for link in old.corrections:
            opened.correct(link.kind, link.a, link.b, "link" if link.kind == "link" else "take a link away")
        old.close_journal(forget=True)
        return made

"""The part of a notebook that loses nothing: the journal, recovery, and what others write meanwhile."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.annotation.corrections import LinkCorrection, read_corrections, with_links
from compare_tui.annotation.history import Act, Item
from compare_tui.annotation.model import Annotation, NotebookError
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.annotation.notebook_revealing import NotebookRevealing
from compare_tui.annotation.notebook_saving import NotebookSaving
from compare_tui.annotation.revealed import read_revealed
from compare_tui.annotation.review_entries import ReviewEntry, read_review_entries, with_review_entries
from compare_tui.article.clean import clean

if TYPE_CHECKING:
    from compare_tui.annotation.journal import Instance, Journal, Leftover
    from compare_tui.annotation.three_way import Merged


class ForeignChange(NamedTuple):
    """What somebody else has written into a notebook's file, and what becomes of it.

    Attributes:
        merged: Both together.
        theirs: What stands in the file now.
        digest: SHA-256 of its bytes, hexadecimal.
    """

    merged: Merged
    theirs: NotebookFile
    digest: str


class NotebookKeeping(NotebookSaving, NotebookRevealing):
    """How acts survive a crash and meet those of others."""

    journal: Journal | None
    journal_problem: str
    _base: NotebookFile
    _by_id: dict[str, Annotation]
    _corrections: dict[str, LinkCorrection]

    @abstractmethod
    def _do(self, description: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
        """Make an act of the notebook."""

    def keep_journal(self, folder: Path) -> None:
        """Write every act down from now on, and look for what programs that died left of this notebook.

        A folder that cannot be written is told by ``journal_problem``; the notebook works without.

        Args:
            folder: Where journals are kept.
        """
        from compare_tui.annotation.journal import Journal

        try:
            self.journal, self.journal_problem = Journal.open(self.path, folder), ""
        except OSError as error:
            self._give_up_journal(error)
            return
        left = self.journal.leftovers
        for one in left:
            if one.revealed:
                self._take_revealed(one.revealed, is_asked_for=one.is_asked_for)
        self._note_revealed()
        for one in left:
            # What was seen is no act to ask about, and stands in the journal of this program by now.
            if not one.acts and self.journal is not None:
                self.journal.forget(one)

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        """What programs that died have left behind and is not in this notebook."""
        return self.journal.leftovers if self.journal is not None else ()

    @property
    def other_instances(self) -> tuple[Instance, ...]:
        """Programs that had this notebook open when the journal was begun."""
        return self.journal.others if self.journal is not None else ()

    def save_as(self, path: Path) -> None:
        """Write what is in memory to another, new file, and go on with that one and a journal for it.

        Raises:
            NotebookError: The file exists or cannot be written, or the notebook is read-only.
        """
        super().save_as(path)
        if self.journal is not None:
            folder = self.journal.path.parent
            self.close_journal()
            self.keep_journal(folder)

    def close_journal(self, *, forget: bool = False) -> None:
        """End the journal; what is not saved stays in it for the next program.

        Args:
            forget: Whether what is not saved is given up.
        """
        if self.journal is not None:
            self.journal.close(forget=forget or not self.dirty)
            self.journal = None

    def recover(self, leftover: Leftover) -> list[str]:
        """Do the acts of a program that died again, as one act that can be undone.

        Where somebody has changed the same field since, both values are kept and flagged.

        Args:
            leftover: One of ``leftovers``.

        Returns:
            What was done again, then what is to be looked at, a line each.

        Raises:
            NotebookError: The notebook is read-only.
        """
        from compare_tui.annotation.three_way import merge_notebooks

        self._refuse_if_read_only()
        first: dict[str, Item | None] = {}
        last: dict[str, Item | None] = {}
        for act in leftover.acts:
            before = {item.id: item for item in act.before}
            after = {item.id: item for item in act.after}
            for id_ in before | after:
                first.setdefault(id_, before.get(id_))
                last[id_] = after.get(id_)
        theirs = self._to_save(self.path)
        merged = merge_notebooks(_with_items(theirs, first), _with_items(theirs, last), theirs)
        self._take(merged, f"recover what was not saved at {leftover.since}")
        if self.journal is not None:
            self.journal.forget(leftover)
        return [act.description for act in leftover.acts] + [one.text for one in merged.conflicts]

    @property
    def is_changed_on_disk(self) -> bool:
        """Whether the file holds what this notebook neither read nor wrote."""
        if self.read_only is not None:
            return False
        from compare_tui.annotation.snapshots import digest_of
        from compare_tui.annotation.yaml_read import read_file

        try:
            return digest_of(read_file(self.path)) != self._digest
        except NotebookError:
            return False

    def foreign_change(self) -> ForeignChange:
        """Return what somebody else has written into the file, merged with what is here; nothing is changed.

        Raises:
            NotebookError: The file cannot be read.
        """
        from compare_tui.annotation.notebook_reading import read_notebook
        from compare_tui.annotation.snapshots import digest_of
        from compare_tui.annotation.three_way import merge_notebooks
        from compare_tui.annotation.yaml_read import read_file

        data = read_file(self.path)
        theirs = read_notebook(data, str(self.path))
        if theirs.newer is not None or theirs.author.id != self._file.author.id:
            name = clean(str(self.path), lines=False)
            raise NotebookError(f"{name}: {theirs.newer or f'now the notebook of {theirs.author.name}'}")
        base = self._base if self._digest is not None else None
        merged = merge_notebooks(base, self._to_save(self.path), theirs)
        return ForeignChange(merged, theirs, digest_of(data))

    def take_foreign(self, change: ForeignChange) -> None:
        """Go on with what is here and in the file together; saving writes it.

        Args:
            change: What ``foreign_change`` returned.
        """
        from compare_tui.annotation.notebook_writing import write_notebook

        self._file, self._base = change.merged.file, change.theirs
        self._digest, self._is_ours = change.digest, False
        self._take(change.merged, "merge with what was changed in the file")
        self._revealed |= read_revealed(change.merged.file.extra)
        _, self._other_links = read_corrections(change.merged.file.sections.get("links"))
        _, self._other_reviews = read_review_entries(change.merged.file.sections.get("reviews"))
        if write_notebook(self._to_save(self.path)) == write_notebook(change.theirs):
            self._saved = self._state()
            self._try_journal(lambda journal: journal.saved(journal.written))

    def _take(self, merged: Merged, what: str) -> None:
        """Hold what was merged, in one act."""
        corrections, _ = read_corrections(merged.file.sections.get("links"))
        wanted: dict[str, Item] = {one.id: one for one in merged.file.annotations}
        reviews, _ = read_review_entries(merged.file.sections.get("reviews"))
        wanted |= {one.id: one for one in corrections}
        wanted |= {one.id: one for one in reviews}
        present: dict[str, Item] = {**self._by_id, **self._corrections, **self._reviews}
        before = tuple(item for id_, item in present.items() if wanted.get(id_) != item)
        after = tuple(item for id_, item in wanted.items() if present.get(id_) != item)
        if before or after:
            self._do(what, before, after)

    def _note_revealed(self) -> None:
        if self._is_recorded:
            known, is_asked_for = dict(self._revealed), self._is_asked_for
            self._try_journal(lambda journal: journal.note_revealed(known, is_asked_for=is_asked_for))

    def _note(self, act: Act) -> None:
        self._try_journal(lambda journal: journal.note(act))

    def _try_journal(self, act: Callable[[Journal], None]) -> None:
        if self.journal is None:
            return
        try:
            act(self.journal)
        except (OSError, ValueError) as error:
            self._give_up_journal(error)

    def _give_up_journal(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or str(error)
        self.journal_problem = f"no journal can be kept: {clean(str(reason), lines=False)}"
        if self.journal is not None:
            self.journal.close(forget=False)
        self.journal = None


def _with_items(file: NotebookFile, items: dict[str, Item | None]) -> NotebookFile:
    """Return a file in which some annotations, corrections and reviews are others, or missing."""
    links, others = read_corrections(file.sections.get("links"))
    annotations = {one.id: one for one in file.annotations}
    corrections = {one.id: one for one in links}
    entries, other_entries = read_review_entries(file.sections.get("reviews"))
    reviews = {one.id: one for one in entries}
    for id_, item in items.items():
        annotations.pop(id_, None)
        corrections.pop(id_, None)
        reviews.pop(id_, None)
        if isinstance(item, Annotation):
            annotations[id_] = item
        elif isinstance(item, ReviewEntry):
            reviews[id_] = item
        elif item is not None:
            corrections[id_] = item
    sections = with_links(file.sections, corrections.values(), others)
    sections = with_review_entries(sections, reviews.values(), other_entries)
    return replace(file, annotations=tuple(annotations.values()), sections=sections)

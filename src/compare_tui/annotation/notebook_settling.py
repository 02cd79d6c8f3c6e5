"""The part of a notebook that settles what a merge has left open."""

from __future__ import annotations

from abc import abstractmethod

from compare_tui.annotation.history import Item
from compare_tui.annotation.model import Annotation
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.annotation.settling import Choice, settled
from compare_tui.annotation.three_way_values import CONFLICT


class NotebookSettling:
    """How conflicts and disputes are settled."""

    _by_id: dict[str, Annotation]
    _file: NotebookFile

    @abstractmethod
    def _do(self, description: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
        """Make an act of the notebook."""

    @abstractmethod
    def _refuse_if_read_only(self) -> None:
        """Refuse to change a notebook that is read-only."""

    @property
    def conflicts_elsewhere(self) -> int:
        """How many entries of the file beside annotations a merge has left open: links, reviews, its head."""
        entries = [
            entry
            for section in self._file.sections.values()
            if isinstance(section, list)
            for entry in section
        ]
        return sum(isinstance(one, dict) and CONFLICT in one for one in (*entries, dict(self._file.extra)))

    def settle(self, id: str, choice: Choice) -> Annotation | None:  # noqa: A002
        """Settle what a merge has left open in an annotation, as one act.

        Args:
            id: Which annotation.
            choice: What to keep.

        Returns:
            The annotation as it is then; None where it is taken out, as the other state has done.

        Raises:
            KeyError: There is no such annotation.
            NotebookError: The notebook is read-only.
            ValueError: Nothing is left open, or what the other state says is no value of its field.
        """
        before = self._by_id[id]
        self._refuse_if_read_only()
        after = settled(before, choice)
        kept = "as it is" if choice == "ours" else "as proposed"
        self._do(f"settle {before.tag} {kept}", (before,), () if after is None else (after,))
        return after

"""The part of a notebook that takes annotations over from one of earlier versions of its articles."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.annotation.anchor import locate
from compare_tui.annotation.corrections import LinkCorrection, read_corrections
from compare_tui.annotation.history import Item
from compare_tui.annotation.identity import slug
from compare_tui.annotation.model import Annotation, Author, NotebookError
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.article.model import Article
from compare_tui.article.wording import counted

if TYPE_CHECKING:
    from compare_tui.annotation.notebook import Notebook

MOSTLY = 0.5
"""Share of the quotes of a notebook that must stand in a pair of articles, word for word."""

MOST_FILES = 200
LARGEST = 8_000_000
"""Bytes of a notebook that is looked into: about 15,000 annotations."""


class EarlierNotebook(NamedTuple):
    """A notebook of the same person whose quotes mostly stand in another pair of articles.

    Attributes:
        path: Its file.
        file: What it holds.
        quotes: How many quotes its annotations have.
        found: How many of them stand in the pair, word for word.
    """

    path: Path
    file: NotebookFile
    quotes: int
    found: int


class NotebookCarrying:
    """How annotations get from the notebook of one version of an article into that of another."""

    _by_id: dict[str, Annotation]
    _corrections: dict[str, LinkCorrection]

    @abstractmethod
    def _do(self, description: str, before: tuple[Item, ...], after: tuple[Item, ...]) -> None:
        """Make an act of the notebook."""

    @abstractmethod
    def _refuse_if_read_only(self) -> None:
        """Refuse to change a notebook that is read-only."""

    def carry_over(self, file: NotebookFile) -> int:
        """Take annotations and corrections over from another notebook, in one act; that one stays as it is.

        They keep their ids, so that what is taken over already is not taken twice.

        Args:
            file: What the other notebook holds.

        Returns:
            How many annotations were taken over.

        Raises:
            NotebookError: The notebook is read-only.
        """
        self._refuse_if_read_only()
        links, _ = read_corrections(file.sections.get("links"))
        annotations = [one for one in file.annotations if one.id not in self._by_id]
        corrections = [one for one in links if one.id not in self._corrections]
        if annotations or corrections:
            what = f"carry {counted(len(annotations), 'annotation')} over from an earlier version"
            self._do(what, (), (*annotations, *corrections))
        return len(annotations)


def earlier_notebooks(a: Article, b: Article, author: Author, notebook: Path) -> list[EarlierNotebook]:
    """Return the notebooks of a person, beside the one of a pair, that were made with earlier versions of it.

    Those that cannot be read are passed over. Nothing is written.

    Args:
        a: The first article.
        b: The second article.
        author: Whose notebooks.
        notebook: The notebook of the pair; it is left out.

    Returns:
        The notebooks most of whose quotes stand in these articles, the one with the most first.
    """
    found = [
        one
        for path in _others(notebook, author)
        if (one := _looked_into(path, a, b, author)) is not None and one.found >= MOSTLY * one.quotes
    ]
    return sorted(found, key=lambda one: (-one.found, one.path.name))


def left_beside(a: Article, b: Article, mine: Notebook) -> EarlierNotebook | None:
    """Return the notebook that was begun beside one while that could not be read, where it holds other notes.

    Args:
        a: The first article.
        b: The second article.
        mine: The notebook of the pair, as it can be read again.
    """
    from compare_tui.annotation.location import numbered

    beside = _looked_into(numbered(mine.path, 2), a, b, mine.author)
    if beside is None or any(
        record.text_sha256 != article.text_sha256
        for record, article in ((beside.file.a, a), (beside.file.b, b))
    ):
        return None
    is_known = all(mine.find(one.id) is not None for one in beside.file.annotations)
    return None if is_known else beside


def _others(notebook: Path, author: Author) -> Iterator[Path]:
    try:
        paths = sorted(notebook.parent.glob(f"*.{slug(author.id)}.notes.yaml"))
    except OSError:
        return
    for path in paths[:MOST_FILES]:
        try:
            is_small = path.stat().st_size <= LARGEST
        except OSError:
            continue
        if is_small and path.name != notebook.name:
            yield path


def _looked_into(path: Path, a: Article, b: Article, author: Author) -> EarlierNotebook | None:
    from compare_tui.annotation.notebook_reading import read_notebook
    from compare_tui.annotation.yaml_read import read_file

    try:
        file = read_notebook(read_file(path), str(path))
    except NotebookError:
        return None
    if file.author.id != author.id or file.newer is not None:
        return None
    ends = list(_ends(file.annotations, a, b))
    return EarlierNotebook(path, file, len(ends), sum(ends)) if ends else None


def _ends(annotations: Iterable[Annotation], a: Article, b: Article) -> Iterator[bool]:
    """Yield for each quote whether it stands in its article."""
    for one in annotations:
        for article, end in ((a, one.a), (b, one.b)):
            if end is not None:
                yield locate(article, end) is not None

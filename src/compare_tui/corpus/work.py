"""What a worker does: compare one pair, given as plain values, and return bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from compare_tui import __version__

if TYPE_CHECKING:
    from compare_tui.article import Article
    from compare_tui.comparison import Comparison
    from compare_tui.comparison.similarity import Similarity
    from compare_tui.review.panel import Panel
    from compare_tui.sources.reading import Loaded

Format = Literal["json", "csv"]
FORMATS: tuple[Format, ...] = ("json", "csv")

Ending = Literal["json", "csv", "annotations.csv"]
"""What the file of a pair is called after its name and a dot."""


def endings(formats: tuple[Format, ...], *, with_notes: bool) -> tuple[Ending, ...]:
    """Return which files a pair gets."""
    noted: tuple[Ending, ...] = ("annotations.csv",) if with_notes and "csv" in formats else ()
    return (*formats, *noted)


@dataclass(frozen=True, slots=True)
class Side:
    """An article on its way to a worker, which needs neither the source nor an extra.

    Attributes:
        label: What to call it.
        loaded: What its source holds; None for the null device, which holds nothing.
        date: The day it appeared, where that is told.
    """

    label: str
    loaded: Loaded | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Notes:
    """A notebook on its way to a worker.

    Attributes:
        path: Where it lies, links followed.
        data: What it holds.
    """

    path: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class Task:
    """A pair to compare.

    Attributes:
        name: What the pair is called.
        a: The first article.
        b: The second article.
        formats: What is wanted.
        notes: The notebook whose corrections and annotations count, if any.
        similarity: Name of a similarity function that workers can load, if any.
        version: Version of the program that asks.
    """

    name: str
    a: Side
    b: Side
    formats: tuple[Format, ...]
    notes: Notes | None = None
    similarity: str | None = None
    version: str = __version__


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a comparison has found.

    Attributes:
        links: Linked passages.
        differences: Differences, those of mere style not counted.
        major: Those of them that are major.
        only_a: Passages that only A has.
        only_b: Passages that only B has.
        annotations: Annotations in the notebook of the pair.
    """

    links: int
    differences: int
    major: int
    only_a: int
    only_b: int
    annotations: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a pair.

    Attributes:
        files: For each ending that was wanted its file; none where the pair failed.
        counts: What was found; None where the pair failed.
        reason: Why it failed, in one line; "" where it did not.
        notices: What must be said of it, a sentence each.
    """

    files: tuple[tuple[Ending, bytes], ...] = ()
    counts: Counts | None = None
    reason: str = ""
    notices: tuple[str, ...] = ()


def compare_task(task: Task) -> Outcome:
    """Compare a pair; what is wrong with it is told, not raised."""
    from compare_tui.annotation.model import NotebookError
    from compare_tui.article import ArticleError
    from compare_tui.comparison import compare
    from compare_tui.comparison.similarity import SimilarityError

    if task.version != __version__:
        return Outcome(reason=f"the worker runs compare-tui {__version__}, not {task.version}")
    try:
        a, b = _article(task.a), _article(task.b)
        panel = None if task.notes is None else _panel(task.notes, a, b)
        comparison = compare(a, b, similarity=_similarity(task.similarity))
    except (ArticleError, NotebookError, SimilarityError) as error:
        return Outcome(reason=str(error))
    if panel is not None:
        from compare_tui.report.document import corrections_of, with_corrections

        comparison = with_corrections(comparison, corrections_of(panel))
    return _outcome(task, comparison, panel)


def _outcome(task: Task, comparison: Comparison, panel: Panel | None) -> Outcome:
    from compare_tui.report.annotations_csv import annotations_csv
    from compare_tui.report.comparison_json import json_pieces
    from compare_tui.report.differences_csv import differences_csv
    from compare_tui.report.json_report import annotations_data

    annotations = () if panel is None else panel.annotations
    noted = None if panel is None else annotations_data(annotations)
    makers: dict[Ending, Callable[[], str]] = {
        "json": lambda: "".join(json_pieces(comparison, noted)),
        "csv": lambda: differences_csv(task.name, comparison),
        "annotations.csv": lambda: annotations_csv(task.name, annotations),
    }
    grave = [found.severity for found in comparison.differences if found.severity != "style"]
    return Outcome(
        # What cannot be written as UTF-8 is half a character, which no reader of the file would take.
        files=tuple(
            (one, makers[one]().encode("utf-8", "replace"))
            for one in endings(task.formats, with_notes=task.notes is not None)
        ),
        counts=Counts(
            links=len(comparison.links),
            differences=len(grave),
            major=grave.count("major"),
            only_a=len(comparison.only_a),
            only_b=len(comparison.only_b),
            annotations=len(annotations),
        ),
        notices=() if panel is None else panel.notices,
    )


def _article(side: Side) -> Article:
    if side.loaded is None:
        from compare_tui.article.nothing import no_article

        return no_article(side.label)
    from compare_tui.sources.reading import build

    return build(side.loaded, side.date)


def _panel(notes: Notes, a: Article, b: Article) -> Panel:
    """Return the panel of one notebook.

    Raises:
        NotebookError: It cannot be read, or is of another pair.
    """
    from compare_tui.annotation.model import NotebookError
    from compare_tui.review.opening import open_notebooks
    from compare_tui.review.panel import panel_of

    opened = open_notebooks([notes.path], (a, b), adjudicated=True, read=lambda path: notes.data)
    if opened.left_out:
        raise NotebookError(opened.left_out[0].reason)
    return panel_of(opened)


@cache
def _similarity(name: str | None) -> Similarity | None:
    """Return a similarity function, which a process loads once."""
    if name is None:
        return None
    from compare_tui.comparison.similarity import load_similarity

    return load_similarity(name)

"""How long the notebooks of several people take to open and to compare."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.tables import Table
from compare_tui.annotation import Annotation, Author, Notebook, NotebookFile, make_anchor, write_notebook
from compare_tui.annotation.notebook_file import describe_article
from compare_tui.annotation.three_way import merge_notebooks
from compare_tui.article import Article, read_article
from compare_tui.review.adjudication import adjudicate
from compare_tui.review.agreement import measure_agreement
from compare_tui.review.panel import Panel, open_panel
from compare_tui.review.reviewing import Reviewing

PEOPLE = ("ann", "bo", "cleo", "dan", "eve")
SIZES = ((300_000, "spread over"), (20_000, "crowded into"))
"""Characters of each article, and how 2,000 annotations lie in them."""

ANNOTATIONS = 2_000
REVIEWED, FEW, VERDICTS = 20, 500, 20
"""People whose notebooks are reviewed, the annotations of each, and the verdicts that are timed."""

_WORDS = ("police", "the coach", "near", "killed", "twelve", "people", "on", "Sunday", "said", "canton")
_TAGS = ("number", "time", "who", "place", "quote", "attribution")
_Result = TypeVar("_Result")
_TIME = "2026-11-22T10:15:02Z"


def print_tables() -> list[Table]:
    """Print what each step takes for five people with 2,000 annotations each, and reviewing twenty people."""
    table = Table("agreement", [("step", 32), ("annotations", 30), ("CPU s", -8)])
    for size, how in SIZES:
        about = f"5 × {ANNOTATIONS:,} {how} {size:,}"
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            files = _write(folder, size)
            panel, seconds = _timed(partial(open_panel, [folder]))
            table.add("open notebooks and articles", about, f"{seconds:.2f}")
            _add_steps(table, panel, files, about)
    for size, how in (*SIZES, (500, "on one spot of")):
        _add_review(table, size, how)
    return [table]


def _add_review(table: Table, size: int, how: str) -> None:
    """Add what a reviewer of many notebooks waits for: the opening, and each verdict."""
    people = tuple(f"p{number:02}" for number in range(REVIEWED))
    about = f"{REVIEWED} × {FEW} {how} {size:,}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, size, people, FEW)
        a, b = (read_article(folder / file) for file in ("a.txt", "b.txt"))
        own = Notebook.open(folder / "a--b.me.notes.yaml", a, b, Author("me", "me"))
        review, seconds = _timed(lambda: Reviewing(own, [folder], (a, b)))
        table.add("open a review", about, f"{seconds:.2f}")
        _, seconds = _timed(lambda: review.same_place(review.panel.annotations[0]))
        table.add("match all of one place", about, f"{seconds:.2f}")
        review.judge(review.panel.annotations[: len(people) * FEW // 3], "accept")
        some = review.panel.annotations[-VERDICTS:]
        begun = time.process_time()
        for one in some:
            review.judge([one], "reject")
        table.add("a verdict", about, f"{(time.process_time() - begun) / VERDICTS:.3f}")


def _add_steps(table: Table, panel: Panel, files: list[NotebookFile], about: str) -> None:
    marks = [one.mark for one in panel.annotations]
    _, seconds = _timed(lambda: measure_agreement(panel.annotators, marks))
    table.add("match and measure", about, f"{seconds:.2f}")
    _, seconds = _timed(lambda: adjudicate(panel, "majority"))
    table.add("merge into one by majority", about, f"{seconds:.2f}")
    base = files[0]
    ours = replace(base, annotations=base.annotations[ANNOTATIONS // 10 :])
    theirs = replace(base, annotations=base.annotations[: -ANNOTATIONS // 10])
    _, seconds = _timed(lambda: merge_notebooks(base, ours, theirs))
    table.add("three-way merge of one", f"{ANNOTATIONS:,}", f"{seconds:.2f}")


def _timed(act: Callable[[], _Result]) -> tuple[_Result, float]:
    begun = time.process_time()
    return act(), time.process_time() - begun


def _write(
    folder: Path, size: int, people: Sequence[str] = PEOPLE, number_each: int = ANNOTATIONS
) -> list[NotebookFile]:
    """Write two articles and notebooks whose annotations are near each other."""
    drawing = random.Random(size)
    articles: list[Article] = []
    for name in ("a.txt", "b.txt"):
        words: list[str] = []
        length = 0
        while length < size:
            word = drawing.choice(_WORDS)
            words.append(word + (".\n\n" if length % 97 == 0 else ""))
            length += len(word) + 1
        (folder / name).write_text(" ".join(words), encoding="utf-8")
        articles.append(read_article(folder / name))
    places = [[drawing.randrange(size - 400) for _ in articles] for _ in range(number_each)]
    files = []
    for person in people:
        path = folder / f"a--b.{person}.notes.yaml"
        annotations = tuple(
            _annotation(drawing, f"a-{person}{number:05}", articles, starts)
            for number, starts in enumerate(places)
        )
        a, b = (describe_article(article, path) for article in articles)
        file = NotebookFile(f"f-{person}", Author(person, person), a, b, "news/1", annotations)
        path.write_bytes(write_notebook(file))
        files.append(file)
    return files


def _annotation(drawing: random.Random, id_: str, articles: list[Article], starts: list[int]) -> Annotation:
    a, b = (
        make_anchor(article, start + drawing.randrange(6), start + drawing.randrange(20, 60))
        for article, start in zip(articles, starts, strict=True)
    )
    return Annotation(
        id=id_,
        tag=drawing.choice(_TAGS),
        relation="conflict",
        severity="major",
        confidence="high",
        status="open",
        a=a,
        b=b if drawing.random() < 0.7 else None,
        note="",
        created=_TIME,
        modified=_TIME,
    )

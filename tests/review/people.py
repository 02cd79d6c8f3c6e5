"""Notebooks of several people on one pair of articles, made for tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from compare_tui.annotation import (
    Author,
    Notebook,
    NotebookFile,
    make_anchor,
    read_notebook,
    write_notebook,
)
from compare_tui.annotation.notebook_file import describe_article
from compare_tui.article import Article, read_article
from compare_tui.review.verdicts import Decision, Review, read_reviews, revision, with_reviews

A = "Twelve dead as coach overturns\n\nPolice said that at least 12 people died near Basel on Sunday.\n"
B = "Coach crash kills nine\n\nNine people died on Monday, the canton said. The driver was hurt.\n"

Made = tuple[str, str | None, str | None]
"""A tag, words of A and words of B."""


def write_articles(folder: Path) -> tuple[Article, Article]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("wire.txt", A), ("paper.txt", B)):
        (folder / name).write_text(text, encoding="utf-8")
    return read_articles(folder)


def read_articles(folder: Path) -> tuple[Article, Article]:
    return read_article(folder / "wire.txt"), read_article(folder / "paper.txt")


def annotate(folder: Path, who: str, *made: Made, name: str | None = None) -> Path:
    """Make a person's notebook with annotations on the first place of the words; return its path."""
    a, b = read_articles(folder)
    path = folder / f"{name or f'wire--paper.{who}'}.notes.yaml"
    notebook = Notebook.open(path, a, b, Author(who, who.title()))
    for tag, words_a, words_b in made:
        ends = [
            None if words is None else make_anchor(article, at := article.text.index(words), at + len(words))
            for article, words in ((a, words_a), (b, words_b))
        ]
        notebook.add(
            tag=tag, relation="conflict" if all(ends) else "one-sided", severity="major", a=ends[0], b=ends[1]
        )
    if not made:
        record = (describe_article(a, path), describe_article(b, path))
        path.write_bytes(
            write_notebook(NotebookFile(f"f-{who}", notebook.author, *record, "news-discrepancies/1"))
        )
    else:
        notebook.save()
    return path


def load(path: Path) -> NotebookFile:
    return read_notebook(path.read_bytes(), str(path))


def store(path: Path, file: NotebookFile) -> None:
    path.write_bytes(write_notebook(file))


def edit(path: Path, tag: str, /, **changes: object) -> None:
    """Change the annotations with a tag."""
    file = load(path)
    changed = [
        replace(one, **changes) if one.tag == tag else one  # type: ignore[arg-type]
        for one in file.annotations
    ]
    store(path, replace(file, annotations=tuple(changed)))


def judge(mine: Path, theirs: Path, tag: str, decision: Decision | None, **changes: object) -> Review:
    """Put a review of a colleague's annotation into one's own notebook."""
    file = load(mine)
    reviews, _ = read_reviews(file.sections.get("reviews"))
    about = next(one for one in load(theirs).annotations if one.tag == tag)
    number = len(reviews)
    made = Review(
        id=f"r-{file.author.id}{number}",
        of=about.id,
        of_rev=revision(about),
        decision=decision,
        reply_to=None,
        comment="",
        created=f"2026-11-22T11:00:{number:02}Z",
    )
    made = replace(made, **changes)  # type: ignore[arg-type]
    store(mine, with_reviews(file, [*reviews, made]))
    return made

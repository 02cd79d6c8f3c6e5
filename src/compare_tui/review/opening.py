"""Opening the notebooks of several people: which are of one pair, and what is wrong with the others."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from compare_tui.annotation.model import Anchor, Author, NotebookError, Value
from compare_tui.annotation.notebook_file import ArticleRecord, NotebookFile
from compare_tui.annotation.notebook_reading import read_notebook
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article.clean import clean
from compare_tui.article.model import Article, ArticleError
from compare_tui.review.verdicts import Review, read_reviews
from compare_tui.sources import read_stored

NOTEBOOK_ENDING = ".notes.yaml"
ADJUDICATED = "adjudicated"
"""The key of a notebook's file that says that it was merged out of others."""

SIDES = ("a", "b")

MOST_NAMED = 5
"""Notebooks of other articles that are named; more are counted."""

SHORTEST_QUOTE = 24
"""Characters, the words before or behind it included, from which a quote tells one article from another."""


@dataclass(frozen=True, slots=True)
class PanelNotebook:
    """A person's notebook in a panel.

    Attributes:
        path: Its file, which is never written.
        file: What it holds.
        reviews: What its author says about colleagues' annotations.
        others: Entries of ``reviews`` that this version does not understand.
        changed: The articles, "a" and "b", whose present text is not the one that it was made with.
    """

    path: Path
    file: NotebookFile
    reviews: tuple[Review, ...]
    others: tuple[Value, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def author(self) -> Author:
        """Whose notebook it is."""
        return self.file.author

    @property
    def adjudicated(self) -> bool:
        """Whether it was merged out of others."""
        return ADJUDICATED in self.file.extra


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A notebook that is not in a panel.

    Attributes:
        path: Its file.
        reason: Why not, as one sentence that names the file; where it cannot be read, with line and column.
        adjudicated: Whether it was merged out of others, which is no fault.
        of_other_pair: Whether it is of other articles, which is no fault in a folder of many pairs.
    """

    path: Path
    reason: str
    adjudicated: bool = False
    of_other_pair: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """Notebooks of one pair, and what else was found.

    Attributes:
        notebooks: One of each person, in the order of their ids.
        left_out: The others.
        articles: The articles A and B; None for one that is missing.
        notices: What is to be known about articles and tag sets, a sentence each.
    """

    notebooks: tuple[PanelNotebook, ...]
    left_out: tuple[LeftOut, ...]
    articles: tuple[Article | None, Article | None]
    notices: tuple[str, ...]


class NotebookReader:
    """Reads notebooks again and again: a file that holds what it held gives the same notebook."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, PanelNotebook]] = {}

    def read(self, path: Path, data: bytes) -> PanelNotebook:
        """Return the notebook in a file.

        Args:
            path: The file.
            data: What it holds.

        Raises:
            NotebookError: It is no notebook.
        """
        digest = hashlib.sha256(data).digest()
        known, notebook = self._known.get(str(path), (b"", None))
        if notebook is None or known != digest:
            file = read_notebook(data, str(path))
            reviews, others = read_reviews(file.sections.get("reviews"))
            notebook = PanelNotebook(path, file, reviews, tuple(others))
            self._known[str(path)] = digest, notebook
        return notebook


def open_notebooks(
    paths: Iterable[Path],
    articles: tuple[Article, Article] | None = None,
    *,
    adjudicated: bool = False,
    read: Callable[[Path], bytes] = read_file,
    reader: NotebookReader | None = None,
) -> Opened:
    """Open notebooks and part those of one pair from the others.

    The pair is that of the given articles, else the one of which there are most notebooks, the first of
    several. A notebook is of the pair if for each article the digest of its text or its path is
    the same. For given articles it is of the pair, too, if an article of the same title or file name holds at
    least half of its quotes, beside the same words: such an article has both moved and changed.

    Args:
        paths: Files, and folders of which all files ``*.notes.yaml`` are opened.
        articles: The articles, if they are open already; otherwise they are looked for where notebooks say.
        adjudicated: Whether notebooks that were merged out of others belong to the panel, too.
        read: Gives what a file holds, or raises ``NotebookError``.
        reader: Knows what was read before; None knows nothing.
    """
    found, left_out = _read_all(paths, read, reader or NotebookReader(), adjudicated=adjudicated)
    found, others = _of_one_pair(found, articles)
    left_out += others
    found, others = _one_a_person(found)
    left_out += others
    present, notices = (articles, []) if articles else _find_articles(found)
    members: list[PanelNotebook] = []
    for notebook in found:
        changed = _changed(notebook, found, present)
        lost = [side for side in changed if present[SIDES.index(side)] is None]
        if lost:
            reason = f"made with another text of article {lost[0].upper()}, which is missing"
            left_out.append(_left_out(notebook.path, reason))
            continue
        members.append(
            PanelNotebook(notebook.path, notebook.file, notebook.reviews, notebook.others, changed)
        )
    members.sort(key=lambda one: one.author.id)
    for member in members:
        if member.changed:
            of = " and ".join(side.upper() for side in member.changed)
            reason = f"made with another text of article {of}: annotations are found by their words"
            notices.append(f"{shown(member.path)}: {reason}")
    tag_sets = dict.fromkeys(member.file.tags_name for member in members)
    if len(tag_sets) > 1:
        notices.append(f"the notebooks use several tag sets: {', '.join(tag_sets)}")
    return Opened(tuple(members), tuple(left_out), present, tuple(notices))


def told(left_out: Iterable[LeftOut]) -> tuple[str, ...]:
    """Return why notebooks are left out, a line each; where many are of other articles, their number."""
    all_ = tuple(left_out)
    others = [one for one in all_ if one.of_other_pair]
    if len(others) <= MOST_NAMED:
        return tuple(one.reason for one in all_)
    rest = [one.reason for one in all_ if not one.of_other_pair]
    return (*rest, f"{len(others)} notebooks are of other articles")


def article_path(notebook: PanelNotebook, side: str) -> Path | None:
    """Return where a notebook says that an article lies; None where it was no file."""
    path = _record(notebook, side).path
    return None if path is None or "\0" in path else notebook.path.parent / path


def shown(path: Path) -> str:
    """Return a path for a message."""
    return clean(str(path), lines=False)


def _read_all(
    paths: Iterable[Path], read_one: Callable[[Path], bytes], reader: NotebookReader, *, adjudicated: bool
) -> tuple[list[PanelNotebook], list[LeftOut]]:
    read: list[PanelNotebook] = []
    left_out: list[LeftOut] = []
    seen: set[str] = set()
    for path in _files(paths, left_out):
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        try:
            notebook = reader.read(path, read_one(path))
        except NotebookError as error:
            left_out.append(LeftOut(path, str(error)))
            continue
        if notebook.adjudicated and not adjudicated:
            left_out.append(LeftOut(path, f"{shown(path)}: merged out of others", adjudicated=True))
        else:
            read.append(notebook)
    return read, left_out


def _files(paths: Iterable[Path], left_out: list[LeftOut]) -> list[Path]:
    """Return the files to open, those in folders by name."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        try:
            found = sorted(one for one in path.iterdir() if one.name.endswith(NOTEBOOK_ENDING))
        except OSError as error:
            left_out.append(_left_out(path, error.strerror or "cannot be read"))
            continue
        if not found:
            left_out.append(_left_out(path, f"holds no notebook (*{NOTEBOOK_ENDING})"))
        files += found
    return files


def _of_one_pair(
    read: Sequence[PanelNotebook], articles: tuple[Article, Article] | None
) -> tuple[list[PanelNotebook], list[LeftOut]]:
    """Part the notebooks of one pair from those of others."""
    if articles:
        kept = [one for one in read if all(map(_is_of_article, (one, one), SIDES, articles))]
    else:
        texts = [_texts(one) for one in read]
        alike = [
            [other for other, its in zip(read, texts, strict=True) if _same_texts(own, its)] for own in texts
        ]
        kept = max(alike, key=len, default=[])
    left_out = []
    for notebook in read:
        if any(notebook is one for one in kept):
            continue
        digests = [notebook.file.b.text_sha256, notebook.file.a.text_sha256]
        wanted = [article.text_sha256 for article in articles] if articles else _digests(kept[0])
        if digests == wanted:
            reason = "made with these articles the other way round"
        else:
            titles = " and ".join(f'"{record.title}"' for record in (notebook.file.a, notebook.file.b))
            reason = f"of other articles: {titles}"
        left_out.append(replace(_left_out(notebook.path, reason), of_other_pair=digests != wanted))
    return kept, left_out


def _digests(notebook: PanelNotebook) -> list[str]:
    return [notebook.file.a.text_sha256, notebook.file.b.text_sha256]


def _texts(notebook: PanelNotebook) -> list[tuple[str, str | None]]:
    """Return for each article the digest of its text and its path."""
    return [(_record(notebook, side).text_sha256, _path(notebook, side)) for side in SIDES]


def _same_texts(one: Sequence[tuple[str, str | None]], other: Sequence[tuple[str, str | None]]) -> bool:
    """Tell whether two notebooks agree on the text or on the path of each article."""
    return all(
        digest == its_digest or (path is not None and path == its_path)
        for (digest, path), (its_digest, its_path) in zip(one, other, strict=True)
    )


def _is_of_article(notebook: PanelNotebook, side: str, article: Article) -> bool:
    path = None if article.path is None else os.path.realpath(article.path)
    if _record(notebook, side).text_sha256 == article.text_sha256:
        return True
    return (path is not None and path == _path(notebook, side)) or _quotes(notebook, side, article)


def _quotes(notebook: PanelNotebook, side: str, article: Article) -> bool:
    """Tell whether an article of the same title or file name holds most quotes, beside the same words."""
    record = _record(notebook, side)
    own, name = _path(notebook, side), article.path.name if article.path is not None else None
    if article.title != record.title and (own is None or os.path.basename(own) != name):
        return False
    ends: list[Anchor | None] = [getattr(one, side) for one in notebook.file.annotations]
    quotes = [(end.prefix + end.exact, end.exact + end.suffix) for end in ends if end is not None]
    telling = [words for words in quotes if max(map(len, words)) >= SHORTEST_QUOTE]
    found = sum(any(len(one) >= SHORTEST_QUOTE and one in article.text for one in words) for words in telling)
    return bool(telling) and 2 * found >= len(telling)


def _record(notebook: PanelNotebook, side: str) -> ArticleRecord:
    return notebook.file.a if side == "a" else notebook.file.b


def _path(notebook: PanelNotebook, side: str) -> str | None:
    """Return where a notebook says that an article lies, links followed; None where it was no file."""
    place = article_path(notebook, side)
    return None if place is None else os.path.realpath(place)


def _one_a_person(read: Sequence[PanelNotebook]) -> tuple[list[PanelNotebook], list[LeftOut]]:
    """Keep the notebook of each person that was changed last."""
    best: dict[str, PanelNotebook] = {}
    left_out = []
    for notebook in sorted(read, key=lambda one: (_last_change(one), str(one.path))):
        older = best.get(notebook.author.id)
        if older is not None:
            what = "a copy of" if older.file.file_id == notebook.file.file_id else "by the author of"
            reason = f"{what} {shown(notebook.path)}, which was changed last and counts"
            left_out.append(_left_out(older.path, reason))
        best[notebook.author.id] = notebook
    return [one for one in read if any(one is kept for kept in best.values())], left_out


def _last_change(notebook: PanelNotebook) -> str:
    annotated = [one.modified for one in notebook.file.annotations]
    return max([*annotated, *(one.created for one in notebook.reviews)], default="")


def _find_articles(
    read: Sequence[PanelNotebook],
) -> tuple[tuple[Article | None, Article | None], list[str]]:
    notices: list[str] = []
    a, b = (_find_article(read, side, notices) for side in SIDES)
    return (a, b), notices


def _find_article(read: Sequence[PanelNotebook], side: str, notices: list[str]) -> Article | None:
    """Return an article from where the notebooks say, the text that most of them were made with first."""
    digests = Counter(_record(one, side).text_sha256 for one in read)
    places = {_path(one, side): article_path(one, side) for one in read}
    found: list[Article] = []
    reasons: list[str] = []
    for path in sorted(place for place in places.values() if place is not None):
        try:
            found.append(read_stored(path, label=path.name))
        except ArticleError as error:
            reasons.append(str(error))
    if not found:
        if read:
            reason = f" ({reasons[0]})" if reasons else ""
            notices.append(f"article {side.upper()} is missing{reason}; positions are taken as they stand")
        return None
    best = max(found, key=lambda article: digests[article.text_sha256])
    if not digests[best.text_sha256]:
        notices.append(f"article {side.upper()}, {best.source}, has changed since any notebook was saved")
    return best


def _changed(
    notebook: PanelNotebook, all_: Sequence[PanelNotebook], present: tuple[Article | None, Article | None]
) -> tuple[str, ...]:
    """Return the articles of which a notebook knows another text than the present one, or than most."""
    changed = []
    for side, article in zip(SIDES, present, strict=True):
        counts = Counter(sorted(_record(one, side).text_sha256 for one in all_))
        wanted = article.text_sha256 if article else counts.most_common(1)[0][0]
        if _record(notebook, side).text_sha256 != wanted:
            changed.append(side)
    return tuple(changed)


def _left_out(path: Path, reason: str) -> LeftOut:
    return LeftOut(path, f"{shown(path)}: {reason}")

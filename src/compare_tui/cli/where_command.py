"""``compare-tui where A B``: where the notebook of a pair is or would be, and whose."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article import clean
from compare_tui.cli.arguments import add_articles, parse, parser, read_articles
from compare_tui.cli.authors import find_author
from compare_tui.cli.configured import configured, tell_problems
from compare_tui.cli.open_command import add_notebook
from compare_tui.cli.tag_sets import find_tags

if TYPE_CHECKING:
    from compare_tui.annotation import Notebook


@dataclass(frozen=True, slots=True)
class OtherNotebook:
    """A colleague's notebook of the same pair.

    Attributes:
        path: Its file.
        author: Whose it is.
        annotations: How many it holds.
    """

    path: str
    author: str
    annotations: int


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of the notebook of a pair.

    Attributes:
        notebook: Its file, with the folder.
        exists: Whether it is there.
        annotations: How many it holds; None where it cannot be read.
        changed: When its file was last changed, UTC; None without a file.
        problem: Why it cannot be read or changed; None where it can.
        new_notes: The notebook beside it where new notes go meanwhile; None where they go into it.
        author: Whose it is or would be.
        author_id: Likewise, as in the name of the file.
        author_from: What names the author.
        tags: Name of the tag set in use.
        tags_from: What names the tag set.
        tags_file: Its file; None for that of the program.
        others: Colleagues' notebooks beside it.
        copies: Where copies are kept of what could not be saved: beside the notebook, else here.
        journal: Where acts are kept that were not saved when the program died.
    """

    notebook: str
    exists: bool
    annotations: int | None
    changed: str | None
    problem: str | None
    new_notes: str | None
    author: str
    author_id: str
    author_from: str
    tags: str
    tags_from: str
    tags_file: str | None
    others: tuple[OtherNotebook, ...]
    copies: str
    journal: str


def run(words: Sequence[str]) -> int:
    """Print where the notebook is."""
    options = parser("where", "Tell where the notebook of two articles is or would be, and whose it is.")
    add_articles(options)
    add_notebook(options)
    options.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
    arguments = parse(options, words)
    loaded = configured(arguments)
    tell_problems(loaded)
    tags = find_tags(loaded, arguments.a)
    author = find_author(loaded.config.author, loaded.origins.get("author"))
    a, b = read_articles(arguments)

    from platformdirs import user_state_path

    from compare_tui.annotation import Notebook, NotebookError, notebook_path, open_pair_notebook
    from compare_tui.annotation.unreadable import open_anyhow
    from compare_tui.review.opening import open_notebooks

    found = author()
    path: Path = arguments.notes or notebook_path(a, b, found.author)
    notebook, problem = None, None
    try:
        if arguments.notes:
            notebook = Notebook.open(path, a, b, found.author, tags.tags)
        else:
            notebook = open_pair_notebook(a, b, found.author, tags.tags)
        path, problem = notebook.path, notebook.read_only
    except NotebookError as error:
        problem = str(error)
    beside_it = _new_notes(open_anyhow(arguments.notes, a, b, found.author, tags.tags), path)
    folder = path.absolute().parent
    beside = open_notebooks([folder], (a, b), adjudicated=True).notebooks if folder.is_dir() else ()
    own = os.path.realpath(path)
    state = user_state_path("compare-tui")
    known = Whereabouts(
        notebook=_shown(path.absolute()),
        exists=os.path.lexists(path),
        annotations=len(notebook.annotations) if notebook is not None else None,
        changed=_changed(path),
        problem=problem,
        new_notes=_shown(beside_it.absolute()) if beside_it is not None else None,
        author=found.author.name,
        author_id=found.author.id,
        author_from=found.origin,
        tags=tags.tags.name,
        tags_from=tags.origin,
        tags_file=_shown(tags.path.absolute()) if tags.path is not None else None,
        others=tuple(
            OtherNotebook(_shown(one.path), one.author.name, len(one.file.annotations))
            for one in beside
            if os.path.realpath(one.path) != own
        ),
        copies=_shown(state),
        journal=_shown(state / "journal"),
    )
    if arguments.format == "json":
        sys.stdout.write(json.dumps(asdict(known), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(known))
    return 0


def _lines(known: Whereabouts) -> Iterator[str]:
    yield f"notebook: {known.notebook}"
    yield f"exists: {'yes' if known.exists else 'no'}"
    if known.annotations is not None:
        yield f"annotations: {known.annotations}"
    if known.changed is not None:
        yield f"last changed: {known.changed}"
    if known.problem is not None:
        yield f"problem: {known.problem}"
    if known.new_notes is not None:
        yield f"new notes: {known.new_notes}"
    yield f"author: {known.author} ({known.author_id}), from {known.author_from}"
    file = f", {known.tags_file}" if known.tags_file is not None else ""
    yield f"tag set: {known.tags}, from {known.tags_from}{file}"
    for other in known.others:
        count = f"{other.annotations} annotation{'' if other.annotations == 1 else 's'}"
        yield f"other notebook: {other.path} ({other.author}, {count})"
    yield f"copies: beside the notebook, else {known.copies}"
    yield f"journal: {known.journal}"


def _new_notes(opened: Notebook, path: Path) -> Path | None:
    """Return the notebook that the program would write into in place of one that cannot be changed."""
    return opened.spare if opened.read_only is not None or opened.path == path else opened.path


def _changed(path: Path) -> str | None:
    """Return when a file was last changed, UTC to the second; None where there is none."""
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _shown(path: Path) -> str:
    return clean(str(path), lines=False)

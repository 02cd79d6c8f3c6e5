"""``compare-tui FOLDER`` and ``compare-tui pairs.yaml``: choosing what to compare."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from compare_tui.article import clean
from compare_tui.cli.arguments import UsageError
from compare_tui.corpus.pair_list import ListedPair, read_pair_list
from compare_tui.sources.folders import articles_in
from compare_tui.sources.names import GIT

SUFFIXES = (".yaml", ".yml")
LIST_NAMES = ("pairs.yaml", "pairs.yml")
"""Lists that a folder is opened by, where one lies in it."""


def choose(arguments: argparse.Namespace) -> bool:
    """Put what a person chooses into the arguments; print what there is where a terminal is missing.

    Returns:
        Whether something was chosen.

    Raises:
        UsageError: A is neither a folder nor a list, or the folder has too few articles.
        NotebookError: The list cannot be read.
    """
    from compare_tui.cli.open_command import has_terminal

    given = Path(arguments.a)
    shown = clean(arguments.a, lines=False)
    listed = _list_of(given)
    if listed is None and not given.is_dir():
        raise UsageError(f"{shown} alone is no folder and no list of pairs: name B, too")
    if listed is not None:
        read = read_pair_list(listed)
        for line in (*read.errors, *read.warnings):
            print(f"compare-tui: {line}", file=sys.stderr)
        pairs = read.pairs
        if not pairs:
            raise UsageError(f"{clean(str(listed), lines=False)} holds no pairs that can be compared")
        rows = [pair.name for pair in pairs]
        if not has_terminal(stdin_used=False):
            for pair in pairs:
                print(f"{pair.name}\t{_command(pair)}")
            return False
        index = _ask(rows, f"{len(rows)} pairs in {clean(str(listed), lines=False)}: which one?")
        if index is None:
            return False
        pair = pairs[index]
        arguments.a, arguments.b = (source for source, _ in pair.sources)
        arguments.folder = pair.folder
        arguments.notes = arguments.notes or pair.notes
        arguments.date_a = arguments.date_a or pair.date_a
        arguments.date_b = arguments.date_b or pair.date_b
        return True
    files = articles_in(given)
    if len(files) < 2:
        raise UsageError(f"{shown} holds {'one article' if files else 'no articles'}; two are compared")
    rows = [clean(path.name, lines=False) for path in files]
    if not has_terminal(stdin_used=False):
        print("\n".join(clean(str(path), lines=False) for path in files))
        return False
    first = _ask(rows, f"{len(rows)} articles in {shown}: which one is A?")
    if first is None:
        return False
    others = [at for at in range(len(files)) if at != first]
    second = _ask([rows[at] for at in others], f"A is {rows[first]}. Which one is B?")
    if second is None:
        return False
    arguments.a, arguments.b = str(files[first]), str(files[others[second]])
    return True


def _list_of(given: Path) -> Path | None:
    """Return the list of pairs that a name stands for."""
    if given.is_dir():
        return next((given / name for name in LIST_NAMES if (given / name).is_file()), None)
    return given if given.suffix.lower() in SUFFIXES and given.is_file() else None


def _ask(rows: list[str], question: str) -> int | None:
    from compare_tui.tui.chooser import Chooser

    return Chooser(rows, question).run()


def _command(pair: ListedPair) -> str:
    """Return the command that compares a pair; what lies in git is looked for from the folder of the list."""
    a, b = (source for source, _ in pair.sources)
    enter = ""
    if any(one.startswith(GIT) for one in (a, b)) and pair.folder != Path():
        enter = f"cd {shlex.quote(str(pair.folder))} && "
        a, b = pair.a, pair.b
    return clean(f"{enter}compare-tui {shlex.quote(a)} {shlex.quote(b)}", lines=False)

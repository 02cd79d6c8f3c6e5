"""``compare-tui FOLDER`` and ``compare-tui pairs.yaml``: choosing what to compare."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path

from compare_tui.article import clean
from compare_tui.cli.arguments import UsageError
from compare_tui.cli.configured import configured
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
        asking = _Asking(arguments, listed)
        if not asking.can_ask():
            for pair in pairs:
                print(f"{pair.name}\t{_command(pair)}")
            return False
        index = asking.ask(rows, f"{len(rows)} pairs in {clean(str(listed), lines=False)}: which one?")
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
    asking = _Asking(arguments, given / "an article")
    if not asking.can_ask():
        print("\n".join(clean(str(path), lines=False) for path in files))
        return False
    first = asking.ask(rows, f"{len(rows)} articles in {shown}: which one is A?")
    if first is None:
        return False
    others = [at for at in range(len(files)) if at != first]
    second = asking.ask([rows[at] for at in others], f"A is {rows[first]}. Which one is B?")
    if second is None:
        return False
    arguments.a, arguments.b = str(files[first]), str(files[others[second]])
    return True


def _list_of(given: Path) -> Path | None:
    """Return the list of pairs that a name stands for."""
    if given.is_dir():
        return next((given / name for name in LIST_NAMES if (given / name).is_file()), None)
    return given if given.suffix.lower() in SUFFIXES and given.is_file() else None


class _Asking:
    """Asks which of several rows is meant: on the screen, or by number where it is to be heard.

    Args:
        arguments: What was typed; what the terminal says of its background is kept there for the next screen.
        beside: A file beside which the settings of a project are looked for.
    """

    def __init__(self, arguments: argparse.Namespace, beside: Path) -> None:
        self._arguments = arguments
        self._loaded = configured(argparse.Namespace(**{**vars(arguments), "a": str(beside)}), with_keys=True)

    def can_ask(self) -> bool:
        """Tell whether there is somebody to ask."""
        from compare_tui.cli.terminal import can_be_heard, has_terminal

        if self._loaded.config.linear and (self._arguments.linear or can_be_heard(stdin_used=False)):
            return True
        return has_terminal(stdin_used=False)

    def ask(self, rows: list[str], question: str) -> int | None:
        """Return the index of the row that is chosen; None where nobody chooses."""
        from compare_tui.cli.terminal import can_be_heard

        config = self._loaded.config
        if config.linear and (self._arguments.linear or can_be_heard(stdin_used=False)):
            return _ask_for_number(rows, question)
        from compare_tui.tui.signs import ASCII, UNICODE, use_signs

        use_signs(UNICODE if config.unicode else ASCII)
        from compare_tui.tui.terminal_background import Background, ask_background

        known: Background | None = getattr(self._arguments, "background", None)
        ask = ask_background() if known is None and config.theme is None else None
        try:
            from compare_tui.tui.chooser import Chooser
            from compare_tui.tui.key_map import KeyMap
        finally:
            background = ask.answer() if ask is not None else known or Background()
        self._arguments.background = Background(background.light, pending=background.pending)
        chooser = Chooser(
            rows,
            question,
            theme=config.theme,
            theme_folders=self._loaded.theme_folders,
            key_map=KeyMap(self._loaded.keys),
            background=background,
        )
        return chooser.run(mouse=config.mouse)


def _ask_for_number(rows: list[str], question: str) -> int | None:
    """Read the number of a row from standard input, whose other lines are left to what comes next."""
    print(question)
    for number, row in enumerate(rows, 1):
        print(f"{number}: {row}")
    while True:
        print("Type a number, or nothing to leave.", flush=True)
        line = _read_line().strip()
        if not line or line in ("q", "quit"):
            return None
        if line.isdecimal() and 0 < int(line) <= len(rows):
            return int(line) - 1
        print(f"No line has the number {clean(line, lines=False)}.")


def _read_line() -> str:
    """Return a line of standard input, and take nothing behind it."""
    data = b""
    while not data.endswith((b"\n", b"\r")) and (byte := os.read(0, 1)):
        data += byte
    return data.decode("utf-8", "replace")


def _command(pair: ListedPair) -> str:
    """Return the command that compares a pair; what lies in git is looked for from the folder of the list."""
    a, b = (source for source, _ in pair.sources)
    enter = ""
    if any(one.startswith(GIT) for one in (a, b)) and pair.folder != Path():
        enter = f"cd {shlex.quote(str(pair.folder))} && "
        a, b = pair.a, pair.b
    return clean(f"{enter}compare-tui {shlex.quote(a)} {shlex.quote(b)}", lines=False)

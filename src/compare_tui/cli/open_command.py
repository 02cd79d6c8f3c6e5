"""``compare-tui A B``: the comparison on the screen, or as plain lines where there is no terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from compare_tui.article import Article, clean
from compare_tui.cli.arguments import (
    STDIN,
    add_articles,
    add_similarity,
    load_named_similarity,
    parse,
    parser,
    read_articles,
)
from compare_tui.cli.authors import add_author, find_author
from compare_tui.cli.configured import configured, tell_problems
from compare_tui.cli.tag_sets import add_tags, find_tags
from compare_tui.settings.key_presets import KEY_PRESETS

LARGE_NOTEBOOK = 1_000_000
"""Bytes from which a notebook, of about two thousand annotations, is read while the articles are shown."""


def run(words: Sequence[str]) -> int:
    """Read two articles and show them."""
    options = parser("", "Compare two articles on the screen.")
    add_articles(options)
    add_similarity(options)
    add_screen(options)
    arguments = parse(options, words)
    return show(lambda: read_articles(arguments), arguments)


def add_screen(to: argparse.ArgumentParser) -> None:
    """Add what concerns the screen and the notebook."""
    add_notebook(to)
    to.add_argument("--theme", metavar="NAME", help="colour theme; default: light or dark as the terminal is")
    to.add_argument("--keymap", choices=list(KEY_PRESETS), help="key map to start from; default: default")
    _add_switch(to, "--style", "show_style", True, "show differences of mere style, too")
    _add_switch(to, "--no-mouse", "mouse", False, "leave the mouse to the terminal")
    _add_switch(to, "--ascii", "unicode", False, "draw signs and lines with ASCII characters only")


def add_notebook(to: argparse.ArgumentParser) -> None:
    """Add which notebook it is, whose, and with which tags."""
    to.add_argument("--notes", metavar="FILE", type=Path, help="notebook; default: beside A")
    add_author(to, "who writes the notes")
    add_tags(to)


def _add_switch(to: argparse.ArgumentParser, flag: str, setting: str, value: bool, what: str) -> None:
    """Add an option that sets a setting, and leaves it to the settings where it is not given."""
    to.add_argument(flag, dest=setting, action="store_const", const=value, help=what)


def show(read: Callable[[], tuple[Article, Article]], arguments: argparse.Namespace) -> int:
    """Read the articles, open their notebook and the screen; print the report where a terminal is missing.

    Args:
        read: Reads both articles, while the author is being looked up.
        arguments: What ``add_screen`` has asked for.

    Raises:
        ArticleError: An article cannot be read.
        NotebookError: The notebook or the tag set cannot be read; nothing is written.
        SimilarityError: There is no such similarity function.
    """
    loaded = configured(arguments, with_keys=True)
    config = loaded.config
    similarity = load_named_similarity(config.similarity)
    tags = find_tags(loaded, getattr(arguments, "a", None)).tags
    author = find_author(config.author, loaded.origins.get("author"))
    a, b = read()
    from compare_tui.annotation import Author, Notebook, notebook_path, open_pair_notebook

    notes: Path | None = arguments.notes
    writer = author().author
    notes = notes or getattr(arguments, "own", {}).get(writer.id)

    def opened_by(writer: Author, a: Article, b: Article) -> Notebook:
        return Notebook.open(notes, a, b, writer, tags) if notes else open_pair_notebook(a, b, writer, tags)

    path = notes or notebook_path(a, b, writer)
    is_large = path.is_file() and path.stat().st_size > LARGE_NOTEBOOK
    notebook = Notebook.being_read(path, a, b, writer, tags) if is_large else opened_by(writer, a, b)
    stdin_used = STDIN in (getattr(arguments, "a", ""), getattr(arguments, "b", ""))
    if not _has_terminal(stdin_used=stdin_used):
        from compare_tui.cli.compare_command import report_width
        from compare_tui.cli.progress import progress_line
        from compare_tui.comparison import compare
        from compare_tui.report import linear_report

        tell_problems(loaded)
        with progress_line() as progress:
            comparison = compare(a, b, similarity=similarity, progress=progress)
        sys.stdout.write(linear_report(comparison, style=config.show_style, width=report_width()))
        return 0
    from compare_tui.settings.author_file import should_ask_author
    from compare_tui.tui.signs import ASCII, UNICODE, use_signs

    use_signs(UNICODE if config.unicode else ASCII)
    from compare_tui.tui.terminal_background import Background, ask_background

    # The terminal answers while the program is being loaded.
    question = ask_background() if config.theme is None else None
    try:
        from compare_tui.tui.app import CompareApp
        from compare_tui.tui.key_map import KeyMap
        from compare_tui.tui.screens.signing import AuthorQuestion
    finally:
        background = question.answer() if question is not None else Background()
    is_sample = not hasattr(arguments, "a")
    asks = should_ask_author(config, notebook) and not loaded.files.user_off and not is_sample
    question_of_author = AuthorQuestion(loaded.files.user, opened_by) if asks else None
    app = CompareApp(
        a,
        b,
        notebook,
        theme=config.theme,
        theme_folders=loaded.theme_folders,
        similarity=similarity,
        show_style=config.show_style,
        key_map=KeyMap(loaded.keys),
        problems=[str(problem) for problem in loaded.problems],
        save_in_thread=True,
        reread=None if stdin_used else read,
        open_notebook=(lambda: opened_by(writer, a, b)) if is_large else None,
        greet=True,
        author_question=question_of_author,
        background=background,
    )
    app.colleagues = tuple(getattr(arguments, "colleagues", ()))
    app.run(mouse=config.mouse)
    if app.copy_path is not None:
        print(f"compare-tui: annotations kept in {clean(str(app.copy_path), lines=False)}", file=sys.stderr)
    return app.return_code or 0


def _has_terminal(*, stdin_used: bool) -> bool:
    """Tell whether a screen can be drawn and keys be read; takes them from /dev/tty after a piped article."""
    if os.environ.get("TERM") == "dumb":
        return False
    if not (sys.stdout.isatty() and sys.__stderr__ is not None and sys.__stderr__.isatty()):
        return False
    if not stdin_used:
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True

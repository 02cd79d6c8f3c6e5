"""``compare-tui A B``: the comparison on the screen, or as plain lines where there is no terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article import Article, clean
from compare_tui.cli.arguments import (
    STDIN,
    UsageError,
    add_articles,
    add_similarity,
    heads_of,
    load_named_similarity,
    parse,
    parser,
    read_articles,
    tell_notices,
)
from compare_tui.cli.authors import add_author, find_author
from compare_tui.cli.configured import configured, tell_problems
from compare_tui.cli.tag_sets import add_tags, find_tags
from compare_tui.cli.terminal import can_be_heard, has_keys, has_terminal, size_to_draw_on
from compare_tui.settings.key_presets import KEY_PRESETS

if TYPE_CHECKING:
    from compare_tui.annotation import Author, Notebook
    from compare_tui.annotation.corrections import LinkCorrection
    from compare_tui.article.head import Head
    from compare_tui.cli.early_signals import EarlySignals
    from compare_tui.cli.matching_process import MatchingProcess
    from compare_tui.cli.second_process import SecondProcess
    from compare_tui.comparison.similarity import Similarity
    from compare_tui.settings.config import LoadedConfig
    from compare_tui.settings.options import Config
    from compare_tui.tui.screens.signing import AuthorQuestion
    from compare_tui.tui.terminal_background import Background

LARGE_NOTEBOOK = 1_000_000
"""Bytes from which a notebook, of about two thousand annotations, is read while the articles are shown."""

_LOST_WITH_GIT = "The notes would go away with git's temporary files: --notes FILE keeps them."


def run(words: Sequence[str]) -> int:
    """Read two articles and show them."""
    options = parser(
        "", "Compare two articles on the screen. A alone: a folder or a list of pairs to choose from."
    )
    add_articles(options, may_choose=True)
    add_similarity(options)
    add_screen(options)
    options.add_argument(
        "--with",
        dest="companions",
        metavar="NOTES",
        type=Path,
        action="append",
        default=[],
        help="a colleague's notebook, hidden until you reveal it; those beside the articles come along",
    )
    arguments = parse(options, words)
    for path in arguments.companions:
        if not path.exists():
            raise UsageError(f"{clean(str(path), lines=False)}: no such file")
    if arguments.b is None:
        from compare_tui.cli.choosing import choose

        if not choose(arguments):
            return 0
    from_files = os.path.isfile(arguments.a) and os.path.isfile(arguments.b)
    heads = heads_of(arguments) if from_files else None
    read = partial(read_articles, arguments, keep=True)
    return show(read, arguments, from_files=from_files, read_heads=heads)


def add_screen(to: argparse.ArgumentParser) -> None:
    """Add what concerns the screen and the notebook."""
    add_notebook(to)
    to.add_argument("--theme", metavar="NAME", help="colour theme; default: light or dark as the terminal is")
    to.add_argument("--keymap", choices=list(KEY_PRESETS), help="key map to start from; default: default")
    _add_switch(to, "--style", "show_style", True, "show differences of mere style, too")
    _add_switch(to, "--no-mouse", "mouse", False, "leave the mouse to the terminal")
    _add_switch(to, "--linear", "linear", True, "read passage by passage as plain lines, for screen readers")
    _add_switch(to, "--ascii", "unicode", False, "draw signs and lines with ASCII characters only")


def add_notebook(to: argparse.ArgumentParser) -> None:
    """Add which notebook it is, whose, and with which tags."""
    to.add_argument("--notes", metavar="FILE", type=_file, help="notebook; default: beside A")
    add_author(to, "who writes the notes")
    add_tags(to)


def _file(name: str) -> Path:
    path = Path(name)
    if not path.name:
        raise argparse.ArgumentTypeError(f"{name} is a folder")
    return path


def _add_switch(to: argparse.ArgumentParser, flag: str, setting: str, value: bool, what: str) -> None:
    """Add an option that sets a setting, and leaves it to the settings where it is not given."""
    to.add_argument(flag, dest=setting, action="store_const", const=value, help=what)


def show(
    read: Callable[[], tuple[Article, Article]],
    arguments: argparse.Namespace,
    *,
    from_files: bool = False,
    known: tuple[Article, Article] | None = None,
    read_heads: Callable[[], tuple[Head, Head] | None] | None = None,
) -> int:
    """Read the articles, open their notebook and the screen; print the report where a terminal is missing.

    Args:
        read: Reads both articles, while the author is being looked up.
        arguments: What ``add_screen`` has asked for.
        from_files: Whether both articles lie in files: then a second process reads and compares them.
        known: The articles, where they are read already: then a second process only compares them.
        read_heads: Reads the beginnings of long articles, to be shown before the rest is read.

    Raises:
        ArticleError: An article cannot be read.
        NotebookError: The tag set cannot be read; or the notebook, where neither a screen is drawn nor
            passages are read aloud. Nothing is written.
        SimilarityError: There is no such similarity function.
    """
    from compare_tui.cli.early_signals import EarlySignals

    second = matching = None
    early = EarlySignals()
    may_draw = not arguments.linear and sys.stdout.isatty()
    if may_draw:
        early.take()
    if (from_files or known) and may_draw:
        from compare_tui.cli.second_process import start_second_process

        second = start_second_process(read, known, read_heads)
        if getattr(arguments, "colleagues", ()):
            from compare_tui.cli.matching_process import start_matching_process

            matching = start_matching_process()
    try:
        return _show(read, arguments, second, matching, known, early)
    finally:
        early.give_back()
        for process in (second, matching):
            if process is not None:
                process.end()
        if second is not None:
            second.leave_screen()


def _show(
    read: Callable[[], tuple[Article, Article]],
    arguments: argparse.Namespace,
    second: SecondProcess | None,
    matching: MatchingProcess | None,
    known_articles: tuple[Article, Article] | None,
    early: EarlySignals,
) -> int:
    loaded = configured(arguments, with_keys=True)
    config = loaded.config
    similarity = load_named_similarity(config.similarity)
    tags = find_tags(loaded, getattr(arguments, "a", None)).tags
    author = find_author(config.author, loaded.origins.get("author"))
    from compare_tui.annotation import Notebook, notebook_path, open_pair_notebook
    from compare_tui.annotation.unreadable import open_anyhow

    known: Background | None = getattr(arguments, "background", None)
    background = None
    if second is not None and not config.linear and has_terminal(stdin_used=False):
        with early.importing():
            background = _load_screen(config, known, second)
    heads = second.heads() if second is not None and background is not None else None
    begun = (heads[0].article, heads[1].article) if heads is not None else None

    def read_whole() -> tuple[Article, Article]:
        return (second.articles() if second is not None else None) or read()

    a, b = begun or known_articles or read_whole()
    if not (a.passages and b.passages):
        tell_problems(loaded)
        return _print_report(a, b, similarity, (), style=config.show_style)
    notes: Path | None = arguments.notes
    writer = author().author
    notes = notes or getattr(arguments, "own", {}).get(writer.id)

    def opened_by(writer: Author, a: Article, b: Article) -> Notebook:
        return open_anyhow(notes, a, b, writer, tags)

    stdin_used = STDIN in (getattr(arguments, "a", ""), getattr(arguments, "b", ""))
    if config.linear and (arguments.linear or can_be_heard(stdin_used=stdin_used)):
        notebook = opened_by(writer, a, b)
        asked = _question_of_author(loaded, notebook, opened_by, arguments)
        reread = None if stdin_used else read
        return _read_aloud(
            a, b, notebook, loaded, similarity, asked, reread, arguments, stdin_used=stdin_used
        )
    path = notes or notebook_path(a, b, writer)
    if background is None and not has_terminal(stdin_used=stdin_used):
        notebook = (
            Notebook.open(notes, a, b, writer, tags) if notes else open_pair_notebook(a, b, writer, tags)
        )
        tell_problems(loaded)
        tell_notices(a, b)
        return _print_report(a, b, similarity, notebook.corrections, style=config.show_style)
    is_large = os.path.isfile(path) and path.stat().st_size > LARGE_NOTEBOOK
    with early.importing():
        background = background or _load_screen(config, known, None)
        from compare_tui.tui.app import CompareApp
        from compare_tui.tui.key_map import KeyMap
        from compare_tui.tui.screens.arriving import Arrival, Whole

    def begin(a: Article, b: Article, *, is_late: bool) -> Whole:
        notebook = Notebook.being_read(path, a, b, writer, tags) if is_late else opened_by(writer, a, b)
        open_notebook = (lambda: opened_by(writer, a, b)) if is_large else None
        question = _question_of_author(loaded, notebook, opened_by, arguments)
        return Whole(a, b, notebook, open_notebook, question)

    def wait_for_rest() -> Whole:
        return begin(*read_whole(), is_late=is_large)

    first = begin(a, b, is_late=is_large or heads is not None)
    app = CompareApp(
        a,
        b,
        first.notebook,
        compare=second.compare if second is not None else None,
        theme=config.theme,
        theme_folders=loaded.theme_folders,
        similarity=similarity,
        show_style=config.show_style,
        key_map=KeyMap(loaded.keys),
        problems=[str(problem) for problem in loaded.problems],
        notices=[*a.origin.notices, *b.origin.notices],
        warning=_LOST_WITH_GIT if _is_of_git(path) else "",
        save_in_thread=True,
        reread=None if stdin_used else read,
        open_notebook=first.open_notebook,
        greet=True,
        author_question=first.author_question,
        background=background,
        arrival=None if heads is None else Arrival(wait_for_rest, (heads[0].expected, heads[1].expected)),
    )
    app.colleagues = tuple(getattr(arguments, "colleagues", ()))
    app.companions = tuple(getattr(arguments, "companions", ()))
    app.notebook_reader = getattr(arguments, "reader", None)
    app.group = matching.group if matching is not None else None
    app.signal_before = lambda: early.held
    early.holds_back = True
    if second is not None:
        app.has_second_screen = second.hand_over()
    app.run(mouse=config.mouse)
    if app.unread is not None:
        raise app.unread
    _tell_copy(app.copy_path)
    return app.return_code or 0


def _load_screen(config: Config, known: Background | None, second: SecondProcess | None) -> Background:
    """Import what draws the screen; return what the terminal has answered meanwhile about its background.

    Args:
        config: The settings.
        known: What it has answered to another screen before; None where it was not asked.
        second: Draws the text meanwhile.
    """
    from compare_tui.tui.signs import ASCII, UNICODE, use_signs

    use_signs(UNICODE if config.unicode else ASCII)
    from compare_tui.tui.terminal_background import Background, ask_background

    question = ask_background() if config.theme is None and known is None else None
    try:
        if second is not None:
            second.go_on(size_to_draw_on())
        import compare_tui.tui.app
        import compare_tui.tui.key_map  # noqa: F401
    finally:
        background = question.answer() if question is not None else known or Background()
    return background


def _question_of_author(
    loaded: LoadedConfig,
    notebook: Notebook,
    open_as: Callable[[Author, Article, Article], Notebook],
    arguments: argparse.Namespace,
) -> AuthorQuestion | None:
    """Return what is needed to ask who annotates, where that is to be asked; never for the sample pair."""
    from compare_tui.settings.author_file import should_ask_author

    if not hasattr(arguments, "a") or loaded.files.user_off or not should_ask_author(loaded.config, notebook):
        return None
    from compare_tui.tui.screens.signing import AuthorQuestion

    return AuthorQuestion(loaded.files.user, open_as)


def _is_of_git(notebook: Path) -> bool:
    """Tell whether a notebook lies in a folder that git has made for as long as it shows two articles."""
    return notebook.absolute().parent.name.startswith("git-blob-")


def _print_report(
    a: Article,
    b: Article,
    similarity: Similarity | None,
    corrections: Sequence[LinkCorrection],
    *,
    style: bool,
) -> int:
    from compare_tui.cli.compare_command import report_width
    from compare_tui.cli.progress import progress_line
    from compare_tui.comparison import compare
    from compare_tui.report import linear_report
    from compare_tui.report.document import with_corrections

    with progress_line() as progress:
        comparison = compare(a, b, similarity=similarity, progress=progress)
    comparison = with_corrections(comparison, corrections)
    sys.stdout.write(linear_report(comparison, style=style, width=report_width()))
    return 0


def _read_aloud(
    a: Article,
    b: Article,
    notebook: Notebook,
    loaded: LoadedConfig,
    similarity: Similarity | None,
    author_question: AuthorQuestion | None,
    reread: Callable[[], tuple[Article, Article]] | None,
    arguments: argparse.Namespace,
    *,
    stdin_used: bool,
) -> int:
    """Read the articles as plain lines, with keys from the terminal or from a pipe.

    Raises:
        UsageError: An article came by stdin, and there is no terminal for the keys.
    """
    if stdin_used and not has_keys(stdin_used=True):
        raise UsageError("--linear needs a terminal for the keys, because an article comes by standard input")
    from compare_tui.linear.program import LinearProgram
    from compare_tui.tui.key_map import KeyMap
    from compare_tui.tui.signs import ASCII, UNICODE, use_signs

    use_signs(UNICODE if loaded.config.unicode else ASCII)
    program = LinearProgram(
        a,
        b,
        notebook,
        key_map=KeyMap(loaded.keys),
        similarity=similarity,
        show_style=loaded.config.show_style,
        problems=[str(problem) for problem in loaded.problems],
        reread=reread,
        author_question=author_question,
        colleagues=getattr(arguments, "colleagues", ()) or getattr(arguments, "companions", ()),
        reveal=bool(getattr(arguments, "colleagues", ())),
    )
    program.session.notebook_reader = getattr(arguments, "reader", None)
    with open(0, encoding="utf-8", errors="replace", closefd=False) as stream:
        code = program.run(stream)
    _tell_copy(program.session.copy_path)
    return code


def _tell_copy(path: Path | None) -> None:
    """Tell where annotations were kept that could not be saved in their notebook."""
    if path is not None:
        print(f"compare-tui: annotations kept in {clean(str(path), lines=False)}", file=sys.stderr)

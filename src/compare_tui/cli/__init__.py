"""The command line: one module a command, chosen by the first word."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "agree": "tell how far several people's notebooks agree",
    "batch": "compare many pairs of articles, on many processes or a cluster",
    "check": "name every mistake in notebooks and tag sets",
    "compare": "print what two articles share and where they differ",
    "completion": "print the completions for bash, zsh or fish",
    "config": "tell where settings come from, and what is wrong with them",
    "demo": "open a sample pair of articles",
    "explain": "tell why passages are linked, and why others are not",
    "merge": "make one notebook out of those of several people",
    "merge-driver": "merge a notebook changed on two machines, for git",
    "open": "compare two articles on the screen (the default)",
    "pairs": "propose which articles in a folder tell of the same event",
    "report": "write a report: text, Markdown, HTML, CSV, JSON, W3C annotations, SVG",
    "review": "judge colleagues' annotations",
    "schema": "print the JSON Schema of a file format",
    "serve": "show two articles in a browser on this machine",
    "source": "print what is read of one source, and what of it is left out",
    "where": "tell where the notebook of two articles is, and whose",
}

_DONE, _WRONG_INPUT, _BROKEN_PIPE, _INTERRUPTED = 0, 2, 141, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    Returns:
        0 done, 1 differences found (only with ``--exit-code``) or a merge that somebody has to look at,
        2 wrong usage or unreadable input, 130 interrupted, 141 the reader of the output went away.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _write_anything()
    try:
        code = _run(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _BROKEN_PIPE
    except OSError as error:
        print(f"compare-tui: {_told(error)}", file=sys.stderr)
        _drop_output()
        return _WRONG_INPUT
    return code


def _told(error: OSError) -> str:
    """Return what went wrong with which file."""
    from compare_tui.article.clean import clean

    named = [clean(str(error.filename), lines=False)] if isinstance(error.filename, str) else []
    return ": ".join([*named, error.strerror or str(error)])


def _run(words: list[str]) -> int:
    if words == ["--version"]:
        from compare_tui import __version__

        print(f"compare-tui {__version__}")
        return _DONE
    if words == ["--info"]:
        from compare_tui.cli.info import info_lines

        sys.stdout.writelines(f"{line}\n" for line in info_lines())
        return _DONE
    if not words or words[0] in ("-h", "--help", "help"):
        from compare_tui.cli.help_text import HELP

        print(HELP, end="")
        return _DONE if words else _WRONG_INPUT
    name = words.pop(0) if words[0] in COMMANDS else "open"
    # Comparing makes no garbage worth looking for; the app collects again once it has compared.
    gc.disable()
    command = import_module(f"compare_tui.cli.{name.replace('-', '_')}_command")
    try:
        code: int = command.run(words)
    except _input_errors() as error:
        print(f"compare-tui: {error}", file=sys.stderr)
        return _WRONG_INPUT
    finally:
        gc.enable()
    return code


def _input_errors() -> tuple[type[Exception], ...]:
    from compare_tui.annotation.model import NotebookError
    from compare_tui.article.model import ArticleError
    from compare_tui.cli.arguments import UsageError

    return ArticleError, NotebookError, UsageError, *_similarity_errors()


def _similarity_errors() -> tuple[type[Exception], ...]:
    """Return the errors of similarity functions, where one was in use."""
    module = sys.modules.get("compare_tui.comparison.similarity")
    return () if module is None else (module.SimilarityError,)


def _write_anything() -> None:
    """Let output survive a closed stream and an encoding that lacks a character."""
    import io
    import os

    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    """Keep the interpreter from complaining when it closes a stdout that cannot be written."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

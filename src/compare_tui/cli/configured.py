"""The settings of a command: what was typed, and what environment and files add."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from compare_tui.article import clean
from compare_tui.settings.config import LoadedConfig, load_config, told_in_one_line

_FLAGS = {
    "theme": "--theme",
    "mouse": "--no-mouse",
    "author": "--author",
    "show_style": "--style",
    "similarity": "--similarity",
    "keymap": "--keymap",
    "unicode": "--ascii",
    "linear": "--linear",
    "tags": "--tags",
}
"""The option of each setting that has one."""


def configured(arguments: argparse.Namespace, *, with_keys: bool = False) -> LoadedConfig:
    """Return the settings in effect for a command.

    Args:
        arguments: What was typed; a project file is looked for beside article A.
        with_keys: Whether the command needs the keys.
    """
    flags = {}
    for name, flag in _FLAGS.items():
        value = getattr(arguments, name, None)
        if value not in (None, ""):
            flags[name] = (flag, clean(value, lines=False) if isinstance(value, str) else value)
    a = getattr(arguments, "a", None)
    return load_config(
        flags=flags,
        start=project_start(a) if a is not None else None,
        actions=default_keys() if with_keys else None,
    )


def project_start(article: str | None) -> Path:
    """Return where the search for a project file begins: beside an article, or in the working folder."""
    return Path(article).parent if article and article != "-" else Path()


def default_keys() -> dict[str, tuple[str, ...]]:
    """Return the keys of every action, as the program brings them."""
    from compare_tui.tui.actions import ACTIONS
    from compare_tui.tui.review_actions import REVIEW_ACTIONS

    return {action.id: action.keys for action in (*ACTIONS, *REVIEW_ACTIONS)}


def tell_problems(loaded: LoadedConfig) -> None:
    """Say on stderr, in one line, what of the settings is not followed."""
    for line in told_in_one_line(loaded.problems):
        print(line, file=sys.stderr)

"""``compare-tui --info``: what a bug report needs, and no content of any file."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from compare_tui import __version__
from compare_tui.article import clean
from compare_tui.settings.config import load_config
from compare_tui.settings.options import OPTIONS

PACKAGES = (
    *("textual", "rich", "platformdirs", "PyYAML", "sentencex"),
    *("trafilatura", "lxml", "pypdf", "charset-normalizer", "distributed", "textual-serve"),
)
"""Packages whose versions are told."""

VARIABLES = (
    *("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "COLORFGBG", "NO_COLOR"),
    *("LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8"),
)
"""Variables that say how a terminal shows text; nothing in them is about a person."""

HIDDEN_VARIABLES = ("TMUX", "STY", "SSH_CONNECTION", "WSL_DISTRO_NAME", "PAGER", "CI")
"""Variables of which only their being set is told."""


def info_lines() -> Iterator[str]:
    """Yield a line for each thing that is known, paths with the home folder as ``~``."""
    yield f"compare-tui: {__version__}"
    yield f"python: {platform.python_version()} ({platform.python_implementation()})"
    yield f"system: {platform.system()} {platform.release()} {platform.machine()}"
    for name in PACKAGES:
        yield f"{name}: {_version(name)}"
    yield f"installed in: {_shown(Path(__file__).parent.parent)}"
    columns, rows = shutil.get_terminal_size()
    yield f"terminal: {columns}x{rows}, {', '.join(_terminals()) or 'none'}"
    for name in VARIABLES:
        if name in os.environ:
            yield f"{name}: {clean(os.environ[name], lines=False)}"
    told = [name for name in HIDDEN_VARIABLES if name in os.environ]
    yield f"also set: {', '.join(told) or 'none'}"
    yield f"encoding: {sys.stdout.encoding}, {locale.getpreferredencoding(False)}"
    yield from _settings()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _terminals() -> list[str]:
    streams = (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr))
    return [name for name, stream in streams if stream is not None and stream.isatty()]


def _settings() -> Iterator[str]:
    """Yield where settings come from; never what they are."""
    loaded = load_config(start=Path())
    files = loaded.files
    yield f"user file: {_shown(files.user)}{'' if files.user_exists else ' (missing)'}"
    yield f"project file: {_shown(files.project) if files.project is not None else 'none'}"
    for folder in loaded.theme_folders:
        yield f"themes: {_shown(folder)}{'' if folder.is_dir() else ' (missing)'}"
    from platformdirs import user_state_path

    yield f"state: {_shown(user_state_path('compare-tui'))}"
    for name in OPTIONS:
        for key in sorted(key for key in loaded.origins if key == name or key.startswith(f"{name}.")):
            yield f"setting {key}: from {_short(str(loaded.origins[key]))}"
    yield f"problems in the settings: {len(loaded.problems)}"


def _shown(path: Path) -> str:
    return _short(clean(str(path.absolute()), lines=False))


def _short(text: str) -> str:
    """Return a text with the home folder as ``~``: its name is often that of a person."""
    homes = {str(Path.home()), os.path.realpath(Path.home())} - {os.sep}
    for home in sorted(homes, key=len, reverse=True):
        text = text.replace(home + os.sep, f"~{os.sep}")
        text = "~" if text == home else text
    return text

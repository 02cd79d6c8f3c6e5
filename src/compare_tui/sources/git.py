"""Files as they were: ``git:REV:path``."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from compare_tui.article.model import ArticleError
from compare_tui.article.read import GREATEST_SIZE
from compare_tui.sources.extract import shown
from compare_tui.sources.names import GIT

_SECONDS = 30


def read_git(source: str, name: str, folder: Path | None = None) -> tuple[bytes, str]:
    """Return a file out of a repository, and its path.

    Args:
        source: ``git:REV:path``; the path counts from the top of the repository, or from the folder
            where it begins with ``./``. An empty revision names the index.
        name: What to call the source, cleaned.
        folder: A folder of the repository; the current one if None.

    Raises:
        ArticleError: There is no such file, it is too large, or git is missing.
    """
    revision, colon, path = source.removeprefix(GIT).partition(":")
    if not colon or not path or revision.startswith("-") or "\0" in source:
        raise ArticleError(f"{name}: expected git:REV:path, e.g. git:HEAD~1:stories/ferry.md")
    place = f"{revision}:{path}"
    kind = _git(name, folder, "cat-file", "-t", place).decode().strip()
    if kind != "blob":
        raise ArticleError(f"{name} is a {'folder' if kind == 'tree' else kind}, not a file")
    if int(_git(name, folder, "cat-file", "-s", place)) > GREATEST_SIZE:
        raise ArticleError(f"{name} is too large: more than {GREATEST_SIZE // 1024**2} MB")
    data = _git(name, folder, "cat-file", "blob", place)
    if not data:
        raise ArticleError(f"{name} is empty")
    return data, path


def _git(name: str, folder: Path | None, *words: str) -> bytes:
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            cwd=folder,
            env={**os.environ, **quiet},
        )
    except FileNotFoundError:
        raise ArticleError(f"{name} cannot be read: git is not installed") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ArticleError(f"{name} cannot be read: {shown(error)}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        reason = shown(lines[0]).removeprefix("fatal: ") if lines else f"git ended with {done.returncode}"
        raise ArticleError(f"{name} cannot be read: {reason}")
    return done.stdout

"""Asking once who somebody is, and keeping the answer in the user file."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.annotation.model import NotebookError
from compare_tui.article.clean import clean
from compare_tui.settings.config import MAX_BYTES
from compare_tui.settings.options import Config

if TYPE_CHECKING:
    from compare_tui.annotation.notebook import Notebook

_AUTHOR = (
    r"""^author[ \t]*:(?:[ \t]+(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|[^\s"'#|>&*!\[{][^\r\n]*?))?"""
    r"(?P<comment>[ \t]+\#[^\r\n]*)?[ \t]*(?=\r?$)"
)


def should_ask_author(config: Config, notebook: Notebook) -> bool:
    """Tell whether to ask who annotates: nobody is named, and the notebook has no file yet.

    Args:
        config: The settings in effect, options among them.
        notebook: The notebook of whom git or the login names.
    """
    return config.author is None and notebook.is_new and notebook.read_only is None


def remember_author(path: Path, name: str) -> None:
    """Write ``author`` into a file of settings; everything else in it, comments too, stays as it is.

    Args:
        path: The file; it is made where it is missing, with its folder.
        name: The author.

    Raises:
        NotebookError: The file cannot be read or written, or not be changed without changing more of it; it
            is as it was.
    """
    from compare_tui.annotation.save import write_atomically
    from compare_tui.annotation.yaml_read import read_file
    from compare_tui.annotation.yaml_write import write_yaml

    shown = clean(str(path), lines=False)
    name = clean(name, lines=False).strip()
    data = read_file(path) if os.path.lexists(path) else b""
    if len(data) > MAX_BYTES:
        raise NotebookError(f"{shown}: larger than {MAX_BYTES // 1024} kB")
    before = _settings(data, shown)
    line = write_yaml({"author": name}).decode().rstrip("\n")
    changed = _with_line(data.decode(), line)
    try:
        is_right = _settings(changed.encode(), shown) == {**before, "author": name}
    except NotebookError:
        is_right = False
    if not is_right:
        raise NotebookError(f"{shown}: no line can be added without changing others")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotebookError(f"{shown}: {error.strerror or error}") from error
    write_atomically(path, changed.encode())


def _settings(data: bytes, name: str) -> dict[str, object]:
    """Return what a file of settings holds; nothing for comments alone."""
    from compare_tui.annotation.yaml_read import read_yaml

    if not any(
        line.strip() and not line.lstrip().startswith(b"#") for line in _without_mark(data).splitlines()
    ):
        return {}
    document = read_yaml(data, name)
    if document.value is None:
        return {}
    if not isinstance(document.value, dict):
        raise document.error((), "must be a mapping of settings to values")
    return dict(document.value)


def _without_mark(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf")


def _with_line(text: str, line: str) -> str:
    """Return a text in which a line stands in place of that of the author, or at the end."""
    found = list(re.finditer(_AUTHOR, text, re.MULTILINE))
    if found:
        one = found[0]
        return f"{text[: one.start()]}{line}{one['comment'] or ''}{text[one.end() :]}"
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if text.removeprefix("\ufeff") and not text.endswith("\n") else ""
    return f"{text}{gap}{line}{end}"

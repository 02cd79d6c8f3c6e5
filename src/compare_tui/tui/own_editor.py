"""Writing a text in the editor that a person has chosen; nothing of the screen is needed for it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from compare_tui.article.clean import clean

LARGEST = 4 * 1024 * 1024
"""Bytes that are read back; a note has a megabyte at most."""

VARIABLES = ("VISUAL", "EDITOR")
USUAL = ("notepad",) if sys.platform == "win32" else ("editor", "nano", "vi")
"""Programs that are looked for where no variable names one."""


class EditorError(Exception):
    """The text did not come back; the message is one clean line, and says where a changed text lies."""


def edit_outside(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """Let a person change a text in their own editor, and return it as it came back, cleaned.

    The editor has the terminal until it ends. What it changed and what is not taken is left in its file.

    Args:
        text: The text so far.
        environ: Variables, of which ``VISUAL`` and then ``EDITOR`` name the editor, with its arguments.

    Raises:
        EditorError: There is no editor, it failed, or nothing useful came back.
    """
    command = editor_command(environ)
    folder = Path(tempfile.mkdtemp(prefix="compare-tui-"))
    path = folder / "note.txt"
    before = f"{text}\n".encode("utf-8", "replace") if text else b""
    is_done = False
    try:
        path.write_bytes(before)
        failure = _run([*command, str(path)])
        after = _read(path)
        is_done = after == before
        if failure:
            raise EditorError(failure)
        changed = clean(after.decode("utf-8")).rstrip()
        if text.strip() and not changed:
            is_done = True
            raise EditorError("the text came back empty: the note stays as it was")
        is_done = True
        return changed
    except UnicodeDecodeError:
        raise EditorError(f"the text came back, but not as UTF-8: it is kept in {_shown(path)}") from None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise EditorError(f"the text did not come back: {clean(reason, lines=False)}") from error
    except EditorError as error:
        kept = "" if is_done else f"; what was written is kept in {_shown(path)}"
        raise EditorError(f"{error}{kept}") from None
    finally:
        if is_done or not path.is_file():
            shutil.rmtree(folder, ignore_errors=True)


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """Return the editor that a person has chosen, with its arguments.

    Raises:
        EditorError: None is named, and none of the usual ones is there; or the name cannot be read.
    """
    for name in VARIABLES:
        if environ.get(name, "").strip():
            try:
                return shlex.split(environ[name], posix=sys.platform != "win32")
            except ValueError:
                raise EditorError(f"${name} is no command: {clean(environ[name], lines=False)}") from None
    for usual in USUAL:
        if found := shutil.which(usual, path=environ.get("PATH")):
            return [found]
    raise EditorError("no editor is known: $VISUAL or $EDITOR may name one")


def _run(command: list[str]) -> str:
    """Run an editor to its end; return what went wrong, or nothing."""
    name = clean(command[0], lines=False)
    try:
        with _interruptions_left_to_others():
            code = subprocess.run(command, check=False).returncode
    except OSError as error:
        return f"{name} cannot be started: {clean(error.strerror or str(error), lines=False)}"
    if code < 0:
        return f"{name} was ended by signal {-code}: the note stays as it was"
    return f"{name} ended with {code}: the note stays as it was" if code else ""


@contextmanager
def _interruptions_left_to_others() -> Iterator[None]:
    """Let ctrl+c reach the editor alone; a handler of ours is not passed on to it, ignoring would be."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise EditorError(f"the text came back with more than {LARGEST // 2**20} MB")
    return data


def _shown(path: Path) -> str:
    return clean(str(path), lines=False)

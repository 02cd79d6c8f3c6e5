"""The process in which files of strangers are taken apart, so that none can take more than its share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Literal, cast

from compare_tui.sources.extract import Extract, FormatError, Limits, shown
from compare_tui.sources.names import install_command

Format = Literal["html", "docx", "pdf"]

EXTRAS: dict[str, str] = {"html": "web", "pdf": "pdf"}
"""The extra that each format needs."""

_WRONG, _MISSING, _MEMORY = 3, 4, 5
_OUT_OF_TIME = -24
"""What SIGXCPU leaves behind."""


def take_apart(kind: Format, data: bytes, limits: Limits = Limits()) -> Extract:  # noqa: B008
    """Read a file in a process of its own.

    Args:
        kind: Its format.
        data: The file; HTML as UTF-8.
        limits: What the process may use; memory and processor time are held to only where the system can.

    Raises:
        FormatError: The file cannot be read, or needs more than it may; or an extra is missing.
    """
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-P", "-m", "compare_tui.sources.child", kind]
    command += [str(limits.seconds), str(limits.bytes)]
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=limits.seconds,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired:
        raise FormatError(f"reading it took more than {limits.seconds} seconds") from None
    except OSError as error:
        raise FormatError(f"no process can be started to read it: {error.strerror}") from None
    if done.returncode == 0:
        return cast(Extract, json.loads(done.stdout))
    raise FormatError(reason_of(done.returncode, kind, done.stdout, limits))


def reason_of(code: int, kind: str, said: bytes, limits: Limits) -> str:
    """Return why a file was not read.

    Args:
        code: The exit code of the process.
        kind: The format.
        said: What the process printed.
        limits: What it was allowed.
    """
    if code == _WRONG:
        return shown(said.decode("utf-8", "replace"), 400)
    if code == _MISSING:
        extra = EXTRAS.get(kind, kind)
        return f"{kind.upper()} needs the extra {extra}: {install_command(extra)}"
    if code == _MEMORY:
        return f"reading it takes more than {limits.bytes // 1024**2} MB of memory"
    if code == _OUT_OF_TIME:
        return f"reading it took more than {limits.seconds} seconds"
    return f"its reader failed (exit code {code}): the file is broken or hostile"


def main(words: list[str]) -> int:
    """Read a file from standard input and print what it holds as JSON."""
    kind, seconds, memory = words[0], int(words[1]), int(words[2])
    _limit(seconds, memory)
    try:
        data = sys.stdin.buffer.read()
        if kind == "html":
            from compare_tui.sources.html_format import read_html as read
        elif kind == "docx":
            from compare_tui.sources.docx_format import read_docx as read
        else:
            from compare_tui.sources.pdf_format import read_pdf as read
        found = json.dumps(read(data))
    except FormatError as error:
        sys.stdout.write(str(error))
        return _WRONG
    except ImportError:
        return _MISSING
    except MemoryError:
        return _MEMORY
    sys.stdout.write(found)
    return 0


def _limit(seconds: int, memory: int) -> None:
    """Hold this process to its share, where the system knows how."""
    try:
        import resource
    except ImportError:
        return
    for which, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        try:
            resource.setrlimit(which, (most, most))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

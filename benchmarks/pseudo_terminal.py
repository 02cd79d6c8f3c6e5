"""Runs a program on a pseudo-terminal and follows its screen."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]* q|\x1bP.*?\x1b\\", re.S
)
_QUIET = 0.08
"""Seconds without output after which a burst counts as over."""


class Program:
    """A program on a pseudo-terminal of a given size, and what its screen shows.

    Args:
        command: The program and its arguments.
        size: Columns and rows.
        env: Environment variables on top of this process's; a value of None takes one away.
        answers: What the terminal sends back, by what the program asks; each is sent once.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str | None] | None = None,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.output = b""
        self._answers = dict(answers or {})
        self.exit_code: int | None = None
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for name, value in (env or {}).items():
            if value is None:
                variables.pop(name, None)
            else:
                variables[name] = value
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), variables)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait()
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What the screen shows, a line a row."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def send(self, keys: str) -> None:
        """Type ``keys`` as they are; control characters are written as escapes."""
        os.write(self._terminal, keys.encode())

    def read(self, seconds: float) -> bool:
        """Take in what comes within ``seconds``; tell whether anything came."""
        ready, _, _ = select.select([self._terminal], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        if not data:
            return False
        self.output += data
        for question in [one for one in self._answers if one in self.output]:
            os.write(self._terminal, self._answers.pop(question))
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", self._decoder.decode(data)))
        return True

    def wait_for(self, text: str, seconds: float = 20) -> float:
        """Wait until the screen shows ``text``; return the seconds since the start.

        Raises:
            TimeoutError: It did not appear; the message holds the screen.
        """
        end = time.perf_counter() + seconds
        while text not in self.text:
            if time.perf_counter() > end:
                raise TimeoutError(f"{text!r} did not appear on\n{self.text}")
            self.read(0.05)
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.25) -> None:
        """Take output in until none comes for ``quiet`` seconds."""
        while self.read(quiet):
            pass

    def press(self, keys: str) -> float | None:
        """Type ``keys``; return the seconds to the first change of the screen, None where nothing changed."""
        before = [list(line) for line in self.screen.display], self._styles()
        pressed = time.perf_counter()
        self.send(keys)
        answered = None
        while self.read(_QUIET if answered else 0.5):
            if answered is None and before != ([list(line) for line in self.screen.display], self._styles()):
                answered = time.perf_counter() - pressed
        return answered

    def resize(self, columns: int, rows: int) -> float | None:
        """Change the size of the terminal; return the seconds until the last answer, None without one."""
        self.screen.resize(rows, columns)
        changed = time.perf_counter()
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        answered = None
        while self.read(_QUIET if answered else 0.5):
            answered = time.perf_counter() - changed
        return answered

    def memory(self) -> float:
        """Return what the program holds in memory, in MiB; NaN where the system does not tell."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        except OSError:
            return float("nan")
        found = re.search(r"^VmRSS:\s+(\d+)", status, re.MULTILINE)
        return int(found[1]) / 1024 if found else float("nan")

    def busy(self, seconds: float) -> float:
        """Return the share of some seconds that the program computes, 0 to 1; NaN where that is not told."""
        before = self._computed()
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        return (self._computed() - before) / seconds

    def computed_by_all(self) -> float:
        """Return the seconds of processor time that it and its children took; NaN where that is not told."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        try:
            living = children.read_text(encoding="ascii").split()
        except OSError:
            return float("nan")
        return sum(_seconds(pid, ended=True) for pid in (self.pid, *map(int, living)))

    def _computed(self) -> float:
        return _seconds(self.pid)

    def _styles(self) -> list[tuple[object, ...]]:
        rows = range(self.screen.lines)
        columns = range(self.screen.columns)
        return [tuple(self.screen.buffer[row][column] for column in columns) for row in rows]

    def wait(self, seconds: float = 20) -> int:
        """Wait for the end of the program; return its exit code, negative for a signal.

        Raises:
            TimeoutError: It is still running.
        """
        end = time.perf_counter() + seconds
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
                while self.read(0.05):
                    pass
                return self.exit_code
            if time.perf_counter() > end:
                raise TimeoutError(f"still running:\n{self.text}")
            self.read(0.05)


def _seconds(pid: int, *, ended: bool = False) -> float:
    """Return the processor time of a process; NaN where the system does not tell.

    Args:
        pid: The process.
        ended: Whether that of children which have ended counts, too.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return sum(map(int, fields[11 : 15 if ended else 13])) / os.sysconf("SC_CLK_TCK")

"""What a run of a program costs, measured from a small process of its own.

``python -m benchmarks.measure SECONDS OUTPUT COMMAND…`` prints what the command took. A child starts with the
peak of memory that its parent had, so the parent must be small.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

PATIENCE = 120
"""Seconds after which a run is stopped: six times what a million words a side should take."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of a program took.

    Attributes:
        cpu: Seconds of processor time, of all its processes.
        wall: Seconds that passed.
        memory: Most memory that one of its processes held, in megabytes.
    """

    cpu: float
    wall: float
    memory: float

    def cells(self) -> tuple[str, str, str]:
        """Return the three figures for a row of a table."""
        return f"{self.cpu:.2f}", f"{self.wall:.2f}", f"{self.memory:.0f}"


def measured(
    command: Sequence[str],
    *,
    output: str = os.devnull,
    fine: tuple[int, ...] = (0,),
    patience: float = PATIENCE,
) -> Cost | str:
    """Run a program and return what it took.

    Args:
        command: Program and arguments.
        output: File for its standard output.
        fine: Exit codes that tell of no failure.
        patience: Seconds after which it is stopped.

    Returns:
        The cost, or a word for what went wrong: ``stopped``, or ``failed`` with the exit code.
    """
    launcher = [sys.executable, "-m", "benchmarks.measure", str(patience), output, *command]
    told = subprocess.run(launcher, check=True, capture_output=True, text=True).stdout
    report = json.loads(told)
    if report["stopped"]:
        return "stopped"
    if report["code"] not in fine:
        return f"failed ({report['code']})"
    return Cost(report["cpu"], report["wall"], report["memory"])


def main() -> None:
    """Run the command that the arguments name and print what it took as JSON."""
    patience, output, *command = sys.argv[1:]
    stopped = threading.Event()
    with open(output, "wb") as stream:
        start = time.monotonic()
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

        def stop() -> None:
            stopped.set()
            os.killpg(child.pid, signal.SIGKILL)

        stopping = threading.Timer(float(patience), stop)
        stopping.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
        finally:
            stopping.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    report = {
        "stopped": stopped.is_set(),
        "code": child.returncode,
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": time.monotonic() - start,
        "memory": usage.ru_maxrss / 1024,
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()

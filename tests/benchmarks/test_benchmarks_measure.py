from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.measure import Cost, measured


def test_a_run_tells_its_time_and_memory(tmp_path: Path) -> None:
    printed = tmp_path / "printed"
    cost = measured([sys.executable, "-c", "print('x' * 3, len(b'x' * 50_000_000))"], output=str(printed))
    assert isinstance(cost, Cost)
    assert printed.read_text() == "xxx 50000000\n"
    assert cost.cpu > 0
    assert cost.wall > 0
    assert cost.memory > 45


def test_the_memory_of_the_asking_process_does_not_count() -> None:
    held = b"x" * 200_000_000
    cost = measured([sys.executable, "-c", "pass"])
    assert isinstance(cost, Cost)
    assert cost.memory * 1_000_000 < len(held) / 2


def test_a_run_that_takes_too_long_is_stopped() -> None:
    assert measured([sys.executable, "-c", "import time; time.sleep(60)"], patience=0.3) == "stopped"


def test_a_run_that_fails_is_no_cost() -> None:
    leave = [sys.executable, "-c", "raise SystemExit(3)"]
    assert measured(leave) == "failed (3)"
    assert isinstance(measured(leave, fine=(0, 3)), Cost)

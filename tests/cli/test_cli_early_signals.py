"""Signals that come while the screen is being loaded."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from compare_tui.cli.early_signals import EarlySignals

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are a Unix thing")


@pytest.fixture
def early() -> Iterator[EarlySignals]:
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL), signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signals = EarlySignals()
    yield signals
    signals.give_back()
    signal.signal(signal.SIGTERM, before[0])
    signal.signal(signal.SIGHUP, before[1])


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_program_in_order(name: str, early: EarlySignals) -> None:
    number = getattr(signal, name)
    early.take()
    with pytest.raises(SystemExit) as end:
        signal.raise_signal(number)
    assert end.value.code == 128 + number


def test_a_signal_that_is_held_back_is_kept_for_the_screen(early: EarlySignals) -> None:
    early.take()
    early.holds_back = True
    assert early.held is None
    signal.raise_signal(signal.SIGTERM)
    assert early.held == signal.SIGTERM


def test_a_signal_that_is_ignored_stays_so(early: EarlySignals) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    early.take()
    signal.raise_signal(signal.SIGHUP)
    early.give_back()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_what_was_taken_is_given_back(early: EarlySignals) -> None:
    early.take()
    assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    early.give_back()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_signal_amid_imports_ends_the_program_behind_them(early: EarlySignals) -> None:
    early.take()
    done = []

    def import_slowly() -> None:
        with early.importing():
            signal.raise_signal(signal.SIGTERM)
            done.append("imported")

    with pytest.raises(SystemExit) as end:
        import_slowly()
    assert end.value.code == 128 + signal.SIGTERM
    assert done == ["imported"]

"""A real headless Chromium for tests; they are skipped, with the reason, where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VARIABLE = "COMPARE_TUI_TEST_CHROMIUM"
"""Names a Chromium that neither Playwright nor the search path knows."""

UNPACKED = Path(__file__).parent.parent / "build" / "browser" / "chromium"
"""Where ``make browser`` puts one."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "chrome-headless-shell")


CHOSEN, HOME = os.environ.get(VARIABLE), os.environ.get("HOME")
"""As they were when the tests began: each test has a home of its own, where no browser is installed."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser, and end it."""
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as variables:
        if HOME is not None:
            variables.setenv("HOME", HOME)
        starting = sync_playwright().start()
    try:
        own = starting.chromium.executable_path
        there = [one for one in (own, str(UNPACKED)) if Path(one).exists()]
        found = [CHOSEN, *there, *map(shutil.which, NAMES)]
        path = next((one for one in found if one), None)
        if path is None:
            pytest.skip(
                f"no Chromium: run `make browser` or `playwright install chromium`, or set {VARIABLE}"
            )
        browser = starting.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
    finally:
        starting.stop()

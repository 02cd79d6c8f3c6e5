from __future__ import annotations

import sys
from pathlib import Path

import pytest

A = """Ferry runs aground near Orsk

The ferry Meridian ran aground near Orsk on Monday with 48 people on board.

The coastguard said that everyone was brought ashore within two hours.

The owner of the ferry refused to comment.
"""
B = """Passengers saved in Orsk

Within two hours everyone had been brought ashore, the coastguard said.

On Monday the ferry Meridian had run aground near Orsk. There were 52 people on board.

The harbour stays closed until Thursday.
"""


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """Return the command that compares two short articles."""
    a, b = tmp_path / "wire.txt", tmp_path / "paper.txt"
    a.write_text("The ferry Meridian ran aground near Orsk on Monday.\n\nThere were 48 people on board.\n")
    b.write_text("On Monday the ferry Meridian ran aground near Orsk.\n\nThere were 52 people on board.\n")
    return [sys.executable, "-m", "compare_tui", str(a), str(b), "--author", "mara"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str | None]:
    """Variables under which the program cannot see the developer's own settings."""
    folder = str(tmp_path / "home")
    names = ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"]
    return {**dict.fromkeys(names, folder), "TEXTUAL_ANIMATIONS": "none", "NO_COLOR": None, "COLORFGBG": None}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "wire.txt", tmp_path / "paper.txt"
    a.write_text(A, encoding="utf-8")
    b.write_text(B, encoding="utf-8")
    return a, b

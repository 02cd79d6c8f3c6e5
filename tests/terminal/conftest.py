from __future__ import annotations

import sys
from pathlib import Path

import pytest


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """Return the command that compares two short articles."""
    a, b = tmp_path / "wire.txt", tmp_path / "paper.txt"
    a.write_text("The ferry Meridian ran aground near Orsk on Monday.\n\nThere were 48 people on board.\n")
    b.write_text("On Monday the ferry Meridian ran aground near Orsk.\n\nThere were 52 people on board.\n")
    return [sys.executable, "-m", "compare_tui", str(a), str(b), "--author", "mara"]

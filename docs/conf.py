"""How Sphinx builds the manual: ``make docs``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from docs.reference_tables import filled

from compare_tui import __version__

project = "compare-tui"
author = "The compare-tui developers"
release = version = __version__
extensions = ["myst_parser"]
exclude_patterns = ["*.py"]
html_theme = "furo"
html_title = f"compare-tui {release}"
html_show_copyright = False
html_show_sphinx = False
myst_heading_anchors = 3


def _fill(app: Any, name: str, source: list[str]) -> None:
    """Put what the code tells in place of the markers of a page."""
    source[0] = filled(source[0])


def setup(app: Any) -> None:
    """Register what is done with each page."""
    app.connect("source-read", _fill)

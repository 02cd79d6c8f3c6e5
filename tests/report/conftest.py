from __future__ import annotations

from pathlib import Path

import pytest

from compare_tui.article import read_article
from compare_tui.comparison import compare
from compare_tui.report.document import Report, make_report
from compare_tui.review.panel import open_panel

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def report() -> Report:
    """The report of a pair that holds markup and formulas, with the notebooks of two people."""
    folder = GOLDEN / "pair"
    a, b = (read_article(folder / name, label=name) for name in ("wire.txt", "paper.txt"))
    return make_report(compare(a, b), open_panel([folder], (a, b)), style=True)

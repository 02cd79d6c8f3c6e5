"""``compare-tui agree NOTEBOOK…``: how far several people agree on a pair."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.annotation import write_atomically
from compare_tui.cli.arguments import UsageError, parse, parser
from compare_tui.cli.panels import add_notebooks, opened_panel
from compare_tui.report.agreement_data import agreement_data, units_table
from compare_tui.report.agreement_text import agreement_report
from compare_tui.review.agreement import agreement_of
from compare_tui.review.opening import shown

_WRONG_INPUT = 2


def run(words: Sequence[str]) -> int:
    """Print the agreement; return 2 where a notebook that was named is left out."""
    options = parser("agree", "Tell how far several people agree on what differs between two articles.")
    add_notebooks(options)
    options.add_argument(
        "--format", choices=["text", "json", "csv"], default="text", help="csv: the units; default: text"
    )
    options.add_argument("--units", metavar="FILE", type=Path, help="write the units as CSV, for other tools")
    options.add_argument(
        "--adjudicated",
        action="store_true",
        help="count a notebook that was merged out of others as one more annotator",
    )
    arguments = parse(options, words)
    panel, left_out = opened_panel(arguments.notebooks, adjudicated=arguments.adjudicated)
    agreement = agreement_of(panel)
    if agreement is None:
        raise UsageError("expected annotations of two people or more; the others have only reviewed")
    if arguments.units is not None:
        if panel.was_given(arguments.units):
            raise UsageError(f"{shown(arguments.units)}: not written: it is one of the notebooks")
        write_atomically(arguments.units, units_table(panel, agreement).encode("utf-8"))
    if arguments.format == "json":
        data = agreement_data(panel, agreement)
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    elif arguments.format == "csv":
        sys.stdout.write(units_table(panel, agreement))
    else:
        sys.stdout.write(agreement_report(panel, agreement))
    return _WRONG_INPUT if left_out else 0

"""``compare-tui compare A B``: the comparison as text or JSON, without a screen."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.cli.arguments import (
    add_articles,
    add_similarity,
    parse,
    parser,
    read_articles,
    similarity_of,
)
from compare_tui.cli.found_notebooks import add_own_notebook, find_panel
from compare_tui.cli.progress import progress_line


def run(words: Sequence[str]) -> int:
    """Print the comparison; return 1 where ``--exit-code`` is given and differences were found."""
    options = parser("compare", "Print what two articles share and where they differ.")
    add_articles(options)
    add_similarity(options)
    options.add_argument(
        "--notes",
        metavar="FILE",
        type=Path,
        help="notebook whose corrections of links count; default: beside A",
    )
    add_own_notebook(options)
    options.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
    options.add_argument("--style", action="store_true", help="tell differences of mere style too")
    options.add_argument("--exit-code", action="store_true", help="end with 1 where differences were found")
    arguments = parse(options, words)
    similarity = similarity_of(arguments)
    a, b = read_articles(arguments)
    panel = find_panel(arguments, a, b, [arguments.notes] if arguments.notes else [])

    from compare_tui.comparison import compare

    with progress_line() as progress:
        comparison = compare(a, b, similarity=similarity, progress=progress)
    if panel is not None:
        from compare_tui.report.document import corrections_of, with_corrections

        comparison = with_corrections(comparison, corrections_of(panel))
    if arguments.format == "json":
        from compare_tui.report import json_pieces

        sys.stdout.writelines(json_pieces(comparison))
    else:
        from compare_tui.report import linear_report

        sys.stdout.write(linear_report(comparison, style=arguments.style, width=report_width()))
    differs = any(arguments.style or found.severity != "style" for found in comparison.differences)
    return 1 if arguments.exit_code and (differs or comparison.only_a or comparison.only_b) else 0


def report_width() -> int | None:
    """Columns of the terminal that shows the report; None for pipes and files."""
    if not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns

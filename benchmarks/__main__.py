"""Print every table, or those that are named: ``python -m benchmarks [TABLE…] [--markdown PAGE]``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import agreement, batch, labelled_tables, links, notebooks, reviewing, screen, speed
from benchmarks.tables import Table, write_into


def main() -> None:
    """Print the tables that are asked for, and put them into a page of the manual."""
    options = argparse.ArgumentParser(prog="python -m benchmarks")
    options.add_argument(
        "tables",
        nargs="*",
        metavar="TABLE",
        help="links, labelled, speed, screen, notebooks, agreement, reviewing or batch; default: all",
    )
    options.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="folder of alignment data (*-dev.jsonl with a, b and gold links); "
        f"default: {links.VARIABLE}, then ../shared/data beside the checkout",
    )
    options.add_argument(
        "--pairs-tool",
        type=Path,
        metavar="FILE",
        help="script that makes pairs of long texts in place of the built-in one; it is run as "
        "FILE FOLDER --sizes N --modes heavy and writes heavy-N-a.txt, heavy-N-b.txt and heavy-N-truth.tsv",
    )
    options.add_argument(
        "--markdown", type=Path, metavar="PAGE", help="replace the tables between the markers of this page"
    )
    arguments = options.parse_args()
    printers: dict[str, Callable[[], list[Table]]] = {
        "links": partial(links.print_tables, arguments.data),
        "labelled": labelled_tables.print_tables,
        "speed": partial(speed.print_tables, arguments.pairs_tool),
        "screen": screen.print_tables,
        "notebooks": notebooks.print_tables,
        "agreement": agreement.print_tables,
        "reviewing": reviewing.print_tables,
        "batch": batch.print_tables,
    }
    unknown = [name for name in arguments.tables if name not in printers]
    if unknown:
        options.error(f"no table {unknown[0]!r}; there are {', '.join(printers)}")
    for name in arguments.tables or printers:
        made = printers[name]()
        print()
        if arguments.markdown:
            write_into(arguments.markdown, made)


main()

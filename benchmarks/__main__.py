"""Print every table: ``python -m benchmarks [links|labelled|speed|screen] [--data DIR]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import labelled_pairs, links, screen, speed

TABLES = {
    "links": links.print_table,
    "labelled": labelled_pairs.print_table,
    "speed": speed.print_table,
    "screen": screen.print_table,
}


def main() -> None:
    """Print the tables that are asked for."""
    options = argparse.ArgumentParser(prog="python -m benchmarks")
    options.add_argument("tables", nargs="*", choices=[*TABLES, []], help="default: all")
    options.add_argument(
        "--data", type=Path, metavar="DIR", help="folder of alignment data (*.jsonl with a, b and gold links)"
    )
    arguments = options.parse_args()
    for name in arguments.tables or TABLES:
        TABLES[name](arguments.data)
        print()


main()

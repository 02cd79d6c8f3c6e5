"""``compare-tui check FILE…``: what is wrong with notebooks and tag sets."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.article import clean
from compare_tui.cli.arguments import UsageError, parse, parser


def run(words: Sequence[str]) -> int:
    """Print a line a problem; return 2 where there is any."""
    options = parser("check", "Name every mistake in notebooks and tag sets, a line each.")
    options.add_argument(
        "files",
        metavar="FILE",
        type=Path,
        nargs="+",
        help="a notebook, a tag set, or a folder: *.notes.yaml, *.tags.yaml and tags.yaml in it are checked",
    )
    options.add_argument("-v", "--verbose", action="store_true", help="say what was checked, on stderr")
    arguments = parse(options, words)
    from compare_tui.review.checking import check_files, files_to_check

    paths: dict[Path, None] = {}
    for path in arguments.files:
        found = files_to_check(path)
        if not found:
            raise UsageError(f"{clean(str(path), lines=False)}: no notebooks or tag sets in this folder")
        paths |= dict.fromkeys(found)
    is_wrong = False
    for checked in check_files(paths):
        name = clean(str(checked.path), lines=False)
        sys.stdout.writelines(f"{line}\n" for line in checked.errors)
        for line in checked.warnings:
            place, _, told = line.removeprefix(f"{name}:").partition(": ")
            print(f"{name}:{place}: warning: {told}", file=sys.stderr)
        is_wrong = is_wrong or bool(checked.errors)
        if arguments.verbose:
            count = len(checked.errors)
            state = f"{count} problem{'' if count == 1 else 's'}" if count else "no problems"
            print(f"{name}: {checked.what or 'not readable'}: {state}", file=sys.stderr)
    return 2 if is_wrong else 0

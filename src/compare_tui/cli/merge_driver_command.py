"""``compare-tui merge-driver BASE OURS THEIRS``: merge a notebook changed on two machines, for git."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from compare_tui.annotation import read_notebook, write_atomically, write_notebook
from compare_tui.annotation.three_way import merge_notebooks
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article import clean
from compare_tui.cli.arguments import parse, parser

_CLEAN, _TO_LOOK_AT = 0, 1


def run(words: Sequence[str]) -> int:
    """Write the merge of BASE, OURS and THEIRS into OURS; return 1 where somebody has to look at it.

    Where one of them cannot be read, OURS stays as it is.
    """
    options = parser("merge-driver", "Merge a notebook that one person changed on two machines, for git.")
    options.add_argument("base", metavar="BASE", type=Path, help="what both have grown out of; may be empty")
    options.add_argument("ours", metavar="OURS", type=Path, help="our state; the merge is written into it")
    options.add_argument("theirs", metavar="THEIRS", type=Path, help="the other state")
    options.add_argument("--path", metavar="PATH", help="what to call the notebook in messages")
    arguments = parse(options, words)
    name = clean(arguments.path or str(arguments.ours), lines=False)
    base_data, ours_data, theirs_data = map(read_file, (arguments.base, arguments.ours, arguments.theirs))
    base = read_notebook(base_data, f"{name} (base)") if base_data.strip() else None
    ours = read_notebook(ours_data, f"{name} (ours)")
    theirs = read_notebook(theirs_data, f"{name} (theirs)")
    merged = merge_notebooks(base, ours, theirs)
    data = write_notebook(merged.file)
    if data == write_notebook(theirs):
        data = theirs_data
    if data != write_notebook(ours):
        write_atomically(arguments.ours, data)
    for line in merged.told:
        print(f"{name}: {line}", file=sys.stderr)
    return _TO_LOOK_AT if merged.conflicts else _CLEAN

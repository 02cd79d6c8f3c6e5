"""``compare-tui completion SHELL``: the completions for a shell."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from compare_tui.cli.arguments import parse, parser
from compare_tui.settings.resources import resource_folder

SHELLS = ("bash", "zsh", "fish")


def run(words: Sequence[str]) -> int:
    """Print the completions, which are made from the parsers when the program is built."""
    options = parser("completion", "Print the completions of commands, options and files for a shell.")
    options.add_argument("shell", metavar="SHELL", choices=SHELLS, help="bash, zsh or fish")
    path = resource_folder("shell") / f"compare-tui.{parse(options, words).shell}"
    sys.stdout.write(path.read_text(encoding="utf-8"))
    return 0

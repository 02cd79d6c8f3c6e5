"""``compare-tui schema NAME``: the JSON Schema of a file format."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from compare_tui.cli.arguments import parse, parser
from compare_tui.report.schemas import SCHEMAS, schema_text


def run(words: Sequence[str]) -> int:
    """Print the schema."""
    options = parser("schema", "Print the JSON Schema of a file format.")
    options.add_argument("name", choices=sorted(SCHEMAS), help="which format")
    sys.stdout.write(schema_text(parse(options, words).name))
    return 0

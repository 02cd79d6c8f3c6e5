"""``compare-tui explain A B --passage a6``: why passages are linked, without a screen."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare_tui.article import Article
from compare_tui.cli.arguments import (
    UsageError,
    add_articles,
    add_similarity,
    parse,
    parser,
    read_articles,
    similarity_of,
)
from compare_tui.cli.progress import progress_line

if TYPE_CHECKING:
    from compare_tui.comparison.explaining import Side

_PASSAGE = re.compile(r"\s*([ab])\s*([1-9][0-9]{0,8})\s*", re.IGNORECASE)


def run(words: Sequence[str]) -> int:
    """Print what speaks for the links of some passages, and what their runners-up lack."""
    options = parser("explain", "Tell why passages are linked, and why others are not.")
    add_articles(options)
    add_similarity(options)
    options.add_argument(
        "--passage",
        metavar="NAME",
        type=_named,
        action="append",
        help="a passage, e.g. a6 or b11; may be given several times; default: all of A",
    )
    options.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
    arguments = parse(options, words)
    similarity = similarity_of(arguments)
    a, b = read_articles(arguments)
    wanted = [_index(side, number, a if side == "a" else b) for side, number in arguments.passage or ()]
    if not arguments.passage:
        wanted = [("a", index) for index, passage in enumerate(a.passages) if passage.role != "furniture"]

    from compare_tui.comparison.explaining import Explainer
    from compare_tui.report.explanation import explanation_data, explanation_lines

    with progress_line() as progress:
        explainer = Explainer(a, b, similarity=similarity, progress=progress)
    found = [explainer.explain(side, index) for side, index in wanted]
    if arguments.format == "json":
        data = [explanation_data(explanation, a, b) for explanation in found]
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        blocks = ("\n".join(explanation_lines(explanation, a, b)) for explanation in found)
        sys.stdout.write("\n\n".join(blocks) + "\n")
    return 0


def _named(text: str) -> tuple[Side, int]:
    found = _PASSAGE.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"expected a passage such as a6 or b11, not {text!r}")
    return ("a" if found[1].lower() == "a" else "b"), int(found[2])


def _index(side: Side, number: int, article: Article) -> tuple[Side, int]:
    if number > len(article.passages):
        count = len(article.passages)
        known = f"it has {side}1 to {side}{count}" if count else "it has none"
        raise UsageError(f"article {side.upper()} has no passage {side}{number}: {known}")
    return side, number - 1

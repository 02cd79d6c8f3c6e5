"""``compare-tui report A B [NOTEBOOK…] -o FILE``: what was found and annotated, to hand on."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.cli.arguments import (
    STDIN,
    UsageError,
    add_articles,
    add_similarity,
    parse,
    parser,
    read_articles,
    similarity_of,
)
from compare_tui.cli.found_notebooks import add_own_notebook, find_panel
from compare_tui.cli.progress import progress_line

if TYPE_CHECKING:
    from compare_tui.article import Article
    from compare_tui.review.panel import Panel

_FORMATS = ("text", "md", "html", "csv", "json", "w3c", "svg")
_REVIEW_FORMATS = ("text", "md", "html", "csv")


def run(words: Sequence[str]) -> int:
    """Write the report."""
    options = parser("report", "Write a report of two articles and of what people say of them.")
    add_articles(options)
    options.add_argument(
        "notebooks",
        metavar="NOTEBOOK",
        type=Path,
        nargs="*",
        help="a notebook, or a folder with notebooks; default: your own beside A, with --review all there",
    )
    add_own_notebook(options)
    add_similarity(options)
    options.add_argument(
        "--format", choices=_FORMATS, help="default: what the ending of FILE says; text without FILE"
    )
    options.add_argument("-o", "--output", metavar="FILE", help="the report; default, or -: standard output")
    options.add_argument(
        "--review",
        action="store_true",
        help="tell of the review: who found what, all verdicts, what is disputed; as text, md, html or csv",
    )
    options.add_argument("--style", action="store_true", help="tell differences of mere style too")
    options.add_argument("--force", action="store_true", help="overwrite FILE")
    arguments = parse(options, words)

    from compare_tui.report.formats import format_of

    output = None if arguments.output in (None, STDIN) else Path(arguments.output)
    name = arguments.format or (format_of(output) if output else "text")
    if name is None:
        raise UsageError(f"the ending of {_shown(output)} names no format: --format does")
    if arguments.review and name not in _REVIEW_FORMATS:
        *first, last = _REVIEW_FORMATS
        raise UsageError(f"--review: the format is {', '.join(first)} or {last}")
    sources = [Path(one) for one in (arguments.a, arguments.b) if one != STDIN] + arguments.notebooks
    if output:
        _refuse(output, sources, force=arguments.force)
    similarity = similarity_of(arguments)
    a, b = read_articles(arguments)
    named = arguments.notebooks
    if arguments.review and not named and a.path is not None:
        named = [a.path.parent]
    panel = find_panel(arguments, a, b, named)
    if arguments.review:
        text = _review(a, b, panel, name)
    else:
        from compare_tui.comparison import compare
        from compare_tui.report.document import make_report
        from compare_tui.report.formats import written

        with progress_line() as progress:
            comparison = compare(a, b, similarity=similarity, progress=progress)
        text = written(make_report(comparison, panel, style=arguments.style), name)
    # What cannot be written as UTF-8 is half a character, which no reader of the file would take.
    data = text.encode("utf-8", "replace")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return 0
    if panel is not None:
        sources += [one.path for one in panel.notebooks]

    from compare_tui.annotation import write_atomically

    write_atomically(output, data, check=lambda: _refuse(output, sources, force=arguments.force))
    print(f"compare-tui: report in {_shown(output)}", file=sys.stderr)
    return 0


def _review(a: Article, b: Article, panel: Panel | None, name: str) -> str:
    if panel is None:
        raise UsageError("--review: expected a notebook of these articles")
    from compare_tui.report.review_document import make_review_report
    from compare_tui.report.review_formats import REVIEW_FORMATS

    return REVIEW_FORMATS[name](make_review_report(a, b, panel))


def _refuse(output: Path, sources: Sequence[Path], *, force: bool) -> None:
    """Refuse to overwrite what the report is made of, or any file without ``--force``."""
    real = os.path.realpath(output)
    if any(os.path.realpath(source) == real for source in sources):
        raise UsageError(f"{_shown(output)}: not written: the report is made of it")
    if os.path.lexists(output) and not force and not _is_stream(output):
        raise UsageError(f"{_shown(output)}: not written: it exists already; --force overwrites it")


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _shown(path: Path | None) -> str:
    from compare_tui.article import clean

    return clean(str(path), lines=False)

"""``compare-tui pairs FOLDER``: which articles of a folder tell of the same event, as a list of pairs."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from compare_tui.annotation import write_atomically
from compare_tui.article import clean
from compare_tui.article.wording import counted
from compare_tui.cli.arguments import UsageError, at_least_one, parse, parser
from compare_tui.cli.progress import progress_bar, say
from compare_tui.corpus.executors import processes, usable_processors
from compare_tui.corpus.proposing import (
    LEAST_SCORE,
    LONGEST_GAP,
    Corpus,
    Gist,
    Proposal,
    article_files,
    gist_of,
    read_gists,
)

FEW = 50
"""Articles up to which starting more processes takes longer than reading."""

_CHUNK = 8
_DONE, _SKIPPED = 0, 2


def run(words: Sequence[str]) -> int:
    """Print or write the list; return 2 where a file could not be read."""
    gc.enable()
    to = parser("pairs", "Propose which articles in a folder tell of the same event, as a list for batch.")
    to.add_argument("folder", metavar="FOLDER", type=Path, help="articles, also in folders below it")
    to.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="write the list here; default: print it, for FOLDER"
    )
    to.add_argument("--force", action="store_true", help="overwrite FILE")
    to.add_argument(
        "--least",
        metavar="SCORE",
        type=_share,
        default=LEAST_SCORE,
        help=f"how alike two articles must be, 0 to 1; default: {LEAST_SCORE}",
    )
    to.add_argument(
        "--days",
        metavar="N",
        type=at_least_one,
        default=LONGEST_GAP,
        help=f"days between two articles, at most, where both dates are known; default: {LONGEST_GAP}",
    )
    to.add_argument(
        "--jobs", metavar="N", type=at_least_one, help="processes that read; default: one a processor"
    )
    arguments = parse(to, words)
    folder: Path = arguments.folder
    if not folder.is_dir():
        raise UsageError(f"{clean(str(folder), lines=False)}: no such folder")
    output: Path | None = arguments.output
    if output is not None and output.exists() and not arguments.force:
        raise UsageError(f"{clean(str(output), lines=False)} exists; --force overwrites it")
    corpus, failed = _read(article_files(folder), arguments.jobs or usable_processors())
    with progress_bar("matching", len(corpus)) as step:
        proposals = corpus.propose(least=arguments.least, days=arguments.days, tell=lambda _: step(""))
    base = folder if output is None else output.parent
    text = "".join(_entries(proposals, base))
    if output is None:
        sys.stdout.write(text)
    else:
        write_atomically(output, text.encode("utf-8"))
    for copy, path in corpus.copies():
        say(f"{path}: the same text as {copy}")
    found = f"{counted(len(proposals), 'pair')} proposed out of {counted(len(corpus), 'article')}"
    say(f"{found}; {failed} skipped")
    return _SKIPPED if failed else _DONE


def _read(files: Sequence[Path], jobs: int) -> tuple[Corpus, int]:
    """Return the articles, and the number of files that are none."""
    corpus, failed = Corpus(), 0
    with progress_bar("reading", len(files)) as step:
        for gist in _gists(files, jobs):
            if gist.reason:
                failed += 1
                step(f"skipped: {gist.reason}")
            else:
                corpus.add(gist)
                step("; ".join(gist.notices))
    return corpus, failed


def _gists(files: Sequence[Path], jobs: int) -> Iterator[Gist]:
    if jobs == 1 or len(files) <= FEW:
        yield from map(gist_of, files)
        return
    with processes(jobs) as executor:
        yield from read_gists(files, partial(executor.map, gist_of, chunksize=_CHUNK))


def _entries(proposals: Sequence[Proposal], base: Path) -> Iterator[str]:
    """Yield the list, a pair at a time; the score and the words stand in comments."""
    yield "# Proposed pairs, the likeliest first. Take out what does not belong together.\n"
    if not proposals:
        yield "[]\n"
    for one in proposals:
        yield f"- a: {_written(one.a, base)}  # {one.score:.2f}: {', '.join(one.shared)}\n"
        yield f"  b: {_written(one.b, base)}\n"


def _written(path: Path, base: Path) -> str:
    """Return a path as YAML text, relative to the folder of the list."""
    return json.dumps(os.path.relpath(path, base), ensure_ascii=False)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if 0 <= value <= 1:
        return value
    raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, not {text!r}")

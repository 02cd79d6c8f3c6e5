"""``compare-tui batch LIST -o FOLDER``: compare many pairs."""

from __future__ import annotations

import argparse
import contextlib
import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.article import clean
from compare_tui.article.wording import counted
from compare_tui.cli.arguments import (
    UsageError,
    add_reading,
    add_similarity,
    at_least_one,
    parse,
    parser,
    similarity_name,
)
from compare_tui.cli.progress import progress_bar, say
from compare_tui.corpus.batch import Batch, Finished, Plan
from compare_tui.corpus.executors import ClusterError, cluster, processes, usable_processors
from compare_tui.corpus.gathering import Reading
from compare_tui.corpus.pair_list import PairList, read_pair_list
from compare_tui.corpus.work import FORMATS, Format

if TYPE_CHECKING:
    from compare_tui.corpus.batch import MakeExecutor

IN_FLIGHT = 2
"""Pairs in flight for each worker: one that it compares and one that it can begin at once."""

_DONE, _SKIPPED = 0, 2


def options() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    to = parser("batch", "Compare many pairs of articles. A run that was stopped is taken up where it was.")
    to.add_argument("list", metavar="LIST", type=Path, help="a YAML list of pairs, each with a and b")
    to.add_argument("-o", "--output", metavar="FOLDER", type=Path, required=True, help="where results go")
    to.add_argument(
        "--format",
        type=_formats,
        default=("json",),
        metavar="json|csv",
        help="what is written for each pair; json,csv for both; default: json",
    )
    to.add_argument(
        "--jobs", metavar="N", type=at_least_one, help="processes at work; default: one a processor"
    )
    to.add_argument("--scheduler", metavar="ADDRESS", help="a Dask cluster to work on, e.g. tcp://host:8786")
    add_reading(to, "all articles")
    add_similarity(to)
    return to


def run(words: Sequence[str]) -> int:
    """Compare the pairs; return 2 where any was skipped."""
    # Unlike a single comparison, thousands of them leave garbage worth collecting.
    gc.enable()
    arguments = parse(options(), words)
    if arguments.scheduler and arguments.jobs:
        raise UsageError("--jobs is for processes of this machine, --scheduler for a cluster")
    listed = read_pair_list(arguments.list)
    similarity = similarity_name(arguments)
    for warning in listed.warnings:
        say(f"warning: {warning}")
    for error in listed.errors:
        say(error)
    try:
        with _workers(arguments) as (make, workers):
            reading = Reading(arguments.encoding, arguments.allow_private, arguments.refresh, arguments.proxy)
            plan = Plan(
                listed.pairs, arguments.output, arguments.format, IN_FLIGHT * workers, reading, similarity
            )
            return _run(Batch(plan, make), listed)
    except ClusterError as error:
        raise UsageError(clean(str(error), lines=False)) from None


def _run(batch: Batch, listed: PairList) -> int:
    total = len(listed.pairs)
    skipped, old = len(listed.errors), 0
    with progress_bar("comparing", total) as step:
        for finished in batch.run():
            old += finished.is_old
            if finished.reason:
                skipped += 1
                step(_told(finished))
            else:
                step("")
            for notice in finished.notices:
                say(f"{finished.pair.place}: {finished.pair.name}: {notice}")
    compared = total + len(listed.errors) - skipped
    earlier = f", {old} of them in an earlier run" if old else ""
    say(f"{counted(compared, 'pair')} compared{earlier}; {skipped} skipped")
    return _SKIPPED if skipped else _DONE


def _told(finished: Finished) -> str:
    return f"{finished.pair.place}: {finished.pair.name}: skipped: {finished.reason}"


@contextlib.contextmanager
def _workers(arguments: argparse.Namespace) -> Iterator[tuple[MakeExecutor, int]]:
    if arguments.scheduler is None:
        jobs = arguments.jobs or usable_processors()
        yield (lambda: processes(jobs)), jobs
        return
    with cluster(arguments.scheduler) as (executor, threads):
        yield (lambda: contextlib.nullcontext(executor)), threads


def _formats(text: str) -> tuple[Format, ...]:
    wanted = set(text.split(","))
    if not wanted <= set(FORMATS):
        raise argparse.ArgumentTypeError(f"expected json, csv or json,csv, not {text!r}")
    return tuple(one for one in FORMATS if one in wanted)

"""Comparing many pairs on any executor, a bounded number of them at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from compare_tui.annotation.model import NotebookError
from compare_tui.annotation.save import sweep_temporary, write_atomically
from compare_tui.article.clean import clean
from compare_tui.article.model import ArticleError
from compare_tui.corpus.ahead import Ahead
from compare_tui.corpus.gathering import AS_FOUND, PAGES, Gatherer, Reading, Ready
from compare_tui.corpus.manifest import Done, Manifest, digest
from compare_tui.corpus.pair_list import ListedPair
from compare_tui.corpus.work import Counts, Ending, Format, Outcome, compare_task
from compare_tui.report.annotations_csv import ANNOTATION_COLUMNS
from compare_tui.report.cells import safe_cell
from compare_tui.report.differences_csv import DIFFERENCE_COLUMNS

PAIRS = "pairs"
"""Folder of the results, inside the output folder."""

READERS = 8
"""Threads that read sources: most of their time they wait for servers and for other processes."""

WINDOW = 16
"""Pairs that are read ahead of the workers, at most."""

_ANNOTATIONS: Ending = "annotations.csv"

MakeExecutor = Callable[[], AbstractContextManager[Executor]]
"""Makes an executor; called again where one broke because a worker died."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is to do.

    Attributes:
        pairs: The pairs, names unique.
        output: The output folder; made where it is missing.
        formats: What is written for each pair.
        in_flight: Pairs that are with the executor at one time, at most.
        reading: How sources are read.
        similarity: Name of a similarity function that workers can load.
    """

    pairs: Sequence[ListedPair]
    output: Path
    formats: tuple[Format, ...] = ("json",)
    in_flight: int = 4
    reading: Reading = AS_FOUND
    similarity: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A pair that needs no more work.

    Attributes:
        pair: The pair.
        reason: Why it was skipped; "" where it was compared.
        is_old: Whether an earlier run had compared it.
        notices: What must be said of it, a sentence each.
    """

    pair: ListedPair
    reason: str = ""
    is_old: bool = False
    notices: tuple[str, ...] = ()


class Batch:
    """One run over a list of pairs.

    Args:
        plan: What to do.
        make_executor: Makes what runs the comparisons.
    """

    def __init__(self, plan: Plan, make_executor: MakeExecutor) -> None:
        self._plan = plan
        self._make = make_executor
        self._folder = plan.output / PAIRS
        self._failed: dict[str, str] = {}

    def run(self) -> Iterator[Finished]:
        """Compare what no earlier run has, and yield each pair as it is finished.

        The tables are written when the iterator is exhausted; until then every pair that was yielded is safe.

        Raises:
            NotebookError: The output folder cannot be written.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            name = clean(str(self._folder), lines=False)
            raise NotebookError(f"{name}: the folder cannot be made: {error.strerror}") from error
        for folder in (self._plan.output, self._folder, self._plan.output / PAGES):
            sweep_temporary(folder)
        manifest = Manifest(self._plan.output)
        is_whole = False
        try:
            for finished in self._finish_all(manifest):
                if finished.reason:
                    self._failed[finished.pair.name] = finished.reason
                yield finished
            is_whole = True
        finally:
            in_order = [pair.name for pair in self._plan.pairs if pair.name not in self._failed]
            manifest.close(in_order if is_whole else None)
            if not is_whole:
                # An interrupt can come between two steps of writing.
                for folder in (self._plan.output, self._folder):
                    sweep_temporary(folder, own=True)
        self._write_tables(manifest)

    def _finish_all(self, manifest: Manifest) -> Iterator[Finished]:
        plan = self._plan
        gatherer = Gatherer(
            plan.output,
            plan.formats,
            plan.reading,
            plan.similarity,
            lambda pair, key: self._is_done(manifest.done.get(pair.name), key),
        )
        waiting = Ahead(plan.pairs, gatherer.ready, threads=READERS, window=WINDOW)
        suspects: list[Ready] = []
        try:
            while True:
                broken: list[Ready] = []
                with self._make() as executor:
                    yield from self._drain(executor, waiting, manifest, broken)
                # A worker that dies takes all pairs in flight with it: each is tried once more, alone.
                suspects = broken
                for ready in suspects:
                    again: list[Ready] = []
                    alone = Ahead([ready], lambda one: one, threads=1, window=1)
                    with self._make() as executor:
                        yield from self._drain(executor, alone, manifest, again)
                    alone.close()
                    if again:
                        yield Finished(
                            ready.pair, "the process that compared it died; perhaps it ran out of memory"
                        )
                if not suspects:
                    return
        finally:
            waiting.close()

    def _drain(
        self,
        executor: Executor,
        waiting: Ahead[ListedPair, Ready] | Ahead[Ready, Ready],
        manifest: Manifest,
        broken: list[Ready],
    ) -> Iterator[Finished]:
        """Hand pairs to an executor until none is left or it breaks; what it lost goes into ``broken``."""
        running: dict[Future[Outcome], Ready] = {}
        try:
            while True:
                head = None
                while not broken and len(running) < self._plan.in_flight:
                    head = waiting.head()
                    if head is None or not head.done():
                        break
                    yield from self._start(executor, waiting.take(), running, broken)
                    head = None
                if not running and (broken or head is None):
                    return
                done, _ = wait([*running, *([head] if head else ())], return_when=FIRST_COMPLETED)
                for future in done:
                    if future is not head:
                        yield from self._end(future, running, manifest, broken)
        finally:
            for future in running:
                future.cancel()

    def _start(
        self,
        executor: Executor,
        taken: tuple[ListedPair | Ready, Future[Ready]],
        running: dict[Future[Outcome], Ready],
        broken: list[Ready],
    ) -> Iterator[Finished]:
        """Hand one pair to an executor, unless it is done already or could not be read."""
        thing, future = taken
        pair = thing.pair if isinstance(thing, Ready) else thing
        try:
            ready = future.result()
        except (ArticleError, NotebookError) as error:
            yield Finished(pair, str(error))
            return
        except Exception as error:
            yield Finished(pair, f"it cannot be read: {_said(error)}")
            return
        if ready.task is None:
            yield Finished(pair, is_old=True)
            return
        try:
            running[executor.submit(compare_task, ready.task)] = ready
        except BrokenExecutor:
            broken.append(ready)

    def _end(
        self,
        future: Future[Outcome],
        running: dict[Future[Outcome], Ready],
        manifest: Manifest,
        broken: list[Ready],
    ) -> Iterator[Finished]:
        """Take what came back from an executor."""
        ready = running.pop(future)
        try:
            outcome = future.result()
        except BrokenExecutor:
            broken.append(ready)
            return
        except Exception as error:
            outcome = Outcome(reason=f"the comparison failed: {_said(error)}")
        yield self._keep(ready, outcome, manifest)

    def _is_done(self, done: Done | None, key: str) -> bool:
        """Tell whether an earlier run has left the very files that this one would write."""
        if done is None or done.key != key:
            return False
        try:
            return all(
                digest(self._file(done.name, one).read_bytes()) == expected
                for one, expected in done.digests.items()
            )
        except OSError:
            return False

    def _keep(self, ready: Ready, outcome: Outcome, manifest: Manifest) -> Finished:
        pair = ready.pair
        if outcome.counts is None:
            return Finished(pair, outcome.reason)
        for one, data in outcome.files:
            # What a power cut takes away is missed by its digest, and made again.
            write_atomically(self._file(pair.name, one), data, durable=False)
        digests: dict[str, str] = {one: digest(data) for one, data in outcome.files}
        manifest.add(Done(pair.name, ready.key, outcome.counts, digests))
        return Finished(pair, notices=(*ready.notices, *outcome.notices))

    def _file(self, name: str, ending: str) -> Path:
        return self._folder / f"{name}.{ending}"

    def _write_tables(self, manifest: Manifest) -> None:
        """Write a row for each pair; and with CSV all differences in one table."""
        columns = [field.name for field in fields(Counts)]
        rows: list[tuple[object, ...]] = [("pair", "a", "b", "state", *columns, "reason")]
        for pair in self._plan.pairs:
            reason = self._failed.get(pair.name, "")
            counts = ("",) * len(columns) if reason else astuple(manifest.done[pair.name].counts)
            state = "skipped" if reason else "compared"
            names = (safe_cell(clean(text, lines=False)) for text in (pair.name, pair.a, pair.b))
            rows.append((*names, state, *counts, safe_cell(reason)))
        write_atomically(self._plan.output / "summary.csv", _table(rows).encode("utf-8"))
        if "csv" not in self._plan.formats:
            return
        done = [pair.name for pair in self._plan.pairs if pair.name not in self._failed]
        self._join("differences.csv", DIFFERENCE_COLUMNS, [self._file(name, "csv") for name in done])
        if any(pair.notes for pair in self._plan.pairs):
            noted = [name for name in done if _ANNOTATIONS in manifest.done[name].digests]
            files = [self._file(name, _ANNOTATIONS) for name in noted]
            self._join("annotations.csv", ANNOTATION_COLUMNS, files)

    def _join(self, name: str, columns: Sequence[str], files: Sequence[Path]) -> None:
        """Write a table out of the rows of many pairs."""
        table = self._plan.output / name
        unfinished = table.with_name(f".{table.name}.part")
        with unfinished.open("wb") as stream:
            stream.write(_table([tuple(columns)]).encode("utf-8"))
            for file in files:
                stream.write(file.read_bytes())
        unfinished.replace(table)


def _said(error: Exception) -> str:
    return clean(f"{type(error).__name__}: {error}", lines=False)


def _table(rows: Sequence[tuple[object, ...]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()

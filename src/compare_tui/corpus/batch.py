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
from compare_tui.annotation.yaml_read import read_file
from compare_tui.article.clean import clean
from compare_tui.corpus.manifest import Done, Manifest, digest
from compare_tui.corpus.pair_list import ListedPair
from compare_tui.corpus.work import Counts, Format, Outcome, Source, Task, compare_task
from compare_tui.report.cells import safe_cell
from compare_tui.report.differences_csv import DIFFERENCE_COLUMNS

PAIRS = "pairs"
"""Folder of the results, inside the output folder."""

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
        encoding: Character encoding of all articles; None for what their bytes tell.
    """

    pairs: Sequence[ListedPair]
    output: Path
    formats: tuple[Format, ...] = ("json",)
    in_flight: int = 4
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A pair that needs no more work.

    Attributes:
        pair: The pair.
        reason: Why it was skipped; "" where it was compared.
        is_old: Whether an earlier run had compared it.
    """

    pair: ListedPair
    reason: str = ""
    is_old: bool = False


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
        sweep_temporary(self._plan.output)
        sweep_temporary(self._folder)
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
        self._write_tables(manifest)

    def _finish_all(self, manifest: Manifest) -> Iterator[Finished]:
        waiting = iter(self._plan.pairs)
        suspects: list[ListedPair] = []
        while True:
            broken: list[ListedPair] = []
            with self._make() as executor:
                yield from self._drain(executor, waiting, manifest, broken)
            # A worker that dies takes all pairs in flight with it: each is tried once more, alone.
            suspects = broken
            for pair in suspects:
                again: list[ListedPair] = []
                with self._make() as executor:
                    yield from self._drain(executor, iter([pair]), manifest, again)
                if again:
                    yield Finished(pair, "the process that compared it died; perhaps it ran out of memory")
            if not suspects:
                return

    def _drain(
        self,
        executor: Executor,
        waiting: Iterator[ListedPair],
        manifest: Manifest,
        broken: list[ListedPair],
    ) -> Iterator[Finished]:
        """Hand pairs to an executor until none is left or it breaks; what it lost goes into ``broken``."""
        running: dict[Future[Outcome], tuple[ListedPair, str]] = {}
        is_over = False
        try:
            while running or not is_over:
                while not is_over and not broken and len(running) < self._plan.in_flight:
                    pair = next(waiting, None)
                    if pair is None:
                        is_over = True
                        break
                    yield from self._start(executor, pair, manifest, running, broken)
                if broken:
                    is_over = True
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    pair, key = running.pop(future)
                    try:
                        outcome = future.result()
                    except BrokenExecutor:
                        broken.append(pair)
                        continue
                    except Exception as error:
                        said = clean(f"{type(error).__name__}: {error}", lines=False)
                        outcome = Outcome(reason=f"the comparison failed: {said}")
                    yield self._keep(pair, key, outcome, manifest)
        finally:
            for future in running:
                future.cancel()

    def _start(
        self,
        executor: Executor,
        pair: ListedPair,
        manifest: Manifest,
        running: dict[Future[Outcome], tuple[ListedPair, str]],
        broken: list[ListedPair],
    ) -> Iterator[Finished]:
        """Hand one pair to an executor, unless it is done already or cannot be read."""
        try:
            task = Task(
                pair.name,
                Source(clean(pair.a, lines=False), read_file(pair.a_path), pair.date_a),
                Source(clean(pair.b, lines=False), read_file(pair.b_path), pair.date_b),
                self._plan.formats,
                self._plan.encoding,
            )
        except NotebookError as error:
            yield Finished(pair, str(error))
            return
        key = task.key()
        if self._is_done(manifest.done.get(pair.name), key):
            yield Finished(pair, is_old=True)
            return
        try:
            running[executor.submit(compare_task, task)] = (pair, key)
        except BrokenExecutor:
            broken.append(pair)

    def _is_done(self, done: Done | None, key: str) -> bool:
        """Tell whether an earlier run has left the very files that this one would write."""
        if done is None or done.key != key:
            return False
        try:
            return all(
                digest(self._file(done.name, one).read_bytes()) == done.digests.get(one)
                for one in self._plan.formats
            )
        except OSError:
            return False

    def _keep(self, pair: ListedPair, key: str, outcome: Outcome, manifest: Manifest) -> Finished:
        if outcome.counts is None:
            return Finished(pair, outcome.reason)
        for one, data in outcome.files:
            write_atomically(self._file(pair.name, one), data)
        digests: dict[str, str] = {one: digest(data) for one, data in outcome.files}
        manifest.add(Done(pair.name, key, outcome.counts, digests))
        return Finished(pair)

    def _file(self, name: str, one: Format) -> Path:
        return self._folder / f"{name}.{one}"

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
        table = self._plan.output / "differences.csv"
        unfinished = table.with_name(f".{table.name}.part")
        with unfinished.open("wb") as stream:
            stream.write(_table([DIFFERENCE_COLUMNS]).encode("utf-8"))
            for pair in self._plan.pairs:
                if pair.name not in self._failed:
                    stream.write(self._file(pair.name, "csv").read_bytes())
        unfinished.replace(table)


def _table(rows: Sequence[tuple[object, ...]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()

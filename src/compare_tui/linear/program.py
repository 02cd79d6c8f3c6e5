"""The program by ear: it compares, then answers each key with lines, and saves when it ends."""

from __future__ import annotations

import gc
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, TextIO

from compare_tui.linear.key_source import InputEndedError, KeySource, Signals
from compare_tui.linear.piped_keys import PipedKeys
from compare_tui.linear.sentences import article_line, summary_line
from compare_tui.linear.session import Session
from compare_tui.linear.terminal_keys import TerminalKeys
from compare_tui.linear.wording import sentence
from compare_tui.tui.pairs import SIDES
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.explaining import notes_told

if TYPE_CHECKING:
    from pathlib import Path

    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison
    from compare_tui.comparison.similarity import Similarity
    from compare_tui.tui.key_map import KeyMap
    from compare_tui.tui.screens.signing import AuthorQuestion

PROGRESS_EVERY = 3.0
"""Seconds between two words on how far the comparison is; the first comes after as many."""

PROBLEMS_TOLD = 3
"""Problems of the settings that are told; `config check` names all."""


class LinearProgram:
    """Reads two articles aloud, key by key."""

    def __init__(
        self,
        a: Article,
        b: Article,
        notebook: Notebook,
        *,
        key_map: KeyMap,
        similarity: Similarity | None = None,
        show_style: bool = False,
        problems: Sequence[str] = (),
        reread: Callable[[], tuple[Article, Article]] | None = None,
        author_question: AuthorQuestion | None = None,
        compare: Callable[..., Comparison] | None = None,
        output: TextIO | None = None,
        progress: TextIO | None = None,
        colleagues: Sequence[Path] = (),
        reveal: bool = False,
    ) -> None:
        """Make the program.

        Args:
            a: The first article.
            b: The second article.
            notebook: Where annotations go.
            key_map: The keys in effect.
            similarity: A similarity function from outside.
            show_style: Whether differences of mere style are told from the start.
            problems: What of the settings is not followed, cleaned.
            reread: Reads both articles anew; None where that cannot be done.
            author_question: What is needed to ask who annotates; None where nobody is to be asked.
            compare: Compares the articles; None for the program's own comparison.
            output: Where the lines go; None for standard output.
            progress: Where the progress goes; None for standard error.
            colleagues: Notebooks of others.
            reveal: Whether what they hold is told from the start.
        """
        self._output = output or sys.stdout
        self._progress = progress or sys.stderr
        self._problems = problems
        self._own = compare
        self._signals = Signals()
        self._keys: KeySource | None = None
        self._last_told = 0.0
        self._session = Session(
            a,
            b,
            notebook,
            keys=self,
            tell=self._tell,
            key_map=key_map,
            similarity=similarity,
            show_style=show_style,
        )
        self._colleagues, self._reveal = colleagues, reveal
        self._session.reread, self._session.author_question = reread, author_question

    @property
    def session(self) -> Session:
        """Where the reader is."""
        return self._session

    def key(self) -> str:
        """Return the next key."""
        return self._source().key()

    def line(self) -> str | None:
        """Return the next line."""
        return self._source().line()

    def run(self, stream: TextIO) -> int:
        """Compare, answer keys until the reader leaves, and save.

        Args:
            stream: What keys are read from: a terminal, or lines from a pipe.

        Returns:
            0, or 128 and the number of the signal that ended it.
        """
        with self._signals:
            keys = self._open(stream)
            with keys if isinstance(keys, AbstractContextManager) else nullcontext():
                self._keys = keys
                try:
                    self._greet()
                    self._compare()
                    self._session.tell_place()
                    if self._reveal:
                        self._session.action_review()
                    while not self._session.is_over:
                        self._session.press(self.key())
                        self._session.look_at_files()
                        if self._session.compares:
                            self._compare()
                except InputEndedError as end:
                    self._keep()
                    self._session.stop_keeping()
                    return 0 if end.signal_number is None else 128 + end.signal_number
                except OSError:
                    self._keep()
                    raise
        self._session.stop_keeping()
        return 0

    def _open(self, stream: TextIO) -> TerminalKeys | PipedKeys:
        if stream.isatty():
            return TerminalKeys(stream.fileno(), self._signals)
        return PipedKeys(stream, self._signals)

    def _source(self) -> KeySource:
        if self._keys is None:
            raise InputEndedError
        return self._keys

    def _greet(self) -> None:
        session = self._session
        for side in SIDES:
            self._tell(article_line(session.pairs.article(side), side))
        for problem in self._problems[:PROBLEMS_TOLD]:
            self._tell(sentence(f"setting not followed: {problem}"))
        if len(self._problems) > PROBLEMS_TOLD:
            self._tell(sentence(f"{len(self._problems) - PROBLEMS_TOLD} more: compare-tui config check"))
        session.start()
        session.accompany(self._colleagues, reveal=self._reveal)
        if session.has_colleagues and not self._reveal:
            self._tell(sentence("what colleagues marked is hidden", f"{session.key('reveal')} reveals it"))

    def _compare(self) -> None:
        """Compare, as long as nobody interrupts it; tell what came of it."""
        session = self._session
        session.compares = False
        self._last_told = time.monotonic()
        gc.disable()
        try:
            with self._signals.waiting():
                compare = self._own or _comparison_with(session.similarity)
                found = compare(session.a, session.b, progress=self._tell_progress)
        except InputEndedError as end:
            if end.signal_number != signal.SIGINT:
                raise
            self._tell(sentence("the comparison is stopped", f"{session.key('toggle_comparison')} compares"))
            return
        except Exception as error:
            # Whatever went wrong, the articles stay readable and the reader is told.
            self._tell(sentence(f"the comparison failed: {safe(str(error)) or type(error).__name__}"))
            return
        finally:
            gc.enable()
        session.take_comparison(found)
        shown = session.comparison or found
        self._tell(summary_line(session.pairs, len(shown.only_a), len(shown.only_b), len(shown.links)))
        for note in notes_told(found.notes, session.key("explain")):
            self._tell(sentence(note))
        self._tell(sentence(f"{session.key('help')} tells all keys"))

    def _tell_progress(self, done: float, word: str) -> None:
        now = time.monotonic()
        if now - self._last_told >= PROGRESS_EVERY:
            self._last_told = now
            print(f"comparing, {done * 100:.0f} percent", file=self._progress, flush=True)

    def _keep(self) -> None:
        """Save what is there, the note that is being written too; keep a copy where that fails."""
        session = self._session
        session.tell = _nowhere
        session.keep_draft()
        if not session.save(tell=False) and session.notebook.dirty:
            session.save_copy()

    def _tell(self, line: str) -> None:
        """Append one line; nothing in it moves a cursor."""
        self._output.write(safe(line) + "\n")
        self._output.flush()


def _comparison_with(similarity: Similarity | None) -> Callable[..., Comparison]:
    from compare_tui.comparison import compare

    return partial(compare, similarity=similarity)


def _nowhere(line: str) -> None:
    """Tell a line to nobody: whoever listened may be gone."""

"""The program on the screen."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from compare_tui.tui.bindings import bindings_for, with_keys
from compare_tui.tui.ending_signals import ENDING_SIGNALS
from compare_tui.tui.key_map import DEFAULT_KEYS, KeyMap
from compare_tui.tui.key_queue import KeyQueue, typed_events
from compare_tui.tui.lasting_output import LastingOutput
from compare_tui.tui.plain import safe
from compare_tui.tui.preview import ENTER
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.signs import ASCII, signs
from compare_tui.tui.terminal_background import Background, asks_for_light
from compare_tui.tui.theming import Theming

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider
    from textual.driver import Driver

    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison
    from compare_tui.comparison.similarity import Similarity
    from compare_tui.review.opening import NotebookReader
    from compare_tui.tui.screens.arriving import Arrival
    from compare_tui.tui.screens.reviewing import Group
    from compare_tui.tui.screens.signing import AuthorQuestion

_UNTIL_MOUNTED = 0.02
"""Seconds after which a signal that came before the screen was there is looked at again."""

PROBLEMS_TOLD = 3
"""Problems of the settings that a toast names; more would cover the text."""


def _commands() -> type[Provider]:
    from compare_tui.tui.commands import ActionCommands

    return ActionCommands


class CompareApp(Theming, inherit_bindings=False):
    """Shows two articles and what joins them, and takes down what a person says about it."""

    CSS_PATH = "app.tcss"
    TITLE = "compare-tui"
    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_commands}  # type: ignore[assignment]
    # The keys of the palette and of leaving belong to the reading screen; over a dialog they would lose what
    # is being typed.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False, system=True)]
    ENABLE_COMMAND_PALETTE = False
    _greeting_shown = False
    colleagues: Sequence[Path] = ()
    """Notebooks of others to review, shown at once."""
    companions: Sequence[Path] = ()
    """Notebooks of others that stay hidden until they are revealed, beside those that lie there."""
    notebook_reader: NotebookReader | None = None
    """Knows the notebooks that were read before the screen was there; None knows none."""
    has_second_screen = False
    """Whether the terminal's second screen is open already, with the text on it."""
    signal_before: Callable[[], int | None] | None = None
    """Gives the signal to end that has come before the screen could take it; None knows of none."""
    group: Group | None = None
    """Finds which marks stand on one place, in another process; None leaves it to a thread."""

    def __init__(
        self,
        a: Article,
        b: Article,
        notebook: Notebook,
        *,
        compare: Callable[..., Comparison] | None = None,
        theme: str | None = None,
        theme_folders: Sequence[Path] = (),
        clock: Callable[[], str] | None = None,
        similarity: Similarity | None = None,
        show_style: bool = False,
        key_map: KeyMap = DEFAULT_KEYS,
        problems: Sequence[str] = (),
        notices: Sequence[str] = (),
        warning: str = "",
        save_in_thread: bool = False,
        reread: Callable[[], tuple[Article, Article]] | None = None,
        open_notebook: Callable[[], Notebook] | None = None,
        greet: bool = False,
        author_question: AuthorQuestion | None = None,
        background: Background = Background(),  # noqa: B008
        arrival: Arrival | None = None,
    ) -> None:
        """Make the program for a pair of articles.

        Args:
            a: The first article.
            b: The second article.
            notebook: Where annotations go.
            compare: Compares the articles; None for ``compare_tui.compare``.
            theme: Name or file name of a colour theme; None takes what the terminal's background asks for.
            theme_folders: Where to look for more themes than the program brings.
            clock: Gives the time for the status line, e.g. "12:04".
            similarity: A similarity function from outside, mixed into the scores of links.
            show_style: Whether differences of mere style are shown from the start.
            key_map: The keys in effect.
            problems: What of the settings is not followed, cleaned; told once at the start.
            notices: What must be said about how the articles were read, cleaned; told once at the start.
            warning: What else is to be known from the start; "" for nothing.
            save_in_thread: Whether acts are saved by another thread, so that no key waits for the disk.
            reread: Reads both articles anew; None where that is not possible.
            open_notebook: Reads the notebook that takes the place of ``notebook``; None where that one stays.
            greet: Whether somebody who starts the program for the first time is told its main keys.
            author_question: How to ask who annotates; None where that is known.
            background: What the terminal has said when it was asked for its background.
            arrival: How the rest comes of articles that are only begun; None where they are whole.
        """
        super().__init__()
        self.animation_level = "none"
        self.set_class(signs() is ASCII, "-ascii")
        light = background.light
        if light is None:
            light = asks_for_light(os.environ)
        self.start_theming(theme, theme_folders, light=light)
        self._keys = KeyQueue(self, super().on_event)
        screen = (
            ReadingScreen
            if key_map.is_default
            else with_keys(ReadingScreen, bindings_for("reading", key_map.actions()))
        )
        self._reading = screen(a, b, notebook, self.look, compare)
        self._reading.clock = clock or (lambda: f"{datetime.now():%H:%M}")
        self._reading.similarity = similarity
        self._reading.show_style = show_style
        self._reading.in_thread = save_in_thread
        self._reading.reread = reread
        self._reading.open_notebook = open_notebook
        self._reading.author_question = author_question
        self._reading.arrival = arrival
        self._held: list[events.Event] = []
        self.unread: Exception | None = None
        self.key_map = key_map
        self._problems = problems
        self._notices = notices
        self._warning = warning
        self._greet = greet
        self._typed_ahead = background.typed
        self._late_answer = background.late_answer()

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen; the program starts on it."""
        return self._reading

    def on_load(self) -> None:
        """Take what was typed before the screen was there."""
        for event in typed_events(self._typed_ahead):
            self.post_message(event)

    def on_mount(self) -> None:
        """Read themes that somebody asked for once the texts are on the screen; listen to signals."""
        self.call_after_refresh(self.follow_themes)
        if self._problems:
            self.call_after_refresh(self._tell_problems)
        if self._notices:
            self.call_after_refresh(self._tell_notices)
        if self._warning:
            self.notify(self._warning, severity="warning", timeout=10, markup=False)
        self._reading.notebook_reader, self._reading.group = self.notebook_reader, self.group
        if self.colleagues:
            self._reading.start_review(self.colleagues)
        else:
            self._reading.when_whole(partial(self._reading.accompany, self.companions))
        if self._greet:
            self.call_after_refresh(self._show_greeting)
        for number in ENDING_SIGNALS:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)
        if self.signal_before is not None and (held := self.signal_before()) is not None:
            self._end(held)

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        """Let what draws on the terminal outlive it."""
        driver = super()._build_driver(headless, inline, mouse, size)
        if (stream := vars(driver).get("_file")) is not None:
            vars(driver)["_file"] = LastingOutput(stream, ENTER if self.has_second_screen else "")
        return driver

    def on_unmount(self) -> None:
        """Leave the signals to others."""
        for number in ENDING_SIGNALS:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().remove_signal_handler(number)

    def _tell_problems(self) -> None:
        """Tell what of the settings is not followed."""
        told = [safe(problem) for problem in self._problems[:PROBLEMS_TOLD]]
        if len(self._problems) > PROBLEMS_TOLD:
            told.append(f"and {len(self._problems) - PROBLEMS_TOLD} more: compare-tui config check")
        text = "\n".join(told)
        self.notify(text, title="Settings not followed", severity="warning", timeout=10, markup=False)

    def _tell_notices(self) -> None:
        """Tell how the articles were read where that is not plain."""
        text = "\n".join(safe(notice) for notice in self._notices)
        self.notify(text, title="How the articles were read", timeout=10, markup=False)

    def _show_greeting(self) -> None:
        """Tell the main keys, the first time."""
        from compare_tui.settings.first_start import started_before
        from compare_tui.tui.greeting import greeting

        if not started_before():
            self._greeting_shown = True
            self._reading.show_hint(greeting(self.key_map))

    def _end_greeting(self) -> None:
        """Take the greeting away, for good."""
        if not self._greeting_shown:
            return
        from compare_tui.settings.first_start import remember_start

        self._greeting_shown = False
        self._reading.show_hint(())
        remember_start()

    @property
    def copy_path(self) -> Path | None:
        """Where annotations were kept that could not be saved in their notebook."""
        return self._reading.copy_path

    async def on_event(self, event: events.Event) -> None:
        """Hand typed keys on one at a time; everything else at once."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._late_answer is not None and self._late_answer.takes(event.character, event.time):
                return
            if self._reading.arrival is not None:
                self._held.append(event)
                return
            self._end_greeting()
            await self._keys.type(event)
            return
        if self._reading.arrival is not None and isinstance(event, events.MouseEvent | events.Paste):
            self._held.append(event)
            return
        if isinstance(event, events.MouseDown):
            self._end_greeting()
        await super().on_event(event)

    def go_on(self, error: Exception | None = None) -> None:
        """Take what was typed before the articles were whole, or leave and say what cannot be read.

        Args:
            error: Why they do not become whole, kept in ``unread``; None where they are.
        """
        self.unread = error
        if error is not None:
            self.exit(return_code=2)
        held, self._held = self._held, []
        for event in held:
            self.post_message(event)

    async def action_quit(self) -> None:
        """Leave; ask only where something could not be saved."""
        self._reading.save_then(self._leave)
        if self._reading.writing:
            self._reading.say("saving: the program ends when the disk has everything")

    def _leave(self, saved: bool) -> None:
        """Leave, or ask what is to become of what could not be saved."""
        if saved or not self._reading.notebook.dirty:
            self.exit()
            return
        from compare_tui.tui.screens.confirm import LeaveUnsaved

        reading = self._reading

        def answered(answer: str | None) -> None:
            if answer == "merge":
                reading.ask_about_foreign_change()
            elif answer == "elsewhere":
                reading.action_save_as()
            elif answer == "lose" or (answer == "copy" and reading.save_copy()):
                reading.give_up()
                self.exit()

        self.clear_notifications()
        self.push_screen(LeaveUnsaved(self.look, reading.save_error, can_merge=reading.is_foreign), answered)

    def action_help_quit(self) -> None:
        """Tell how to leave: ctrl+c copies or interrupts elsewhere."""
        self.clear_notifications()
        self.notify(f"{self.key_map.first('quit')} leaves the program", timeout=3, markup=False)

    def _end(self, signal_number: int) -> None:
        """Keep what is being written, save, and leave: the terminal closes or the machine goes down."""
        if not self._reading.is_mounted:
            # What is being mounted fails when it is taken away meanwhile.
            self.set_timer(_UNTIL_MOUNTED, partial(self._end, signal_number))
            return
        self._reading.keep_draft()
        if not self._reading.save(tell=False) and self._reading.notebook.dirty:
            self._reading.save_copy()
        self.exit(return_code=128 + signal_number)

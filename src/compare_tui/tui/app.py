"""The program on the screen."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import (
    PLAIN_THEME,
    ColourTheme,
    ThemeError,
    find_theme,
    load_themes,
    read_theme,
)
from compare_tui.tui.bindings import with_keys
from compare_tui.tui.key_map import DEFAULT_KEYS, KeyMap
from compare_tui.tui.key_queue import KeyQueue
from compare_tui.tui.look import Look
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.signs import ASCII, in_quotes, signs
from compare_tui.tui.textual_themes import textual_theme

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider

    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison
    from compare_tui.comparison.similarity import Similarity


_ENDING_SIGNALS = ("SIGTERM", "SIGHUP")
"""Signals at which the program saves and gives the terminal back; Windows lacks the second."""

PROBLEMS_TOLD = 3
"""Problems of the settings that a toast names; more would cover the text."""


def _commands() -> type[Provider]:
    from compare_tui.tui.commands import ActionCommands

    return ActionCommands


class CompareApp(App[None], inherit_bindings=False):
    """Shows two articles and what joins them, and takes down what a person says about it."""

    CSS_PATH = "app.tcss"
    TITLE = "compare-tui"
    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_commands}  # type: ignore[assignment]
    # The keys of the palette and of leaving belong to the reading screen; over a dialog they would lose what
    # is being typed.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False, system=True)]
    ENABLE_COMMAND_PALETTE = False
    _themes_read = False

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
        """
        super().__init__()
        self.animation_level = "none"
        self.set_class(signs() is ASCII, "-ascii")
        self._wanted_theme = theme
        self._theme_folders = (resource_folder("themes"), *theme_folders)
        self._themes: tuple[ColourTheme, ...] = ()
        self._colours = self._first_theme()
        self.look = Look(self._colours)
        self.register_theme(textual_theme(self._colours))
        self.theme = self._colours.name
        self._keys = KeyQueue(self, super().on_event)
        screen = (
            ReadingScreen if key_map.is_default else with_keys(ReadingScreen, "reading", key_map.actions())
        )
        self._reading = screen(a, b, notebook, self.look, compare)
        self._reading.clock = clock or (lambda: f"{datetime.now():%H:%M}")
        self._reading.similarity = similarity
        self._reading.show_style = show_style
        self.key_map = key_map
        self._problems = problems
        self._notebook = notebook

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen; the program starts on it."""
        return self._reading

    def on_mount(self) -> None:
        """Read themes that somebody asked for once the texts are on the screen; listen to signals."""
        if self._wanted_theme is not None or any(folder.is_dir() for folder in self._theme_folders[1:]):
            self.call_after_refresh(self._read_themes)
        if self._problems:
            self.call_after_refresh(self._tell_problems)
        for name in _ENDING_SIGNALS:
            if hasattr(signal, name):
                number = getattr(signal, name)
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def on_unmount(self) -> None:
        """Leave the signals to others."""
        for name in _ENDING_SIGNALS:
            if hasattr(signal, name):
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    asyncio.get_running_loop().remove_signal_handler(getattr(signal, name))

    def use_theme(self, name: str) -> None:
        """Change the colours; nothing moves.

        Args:
            name: Name or file name of a theme; nothing happens where there is none.
        """
        self._read_themes()
        found = find_theme(self._themes, name)
        if found is not None:
            self._colours = found
            self.look = Look(found)
            self.theme = found.name
            self._reading.set_look(self.look)

    def use_next_theme(self) -> None:
        """Change to the theme that follows in the list."""
        self._read_themes()
        names = [one.name for one in self._themes]
        if names:
            at = names.index(self._colours.name) + 1 if self._colours.name in names else 0
            self.use_theme(names[at % len(names)])
            self.notify(self._colours.name, timeout=2, markup=False)

    def _first_theme(self) -> ColourTheme:
        """Return the theme to start with; only one file is read where nobody asked for a theme by name."""
        brightness = "light" if asks_for_light(os.environ.get("COLORFGBG", "")) else "dark"
        if self._wanted_theme is None:
            try:
                return read_theme(self._theme_folders[0] / f"{brightness}.yaml")
            except ThemeError:
                return PLAIN_THEME
        self._themes = load_themes(*self._theme_folders).loaded
        found = find_theme(self._themes, self._wanted_theme) or find_theme(self._themes, brightness)
        return found or PLAIN_THEME

    def _read_themes(self) -> None:
        """Read every theme, once, and tell which cannot be used."""
        if self._themes_read:
            return
        self._themes_read = True
        self._themes, failed = load_themes(*self._theme_folders)
        for one in self._themes:
            self.register_theme(textual_theme(one))
        if failed:
            reasons = "\n".join(f"{safe(file)}: {safe(reason)}" for file, reason in failed.items())
            self.notify(reasons, title="Themes not loaded", severity="warning", timeout=10, markup=False)
        if self._wanted_theme is not None and find_theme(self._themes, self._wanted_theme) is None:
            names = ", ".join(one.name for one in self._themes)
            message = f"no theme {in_quotes(safe(self._wanted_theme))}; there are {names}"
            self.notify(message, severity="warning", timeout=10, markup=False)

    def _tell_problems(self) -> None:
        """Tell what of the settings is not followed."""
        told = [safe(problem) for problem in self._problems[:PROBLEMS_TOLD]]
        if len(self._problems) > PROBLEMS_TOLD:
            told.append(f"and {len(self._problems) - PROBLEMS_TOLD} more: compare-tui config check")
        text = "\n".join(told)
        self.notify(text, title="Settings not followed", severity="warning", timeout=10, markup=False)

    @property
    def copy_path(self) -> Path | None:
        """Where annotations were kept that could not be saved in their notebook."""
        return self._reading.copy_path

    async def on_event(self, event: events.Event) -> None:
        """Hand typed keys on one at a time; everything else at once."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._keys.type(event)
        else:
            await super().on_event(event)

    async def action_quit(self) -> None:
        """Leave; ask only where something could not be saved."""
        if self._reading.save(tell=False) or not self._notebook.dirty:
            self.exit()
            return
        from compare_tui.tui.screens.confirm import Answer, LeaveUnsaved

        def answered(answer: Answer | None) -> None:
            if answer == "lose" or (answer == "copy" and self._reading.save_copy()):
                self.exit()

        self.clear_notifications()
        self.push_screen(LeaveUnsaved(self.look, self._reading.save_error), answered)

    def action_help_quit(self) -> None:
        """Tell how to leave: ctrl+c copies or interrupts elsewhere."""
        self.clear_notifications()
        self.notify(f"{self.key_map.first('quit')} leaves the program", timeout=3, markup=False)

    def _end(self, signal_number: int) -> None:
        """Keep what is being written, save, and leave: the terminal closes or the machine goes down."""
        self._reading.keep_draft()
        if not self._reading.save(tell=False) and self._notebook.dirty:
            self._reading.save_copy()
        self.exit(return_code=128 + signal_number)


def asks_for_light(colorfgbg: str) -> bool:
    """Return whether a terminal says that its background is light.

    Args:
        colorfgbg: The variable COLORFGBG, "foreground;background" as numbers of the 16 colours.
    """
    return colorfgbg.rpartition(";")[2] in ("7", "15")

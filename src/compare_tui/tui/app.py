"""The program on the screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.theme import Theme

from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import ColourTheme, find_theme, load_themes
from compare_tui.tui.look import Look
from compare_tui.tui.parts import safe
from compare_tui.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.command import Provider

    from compare_tui.annotation.notebook import Notebook
    from compare_tui.article.model import Article
    from compare_tui.comparison.model import Comparison


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
    ) -> None:
        """Make the program for a pair of articles.

        Args:
            a: The first article.
            b: The second article.
            notebook: Where annotations go.
            compare: Compares the articles; None for ``compare_tui.comparison.compare``.
            theme: Name or file name of a colour theme; None takes what the terminal's background asks for.
            theme_folders: Where to look for more themes than the program brings.
            clock: Gives the time for the status line, e.g. "12:04".
        """
        super().__init__()
        self.animation_level = "none"
        self._themes, self._failed_themes = load_themes(resource_folder("themes"), *theme_folders)
        self._wanted_theme = theme
        found = find_theme(self._themes, theme) if theme is not None else None
        self._colours = found or preferred_theme(self._themes, os.environ.get("COLORFGBG", ""))
        self.look = Look(self._colours)
        self._theme_missing = theme is not None and found is None
        for one in self._themes:
            self.register_theme(textual_theme(one))
        self.theme = self._colours.name
        self._reading = ReadingScreen(a, b, notebook, self.look, compare)
        self._reading.clock = clock or (lambda: f"{datetime.now():%H:%M}")
        self._notebook = notebook

    def get_default_screen(self) -> ReadingScreen:
        """Return the reading screen; the program starts on it."""
        return self._reading

    def on_mount(self) -> None:
        """Tell which themes cannot be used."""
        if self._failed_themes:
            reasons = "\n".join(
                f"{safe(file)}: {safe(reason)}" for file, reason in self._failed_themes.items()
            )
            self.notify(reasons, title="Themes not loaded", severity="warning", timeout=10, markup=False)
        if self._theme_missing:
            names = ", ".join(one.name for one in self._themes)
            self.notify(
                f"no theme {safe(self._wanted_theme or '')!r}; there are {names}", timeout=10, markup=False
            )

    def use_theme(self, name: str) -> None:
        """Change the colours; nothing moves.

        Args:
            name: Name of a loaded theme.
        """
        found = find_theme(self._themes, name)
        if found is not None:
            self._colours = found
            self.look = Look(found)
            self.theme = found.name
            self._reading.set_look(self.look)

    def use_next_theme(self) -> None:
        """Change to the theme that follows in the list."""
        names = [one.name for one in self._themes]
        name = names[(names.index(self._colours.name) + 1) % len(names)]
        self.use_theme(name)
        self.notify(name, timeout=2, markup=False)

    async def action_quit(self) -> None:
        """Leave; ask only where something could not be saved."""
        if not self._notebook.dirty or self._reading.save():
            self.exit()
            return
        from compare_tui.tui.screens.confirm import Confirm

        question = "The annotations could not be saved. Leave and lose what is not on disk?"

        def answered(leave: bool | None) -> None:
            if leave:
                self.exit()

        self.push_screen(Confirm(self.look, question, "leave", "stay"), answered)


def preferred_theme(themes: Sequence[ColourTheme], colorfgbg: str) -> ColourTheme:
    """Return the theme for a terminal's background, dark where it says nothing.

    Args:
        themes: What can be chosen; not empty.
        colorfgbg: The variable COLORFGBG, "foreground;background" as numbers of the 16 colours.

    Returns:
        The first theme of the right brightness, else the first of all.
    """
    background = colorfgbg.rpartition(";")[2]
    light = background in ("7", "15")
    return next((one for one in themes if one.dark is not light), themes[0])


def textual_theme(theme: ColourTheme) -> Theme:
    """Return a theme as Textual knows it, for its own parts: dialogs, toasts, the palette."""
    colours: Mapping[str, str] = theme.colours
    return Theme(
        name=theme.name,
        dark=theme.dark,
        primary=colours["accent"],
        secondary=colours["muted"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["cursor"],
        success=colours["good"],
        warning=colours["warning"],
        error=colours["error"],
        variables={
            "block-cursor-background": colours["cursor"],
            "block-cursor-foreground": colours["text"],
            "block-cursor-text-style": "bold",
            "input-cursor-background": colours["accent"],
            "input-cursor-foreground": colours["background"],
            "input-selection-background": colours["cursor"],
            "text-muted": colours["muted"],
            "footer-key-foreground": colours["accent"],
        },
    )

"""The colours of the program, and how they follow the files that they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import App

from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import (
    ColourTheme,
    find_theme,
    first_theme,
    load_themes,
)
from compare_tui.tui.look import Look
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.signs import in_quotes
from compare_tui.tui.textual_themes import textual_theme
from compare_tui.tui.widgets.painted import Painted

LOOK_EVERY = 1.0
"""Seconds between two looks at the folders of themes."""

WRITTEN_AFTER = 0.2
"""Seconds for which a changed file must stay as it is before it is read."""


class Theming(App[None], inherit_bindings=False):
    """The part of the program that chooses colours."""

    look: Look
    _reading: ReadingScreen
    _themes_read = False

    def start_theming(self, wanted: str | None, folders: Sequence[Path], *, light: bool) -> None:
        """Take the colours to start with; only one file is read where nobody asked for a theme by name.

        Args:
            wanted: Name or file name of a theme; None takes what goes with the terminal's background.
            folders: Where to look for more themes than the program brings.
            light: Whether the terminal's background is light.
        """
        self._wanted_theme = wanted
        self._theme_folders = (resource_folder("themes"), *folders)
        self._themes: tuple[ColourTheme, ...] = ()
        self._failed_themes: Mapping[str, str] = {}
        self._colours = self._first_theme("light" if light else "dark")
        self.look = Look(self._colours)
        self.register_theme(textual_theme(self._colours))
        if self._colours.of_terminal:
            self.theme = self._colours.name
        else:
            # Nothing is styled yet: without its watcher, which parses and applies all styles once more, the
            # theme is there from the first style on.
            self.set_reactive(App.theme, self._colours.name)
            self.stylesheet.set_variables(self.get_css_variables())

    def follow_themes(self) -> None:
        """Read themes that somebody asked for; from now on follow the files."""
        from compare_tui.settings.theme_watch import ThemeWatch

        self._watch = ThemeWatch(self._theme_folders)
        if self._wanted_theme is not None or any(folder.is_dir() for folder in self._theme_folders[1:]):
            self._read_themes()
        self.set_interval(LOOK_EVERY, self._look_for_changes)

    def use_theme(self, name: str) -> None:
        """Change the colours; nothing moves.

        Args:
            name: Name or file name of a theme; nothing happens where there is none.
        """
        self._read_themes()
        found = find_theme(self._themes, name)
        if found is not None:
            self._wanted_theme = found.name
            self._show_colours(found)

    def use_next_theme(self) -> None:
        """Change to the theme that follows in the list."""
        self._read_themes()
        names = [one.name for one in self._themes]
        if names:
            at = names.index(self._colours.name) + 1 if self._colours.name in names else 0
            self.use_theme(names[at % len(names)])
            self.notify(self._colours.name, timeout=2, markup=False)

    def _first_theme(self, brightness: str) -> ColourTheme:
        found, self._themes = first_theme(self._wanted_theme, self._theme_folders, brightness)
        return found

    def _read_themes(self) -> None:
        """Read every theme, once, and tell which cannot be used."""
        if self._themes_read:
            return
        self._load_themes()
        if self._wanted_theme is not None and find_theme(self._themes, self._wanted_theme) is None:
            names = ", ".join(one.name for one in self._themes)
            message = f"no theme {in_quotes(safe(self._wanted_theme))}; there are {names}"
            self.notify(message, severity="warning", timeout=10, markup=False)

    def _load_themes(self) -> None:
        """Read every theme, and tell in one message which cannot be used that could before."""
        self._themes_read = True
        known = self._failed_themes
        self._themes, self._failed_themes = load_themes(*self._theme_folders)
        for one in self._themes:
            self.register_theme(textual_theme(one))
        reasons = [
            f"{safe(file)}: {safe(reason)}"
            for file, reason in self._failed_themes.items()
            if known.get(file) != reason
        ]
        if reasons:
            text = "\n".join(reasons)
            self.notify(text, title="Themes not loaded", severity="warning", timeout=10, markup=False)

    def _look_for_changes(self) -> None:
        """Read the themes anew where a file has changed and is written to the end."""
        seen = self._watch.look()
        if seen == "changed":
            self._watch.settle()
            self._load_themes()
            found = self._colours_now()
            if found != self._colours:
                self._show_colours(found)
        elif seen == "writing":
            self.set_timer(WRITTEN_AFTER, self._look_for_changes)

    def _colours_now(self) -> ColourTheme:
        """Return what the files say of the colours in use; those in use where it is broken or gone."""
        file = self._colours.file
        if any(Path(name).stem == file for name in self._failed_themes):
            return self._colours
        found = find_theme(self._themes, self._wanted_theme or self._colours.name)
        same_file = (one for one in self._themes if one.file == file)
        return found or next(same_file, self._colours)

    def _show_colours(self, theme: ColourTheme) -> None:
        self._colours = theme
        self.look = Look(theme)
        self.register_theme(textual_theme(theme))
        if self.theme == theme.name:
            self.mutate_reactive(App.theme)
        else:
            self.theme = theme.name
        self._reading.set_look(self.look)
        for screen in self.screen_stack:
            if screen is not self._reading:
                for widget in screen.query(Painted):
                    widget.set_look(self.look)

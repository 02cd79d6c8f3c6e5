"""Colour themes as YAML files: reading them strictly, and telling why one cannot be used."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from compare_tui.annotation.model import NotebookError
from compare_tui.article.clean import clean
from compare_tui.comparison.kinds import Kind

if TYPE_CHECKING:
    from compare_tui.annotation.yaml_document import Document

COLOUR_NAMES: tuple[str, ...] = (
    "background",
    "surface",
    "cursor",
    "counterpart",
    "text",
    "possible",
    "only",
    "furniture",
    "muted",
    "faint",
    "accent",
    "annotation",
    "good",
    "warning",
    "error",
)
"""Colours of the page and of the program's own words."""

KIND_NAMES: tuple[Kind, ...] = get_args(Kind)
"""Kinds of difference, each with a colour of its own."""

SUFFIXES = (".yaml", ".yml")
"""How the names of theme files end."""

MAX_BYTES = 64 * 1024
"""Largest theme file that is read; a theme needs about one kilobyte."""

TERMINAL_COLOURS: frozenset[str] = frozenset(
    f"{bright}{name}"
    for bright in ("", "bright-")
    for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
) | {"default"}
"""The colours that a terminal names; what they look like is a matter of its own settings."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PLACE = re.compile(r"^.*?:(\d+):\d+: ")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class ColourTheme(NamedTuple):
    """A set of colours for the screen.

    Attributes:
        name: What people call it, e.g. "paper-dark".
        file: Name of its file without ``.yaml``; accepted in place of the name.
        dark: Whether light text stands on a dark page.
        colours: A colour for each of ``COLOUR_NAMES``: ``#rrggbb``, or one of ``TERMINAL_COLOURS`` in a theme
            that has only those.
        kinds: Likewise a colour for each of ``KIND_NAMES``.
    """

    name: str
    file: str
    dark: bool
    colours: Mapping[str, str]
    kinds: Mapping[str, str]

    @property
    def of_terminal(self) -> bool:
        """Whether its colours are those of the terminal."""
        return not self.colours["background"].startswith("#")


PLAIN_THEME = ColourTheme(
    name="plain",
    file="",
    dark=True,
    colours={
        name: "#000000" if name in ("background", "surface", "cursor", "counterpart") else "#ffffff"
        for name in COLOUR_NAMES
    },
    kinds=dict.fromkeys(KIND_NAMES, "#ffffff"),
)
"""White on black, for an installation whose themes cannot be read."""


class LoadedThemes(NamedTuple):
    """What a folder of themes yields.

    Attributes:
        loaded: The usable themes, in order of their file names.
        failed: Name of each unusable file, and the reason in one line.
    """

    loaded: tuple[ColourTheme, ...]
    failed: Mapping[str, str]


class ThemeError(ValueError):
    """A theme file cannot be used; the message gives the reason."""


def load_themes(*folders: Path) -> LoadedThemes:
    """Read every ``*.yaml`` file of the folders; a later theme replaces an earlier one of the same name.

    Args:
        folders: Where to look; one that does not exist holds no themes.

    Returns:
        The usable themes and the reasons why the others are not.
    """
    loaded: dict[str, ColourTheme] = {}
    failed: dict[str, str] = {}
    for folder in folders:
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
        except FileNotFoundError:
            continue
        except OSError as error:
            failed[folder.name] = error.strerror or "cannot be read"
            continue
        for path in paths:
            try:
                theme = read_theme(path)
            except ThemeError as error:
                failed[path.name] = str(error)
            else:
                loaded[theme.name] = theme
    return LoadedThemes(tuple(loaded.values()), failed)


def read_theme(path: Path) -> ColourTheme:
    """Read one theme file.

    Args:
        path: The file.

    Raises:
        ThemeError: It cannot be read, is no theme, or a field is missing, unknown or malformed.
    """
    try:
        if not path.is_file():
            raise ThemeError("not a file" if path.exists() else "no such file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ThemeError(error.strerror or "cannot be read") from error
    if len(data) > MAX_BYTES:
        raise ThemeError(f"larger than {MAX_BYTES // 1024} kB")
    return _checked_theme(_parsed(data, clean(path.name, lines=False)), path.stem)


def find_theme(themes: tuple[ColourTheme, ...], wanted: str) -> ColourTheme | None:
    """Return the theme with this name or file name, or None."""
    by_name = next((theme for theme in themes if theme.name == wanted), None)
    return by_name or next((theme for theme in themes if theme.file == wanted), None)


def first_theme(
    wanted: str | None, folders: Sequence[Path], brightness: str
) -> tuple[ColourTheme, tuple[ColourTheme, ...]]:
    """Return the theme to start with, and those that were read to find it.

    Args:
        wanted: Name or file name of a theme; None takes what goes with the background, and reads no file.
        folders: Where to look; the program's own themes first.
        brightness: "light" or "dark", as the terminal's background is.
    """
    if wanted is None:
        from compare_tui.settings.first_themes import FIRST_THEMES

        return FIRST_THEMES[brightness], ()
    themes = load_themes(*folders).loaded
    return find_theme(themes, wanted) or find_theme(themes, brightness) or PLAIN_THEME, themes


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, section 1.4.3).

    Args:
        one: A colour as ``#rrggbb``.
        other: A colour as ``#rrggbb``.
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parsed(data: bytes, name: str) -> Document:
    """Read a theme file with the strict reader of notebooks."""
    from compare_tui.annotation.yaml_read import read_yaml

    try:
        return read_yaml(data, name)
    except NotebookError as error:
        raise ThemeError(_PLACE.sub(r"line \1: ", str(error), count=1)) from error


def _wrong(document: Document, steps: tuple[str, ...], reason: str) -> ThemeError:
    """Return an error that names the line of a field, or of what should hold it."""
    found = _PLACE.match(str(document.error(steps, "")))
    return ThemeError(f"line {found[1]}: {reason}" if found else reason)


def _checked_theme(document: Document, file: str) -> ColourTheme:
    fields = document.value
    if not isinstance(fields, dict):
        raise _wrong(document, (), "not a mapping of fields")
    unknown = sorted(key for key in fields if key not in ("name", "dark", "colours", "kinds"))
    if unknown:
        raise _wrong(document, (unknown[0],), f"unknown field {_quoted(unknown[0])}")
    name = fields.get("name")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise _wrong(document, ("name",), "name: must be lower-case letters, digits and hyphens")
    dark = fields.get("dark")
    if not isinstance(dark, bool):
        raise _wrong(document, ("dark",), "dark: must be true or false")
    colours = fields.get("colours")
    of_terminal = isinstance(colours, dict) and str(colours.get("background")) in TERMINAL_COLOURS
    return ColourTheme(
        name=name,
        file=file,
        dark=dark,
        colours=_checked_colours(document, "colours", COLOUR_NAMES, of_terminal),
        kinds=_checked_colours(document, "kinds", KIND_NAMES, of_terminal),
    )


def _checked_colours(
    document: Document, field: str, names: tuple[str, ...], of_terminal: bool
) -> dict[str, str]:
    value = document.value.get(field) if isinstance(document.value, dict) else None
    if not isinstance(value, dict):
        raise _wrong(document, (field,), f"{field}: must be a mapping of names to colours")
    for key in value:
        if key not in names:
            raise _wrong(document, (field, key), f"{field}: unknown colour {_quoted(key)}")
    colours: dict[str, str] = {}
    for name in names:
        colour = value.get(name)
        if colour is None:
            raise _wrong(document, (field,), f"{field}: {name} is missing")
        if of_terminal and (not isinstance(colour, str) or colour not in TERMINAL_COLOURS):
            reason = f"{field}: {name} must be a colour of the terminal, as the background is"
            raise _wrong(document, (field, name), reason)
        if not isinstance(colour, str) or not (of_terminal or _COLOUR.fullmatch(colour)):
            raise _wrong(document, (field, name), f'{field}: {name} must be a colour like "#1a2b3c"')
        colours[name] = colour.lower()
    return colours


def _quoted(text: str) -> str:
    """Return a name from a file, short and safe for a terminal."""
    return ascii(text if len(text) <= 40 else text[:39] + "…")

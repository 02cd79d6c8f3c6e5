"""The settings: what each means, and what may be written for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from compare_tui.article.clean import clean
from compare_tui.settings.key_names import key_name
from compare_tui.settings.key_presets import KEY_PRESETS
from compare_tui.settings.nearest import did_you_mean, quoted

if TYPE_CHECKING:
    from compare_tui.annotation.model import Value

LONGEST_TEXT = 200
"""Characters of a name of a theme, a person or a function."""

Level = Literal["flag", "environment", "project", "user", "default"]


class Origin(NamedTuple):
    """Where a value comes from.

    Attributes:
        level: Which of the places that are looked at.
        name: The option, the variable or the file, cleaned; empty for a default.
        line: Line of the file, from 1.
    """

    level: Level = "default"
    name: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """Return it in one line, e.g. "project file /home/mara/.compare-tui.yaml:3"."""
        if self.level == "default":
            return "default"
        place = self.name if self.line is None else f"{self.name}:{self.line}"
        return place if self.level in ("flag", "environment") else f"{self.level} file {place}"


class Problem(NamedTuple):
    """Something in the settings that is not followed.

    Attributes:
        origin: Where it stands.
        key: The setting, e.g. "theme" or "keys.quit"; empty where the whole file is meant.
        reason: What is wrong with it.
    """

    origin: Origin
    key: str
    reason: str

    def __str__(self) -> str:
        """Return it in one clean line: file, line, setting, reason."""
        place = self.origin.name if self.origin.line is None else f"{self.origin.name}:{self.origin.line}"
        return clean(": ".join(part for part in (place, self.key, self.reason) if part), lines=False)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in effect."""

    theme: str | None = None
    """Name or file name of a colour theme; None takes the light or dark one, as the terminal is."""

    mouse: bool = True
    """Whether the mouse works in the program; false leaves it to the terminal, for selecting text."""

    author: str | None = None
    """Who writes the notes; None asks git for ``user.name``, then the system for the login."""

    show_style: bool = False
    """Whether differences of mere style are shown from the start."""

    similarity: str | None = None
    """A similarity function, as ``package:function``. It is code: a project file cannot set it."""

    keymap: str = "default"
    """The key map to start from: ``default``, ``vim`` or ``emacs``."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by action id, in place of those of the key map; files are put together action by action."""

    unicode: bool = True
    """Whether signs and lines may be drawn with characters beyond ASCII."""

    tags: Path | None = None
    """A tag set; None takes the one beside the articles, then the program's own."""

    themes: tuple[Path, ...] = ()
    """Folders with more themes, beside ``themes`` in the folder of the user file."""

    linear: bool = False
    """Whether articles are read as plain lines, for screen readers, in place of the screen."""


class Option(NamedTuple):
    """How a setting is read.

    Attributes:
        name: A field of ``Config``.
        read: Makes a value out of what a file holds; relative paths start at the given folder.
            Raises ValueError with the reason.
        in_project: Whether a project file may set it.
        in_environment: Whether a variable may set it.
    """

    name: str
    read: Callable[[Value, Path], Any]
    in_project: bool = True
    in_environment: bool = True

    @property
    def variable(self) -> str:
        """The variable of the environment that sets it."""
        return f"COMPARE_TUI_{self.name.upper()}"


def _read_text(value: Value, folder: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be a text")
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"longer than {LONGEST_TEXT} characters")
    return clean(value, lines=False).strip()


def _read_switch(value: Value, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _read_key_map(value: Value, folder: Path) -> str:
    if not isinstance(value, str) or value not in KEY_PRESETS:
        near = did_you_mean(value, KEY_PRESETS) if isinstance(value, str) else ""
        raise ValueError(f"must be one of {', '.join(KEY_PRESETS)}{near}")
    return value


def _read_file(value: Value, folder: Path) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError("must be the name of a file")
    return folder / os.path.expanduser(value)


def _read_folders(value: Value, folder: Path) -> tuple[Path, ...]:
    names = value.split(os.pathsep) if isinstance(value, str) else value
    if not isinstance(names, list):
        raise ValueError("must be a list of folders")
    found: list[Path] = []
    for name in names:
        if not isinstance(name, str) or not name.strip() or "\0" in name:
            raise ValueError("must be a list of folders")
        found.append(folder / os.path.expanduser(name))
    return tuple(found)


def read_keys(value: Value) -> tuple[str, ...]:
    """Return the keys of one action, as a file holds them: a list, or a single key.

    Raises:
        ValueError: It is no list of keys, or a key is unknown; the message is the reason.
    """
    keys: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        text = str(one) if isinstance(one, int) and not isinstance(one, bool) else one
        if not isinstance(text, str):
            raise ValueError('must be a list of keys, such as [q, ctrl+q, "?"]')
        try:
            keys.append(key_name(text))
        except ValueError as error:
            raise ValueError(f"{quoted(text)} {error}") from None
    if not keys:
        raise ValueError("needs at least one key")
    return tuple(keys)


def _read_key_table(value: Value, folder: Path) -> Mapping[str, Value]:
    """Return the keys as they are written; one by one they are read by ``read_keys``."""
    if not isinstance(value, dict):
        raise ValueError("must be a mapping of actions to keys")
    return value


OPTIONS: Mapping[str, Option] = {
    option.name: option
    for option in (
        Option("theme", _read_text),
        Option("mouse", _read_switch),
        Option("author", _read_text),
        Option("show_style", _read_switch),
        Option("similarity", _read_text, in_project=False),
        Option("keymap", _read_key_map),
        Option("keys", _read_key_table, in_environment=False),
        Option("unicode", _read_switch),
        Option("tags", _read_file),
        Option("themes", _read_folders),
        Option("linear", _read_switch),
    )
}
"""Every setting, in the order of ``Config``."""

assert tuple(OPTIONS) == tuple(one.name for one in fields(Config))

_WORDS = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


def variable_value(option: Option, text: str) -> Value:
    """Return what a variable of the environment holds, as a file would hold it."""
    if option.read is _read_switch:
        return _WORDS.get(text.strip().lower(), text)
    return text

"""Putting the settings together: flag, environment, project file, user file, default, in this order."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from compare_tui.article.clean import clean
from compare_tui.settings.config_files import ConfigFiles, find_files
from compare_tui.settings.nearest import did_you_mean, quoted, shortened
from compare_tui.settings.options import (
    OPTIONS,
    Config,
    Level,
    Option,
    Origin,
    Problem,
    read_keys,
    variable_value,
)

if TYPE_CHECKING:
    from compare_tui.annotation.yaml_document import Document

MAX_BYTES = 64 * 1024
"""Largest settings file that is read."""

_PLACE = re.compile(r"^settings:(\d+):\d+: ")


class LoadedConfig(NamedTuple):
    """The settings, and how they came about.

    Attributes:
        config: The values in effect.
        origins: Where each comes from, by name; "keys.quit" and the like for single actions.
        problems: What is not followed, and why; cleaned.
        files: Where files were looked for.
        keys: The keys in effect of every action, where the actions were given.
    """

    config: Config
    origins: Mapping[str, Origin]
    problems: tuple[Problem, ...]
    files: ConfigFiles
    keys: Mapping[str, tuple[str, ...]]

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """Where themes lie beside those of the program; those of later folders win."""
        return (self.files.themes, *self.config.themes)


def load_config(
    *,
    flags: Mapping[str, tuple[str, Any]] | None = None,
    environment: Mapping[str, str] | None = None,
    start: Path | None = None,
    actions: Mapping[str, Sequence[str]] | None = None,
) -> LoadedConfig:
    """Read all settings; whatever is wrong is told in ``problems`` and otherwise ignored.

    Args:
        flags: By name of the setting: the option as it was written, and its value.
        environment: The variables; None for those of the process.
        start: The folder where the search for a project file begins; None looks for none.
        actions: The registry's keys by action id; None leaves the keys unchecked.
    """
    variables = os.environ if environment is None else environment
    files = find_files(variables, start)
    loader = _Loader(actions)
    for name, (flag, value) in (flags or {}).items():
        loader.take(name, value, Origin("flag", flag))
    loader.read_environment(variables)
    if files.project is not None:
        loader.read_file(files.project, "project")
    if files.user_exists:
        loader.read_file(files.user, "user")
    elif files.user_wanted:
        loader.problems.append(Problem(_origin("user", files.user), "", "no such file"))
    return loader.loaded(files)


def check_file(path: Path, actions: Mapping[str, Sequence[str]]) -> tuple[Problem, ...]:
    """Return what is wrong with a file of settings, read as a user file.

    Args:
        path: The file.
        actions: The registry's keys by action id.
    """
    loader = _Loader(actions)
    loader.read_file(path, "user")
    return loader.loaded(ConfigFiles()).problems


class _Loader:
    """Takes values, the most important first; what is set already stays."""

    def __init__(self, actions: Mapping[str, Sequence[str]] | None) -> None:
        self.problems: list[Problem] = []
        self._actions = actions
        self._values: dict[str, Any] = {}
        self._origins: dict[str, Origin] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def take(self, name: str, value: Any, origin: Origin) -> None:
        """Take a value, unless a more important place has set it."""
        if name not in self._origins:
            self._origins[name] = origin
            self._values[name] = value

    def read_environment(self, variables: Mapping[str, str]) -> None:
        """Take what the variables say; an empty one says nothing."""
        for option in OPTIONS.values():
            text = variables.get(option.variable, "") if option.in_environment else ""
            if text:
                origin = Origin("environment", f"${option.variable}")
                self._read(option, variable_value(option, text), Path(), origin)

    def read_file(self, path: Path, level: Level) -> None:
        """Take what a file says."""
        document = self._document(path, level)
        if document is None or document.value is None:
            return
        if not isinstance(document.value, dict):
            self.problems.append(
                Problem(_origin(level, path, 1), "", "must be a mapping of settings to values")
            )
            return
        for name, value in document.value.items():
            origin = _origin(level, path, document.place_of((name,)).line)
            option = OPTIONS.get(name)
            if option is None:
                self._say(origin, "", f"unknown setting {quoted(name)}{did_you_mean(name, OPTIONS)}")
            elif level == "project" and not option.in_project:
                self._say(origin, name, "only the user file can set it, because it runs code")
            elif name == "keys":
                self._read_keys(option, value, document, path, level)
            elif value is not None:
                self._read(option, value, path.absolute().parent, origin)

    def loaded(self, files: ConfigFiles) -> LoadedConfig:
        """Return what all places together say."""
        keys: Mapping[str, tuple[str, ...]] = {}
        if self._actions is not None:
            from compare_tui.settings.key_map import effective_keys

            found = effective_keys(self._actions, self._values.get("keymap", "default"), self._keys)
            keys = found.keys
            for action, reason in found.refused:
                self._say(self._origins.pop(f"keys.{action}"), f"keys.{shortened(action)}", reason)
                del self._keys[action]
        config = Config(**self._values, keys=self._keys)
        return LoadedConfig(config, self._origins, tuple(self.problems), files, keys)

    def _say(self, origin: Origin, key: str, reason: str) -> None:
        self.problems.append(Problem(origin, key, reason))

    def _read(self, option: Option, value: Any, folder: Path, origin: Origin) -> None:
        try:
            self.take(option.name, option.read(value, folder), origin)
        except ValueError as error:
            self._say(origin, option.name, str(error))

    def _read_keys(self, option: Option, value: Any, document: Document, path: Path, level: Level) -> None:
        if value is None:
            return
        origin = _origin(level, path, document.place_of(("keys",)).line)
        try:
            table = option.read(value, path)
        except ValueError as error:
            self._say(origin, "keys", str(error))
            return
        for action, written in table.items():
            name = f"keys.{action}"
            origin = _origin(level, path, document.place_of(("keys", action)).line)
            try:
                keys = read_keys(written)
            except ValueError as error:
                self._say(origin, f"keys.{shortened(action)}", str(error))
                continue
            if name not in self._origins:
                self._origins[name] = origin
                self._keys[action] = keys

    def _document(self, path: Path, level: Level) -> Document | None:
        """Read a file with the strict reader of notebooks; None where it holds nothing or cannot be read."""
        from compare_tui.annotation.model import NotebookError
        from compare_tui.annotation.yaml_read import read_file, read_yaml

        try:
            data = read_file(path)
        except NotebookError as error:
            reason = str(error).removeprefix(f"{clean(str(path), lines=False)}: ")
            self._say(_origin(level, path), "", reason)
            return None
        if len(data) > MAX_BYTES:
            self._say(_origin(level, path), "", f"larger than {MAX_BYTES // 1024} kB")
            return None
        if all(line.lstrip()[:1] in (b"", b"#") for line in data.removeprefix(BOM_UTF8).splitlines()):
            return None
        try:
            return read_yaml(data, "settings")
        except NotebookError as error:
            found = _PLACE.match(str(error))
            line = int(found[1]) if found else None
            self._say(_origin(level, path, line), "", _PLACE.sub("", str(error), count=1))
            return None


def _origin(level: Level, path: Path, line: int | None = None) -> Origin:
    return Origin(level, clean(str(path), lines=False), line)


def told_in_one_line(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the line that a command without a screen prints about the settings; nothing where all is well."""
    if problems:
        more = f" (and {len(problems) - 1} more: compare-tui config check)" if len(problems) > 1 else ""
        yield f"compare-tui: {problems[0]}{more}"

"""Where the files of settings lie."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PROJECT_NAME = ".compare-tui.yaml"
"""Name of a project file."""

CONFIG_VARIABLE = "COMPARE_TUI_CONFIG"
"""The variable that names another user file."""


class ConfigFiles(NamedTuple):
    """The files that settings come from.

    Attributes:
        user: The user file, whether or not it exists.
        user_exists: Whether it does.
        user_wanted: Whether a variable of the environment names it, so that its absence is a mistake.
        project: The project file; None where there is none.
        user_off: Whether a variable of the environment says that there is no user file.
    """

    user: Path = Path()
    user_exists: bool = False
    user_wanted: bool = False
    project: Path | None = None
    user_off: bool = False

    @property
    def themes(self) -> Path:
        """The folder of a person's own themes, whether or not it exists."""
        return self.user.parent / "themes"


def find_files(variables: Mapping[str, str], start: Path | None) -> ConfigFiles:
    """Look for the files.

    Args:
        variables: The environment.
        start: The folder where the search for a project file begins; None looks for none.
    """
    named = variables.get(CONFIG_VARIABLE, "")
    # An empty file by name is how people say: none.
    if named and named != os.devnull:
        user = Path(os.path.expanduser(named)).absolute()
    else:
        from platformdirs import user_config_path

        user = user_config_path("compare-tui", appauthor=False) / "config.yaml"
    exists = named != os.devnull and os.path.lexists(user)
    wanted = bool(named) and named != os.devnull
    project = project_file(start) if start is not None else None
    return ConfigFiles(user, exists, wanted, project, named == os.devnull)


def project_file(start: Path) -> Path | None:
    """Return the nearest project file, or None.

    Args:
        start: Where the search begins; it ends at the first folder with ``.git`` or at the home folder.
    """
    home = os.path.realpath(os.path.expanduser("~"))
    folder = Path(os.path.abspath(start))
    for one in (folder, *folder.parents):
        if os.path.isfile(one / PROJECT_NAME):
            return one / PROJECT_NAME
        if os.path.exists(one / ".git") or os.path.realpath(one) == home:
            return None
    return None

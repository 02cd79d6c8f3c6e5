"""Where the files that come with the program lie: themes, sample pairs, completions."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Resource = Literal["themes", "seeds", "shell"]

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_folder(name: Resource) -> Path:
    """Return the folder of a resource.

    An installed wheel carries it inside the package; a checkout keeps it at the top level.

    Args:
        name: Which resource.

    Returns:
        The folder; it exists unless the installation is damaged.
    """
    installed = _PACKAGE / "_data" / name
    if installed.is_dir():
        return installed
    return _PACKAGE.parent.parent / name

"""Which tag set a command uses."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare_tui.cli.configured import project_start
from compare_tui.settings.config import LoadedConfig

if TYPE_CHECKING:
    from compare_tui.annotation import TagSet


class FoundTags(NamedTuple):
    """A tag set and where it comes from.

    Attributes:
        tags: The tag set.
        path: Its file; None for that of the program.
        origin: What names it, e.g. "--tags" or "a file beside the articles".
    """

    tags: TagSet
    path: Path | None
    origin: str


def add_tags(to: argparse.ArgumentParser) -> None:
    """Add the option that names a tag set."""
    to.add_argument(
        "--tags",
        metavar="FILE",
        type=Path,
        help="tag set; default: what the settings say, tags.yaml or *.tags.yaml beside A, or the usual one",
    )


def find_tags(loaded: LoadedConfig, article: str | None) -> FoundTags:
    """Return the tag set in use.

    An option comes before a variable, that before the project file, that before a file beside article A, that
    before the user file: what lies with the articles is about them.

    Args:
        loaded: The settings.
        article: Article A as it was typed; None where no file is looked for beside it.

    Raises:
        NotebookError: The tag set is none, or several lie beside the articles.
    """
    from compare_tui.annotation.model import NotebookError
    from compare_tui.annotation.tags import default_tag_set, load_tag_set, tag_set_beside

    path, origin = loaded.config.tags, loaded.origins.get("tags")
    named = str(origin) if origin is not None else ""
    if article is not None and (origin is None or origin.level == "user"):
        beside = tag_set_beside(project_start(article))
        if beside is not None:
            path, named = beside, "a file beside the articles"
    if path is None:
        return FoundTags(default_tag_set(), None, "the program")
    try:
        return FoundTags(load_tag_set(path), path, named)
    except NotebookError as error:
        raise NotebookError(f"{error} (tag set, {named})") from None

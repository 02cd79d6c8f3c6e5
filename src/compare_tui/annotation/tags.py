"""Tag sets: which kinds of discrepancy a desk tells apart."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from compare_tui.annotation.model import NotebookError, Tag, TagSet
from compare_tui.article.clean import clean
from compare_tui.comparison.kinds import Kind

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from compare_tui.annotation.fields import Fields, Problems
    from compare_tui.annotation.yaml_document import Document

DEFAULT_TAG_SET = "news-discrepancies/1"

TAG_FILE = "tags.yaml"
"""Name of a tag set beside the articles; one with a name of its own ends in ``TAG_ENDING``."""

TAG_ENDING = ".tags.yaml"

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Kinds of differences, as ``kinds`` of a tag names them."""

COLOUR_NAMES: tuple[str, ...] = ("text", "muted", "accent", "annotation", "good", "warning", "error", *KINDS)
"""Colours of the theme in use that a tag may name."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_LAST_RESORT = "other"


def load_tag_set(path: Path) -> TagSet:
    """Read a tag set: a ``name`` and ``tags``, each with key, name, definition, colour, example, kinds.

    Raises:
        NotebookError: The file cannot be read or is no tag set; the message names file, line and column.
    """
    from compare_tui.annotation.yaml_read import read_file, read_yaml

    return tag_set_of(read_yaml(read_file(path), str(path)))


def default_tag_file() -> Traversable:
    """Return the file of the usual tag set."""
    from importlib.resources import files

    return files("compare_tui.annotation") / "tags" / f"{DEFAULT_TAG_SET.replace('/', '-')}.yaml"


def default_tag_set() -> TagSet:
    """Return the tag set ``news-discrepancies/1``.

    Its tags follow Tillinghast (1983), de Marneffe et al. (2008), FRANK (Pagnoni et al. 2021), SummEdits
    (2023) and NewsEdits 2.0.
    """
    from compare_tui.annotation.usual_tags import USUAL_TAGS

    return USUAL_TAGS


def tag_files(folder: Path) -> list[Path]:
    """Return the tag sets in a folder, ``tags.yaml`` and ``*.tags.yaml``; none where it is unreadable."""
    try:
        found = [one for one in folder.iterdir() if one.name == TAG_FILE or one.name.endswith(TAG_ENDING)]
    except OSError:
        return []
    return sorted(one for one in found if os.path.isfile(one))


def tag_set_beside(folder: Path) -> Path | None:
    """Return the tag set that lies beside the articles; None where there is none.

    Raises:
        NotebookError: There are several; the message names two of them.
    """
    found = tag_files(folder)
    if len(found) > 1:
        one, other = (clean(str(path), lines=False) for path in found[:2])
        raise NotebookError(f"two tag sets lie beside the articles, {one} and {other}: --tags chooses one")
    return found[0] if found else None


def tag_for_kind(kind: str, tags: TagSet | None = None) -> str | None:
    """Return the name of the tag that a kind of difference proposes; None where the tag set has none.

    A tag whose ``kinds`` hold it comes first, then the tag of its name, then ``other``.

    Args:
        kind: Kind of a difference.
        tags: The tag set; the default one if None.
    """
    tags = default_tag_set() if tags is None else tags
    found = next((tag for tag in tags.tags if kind in tag.kinds), None)
    found = found or tags.find(kind) or tags.find(_LAST_RESORT)
    return found.name if found is not None else None


def unknown_tags(tags: TagSet, used: Iterable[str]) -> tuple[str, ...]:
    """Return the names of tags in use that a tag set lacks, each once, sorted."""
    return tuple(sorted({name for name in used if tags.find(name) is None}))


def tag_set_note(made_with: str, tags: TagSet, used: Iterable[str]) -> str:
    """Return what is to be said where a notebook was made with another tag set: one sentence, or nothing.

    Args:
        made_with: Name of the tag set that the notebook's file names.
        tags: The tag set in use.
        used: Names of the tags of its annotations.
    """
    if not made_with.strip() or made_with == tags.name:
        return ""
    count = len(unknown_tags(tags, used))
    unknown = f"; {count} of their tags {'is' if count == 1 else 'are'} unknown to it" if count else ""
    return f"These notes were made with the tag set {made_with}, in use is {tags.name}{unknown}."


def tag_set_of(document: Document, problems: Problems | None = None) -> TagSet:
    """Return the tag set that a document holds.

    Args:
        document: The content of its file.
        problems: Where errors are collected; None raises the first one.

    Raises:
        NotebookError: It is no tag set, and errors are not collected.
    """
    from compare_tui.annotation.fields import Fields

    root = Fields(document, (), document.value, "a tag set with name and tags", problems)
    set_name = root.word("name")
    places: dict[str, str] = {}
    tags: list[Tag] = []
    for index, entry in enumerate(root.entries("tags", "a tag with key, name, definition and colour")):
        tag = _tag(entry)
        claims = [("key", "key", tag.key), ("name", "name", tag.name)]
        claims += [("kinds", "kind", kind) for kind in dict.fromkeys(tag.kinds)]
        for field, noun, value in claims:
            earlier = places.setdefault(f"{noun} {value}", f"tags[{index}]")
            if earlier != f"tags[{index}]":
                article = "a" if noun == "kind" else "the"
                entry.refuse(field, f'"{value}" is already {article} {noun} of {earlier}')
        tags.append(tag)
    if not tags:
        root.refuse("tags", "expected at least one tag")
    root.rest()
    return TagSet(set_name, tuple(tags))


def _tag(entry: Fields) -> Tag:
    key = entry.word("key")
    if len(key) != 1 or not key.isalpha():
        entry.refuse("key", f'expected one letter, not "{key[:40]}"')
    colour = entry.word("colour")
    if colour not in COLOUR_NAMES and not _HEX.fullmatch(colour):
        expected = 'expected "#rrggbb" or a colour of the theme such as accent, warning or number'
        entry.refuse("colour", f'{expected}, not "{colour[:40]}"')
    tag = Tag(
        key=key,
        name=entry.word("name"),
        definition=entry.word("definition"),
        colour=colour,
        example=entry.text("example", lines=False) if entry.has("example") else "",
        kinds=entry.words("kinds", KINDS) if entry.has("kinds") else (),
    )
    entry.rest()
    return tag

"""Tag sets: which kinds of discrepancy a desk tells apart."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from compare_tui.annotation.model import Tag, TagSet

if TYPE_CHECKING:
    from compare_tui.annotation.fields import Fields

DEFAULT_TAG_SET = "news-discrepancies/1"

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}|[a-z][a-z_-]*")
_TAG_OF_KIND = {"wording": "framing", "style": "framing"}


def load_tag_set(path: Path) -> TagSet:
    """Read a tag set: a ``name`` and ``tags``, each with key, name, definition, colour, example.

    Raises:
        NotebookError: The file cannot be read or is no tag set; the message names file, line and column.
    """
    from compare_tui.annotation.yaml_read import read_file

    return _read_tag_set(read_file(path), str(path))


@cache
def default_tag_set() -> TagSet:
    """Return the tag set ``news-discrepancies/1``.

    Its tags follow Tillinghast (1983), de Marneffe et al. (2008), FRANK (Pagnoni et al. 2021), SummEdits
    (2023) and NewsEdits 2.0.
    """
    source = files("compare_tui.annotation") / "tags" / f"{DEFAULT_TAG_SET.replace('/', '-')}.yaml"
    return _read_tag_set(source.read_bytes(), DEFAULT_TAG_SET)


def tag_for_kind(kind: str) -> str:
    """Return the name of the default tag that fits the kind of a difference, ``other`` if none does."""
    name = _TAG_OF_KIND.get(kind, kind)
    return name if default_tag_set().find(name) else "other"


def _read_tag_set(data: bytes, name: str) -> TagSet:
    from compare_tui.annotation.fields import Fields
    from compare_tui.annotation.yaml_read import read_yaml

    document = read_yaml(data, name)
    root = Fields(document, (), document.value, "a tag set with name and tags")
    set_name = root.word("name")
    places: dict[str, str] = {}
    tags: list[Tag] = []
    for index, entry in enumerate(root.entries("tags", "a tag with key, name, definition and colour")):
        tag = _tag(entry)
        for field, value in (("key", tag.key), ("name", tag.name)):
            earlier = places.setdefault(f"{field} {value}", f"tags[{index}]")
            if earlier != f"tags[{index}]":
                raise entry.error(field, f'"{value}" is already the {field} of {earlier}')
        tags.append(tag)
    if not tags:
        raise root.error("tags", "expected at least one tag")
    return TagSet(set_name, tuple(tags))


def _tag(entry: Fields) -> Tag:
    key = entry.word("key")
    if len(key) != 1 or not key.isalpha():
        raise entry.error("key", f'expected one letter, not "{key[:40]}"')
    colour = entry.word("colour")
    if not _COLOUR.fullmatch(colour):
        raise entry.error("colour", f'expected a colour name or "#rrggbb", not "{colour[:40]}"')
    return Tag(
        key=key,
        name=entry.word("name"),
        definition=entry.word("definition"),
        colour=colour,
        example=entry.text("example", lines=False) if entry.has("example") else "",
    )

"""What is wrong with notebooks and tag sets, as many problems in one go as can be found."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import get_args

from compare_tui.annotation.corrections import CorrectionKind
from compare_tui.annotation.fields import MOST_PROBLEMS, Fields, Problems, TooManyProblems
from compare_tui.annotation.model import Annotation, NotebookError, TagSet
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.annotation.notebook_places import are_twins
from compare_tui.annotation.notebook_reading import notebook_of, read_anchor, read_time
from compare_tui.annotation.tags import (
    TAG_ENDING,
    TAG_FILE,
    default_tag_set,
    load_tag_set,
    tag_files,
    tag_set_of,
)
from compare_tui.annotation.yaml_document import Document
from compare_tui.annotation.yaml_read import quoted, read_file, read_yaml
from compare_tui.review.opening import NOTEBOOK_ENDING
from compare_tui.review.verdicts import DECISIONS

TWINS_LOOKED_AT = 8
"""Annotations before each one, in the order of the text, that may be its twin."""

_LINK_KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
_PLACE = re.compile(r":(\d+):(\d+): ")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a file.

    Attributes:
        path: The file.
        what: What it is, in a few words; empty where it cannot be read.
        errors: What is refused or not understood, as ``FILE:LINE:COLUMN: field: reason``.
        warnings: What is likely to be a mistake, in the same form.
    """

    path: Path
    what: str = ""
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def files_to_check(path: Path) -> list[Path]:
    """Return a file, or the notebooks and tag sets that lie in a folder.

    Raises:
        OSError: The folder cannot be read.
    """
    if not os.path.isdir(path):
        return [path]
    notebooks = (
        one for one in path.iterdir() if one.name.endswith(NOTEBOOK_ENDING) and not os.path.isdir(one)
    )
    return sorted({*notebooks, *tag_files(path)})


def check_files(paths: Iterable[Path]) -> list[Checked]:
    """Check notebooks and tag sets; which of the two a file is, its content tells.

    Tags of a notebook are looked up in the tag set that it names, where that is among the files, lies beside
    the notebook or is the one of the program.

    Args:
        paths: The files.
    """
    known = {default_tag_set().name: default_tag_set()}
    documents: list[tuple[Path, Document | Checked]] = []
    for path in paths:
        try:
            document = read_yaml(read_file(path), str(path))
        except NotebookError as error:
            documents.append((path, Checked(path, errors=(str(error),))))
            continue
        if not _is_tag_set(path, document):
            documents.append((path, document))
            continue
        problems = Problems()
        try:
            tags = tag_set_of(document, problems)
        except TooManyProblems:
            documents.append((path, _checked(path, "tag set", problems)))
            continue
        known.setdefault(tags.name, tags)
        count = f"{len(tags.tags)} tag{'' if len(tags.tags) == 1 else 's'}"
        documents.append((path, _checked(path, f"tag set {tags.name}, {count}", problems)))
    return [one if isinstance(one, Checked) else _check_notebook(path, one, known) for path, one in documents]


def _is_tag_set(path: Path, document: Document) -> bool:
    root = document.value
    if isinstance(root, dict) and ("schema" in root or "annotations" in root):
        return False
    if isinstance(root, dict) and isinstance(root.get("tags"), list):
        return True
    return path.name == TAG_FILE or path.name.endswith(TAG_ENDING)


def _check_notebook(path: Path, document: Document, known: dict[str, TagSet]) -> Checked:
    root = document.value
    is_other = not isinstance(root, dict) or not ("schema" in root or "annotations" in root)
    if is_other and not path.name.endswith(NOTEBOOK_ENDING):
        reason = (
            "expected a notebook, with schema: compare-tui/annotations/1, or a tag set, with a list of tags"
        )
        return Checked(path, errors=(str(document.error((), reason)),))
    problems = Problems()
    try:
        what = _check_fields(path, document, problems, known)
    except TooManyProblems:
        what = "notebook"
    except NotebookError as error:
        return Checked(path, errors=(str(error),))
    return _checked(path, what, problems)


def _check_fields(path: Path, document: Document, problems: Problems, known: dict[str, TagSet]) -> str:
    """Collect what is wrong with a notebook, and return what it is, in a few words.

    Raises:
        NotebookError: It has a newer format, and not even its head is understood.
        TooManyProblems: More is wrong with it than is told.
    """
    file = notebook_of(document, problems)
    count = f"{len(file.annotations)} annotation{'' if len(file.annotations) == 1 else 's'}"
    what = f"notebook of {file.author.name or 'nobody'}, {count}"
    if file.newer is not None:
        newer = f"written by a newer version of compare-tui ({file.schema}), not checked"
        problems.warn([document.error(("schema",), newer)])
        return what
    sections = Fields(document, (), document.value, "a notebook", problems)
    if sections.has("links"):
        _check_entries(sections, "links", "a link that was made or taken away", _check_link)
    if sections.has("reviews"):
        _check_entries(sections, "reviews", "a review", _check_review)
    problems.warn(_unknown_tags(path, document, file, known))
    problems.warn(_odd_times(document, file.annotations))
    problems.warn(_twins(document, file.annotations))
    return what


def _checked(path: Path, what: str, problems: Problems) -> Checked:
    errors, warnings = (
        tuple(_with_end(sorted(map(str, found), key=_place_of)))
        for found in (problems.errors, problems.warnings)
    )
    return Checked(path, what, errors, warnings)


def _with_end(told: list[str]) -> list[str]:
    """Say behind the last problem that is told that there may be more."""
    if len(told) < MOST_PROBLEMS:
        return told
    place = told[-1][: (found := _PLACE.search(told[-1])) and found.end()]
    return [*told, f"{place}only the first {MOST_PROBLEMS:,} are told"]


def _place_of(problem: str) -> tuple[int, int]:
    found = _PLACE.search(problem)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _check_entries(root: Fields, key: str, expected: str, check: Callable[[Fields], None]) -> None:
    """Check the entries of a list, and that no two have the same id."""
    seen: dict[str, int] = {}
    for index, entry in enumerate(root.entries(key, expected)):
        id_ = entry.word("id")
        earlier = seen.setdefault(id_, index)
        if earlier != index:
            entry.refuse("id", f"{quoted(id_)} is already the id of {key}[{earlier}]")
        check(entry)
        entry.rest()


def _check_link(entry: Fields) -> None:
    entry.choice("kind", _LINK_KINDS)
    for side in "ab":
        if read_anchor(entry, side, "an anchor") is None:
            entry.refuse(side, "expected an anchor, not null")
    read_time(entry, "created")


def _check_review(entry: Fields) -> None:
    entry.word("of")
    for key in ("of_file", "of_rev", "reply_to", "taken_back"):
        if entry.has(key) and not entry.is_null(key):
            entry.word(key)
    if entry.has("decision") and not entry.is_null("decision"):
        entry.choice("decision", DECISIONS)
    if entry.has("comment"):
        entry.text("comment")
    read_time(entry, "created")


def _unknown_tags(
    path: Path, document: Document, file: NotebookFile, known: dict[str, TagSet]
) -> Iterator[NotebookError]:
    tags = known.get(file.tags_name) or _beside(path, file.tags_name)
    for index, one in enumerate(file.annotations) if tags is not None else ():
        if one.tag.strip() and tags is not None and tags.find(one.tag) is None:
            reason = f"the tag set {tags.name} has no tag {quoted(one.tag)}"
            yield document.error(("annotations", index, "tag"), reason)


def _beside(path: Path, name: str) -> TagSet | None:
    """Return the tag set of this name that lies beside a notebook, or None."""
    for candidate in tag_files(path.parent):
        try:
            tags = load_tag_set(candidate)
        except NotebookError:
            continue
        if tags.name == name:
            return tags
    return None


def _odd_times(document: Document, annotations: Sequence[Annotation]) -> Iterator[NotebookError]:
    for index, one in enumerate(annotations):
        for field in ("created", "modified"):
            text = getattr(one, field)
            try:
                datetime.fromisoformat(text)
            except ValueError:
                yield document.error(("annotations", index, field), f"no such time: {quoted(text)}")


def _twins(document: Document, annotations: Sequence[Annotation]) -> Iterator[NotebookError]:
    """Yield annotations that have the tag and nearly the words of another one."""
    ordered = sorted(range(len(annotations)), key=lambda at: (annotations[at].tag, _places(annotations[at])))
    for position, at in enumerate(ordered):
        one = annotations[at]
        for other_at in reversed(ordered[max(position - TWINS_LOOKED_AT, 0) : position]):
            other = annotations[other_at]
            if other.tag == one.tag and are_twins(_spans(one), _spans(other)):
                reason = f"nearly the same as annotations[{other_at}], {quoted(other.id)}"
                yield document.error(("annotations", at), reason)
                break


def _spans(one: Annotation) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    a, b = ((end.start, end.end) if end is not None else None for end in (one.a, one.b))
    return a, b


def _places(one: Annotation) -> tuple[tuple[int, int], tuple[int, int]]:
    a, b = _spans(one)
    return a or (-1, -1), b or (-1, -1)

"""Whose marks a person had seen, and since when: the key ``revealed`` of a notebook's file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from compare_tui.annotation.model import Annotation, Value
from compare_tui.annotation.notebook_file import NotebookFile

REVEALED = "revealed"
"""The key: a mapping of colleagues' ids to the UTC time at which their marks were first shown."""

_TIME = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z")


def read_revealed(extra: Mapping[str, Value]) -> dict[str, str]:
    """Return since when a person has seen whose marks; what is no time is passed over.

    Args:
        extra: The keys of a notebook's file, ``revealed`` among them where it has that.
    """
    value = extra.get(REVEALED)
    entries = value.items() if isinstance(value, dict) else ()
    return {id_: time for id_, time in entries if isinstance(time, str) and _TIME.fullmatch(time)}


def with_revealed(file: NotebookFile, revealed: Mapping[str, str]) -> NotebookFile:
    """Return a notebook's file that says whose marks were seen; of two times the earlier one stays.

    Args:
        file: The file.
        revealed: UTC time by id of the colleague.
    """
    before = file.extra.get(REVEALED)
    if not revealed or (before is not None and not isinstance(before, dict)):
        return file
    known = read_revealed(file.extra)
    times = {id_: min(time, known.get(id_, time)) for id_, time in sorted(revealed.items())}
    value: dict[str, Value] = {**(before or {}), **times}
    return file if value == before else replace(file, extra={**file.extra, REVEALED: value})


def seen_before(annotation: Annotation, revealed: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the colleagues whose marks its author had seen when an annotation was made.

    Args:
        annotation: The annotation.
        revealed: What ``read_revealed`` returned for its notebook.
    """
    return tuple(sorted(id_ for id_, time in revealed.items() if time <= annotation.created))

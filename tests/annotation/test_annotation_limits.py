"""What is written can always be read again: long notes, large notebooks."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotation.test_annotation_notebook_file import FILE
from tests.annotation.test_annotation_yaml import SPECIAL

from compare_tui.annotation import (
    Annotation,
    NotebookError,
    Value,
    limits,
    read_notebook,
    read_yaml,
    write_notebook,
    yaml_events,
)
from compare_tui.annotation.check import MAX_NOTE
from compare_tui.annotation.notebook_file import NotebookFile
from compare_tui.annotation.yaml_text import LONGEST_LINE
from compare_tui.annotation.yaml_write import count_parts, write_yaml
from compare_tui.article import clean

pieces = st.lists(st.sampled_from(SPECIAL) | st.text(min_size=1, max_size=6), min_size=1, max_size=8)


def with_note(note: str) -> NotebookFile:
    notebook = read_notebook(FILE.encode(), "n")
    return replace(notebook, annotations=(replace(notebook.annotations[0], note=note),))


def copies(amount: int, **changes: object) -> NotebookFile:
    notebook = read_notebook(FILE.encode(), "n")
    one: Annotation = replace(notebook.annotations[0], **{"extra": {}, **changes})  # type: ignore[arg-type]
    made = tuple(replace(one, id=f"a-{number:012d}") for number in range(amount))
    return replace(notebook, annotations=made, sections={}, extra={})


@settings(max_examples=25, deadline=None)
@given(pieces.map("".join), st.booleans())
def test_a_note_of_a_megabyte_reads_back_the_same(text: str, in_python: bool) -> None:
    note = (text * (MAX_NOTE // len(text) + 1))[: MAX_NOTE if not in_python else 20_000]
    notebook = with_note(clean(note))
    with pytest.MonkeyPatch.context() as patch:
        if in_python:
            patch.setattr(yaml_events, "_C_PARSER", None)
        assert read_notebook(write_notebook(notebook), "n") == notebook


@pytest.mark.parametrize("character", ["\U000e0041", "\u200b", "\x01", "x", "😀", '"'])
def test_the_longest_text_of_one_character_reads_back_the_same(character: str) -> None:
    value: dict[str, Value] = {"note": character * MAX_NOTE}
    assert read_yaml(write_yaml(value), "n").value == value


def test_a_line_that_is_not_read_is_not_written_either() -> None:
    with pytest.raises(NotebookError, match=r"^the notebook:[0-9]+:1: expected lines of at most 11 MB$"):
        write_notebook(with_note("x" * 2 * LONGEST_LINE))


def test_more_annotations_than_are_read_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = 1_000
    for module in (yaml_events, limits):
        monkeypatch.setattr(module, "MAX_PARTS", limit)
    written = [amount for amount in range(1, 30) if reads_back(copies(amount))]
    most = written[-1]
    assert written == list(range(1, most + 1))
    value = read_yaml(write_notebook(copies(most)), "n").value
    assert isinstance(value, dict)
    assert isinstance(value["annotations"], list)
    assert count_parts(value) <= limit < count_parts(value) + count_parts(value["annotations"][0])
    with pytest.raises(NotebookError, match="another notebook"):
        write_notebook(copies(most + 1))


def reads_back(notebook: NotebookFile) -> bool:
    """Tell whether a notebook is written; what is written must be read."""
    try:
        data = write_notebook(notebook)
    except NotebookError:
        return False
    return read_notebook(data, "n") == notebook


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="takes seconds without libyaml")
def test_ten_thousand_annotations_are_well_within_the_limits() -> None:
    extra = {"made_by": [{"author": "mara", "id": "a-1"}]}
    notebook = copies(10_000, extra=extra, note="Both name the ferry 😀.\n" * 20)
    assert read_notebook(write_notebook(notebook), "n") == notebook

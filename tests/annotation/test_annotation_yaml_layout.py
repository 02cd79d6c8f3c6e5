"""The layout of what is written, against PyYAML's own emitter."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml.emitter import Emitter, ScalarAnalysis

from compare_tui.annotation import Value
from compare_tui.annotation.yaml_read import read_yaml
from compare_tui.annotation.yaml_write import write_entry, write_yaml

words = st.sampled_from(
    ["a", "b c", "no", "", "é", "k" * 126, "k" * 127, "k" * 128, "k " * 80, "7", ": #", "- x", "a\nb"]
)
texts = words | st.lists(st.sampled_from(["one", "two ", "\n", "\n\n", " x", "\t", "#"]), max_size=5).map(
    "".join
)
scalars: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers(-9, 9) | texts
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=15,
)


class BlockEmitter(Emitter):
    """PyYAML's emitter, with scalars that are laid out before they arrive."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def analyze_scalar(self, scalar: str) -> ScalarAnalysis:
        return ScalarAnalysis(scalar, False, False, True, True, False, False, True)

    def write_plain(self, text: str, split: bool = True) -> None:
        self.write_indicator(text, True)


def as_pyyaml(value: Mapping[str, Value]) -> str:
    stream = io.StringIO()
    emitter = BlockEmitter(stream, width=2**31, allow_unicode=True)
    emitter.emit(yaml.StreamStartEvent())
    emitter.emit(yaml.DocumentStartEvent(explicit=False))
    _emit(emitter, value)
    emitter.emit(yaml.DocumentEndEvent(explicit=False))
    emitter.emit(yaml.StreamEndEvent())
    # An end of the document has no use at the end of the file.
    return stream.getvalue().removesuffix("...\n")


def _emit(emitter: BlockEmitter, value: object) -> None:
    if isinstance(value, Mapping):
        emitter.emit(yaml.MappingStartEvent(None, None, True, flow_style=False))
        for key, item in value.items():
            _emit_text(emitter, key, literal=False)
            _emit(emitter, item)
        emitter.emit(yaml.MappingEndEvent())
    elif isinstance(value, str):
        _emit_text(emitter, value, literal=True)
    elif isinstance(value, Sequence):
        emitter.emit(yaml.SequenceStartEvent(None, None, True, flow_style=False))
        for item in value:
            _emit(emitter, item)
        emitter.emit(yaml.SequenceEndEvent())
    else:
        text = "null" if value is None else str(value).lower()
        emitter.emit(yaml.ScalarEvent(None, None, (True, True), text))


def _emit_text(emitter: BlockEmitter, text: str, *, literal: bool) -> None:
    """Take the style that was chosen for a text that stands alone."""
    alone = write_yaml({"x": text}).decode().removeprefix("x: ")
    if literal and alone.startswith("|"):
        emitter.emit(yaml.ScalarEvent(None, None, (True, True), text, style="|"))
        return
    if alone.startswith("|"):
        alone = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    emitter.emit(yaml.ScalarEvent(None, None, (True, True), alone.removesuffix("\n")))


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(words, values, max_size=4))
@example({"k" * 200: {"a": ["x", {"k" * 200: "one\ntwo"}]}, "b": [[["x"], []], {}]})
def test_the_lines_are_those_of_pyyaml_s_emitter(value: dict[str, Value]) -> None:
    assert write_yaml(value).decode() == as_pyyaml(value)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(words, values, min_size=1, max_size=4), min_size=1, max_size=3))
def test_entries_written_one_by_one_are_the_list_that_is_written_at_once(
    entries: list[dict[str, Value]],
) -> None:
    joined = b"items:\n" + b"".join(map(write_entry, entries))
    assert joined == write_yaml({"items": list(entries)})
    assert read_yaml(joined, "f.yaml").value == {"items": entries}


@pytest.mark.parametrize("key", ["k" * 127, "k" * 128, "é" * 128, "k" * 2000])
def test_a_long_key_is_read_back(key: str) -> None:
    data = write_yaml({key: ["x"]})
    assert read_yaml(data, "f.yaml").value == {key: ["x"]}
    assert bool(re.match(rb"\? ", data)) == (len(key) >= 128)

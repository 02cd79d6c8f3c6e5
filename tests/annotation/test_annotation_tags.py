from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import compare_tui.annotation as room
from compare_tui.annotation import NotebookError, Tag, default_tag_set, load_tag_set, tag_for_kind
from compare_tui.annotation.tags import tag_set_beside, tag_set_note, unknown_tags
from compare_tui.comparison.model import Kind

TAGS = """\
name: desk/1
tags:
  - {key: n, name: number, definition: A count differs., colour: error}
  - {key: y, name: yes, definition: x, colour: "#00ff00", example: no}
"""


def load(tmp_path: Path, text: str) -> room.TagSet:
    path = tmp_path / "tags.yaml"
    path.write_text(text, encoding="utf-8")
    return load_tag_set(path)


def test_the_default_tag_set() -> None:
    tags = default_tag_set()
    assert tags.name == "news-discrepancies/1"
    assert "".join(tag.key for tag in tags.tags) == "ntpwecmqaofslx"
    assert [tag.name for tag in tags.tags] == [
        *(
            "number",
            "time",
            "place",
            "who",
            "event",
            "cause",
            "certainty",
            "quote",
            "attribution",
            "omission",
        ),
        *("framing", "scope", "language", "other"),
    ]
    assert all(tag.definition.endswith(".") and tag.colour.startswith("#") for tag in tags.tags)
    assert all(tag.example for tag in tags.tags if tag.name != "other")
    assert len({tag.colour for tag in tags.tags}) == len(tags.tags)


def test_every_kind_of_difference_has_a_tag() -> None:
    names = {kind: tag_for_kind(kind) for kind in get_args(Kind)}
    assert names.pop("wording") == "framing"
    assert names.pop("style") == "framing"
    assert all(str(kind) == tag for kind, tag in names.items())
    assert tag_for_kind("never heard of") == "other"


def test_a_tag_set_of_ones_own(tmp_path: Path) -> None:
    tags = load(tmp_path, TAGS)
    assert tags.name == "desk/1"
    assert tags.by_key("y") == Tag("y", "yes", "x", "#00ff00", "no")
    assert tags.find("number") == Tag("n", "number", "A count differs.", "error")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("key: y", "key: n", '4:11: tags[1].key: "n" is already the key of tags[0]'),
        ("name: yes", "name: number", '4:20: tags[1].name: "number" is already the name of tags[0]'),
        ("key: y", "key: yy", '4:11: tags[1].key: expected one letter, not "yy"'),
        ("key: y", "key: 1", "4:11: tags[1].key: expected text, not 1"),
        ("key: y", 'key: "1"', '4:11: tags[1].key: expected one letter, not "1"'),
        ("definition: x, ", "", "4:5: tags[1].definition: missing"),
        ("definition: x", 'definition: ""', "4:37: tags[1].definition: expected text, found nothing"),
        (
            "colour: error",
            "colour: rgb(1)",
            '3:66: tags[0].colour: expected "#rrggbb" or a colour of the theme such as accent, warning or '
            'number, not "rgb(1)"',
        ),
        ("name: desk/1\n", "", "1:1: name: missing"),
        (TAGS, "name: x\ntags: []\n", "2:7: tags: expected at least one tag"),
        (TAGS, "name: x\ntags: {}\n", "2:7: tags: expected a list, not a mapping"),
        (
            TAGS,
            "name: x\ntags: [number]\n",
            '2:8: tags[0]: expected a tag with key, name, definition and colour, not "n',
        ),
        (TAGS, "[]\n", "1:1: expected a tag set with name and tags, not a list"),
    ],
)
def test_a_bad_tag_set_is_named_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in TAGS
    with pytest.raises(NotebookError) as caught:
        load(tmp_path, TAGS.replace(old, new))
    assert str(caught.value).startswith(f"{tmp_path / 'tags.yaml'}:{message}")


def test_a_missing_tag_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match=r"tags\.yaml: No such file"):
        load_tag_set(tmp_path / "tags.yaml")


def test_every_public_name_is_there() -> None:
    assert dir(room) == sorted(room.__all__)
    for name in room.__all__:
        assert getattr(room, name) is not None
    with pytest.raises(AttributeError):
        room.nothing_of_the_kind  # noqa: B018


def test_value_types_cost_no_yaml() -> None:
    code = (
        "import sys, compare_tui.annotation as room; room.Annotation, room.notebook_path, room.locate;"
        "sys.exit('yaml' in sys.modules or 'textual' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_tag_set_says_which_kinds_propose_a_tag(tmp_path: Path) -> None:
    tags = load(tmp_path, TAGS.replace("colour: error}", "colour: error, kinds: [time, quote]}"))
    proposed = {kind: tag_for_kind(kind, tags) for kind in ("number", "time", "quote", "who")}
    assert proposed == {"number": "number", "time": "number", "quote": "number", "who": None}
    assert tag_for_kind("wording") == "framing"


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        ("[tempo]", "4:80: tags[1].kinds[0]: expected number, time, place, who,"),
        ("number", '4:79: tags[1].kinds: expected a list, not "number"'),
        ("[time]", '4:79: tags[1].kinds: "time" is already a kind of tags[0]'),
    ],
)
def test_kinds_that_are_none_or_claimed_twice_are_refused(tmp_path: Path, kinds: str, message: str) -> None:
    text = TAGS.replace("colour: error}", "colour: error, kinds: [time]}")
    with pytest.raises(NotebookError) as caught:
        load(tmp_path, text.replace("example: no}", f"example: no, kinds: {kinds}}}"))
    assert message in str(caught.value)


@pytest.mark.parametrize("colour", ["accent", "number", "#A0b1C2"])
def test_colours_of_the_theme_and_of_ones_own_are_taken(tmp_path: Path, colour: str) -> None:
    assert load(tmp_path, TAGS.replace("error", f'"{colour}"')).tags[0].colour == colour


def test_the_tag_set_beside_the_articles_is_the_only_one_there(tmp_path: Path) -> None:
    assert tag_set_beside(tmp_path) is None
    assert tag_set_beside(tmp_path / "nowhere") is None
    (tmp_path / "mytags.yaml").write_text("")
    (tmp_path / "b.tags.yaml").mkdir()
    (tmp_path / "desk.tags.yaml").write_text(TAGS)
    assert tag_set_beside(tmp_path) == tmp_path / "desk.tags.yaml"
    (tmp_path / "tags.yaml").write_text(TAGS)
    with pytest.raises(NotebookError) as caught:
        tag_set_beside(tmp_path)
    assert str(tmp_path / "desk.tags.yaml") in str(caught.value)
    assert str(tmp_path / "tags.yaml") in str(caught.value)


def test_another_tag_set_is_told_in_one_sentence(tmp_path: Path) -> None:
    tags = load(tmp_path, TAGS)
    assert tag_set_note("desk/1", tags, ["gossip"]) == ""
    assert tag_set_note("", tags, ["gossip"]) == ""
    begin = "These notes were made with the tag set news-discrepancies/1, in use is desk/1"
    assert tag_set_note("news-discrepancies/1", tags, ["number"]) == f"{begin}."
    told = tag_set_note("news-discrepancies/1", tags, ["who", "who", "number"])
    assert told == f"{begin}; 1 of their tags is unknown to it."
    assert unknown_tags(tags, ["who", "cause", "who", "number"]) == ("cause", "who")

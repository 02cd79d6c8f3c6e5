from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import NotebookError, Value, yaml_events, yaml_text
from compare_tui.annotation.yaml_read import read_yaml
from compare_tui.annotation.yaml_write import count_parts, write_yaml

SPECIAL = [
    *("no", "Yes", "on", "y", "null", "~", "true", "False", "12:30", "1:5", "007", "0x1F", "1_000", "1e3"),
    *(".inf", "2026-11-22", "2026-11-22T10:15:02Z", "<<", "=", "!", "&a", "*a", "- ", "? ", ": ", " #", "#"),
    *("%YAML", "---", "...", "|", ">", "[", "]", "{", "}", ",", "'", '"', "\\", "\\n", "`", "@", " ", "  "),
    *("\t", "\n", "\n\n", "\r", "\r\n", "\0", "\a", "\x1b[31m", "\x7f", "\x80", "\x85", "\x9b", "\xa0"),
    *("\xad", "\u200b", "\u200d", "\u200e", "\u202e", "\u2028", "\u2029", "\u2066", "\u3000", "\ufe0f"),
    *("\ufeff", "\ufffd", "\ufffe", "\uffff", "\U0001f469\u200d\U0001f467", "\U0001f1e8\U0001f1ed"),
    *("\U000e0041", "\U0010ffff", "e\u0301", "Zürich", "東京", "שלום", "<<<<<<< HEAD", "=======", "-1", "0"),
    *("9" * 30, "a" * 200),
]
PARSERS = [pytest.param(True, id="libyaml"), pytest.param(False, id="python")]

hostile = st.lists(st.sampled_from(SPECIAL) | st.text(max_size=6), max_size=6).map("".join)
scalars: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | hostile
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(hostile, inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Run a test with libyaml and without it."""
    with_libyaml = bool(request.param)
    if with_libyaml and not yaml.__with_libyaml__:
        pytest.skip("libyaml is not installed")
    if not with_libyaml:
        monkeypatch.setattr(yaml_events, "_C_PARSER", None)
    return with_libyaml


def outcome(data: bytes, *, libyaml: bool) -> tuple[Value, str]:
    """Return the value read with one of the parsers, or the message of its refusal."""
    with pytest.MonkeyPatch.context() as patch:
        if not libyaml:
            patch.setattr(yaml_events, "_C_PARSER", None)
        try:
            return read_yaml(data, "f.yaml").value, ""
        except NotebookError as error:
            return None, str(error)


def refusal(text: str | bytes) -> str:
    with pytest.raises(NotebookError) as caught:
        read_yaml(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    return str(caught.value)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(hostile, values, max_size=5))
def test_what_is_written_reads_back_the_same_with_and_without_libyaml(value: dict[str, Value]) -> None:
    data = write_yaml(value)
    assert outcome(data, libyaml=False) == (value, "")
    assert outcome(data, libyaml=True) == (value, "")


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_files_hold_no_raw_control_or_invisible_character(text: str) -> None:
    data = write_yaml({"k": text}).decode()
    allowed = "\n" if "\n" in text else ""
    body = data.removesuffix("\n")
    for (
        character
    ) in "\0\a\x1b\t\r\x7f\x80\x85\x9b\xa0\xad\u200b\u200d\u202e\u2028\u2029\u2066\ufeff\ufe0f\U000e0041":
        assert character not in body
    assert "\n" not in body or allowed


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("number", "number"),
        ("one-sided", "one-sided"),
        ("compare-tui/annotations/1", "compare-tui/annotations/1"),
        ("no", '"no"'),
        ("Y", '"Y"'),
        ("null", '"null"'),
        ("two words", '"two words"'),
        ("", '""'),
        ("007", '"007"'),
        ("12:30", '"12:30"'),
        ("Zürich 東京 😀", '"Zürich 東京 😀"'),
        ("\u202eabc", '"\\u202Eabc"'),
        ("a\x1bb\x85c", '"a\\eb\\Nc"'),
        ("\U000e0041", '"\\U000E0041"'),
        ('say \\ "it"', '"say \\\\ \\"it\\""'),
        ("one\ntwo", "|-\n  one\n  two"),
        ("one\n  two # x: y\n", "|\n  one\n    two # x: y"),
        ("one\n\ttwo", '"one\\n\\ttwo"'),
        ("one \ntwo", '"one \\ntwo"'),
        (" one\ntwo", '" one\\ntwo"'),
        ("one\r\ntwo", '"one\\r\\ntwo"'),
    ],
)
def test_style_of_a_string(text: str, written: str) -> None:
    assert write_yaml({"k": text}).decode() == f"k: {written}\n"


def test_layout_is_block_style_with_two_blanks_and_the_first_comment() -> None:
    value: dict[str, Value] = {
        "schema": "x/1",
        "n": None,
        "list": [{"id": "a-1", "a": {"exact": "a b", "start": 1}, "b": None}, ["x", 2]],
        "none": [],
        "empty": {},
        "long": "word " * 100,
    }
    assert write_yaml(value, "# first\tline").decode() == (
        "# first\tline\n"
        "schema: x/1\n"
        '"n": null\n'
        "list:\n"
        "  - id: a-1\n"
        "    a:\n"
        '      exact: "a b"\n'
        "      start: 1\n"
        "    b: null\n"
        "  - - x\n"
        "    - 2\n"
        "none: []\n"
        "empty: {}\n"
        f'long: "{"word " * 100}"\n'
    )


@pytest.mark.parametrize("comment", ["no comment", "# two\nlines: 1", "# two\rlines: 1"])
def test_only_a_comment_can_stand_first(comment: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        write_yaml({"a": 1}, comment)


def test_writer_refuses_what_the_reader_would_refuse() -> None:
    deep: Value = 1
    for _ in range(16):
        deep = [deep]
    with pytest.raises(ValueError, match="levels"):
        write_yaml({"a": deep})
    with pytest.raises(ValueError, match="64 bits"):
        write_yaml({"a": 2**63})
    with pytest.raises(ValueError, match="surrogate"):
        write_yaml({"a": "\ud800"})
    with pytest.raises(TypeError, match="float"):
        write_yaml({"a": 1.5})  # type: ignore[dict-item]


def test_only_null_booleans_and_plain_integers_are_not_text(parser: bool) -> None:
    text = (
        "[null, true, false, 0, -12, 9223372036854775807, ~, True, NULL, no, on, y, 007, -0, +1, 0x1F, 0o7,"
        ' 1_000, 1.5, 1e3, .inf, .nan, 12:30, 1:5, 2026-11-22, =, "1", \'null\', "true"]'
    )
    assert read_yaml(text.encode(), "f").value == [
        *(
            None,
            True,
            False,
            0,
            -12,
            9223372036854775807,
            "~",
            "True",
            "NULL",
            "no",
            "on",
            "y",
            "007",
            "-0",
            "+1",
        ),
        *(
            "0x1F",
            "0o7",
            "1_000",
            "1.5",
            "1e3",
            ".inf",
            ".nan",
            "12:30",
            "1:5",
            "2026-11-22",
            "=",
            "1",
            "null",
            "true",
        ),
    ]


def test_an_absent_value_is_null(parser: bool) -> None:
    assert read_yaml(b"a:\nb: # nothing\nc: ''\n", "f").value == {"a": None, "b": None, "c": ""}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: &x 2", 'f.yaml:2:4: expected a value, found the anchor "&x"'),
        ("a: &x [1]", 'f.yaml:1:4: expected a value, found the anchor "&x"'),
        ("a: *x", 'f.yaml:1:4: expected a value, found the alias "*x"'),
        (
            "a: !!python/object:os.system x",
            'f.yaml:1:4: expected a value, found the tag "tag:yaml.org,2002:python',
        ),
        ("a: ! x", 'f.yaml:1:4: expected a value, found the tag "!"'),
        ("a:\n  <<: {b: 1}", "f.yaml:2:3: expected a key, found the merge key <<"),
        ("a: 1\n---\nb: 2", "f.yaml:2:1: expected one document, found a second one"),
        ("a: 1\nc: 2\na: 3", 'f.yaml:3:1: the key "a" stands twice, first at line 1'),
        ("x:\n  - {a: 1, a: 2}", 'f.yaml:2:12: the key "a" stands twice, first at line 2'),
        ("1: a", 'f.yaml:1:1: expected a key that is text, found "1"'),
        ("a: {null: 1}", 'f.yaml:1:5: expected a key that is text, found "null"'),
        ("? [a]\n: 1", "f.yaml:1:3: expected a key that is text, found a list or mapping"),
        ("? \n: 1", "f.yaml:1:2: expected a key that is text, found nothing"),
        ("%YAML 1.1\n---\na: 1", "f.yaml:1:1: expected no directives such as %YAML or %TAG"),
        (
            "a: 1\n" + "b: " + "[" * 16 + "]" * 16,
            "f.yaml:2:19: expected at most 16 levels of lists and mappings",
        ),
        ("", "f.yaml:1:1: expected a YAML document, found nothing"),
        ("# only a comment\n", "f.yaml:1:1: expected a YAML document, found nothing"),
        ("a: 9223372036854775808", "f.yaml:1:4: expected an integer of at most 64 bits"),
        ("a: -" + "9" * 5000, "f.yaml:1:4: expected an integer of at most 64 bits"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "f.yaml:2:1: unresolved merge at line 2"),
        ("a: 1\r\n<<<<<<<\r\nb: 2\r\n", "f.yaml:2:1: unresolved merge at line 2"),
        ("a: 1\nb: 2\n=======\nb: 3\n", "f.yaml:3:1: unresolved merge at line 3"),
        ("a: 1\nb: 2\n>>>>>>> theirs\n", "f.yaml:3:1: unresolved merge at line 3"),
        (
            "a: 'x\x1b'",
            'f.yaml:1:6: the character U+001B must be written as "\\x1B" in double quotation marks',
        ),
        ("a: |\n  x\u2028y", 'f.yaml:2:4: the character U+2028 must be written as "\\u2028"'),
        ("a: 1\n\ufeffb: 2", 'f.yaml:2:1: the character U+FEFF must be written as "\\uFEFF"'),
        ('a: 1\nb: "\\ud800"', "f.yaml:2:4: an escape names half a surrogate pair"),
        ('a: 1\nb: "\\UFFFFFFFF"', "f.yaml:2:5: not valid YAML: an escape names no character"),
        ("a: [1", "not valid YAML"),
        ("a: 1\n b: 2", "f.yaml:2:3: not valid YAML: mapping values are not allowed here"),
        ('a: "x', "not valid YAML: found unexpected end of stream"),
        ("a:\n\t- b", "f.yaml:2:1: not valid YAML: found character '\\t'"),
    ],
)
def test_refused_with_its_place(parser: bool, text: str, message: str) -> None:
    said = refusal(text)
    assert message in said
    assert said.startswith("f.yaml:")
    assert "\n" not in said


def test_bytes_that_are_no_utf8_are_named_with_their_place() -> None:
    assert refusal("é: 1\nü: ".encode() + b"\xff") == "f.yaml:2:4: expected UTF-8, found the byte 0xFF"
    assert refusal("a: 1".encode("utf-16")).startswith("f.yaml:1:1: expected UTF-8")


def test_messages_are_safe_to_show() -> None:
    assert "\x1b" not in refusal('{"\\e[31m": 1, "\\e[31m": 2}')
    with pytest.raises(NotebookError) as caught:
        read_yaml(b"a: [", "evil\x1b]0;\nname")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_byte_order_mark_and_crlf_are_no_matter(parser: bool) -> None:
    document = read_yaml(b"\xef\xbb\xbf# hi\r\na: |\r\n  x\r\n  y\r\nb: 1\r\n", "f")
    assert document.value == {"a": "x\ny\n", "b": 1}
    assert document.comment == "# hi"


def test_flow_style_is_read_too(parser: bool) -> None:
    value = read_yaml(b'author: {id: mara, name: "Mara Ilves"}\nx: [{a: 1}, []]\n', "f").value
    assert value == {"author": {"id": "mara", "name": "Mara Ilves"}, "x": [{"a": 1}, []]}


@pytest.mark.parametrize(
    "bomb", ["[", "{", "- ", "? ", "[{", "{a: ", "a: [", "&a [", "!a [", "- - ", '{"": ', "[\n"]
)
def test_a_hundred_thousand_brackets_are_refused_quickly(parser: bool, bomb: str) -> None:
    started = time.process_time()
    assert refusal(bomb * 100_000).startswith("f.yaml:1")
    assert time.process_time() - started < 2


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_BYTES", 1_048_576)
    assert refusal(b"a: " + b"x" * 1_048_576) == "f.yaml:1:1: expected at most 1 MB of YAML"


def test_more_keys_and_values_than_the_limit_are_refused_with_their_place(
    parser: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_events, "MAX_PARTS", 10)
    assert count_parts({"a": [1, 2, 3], "b": "x"}) == 10
    assert read_yaml(b"a: [1, 2, 3]\nb: x\n", "f").value == {"a": [1, 2, 3], "b": "x"}
    assert refusal("a: [1, 2, 3, 4, 5]\nb: x\n") == "f.yaml:2:4: expected at most 10 keys and values"


@given(values)
def test_parts_are_counted_as_the_reader_counts_them(value: Value) -> None:
    document = {"k": value}
    count = count_parts(document)
    data = write_yaml(document)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "MAX_PARTS", count)
        assert outcome(data, libyaml=True)[1] == ""
        patch.setattr(yaml_events, "MAX_PARTS", count - 1)
        assert "keys and values" in outcome(data, libyaml=True)[1]


def test_text_that_takes_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_MEMORY", 20_000_000)
    for filler, fits in (("x", True), ("é", True), ("東", True), ("😀", False)):
        text = "a: |\n" + f"  {'x' * 998}\n" * 2_100 + f"  {filler}\n"
        said = outcome(text.encode(), libyaml=True)[1]
        assert (said == "") is fits
    assert said == "f.yaml:1:1: expected at most 1 million characters where one is an emoji"


FRAGMENTS = [
    *(
        "a",
        "b: ",
        ": ",
        ":",
        "- ",
        "-",
        "\n",
        "\n  ",
        " ",
        "\t",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #",
    ),
    *("|", ">", "|2", "?", "? ", "%", "@", "!", "&x", "*x", "no", "1", "\\", "\\n", "é", "😀", "\r\n", "\r"),
    *("---", "...", "k: v\n", "- x\n", "\xa0", "'a\n\n b'", ": |\n  x\n", "|-#", "%YAML 1.1\n", "what?"),
    *('"\\x41"', '"\\ud83d\\ude00"'),
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=10).map("".join))
def test_every_text_means_the_same_with_and_without_libyaml(text: str) -> None:
    fast, fast_refusal = outcome(text.encode(), libyaml=True)
    slow, slow_refusal = outcome(text.encode(), libyaml=False)
    assert fast == slow
    assert bool(fast_refusal) == bool(slow_refusal)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    value, message = outcome(data, libyaml=True)
    assert "\n" not in message
    if not message and isinstance(value, dict):
        assert outcome(write_yaml(value), libyaml=True) == (value, "")

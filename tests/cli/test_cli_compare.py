from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from compare_tui.article import read_article
from compare_tui.cli.arguments import LONG, add_articles, read_articles
from compare_tui.report import schema_text

A = "The ferry sank on Monday near Orsk.\n\nAll 48 passengers were saved, the coastguard said.\n"
B = "A ferry sank near Orsk on Monday.\n\nThe coastguard saved all 52 passengers.\n"


def run(
    *words: str, stdin: bytes | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "compare_tui", *words],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=cwd,
        timeout=60,
    )


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def refused(result: subprocess.CompletedProcess[bytes], *said: str) -> None:
    """Check that a command ended with 2, one line on stderr and nothing on stdout."""
    assert result.returncode == 2
    assert result.stdout == b""
    message = result.stderr.decode()
    assert message.startswith("compare-tui: ")
    assert message.count("\n") == 1
    assert message.endswith("\n")
    for words in said:
        assert words in message


def test_text_tells_the_difference(pair: tuple[str, str]) -> None:
    result = run("compare", *pair)
    assert result.returncode == 0
    assert result.stderr == b""
    assert "number, major: A [48], B [52]" in result.stdout.decode()


def test_json_keeps_to_the_published_schema(pair: tuple[str, str]) -> None:
    result = run("compare", *pair, "--format", "json")
    data = json.loads(result.stdout)
    jsonschema.Draft7Validator(json.loads(schema_text("comparison"))).validate(data)
    assert data["articles"]["a"]["source"].endswith("a.txt")


def test_exit_code_on_demand(pair: tuple[str, str], tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(A, encoding="utf-8")
    assert run("compare", *pair, "--exit-code").returncode == 1
    assert run("compare", pair[0], str(copy), "--exit-code").returncode == 0


def test_standard_input_as_a_side(pair: tuple[str, str]) -> None:
    result = run("compare", "-", pair[1], stdin=A.encode())
    assert result.returncode == 0
    assert "number, major: A [48], B [52]" in result.stdout.decode()


@pytest.mark.parametrize("command", [("compare",), ()])
class TestBadInput:
    def test_missing_file(self, command: tuple[str, ...], pair: tuple[str, str]) -> None:
        refused(run(*command, pair[0], "nowhere.txt"), "nowhere.txt")

    def test_folder(self, command: tuple[str, ...], pair: tuple[str, str], tmp_path: Path) -> None:
        refused(run(*command, str(tmp_path), pair[1]), str(tmp_path))

    def test_binary(self, command: tuple[str, ...], pair: tuple[str, str], tmp_path: Path) -> None:
        picture = tmp_path / "picture.png"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
        refused(run(*command, str(picture), pair[1]), "picture.png", "binary")

    def test_empty(self, command: tuple[str, ...], pair: tuple[str, str], tmp_path: Path) -> None:
        empty = tmp_path / "empty.txt"
        empty.write_bytes(b" \n\n")
        refused(run(*command, pair[0], str(empty)), "empty.txt", "empty")

    def test_twice_the_same_file(
        self, command: tuple[str, ...], pair: tuple[str, str], tmp_path: Path
    ) -> None:
        refused(run(*command, pair[0], pair[0]), "same file")
        (tmp_path / "link.txt").symlink_to(pair[0])
        refused(run(*command, pair[0], str(tmp_path / "link.txt")), "same file")

    def test_standard_input_twice(self, command: tuple[str, ...], pair: tuple[str, str]) -> None:
        refused(run(*command, "-", "-", stdin=b"text"), "standard input")

    def test_a_guessed_encoding_is_said_and_names_the_option(
        self, command: tuple[str, ...], pair: tuple[str, str], tmp_path: Path
    ) -> None:
        western = tmp_path / "western.txt"
        western.write_bytes("Der Bürgermeister schloß die Brücke.\n".encode("cp1252"))
        result = run(*command, str(western), pair[1])
        assert result.returncode == 0
        assert "Bürgermeister schloß" in result.stdout.decode()
        assert (
            "western.txt is not UTF-8: read as cp1252, which is a guess; --encoding" in result.stderr.decode()
        )
        assert run("compare", str(western), pair[1], "--encoding", "cp1252").returncode == 0

    def test_hostile_file_name(self, command: tuple[str, ...], pair: tuple[str, str]) -> None:
        result = run(*command, "no\x1b]0;owned\x07\u202efile.txt", pair[1])
        refused(result)
        assert b"\x1b" not in result.stderr
        assert "\u202e" not in result.stderr.decode()


def test_an_unreadable_notebook_is_named_with_its_line_and_kept(
    pair: tuple[str, str], tmp_path: Path
) -> None:
    notes = tmp_path / "mine.notes.yaml"
    broken = b"schema: compare-tui/annotations/1\nannotations: [\n  - oops\n"
    notes.write_bytes(broken)
    refused(run(*pair, "--notes", str(notes)), "mine.notes.yaml:3:")
    assert notes.read_bytes() == broken


def test_without_a_terminal_the_report_is_printed_and_nothing_written(
    pair: tuple[str, str], tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    result = run(*pair)
    assert result.returncode == 0
    assert "number, major: A [48], B [52]" in result.stdout.decode()
    assert sorted(tmp_path.iterdir()) == before


def test_a_reader_that_goes_away_is_no_traceback(pair: tuple[str, str], tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join(f"Paragraph {n} tells of quarry {n}." for n in range(4000)), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "compare_tui", "compare", str(long), pair[1]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 141


def test_a_day_must_be_a_day(pair: tuple[str, str]) -> None:
    result = run("compare", *pair, "--date-a", "yesterday")
    assert result.returncode == 2
    assert "YYYY-MM-DD" in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()


@pytest.mark.parametrize("words", [("compare",), ("--help",)])
def test_output_without_the_characters_is_no_traceback(words: tuple[str, ...], pair: tuple[str, str]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "compare_tui", *words, *(pair if words == ("compare",) else ())],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert result.returncode == 0
    assert result.stderr == b""
    assert result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [("compare",), ("--help",)])
def test_a_full_disk_is_one_line_and_not_a_difference(words: tuple[str, ...], pair: tuple[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "compare_tui", *words, *(pair if words == ("compare",) else ())],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert result.returncode == 2
    assert result.stderr.decode().startswith("compare-tui: ")
    assert result.stderr.count(b"\n") == 1


def test_closed_output_is_no_traceback(pair: tuple[str, str]) -> None:
    shell = f'"{sys.executable}" -m compare_tui compare "{pair[0]}" "{pair[1]}" >&-'
    result = subprocess.run(["sh", "-c", shell], stdin=subprocess.DEVNULL, capture_output=True)
    assert b"Traceback" not in result.stderr
    assert result.returncode in (0, 2)


def test_two_long_files_are_read_like_short_ones(tmp_path: Path) -> None:
    to = argparse.ArgumentParser()
    add_articles(to)
    names = [str(tmp_path / name) for name in ("long-a.txt", "long-b.txt")]
    for name, text in zip(names, (A, B), strict=True):
        Path(name).write_text(text * (LONG // len(text) + 1), encoding="utf-8")
    a, b = read_articles(to.parse_args([*names, "--label", "The wire", "--date-b", "2026-11-02"]))
    assert a == read_article(names[0], label="The wire")
    assert b == read_article(names[1], date=date(2026, 11, 2))


@pytest.mark.parametrize("broken", ["long-a.txt", "long-b.txt"])
def test_of_two_long_files_the_broken_one_is_named(tmp_path: Path, broken: str) -> None:
    names = [str(tmp_path / name) for name in ("long-a.txt", "long-b.txt")]
    for name in names:
        data = b"\x00\x01" if name.endswith(broken) else A.encode()
        Path(name).write_bytes(data * (LONG // len(data) + 1))
    refused(run("compare", *names), broken)

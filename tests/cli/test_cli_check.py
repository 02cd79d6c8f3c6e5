"""The command check, as it is run, with the limits of a small machine against files made to hurt."""

from __future__ import annotations

import errno
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.review.people import annotate, write_articles

from compare_tui.annotation.yaml_text import MAX_BYTES
from compare_tui.cli import main

MEMORY = 200 * 2**20
ROOM = MEMORY * 3 // 2
"""What may be asked for: decoding asks for more than it touches, and ``MEMORY`` is what is touched."""

SECONDS = 1.0
NOT_NEEDED = ("textual", "rich", "compare_tui.comparison.comparing", "jsonschema")

HEAD = "schema: compare-tui/annotations/1\nannotations:\n"
HOSTILE: dict[str, str] = {
    "nested lists": HEAD + "  - " + "[" * 30_000,
    "nested mappings": HEAD + "  - " + "{a: " * 30_000,
    "nested blocks": HEAD + "  - " + "- " * 30_000,
    "aliases": "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(1000)),
    "billion laughs": "a0: &a0 [lol, lol]\n"
    + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)),
    "merge keys": "a: {x: 1}\nb:\n  <<: {x: 2}\n",
    "duplicate keys": HEAD + "  []\n" + "annotations: []\n" * 100_000,
    "tags": HEAD + "  - !!python/object/apply:os.system [touch pwned]\n",
    "several documents": "schema: x\n---\n" * 100_000,
    "directives": "%YAML 1.1\n---\na: b\n",
    "conflict": "schema: x\n<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n",
    "control characters": "schema: \x1b[2J\n",
    "many keys": "".join(f"k{number}: 1\n" for number in range(200_000)),
    "a long tag": "a: !" + "b" * 1_000_000 + " x\n",
    "a long anchor": "a: &" + "b" * 1_000_000 + " x\n",
    "a long key twice": f"? {'k' * 500_000}\n: 1\n" * 2,
}
LARGE = {
    "more than is read": (MAX_BYTES + 1, "a: b\n"),
    "64 MB": (64 * 2**20, "a: b\n"),
    **{
        f"the most of {filling!r}": (MAX_BYTES, filling)
        for filling in (
            "[",
            "- ",
            "{a: ",
            "\n",
            "\r",
            "- a\n",
            "[],",
            "#",
            " ",
            "'",
            "a: &a\n",
            "\0",
            "é",
            "? ",
        )
    },
}


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    write_articles(tmp_path)
    return annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"))


def run(*words: object) -> tuple[subprocess.CompletedProcess[str], float, int]:
    """Run a command; return what came of it, its seconds of processor time and its memory in bytes."""
    # What getrusage calls the most memory counts that of the process which started this one, too.
    code = (
        "import re, resource, sys; from compare_tui.cli import main; code = main(sys.argv[1:]);"
        "used = resource.getrusage(resource.RUSAGE_SELF);"
        "most = re.search(r'VmHWM:\\s+(\\d+) kB', open('/proc/self/status').read())[1];"
        "print(used.ru_utime + used.ru_stime, most, file=sys.stderr);"
        "sys.exit(code)"
    )

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        resource.setrlimit(resource.RLIMIT_DATA, (ROOM, ROOM))

    command = [sys.executable, "-c", code, *map(str, words)]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, preexec_fn=limit, env=os.environ
    )
    seconds, kilobytes = ended.stderr.split()[-2:]
    return ended, float(seconds), int(kilobytes) * 1024


@cache
def most_seconds() -> float:
    """Return the seconds that a refusal may take: ``SECONDS`` beyond those of the start."""
    return SECONDS + run("--version")[1]


@pytest.mark.skipif(sys.platform != "linux", reason="limits and units of Linux")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_in_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.notes.yaml"
    path.write_text(HOSTILE[name])
    ended, seconds, memory = run("check", path)
    assert ended.returncode == 2
    assert ended.stdout.startswith(f"{path}:")
    assert ended.stdout.count("\n") == 1
    assert len(ended.stdout) < 500
    assert seconds < most_seconds()
    assert memory < MEMORY
    assert os.listdir(tmp_path).count("pwned") == 0
    assert "\x1b" not in ended.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="limits and units of Linux")
@pytest.mark.parametrize("name", LARGE)
def test_a_file_of_64_megabytes_is_refused_quickly_and_in_little_memory(name: str, tmp_path: Path) -> None:
    size, filling = LARGE[name]
    data = filling.encode()
    path = tmp_path / "large.notes.yaml"
    path.write_bytes((data * (size // len(data) + 1))[:size])
    ended, seconds, memory = run("check", path)
    path.unlink()
    assert ended.returncode == 2
    assert re.match(f"{re.escape(str(path))}:[0-9]+:[0-9]+: ", ended.stdout)
    assert seconds < most_seconds()
    assert memory < MEMORY


NEAR_THE_LIMITS = {
    "many short values": lambda: "a:\n" + "- b\n" * 599_000,
    "many mappings": lambda: "a:\n" + "- {b: 1}\n" * 149_000,
    "one long text": lambda: "a: |\n" + f"  {'x' * 997}\n" * 31_000,
    "many long texts": lambda: "a:\n" + f"- {'x' * 997}\n" * 24_000,
    "a text with an emoji at its end": lambda: "a: |\n" + f"  {'x' * 997}\n" * 16_000 + "  😀\n",
    "texts with an emoji each": lambda: "a:\n" + f"- 😀{'x' * 997}\n" * 15_500,
    "a text of two bytes a character": lambda: "a: |\n" + f"  {'東' * 997}\n" * 10_500,
    "an alias at the end": lambda: "a:\n" + "- b\n" * 590_000 + "c: *a\n",
    "a key twice at the end": lambda: "a:\n" + "- b\n" * 590_000 + "a: 1\n",
    "a second document at the end": lambda: "a:\n" + "- b\n" * 590_000 + "---\nb: 1\n",
}


@pytest.mark.skipif(sys.platform != "linux", reason="limits and units of Linux")
@pytest.mark.skipif(not yaml.__with_libyaml__, reason="takes a quarter of a minute without libyaml")
@pytest.mark.parametrize("name", NEAR_THE_LIMITS)
def test_a_file_near_the_limits_takes_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "large.notes.yaml"
    path.write_text(NEAR_THE_LIMITS[name](), encoding="utf-8")
    ended, _, memory = run("check", path)
    path.unlink()
    assert ended.returncode == 2
    assert ended.stdout.startswith(f"{path}:")
    assert "at most" not in ended.stdout
    assert memory < MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="limits and units of Linux")
@pytest.mark.parametrize("name", ["nested lists", "billion laughs", "merge keys", "tags"])
def test_a_pair_with_a_hostile_notebook_is_not_opened(name: str, tmp_path: Path) -> None:
    write_articles(tmp_path)
    path = tmp_path / "hostile.notes.yaml"
    path.write_text(HOSTILE[name])
    ended, seconds, memory = run(tmp_path / "wire.txt", tmp_path / "paper.txt", "--notes", path)
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"compare-tui: {path}:")
    assert seconds < most_seconds()
    assert memory < MEMORY
    assert path.read_text() == HOSTILE[name]


def test_check_needs_neither_screen_nor_comparison(notebook: Path) -> None:
    code = (
        "import sys; from compare_tui.cli import main; code = main(['check', sys.argv[1]]);"
        f"loaded = [name for name in {NOT_NEEDED!r} if name in sys.modules]; sys.exit(loaded or code)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(notebook)], check=False, timeout=60)
    assert ended.returncode == 0


def test_a_sound_file_is_passed_in_silence(notebook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(notebook)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["check", "-v", str(notebook)]) == 0
    told = capsys.readouterr()
    assert told == ("", f"{notebook}: notebook of Mara, 1 annotation: no problems\n")


def test_problems_are_on_stdout_and_warnings_on_stderr(
    notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = notebook.read_text()
    notebook.write_text(text.replace("tag: number", "tag: nummer"))
    line = text[: text.index("tag: number")].count("\n") + 1
    told = 'annotations[0].tag: the tag set news-discrepancies/1 has no tag "nummer"'
    assert main(["check", str(notebook)]) == 0
    assert capsys.readouterr() == ("", f"{notebook}:{line}:10: warning: {told}\n")
    notebook.write_text(text.replace("severity: major", "severity: huge"))
    assert main(["check", str(notebook), str(notebook)]) == 2
    shown = capsys.readouterr()
    assert shown.err == ""
    expected = 'annotations[0].severity: expected minor, major or critical, not "huge"'
    assert shown.out == f"{notebook}:{line + 2}:15: {expected}\n"


def test_a_folder_is_checked_and_an_empty_one_is_wrong_usage(
    notebook: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tags.yaml").write_text("name: x\ntags: []\n")
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().out == f"{tmp_path / 'tags.yaml'}:2:7: tags: expected at least one tag\n"
    (tmp_path / "empty").mkdir()
    assert main(["check", str(tmp_path / "empty")]) == 2
    assert "no notebooks or tag sets in this folder" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "missing.yaml")]) == 2
    assert "No such file" in capsys.readouterr().out


def test_a_large_sound_notebook_is_checked_in_reasonable_time(
    notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, entry = notebook.read_text().split("  - id: ")
    body = entry.split("\n", 1)[1]
    notebook.write_text(head + "".join(f"  - id: a-{i}\n{body}" for i in range(1000)))
    began = time.process_time()
    assert main(["check", str(notebook)]) == 0
    assert time.process_time() - began < 5
    assert capsys.readouterr().err.count("nearly the same") == 999


@cache
def reading_seconds() -> float:
    """Return the seconds that it takes to read as many empty mappings as a file may have."""
    with tempfile.NamedTemporaryFile("w", suffix=".notes.yaml") as file:
        file.write("a:\n" + "- {}\n" * 299_000)
        file.flush()
        return run("check", file.name)[1]


FIELDS = (
    "schema: compare-tui/annotations/1\nfile_id: f-1\nauthor: {id: m, name: M}\narticles:\n"
    "  a: {path: a.txt, title: A, sha256: a, text_sha256: a, length: 1, reader: text/1}\n"
    "  b: {path: b.txt, title: B, sha256: b, text_sha256: b, length: 1, reader: text/1}\n"
    "tags: {name: t}\n"
)
UNKNOWN = "".join(f"    {{}}k{number}: 1\n" for number in range(40))
WRONG_EVERYWHERE = {
    "annotations that are empty": FIELDS + "annotations:\n" + "- {}\n" * 299_000,
    "annotations that are words": FIELDS + "annotations:\n" + "- x\n" * 599_000,
    "links that are empty": FIELDS + "annotations: []\nlinks:\n" + "- {}\n" * 299_000,
    "reviews that are empty": FIELDS + "annotations: []\nreviews:\n" + "- {}\n" * 299_000,
    "tags that are empty": "name: t\ntags:\n" + "- {}\n" * 299_000,
    "a newer format that lacks everything": FIELDS.replace("annotations/1", "annotations/2")
    + "annotations:\n"
    + "- {}\n" * 299_000,
    "annotations with unknown keys": FIELDS
    + "annotations:\n"
    + "".join(
        f'  - id: a{at}\n    tag: t\n    note: ""\n    b: null\n' + UNKNOWN.replace("{}", f"x{at}")
        for at in range(6_000)
    ),
}


@pytest.mark.skipif(sys.platform != "linux", reason="limits and units of Linux")
@pytest.mark.skipif(not yaml.__with_libyaml__, reason="takes a quarter of a minute without libyaml")
@pytest.mark.parametrize("name", WRONG_EVERYWHERE)
def test_a_file_with_a_mistake_in_every_place_is_told_briefly(name: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.notes.yaml"
    path.write_text(WRONG_EVERYWHERE[name])
    ended, seconds, memory = run("check", path)
    path.unlink()
    assert ended.returncode == 2
    lines = ended.stdout.splitlines()
    assert all(line.startswith(f"{path}:") for line in lines)
    assert len(lines) == 1 or lines[-1].endswith("only the first 1,000 are told")
    assert len(lines) <= 1_001
    assert seconds < 2 * reading_seconds() + SECONDS
    assert memory < MEMORY


def test_a_file_of_a_folder_that_cannot_be_read_is_named(
    notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = notebook.with_name("link.notes.yaml")
    link.symlink_to("nowhere")
    assert main(["check", str(notebook.parent)]) == 2
    assert capsys.readouterr().out == f"{link}: No such file or directory\n"


def test_a_failure_of_the_system_names_the_file(
    notebook: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", f"{path}\x1b[2J")

    monkeypatch.setattr("compare_tui.review.checking.files_to_check", refuse)
    monkeypatch.setattr("compare_tui.cli._drop_output", lambda: None)
    assert main(["check", str(notebook)]) == 2
    assert capsys.readouterr().err == f"compare-tui: {notebook}\u241b[2J: Permission denied\n"

"""Completions and the man page: made from the parsers, and understood by the shells that are here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docs.shell import FOLDER, MAN_PAGE, pages

from compare_tui.cli import COMMANDS, main


def missing(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def said(*command: str, cwd: Path) -> list[str]:
    result = subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, timeout=60, stdin=subprocess.DEVNULL, check=True
    )
    assert result.stderr == ""
    return result.stdout.split("\n")


def test_the_files_are_those_of_the_parsers() -> None:
    for name, text in pages().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, "run: make shell"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completions_are_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    printed = capsys.readouterr().out
    assert printed == (FOLDER / f"compare-tui.{shell}").read_text(encoding="utf-8")
    assert all(name in printed for name in COMMANDS)


def test_a_shell_that_is_not_known_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["completion", "cmd"])
    assert end.value.code == 2
    assert "bash" in capsys.readouterr().err


@missing("bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("compare-tui ba", {"batch"}),
        ("compare-tui compare --fo", {"--format"}),
        ("compare-tui compare --format ", {"text", "json"}),
        ("compare-tui compare wi", {"wire.txt"}),
        ("compare-tui batch pairs.yaml -o o", {"out"}),
        ("compare-tui config s", {"show"}),
        ("compare-tui --keym", {"--keymap"}),
    ],
)
def test_bash_completes(typed: str, offered: set[str], tmp_path: Path) -> None:
    (tmp_path / "wire.txt").touch()
    (tmp_path / "out").mkdir()
    words = typed.split(" ")
    array = " ".join(f"'{word}'" for word in words)
    script = (
        f"source '{FOLDER / 'compare-tui.bash'}'; COMP_WORDS=({array}); COMP_CWORD={len(words) - 1}; "
        "_shtab_compare_tui; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    assert set(said("bash", "--norc", "-c", script, cwd=tmp_path)) - {""} == offered


@missing("bash")
def test_bash_falls_back_to_files_where_no_command_begins_so(tmp_path: Path) -> None:
    script = f"source '{FOLDER / 'compare-tui.bash'}'; complete -p compare-tui"
    assert "-o default" in said("bash", "--norc", "-c", script, cwd=tmp_path)[0]


@missing("fish")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("compare-tui ba", "batch"),
        ("compare-tui compare --exi", "--exit-code"),
        ("compare-tui wi", "wire.txt"),
    ],
)
def test_fish_completes(typed: str, offered: str, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").touch()
    script = f"source '{FOLDER / 'compare-tui.fish'}'; complete -C '{typed}'"
    shown = said("fish", "--no-config", "-c", script, cwd=tmp_path)
    assert offered in {line.split("\t")[0] for line in shown}


@missing("zsh")
def test_zsh_reads_the_completions(tmp_path: Path) -> None:
    script = (
        f"autoload -Uz compinit && compinit -D -u && eval \"$(<'{FOLDER / 'compare-tui.zsh'}')\" "
        "&& print $_comps[compare-tui]"
    )
    assert said("zsh", "-f", "-c", script, cwd=tmp_path)[0] == "_shtab_compare_tui"


@missing("mandoc")
def test_the_man_page_is_sound(tmp_path: Path) -> None:
    result = subprocess.run(
        ["mandoc", "-T", "lint", str(FOLDER / MAN_PAGE)], capture_output=True, text=True, timeout=60
    )
    # A date would be out of date with the next command.
    problems = [line for line in result.stdout.splitlines() if "missing date" not in line]
    assert problems == []


@missing("man")
def test_the_man_page_names_every_command(tmp_path: Path) -> None:
    shown = "\n".join(said("man", "-l", str(FOLDER / MAN_PAGE), cwd=tmp_path))
    for name in COMMANDS:
        assert f"\n   {name}\n" in shown


def test_nobody_asks_a_command_for_its_parser_in_vain() -> None:
    code = (
        "from compare_tui.cli.command_tree import command_tree\n"
        "import sys\ncommand_tree()\nprint(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"textual", "rich"} & set(loaded.split())

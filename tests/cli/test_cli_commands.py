from __future__ import annotations

import json

import pytest

from compare_tui import __version__
from compare_tui.cli import COMMANDS, main


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"compare-tui {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


def test_no_argument_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_tells_its_options(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert "usage" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["agreement", "annotations", "comparison", "tags"])
def test_schemas_are_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("http://json-schema.org/draft-07")


def test_the_sample_pairs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--list"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names[0] == "telephone-call"
    assert {"coach-crash", "bank-ruling", "stadium-vote"} <= set(names)


@pytest.mark.parametrize("name", [None, "coach-crash", "bank-ruling", "stadium-vote"])
def test_a_sample_pair_is_reported_without_a_terminal(
    name: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", *([name] if name else [])]) == 0
    assert "BOTH TELL" in capsys.readouterr().out


def test_an_unknown_sample_pair_is_answered_with_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "nothing"]) == 2
    told = capsys.readouterr().err
    assert "nothing" in told
    assert "coach-crash" in told


@pytest.mark.parametrize("folder", [".", "/"])
def test_a_folder_is_no_notebook(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["a.txt", "b.txt", "--notes", folder])
    assert end.value.code == 2
    assert f"{folder} is a folder" in capsys.readouterr().err

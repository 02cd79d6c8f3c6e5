"""``compare-tui explain``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare_tui.cli import main

A = """Ferry runs aground

The harbour ferry ran aground near the lighthouse on Tuesday.

Hail destroyed half of the barley.

Photo: Harbour Press
"""
B = """Near the lighthouse a ferry ran aground on Tuesday morning.

The lighthouse was painted red last year.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_it_tells_what_speaks_for_a_link_and_the_runner_up(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *files, "--passage", "A2"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("A 2: The harbour ferry ran aground")
    assert "  B 1, confident 0." in said
    assert "  B 2, not linked: its score 0." in said
    assert "that a link needs here" in said
    assert "score: words 0." in said
    assert "neighbours 0." in said
    words = next(line for line in said.splitlines() if "shared words:" in line)
    assert "aground" in words


def test_it_tells_the_same_from_the_other_side(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *files, "--passage", "b1", "--format", "json"]) == 0
    (explained,) = json.loads(capsys.readouterr().out)
    assert explained["passage"] == "b1"
    assert explained["linked"][0]["a"] in ("a1", "a2")
    assert set(explained["linked"][0]["parts"]) >= {"words", "characters", "neighbours"}
    for runner_up in explained["runners_up"]:
        assert runner_up["score"] < runner_up["needed"]


def test_it_names_the_pair_that_a_runner_up_is_far_behind_of(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *files, "--passage", "b2", "--format", "json"]) == 0
    (explained,) = json.loads(capsys.readouterr().out)
    reasons = [runner_up["reason"] for runner_up in explained["runners_up"]]
    assert any(
        "far behind the 0." in reason and "of A 2 and B 1, and under the" in reason for reason in reasons
    )
    assert main(["explain", *files, "--passage", "a2"]) == 0
    assert "of A 2 and B 1, and under the" in capsys.readouterr().out


def test_all_of_a_by_default_and_furniture_said(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *files]) == 0
    said = capsys.readouterr().out
    assert [line[:4] for line in said.splitlines() if line.startswith("A ")] == ["A 1:", "A 2:", "A 3:"]
    assert main(["explain", *files, "--passage", "a4"]) == 0
    assert "furniture" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--passage", "a9"], "article A has no passage a9: it has a1 to a4"),
        (["--passage", "c1"], "expected a passage such as a6 or b11"),
        (["--passage", "a0"], "expected a passage such as a6 or b11"),
        (["--similarity", "nothing_there:x"], "No module named"),
    ],
)
def test_mistakes_are_told_in_one_line(
    files: list[str], options: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["explain", *files, *options])
    except SystemExit as ended:
        code = int(str(ended.code))
    assert code == 2
    said = capsys.readouterr().err
    assert reason in said
    assert len(said.splitlines()) == 1


def test_the_similarity_function_may_come_from_the_environment(
    files: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPARE_TUI_SIMILARITY", "nothing_there:x")
    for command in (["compare", *files], files, ["demo"]):
        assert main(command) == 2
        assert "similarity nothing_there:x: ModuleNotFoundError" in capsys.readouterr().err

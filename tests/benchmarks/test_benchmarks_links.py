from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.scorers import Task, at_best_threshold, figures

from benchmarks import links


def write(folder: Path, gold: list[tuple[int, int, str]]) -> Path:
    file = folder / "small-dev.jsonl"
    sentences = [
        "The ferry sank off Orvik on Monday.",
        "Rescuers found nine sailors in a raft.",
        "The owner promised an inquiry into the cargo.",
    ]
    file.write_text(json.dumps({"a": sentences, "b": sentences, "gold": gold}) + "\n", encoding="utf-8")
    return file


def test_strict_leaves_partial_links_out_of_both_sides(tmp_path: Path) -> None:
    scorings = links.tasks_of(write(tmp_path, [(0, 0, "aligned"), (1, 1, "partial")]))
    found = {(0, 0), (1, 1), (2, 2)}
    assert figures([(found, scorings["any"][0])])[:2] == (2 / 3, 1.0)
    assert figures([(found, scorings["strict"][0])])[:2] == (1 / 2, 1.0)


def test_a_missed_partial_link_costs_no_strict_recall(tmp_path: Path) -> None:
    strict = links.tasks_of(write(tmp_path, [(0, 0, "aligned"), (1, 1, "partial")]))["strict"]
    assert figures([({(0, 0)}, strict[0])])[:2] == (1.0, 1.0)


def test_the_best_threshold_is_taken() -> None:
    task = Task(["x", "y"], ["x", "y"], {(0, 0), (1, 1)}, set())
    scores = {(0, 0): 0.9, (1, 1): 0.5, (0, 1): 0.3, (1, 0): 0.1}
    [(found, _)] = at_best_threshold([scores], [task])
    assert found == task.gold


@pytest.mark.parametrize("named", ["option", "variable"])
def test_the_folder_is_named_by_option_or_environment(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, [(0, 0, "aligned"), (1, 1, "partial"), (2, 2, "aligned")])
    if named == "variable":
        monkeypatch.setenv(links.VARIABLE, str(tmp_path))
    [table] = links.print_tables(tmp_path if named == "option" else None)
    assert table.name == "links"
    printed = capsys.readouterr().out
    for method in ("compare-tui, possible", "compare-tui, confident", "token Jaccard", "difflib", "TF-IDF"):
        assert printed.count(method) == 2, "once for each way of scoring"


def test_a_folder_without_data_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert links.print_tables(tmp_path) == []
    assert "no alignment data found" in capsys.readouterr().out

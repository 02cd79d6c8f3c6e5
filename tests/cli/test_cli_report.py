from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.people import load, store

from compare_tui.cli import main

PAIR = Path(__file__).parent.parent / "report" / "golden" / "pair"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PAIR, tmp_path / "pair"))


def articles(folder: Path) -> list[str]:
    return [str(folder / "wire.txt"), str(folder / "paper.txt")]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.txt", "Article A"),
        ("r.md", "# "),
        ("r.html", "<!DOCTYPE html>"),
        ("r.csv", '\ufeff"record"'),
        ("r.json", '{\n  "schema": "compare-tui/report/1"'),
        ("r.jsonld", '{\n  "@context"'),
        ("r.svg", "<svg"),
    ],
)
def test_the_name_of_the_file_says_what_is_written(name: str, start: str, folder: Path) -> None:
    out = folder / name
    assert main(["report", *articles(folder), str(folder), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_named_counts_more(folder: Path) -> None:
    out = folder / "r.txt"
    assert main(["report", *articles(folder), "--format", "svg", "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<svg")


def test_an_unknown_ending_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *articles(folder), "-o", str(folder / "r.pdf")]) == 2
    assert "--format" in capsys.readouterr().err
    assert not (folder / "r.pdf").exists()


def test_a_file_that_exists_is_kept_unless_forced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder / "r.md"
    out.write_text("mine", encoding="utf-8")
    assert main(["report", *articles(folder), "-o", str(out)]) == 2
    assert "--force" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["report", *articles(folder), "-o", str(out), "--force"]) == 0
    assert out.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("name", ["wire.txt", "paper.txt", "wire--paper.ann.notes.yaml"])
def test_what_a_report_is_made_of_is_never_overwritten(name: str, folder: Path) -> None:
    before = (folder / name).read_bytes()
    words = ["report", *articles(folder), str(folder), "--format", "text", "--force"]
    assert main([*words, "-o", str(folder / name)]) == 2
    assert (folder / name).read_bytes() == before


def test_standard_output_gets_utf_8(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["report", *articles(folder), "--format", "html", "-o", "-"]) == 0
    printed = capfdbinary.readouterr().out
    assert printed.startswith(b"<!DOCTYPE html>")
    assert "–" in printed.decode("utf-8")


def test_text_tells_annotations_verdicts_and_agreement(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["report", *articles(folder), str(folder)]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert "number, by Ann: A [at least 12 people], B [Nine people]" in told
    assert "review: Mara accept: Agreed." in told
    assert "review: needs work" in told
    assert "SAME PLACE (F1)" in told


def test_a_notebook_of_another_pair_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Something else entirely.\n", encoding="utf-8")
    notebook = str(folder / "wire--paper.ann.notes.yaml")
    assert main(["report", articles(folder)[0], str(other), notebook]) == 2
    assert "of other articles" in capsys.readouterr().err


def test_compare_follows_the_corrections_of_ones_own_notebook(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def links(*words: str) -> set[tuple[str, str]]:
        assert main(["compare", *articles(folder), "--format", "json", *words]) == 0
        return {(link["a"], link["b"]) for link in json.loads(capsys.readouterr().out)["links"]}

    plain = links("--no-notes")
    mine = links("--author", "Ann")
    assert len(mine - plain) == 1
    assert links("--author", "Nobody Here") == plain
    assert links("--notes", str(folder / "wire--paper.ann.notes.yaml")) == mine


def test_a_correction_whose_words_are_gone_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = folder / "paper.txt"
    paper.write_text(paper.read_text(encoding="utf-8").replace("The driver was hurt.", "So it goes."))
    assert main(["compare", *articles(folder), "--author", "Ann"]) == 0
    assert "Corrected by hand" not in capsys.readouterr().out


def test_a_broken_notebook_is_told_and_not_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook = folder / "wire--paper.ann.notes.yaml"
    notebook.write_text("schema: [", encoding="utf-8")
    assert main(["compare", *articles(folder), "--author", "Ann"]) == 0
    told = capsys.readouterr()
    assert "not used" in told.err
    assert "Article A" in told.out
    assert main(["compare", *articles(folder), "--notes", str(notebook)]) == 2


def test_the_latest_of_contrary_corrections_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ann, mara = (folder / f"wire--paper.{who}.notes.yaml" for who in ("ann", "mara"))
    said = load(ann).sections["links"]
    assert isinstance(said, list)
    assert isinstance(said[0], dict)
    file = load(mara)
    contrary = {**said[0], "id": "l-01JDA7V1N6E6", "kind": "unlink", "created": "2026-11-23T10:00:00Z"}
    store(mara, replace(file, sections={**file.sections, "links": [contrary]}))
    assert main(["report", *articles(folder), str(folder), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert all(link["score"] != 1 or link["shared"] for link in data["comparison"]["links"])


def test_a_review_is_reported_from_all_notebooks_beside_a(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["report", *articles(folder), "--review"]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert "2 of 5 annotations reviewed" in told
    assert "WHO FOUND WHAT" in told
    out = folder / "review.html"
    assert main(["report", *articles(folder), str(folder), "--review", "-o", str(out)]) == 0
    assert "Who found what" in out.read_text(encoding="utf-8")


def test_a_review_has_four_formats(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *articles(folder), "--review", "--format", "svg"]) == 2
    assert "text, md, html or csv" in capsys.readouterr().err


def test_a_review_without_notebooks_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in folder.glob("*.notes.yaml"):
        path.unlink()
    assert main(["report", *articles(folder), "--review"]) == 2
    assert "holds no notebook" in capsys.readouterr().err

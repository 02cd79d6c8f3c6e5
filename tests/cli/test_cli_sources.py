from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.samples import HTML, PARAGRAPHS, docx, paragraph, pdf

from compare_tui.annotation import Author, Notebook, make_anchor, read_notebook
from compare_tui.sources import read_article


def run(*words: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "compare_tui", *words],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        timeout=60,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "desk"
    place.mkdir()
    (place / "a.html").write_text(HTML, encoding="utf-8")
    (place / "b.docx").write_bytes(docx(paragraph(PARAGRAPHS[1].replace("48", "52"))))
    (place / "c.pdf").write_bytes(pdf([[PARAGRAPHS[1].replace("48", "53")]]))
    return place


@pytest.mark.parametrize(("other", "number"), [("b.docx", 52), ("c.pdf", 53)])
def test_formats_are_compared_with_each_other(folder: Path, other: str, number: int) -> None:
    result = run("compare", "a.html", other, cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    assert f"number, major: A [48], B [{number}]" in result.stdout


def test_json_tells_author_and_outlet(folder: Path) -> None:
    result = run("compare", "a.html", "b.docx", "--format", "json", cwd=folder)
    facts = json.loads(result.stdout)["articles"]["a"]
    assert (facts["author"], facts["outlet"]) == ("Mara Ilves", "The Daily")


def test_source_shows_what_was_left_out(folder: Path) -> None:
    result = run("source", "a.html", cwd=folder)
    assert "outlet: The Daily" in result.stdout
    assert PARAGRAPHS[0] in result.stdout
    assert "  Subscribe to our newsletter!" in result.stdout.partition("left out")[2]
    data = json.loads(run("source", "a.html", "--format", "json", cwd=folder).stdout)
    assert "Subscribe to our newsletter!" in data["left_out"]


def test_source_lists_hidden_characters(folder: Path) -> None:
    (folder / "x.txt").write_text("The ferry sank.\n\nNo\u202ebody was \u202ehurt.\n", encoding="utf-8")
    told = run("source", "x.txt", cwd=folder).stdout
    assert "  2: U+202E RIGHT-TO-LEFT OVERRIDE, 2 times" in told
    assert json.loads(run("source", "x.txt", "--format", "json", cwd=folder).stdout)["hidden"]


def test_the_notebook_keeps_the_facts_of_a_page(folder: Path) -> None:
    a, b = read_article(folder / "a.html"), read_article(folder / "b.docx")
    file = folder / "mine.notes.yaml"
    notebook = Notebook.open(file, a, b, Author("x", "X"))
    end = make_anchor(a, 0, 5)
    notebook.add(tag="number", relation="conflict", severity="major", a=end, b=None)
    notebook.save()
    record = read_notebook(file.read_bytes(), "mine").a
    assert record.extra == {"author": "Mara Ilves", "outlet": "The Daily", "date": "2021-08-16"}


def test_a_folder_and_a_list_are_printed_where_nobody_can_choose(folder: Path) -> None:
    result = run(".", cwd=folder)
    assert (result.returncode, result.stdout.split()) == (0, ["a.html", "b.docx", "c.pdf"])
    (folder / "pairs.yaml").write_text("- {a: a.html, b: c.pdf, name: Ferry}\n", encoding="utf-8")
    for name in (".", "pairs.yaml"):
        assert run(name, cwd=folder).stdout == "Ferry\tcompare-tui a.html c.pdf\n"
    (folder / "pairs.yaml").write_text("- {a: a.html}\n", encoding="utf-8")
    result = run("pairs.yaml", cwd=folder)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "compare-tui: pairs.yaml:1:3: [0].b: missing\n"
        "compare-tui: pairs.yaml holds no pairs that can be compared\n"
    )


def test_with_linear_a_pair_is_chosen_by_its_number(folder: Path) -> None:
    (folder / "pairs.yaml").write_text(
        "- {a: a.html, b: c.pdf, name: Ferry}\n- {a: a.html, b: b.docx, name: Boat}\n", encoding="utf-8"
    )
    heard = run("--linear", "pairs.yaml", cwd=folder, stdin="7\n2\nnext_passage\nquit\n").stdout
    assert "2 pairs in pairs.yaml: which one?\n1: Ferry\n2: Boat\n" in heard
    assert "No line has the number 7." in heard
    assert "b.docx" in heard
    assert PARAGRAPHS[0] in heard
    assert "Ferry sinks" not in run("--linear", "pairs.yaml", cwd=folder, stdin="\n").stdout


def test_files_of_git_are_looked_for_from_the_folder_of_the_list(folder: Path, tmp_path: Path) -> None:
    (folder / "pairs.yaml").write_text("- {a: a.html, b: 'git:HEAD:a.html', name: Ferry}\n", encoding="utf-8")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "a.html"], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
    listed = str(folder / "pairs.yaml")
    told = run(listed, cwd=Path("/")).stdout
    assert told == f"Ferry\tcd {folder} && compare-tui a.html git:HEAD:a.html\n"
    heard = run("--linear", listed, cwd=Path("/"), stdin="1\nquit\n")
    assert "git:HEAD:a.html" in heard.stdout


def test_one_article_alone_is_not_enough(folder: Path) -> None:
    result = run("a.html", cwd=folder)
    assert result.returncode == 2
    assert "a.html alone is no folder and no list of pairs: name B, too" in result.stderr


def test_addresses_of_this_machine_need_leave(folder: Path) -> None:
    result = run("compare", "http://127.0.0.1:9/x", "a.html", cwd=folder)
    assert result.returncode == 2
    assert "--allow-private" in result.stderr

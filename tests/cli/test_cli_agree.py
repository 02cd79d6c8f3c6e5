from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from tests.review.people import annotate, edit, judge, load, read_articles, store, write_articles

from compare_tui.annotation.revealed import with_revealed
from compare_tui.cli import main
from compare_tui.report import schema_text
from compare_tui.report.cells import safe_cell

NUMBER = ("number", "at least 12 people", "Nine people")
TIME = ("time", "Sunday", "Monday")
WORDS = ("Twelve", "dead", "coach", "overturns", "Police", "people", "Basel")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_articles(tmp_path / "pair")
    return tmp_path / "pair"


def test_the_report_reads_well_at_80_columns(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tags = ["who", "event", "event", "scope", "who", "number", "place"]
    annotate(folder, "mara", *((tag, word, None) for tag, word in zip(tags, WORDS, strict=True)))
    annotate(
        folder,
        "ann",
        *(("who" if word == "Basel" else tag, word, None) for tag, word in zip(tags, WORDS, strict=True)),
    )
    long = annotate(folder, "a-very-long-id-of-a-person-12345", NUMBER)
    edit(long, "number", tag="a tag whose name is far too long for any table of eighty columns, 数字")
    assert main(["agree", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert max(map(len, told.out.splitlines())) <= 80
    lines = [line.split() for line in told.out.splitlines()]
    assert ["ann", "–", "mara", "1.000", "0.857", "1.000", "0.857"] in lines
    assert ["Krippendorff's", "alpha", "of", "the", "tags:", "0.822"] in lines
    assert ["the", "same", "tag", "6"] in lines
    assert ["place", "–", "who", "1"] in lines
    assert "Review: 0 of 15 reviewed." in told.out


def test_what_is_undefined_is_told_with_the_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotate(folder, "ann")
    annotate(folder, "bo")
    assert main(["agree", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "– is undefined: no annotations." in told
    assert "alpha of the tags: undefined\n  0 places marked by two people or more" in told
    for who in ("ann", "bo"):
        annotate(folder, who, *(("who", word, None) for word in WORDS))
    assert main(["agree", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "undefined\n  only one tag was used: who." in told
    assert "nan" not in told.lower()


def test_json_fits_its_schema_in_any_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(annotate(folder, who, NUMBER, TIME)) for who in ("mara", "ann", "bo")]
    printed = []
    for order in (paths, paths[::-1]):
        assert main(["agree", *order, "--format", "json"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    data = json.loads(printed[0])
    schema = json.loads(schema_text("agreement"))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["alpha"] == {
        "value": None,
        "undefined": "2 places marked by two people or more, at least 5 are needed",
        "units": 2,
    }
    assert [len(unit) for unit in data["units"]] == [3, 3]
    assert data["all"]["f1"]["exact_tag"]["value"] == 1.0


def test_units_are_a_table_for_other_tools(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(folder, "mara", NUMBER)
    ann = annotate(folder, "ann", TIME)
    edit(ann, "time", tag='=HYPERLINK("x")')
    units = tmp_path / "units.csv"
    assert main(["agree", str(folder), "--format", "csv", "--units", str(units)]) == 0
    printed = capsys.readouterr().out
    assert units.read_text(encoding="utf-8") == printed
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [row["annotator"] for row in rows] == ["mara", "mara", "ann", "ann"]
    assert rows[2]["annotation"] == '\'=HYPERLINK("x")'
    text = "\n".join(article.text for article in read_articles(folder))
    for row in rows:
        article = (folder / ("wire.txt" if row["article"] == "a" else "paper.txt")).read_text()
        words = article[int(row["article_start"]) : int(row["article_end"])]
        assert words in ("at least 12 people", "Nine people", "Sunday", "Monday")
        assert text[int(row["start"]) : int(row["end"])] == words


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe_cell(text) == f"'{text}"
    assert safe_cell(f"x{text}") == f"x{text}"


def test_orphans_and_reviewers_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mara, ann = annotate(folder, "mara", NUMBER, TIME), annotate(folder, "ann", TIME)
    file = load(mara)
    lost = [
        replace(one, a=replace(one.a, exact="gone")) if one.tag == "number" and one.a else one
        for one in file.annotations
    ]
    store(mara, replace(file, annotations=tuple(lost)))
    editor = annotate(folder, "editor")
    judge(editor, ann, "time", "accept")
    assert main(["agree", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "2 annotations, 1 of them on words that are gone" in told
    assert "editor" not in told
    assert "Review: 1 of 3 reviewed." in told


def test_a_named_notebook_that_cannot_be_read_is_told_and_the_others_count(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [annotate(folder, "mara", NUMBER), annotate(folder, "ann", NUMBER)]
    broken = folder / "broken.notes.yaml"
    broken.write_text("schema: 1\n", encoding="utf-8")
    assert main(["agree", *map(str, [*paths, broken])]) == 2
    told = capsys.readouterr()
    assert f"{broken}:1:9: schema" in told.err
    assert "ann – mara" in told.out
    assert main(["agree", str(folder)]) == 0
    assert "broken.notes.yaml:1:9" in capsys.readouterr().err


def test_reviews_of_what_is_not_here_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mara, ann = annotate(folder, "mara", NUMBER), annotate(folder, "ann", TIME)
    judge(ann, mara, "number", "accept", of="a-elsewhere")
    assert main(["agree", str(folder)]) == 0
    assert "1 review of annotations that no notebook here holds" in capsys.readouterr().err


def test_the_units_never_overwrite_a_notebook(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mara = annotate(folder, "mara", NUMBER)
    annotate(folder, "ann", NUMBER)
    before = mara.read_bytes()
    assert main(["agree", str(folder), "--units", str(mara)]) == 2
    assert "it is one of the notebooks" in capsys.readouterr().err
    assert mara.read_bytes() == before


def test_one_notebook_alone_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mara = annotate(folder, "mara", NUMBER)
    assert main(["agree", str(mara)]) == 2
    assert f"expected notebooks of two people or more on one pair, found {mara}" in capsys.readouterr().err


def test_merge_writes_one_notebook_and_says_what_it_took(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(folder, "mara", NUMBER, TIME)
    annotate(folder, "ann", NUMBER)
    target = tmp_path / "all.notes.yaml"
    words = ["merge", str(folder), "-o", str(target), "--rule", "unanimous", "--author", "The Chief"]
    assert main(words) == 0
    assert capsys.readouterr().err == (
        f"{target}: 1 annotation taken; 1 left out (rule: unanimous; from Ann, Mara)\n"
    )
    assert load(target).author.id == "the-chief"
    assert main(words) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*words, "--force"]) == 0


def test_merging_anew_leaves_the_older_merge_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [annotate(folder, who, NUMBER) for who in ("mara", "ann")]
    target = folder / "all.notes.yaml"
    words = ["-o", str(target), "--rule", "all", "--author", "Chief", "--force"]
    assert main(["merge", *map(str, paths), *words]) == 0
    assert main(["merge", *map(str, [*paths, target]), *words]) == 0
    assert f"{target}: merged out of others" in capsys.readouterr().err
    assert len(load(target).annotations) == 1
    assert main(["agree", *map(str, [*paths, target])]) == 0
    assert "chief" not in capsys.readouterr().out
    assert main(["agree", *map(str, [*paths, target]), "--adjudicated"]) == 0
    assert "ann – chief                         1.000" in capsys.readouterr().out


def test_merge_refuses_notebooks_of_different_pairs(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [annotate(folder, "mara", NUMBER), annotate(folder, "ann", NUMBER)]
    other = load(annotate(folder, "bo", NUMBER))
    path = folder / "wire--paper.bo.notes.yaml"
    store(path, replace(other, a=replace(other.a, path="ferry.txt", text_sha256="00", title="Ferry sinks")))
    target = tmp_path / "all.notes.yaml"
    assert main(["merge", *map(str, [*paths, path]), "-o", str(target)]) == 2
    told = capsys.readouterr().err
    assert 'of other articles: "Ferry sinks"' in told
    assert "nothing was merged" in told
    assert not target.exists()


@pytest.mark.parametrize(("since", "count"), [("2020-01-01T00:00:00Z", 2), ("2999-01-01T00:00:00Z", 0)])
def test_what_was_marked_knowing_the_marks_of_others_is_counted(
    since: str, count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_articles(tmp_path)
    paths = [
        annotate(tmp_path, who, ("number", "at least 12", "Nine"), ("time", "Sunday", "Monday"))
        for who in ("ann", "bo")
    ]
    revealed = {"ann": since, "nobody": "2020-01-01T00:00:00Z"}
    store(paths[1], with_revealed(load(paths[1]), revealed))
    assert main(["agree", *map(str, paths)]) == 0
    told = capsys.readouterr().out
    assert ("2 annotations, 2 made knowing marks of others" in told) == bool(count)
    assert main(["agree", *map(str, paths), "--format", "json"]) == 0
    people = json.loads(capsys.readouterr().out)["annotators"]
    assert {one["id"]: one["knowing"] for one in people} == {"ann": 0, "bo": count}

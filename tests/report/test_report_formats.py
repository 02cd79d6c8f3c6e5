from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path, PurePath
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from compare_tui.article import clean
from compare_tui.report import schema_text
from compare_tui.report.cells import safe_cell
from compare_tui.report.csv_report import csv_report
from compare_tui.report.document import Report
from compare_tui.report.formats import ENDINGS, FORMATS, format_of, written
from compare_tui.report.html_report import html_report
from compare_tui.report.json_report import report_json
from compare_tui.report.markdown_report import escaped, markdown_report
from compare_tui.report.svg_report import svg_report
from compare_tui.report.web_annotations import web_annotations

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
ENDING = {name: ending for ending, name in reversed(ENDINGS.items())}


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_as_it_was(name: str, report: Report) -> None:
    """``UPDATE_GOLDEN=1`` writes the files anew: look at them before you commit."""
    path = GOLDEN / f"report{ENDING[name]}"
    text = written(report, name).encode()
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(text)
    assert text == path.read_bytes()


def test_the_order_of_hashes_changes_nothing() -> None:
    pair = GOLDEN / "pair"
    command = [sys.executable, "-m", "compare_tui", "report", str(pair / "wire.txt"), str(pair / "paper.txt")]
    outputs = {
        subprocess.run(
            [*command, str(pair), "--format", "w3c"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_the_ending_chooses_the_format() -> None:
    assert set(FORMATS) == set(ENDINGS.values())
    assert format_of(PurePath("a.HTML")) == "html"
    assert format_of(PurePath("a.pdf")) is None


def test_corrections_of_a_notebook_apply(report: Report) -> None:
    by_hand = [link for link in report.comparison.links if link.score == 1 and not link.shared]
    assert len(by_hand) == 1
    assert report.comparison.b.passages[by_hand[0].b].text == "The driver was hurt."
    assert "Corrected by hand: 1 link added, 0 taken away." in report.comparison.notes


def test_every_passage_stands_in_a_row(report: Report) -> None:
    rows = report.rows()
    found = report.comparison
    assert [row.a for row in rows if row.a and row.b is None] == list(found.only_a)
    assert [row.b for row in rows if row.b and row.a is None] == list(found.only_b)
    assert sum(row.link is not None for row in rows) == len(found.links)
    assert sum(len(row.differences) for row in rows) == len(found.differences)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_html_takes_nothing_from_elsewhere_and_no_markup_from_articles(report: Report) -> None:
    page = html_report(report)
    reader = _Tags()
    reader.feed(page)
    names = [name for name, _ in reader.tags]
    assert names.count("script") == 1
    assert "b" not in names
    attributes = {key for _, found in reader.tags for key in found}
    assert not attributes & {"src", "srcset", "action", "style", "onclick"}
    assert all((found.get("href") or "#").startswith("#") for _, found in reader.tags)
    assert "&lt;script&gt;alert(1)" in page
    assert "default-src 'none'" in page


def test_csv_runs_nothing_and_keeps_the_words(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_report(report).removeprefix("\ufeff"))))
    for row in rows:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t"))
    notes = [row["why"] for row in rows if row["record"] == "annotation"]
    assert any(note.startswith("'=cmd|") for note in notes)
    text = report.comparison.a.text
    spans = [row for row in rows if row["record"] != "annotation" and row["a_text"]]
    assert spans
    for row in spans:
        assert text[int(row["a_start"]) : int(row["a_end"])] == row["a_text"].removeprefix("'")


@given(st.text())
def test_a_safe_cell_gives_its_text_back(text: str) -> None:
    cell = safe_cell(text)
    assert cell.removeprefix("'") == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text(alphabet=st.sampled_from("ab1 \\`*_{}[]()<>#+-.!|~$&@:=/^wW\n")))
def test_text_never_becomes_markdown(text: str) -> None:
    text = clean(f"x {text}" if not text.strip() else text)
    shown = MarkdownIt("gfm-like", {"html": True}).render(escaped(text))
    tags = set(re.findall(r"<(\w+)", re.sub(r"<!-- -->", "", shown)))
    assert tags <= {"p", "br"}
    plain = re.sub(r"<!-- -->|</?p>|<br ?/?>", " ", re.sub(r"<!-- -->", "", shown))
    for sign, name in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        plain = plain.replace(name, sign)
    assert plain.split() == text.split()


def test_tables_of_markdown_keep_their_columns(report: Report) -> None:
    shown = MarkdownIt("gfm-like", {"html": True}).render(markdown_report(report))
    tables = re.findall(r"<table>.*?</table>", shown, re.DOTALL)
    assert len(tables) >= 4
    for table in tables:
        rows = re.findall(r"<tr>.*?</tr>", table, re.DOTALL)
        assert len({len(re.findall(r"<t[hd]", row)) for row in rows}) == 1
    assert "<script" not in shown
    assert "<a " not in shown


def test_json_keeps_to_the_published_schemas(report: Report) -> None:
    data = json.loads(report_json(report))
    for name, part in (
        ("report", data),
        ("comparison", data["comparison"]),
        ("agreement", data["agreement"]),
    ):
        jsonschema.Draft7Validator(json.loads(schema_text(name))).validate(part)
    assert len(data["annotations"]) == 5


def test_web_annotations_keep_to_the_model(report: Report) -> None:
    page = json.loads(web_annotations(report))
    schema = json.loads((HERE / "web-annotation-page.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(page)
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids))
    reviews = [item for item in page["items"] if item["motivation"] == "assessing"]
    assert {item["target"] for item in reviews} < set(ids)


def test_selectors_find_their_words(report: Report) -> None:
    texts = (report.comparison.a.text, report.comparison.b.text)
    checked = 0
    for item in json.loads(web_annotations(report))["items"]:
        if isinstance(item["target"], str):
            continue
        for target in item["target"]:
            quoted, position = target["selector"]
            words = quoted.get("prefix", "") + quoted["exact"] + quoted.get("suffix", "")
            at = slice(position["start"], position["end"])
            assert any(text[at] == quoted["exact"] and words in text for text in texts)
            checked += 1
    assert checked > 10


def test_the_picture_is_a_picture_with_a_name(report: Report) -> None:
    root = ElementTree.fromstring(svg_report(report))
    space = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{space}svg"
    assert "Coach crash kills nine" in (root.findtext(f"{space}title") or "")
    assert not list(root.iter(f"{space}script"))
    words = "".join("".join(one.itertext()) for one in root.iter(f"{space}text"))
    assert "<b>near</b>" in words
    height = float(root.attrib["height"])
    assert all(float(one.attrib["y"]) < height for one in root.iter(f"{space}text"))

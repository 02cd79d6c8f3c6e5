from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import get_args

import pytest
from docs.keys import with_keys

from compare_tui.annotation import load_tag_set
from compare_tui.report.formats import FORMATS, format_of
from compare_tui.settings.config import check_file
from compare_tui.settings.options import OPTIONS
from compare_tui.sources.child import EXTRAS
from compare_tui.sources.folders import articles_in
from compare_tui.sources.gathering import gather
from compare_tui.sources.names import Kind
from compare_tui.tui.actions import ACTIONS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_that_of_the_program() -> None:
    assert with_keys(README) == README, "run: python docs/keys.py"


def test_pictures_and_pages_exist() -> None:
    places = re.findall(r"\]\(([^)#]+)\)", README)
    assert any(place.endswith(".svg") for place in places)
    for place in places:
        assert place.startswith("https://") or (ROOT / place).exists(), place


def table_rows() -> dict[str, list[list[str]]]:
    """Return the rows of the table of sources and reports by kind: what, named by, needs, tested by."""
    rows: dict[str, list[list[str]]] = {"source": [], "report": []}
    for line in README.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith(("| source |", "| report |")):
            rows[cells[0]].append(cells[1:])
    return rows


def test_every_source_stands_in_the_table(tmp_path: Path) -> None:
    rows = {what.casefold().split(",")[0]: (named, needs) for what, named, needs, _ in table_rows()["source"]}
    ways = {"address", "standard input", "git", "folder", "list of pairs"}
    assert set(rows) == {*get_args(Kind), *ways}
    for kind in get_args(Kind):
        extra = EXTRAS.get(kind)
        assert rows[kind][1] == (f"extra `{extra}`" if extra else "")
    shown = [ending for kind in get_args(Kind) for ending in re.findall(r"`\w*(\.\w+)`", rows[kind][0])]
    for ending in shown:
        (tmp_path / f"x{ending}").write_bytes(b"x")
        assert gather(tmp_path / f"x{ending}").kind == next(k for k in rows if f"{ending}`" in rows[k][0])
    assert {path.suffix for path in articles_in(tmp_path)} == set(shown)


def test_every_report_stands_in_the_table() -> None:
    rows = {what.split("`")[1]: named for what, named, _, _ in table_rows()["report"]}
    assert list(rows) == list(FORMATS)
    assert all(format_of(PurePath(f"x{ending.strip('`')}")) == name for name, ending in rows.items())


def test_the_tests_that_the_table_names_exist() -> None:
    for row in (*table_rows()["source"], *table_rows()["report"]):
        file, _, name = row[-1].strip("`").partition("::")
        text = (ROOT / file).read_text(encoding="utf-8")
        assert re.search(rf"^(?:async )?(?:def|class) {name}\b", text, re.MULTILINE), row[-1]


def test_the_settings_that_it_shows_are_right(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(theme: .*?)```", README, re.DOTALL)
    assert shown is not None
    path = tmp_path / "config.yaml"
    path.write_text(shown[1], encoding="utf-8")
    assert check_file(path, {action.id: action.keys for action in ACTIONS}) == ()
    assert set(OPTIONS) == set(re.findall(r"^(\w+):", shown[1], re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "docs/tag-sets.md"])
def test_the_tag_sets_that_are_shown_are_right(page: str, tmp_path: Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n((?:#[^\n]*\n)?name: desk.*?)```", text, re.DOTALL)
    assert shown is not None
    path = tmp_path / "tags.yaml"
    path.write_text(shown[1], encoding="utf-8")
    tags = load_tag_set(path)
    assert tags.name == "desk/1"
    assert tags.find("gossip") is not None

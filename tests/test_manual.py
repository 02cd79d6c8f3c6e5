"""The manual: it builds without a warning, loses no page, and tells what the code tells."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docs.reference_tables import MAKERS, filled, formats

from compare_tui.cli import COMMANDS
from compare_tui.report.schemas import SCHEMAS
from compare_tui.settings.options import OPTIONS
from compare_tui.tui.actions import ACTIONS

DOCS = Path(__file__).parent.parent / "docs"


def build(source: Path, output: Path, builder: str = "html") -> subprocess.CompletedProcess[str]:
    words = ["-q", "-W", "--keep-going", "-b", builder, str(source), str(output)]
    command = [sys.executable, "-m", "sphinx", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("manual")
    result = build(DOCS, output)
    if "isn't included in any toctree" in result.stderr:
        pytest.fail(f"add the page to a toctree in docs/index.md:\n{result.stderr}")
    assert result.returncode == 0, result.stderr
    return output


def text_of(page: Path) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")))


def test_every_page_is_built(built: Path) -> None:
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    assert len(pages) > 15
    for page in pages:
        assert (built / page).exists(), page


def test_the_reference_names_all_that_there_is(built: Path) -> None:
    commands = text_of(built / "reference" / "commands.html")
    assert all(f"\ncompare-tui {name} " in commands for name in COMMANDS if name != "open")
    assert "--scheduler ADDRESS" in commands
    keys = text_of(built / "reference" / "keys.html")
    assert all(action.description in keys for action in ACTIONS)
    settings = text_of(built / "reference" / "settings.html")
    assert all(option.variable in settings for option in OPTIONS.values() if option.in_environment)
    shown = text_of(built / "reference" / "formats.html")
    assert all(f"compare-tui schema {name}" in shown for name in SCHEMAS)


def test_a_page_outside_the_contents_is_an_error_that_names_it(tmp_path: Path) -> None:
    copy = tmp_path / "docs"
    shutil.copytree(DOCS, copy)
    (copy / "lost.md").write_text("# Lost\n\nNobody links here.\n", encoding="utf-8")
    result = build(copy, tmp_path / "out", "dummy")
    assert result.returncode != 0
    assert "lost.md" in result.stderr
    assert "toctree" in result.stderr


def test_a_marker_that_stands_for_nothing_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("<!-- from the code: weather -->")


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_each_row_of_a_table_has_as_many_cells_as_its_head(name: str) -> None:
    width = 0
    for line in MAKERS[name]().splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert cells == width or not width or not cells
        width = cells
    assert "| --- |" in MAKERS[name]()


def test_a_field_is_told_with_its_type_and_whether_it_is_needed() -> None:
    assert '| `schema` | `"compare-tui/comparison/1"` | yes |' in formats()
    assert "| `links` | array of link | yes |" in formats()

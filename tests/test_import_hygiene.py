from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

HEADLESS = [
    "compare_tui",
    "compare_tui.article",
    "compare_tui.comparison",
    "compare_tui.annotation",
    "compare_tui.report",
    "compare_tui.report.agreement_data",
    "compare_tui.report.agreement_text",
    "compare_tui.report.document",
    "compare_tui.report.formats",
    "compare_tui.report.html_report",
    "compare_tui.review.panel",
    "compare_tui.review.adjudicated_file",
    "compare_tui.settings",
    "compare_tui.sources",
    "compare_tui.sources.folders",
    "compare_tui.cli.choosing",
    "compare_tui.cli.source_command",
    "compare_tui.settings.config",
    "compare_tui.settings.key_map",
    "compare_tui.settings.themes",
    "compare_tui.linear.program",
    "compare_tui.cli",
    "compare_tui.cli.agree_command",
    "compare_tui.cli.batch_command",
    "compare_tui.cli.compare_command",
    "compare_tui.cli.config_command",
    "compare_tui.cli.demo_command",
    "compare_tui.cli.info",
    "compare_tui.cli.merge_command",
    "compare_tui.cli.merge_driver_command",
    "compare_tui.cli.open_command",
    "compare_tui.cli.pairs_command",
    "compare_tui.cli.report_command",
    "compare_tui.cli.schema_command",
    "compare_tui.cli.serve_command",
]


def loaded_by(code: str) -> set[str]:
    """Names of the modules that a fresh interpreter holds after running ``code``."""
    printed = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(' '.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(printed.splitlines()[-1].split())


@pytest.mark.parametrize("room", HEADLESS)
def test_a_headless_room_never_loads_the_screen(room: str) -> None:
    assert not {"textual", "rich"} & loaded_by(f"import {room}")


def test_comparing_needs_only_text() -> None:
    loaded = loaded_by("import compare_tui.comparison")
    assert not {"yaml", "platformdirs", "textual"} & loaded


def test_the_package_itself_loads_nothing() -> None:
    loaded = loaded_by("import compare_tui")
    assert not {name for name in loaded if name.startswith("compare_tui.")}


def test_a_headless_comparison_never_loads_the_screen() -> None:
    code = (
        "from compare_tui import compare, read_text\n"
        "compare(read_text('A ferry sank.'), read_text('The ferry went down.'))\n"
        "import compare_tui.report as r"
    )
    assert not {"textual", "rich", "yaml"} & loaded_by(code)


def test_reading_by_ear_never_loads_the_screen(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank on Monday with 48 people on board.\n")
    (tmp_path / "b.txt").write_text("On Monday the ferry sank. There were 52 people on board.\n")
    keys = "\n".join(
        ["j", "]", "t", "n", "e", "a note", ".", "/", "ferry", "2", "3", "f", "i", "?", "S", "48", "q"]
    )
    code = (
        "import io, os\n"
        f"os.chdir({str(tmp_path)!r})\n"
        "r, w = os.pipe()\n"
        f"os.write(w, {keys.encode()!r})\n"
        "os.close(w)\n"
        "os.dup2(r, 0)\n"
        "from compare_tui.cli import main\n"
        "assert main(['a.txt', 'b.txt', '--linear', '--author', 'mara']) == 0\n"
        "print()"
    )
    loaded = loaded_by(code)
    assert "compare_tui.linear.session" in loaded
    assert not {"textual", "rich"} & loaded


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_neither_screen_nor_parser(option: str) -> None:
    loaded = loaded_by(f"from compare_tui.cli import main\nmain([{option!r}])")
    assert not {"textual", "rich", "yaml", "argparse", "sentencex"} & loaded


def test_reading_a_text_loads_nothing_that_other_sources_need(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A ferry sank.", encoding="utf-8")
    loaded = loaded_by(f"from compare_tui import read_article\nread_article({str(path)!r})")
    assert not {"ssl", "http", "yaml", "trafilatura", "lxml", "pypdf", "charset_normalizer"} & loaded


def test_what_an_old_pip_installs_is_enough_to_read_a_page() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    waiting = list(project["optional-dependencies"]["web"])
    installed: set[str] = set()
    while waiting:
        found = Requirement(waiting.pop())
        # Before 23.3 pip took the names of extras to the letter.
        known = set(metadata(found.name).get_all("Provides-Extra") or ())
        for one in {"", *found.extras} & {"", *known}:
            for line in requires(found.name) or ():
                needed = Requirement(line)
                wanted = needed.marker is None or needed.marker.evaluate({"extra": one})
                if wanted and line not in installed:
                    installed.add(line)
                    waiting.append(line)
    assert "lxml_html_clean" in {Requirement(line).name for line in installed}

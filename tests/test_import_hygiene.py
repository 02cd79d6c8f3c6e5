from __future__ import annotations

import subprocess
import sys

import pytest

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
    "compare_tui.settings.config",
    "compare_tui.settings.key_map",
    "compare_tui.settings.themes",
    "compare_tui.cli",
    "compare_tui.cli.agree_command",
    "compare_tui.cli.compare_command",
    "compare_tui.cli.config_command",
    "compare_tui.cli.demo_command",
    "compare_tui.cli.merge_command",
    "compare_tui.cli.merge_driver_command",
    "compare_tui.cli.open_command",
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


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_neither_screen_nor_parser(option: str) -> None:
    loaded = loaded_by(f"from compare_tui.cli import main\nmain([{option!r}])")
    assert not {"textual", "rich", "yaml", "argparse", "sentencex"} & loaded

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from compare_tui.annotation.tags import default_tag_file, default_tag_set, tag_set_of
from compare_tui.annotation.yaml_read import read_yaml
from compare_tui.cli.demo_command import sample_pairs
from compare_tui.settings.first_themes import FIRST_THEMES
from compare_tui.settings.themes import read_theme

ROOT = Path(__file__).parents[2]


def test_the_usual_tags_are_those_of_their_file() -> None:
    assert default_tag_set() == tag_set_of(read_yaml(default_tag_file().read_bytes(), "tags"))


def test_the_themes_to_start_with_are_those_of_their_files() -> None:
    assert {name: read_theme(ROOT / "themes" / f"{name}.yaml") for name in ("dark", "light")} == FIRST_THEMES


def test_the_sample_pairs_are_those_of_their_file() -> None:
    listed = yaml.safe_load((ROOT / "seeds" / "seeds.yaml").read_text(encoding="utf-8"))
    assert [(one.name, one.title, one.a.name, one.b.name) for one in sample_pairs()] == [
        (one["name"], one["title"], one["a"], one["b"]) for one in listed
    ]


def test_no_yaml_is_read_before_the_screen_is_there() -> None:
    code = """
import sys
import compare_tui.cli.demo_command, compare_tui.tui.app, compare_tui.annotation.pair_notebook
from compare_tui.annotation.tags import default_tag_set
compare_tui.cli.demo_command.sample_pairs(), default_tag_set()
print("yaml" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"

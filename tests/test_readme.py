from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.keys import with_keys

from compare_tui.annotation import load_tag_set
from compare_tui.settings.config import check_file
from compare_tui.settings.options import OPTIONS
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

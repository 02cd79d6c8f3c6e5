"""Which tag set a command uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare_tui.annotation import NotebookError
from compare_tui.cli import main
from compare_tui.cli.tag_sets import find_tags
from compare_tui.settings.config import load_config
from compare_tui.settings.config_files import PROJECT_NAME

TAGS = "name: {name}\ntags:\n  - {{key: x, name: other, definition: Rest., colour: accent}}\n"


def write_tags(path: Path, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TAGS.format(name=name))
    return path


@pytest.fixture
def folder(nobody_home: Path) -> Path:
    folder = nobody_home / "work"
    folder.mkdir()
    (folder / "a.txt").write_text("A ferry with 212 people aboard caught fire.\n")
    (folder / "b.txt").write_text("A ferry with 200 people aboard caught fire.\n")
    return folder


def name_of(folder: Path, flag: Path | None = None) -> tuple[str, str]:
    flags = {"tags": ("--tags", flag)} if flag else {}
    found = find_tags(load_config(flags=flags, start=folder), str(folder / "a.txt"))
    return found.tags.name, found.origin


def test_the_more_important_place_names_the_tag_set(
    folder: Path, nobody_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert name_of(folder) == ("news-discrepancies/1", "the program")
    user = nobody_home / "config" / "compare-tui" / "config.yaml"
    write_tags(user.parent / "mine.yaml", "of-user")
    user.write_text("tags: mine.yaml\n")
    assert name_of(folder) == ("of-user", f"user file {user}:1")
    write_tags(folder / "desk.tags.yaml", "beside")
    assert name_of(folder) == ("beside", "a file beside the articles")
    write_tags(folder / "sub" / "project.yaml", "of-project")
    (folder / PROJECT_NAME).write_text("# desk\ntags: sub/project.yaml\n")
    assert name_of(folder) == ("of-project", f"project file {folder / PROJECT_NAME}:2")
    monkeypatch.setenv("COMPARE_TUI_TAGS", str(write_tags(nobody_home / "env.yaml", "of-environment")))
    assert name_of(folder) == ("of-environment", "$COMPARE_TUI_TAGS")
    assert name_of(folder, write_tags(nobody_home / "flag.yaml", "of-flag")) == ("of-flag", "--tags")


def test_two_tag_sets_beside_the_articles_are_named_and_nothing_is_opened(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = write_tags(folder / "tags.yaml", "one"), write_tags(folder / "x.tags.yaml", "other")
    words = [str(folder / "a.txt"), str(folder / "b.txt")]
    assert main(words) == 2
    told = capsys.readouterr()
    assert not told.out
    assert str(one) in told.err
    assert str(other) in told.err
    assert main([*words, "--tags", str(one)]) == 0


def test_a_wrong_tag_set_is_named_with_what_names_it(folder: Path) -> None:
    (folder / PROJECT_NAME).write_text("tags: missing.yaml\n")
    with pytest.raises(NotebookError) as caught:
        name_of(folder)
    told = str(caught.value)
    assert told.startswith(f"{folder / 'missing.yaml'}: No such file")
    assert f"project file {folder / PROJECT_NAME}:1" in told


def test_check_of_the_settings_looks_into_the_tag_set(
    nobody_home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(nobody_home)
    write_tags(nobody_home / "t.yaml", "mine")
    (nobody_home / PROJECT_NAME).write_text("tags: t.yaml\n")
    assert main(["config", "check"]) == 0
    (nobody_home / "t.yaml").write_text("name: x\n")
    assert main(["config", "check"]) == 2
    assert "t.yaml:1:1: tags: missing" in capsys.readouterr().out
    (nobody_home / PROJECT_NAME).write_text("tags: 12\n")
    assert main(["config", "check"]) == 2
    assert "tags: must be the name of a file" in capsys.readouterr().out

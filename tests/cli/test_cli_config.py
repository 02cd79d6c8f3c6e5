from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from compare_tui.cli import main
from compare_tui.settings.options import OPTIONS
from compare_tui.tui.actions import ACTIONS
from compare_tui.tui.review_actions import REVIEW_ACTIONS


@pytest.fixture
def user_file(nobody_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = nobody_home / "config" / "compare-tui"
    folder.mkdir(parents=True)
    (nobody_home / "work").mkdir()
    monkeypatch.chdir(nobody_home / "work")
    return folder / "config.yaml"


def write_pair(folder: Path) -> tuple[str, str]:
    a, b = folder / "a.txt", folder / "b.txt"
    a.write_text("A ferry with 212 people aboard caught fire off Tallinn on Tuesday.\n")
    b.write_text("A ferry with 200 people aboard caught fire off Tallinn on Tuesday.\n")
    return str(a), str(b)


def test_path_says_where_files_are_looked_for(
    user_file: Path, nobody_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "path"]) == 0
    told = capsys.readouterr().out
    assert f"{user_file}  missing" in told
    assert "no .compare-tui.yaml" in told
    user_file.write_text("themes: [mine]\n")
    project = nobody_home / ".compare-tui.yaml"
    project.write_text("theme: x\n")
    assert main(["config", "path", str(nobody_home / "work" / "a.txt")]) == 0
    told = capsys.readouterr().out
    assert f"{user_file}\n" in told
    assert str(project) in told
    assert f"{user_file.parent / 'mine'}  missing" in told


def test_show_prints_every_setting_with_its_origin_as_yaml(
    user_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    user_file.write_text("keys: {quit: [Q, '?'], undo: [b]}\nmouse: false\nkeymap: vim\n")
    monkeypatch.setenv("COMPARE_TUI_THEME", "paper-light")
    assert main(["config", "show"]) == 0
    shown = capsys.readouterr().out
    values = yaml.safe_load(shown)
    assert list(values) == list(OPTIONS)
    assert values["theme"] == "paper-light"
    assert values["mouse"] is False
    assert set(values["keys"]) == {action.id for action in (*ACTIONS, *REVIEW_ACTIONS)}
    assert values["keys"]["quit"] == ["Q", "?"]
    assert values["keys"]["help"] == ["f1"]
    lines = {line.split(":")[0].strip(): line for line in shown.splitlines()}
    assert lines["theme"].endswith("# $COMPARE_TUI_THEME")
    assert lines["mouse"].endswith(f"# user file {user_file}:2")
    assert lines["quit"].endswith(f"# user file {user_file}:1")
    assert lines["explain"].endswith("# key map vim")
    assert lines["help"].endswith("# default, less the keys of other actions")
    assert lines["tag"].endswith("# default")
    assert lines["unicode"].endswith("# default")


def test_what_show_prints_can_be_a_file_of_settings(
    user_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user_file.write_text("keymap: vim\nthemes: [mine]\nkeys: {quit: [Q]}\n")
    main(["config", "show"])
    shown = capsys.readouterr().out
    user_file.write_text(shown)
    assert main(["config", "check"]) == 0
    main(["config", "show"])
    assert yaml.safe_load(capsys.readouterr().out) == yaml.safe_load(shown)


def test_check_is_content_with_nothing(user_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "check"]) == 0
    assert capsys.readouterr().out == ""


def test_check_names_every_problem_in_a_line(user_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    user_file.write_text("theme: papr-dark\nmouse: maybe\n")
    themes = user_file.parent / "themes"
    themes.mkdir()
    (themes / "bad.yaml").write_text("name: bad\n")
    assert main(["config", "check"]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert any(f"{user_file}:2: mouse:" in line for line in lines)
    assert any("did you mean paper-dark?" in line for line in lines)
    assert any(line.startswith("bad.yaml: ") for line in lines)


def test_check_reads_named_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("similarity: a:b\n")
    bad.write_text("keys: {fly: [f]}\n")
    assert main(["config", "check", str(good)]) == 0
    assert main(["config", "check", str(good), str(bad), str(tmp_path / "none.yaml")]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{bad}:1: keys.fly: no such action")


def test_config_alone_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["config"])
    assert end.value.code == 2


@pytest.mark.parametrize("command", [[], ["compare"]])
def test_a_broken_file_is_one_line_on_stderr(
    command: list[str], user_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user_file.write_text("themm: 1\nmouse: 2\n")
    assert main([*command, *write_pair(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "212" in told.out
    assert told.err.splitlines() == [
        f'compare-tui: {user_file}:1: unknown setting "themm"; did you mean theme?'
        " (and 1 more: compare-tui config check)"
    ]


def test_a_similarity_function_may_come_from_the_user_file_only(
    user_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = write_pair(tmp_path)
    (tmp_path / ".compare-tui.yaml").write_text("similarity: nowhere:nothing\n")
    assert main(["compare", *pair]) == 0
    assert "runs code" in capsys.readouterr().err
    user_file.write_text("similarity: nowhere:nothing\n")
    assert main(["compare", *pair]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_style_is_told_where_the_settings_ask_for_it(
    user_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = write_pair(tmp_path)
    Path(b).write_text(
        Path(a).read_text().replace("caught fire", "caught  fire").replace("212", "two hundred twelve")
    )
    main([a, b])
    plain = capsys.readouterr().out
    main([a, b, "--style"])
    with_style = capsys.readouterr().out
    user_file.write_text("show_style: true\n")
    main([a, b])
    assert capsys.readouterr().out == with_style
    assert len(with_style) >= len(plain)

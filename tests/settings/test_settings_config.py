from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare_tui.settings.config import MAX_BYTES, LoadedConfig, check_file, load_config
from compare_tui.settings.config_files import PROJECT_NAME, project_file
from compare_tui.settings.options import OPTIONS, Config
from compare_tui.tui.actions import ACTIONS

ACTION_KEYS = {action.id: action.keys for action in ACTIONS}


@pytest.fixture
def user_file(nobody_home: Path) -> Path:
    folder = nobody_home / "config" / "compare-tui"
    folder.mkdir(parents=True)
    return folder / "config.yaml"


def problems_of(loaded: LoadedConfig) -> list[str]:
    return [str(problem) for problem in loaded.problems]


def test_every_setting_can_be_read_and_is_described_in_place() -> None:
    assert set(OPTIONS) == {one.name for one in fields(Config)}


def test_without_files_all_is_default(nobody_home: Path) -> None:
    loaded = load_config(start=nobody_home, actions=ACTION_KEYS)
    assert loaded.config == Config()
    assert loaded.origins == {}
    assert loaded.problems == ()
    assert loaded.keys == ACTION_KEYS
    assert not loaded.files.user_exists


def test_the_more_important_place_wins_and_is_named(
    user_file: Path, nobody_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = nobody_home / "work"
    project.mkdir()
    user_file.write_text("theme: of-user\nauthor: of-user\nkeymap: emacs\nshow_style: true\n")
    (project / PROJECT_NAME).write_text("# shared\ntheme: of-project\nauthor: of-project\nkeymap: vim\n")
    monkeypatch.setenv("COMPARE_TUI_THEME", "of-environment")
    monkeypatch.setenv("COMPARE_TUI_AUTHOR", "of-environment")
    loaded = load_config(flags={"theme": ("--theme", "of-flag")}, start=project)
    assert loaded.config == Config("of-flag", author="of-environment", keymap="vim", show_style=True)
    assert {name: str(origin) for name, origin in loaded.origins.items()} == {
        "theme": "--theme",
        "author": "$COMPARE_TUI_AUTHOR",
        "keymap": f"project file {project / PROJECT_NAME}:4",
        "show_style": f"user file {user_file}:4",
    }


def test_keys_of_several_files_are_put_together_action_by_action(user_file: Path, nobody_home: Path) -> None:
    user_file.write_text('keys:\n  help: "H"\n  undo: [z, u]\n')
    (nobody_home / PROJECT_NAME).write_text("keys: {undo: ctrl+z, save: [S, 0]}\n")
    loaded = load_config(start=nobody_home)
    assert loaded.config.keys == {"undo": ("ctrl+z",), "save": ("S", "0"), "help": ("H",)}
    assert loaded.origins["keys.help"].line == 2


def test_a_project_file_cannot_name_code(nobody_home: Path) -> None:
    (nobody_home / PROJECT_NAME).write_text("similarity: evil:run\n")
    loaded = load_config(start=nobody_home)
    assert loaded.config.similarity is None
    assert problems_of(loaded) == [
        f"{nobody_home / PROJECT_NAME}:1: similarity: only the user file can set it, because it runs code"
    ]


WRONG = [
    ("them: x\n", ':1: unknown setting "them"; did you mean theme?'),
    ("theme: 3\n", ":1: theme: must be a text"),
    ("\ntheme: ''\n", ":2: theme: must be a text"),
    ("author: " + "x" * 300, ":1: author: longer than"),
    ("mouse: 'yes'\n", ":1: mouse: must be true or false"),
    ("keymap: wim\n", ":1: keymap: must be one of default, vim, emacs; did you mean vim?"),
    ("themes: [1]\n", ":1: themes: must be a list of folders"),
    ("themes: {a: b}\n", ":1: themes: must be a list of folders"),
    ("keys: [q]\n", ":1: keys: must be a mapping"),
    ("keys:\n  quit: []\n", ":2: keys.quit: needs at least one key"),
    ("keys:\n  quit: [alt+q]\n", ':2: keys.quit: "alt+q" cannot be used'),
    ("keys:\n  quit: true\n", ":2: keys.quit: must be a list of keys"),
    ("keys:\n  quti: [q]\n", ":2: keys.quti: no such action; did you mean quit?"),
    ("keys:\n  tag: ['?', f1]\n", ":2: keys.tag: "),
    ("- theme\n", ":1: must be a mapping"),
    ("theme: [\n", ": not valid YAML"),
    ("theme: a\ntheme: b\n", ":2: the key"),
    ("theme: *x\n", ":1: "),
    ("!!python/object/apply:os.system [id]\n", ":1: "),
]


@pytest.mark.parametrize(("text", "told"), WRONG, ids=range(len(WRONG)))
def test_a_mistake_is_told_in_one_line_and_changes_nothing(user_file: Path, text: str, told: str) -> None:
    user_file.write_text(text)
    loaded = load_config(actions=ACTION_KEYS)
    assert loaded.config == Config()
    assert loaded.keys == ACTION_KEYS
    (problem,) = problems_of(loaded)
    assert problem.startswith(str(user_file))
    assert told in problem
    assert problem.isprintable()


def test_a_mistake_spoils_nothing_else(user_file: Path) -> None:
    user_file.write_text("theme: 3\nauthor: Mara\nkeys: {quit: [nokey], help: [Q]}\n")
    loaded = load_config(actions=ACTION_KEYS)
    assert loaded.config.author == "Mara"
    assert loaded.keys["help"] == ("Q",)
    assert loaded.keys["quit"] == ACTION_KEYS["quit"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n\n", "\ufeff", "---\n", "theme:\n", "keys:\n"])
def test_a_file_may_say_nothing(user_file: Path, text: str) -> None:
    user_file.write_text(text)
    assert load_config().config == Config()
    assert load_config().problems == ()


def test_files_that_cannot_be_read_are_told(user_file: Path, tmp_path: Path) -> None:
    user_file.mkdir()
    assert problems_of(load_config()) == [f"{user_file}: not a regular file"]
    large = tmp_path / "large.yaml"
    large.write_text("#" * (MAX_BYTES + 1))
    assert "larger than 64 kB" in str(check_file(large, ACTION_KEYS)[0])
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"theme: \xff\n")
    assert ":1: expected UTF-8" in str(check_file(binary, ACTION_KEYS)[0])


def test_a_variable_names_another_user_file(
    user_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_file.write_text("theme: usual\n")
    other = tmp_path / "other.yaml"
    monkeypatch.setenv("COMPARE_TUI_CONFIG", str(other))
    assert problems_of(load_config()) == [f"{other}: no such file"]
    other.write_text("theme: other\n")
    loaded = load_config()
    assert loaded.config.theme == "other"
    assert loaded.theme_folders == (tmp_path / "themes",)
    monkeypatch.setenv("COMPARE_TUI_CONFIG", os.devnull)
    assert load_config().config == Config()
    assert load_config().problems == ()


@pytest.mark.parametrize(("word", "value"), [("1", True), ("off", False), ("No", False), ("TRUE", True)])
def test_a_switch_in_the_environment_is_a_word(word: str, value: bool) -> None:
    assert load_config(environment={"COMPARE_TUI_UNICODE": word}).config.unicode is value


def test_a_mistake_in_the_environment_is_told_and_an_empty_variable_says_nothing() -> None:
    loaded = load_config(environment={"COMPARE_TUI_MOUSE": "perhaps", "COMPARE_TUI_THEME": ""})
    assert loaded.config == Config()
    assert problems_of(loaded) == ["$COMPARE_TUI_MOUSE: mouse: must be true or false"]


def test_folders_start_where_the_file_lies(user_file: Path, nobody_home: Path) -> None:
    user_file.write_text("themes: [mine, ~/all, /usr/share/x]\n")
    assert load_config().config.themes == (
        user_file.parent / "mine",
        nobody_home / "all",
        Path("/usr/share/x"),
    )


def test_text_from_a_file_cannot_drive_the_terminal(user_file: Path) -> None:
    user_file.write_text('author: "M\\e]0;x\\a\\u202e"\n"\\e[2J": 1\nkeys: {"\\e[1m": ["\\e"]}\n')
    loaded = load_config(actions=ACTION_KEYS)
    assert loaded.config.author is not None
    assert loaded.config.author.isprintable()
    assert all(problem.isprintable() for problem in problems_of(loaded))
    assert len(loaded.problems) == 2


def test_a_project_file_is_looked_for_up_to_git_or_home(nobody_home: Path) -> None:
    deep = nobody_home / "project" / "articles" / "may"
    deep.mkdir(parents=True)
    assert project_file(deep) is None
    (nobody_home.parent / PROJECT_NAME).write_text("theme: foreign\n")
    assert project_file(deep) is None
    (nobody_home / PROJECT_NAME).write_text("theme: home\n")
    assert project_file(deep) == nobody_home / PROJECT_NAME
    (nobody_home / "project" / ".git").mkdir()
    assert project_file(deep) is None
    (nobody_home / "project" / PROJECT_NAME).write_text("theme: project\n")
    assert project_file(deep) == nobody_home / "project" / PROJECT_NAME
    (deep / PROJECT_NAME).write_text("theme: near\n")
    assert project_file(deep) == deep / PROJECT_NAME


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_no_file_whatever_is_in_it_stops_the_program(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.yaml"
    path.write_bytes(data)
    assert all(str(problem).isprintable() for problem in check_file(path, ACTION_KEYS))


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from([*OPTIONS, "other"]), VALUE))
def test_no_value_whatever_it_is_stops_the_program(tmp_path: Path, values: dict[str, object]) -> None:
    import json

    path = tmp_path / "any.yaml"
    path.write_text(json.dumps(values))
    assert all(str(problem).isprintable() for problem in check_file(path, ACTION_KEYS))

"""``compare-tui config path|show|check``: where settings come from, what they are, what is wrong there."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from compare_tui.article import clean
from compare_tui.cli.arguments import parse, parser
from compare_tui.cli.configured import default_keys, project_start, tell_problems
from compare_tui.settings.config import LoadedConfig, check_file, load_config
from compare_tui.settings.config_files import CONFIG_VARIABLE, PROJECT_NAME
from compare_tui.settings.key_presets import KEY_PRESETS
from compare_tui.settings.nearest import did_you_mean, quoted
from compare_tui.settings.options import OPTIONS, Origin, Problem
from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import find_theme, load_themes


def run(words: Sequence[str]) -> int:
    """Print what was asked for; return 2 where ``check`` finds problems."""
    options = parser("config", "Tell where settings come from, what they are, and what is wrong with them.")
    actions = options.add_subparsers(dest="action", required=True, metavar="path|show|check")
    for name, what in (
        ("path", "say where files are looked for, and whether they exist"),
        ("show", "print every setting with its origin, as YAML"),
    ):
        added = actions.add_parser(name, help=what, description=what.capitalize() + ".")
        added.add_argument("a", metavar="A", nargs="?", help="an article: its project file counts")
    what = "name every mistake in the settings"
    check = actions.add_parser("check", help=what, description=what.capitalize() + ".")
    check.add_argument("files", metavar="FILE", nargs="*", help="files of settings; default: those in use")
    arguments = parse(options, words)
    if arguments.action == "check":
        problems = _problems([Path(name) for name in arguments.files])
        for problem in problems:
            print(problem)
        return 2 if problems else 0
    loaded = _loaded(arguments.a)
    if arguments.action == "path":
        sys.stdout.writelines(f"{line}\n" for line in _path_lines(loaded))
        return 0
    sys.stdout.writelines(f"{line}\n" for line in _setting_lines(loaded))
    tell_problems(loaded)
    return 0


def _loaded(article: str | None = None) -> LoadedConfig:
    return load_config(start=project_start(article), actions=default_keys())


def _path_lines(loaded: LoadedConfig) -> Iterator[str]:
    """Yield the places in which settings and themes are looked for, the most important first."""
    files = loaded.files
    project = _shown(files.project) if files.project is not None else f"no {PROJECT_NAME} here or above"
    named = f" (${CONFIG_VARIABLE})" if files.user_wanted else ""
    yield f"project file  {project}"
    yield f"user file     {_shown(files.user)}{named}{'' if files.user_exists else '  missing'}"
    for folder in loaded.theme_folders:
        yield f"themes        {_shown(folder)}{'' if folder.is_dir() else '  missing'}"


def _setting_lines(loaded: LoadedConfig) -> Iterator[str]:
    """Yield the settings as a file of settings that says the same."""
    rows: list[tuple[str, str]] = []
    for name in OPTIONS:
        if name == "keys":
            rows.append(("keys:", ""))
            rows += [
                (f"  {action}: {_yaml(keys)}", _origin_of_keys(loaded, action))
                for action, keys in loaded.keys.items()
            ]
        else:
            value = getattr(loaded.config, name)
            rows.append((f"{name}: {_yaml(value)}", str(loaded.origins.get(name, Origin()))))
    width = min(max(len(text) for text, _ in rows), 50)
    for text, origin in rows:
        yield f"{text.ljust(width)}  # {origin}" if origin else text


def _origin_of_keys(loaded: LoadedConfig, action: str) -> str:
    """Say where the keys in effect of an action come from."""
    if action in loaded.config.keys:
        return str(loaded.origins[f"keys.{action}"])
    preset = KEY_PRESETS[loaded.config.keymap]
    origin = f"key map {loaded.config.keymap}" if action in preset else "default"
    whole = preset.get(action, default_keys()[action])
    return origin if loaded.keys[action] == whole else f"{origin}, less the keys of other actions"


def _yaml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_yaml(one) for one in value) + "]"
    if isinstance(value, Path):
        return json.dumps(_shown(value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)


def _problems(files: Sequence[Path]) -> list[Problem]:
    """Return what is wrong: with some files, or with all that is in use, themes included."""
    if files:
        return [problem for path in files for problem in check_file(path, default_keys())]
    loaded = _loaded()
    problems = list(loaded.problems)
    themes = load_themes(resource_folder("themes"), *loaded.theme_folders)
    for name, reason in themes.failed.items():
        problems.append(Problem(Origin("user", clean(name, lines=False)), "", reason))
    wanted = loaded.config.theme
    if wanted is not None and find_theme(themes.loaded, wanted) is None:
        names = [theme.name for theme in themes.loaded]
        reason = f"no theme {quoted(wanted)}{did_you_mean(wanted, names)}"
        problems.append(Problem(loaded.origins["theme"], "theme", reason))
    if loaded.config.tags is not None:
        from compare_tui.annotation import NotebookError, load_tag_set

        try:
            load_tag_set(loaded.config.tags)
        except NotebookError as error:
            problems.append(Problem(loaded.origins["tags"], "tags", str(error)))
    return problems


def _shown(path: Path) -> str:
    return clean(str(path), lines=False)

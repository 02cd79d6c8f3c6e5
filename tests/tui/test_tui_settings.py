from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.tui.conftest import compare_ferries
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import OptionList

from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.settings.key_map import Keys, effective_keys
from compare_tui.settings.key_presets import KEY_PRESETS
from compare_tui.tui.actions import ACTIONS
from compare_tui.tui.app import CompareApp
from compare_tui.tui.key_map import DEFAULT_KEYS, KeyMap
from compare_tui.tui.review_actions import REVIEW_ACTIONS
from compare_tui.tui.screens.explain import ExplainScreen
from compare_tui.tui.screens.help import HelpScreen
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.screens.review_keys import REVIEW_ACTS
from compare_tui.tui.signs import ASCII, UNICODE, use_signs

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
Make = Callable[..., CompareApp]

WISHES: Keys = {
    "next_passage": ("w", "down"),
    "filter_tagged": ("W",),
    "help": ("d", ","),
    "quit": ("Q",),
    "explain": ("q",),
    "next_difference": ("[",),
    "previous_difference": ("]",),
}


def key_map(preset: str, wishes: Keys) -> KeyMap:
    found = effective_keys({action.id: action.keys for action in ACTIONS}, preset, wishes)
    assert found.refused == ()
    return KeyMap(found.keys)


@pytest.fixture
def make(wire: Article, paper: Article, notebook: Notebook) -> Make:
    def made(**more: object) -> CompareApp:
        options = {"compare": compare_ferries, "theme": "paper-dark", "clock": lambda: "12:04", **more}
        return CompareApp(wire, paper, notebook, **options)  # type: ignore[arg-type]

    return made


def _note_call(called: list[str], action_id: str) -> None:
    called.append(action_id)


@pytest.mark.parametrize(
    ("preset", "wishes"), [*((name, {}) for name in KEY_PRESETS if name != "default"), ("default", WISHES)]
)
async def test_every_key_in_effect_reaches_its_action_and_no_other_does(
    make: Make, monkeypatch: pytest.MonkeyPatch, preset: str, wishes: Keys
) -> None:
    called: list[str] = []
    for action in ACTIONS:
        call = staticmethod(partial(_note_call, called, action.id))
        monkeypatch.setattr(ReadingScreen, f"action_{action.id}", call)
    keys = key_map(preset, wishes)
    bound = {key for action in keys.actions() for key in action.keys}
    async with make(key_map=keys).run_test(size=(120, 40)) as pilot:
        for action in keys.actions():
            called.clear()
            await pilot.press(*("comma" if key == "," else key for key in action.keys))
            assert called == [action.id] * len(action.keys)
        called.clear()
        free = [key for action in ACTIONS for key in action.keys if key not in bound]
        await pilot.press(*free)
        assert called == []


async def test_footer_help_and_palette_show_the_keys_in_effect(
    make: Make, settled: Settled, rows: Rows
) -> None:
    app = make(key_map=key_map("default", WISHES))
    async with app.run_test(size=(140, 320)) as pilot:
        await settled(pilot)
        footer = rows(app)[-1]
        assert "w k passage" in footer
        assert "] [ difference" in footer
        assert "d help" in footer
        await pilot.press("d")
        assert isinstance(app.screen, HelpScreen)
        shown = rows(app)
        assert any(re.search(r" w  ↓ +next passage", line) for line in shown)
        assert any(re.search(r" d  , +all keys", line) for line in shown)
        assert not any("?" in line and "all keys" in line for line in shown)
        await pilot.press("comma")
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await pilot.pause(0.3)
        listed = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        assert any("Next passage" in text and text.endswith("w, ↓") for text in listed)


@pytest.mark.parametrize("closing", ["d", "Q", "q", "escape"])
async def test_help_closes_by_the_keys_in_effect_and_by_the_usual_ones(
    make: Make, settled: Settled, closing: str
) -> None:
    app = make(key_map=key_map("default", WISHES))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("d", closing)
        assert isinstance(app.screen, ReadingScreen)


async def test_an_explanation_closes_by_the_key_that_opened_it(make: Make, settled: Settled) -> None:
    app = make(key_map=key_map("vim", {}))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("K")
        assert isinstance(app.screen, ExplainScreen)
        await pilot.press("K")
        assert isinstance(app.screen, ReadingScreen)


async def test_messages_name_the_keys_in_effect(make: Make, settled: Settled) -> None:
    app = make(key_map=key_map("default", {"tag": ("ctrl+t",), "quit": ("Q",)}))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("full_stop")
        assert told(app) == ["no tag used yet: ctrl+t chooses one"]
        await pilot.press("ctrl+c")
        assert told(app) == ["Q leaves the program"]


def told(app: CompareApp) -> list[str]:
    return [one.message for one in app._notifications]


def test_the_default_keys_change_no_binding() -> None:
    assert DEFAULT_KEYS.is_default
    assert KeyMap({action.id: action.keys for action in ACTIONS}).is_default
    assert not KeyMap(WISHES).is_default
    assert list(DEFAULT_KEYS.actions()) == list(ACTIONS)


async def test_problems_of_the_settings_are_one_toast(make: Make, settled: Settled) -> None:
    problems = [f"config.yaml:{line}: [b]wrong\x1b[2J" for line in range(1, 6)]
    app = make(problems=problems)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        (message,) = told(app)
        assert message.splitlines()[0].startswith("config.yaml:1: [b]wrong")
        assert message.splitlines()[-1] == "and 2 more: compare-tui config check"
        assert "\x1b" not in message


async def test_a_warning_is_a_toast_of_its_own(make: Make, settled: Settled) -> None:
    app = make(problems=["config.yaml:1: wrong"], warning="The notes would go away.")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert sorted(told(app)) == ["The notes would go away.", "config.yaml:1: wrong"]


async def test_themes_of_a_person_are_there_and_broken_ones_are_one_toast(
    make: Make, settled: Settled, tmp_path: Path
) -> None:
    from compare_tui.settings.resources import resource_folder

    themes = tmp_path / "themes"
    themes.mkdir()
    text = (resource_folder("themes") / "dark.yaml").read_text(encoding="utf-8")
    (themes / "mine.yaml").write_text(text.replace("name: paper-dark", "name: mine"), encoding="utf-8")
    (themes / "bad.yaml").write_text("name: bad\n")
    (themes / "worse.yaml").write_text("- 1\n")
    app = make(theme="mine", theme_folders=[themes, tmp_path / "missing"])
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert app.theme == "mine"
        (message,) = told(app)
        assert [line.split(":")[0] for line in message.splitlines()] == ["bad.yaml", "worse.yaml"]


async def test_differences_of_style_may_be_shown_from_the_start(make: Make, settled: Settled) -> None:
    app = make(show_style=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert "style" in {difference.kind for difference in screen.pairs.differences}


@pytest.fixture
def ascii_signs() -> Iterator[None]:
    use_signs(ASCII)
    yield
    use_signs(UNICODE)


def test_every_sign_has_a_form_in_ascii_of_the_same_width() -> None:
    for name in UNICODE._fields:
        ascii_sign = getattr(ASCII, name)
        assert ascii_sign.isascii(), name
        assert len(ascii_sign) == len(getattr(UNICODE, name)), name


@pytest.mark.usefixtures("ascii_signs")
async def test_with_ascii_signs_only_the_articles_have_other_characters(
    make: Make, settled: Settled, rows: Rows
) -> None:
    app = make(problems=["config.yaml:1: wrong"])
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await settled(pilot)
        for keys in (["]"], ["t", "n"], ["2"], ["3"], ["1"], ["t"], ["escape", "?"], ["q", "ctrl+p"]):
            await pilot.press(*keys)
            await settled(pilot)
            beyond = {char for line in rows(app) for char in line if not char.isascii()}
            assert beyond <= set("“”"), (keys, beyond)


def test_no_key_of_a_review_stands_twice_and_each_act_is_one_of_the_list() -> None:
    keys = [key for action in REVIEW_ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert {action.id for action in REVIEW_ACTIONS} == set(REVIEW_ACTS)


def test_a_key_may_mean_one_thing_over_the_articles_and_another_in_a_review() -> None:
    registry = {action.id: action.keys for action in (*ACTIONS, *REVIEW_ACTIONS)}
    found = effective_keys(registry, "default", {"review_accept": ("j",), "review_reply": ("a",)})
    assert found.refused == ()
    assert found.keys["review_reply"] == ("a",)
    assert found.keys["review_accept"] == ("j",)
    assert found.keys["review_next"] == ("down",)
    assert found.keys["next_passage"] == ("j", "down")
    robbed = effective_keys(registry, "default", {"review_accept": ("x",)})
    assert robbed.refused == (
        ("review_accept", '"x" is the only key of review_reject; give that another one too'),
    )

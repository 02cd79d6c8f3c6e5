from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import (
    COLOUR_NAMES,
    KIND_NAMES,
    MAX_BYTES,
    ThemeError,
    contrast,
    find_theme,
    load_themes,
    read_theme,
)


def theme_text(**changes: object) -> str:
    document: dict[str, object] = {
        "name": "test",
        "dark": True,
        "colours": dict.fromkeys(COLOUR_NAMES, "#102030"),
        "kinds": dict.fromkeys(KIND_NAMES, "#A0B0C0"),
    }
    document.update(changes)
    return yaml.safe_dump(document)


def test_the_shipped_themes_load_and_cover_dark_and_light() -> None:
    themes = load_themes(resource_folder("themes"))
    assert themes.failed == {}
    assert {theme.dark for theme in themes.loaded} == {True, False}


def test_colours_are_read_in_lower_case(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(theme_text())
    theme = read_theme(path)
    assert (theme.name, theme.file, theme.dark) == ("test", "mine", True)
    assert theme.kinds["number"] == "#a0b0c0"


NAMES = dict.fromkeys(COLOUR_NAMES, "default")
BAD = [
    (theme_text(colours=NAMES), "kinds: number must be a colour of the terminal"),
    (theme_text(colours={**NAMES, "error": "#102030"}), "colours: error must be a colour of the terminal"),
    (theme_text(colours={**NAMES, "error": ["red"]}), "colours: error must be a colour of the terminal"),
    (theme_text(colours={**NAMES, "background": "#000000"}), "colours: surface must be a colour like"),
    ("- a\n- b\n", "not a mapping"),
    ("just words", "not a mapping"),
    ("", "line 1: "),
    ("name: a\nname: b\n", "line 2: "),
    ("name: &x a\n", "line 1: "),
    ("name: *x\n", "line 1: "),
    ("{{a: b}: c}", "line 1: "),
    ("a: {" * 3000, "line 1: "),
    ("- " * 30000, "line 1: "),
    ("name: [", "line 1: "),
    ("\tname: x", "line 1: "),
    ("[" * 30000, "line 1: "),
    (theme_text(name="No Spaces"), "name:"),
    (theme_text(name=3), "name:"),
    (theme_text(dark="yes please"), "dark:"),
    (theme_text(extra=1), "unknown field 'extra'"),
    (theme_text(colours=None), "colours: must be a mapping"),
    (theme_text(kinds={}), "kinds: number is missing"),
    (theme_text(kinds=dict.fromkeys(KIND_NAMES, "red")), "kinds: number must be a colour"),
    (theme_text(kinds=dict.fromkeys(KIND_NAMES, "#12345")), "kinds: number must be a colour"),
    (theme_text(kinds=dict.fromkeys((*KIND_NAMES, "zoo"), "#123456")), "kinds: unknown colour 'zoo'"),
    (theme_text(**{"\x1b]0;hi\x07": 1}), "unknown field"),
]


@pytest.mark.parametrize(("text", "reason"), BAD, ids=range(len(BAD)))
def test_what_is_wrong_is_said(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(ThemeError) as caught:
        read_theme(path)
    assert reason in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_file_that_is_too_large_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(theme_text() + "#" * MAX_BYTES)
    with pytest.raises(ThemeError, match="larger than 64 kB"):
        read_theme(path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bytes.yaml"
    path.write_bytes(b"name: \xff\xfe")
    with pytest.raises(ThemeError, match="line 1: expected UTF-8"):
        read_theme(path)


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(theme_text(name="fine"))
    (tmp_path / "b.yaml").write_text(theme_text(dark=None))
    (tmp_path / "c.yaml").mkdir()
    (tmp_path / "notes.txt").write_text("no theme")
    themes = load_themes(tmp_path)
    assert [theme.name for theme in themes.loaded] == ["fine"]
    assert sorted(themes.failed) == ["b.yaml", "c.yaml"]


def test_a_folder_that_does_not_exist_holds_no_themes(tmp_path: Path) -> None:
    assert load_themes(tmp_path / "nowhere") == ((), {})


def test_a_later_folder_replaces_a_theme_of_the_same_name(tmp_path: Path) -> None:
    shipped = load_themes(resource_folder("themes")).loaded[0]
    (tmp_path / "own.yaml").write_text(theme_text(name=shipped.name, dark=not shipped.dark))
    themes = load_themes(resource_folder("themes"), tmp_path).loaded
    assert [theme.dark for theme in themes if theme.name == shipped.name] == [not shipped.dark]


def test_a_theme_is_found_by_name_and_by_file_name() -> None:
    themes = load_themes(resource_folder("themes")).loaded
    by_name, by_file = find_theme(themes, "paper-dark"), find_theme(themes, "dark")
    assert by_name is not None
    assert by_name is by_file
    assert find_theme(themes, "none such") is None


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_theme_may_consist_of_the_colours_of_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(theme_text(colours=NAMES, kinds=dict.fromkeys(KIND_NAMES, "bright-red")))
    assert read_theme(path).of_terminal
    path.write_text(theme_text())
    assert not read_theme(path).of_terminal

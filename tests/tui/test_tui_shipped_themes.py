"""What each of the shipped themes promises beyond being legible."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from itertools import product

import pytest
from textual.filter import ANSIToTruecolor
from textual.pilot import Pilot

from compare_tui.annotation.notebook import Notebook
from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import ColourTheme, contrast, find_theme, load_themes
from compare_tui.tui.app import CompareApp
from compare_tui.tui.look import GROUNDS, TEXT_ROLES, Look, kind_role
from compare_tui.tui.pairs import KINDS
from compare_tui.tui.textual_themes import textual_theme

THEMES = load_themes(resource_folder("themes")).loaded

# Colour vision without one sort of cones: Machado, Oliveira and Fernandes 2009, severity 1.
MATRICES = {
    "without red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "without green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
MEANINGS = [
    ("accent", "only"),
    ("good", "error"),
    ("good", "warning"),
    ("accent", "annotation"),
    ("only", "text"),
]


def theme(name: str) -> ColourTheme:
    found = find_theme(THEMES, name)
    assert found is not None
    return found


def linear(colour: str) -> list[float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]


def oklab(rgb: list[float]) -> list[float]:
    """Ottosson 2020."""
    r, g, b = (max(one, 0.0) for one in rgb)
    cones = (
        0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
        0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
        0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    )
    long, medium, short = (one ** (1 / 3) for one in cones)
    return [
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    ]


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
    rgb = linear(colour)
    return oklab([sum(factor * part for factor, part in zip(row, rgb, strict=True)) for row in matrix])


def apart(one: list[float], other: list[float]) -> float:
    return math.dist(one, other)


def test_the_themes_are_those_that_the_manual_names() -> None:
    assert {one.name for one in THEMES} == {
        "paper-dark",
        "paper-light",
        "high-contrast",
        "colour-blind",
        "terminal",
    }


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.name)
def test_a_theme_is_one_that_the_screen_can_use(one: ColourTheme) -> None:
    made = textual_theme(one).to_color_system().generate()
    background = one.colours["background"]
    assert made["background"].lower() == ("ansi_default" if one.of_terminal else background)


def test_high_contrast_is_seven_to_one_for_every_text_on_every_ground() -> None:
    one = theme("high-contrast")
    look = Look(one)
    roles = [*TEXT_ROLES, *(kind_role(kind, near=near) for kind, near in product(KINDS, (True, False)))]
    too_faint = {
        (role, ground): round(ratio, 2)
        for role, ground in product(roles, GROUNDS)
        if (ratio := contrast(look.colour(role), one.colours[ground])) < 7
    }
    assert too_faint == {}
    assert contrast(one.colours["faint"], one.colours["background"]) >= 3


@pytest.mark.parametrize("eye", MATRICES)
@pytest.mark.parametrize(("one", "other"), MEANINGS)
def test_the_colour_blind_theme_keeps_meanings_apart(eye: str, one: str, other: str) -> None:
    colours = theme("colour-blind").colours
    assert apart(seen(colours[one], MATRICES[eye]), seen(colours[other], MATRICES[eye])) > 0.15


@pytest.mark.parametrize("eye", MATRICES)
def test_the_colour_blind_theme_looks_much_the_same_to_all_eyes(eye: str) -> None:
    one = theme("colour-blind")
    for name, colour in {**one.colours, **one.kinds}.items():
        assert apart(seen(colour, MATRICES[eye]), oklab(linear(colour))) < 0.12, name


def test_the_theme_of_the_terminal_puts_every_text_on_the_terminals_own_ground() -> None:
    one = theme("terminal")
    assert one.of_terminal
    assert {one.colours[ground] for ground in GROUNDS} == {"default"}
    reading = ("text", "possible", "only", "furniture", "muted", "faint")
    assert {one.colours[name] for name in reading} == {"default"}


async def test_the_theme_of_the_terminal_sends_only_colours_that_the_terminal_names(
    make_app: Callable[..., CompareApp], notebook: Notebook, settled: Callable[[Pilot[None]], Awaitable[None]]
) -> None:
    app = make_app(notebook, theme="terminal")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert not any(isinstance(one, ANSIToTruecolor) and one.enabled for one in app._filters)
        for key in ("right_square_bracket", "t", "n", "slash", "escape", "question_mark", "q", "ctrl+p"):
            await pilot.press(key)
            await settled(pilot)
            for strip in app.screen._compositor.render_strips(app.size):
                for segment in strip:
                    style = segment.style
                    drawn = (style.color if segment.text.strip() else None, style.bgcolor) if style else ()
                    for colour in drawn:
                        assert colour is None or colour.triplet is None, (key, segment)


async def test_the_theme_of_the_terminal_works_without_colours(
    make_app: Callable[..., CompareApp],
    notebook: Notebook,
    settled: Callable[[Pilot[None]], Awaitable[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make_app(notebook, theme="terminal").run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("right_square_bracket", "T", "T", "T", "T", "T", "ctrl+p")
        await settled(pilot)
        assert pilot.app.theme == "terminal"

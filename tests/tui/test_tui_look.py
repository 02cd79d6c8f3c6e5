from __future__ import annotations

from itertools import combinations

import pytest

from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import ColourTheme, contrast, load_themes
from compare_tui.tui.look import GROUNDS, KIND_ATTRIBUTES, TEXT_ROLES, Ground, Look, kind_role
from compare_tui.tui.pairs import KINDS

THEMES = [theme for theme in load_themes(resource_folder("themes")).loaded if not theme.of_terminal]
ROLES = (
    *TEXT_ROLES,
    *(kind_role(kind, near=near) for kind in KINDS for near in (True, False)),
    *(kind_role(kind, near=True, focused=True) for kind in KINDS),
)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(theme: ColourTheme, ground: Ground) -> None:
    look = Look(theme)
    too_faint = {
        role: round(ratio, 2)
        for role in ROLES
        if (ratio := contrast(look.colour(role), theme.colours[ground])) < 4.5
    }
    assert too_faint == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_is_the_most_legible_thing_on_the_page(theme: ColourTheme) -> None:
    look = Look(theme)
    page = theme.colours["background"]
    strongest = contrast(theme.colours["text"], page)
    assert all(contrast(look.colour(role), page) <= strongest for role in ROLES)


def test_no_two_kinds_have_the_same_attributes() -> None:
    assert set(KIND_ATTRIBUTES) == set(KINDS)
    for one, other in combinations(KINDS, 2):
        assert KIND_ATTRIBUTES[one] != KIND_ATTRIBUTES[other], (one, other)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_and_only_the_focused_difference_is_told_apart_without_colour(kind: str) -> None:
    look = Look(THEMES[0])
    marked = look.style(f"near:{kind}")
    assert marked.bold or marked.italic or marked.underline or marked.underline2
    assert not marked.reverse
    assert look.style(f"focused:{kind}").reverse


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        Look(THEMES[0]).style("nonsense")

"""Tag sets of one's own on the screen: many tags, capital letters, unknown tags, legible colours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.model import Author, Tag, TagSet
from compare_tui.annotation.notebook import Notebook
from compare_tui.annotation.tags import COLOUR_NAMES, default_tag_set
from compare_tui.article.model import Article
from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import COLOUR_NAMES as OF_THEME
from compare_tui.settings.themes import KIND_NAMES, TERMINAL_COLOURS, ColourTheme, contrast, load_themes
from compare_tui.tui.app import CompareApp
from compare_tui.tui.look import GROUNDS, Look

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
MARA = Author("mara", "Mara Ilves")
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"
MANY = TagSet(
    "many/1", tuple(Tag(key, f"tag-of-{key}", f"Definition of {key}.", "accent") for key in LETTERS)
)
THEMES = load_themes(resource_folder("themes")).loaded


def opened(tmp_path: Path, wire: Article, paper: Article, tags: TagSet) -> Notebook:
    return Notebook.open(tmp_path / "n.notes.yaml", wire, paper, MARA, tags)


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (40, 12)])
async def test_a_tag_of_many_is_seen_while_it_is_pointed_at(
    size: tuple[int, int],
    tmp_path: Path,
    wire: Article,
    paper: Article,
    make_app: Callable[..., CompareApp],
    settled: Settled,
    rows: Rows,
) -> None:
    app = make_app(opened(tmp_path, wire, paper, MANY))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("t")
        for key in LETTERS:
            shown = rows(app)
            assert any(f"▸ {key}  tag-of-{key}" in row for row in shown), key
            assert any(f"Definition of {key}." in row for row in shown), key
            assert any("enter" in row for row in shown)
            await pilot.press("down")
        assert any("▸ a  tag-of-a" in row for row in rows(app))


async def test_capital_letters_pick_tags_of_their_own(
    tmp_path: Path, wire: Article, paper: Article, make_app: Callable[..., CompareApp], settled: Settled
) -> None:
    notebook = opened(tmp_path, wire, paper, MANY)
    async with make_app(notebook).run_test(size=(60, 16)) as pilot:
        await settled(pilot)
        await pilot.press("t", "J", "t", "j")
    assert sorted(one.tag for one in notebook.annotations) == ["tag-of-J", "tag-of-j"]


async def test_unknown_tags_are_shown_and_can_be_chosen(
    tmp_path: Path,
    wire: Article,
    paper: Article,
    make_app: Callable[..., CompareApp],
    settled: Settled,
    rows: Rows,
) -> None:
    first = opened(tmp_path, wire, paper, TagSet("desk/2", (Tag("g", "gossip", "Said.", "accent"),)))
    for tag, passage in (("gossip", wire.passages[0]), ("rumour", wire.passages[2])):
        anchor = make_anchor(wire, passage.start, passage.start + 5)
        first.add(tag=tag, relation="one-sided", severity="minor", a=anchor, b=None)
    first.save()
    again = opened(tmp_path, wire, paper, default_tag_set())
    app = make_app(again)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        (toast,) = app._notifications
        assert (
            "made with the tag set desk/2, in use is news-discrepancies/1; 2 of their tags" in toast.message
        )
        assert any("● ? gossip (unknown tag)" in row for row in rows(app))
        assert any(row[1:].startswith("▌? 1") for row in rows(app))
        await pilot.press("t", "?")
        assert any("▸ ?  gossip" in row for row in rows(app))
        assert any("The tag set news-discrepancies/1 lacks this tag" in row for row in rows(app))
        await pilot.press("?", "enter")
        assert [one.tag for one in again.annotations].count("rumour") == 2
        await pilot.press("4")
        assert any("? gossip" in row for row in rows(app))


async def test_a_tag_set_without_a_fitting_tag_proposes_none(
    tmp_path: Path,
    wire: Article,
    paper: Article,
    make_app: Callable[..., CompareApp],
    settled: Settled,
    rows: Rows,
) -> None:
    tags = TagSet("two/1", (Tag("x", "odd", "x", "accent"), Tag("f", "figure", "y", "good", "", ("number",))))
    app = make_app(opened(tmp_path, wire, paper, tags))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t")
        assert any("▸ f  figure" in row for row in rows(app))
        await pilot.press("escape", "]")
        assert any("f number" in row for row in rows(app))
        assert any(" attribution" in row and "? attribution" not in row for row in rows(app))


def test_colours_that_a_tag_may_name_are_those_of_every_theme() -> None:
    assert set(COLOUR_NAMES) <= {*OF_THEME, *KIND_NAMES}
    assert not set(COLOUR_NAMES) & set(GROUNDS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@given(colour=st.one_of(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.sampled_from(COLOUR_NAMES)))
def test_a_tag_is_legible_on_every_ground_of_every_theme(theme: ColourTheme, colour: str) -> None:
    look = Look(theme)
    least = 7.0 if theme.name == "high-contrast" else 4.5
    for ground in GROUNDS:
        shown = look.tag_colour(colour, ground)
        if theme.of_terminal:
            assert shown in TERMINAL_COLOURS
            assert shown == theme.colours["text"] or not colour.startswith("#")
        else:
            assert contrast(shown, theme.colours[ground]) >= least, (ground, colour, shown)


def test_a_colour_that_is_legible_stays_as_it_is() -> None:
    look = Look(next(theme for theme in THEMES if theme.name == "paper-dark"))
    assert {look.tag_colour(tag.colour, "surface") for tag in default_tag_set().tags} == {
        tag.colour for tag in default_tag_set().tags
    }

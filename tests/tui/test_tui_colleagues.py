from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.review.people import annotate, judge, load, read_articles, write_articles
from textual.pilot import Pilot

from compare_tui.annotation import Author, Notebook
from compare_tui.annotation.revealed import read_revealed, seen_before
from compare_tui.review.verdicts import read_reviews
from compare_tui.tui.app import CompareApp
from compare_tui.tui.key_map import KeyMap
from compare_tui.tui.path_completion import complete
from compare_tui.tui.screens.colleagues import ColleaguesScreen
from compare_tui.tui.screens.question import Question
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.screens.review_list import ReviewList

Rows = Callable[[CompareApp], list[str]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two articles and the notebooks of two people, whose marks overlap."""
    write_articles(tmp_path)
    annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"), ("time", "Sunday", "Monday"))
    annotate(tmp_path, "tom", ("who", "12 people died", None), ("place", "Basel", None))
    return tmp_path


def file(folder: Path, who: str) -> Path:
    return folder / f"wire--paper.{who}.notes.yaml"


def open_as(
    folder: Path,
    who: str = "ed",
    *,
    companions: Sequence[Path] = (),
    review: Sequence[Path] = (),
    keys: KeyMap | None = None,
) -> CompareApp:
    a, b = read_articles(folder)
    notebook = Notebook.open(file(folder, who), a, b, Author(who, who.title()))
    app = CompareApp(a, b, notebook, key_map=keys or KeyMap(), reread=lambda: read_articles(folder))
    app.companions, app.colleagues = companions, review
    return app


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def reading(app: CompareApp) -> ReadingScreen:
    return next(one for one in app.screen_stack if isinstance(one, ReadingScreen))


def said(app: CompareApp) -> str:
    return " ".join(str(one.message) for one in app._notifications)


def sheet(app: CompareApp) -> str:
    assert isinstance(app.screen, ReviewList | ColleaguesScreen | Question)
    return "\n".join("".join(text for text, _ in row) for row in app.screen.sheet.rows)


async def test_marks_and_their_number_are_hidden_until_they_are_revealed(desk: Path, rows: Rows) -> None:
    app = open_as(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        before = "\n".join(rows(app))
        assert "colleagues hidden" in before
        assert "Mara" not in before
        await pilot.press("*")
        await pilot.pause()
        assert "undo does not take" in sheet(app)
        await pilot.press("n")
        await pilot.pause()
        assert "Mara" not in "\n".join(rows(app))
        await pilot.press("*", "y")
        await pilot.pause()
        after = rows(app)
        assert "4 marks of M Mara, T Tom" in said(app)
        assert any("Mara" in row and "number" in row for row in after)
        assert any("12 people" in row and "MT" in row for row in after)
        await pilot.press("*")
        await pilot.pause()
        assert not any("Mara" in row and "number" in row for row in rows(app))


async def test_the_notebook_records_that_they_were_revealed_and_undo_does_not_change_that(
    desk: Path,
) -> None:
    app = open_as(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "t", "n")
        await settle(pilot)
        assert load(file(desk, "ed")).extra == {}
        await pilot.press("*", "y")
        await settle(pilot)
        recorded = load(file(desk, "ed")).extra["revealed"]
        assert isinstance(recorded, dict)
        assert set(recorded) == {"mara", "tom"}
        await pilot.press("u")
        await settle(pilot)
        assert load(file(desk, "ed")).extra["revealed"] == recorded
    app = open_as(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert not reading(app).is_revealed
        await pilot.press("*")
        await pilot.pause()
        assert reading(app).is_revealed
        await pilot.press("j", "t", "n")
        await settle(pilot)
    saved = load(file(desk, "ed"))
    assert seen_before(saved.annotations[0], read_revealed(saved.extra)) == ("mara", "tom")


async def test_a_named_notebook_elsewhere_comes_along_blind(desk: Path) -> None:
    elsewhere = desk / "mail"
    elsewhere.mkdir()
    for who in ("mara", "tom"):
        os.rename(file(desk, who), elsewhere / f"{who}.notes.yaml")
    text = (elsewhere / "mara.notes.yaml").read_text(encoding="utf-8")
    app = open_as(desk, companions=[elsewhere / "mara.notes.yaml"])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("*", "y")
        await pilot.pause()
        assert [one.id for one in reading(app).company.colleagues] == ["mara"]
    assert (elsewhere / "mara.notes.yaml").read_text(encoding="utf-8") == text


async def test_a_review_reveals_at_once_and_records_it_with_the_first_act(desk: Path) -> None:
    annotate(desk, "ed", ("who", "Police", None))
    before = file(desk, "ed").read_bytes()
    app = open_as(desk, review=[desk])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReviewList)
        await pilot.press("q")
        await settle(pilot)
        assert file(desk, "ed").read_bytes() == before
        await pilot.press("V", "a", "q")
        await settle(pilot)
    revealed = load(file(desk, "ed")).extra["revealed"]
    assert isinstance(revealed, dict)
    assert set(revealed) == {"mara", "tom"}


async def test_reviewing_asks_before_it_shows_what_is_hidden(desk: Path) -> None:
    app = open_as(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("V")
        await pilot.pause()
        assert type(app.screen).__name__ == "Question"
        await pilot.press("y")
        await pilot.pause()
        assert type(app.screen).__name__ == "ReviewList"


async def test_people_are_turned_off_and_on_and_their_notebooks_closed(desk: Path, rows: Rows) -> None:
    before = {path: path.read_bytes() for path in desk.glob("*.yaml")}
    app = open_as(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("j", "C")
        await pilot.pause()
        assert "M Mara" in sheet(app)
        assert "marks\n" not in sheet(app)
        assert "2 marks" not in sheet(app)
        await pilot.press("*")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert "2 marks" in sheet(app)
        await pilot.press("space")
        assert "turned off" in sheet(app)
        await pilot.press("q")
        await pilot.pause()
        assert not any("Mara" in row and "number" in row for row in rows(app))
        assert any("Tom" in row and "who" in row for row in rows(app))
        await pilot.press("C", "space", "j", "c")
        assert "Beside the articles, not open" in sheet(app)
        assert [one.id for one in reading(app).company.colleagues] == ["mara"]
        await pilot.press("j", "enter")
        await pilot.pause()
        assert {one.id for one in reading(app).company.colleagues} == {"mara", "tom"}
    assert {path: path.read_bytes() for path in before} == before


async def test_a_notebook_is_opened_by_its_path_and_a_refused_one_explained(desk: Path) -> None:
    (desk / "far").mkdir()
    os.rename(file(desk, "tom"), desk / "far" / "tom.notes.yaml")
    (desk / "broken.notes.yaml").write_text(
        "schema: compare-tui/annotations/1\nauthor: [\n", encoding="utf-8"
    )
    app = open_as(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("C", "o", *"bro", "tab", "enter")
        await pilot.pause()
        assert "broken.notes.yaml:" in sheet(app)
        assert ":3:1" in sheet(app) or ":2:" in sheet(app)
        assert "Tom" not in sheet(app)
        await pilot.press("o", *"far", "tab", "tab", "enter")
        await pilot.pause()
        assert "T Tom" in sheet(app)
        assert "broken" not in sheet(app)


async def test_articles_that_are_read_anew_are_reviewed_anew(desk: Path) -> None:
    app = open_as(desk, review=[desk])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("q")
        wire = desk / "wire.txt"
        wire.write_text("A new first line.\n\n" + wire.read_text(encoding="utf-8"), encoding="utf-8")
        await pilot.press("R")
        await settle(pilot)
        screen = reading(app)
        assert screen.a.text.startswith("A new first line.")
        assert screen.review is not None
        assert screen.review.panel.a is screen.a
        assert list(screen.company.touched("a")) == [2]
        await pilot.press("V", "G", "enter")
        await pilot.pause()
        assert screen.a.passages[screen.focus_at.a].text.startswith("Police")


async def test_the_list_follows_the_key_map_and_names_its_keys(desk: Path) -> None:
    keys = KeyMap({"undo": ("f5",), "next_difference": ("ctrl+n",), "quit": ("f10",)})
    app = open_as(desk, review=[desk], keys=keys)
    async with app.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        assert "f5 undo" in sheet(app)
        assert "ctrl+n next" in sheet(app)
        assert "f10 close" in sheet(app)
        first = app.screen.at  # type: ignore[attr-defined]
        await pilot.press("ctrl+n")
        assert app.screen.at != first  # type: ignore[attr-defined]
        await pilot.press("a")
        assert "1 of 4 reviewed" in sheet(app)
        await pilot.press("f5")
        assert "0 of 4 reviewed" in sheet(app)
        await pilot.press("f10")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_with_a_filter_the_verdict_goes_on_to_the_following_one(desk: Path) -> None:
    app = open_as(desk, review=[desk])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("U", "j")
        review = app.screen
        assert isinstance(review, ReviewList)
        wanted = review.shown[2]
        await pilot.press("a")
        assert review.chosen is not None
        assert review.chosen.annotation.id == wanted.annotation.id
        assert "verdict=unreviewed: 3 of 4" in sheet(app)
        await pilot.press("U", "D")
        assert "verdict=disputed: 0 of 4" in sheet(app)
        await pilot.press("0")
        assert "all: 4 of 4" in sheet(app)


async def test_every_annotators_version_of_a_place_stands_beside_the_list(desk: Path) -> None:
    annotate(desk, "zoe", ("time", "Sunday", "Monday"))
    app = open_as(desk, review=[desk])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        review = app.screen
        assert isinstance(review, ReviewList)
        while review.chosen is None or review.chosen.annotation.tag != "time":
            await pilot.press("j")
        shown = sheet(app)
        assert "The same place, by others" in shown
        assert "nothing here" in shown
        assert shown.count("“Sunday”") == 2


async def test_a_click_chooses_and_the_wheel_goes_on(desk: Path) -> None:
    app = open_as(desk, review=[desk])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        review = app.screen
        assert isinstance(review, ReviewList)
        at = next(y for y, row in enumerate(sheet(app).split("\n")) if "place" in row and "Basel" in row)
        await pilot.click(review.sheet, offset=(20, at))
        assert review.chosen is not None
        assert review.chosen.annotation.tag == "place"
        await pilot.click(review.sheet, offset=(20, at), times=2)
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_an_author_sees_verdicts_at_the_annotation(desk: Path, rows: Rows) -> None:
    annotate(desk, "ed", ("other", "Police", None))
    judge(file(desk, "ed"), file(desk, "mara"), "number", "needs-work", comment="Which source?")
    app = open_as(desk, "mara", review=[file(desk, "ed")])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("q", "j")
        await pilot.pause()
        assert any("Ed needs-work: Which source?" in row for row in rows(app))
        screen = reading(app)
        screen.choose_annotation(next(one.id for one in screen.notebook.annotations if one.tag == "number"))
        await pilot.press("E", "s", "enter")
        await pilot.pause()
        assert any("Ed needs-work (outdated)" in row for row in rows(app))


async def test_own_marks_stay_apart_from_those_of_others(desk: Path, rows: Rows) -> None:
    annotate(desk, "ed", ("event", "12 people died", None))
    app = open_as(desk, review=[desk])
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("q")
        await pilot.pause()
        row = next(row for row in rows(app) if "12 people" in row)
        assert "MET" in row
        assert any("e 2" in row for row in rows(app))


async def test_letters_are_there_without_colours_and_in_ascii(
    desk: Path, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = open_as(desk, review=[desk])
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("q", "j")
        await pilot.pause()
        assert any("12 people" in row and "MT" in row for row in rows(app))
        reviews, _ = read_reviews(load(file(desk, "mara")).sections.get("reviews"))
        assert reviews == ()


def test_a_path_is_completed_as_far_as_it_is_plain(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "mara.notes.yaml").touch()
    (tmp_path / "mail" / "mark.notes.yaml").touch()
    (tmp_path / "mail" / "other.txt").touch()
    assert complete("m", tmp_path) == (f"mail{os.sep}", ())
    assert complete("mail/m", tmp_path) == ("mail/mar", ["mara.notes.yaml", "mark.notes.yaml"])
    assert complete("mail/mara", tmp_path) == ("mail/mara.notes.yaml", ())
    assert complete("mail/o", tmp_path) == ("mail/o", ())
    assert complete("gone/x", tmp_path) == ("gone/x", ())

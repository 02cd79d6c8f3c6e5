from __future__ import annotations

from pathlib import Path

import pytest
from tests.review.people import annotate, judge, load, read_articles, write_articles
from textual.pilot import Pilot

from compare_tui.annotation import Author, Notebook
from compare_tui.review.reviewing import Reviewing
from compare_tui.review.verdicts import Decision, read_reviews
from compare_tui.tui.app import CompareApp
from compare_tui.tui.key_map import KeyMap
from compare_tui.tui.review_filter import ReviewFilter
from compare_tui.tui.review_rows import summary_of
from compare_tui.tui.screens.agreement import AgreementScreen
from compare_tui.tui.screens.help import HelpScreen
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.screens.review_list import ReviewList


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two articles and the notebooks of two people; one annotation is alike in both."""
    write_articles(tmp_path)
    annotate(tmp_path, "mara", ("number", "at least 12 people", "Nine people"), ("time", "Sunday", "Monday"))
    annotate(tmp_path, "tom", ("number", "at least 12 people", "Nine people"), ("place", "Basel", None))
    return tmp_path


def open_as(folder: Path, who: str, name: str | None = None) -> CompareApp:
    a, b = read_articles(folder)
    notebook = Notebook.open(
        folder / (name or f"wire--paper.{who}.notes.yaml"), a, b, Author(who, who.title())
    )
    app = CompareApp(a, b, notebook)
    app.colleagues = (folder,)
    return app


def shown(app: CompareApp) -> str:
    assert isinstance(app.screen, ReviewList)
    return "\n".join("".join(text for text, _ in row) for row in app.screen.sheet.rows)


def decisions(folder: Path, who: str) -> list[str | None]:
    file = load(folder / f"wire--paper.{who}.notes.yaml")
    return [one.decision for one in read_reviews(file.sections.get("reviews"))[0]]


async def start(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


async def test_verdicts_go_into_the_reviewers_own_file_only(desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.glob("*.*")}
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        assert "0 of 4 reviewed" in shown(app)
        await pilot.press("a")
        assert "1 of 4 reviewed" in shown(app)
        await pilot.press("x", "w", *"why", "enter")
        await pilot.pause()
        assert "3 of 4 reviewed" in shown(app)
    assert decisions(desk, "ed") == ["accept", "reject", "needs-work"]
    assert {path: path.read_bytes() for path in before} == before


async def test_the_only_unreviewed_one_is_found_from_itself(desk: Path) -> None:
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        await pilot.press("a", "a", "a", "right_square_bracket")
        assert "everything shown is reviewed" not in shown(app)
        await pilot.press("x", "right_square_bracket")
        assert "everything shown is reviewed" in shown(app)


async def test_a_verdict_is_taken_back_and_undone(desk: Path) -> None:
    app = open_as(desk, "ed")
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await pilot.press("a", "x", "backspace")
        assert "1 of 4 reviewed" in shown(app)
        await pilot.press("u")
        assert "2 of 4 reviewed" in shown(app)
        await pilot.press("u", "u")
        assert "0 of 4 reviewed" in shown(app)
        await pilot.press("ctrl+r")
        assert "1 of 4 reviewed" in shown(app)
    assert decisions(desk, "ed") == ["accept"]


async def test_what_all_have_alike_is_accepted_after_a_confirmation(desk: Path) -> None:
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        await pilot.press("I")
        assert "0 of 4 reviewed" in shown(app)
        await pilot.press("I")
        assert "2 of 4 reviewed" in shown(app)
    assert decisions(desk, "ed") == ["accept", "accept"]


async def test_filters_show_a_person_a_tag_or_a_verdict(desk: Path) -> None:
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        await pilot.press("p")
        assert "person=mara: 2 of 4" in shown(app)
        await pilot.press("t")
        assert "person=mara tag=number: 1 of 4" in shown(app)
        await pilot.press("v", "v")
        assert "0 of 4" in shown(app)
        assert "No annotation passes" in shown(app)


async def test_a_person_and_the_same_place_of_another_are_told(desk: Path) -> None:
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        assert "M Mara" in shown(app)
        assert "T Tom" in shown(app)
        assert "same place, " in shown(app)
        await pilot.press("g")
        assert isinstance(app.screen, AgreementScreen)
        await app.workers.wait_for_complete()
        await pilot.pause()
        told = ["".join(text for text, _ in row) for row in app.screen.sheet.rows]
        # The figures stand below their headings.
        (head,) = (line for line in told if "SAME PLACE" in line)
        line = next(line for line in told if "mara – tom" in line)
        assert line.index("  ") < head.index("exact")
        assert len(line.rstrip()) == len(head.rstrip())


async def test_the_author_reads_the_verdict_and_answers(desk: Path) -> None:
    annotate(desk, "ed", ("other", "Police", None))
    theirs, mine = (desk / f"wire--paper.{who}.notes.yaml" for who in ("ed", "mara"))
    said = judge(theirs, mine, "time", "needs-work", comment="Which day?")
    before = theirs.read_bytes()
    app = open_as(desk, "mara")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        review = app.screen
        assert isinstance(review, ReviewList)
        while review.chosen is None or (review.chosen.annotation.id != said.of):
            await pilot.press("j")
        assert "Ed needs-work: Which day?" in shown(app)
        await pilot.press("a")
        assert "your own" in shown(app)
        await pilot.press("r", *"Sunday", "enter")
        await pilot.pause()
        assert "Mara says: Sunday" in shown(app)
    answers, _ = read_reviews(load(mine).sections.get("reviews"))
    assert [(one.reply_to, one.comment, one.decision) for one in answers] == [(said.id, "Sunday", None)]
    assert theirs.read_bytes() == before


async def test_a_changed_annotation_is_outdated_and_a_bad_file_is_told(desk: Path) -> None:
    annotate(desk, "ed", ("other", "Police", None))
    theirs = desk / "wire--paper.mara.notes.yaml"
    judge(desk / "wire--paper.ed.notes.yaml", theirs, "time", "accept")
    text = theirs.read_text(encoding="utf-8")
    theirs.write_text(text.replace("tag: time", "tag: quote"), encoding="utf-8")
    (desk / "wire--paper.zoe.notes.yaml").write_text("annotations: [", encoding="utf-8")
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        assert "0 of 4 reviewed" in shown(app)
        assert "zoe.notes.yaml" in shown(app)
        review = app.screen
        assert isinstance(review, ReviewList)
        while review.chosen is None or review.chosen.annotation.tag != "quote":
            await pilot.press("j")
        assert "outdated: tag was time" in shown(app)


async def test_the_place_is_shown_in_the_articles_and_the_list_comes_back(desk: Path) -> None:
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        await pilot.press("G", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.a.passages[screen.focus_at.a].text.startswith("Police")
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        await pilot.press("q", "V")
        assert isinstance(app.screen, ReviewList)


async def test_many_marks_are_matched_beside_the_list(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare_tui.tui.screens.reviewing.AT_ONCE", 0)
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        await app.workers.wait_for_complete()
        await start(pilot)
        assert "The same place, by others" in shown(app)


async def test_a_verdict_shows_in_the_articles_once_the_list_is_closed(desk: Path) -> None:
    app = open_as(desk, "ed")
    async with app.run_test(size=(120, 40)) as pilot:
        await start(pilot)
        await pilot.press("a", "q")
        await start(pilot)
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        company = reading.company
        states = {one.annotation.state for at in company.touched("a") for one in company.here("a", at)}
        assert "accepted" in states


async def test_verdicts_follow_the_key_map_and_so_do_the_help_and_the_last_line(desk: Path) -> None:
    a, b = read_articles(desk)
    notebook = Notebook.open(desk / "wire--paper.ed.notes.yaml", a, b, Author("ed", "Ed"))
    app = CompareApp(a, b, notebook, key_map=KeyMap({"review_accept": ("1",), "review_reject": ("a", "x")}))
    app.colleagues = (desk,)
    async with app.run_test(size=(120, 60)) as pilot:
        await start(pilot)
        assert "1 accept  a reject" in shown(app)
        await pilot.press("1", "a")
        await pilot.pause()
        assert "2 of 4 reviewed" in shown(app)
        await pilot.press("?")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("slash", *"reject", "enter")
        rows = ["".join(text for text, _ in row) for row in app.screen.sheet.rows]
        assert any(row.split() == ["a", "x", "reject"] for row in rows)
    assert decisions(desk, "ed") == ["accept", "reject"]


@pytest.mark.parametrize(
    "chosen", [ReviewFilter(), ReviewFilter(verdict="unreviewed"), ReviewFilter(tag="number")]
)
def test_counts_that_go_on_from_the_last_ones_are_those_counted_anew(
    desk: Path, chosen: ReviewFilter
) -> None:
    notebook = Notebook.open(desk / "wire--paper.ed.notes.yaml", *read_articles(desk), Author("ed", "Ed"))
    review = Reviewing(notebook, [desk], read_articles(desk))
    summary = summary_of(review, chosen)

    def go_on() -> None:
        nonlocal summary
        summary = summary_of(review, chosen, summary)
        assert summary == summary_of(review, chosen)

    decisions: tuple[Decision, ...] = ("accept", "reject", "needs-work")
    for number, decision in enumerate(decisions):
        review.judge([review.panel.annotations[number]], decision, "")
        go_on()
    review.take_back()
    go_on()
    for _ in range(4):
        notebook.undo()
        review.renew()
        go_on()
    notebook.redo()
    review.renew()
    go_on()
    end = review.panel.annotations[0].annotation.a
    notebook.add(tag="time", relation="one-sided", severity="minor", a=end, b=None)
    review.renew()
    go_on()

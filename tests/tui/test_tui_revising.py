"""The list of annotations, changing them, the history, articles that change, and recovery after a crash."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui.annotation.model import Anchor, Author, Value
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.article.read import read_article
from compare_tui.tui.annotation_list import AnnotationFilter, annotation_rows
from compare_tui.tui.annotation_rows import filter_line
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.reading import ReadingScreen
from compare_tui.tui.tagging import Placed

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
MARA = Author("mara", "Mara Ilves")
TEXT = (
    "Coach crash kills 12\n\nPolice said on Sunday that at least 12 people were killed near the lake.\n\n"
    "Boats stayed ashore.\n"
)
OTHER = (
    "Nine dead in bus accident\n\nNine people died when a bus left the road, a witness said.\n\n"
    "Shops sold out of candles.\n"
)


def shown(app: CompareApp, rows: Rows) -> str:
    return "\n".join(rows(app))


def told(app: CompareApp) -> str:
    return " ".join(str(one.message) for one in app._notifications)


async def test_the_list_filters_changes_and_goes_to_the_place(
    app: CompareApp, notebook: Notebook, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "n", "j", "j", "t", "q", "g", "t", "n", "4")
        await pilot.pause()
        assert "3 of 3" in rows(app)[0]
        await pilot.press("f")
        assert "tag number" in rows(app)[0]
        assert "2 of 3" in rows(app)[0]
        await pilot.press("B", "w")
        await pilot.pause()
        assert sorted(one.tag for one in notebook.annotations) == ["quote", "who", "who"]
        assert "No annotation passes the filters" in shown(app, rows)
        await pilot.press("escape", "/", *"who", "enter")
        await pilot.pause()
        assert "2 of 3" in rows(app)[0]
        await pilot.press("escape", "G", "enter")
        await pilot.pause()
        screen = app.get_default_screen()
        assert screen.view_name == "reading"
        assert screen.focus_at.annotation is not None
        assert "3 annotations" in rows(app)[-1] or "saved" in rows(app)[-1]


async def test_fields_are_changed_and_the_history_leads_back(
    app: CompareApp, notebook: Notebook, settled: Settled, rows: Rows
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "n", "E", "c", "s", "t", "w", "enter")
        await pilot.pause()
        (one,) = notebook.annotations
        assert (one.tag, one.confidence, one.severity) == ("who", "low", "critical")
        await pilot.press("E", "s", "escape")
        assert list(notebook.annotations) == [one]
        await pilot.press("U")
        await pilot.pause()
        assert "2 acts, 0 of them undone" in shown(app, rows)
        await pilot.press("k", "k", "enter")
        await pilot.pause()
        assert not list(notebook.annotations)
        await pilot.press("U", "G", "enter")
        await pilot.pause()
        assert list(notebook.annotations) == [one]


def test_the_text_filter_finds_who_made_an_annotation_of_a_merged_notebook(notebook: Notebook) -> None:
    anchor = Anchor("212", "", "", 0, 3)
    made = notebook.add(tag="who", relation="one-sided", severity="minor", a=anchor, b=None)
    cases: tuple[tuple[dict[str, Value], tuple[str, ...]], ...] = (
        ({"made_by": [{"author": "jan", "id": "a-1"}, {"author": "mara"}]}, ("jan", "MARA", "who")),
        ({"made_by": "jan"}, ("who",)),
        ({"made_by": ["jan", {"id": 3}]}, ("who",)),
    )
    for extra, texts in cases:
        placed = [Placed(replace(made, extra=extra), None, None)]
        found = [
            text
            for text in ("jan", "MARA", "who", "tom")
            if annotation_rows(placed, AnnotationFilter(text=text))
        ]
        assert tuple(found) == texts


async def test_every_filter_and_every_order_of_the_list_has_a_key(
    make_app: Callable[..., CompareApp], notebook: Notebook, settled: Settled, rows: Rows
) -> None:
    for words, tag, severity, start in (("212", "who", "minor", 12), ("Ferry", "number", "critical", 0)):
        anchor = Anchor(words, "", "", start, start + len(words))
        notebook.add(tag=tag, relation="one-sided", severity=severity, a=anchor, b=None)  # type: ignore[arg-type]
    notebook.save()
    text = notebook.path.read_text()
    last = text.rindex("    modified")
    end = text.index("\n", last) + 1
    merged = "    made_by:\n      - author: jan\n      - author: tom\n"
    notebook.path.write_text(
        f"{text[:end]}{merged}{text[end:]}".replace("status: open", "status: resolved", 1)
    )
    screen = make_app(notebook).get_default_screen()
    again = Notebook.open(notebook.path, screen.a, screen.b, MARA)
    app = make_app(again)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("4")
        await pilot.pause()
        assert "author all" in rows(app)[0]
        for author, count in (("jan", 1), ("mara", 1), ("tom", 1), ("all", 2)):
            await pilot.press("@")
            assert f"author {author}" in rows(app)[0]
            assert f"{count} of 2" in rows(app)[0]
        await pilot.press("F", "F")
        assert "status resolved" in rows(app)[0]
        assert "1 of 2" in rows(app)[0]
        await pilot.press("escape")
        assert "2 of 2" in rows(app)[0]
        first: dict[str, str] = {}
        for order in ("tag", "newest", "severity", "status", "author", "place"):
            await pilot.press("r")
            assert f"by {order}" in rows(app)[0]
            first[order] = "number" if "number" in rows(app)[2] else "who"
        assert first == {
            "tag": "number",
            "newest": first["newest"],
            "severity": "number",
            "status": "who",
            "author": "who",
            "place": "number",
        }
        await pilot.press("3", "@")
        await pilot.pause()
        assert "nobody made differences" in shown(app, rows) or "nobody made differences" in told(app)


async def test_the_same_place_with_the_same_tag_is_warned_of(
    app: CompareApp, notebook: Notebook, settled: Settled
) -> None:
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "n", "t", "n")
        await pilot.pause()
        assert "tagged number before" in told(app)
        assert len(notebook.annotations) == 2


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "wire.txt", tmp_path / "paper.txt")
    for path, text in zip(paths, (TEXT, OTHER), strict=True):
        path.write_text(text)
    return paths


def program(files: tuple[Path, Path], *, in_thread: bool = False) -> CompareApp:
    def read() -> tuple[Article, Article]:
        return read_article(str(files[0])), read_article(str(files[1]))

    a, b = read()
    notebook = Notebook.open(files[0].with_name("n.notes.yaml"), a, b, MARA)
    return CompareApp(a, b, notebook, theme="paper-dark", reread=read, save_in_thread=in_thread)


async def test_an_article_is_read_anew_and_its_annotations_follow(
    files: tuple[Path, Path], settled: Settled, rows: Rows
) -> None:
    app = program(files)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("t", "n", "j", "t", "p")
        files[0].write_text("New first line.\n\n" + TEXT.replace("12", "14"))
        await pilot.press("R")
        await settled(pilot)
        assert "A has changed: annotations 0 in place, 2 moved (p accepts the new place)" in told(app)
        assert "New first line" in shown(app, rows)
        await pilot.press("4", "g", "p")
        await pilot.pause()
        notebook = app.get_default_screen().notebook
        assert notebook.tally.moved == 1
        await pilot.press("G", "X")
        await pilot.pause()
        assert (notebook.tally.moved, notebook.tally.orphan) == (0, 1)
        await pilot.press("P", "1", "g", "P")
        await pilot.pause()
        assert notebook.tally.anchored == 2


async def test_links_made_by_hand_follow_a_changed_article_and_are_accepted(
    files: tuple[Path, Path], settled: Settled, rows: Rows
) -> None:
    app = program(files)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("G", "+", "tab", "G", "+")
        await pilot.pause()
        notebook = app.get_default_screen().notebook
        (made,) = notebook.corrections
        old = made.a.exact
        assert old in TEXT
        files[0].write_text("New first line.\n\n" + TEXT.replace(old, old[:-1] + " today."))
        await pilot.press("R")
        await settled(pilot)
        assert "For 1 corrected link other words are proposed; there, p accepts" in told(app)
        screen = app.get_default_screen()
        last = (len(screen.a.passages) - 1, len(screen.b.passages) - 1)
        assert last in screen.pairs.by_hand
        await pilot.press("1", "h", "G")
        await pilot.pause()
        assert "words that have changed since" in shown(app, rows)
        await pilot.press("p")
        await pilot.pause()
        (accepted,) = notebook.corrections
        assert accepted.a.exact.endswith("today.")
        assert "words that have changed since" not in shown(app, rows)
        await pilot.press("u", "X")
        await pilot.pause()
        assert last not in screen.pairs.by_hand
        assert notebook.corrections[0].a.exact == old
        assert "the link made by hand waits for its old words" in told(app)


async def test_an_article_that_cannot_be_read_again_stays(files: tuple[Path, Path], settled: Settled) -> None:
    app = program(files)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        files[1].unlink()
        await pilot.press("R")
        await settled(pilot)
        assert "paper.txt" in told(app)
        assert app.get_default_screen().b.passages
        files[1].write_text(OTHER)
        await pilot.press("R")
        await settled(pilot)
        assert "have not changed" in told(app)


async def test_acts_are_saved_by_another_thread_and_none_is_left_out(
    files: tuple[Path, Path], settled: Settled
) -> None:
    app = program(files, in_thread=True)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("t", "n", "j", "t", "p", "t", "w", "q")
        await pilot.pause()
    a, b = read_article(str(files[0])), read_article(str(files[1]))
    saved = Notebook.open(files[0].with_name("n.notes.yaml"), a, b, MARA)
    assert sorted(one.tag for one in saved.annotations) == ["number", "place", "who"]


async def test_what_a_crash_kept_from_the_file_is_recovered(
    files: tuple[Path, Path], settled: Settled, rows: Rows, nobody_home: Path
) -> None:
    left = program(files).get_default_screen().notebook
    left.keep_journal(nobody_home / "state" / "compare-tui" / "journal")
    assert left.journal is not None
    from compare_tui.annotation.anchor import make_anchor

    anchor = make_anchor(read_article(str(files[0])), 0, 5)
    left.add(tag="who", relation="one-sided", severity="minor", a=anchor, b=None)
    left.close_journal()
    app = program(files)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert type(app.screen).__name__ == "Question"
        assert "tag who on A 1" in shown(app, rows)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert [one.tag for one in app.screen.notebook.annotations] == ["who"]
        assert not app.screen.notebook.dirty


def test_the_order_of_the_list_is_seen_however_narrow_the_screen() -> None:
    chosen = AnnotationFilter(tag="number", author="mara", order="author")
    for width in (60, 80, 100, 120):
        line = "".join(text for text, _ in filter_line(chosen, 1, 2, width))
        assert len(line) == width
        for told in ("tag number", "author mara", "by author", "1 of 2"):
            assert told in line
    assert "status all" in line


async def test_enter_goes_to_the_next_annotation_where_no_row_is_chosen(
    app: CompareApp, settled: Settled
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("]", "]", "]", "]", "t", "n", "g", "4")
        await pilot.pause()
        screen = app.get_default_screen()
        assert screen.focus_at.annotation is None
        await pilot.press("enter")
        await pilot.pause()
        assert screen.view_name == "reading"
        assert screen.focus_at.annotation is not None

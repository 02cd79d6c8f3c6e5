"""Asking once who annotates."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from compare_tui.annotation.anchor import make_anchor
from compare_tui.annotation.journal import Journal
from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article
from compare_tui.tui.app import CompareApp
from compare_tui.tui.screens.author import AuthorPrompt
from compare_tui.tui.screens.signing import AuthorQuestion

Settled = Callable[[Pilot[None]], Awaitable[None]]
Rows = Callable[[CompareApp], list[str]]
GIT = Author("git-name", "Git Name")


@pytest.fixture
def user_file(nobody_home: Path) -> Path:
    return nobody_home / "config" / "compare-tui" / "config.yaml"


@pytest.fixture
def ask(
    tmp_path: Path,
    wire: Article,
    paper: Article,
    user_file: Path,
    make_app: Callable[..., CompareApp],
) -> CompareApp:
    """The program for somebody whom only git names, with a notebook that is not there yet."""

    def open_as(author: Author, a: Article, b: Article) -> Notebook:
        return Notebook.open(tmp_path / f"wire--paper.{author.id}.notes.yaml", a, b, author)

    app = make_app(open_as(GIT, wire, paper))
    app._reading.author_question = AuthorQuestion(user_file, open_as)
    return app


def notebooks(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.notes.yaml"))


@pytest.mark.parametrize("size", [(120, 40), (60, 16)])
async def test_enter_keeps_what_git_says_and_is_asked_only_once(
    size: tuple[int, int], ask: CompareApp, tmp_path: Path, user_file: Path, settled: Settled, rows: Rows
) -> None:
    async with ask.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "enter")
        assert isinstance(ask.screen, AuthorPrompt)
        assert notebooks(tmp_path) == []
        shown = rows(ask)
        assert "Your name, as colleagues see it" in shown[-1]
        assert "Git Name" in shown[-1]
        assert "asks again next time" in shown[-2]
        await pilot.press("enter")
        assert notebooks(tmp_path) == ["wire--paper.git-name.notes.yaml"]
        assert [toast.message for toast in ask._notifications] == ["tagged number: 212"]
        await pilot.press("]", "t", "enter")
        assert len(ask.screen_stack) == 1
    assert user_file.read_text() == 'author: "Git Name"\n'
    assert len(ask._reading.notebook.annotations) == 2


async def test_another_name_gets_a_notebook_of_its_own(
    ask: CompareApp, tmp_path: Path, nobody_home: Path, user_file: Path, settled: Settled, rows: Rows
) -> None:
    async with ask.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "enter", *"Jon", "space", *"Hale", "enter")
        assert notebooks(tmp_path) == ["wire--paper.jon-hale.notes.yaml"]
        notebook = ask._reading.notebook
        (made,) = notebook.annotations
        assert notebook.author == Author("jon-hale", "Jon Hale")
        assert (made.tag, ask._reading.focus_at.annotation) == ("number", made.id)
        assert rows(ask)[-1].rstrip().endswith("saved 12:04 · jon-hale")
        assert any(row[1:].startswith("▌n 2↔2+") for row in rows(ask))
        await pilot.press("e", *"Check", "ctrl+s", "u", "u")
        assert notebook.annotations == ()
        await pilot.press("ctrl+r", "ctrl+r", "q")
    assert user_file.read_text() == 'author: "Jon Hale"\n'
    text = (tmp_path / "wire--paper.jon-hale.notes.yaml").read_text()
    assert "Check" in text
    assert "git-name" not in text
    assert list(nobody_home.rglob("*.jsonl")) == []


async def test_the_notebook_that_this_name_has_already_is_gone_on_with(
    ask: CompareApp, tmp_path: Path, wire: Article, paper: Article, settled: Settled
) -> None:
    first = Notebook.open(tmp_path / "wire--paper.jon.notes.yaml", wire, paper, Author("jon", "Jon"))
    first.add(tag="time", relation="one-sided", severity="minor", a=make_anchor(wire, 0, 5), b=None)
    first.save()
    async with ask.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "enter", *"Jon", "enter", "q")
    again = Notebook.open(first.path, wire, paper, Author("jon", "Jon"))
    assert sorted(one.tag for one in again.annotations) == ["number", "time"]
    assert notebooks(tmp_path) == ["wire--paper.jon.notes.yaml"]


async def test_escape_keeps_the_name_for_now_and_writes_no_settings(
    ask: CompareApp, tmp_path: Path, user_file: Path, settled: Settled
) -> None:
    async with ask.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "enter", *"Jo", "escape")
        assert notebooks(tmp_path) == ["wire--paper.git-name.notes.yaml"]
        await pilot.press("u", ".")
        assert not isinstance(ask.screen, AuthorPrompt)
    assert not user_file.exists()


async def test_settings_that_cannot_be_written_are_told_and_the_work_goes_on(
    ask: CompareApp, tmp_path: Path, user_file: Path, settled: Settled
) -> None:
    user_file.parent.mkdir(parents=True)
    user_file.write_text("{theme: paper-dark}\n")
    async with ask.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "enter", *"Jon", "enter")
        told = [toast.message for toast in ask._notifications]
        assert any(one.startswith("Your name is not kept:") for one in told)
        assert notebooks(tmp_path) == ["wire--paper.jon.notes.yaml"]
    assert user_file.read_text() == "{theme: paper-dark}\n"


async def test_a_name_is_as_long_as_settings_allow(ask: CompareApp, settled: Settled) -> None:
    async with ask.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "enter")
        assert ask.screen.query_one(Input).max_length == 200


async def test_an_act_outlives_a_crash_while_the_question_stands(
    ask: CompareApp, nobody_home: Path, settled: Settled
) -> None:
    async with ask.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("]", "t", "enter")
        assert isinstance(ask.screen, AuthorPrompt)
        (journal,) = nobody_home.rglob("*.jsonl")
        assert '"tag number' in journal.read_text()
        assert isinstance(ask._reading.notebook.journal, Journal)
        await pilot.press("enter")

"""A file that cannot be read: what is shown of it, and where new notes go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from compare_tui.annotation import Author, NotebookError, make_anchor, open_pair_notebook
from compare_tui.annotation.notebook import Notebook
from compare_tui.annotation.unreadable import begin_spare, open_anyhow, read_again
from compare_tui.article import Article, read_article

MARA = Author("mara", "Mara Ilves")
A = "Coach crash kills 12\n\nPolice said on Sunday that at least 12 people were killed near the lake.\n"
B = "Nine dead in bus accident\n\nNine people died when a bus left the road, a witness said.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Article, Article]:
    (tmp_path / "wire.txt").write_text(A)
    (tmp_path / "paper.txt").write_text(B)
    return read_article(tmp_path / "wire.txt"), read_article(tmp_path / "paper.txt")


@pytest.fixture
def sound(pair: tuple[Article, Article]) -> Path:
    notebook = open_pair_notebook(*pair, MARA)
    for words in ("at least 12 people", "on Sunday", "near the lake"):
        tag(notebook, pair[0], words)
    notebook.save()
    return notebook.path


def tag(notebook: Notebook, article: Article, words: str) -> None:
    start = article.text.index(words)
    anchor = make_anchor(article, start, start + len(words))
    notebook.add(tag="number", relation="conflict", severity="major", a=anchor, b=None)


BREAKS: dict[str, tuple[Callable[[str], str], str, int]] = {
    "cut off": (lambda text: text[:-5], "not valid YAML", 0),
    "conflict": (lambda text: text.replace("tags:", "<<<<<<< HEAD\ntags:"), "unresolved merge at line", 0),
    "twice": (
        lambda text: text + "annotations: []\n",
        'the key "annotations" stands twice, first at line',
        0,
    ),
    "one entry": (
        lambda text: text.replace("severity: major", "severity: huge", 1),
        'annotations[0].severity: expected minor, major or critical, not "huge"',
        2,
    ),
    "an entry that is none": (
        lambda text: text.replace("annotations:\n", "annotations:\n  -\n"),
        "annotations[0]: expected an annotation, not null",
        3,
    ),
    "no author": (lambda text: text.replace("author:", "writer:"), "author: missing", 0),
    "empty": (lambda _: "", "expected a YAML document, found nothing", 0),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_file_is_shown_as_far_as_it_is_understood_and_stays_as_it_is(
    name: str, pair: tuple[Article, Article], sound: Path
) -> None:
    spoil, reason, shown = BREAKS[name]
    sound.write_text(spoil(sound.read_text()))
    broken = sound.read_bytes()
    book = open_anyhow(None, *pair, MARA)
    assert book.path == sound
    assert book.read_only is not None
    assert book.read_only.startswith(f"{sound}:")
    assert reason in book.read_only
    assert book.read_only.split(":")[1].isdigit()
    assert len(book.annotations) == shown
    assert book.spare == sound.with_name("wire--paper-2.mara.notes.yaml")
    with pytest.raises(NotebookError):
        tag(book, pair[0], "killed")
    assert not book.save()
    new = begin_spare(book, *pair)
    tag(new, pair[0], "killed")
    new.save()
    assert new.path == book.spare
    assert sound.read_bytes() == broken


def test_notes_that_were_begun_beside_a_broken_file_go_on_until_it_is_mended(
    pair: tuple[Article, Article], sound: Path
) -> None:
    text = sound.read_text()
    sound.write_text(text + "\tbroken")
    new = begin_spare(open_anyhow(None, *pair, MARA), *pair)
    tag(new, pair[0], "killed")
    new.save()
    again = open_anyhow(None, *pair, MARA)
    assert (again.path, again.read_only, len(again.annotations)) == (new.path, None, 1)
    assert "wire--paper.mara.notes.yaml stays as it is" in again.notice
    assert "not valid YAML" in again.notice
    sound.write_text(text)
    mended = open_anyhow(None, *pair, MARA)
    assert (mended.path, mended.read_only, mended.notice) == (sound, None, "")


def test_a_file_of_a_newer_format_is_shown_and_new_notes_go_beside_it(
    pair: tuple[Article, Article], sound: Path
) -> None:
    sound.write_text(sound.read_text().replace("annotations/1", "annotations/2", 1))
    book = open_anyhow(None, *pair, MARA)
    assert len(book.annotations) == 3
    assert book.read_only is not None
    assert "newer version" in book.read_only
    assert book.spare is not None


def test_a_named_file_and_what_is_no_file_are_treated_likewise(
    pair: tuple[Article, Article], tmp_path: Path
) -> None:
    named = tmp_path / "my notes.yaml"
    named.mkdir()
    book = open_anyhow(named, *pair, MARA)
    assert book.read_only == f"{named}: not a regular file; opened read-only"
    assert book.spare == tmp_path / "my notes-2.yaml"
    book.spare.write_text("[")
    book = open_anyhow(named, *pair, MARA)
    assert book.spare == tmp_path / "my notes-3.yaml"


def test_a_mended_file_is_read_again(pair: tuple[Article, Article], sound: Path) -> None:
    text = sound.read_text()
    sound.write_text("[")
    book = open_anyhow(None, *pair, MARA)
    with pytest.raises(NotebookError, match=":1:2: not valid YAML"):
        read_again(book, *pair)
    sound.write_text(text)
    assert len(read_again(book, *pair).annotations) == 3


def test_a_colleagues_notebook_is_opened_as_before(pair: tuple[Article, Article], sound: Path) -> None:
    book = open_anyhow(sound, *pair, Author("tom", "Tom"))
    assert book.read_only == "the notebook of Mara Ilves, opened read-only"
    assert book.spare is None

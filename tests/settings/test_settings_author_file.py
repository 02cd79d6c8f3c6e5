from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare_tui.annotation import Author, Notebook, NotebookError, make_anchor
from compare_tui.article import read_article
from compare_tui.settings.author_file import remember_author, should_ask_author
from compare_tui.settings.config import load_config
from compare_tui.settings.options import Config


@pytest.fixture
def path(nobody_home: Path) -> Path:
    return nobody_home / "config" / "compare-tui" / "config.yaml"


def author_in(path: Path) -> str | None:
    loaded = load_config(environment={"COMPARE_TUI_CONFIG": str(path)})
    assert loaded.problems == ()
    return loaded.config.author


def test_a_missing_file_is_made_with_its_folder(path: Path) -> None:
    remember_author(path, "Mara Ilves")
    assert path.read_bytes() == b'author: "Mara Ilves"\n'
    assert author_in(path) == "Mara Ilves"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'author: "M I"\n'),
        ("# mine\n", '# mine\nauthor: "M I"\n'),
        ("theme: x # dark", 'theme: x # dark\nauthor: "M I"\n'),
        ("theme: x\r\n# end\r\n", 'theme: x\r\n# end\r\nauthor: "M I"\r\n'),
        ("\ufeffmouse: false\n", '\ufeffmouse: false\nauthor: "M I"\n'),
        ("author:\nmouse: false\n", 'author: "M I"\nmouse: false\n'),
        (
            "author: Old Name  # me\nkeys:\n  undo: [u]   # not author: x\n",
            'author: "M I"  # me\nkeys:\n  undo: [u]   # not author: x\n',
        ),
        ("author: 'It''s # me' # x\r\nmouse: false\r\n", 'author: "M I" # x\r\nmouse: false\r\n'),
        ('author: "a \\" # b"\n', 'author: "M I"\n'),
        ("author: 12\n", 'author: "M I"\n'),
        ("# author: nobody\nmouse: false\n", '# author: nobody\nmouse: false\nauthor: "M I"\n'),
    ],
)
def test_only_the_line_of_the_author_changes(path: Path, before: str, after: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(before.encode())
    remember_author(path, "M I")
    assert path.read_bytes().decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "{theme: x}\n",
        "author: |\n  two\n  lines\n",
        '"author": x\n',
        "a: 1\na: 2\n",
        "[1]\n",
        "theme: x\n...\n",
        "author: [x,\n  y]\n",
        "\x00",
        "author: x\n" + "#" * 70_000,
    ],
)
def test_a_file_that_would_change_otherwise_is_left_as_it_is(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text)
    with pytest.raises(NotebookError) as caught:
        remember_author(path, "Mara")
    assert str(caught.value).startswith(str(path))
    assert path.read_text() == text
    assert os.listdir(path.parent) == [path.name]


def test_a_folder_that_cannot_be_made_is_told(nobody_home: Path) -> None:
    (nobody_home / "config").write_text("")
    with pytest.raises(NotebookError, match="Not a directory"):
        remember_author(nobody_home / "config" / "compare-tui" / "config.yaml", "Mara")


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    real = tmp_path / "dotfiles.yaml"
    real.write_text("theme: x\n")
    path.symlink_to(real)
    remember_author(path, "Mara")
    assert path.is_symlink()
    assert real.read_text() == "theme: x\nauthor: Mara\n"


@given(name=st.text(min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_is_read_as_it_was_written(path: Path, name: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# mine\nmouse: false\n")
    remember_author(path, name)
    first = author_in(path)
    remember_author(path, first or "")
    assert author_in(path) == first
    assert path.read_text().startswith("# mine\nmouse: false\n")


def test_when_to_ask(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"The ferry {name} burned off Tallinn.\n")
    a, b = (read_article(tmp_path / f"{name}.txt") for name in "ab")
    notes = tmp_path / "n.notes.yaml"
    fresh = Notebook.open(notes, a, b, Author("mara", "Mara"))
    assert should_ask_author(Config(), fresh)
    assert not should_ask_author(Config(author="Mara"), fresh)
    fresh.add(tag="other", relation="one-sided", severity="minor", a=make_anchor(a, 0, 3), b=None)
    assert should_ask_author(Config(), fresh)
    fresh.save()
    assert not should_ask_author(Config(), fresh)
    assert not should_ask_author(Config(), Notebook.open(notes, a, b, Author("mara", "Mara")))
    assert not should_ask_author(Config(), Notebook.open(notes, a, b, Author("jon", "Jon")))

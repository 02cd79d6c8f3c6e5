from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from compare_tui.annotation import (
    Anchor,
    Author,
    Notebook,
    NotebookError,
    make_anchor,
    read_notebook,
)
from compare_tui.annotation.save import _write_temporary
from compare_tui.article import Article, read_article, read_text

MARA = Author("mara", "Mara Ilves")
TEXT_A = (
    "Twelve dead in the Alps\n\nPolice said that 12 people died on Sunday.\n\n"
    "The road was closed for 12 hours.\n"
)
TEXT_B = "Nine dead in the Alps\n\nNine people died, a witness said. It was 6 a.m. 👩\u200d👧 שלום\n"
A = read_text(TEXT_A, title="Twelve dead in the Alps")
B = read_text(TEXT_B, title="Nine dead in the Alps")
FIELDS: dict[str, Any] = {"tag": "number", "relation": "conflict", "severity": "major"}


def at(article: Article, words: str) -> Anchor:
    start = article.text.index(words)
    return make_anchor(article, start, start + len(words))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a--b.mara.notes.yaml"


@pytest.fixture
def saved(path: Path) -> Notebook:
    """A notebook with two saved annotations."""
    book = Notebook.open(path, A, B, MARA)
    book.add(**FIELDS, a=at(A, "12 hours"), b=None, note="Only in A.")
    book.add(**FIELDS, a=at(A, "12 people died"), b=at(B, "Nine people died"))
    assert book.save()
    return book


def reopened(path: Path, a: Article = A, b: Article = B) -> Notebook:
    return Notebook.open(path, a, b, MARA)


def test_saving_without_a_change_leaves_a_hand_formatted_file_alone(saved: Notebook, path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("severity: major", "severity:   'major'   # by hand")
    loose = text.replace("\n", "\r\n").encode()
    path.write_bytes(loose)
    before = path.stat()
    book = reopened(path)
    assert book.annotations == saved.annotations
    assert not book.save()
    book.edit(book.annotations[0].id, severity="minor")
    book.undo()
    assert not book.save()
    assert path.read_bytes() == loose
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_unknown_keys_survive_an_act(saved: Notebook, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text += "links: []\nreviews:\n  - {id: r-1, reply_to: null}\nmood: good\n"
    path.write_text(text.replace("title:", "language: en\n    title:", 1), encoding="utf-8")
    book = reopened(path)
    book.edit(book.annotations[0].id, severity="minor")
    book.save()
    file = read_notebook(path.read_bytes(), "n")
    assert file.sections == {"links": [], "reviews": [{"id": "r-1", "reply_to": None}]}
    assert file.extra == {"mood": "good"}
    assert file.a.extra == {"language": "en"}
    assert path.read_text(encoding="utf-8").endswith(
        "reviews:\n  - id: r-1\n    reply_to: null\nmood: good\n"
    )


def test_a_file_that_someone_else_changed_is_not_overwritten(saved: Notebook, path: Path) -> None:
    other = reopened(path)
    other.edit(other.annotations[0].id, note="theirs")
    other.save()
    theirs = path.read_bytes()
    saved.edit(saved.annotations[0].id, note="mine")
    with pytest.raises(NotebookError, match=f"{path.name}: not saved: someone else changed this file"):
        saved.save()
    assert path.read_bytes() == theirs
    assert saved.dirty
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == [path.name]


def test_a_file_that_someone_else_made_is_not_overwritten(path: Path) -> None:
    book = reopened(path)
    book.add(**FIELDS, a=at(A, "12 people"), b=None)
    path.write_bytes(b"theirs")
    with pytest.raises(NotebookError, match="someone else made this file"):
        book.save()
    assert path.read_bytes() == b"theirs"


def test_a_deleted_file_is_made_again(saved: Notebook, path: Path) -> None:
    path.unlink()
    saved.edit(saved.annotations[0].id, note="still here")
    assert saved.save()
    assert reopened(path).annotations == saved.annotations


def test_a_full_disk_keeps_file_and_work(
    saved: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = path.read_bytes()
    saved.edit(saved.annotations[0].id, note="new")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(NotebookError, match="the disk is full"):
            saved.save()
    assert path.read_bytes() == before
    assert saved.dirty
    assert saved.save()
    assert reopened(path).annotations == saved.annotations


def test_a_file_that_cannot_be_read_is_named_and_left_alone(path: Path) -> None:
    path.write_bytes(b"schema: compare-tui/annotations/1\n<<<<<<< HEAD\n")
    with pytest.raises(NotebookError, match=r"notes\.yaml:2:1: unresolved merge at line 2"):
        reopened(path)
    assert path.read_bytes() == b"schema: compare-tui/annotations/1\n<<<<<<< HEAD\n"
    path.unlink()
    path.symlink_to("nowhere")
    with pytest.raises(NotebookError, match="No such file"):
        reopened(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(NotebookError, match="not a regular file"):
        reopened(path)


def refuses_changes(book: Notebook) -> None:
    id_ = book.annotations[0].id
    with pytest.raises(NotebookError, match="read-only"):
        book.add(**FIELDS, a=at(A, "12 people"), b=None)
    with pytest.raises(NotebookError, match="read-only"):
        book.edit(id_, note="x")
    with pytest.raises(NotebookError, match="read-only"):
        book.remove(id_)
    assert not book.save()


def test_a_newer_format_is_read_only(saved: Notebook, path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"annotations/1\n", b"annotations/3\n"))
    book = reopened(path)
    assert book.read_only is not None
    assert "newer version" in book.read_only
    assert book.annotations == saved.annotations
    refuses_changes(book)


def test_a_colleagues_notebook_is_read_only(saved: Notebook, path: Path) -> None:
    book = Notebook.open(path, A, B, Author("jan", "Jan"))
    assert book.read_only == "the notebook of Mara Ilves, opened read-only"
    assert book.author == MARA
    refuses_changes(book)


def test_a_notebook_of_the_swapped_pair_is_read_only(saved: Notebook, path: Path) -> None:
    book = Notebook.open(path, B, A, MARA)
    assert book.read_only is not None
    assert "the other way round" in book.read_only


def test_a_crash_leaves_the_whole_old_or_the_whole_new_file(path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom compare_tui.annotation import write_atomically\n"
        "number = 0\nwhile True:\n    number += 1\n"
        "    write_atomically(Path(sys.argv[1]), (str(number % 10) * 50_000).encode())\n"
        "    number == 1 and print('ready', flush=True)\n"
    )
    for pause in (0.0, 0.005, 0.02):
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            seen = [path.read_bytes() for _ in range(20)]
            time.sleep(pause)
            process.kill()
        for data in (*seen, path.read_bytes()):
            assert len(data) == 50_000
            assert len(set(data)) == 1


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_copies_of_a_private_notebook_are_private(saved: Notebook, path: Path, tmp_path: Path) -> None:
    path.write_text(path.read_text() + "# by hand\n")
    path.chmod(0o600)
    book = Notebook.open(path, A, B, MARA)
    book.save_copy(tmp_path / "copy.notes.yaml")
    book.remove(book.annotations[0].id)
    book.save()
    assert book.backup is not None
    book.path.chmod(0o440)
    book.save_as(tmp_path / "other.notes.yaml")
    modes = [
        stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "copy.notes.yaml", book.backup, book.path)
    ]
    assert modes == [0o600, 0o600, 0o640]


def test_what_a_killed_saving_left_beside_the_target_of_a_link_is_swept(
    saved: Notebook, path: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = path.rename(elsewhere / path.name)
    path.symlink_to(target)
    stale = _write_temporary(elsewhere, b"half", None, durable=False)
    stale = stale.rename(stale.with_name(stale.name.replace(f"-{os.getpid()}-", "-999999999-")))
    Notebook.open(path, A, B, MARA)
    assert not stale.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the current folder")
def test_a_current_folder_that_has_gone_is_told_and_a_copy_is_kept_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("a.txt").write_text(TEXT_A)
    Path("b.txt").write_text(TEXT_B)
    a, b = read_article(Path("a.txt")), read_article(Path("b.txt"))
    book = Notebook.open(Path("a--b.mara.notes.yaml"), a, b, MARA)
    book.add(**FIELDS, a=at(a, "12 hours"), b=None)
    shutil.rmtree(folder)
    with pytest.raises(NotebookError, match="its folder does not exist"):
        book.save()
    book.save_copy(tmp_path / "kept.notes.yaml")
    assert len(read_notebook((tmp_path / "kept.notes.yaml").read_bytes(), "kept").annotations) == 1

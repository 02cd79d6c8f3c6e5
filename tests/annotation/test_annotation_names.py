from __future__ import annotations

import getpass
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_tui.annotation import Author, default_author, new_id, notebook_path, utc_now
from compare_tui.annotation.identity import slug
from compare_tui.article import Article

MARA = Author("mara", "Mara Ilves")


def article(path: str | None, source: str = "stdin") -> Article:
    return Article(
        source=source,
        title="x",
        text="x",
        passages=(),
        sha256="",
        text_sha256="",
        path=None if path is None else Path(path),
    )


def test_ids_are_twelve_characters_that_sort_by_time() -> None:
    start = datetime(2026, 11, 22, 10, 15, 2, tzinfo=UTC)
    ids = [new_id("a", start + timedelta(milliseconds=10 * step)) for step in range(300)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 300
    for id_ in ids:
        assert id_.startswith("a-")
        assert len(id_) == 14
        assert not set(id_[2:]) - set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def test_ids_sort_over_two_centuries() -> None:
    years = [datetime(year, 1, 1, tzinfo=UTC) for year in range(1960, 2310, 7)]
    heads = [new_id("r", moment)[:10] for moment in years]
    assert heads == sorted(heads)
    assert len(new_id("r", years[0])) == 14


def test_ids_of_one_moment_differ() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    assert len({new_id("a", now) for _ in range(20)}) > 15


def test_utc_now_is_in_utc_to_the_second() -> None:
    moment = datetime.strptime(utc_now(), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - moment) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Mara Ilves", "mara-ilves"),
        ("  José Ñandú-Łęcki ", "jose-nandu-lecki"),
        ("Søren Großmann", "soren-grossmann"),
        ("../../etc/passwd", "etc-passwd"),
        ("東京", "me"),
        ("", "me"),
        ("x" * 100, "x" * 32),
        ("\uff2d\uff41\uff52\uff41", "mara"),
    ],
)
def test_slugs(name: str, id_: str) -> None:
    assert slug(name) == id_


@given(st.text(max_size=50))
def test_slugs_are_always_safe(name: str) -> None:
    made = slug(name)
    assert 0 < len(made) <= 32
    assert not set(made) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


def git_answers(
    monkeypatch: pytest.MonkeyPatch, out: bytes, code: int = 0, failure: Exception | None = None
) -> None:
    class Git:
        """Stands in for the program."""

        returncode = code

        def __init__(self, command: list[str], **_: object) -> None:
            assert command[0] == "git"

        def __enter__(self) -> Git:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def communicate(self, timeout: float) -> tuple[bytes, None]:
            if failure is not None:
                raise failure
            return out, None

        def kill(self) -> None:
            pass

    monkeypatch.setattr(subprocess, "Popen", Git)


def test_the_author_is_whom_git_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    git_answers(monkeypatch, "Mara Ülves\x1b[31m\n".encode())
    author = default_author()
    assert author.id == "mara-ulves-31m"
    assert author.name.startswith("Mara Ülves")
    assert "\x1b" not in author.name


@pytest.mark.parametrize("failure", [FileNotFoundError(), PermissionError()])
def test_without_git_the_author_is_who_is_logged_in(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def start(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setattr(getpass, "getuser", lambda: "Jan.P")
    assert default_author() == Author("jan-p", "Jan.P")


def test_git_that_takes_too_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    git_answers(monkeypatch, b"", failure=subprocess.TimeoutExpired("git", 2))
    monkeypatch.setattr(getpass, "getuser", lambda: "Jan.P")
    assert default_author() == Author("jan-p", "Jan.P")


def test_without_any_name_the_author_is_me(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    git_answers(monkeypatch, b"", code=1)
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert default_author() == Author("me", "me")


@pytest.mark.parametrize(
    ("a", "b", "path"),
    [
        ("news/wire.txt", "other/paper.md", "news/wire--paper.mara.notes.yaml"),
        (None, "other/paper.md", "stdin--paper.mara.notes.yaml"),
        ("/x/wire.txt", None, "/x/wire--stdin.mara.notes.yaml"),
        ("a--b.txt", "--c d:e*.txt", "a-b--c-d-e.mara.notes.yaml"),
        (".hidden", "..", "hidden--article.mara.notes.yaml"),
        ("Zu\u0308rich 東京.txt", "हिन्दी.txt", "Zu\u0308rich-東京--हिन्दी.mara.notes.yaml"),
        ("a\nb\x1b.txt", "v1.2.txt", "a-b--v1.2.mara.notes.yaml"),
    ],
)
def test_notebook_paths(a: str | None, b: str | None, path: str) -> None:
    assert notebook_path(article(a), article(b), MARA) == Path(path)


def test_an_author_cannot_lead_out_of_the_folder() -> None:
    path = notebook_path(article("x/a.txt"), article("b.txt"), Author("../../evil", "x"))
    assert path == Path("x/a--b.evil.notes.yaml")


def test_long_names_stay_different() -> None:
    first = notebook_path(article("東" * 80 + "1.txt"), article("b" * 250), MARA)
    second = notebook_path(article("東" * 80 + "2.txt"), article("b" * 250), MARA)
    assert first != second
    assert first.name.startswith("東東")


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=120), st.text(max_size=120), st.text(max_size=60))
def test_names_are_safe_and_short(a: str, b: str, author: str) -> None:
    path = notebook_path(article(None, a), article(None, b), Author(author, "x"))
    assert path.parent == Path()
    assert len(path.name.encode()) <= 200
    assert not set(path.name) & set('/\\:*?"<>|\0\n\r\t ')
    assert path.name.endswith(".notes.yaml")
    assert path.name.count("--") == 1


def test_ids_of_one_moment_sort_as_they_were_made() -> None:
    ids = [new_id("r") for _ in range(2000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)

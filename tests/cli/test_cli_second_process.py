from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from compare_tui.article import Article, ArticleError, read_article
from compare_tui.article.head import Head, read_head
from compare_tui.cli.second_process import SecondProcess, start_second_process
from compare_tui.comparison import compare

WIRE = "The ferry left at 9:15 with 212 people.\n\nNobody was hurt, the harbour office said."
PAPER = "With 221 people the ferry left at 9:15.\n\nThe harbour office said that nobody was hurt."

Read = Callable[[], tuple[Article, Article]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    for name, text in (("wire.txt", WIRE), ("paper.txt", PAPER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return lambda: (read_article(tmp_path / "wire.txt"), read_article(tmp_path / "paper.txt"))


def started(read: Read) -> SecondProcess:
    second = start_second_process(read)
    if second is None:
        pytest.skip("this system cannot fork, or has one processor")
    return second


def test_it_reads_and_compares_as_this_process_does(read: Read) -> None:
    second = started(read)
    articles = second.articles()
    assert articles == read()
    assert second.compare(*articles, progress=lambda done, word: None) == compare(*read())


def test_it_is_gone_afterwards(read: Read) -> None:
    second = started(read)
    articles = second.articles()
    assert articles is not None
    second.compare(*articles, progress=lambda done, word: None)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_articles_that_cannot_be_read_are_left_to_this_process(read: Read) -> None:
    def refuse() -> tuple[Article, Article]:
        raise ArticleError("wire.txt is empty")

    second = started(refuse)
    assert second.articles() is None
    second.end()


def test_other_articles_are_compared_here(read: Read) -> None:
    second = started(read)
    assert second.articles() is not None
    a, b = read()
    assert second.compare(b, a, progress=lambda done, word: None) == compare(b, a)


def test_a_process_that_has_died_is_replaced(read: Read) -> None:
    second = started(read)
    articles = second.articles()
    assert articles is not None
    os.kill(second.child, 9)
    assert second.compare(*articles, progress=lambda done, word: None) == compare(*articles)


def test_a_comparison_that_nobody_wants_any_more_ends_the_process(read: Read) -> None:
    second = started(read)
    articles = second.articles()
    assert articles is not None

    def stop(done: float, word: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        second.compare(*articles, progress=stop)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_no_process_is_forked_beside_threads(read: Read) -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert start_second_process(read) is None
    finally:
        ended.set()
        thread.join()


def test_beginnings_come_before_the_articles(tmp_path: Path) -> None:
    files = [tmp_path / "wire.txt", tmp_path / "paper.txt"]
    for file in files:
        file.write_text("\n\n".join([WIRE] * 1_500), encoding="utf-8")

    def read_long() -> tuple[Article, Article]:
        return read_article(files[0]), read_article(files[1])

    def read_heads() -> tuple[Head, Head] | None:
        a, b = (read_head(str(file)) for file in files)
        return (a, b) if a is not None and b is not None else None

    for taken in (True, False):
        second = start_second_process(read_long, read_heads=read_heads)
        if second is None:
            pytest.skip("this system cannot fork, or has one processor")
        if taken:
            assert second.heads() == read_heads()
            assert second.heads() is None
        assert second.articles() == read_long()
        second.end()


def test_articles_that_are_not_long_have_no_beginnings(read: Read) -> None:
    second = start_second_process(read, read_heads=lambda: None)
    if second is None:
        pytest.skip("this system cannot fork, or has one processor")
    assert second.heads() is None
    assert second.articles() == read()
    second.end()

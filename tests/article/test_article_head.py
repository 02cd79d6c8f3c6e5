from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import read_article
from compare_tui.article.head import HEAD_SIZE, read_head

SENTENCES = (
    "The ferry left at 9:15 with 212 people.",
    "Nobody was hurt, the harbour office of Åsund said.",
    "“We had the fire under control within the hour,” said captain Ilmar Tamm, who is 51.",
    "The owner declined to comment on Mr. Tamm’s account of the night in the engine room.",
)


def text_of(paragraphs: int, end: str = "\n\n", seed: int = 0) -> str:
    return end.join(
        " ".join(SENTENCES[(seed + place + number) % 4] for number in range(1 + (seed + place) % 3))
        for place in range(paragraphs)
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "long.txt"


@given(
    paragraphs=st.integers(1_000, 1_600), seed=st.integers(0, 50), end=st.sampled_from(["\n\n", "\r\n\r\n"])
)
def test_a_beginning_has_the_first_passages_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: int, seed: int, end: str
) -> None:
    file = tmp_path_factory.mktemp("head") / "long.txt"
    file.write_bytes(text_of(paragraphs, end, seed).encode())
    head, whole = read_head(str(file)), read_article(file)
    if head is None:
        return
    count = len(head.article.passages)
    assert 300 < count < len(whole.passages)
    assert head.article.passages[:-1] == whole.passages[: count - 1]
    assert head.article.title == whole.title
    assert len(str(head.expected)) == len(str(len(whole.passages)))


def test_a_long_text_has_one(file: Path) -> None:
    file.write_text(text_of(1_500), encoding="utf-8")
    head = read_head(str(file), "The wire")
    assert head is not None
    assert head.article.source == "The wire"
    assert len(head.article.text.encode()) <= HEAD_SIZE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>" + text_of(1_500).encode(),
        text_of(1_500).encode("utf-16"),
        "Sm\xf8rbr\xf8d\n\n".encode("latin-1") + text_of(1_500).encode(),
        b"one\x00two\n\n" + text_of(1_500).encode(),
        text_of(1_500, " ").encode(),
        b"PK\x03\x04\n\n" + text_of(1_500).encode(),
    ],
    ids=["empty", "page", "utf-16", "latin-1", "binary", "one line", "archive"],
)
def test_what_does_not_tell_how_the_whole_would_look_has_none(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert read_head(str(file)) is None


def test_neither_has_a_text_whose_numbers_may_take_one_digit_more(file: Path) -> None:
    file.write_text("\n\n".join([SENTENCES[0]] * 1_010), encoding="utf-8")
    assert read_head(str(file)) is None


def test_neither_has_another_format_or_a_file_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text(text_of(1_500), encoding="utf-8")
    assert read_head(str(tmp_path / "long.md")) is None
    assert read_head(str(tmp_path / "missing.txt")) is None

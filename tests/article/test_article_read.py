from __future__ import annotations

import codecs
import hashlib
import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import Article, ArticleError, HiddenCharacter, read, read_article, read_text

STORY = """Ferries sail again

Ferry services across the strait resumed on Thursday after a four-day strike by deck
crews, the port authority said. Passengers had queued since dawn.

“We are glad,” said Ana Petrova, who speaks for the café owners of the island.
"""
HOSTILE = "aB. \n\r\t\x00\x1b\x85\u200b\u202e\ufeff\xa0\u3000“”\"'-–—*#:/1()TASSbyhttp©👩\u200d\ufe0fкم"


def check(article: Article) -> None:
    """Assert everything that holds for every article."""
    position = 0
    paragraph = 1
    for number, passage in enumerate(article.passages, 1):
        assert passage.number == number
        assert position <= passage.start < passage.end <= len(article.text)
        assert article.text[passage.start : passage.end] == passage.text == passage.text.strip()
        assert "\n" not in passage.text
        assert not article.text[position : passage.start].strip()
        assert passage.paragraph in (paragraph, paragraph + 1) or number == 1
        position, paragraph = passage.end, passage.paragraph
    assert article.passages[0].paragraph == 1
    assert not article.text[position:].strip()
    assert article.title
    assert "\n" not in article.title
    assert article.text_sha256 == hashlib.sha256(article.text.encode()).hexdigest()


@given(st.text(st.characters(exclude_categories=[])) | st.text(HOSTILE, max_size=300), st.booleans())
def test_any_text_is_an_article_or_a_clear_error(text: str, markdown: bool) -> None:
    message = ""
    try:
        check(read_text(text, source="note\n\x1b", markdown=markdown))
    except ArticleError as error:
        message = str(error)
    assert not message or message.startswith("note ␛ ")
    assert "\n" not in message


STORY_PARTS = [*STORY.split(), "\n", "\n\n", "TASS", "By Jane Doe", "U.S.", "“", "”", "- "]


@given(st.lists(st.sampled_from(STORY_PARTS), min_size=1))
def test_shuffled_stories_hold_together(parts: list[str]) -> None:
    message = ""
    try:
        check(read_text(" ".join(parts)))
    except ArticleError as error:
        message = str(error)
    assert not message or message.startswith("text holds ")


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    article = read_article(path)
    check(article)
    assert article.source == str(path)
    assert article.path == path
    assert article.title == "Ferries sail again"
    assert article.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert article.reader == "text/1"
    assert [passage.paragraph for passage in article.passages] == [1, 2, 2, 3]
    assert article.passages[1].text.endswith("deck crews, the port authority said.")


VARIANTS = {
    "crlf": STORY.replace("\n", "\r\n").encode(),
    "cr": STORY.replace("\n", "\r").encode(),
    "bom": codecs.BOM_UTF8 + STORY.encode(),
    "utf-16": STORY.encode("utf-16"),
    "utf-16-be without a mark": STORY.encode("utf-16-be"),
    "utf-32": STORY.encode("utf-32"),
    "crlf in utf-16": STORY.replace("\n", "\r\n").encode("utf-16"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_variants_of_one_file_give_the_same_article(tmp_path: Path, variant: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(VARIANTS[variant])
    article, plain = read_article(path), read_text(STORY)
    assert article.text == plain.text
    assert article.passages == plain.passages
    assert article.text_sha256 == plain.text_sha256
    assert article.hidden == ()


def test_a_byte_order_mark_in_a_string_is_dropped() -> None:
    assert read_text("\ufeff" + STORY).text == read_text(STORY).text


def test_markdown_is_told_by_the_name(tmp_path: Path) -> None:
    for name, reader in {"a.md": "markdown/1", "a.MARKDOWN": "markdown/1", "a.txt": "text/1"}.items():
        (tmp_path / name).write_text("# Ferries *sail*\n\nThey do.")
        assert read_article(tmp_path / name).reader == reader


def test_a_label_replaces_the_path(tmp_path: Path) -> None:
    path = tmp_path / "tmp123"
    path.write_text(STORY, encoding="utf-8")
    assert read_article(path, label="old/\x1bstory.txt").source == "old/␛story.txt"
    with pytest.raises(ArticleError, match=r"^old does not exist$"):
        read_article(tmp_path / "none", label="old")


def test_a_named_encoding(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("The café burned.".encode("cp1252"))
    assert read_article(path, encoding="cp1252").text == "The café burned."
    with pytest.raises(ArticleError, match="--encoding cp1252"):
        read_article(path)


def test_hidden_characters_are_findings() -> None:
    article = read_text("The ferry\u202e left.\nIt is \x1b[31mred\x1b[0m now, the captain said.")
    assert [finding.codepoint for finding in article.hidden] == [0x202E, 0x1B, 0x1B]
    assert article.hidden[0] == HiddenCharacter(9, 0x202E)
    assert all(article.text[finding.offset] in "▯␛" for finding in article.hidden)


def test_a_title_from_outside_is_cleaned() -> None:
    assert read_text(STORY, title="a\x1b\nb").title == "a␛ b"
    assert read_text(STORY, title="  ").title == "Ferries sail again"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(STORY.encode())))
    article = read_article("-")
    assert article.source == "stdin"
    assert article.path is None
    assert article.text == read_text(STORY).text


def test_empty_or_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO()))
    with pytest.raises(ArticleError, match=r"^stdin is empty$"):
        read_article("-")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ArticleError, match=r"^stdin is closed$"):
        read_article("-")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "holds only blanks"),
        (codecs.BOM_UTF8, "holds only blanks"),
        (
            b"***\n\nhttps://example.org\n\nAdvertisement",
            "holds no article, only credits, links or separators",
        ),
        (b"%PDF-1.7", "is a binary file (PDF), not text"),
        (b"a\x00b", "is a binary file (it holds NUL bytes), not text"),
        (
            b"caf\xe9",
            "is not UTF-8 (byte 0xE9 at offset 3, line 1); "
            "name its encoding with --encoding NAME, e.g. --encoding cp1252",
        ),
    ],
)
def test_what_is_no_article(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "no\x1barticle.txt"
    path.write_bytes(data)
    with pytest.raises(ArticleError) as error:
        read_article(path)
    assert str(error.value) == f"{tmp_path}/no␛article.txt {reason}"


@pytest.mark.parametrize(
    "name", ["none.txt", "no\nne.txt", "x/none.txt", "a" * 300, "nul\x00.txt", "half\udc80.txt", "\ud800"]
)
def test_a_path_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArticleError) as error:
        read_article(os.path.join(str(tmp_path), name))
    assert str(error.value).startswith(str(tmp_path))
    assert "\n" not in str(error.value)


def test_an_empty_name() -> None:
    with pytest.raises(ArticleError, match="the file name is empty"):
        read_article("")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"is a folder, not a text file$"):
        read_article(tmp_path)


def test_a_loop_of_links(tmp_path: Path) -> None:
    link = tmp_path / "loop.txt"
    link.symlink_to(link)
    with pytest.raises(ArticleError, match=r"loop\.txt cannot be read: "):
        read_article(link)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ArticleError, match=r"secret.txt cannot be read: permission denied$"):
        read_article(path)


@pytest.mark.skipif(os.name != "posix", reason="devices are files on POSIX only")
def test_devices() -> None:
    with pytest.raises(ArticleError, match=r"^/dev/null is empty$"):
        read_article("/dev/null")
    with pytest.raises(ArticleError, match=r"^/dev/zero is a device, not a text file$"):
        read_article("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(STORY.encode(),))
    writer.start()
    assert read_article(pipe).text == read_text(STORY).text
    writer.join()


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with open(path, "wb") as stream:
        stream.truncate(read.GREATEST_SIZE + 1)
    with pytest.raises(ArticleError, match=r"large.txt is too large: more than 64 MB$"):
        read_article(path)


def test_standard_input_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "GREATEST_SIZE", 10)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"eleven byte")))
    with pytest.raises(ArticleError, match=r"^stdin is too large"):
        read_article("-")


def test_importing_the_room_is_cheap() -> None:
    heavy = {"sentencex", "yaml", "html", "textual", "rich"}
    code = f"import sys, compare_tui.article; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

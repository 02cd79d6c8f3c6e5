from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.samples import PARAGRAPHS

from compare_tui.annotation import NotebookError
from compare_tui.article import ArticleError
from compare_tui.sources import read_article
from compare_tui.sources.encodings import decode_source
from compare_tui.sources.pair_list import articles_in, read_pair_list


def listed(folder: Path, text: str) -> Path:
    path = folder / "pairs.yaml"
    path.write_text(text, encoding="utf-8")
    return path


class TestPairList:
    def test_pairs_with_their_paths_names_and_notebooks(self, tmp_path: Path) -> None:
        path = listed(
            tmp_path,
            "- a: wire.txt\n  b: https://example.org/x\n"
            "- {a: git:HEAD:x.md, b: /abs/y.pdf, name: Second, notes: n.yaml, date-b: 2021-08-16}\n",
        )
        first, second = read_pair_list(path)
        assert (first.a, first.b) == (str(tmp_path / "wire.txt"), "https://example.org/x")
        assert (first.name, first.notes, first.line) == ("wire.txt | https://example.org/x", None, 1)
        assert (second.a, second.b, second.name) == ("git:HEAD:x.md", "/abs/y.pdf", "Second")
        assert (second.date_a, second.date_b) == (None, datetime.date(2021, 8, 16))
        assert (second.notes, second.line) == (tmp_path / "n.yaml", 3)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("a: x\nb: y\n", r"pairs\.yaml:1:1: expected a list of pairs"),
            ("[]\n", r"1:1: the list holds no pairs"),
            ("- a: x\n", r"1:3: \[0\]\.b: missing"),
            ("- a: x\n  b: 3\n", r"2:6: \[0\]\.b: expected text, not 3"),
            ("- a: x\n  b: y\n- a: x\n  b: '-'\n", r"4:6: \[1\]\.b: standard input cannot stand in a list"),
            ("- a: x\n  b: y\n  colour: red\n", r"3:\d+: \[0\]\.colour: unknown key"),
            ("- a: x\n  b: y\n  date-a: soon\n", r"3:\d+: \[0\]\.date-a: expected a day as YYYY-MM-DD"),
            ("- a: &x x\n  b: *x\n", r"1:6: expected a value, found the anchor"),
        ],
    )
    def test_a_mistake_is_named_with_its_place(self, tmp_path: Path, text: str, message: str) -> None:
        with pytest.raises(NotebookError, match=message):
            read_pair_list(listed(tmp_path, text))

    @given(st.text(max_size=60))
    def test_any_text_is_read_or_refused(self, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
        path = tmp_path_factory.mktemp("list") / "pairs.yaml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            pairs = read_pair_list(path)
        except NotebookError:
            return
        assert all(pair.a and pair.b for pair in pairs)

    def test_articles_of_a_folder(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a.HTML", "x.notes.yaml", ".hidden.txt", "picture.png"):
            (tmp_path / name).touch()
        (tmp_path / "folder.txt").mkdir()
        assert [path.name for path in articles_in(tmp_path)] == ["a.HTML", "b.txt"]


class TestGit:
    @pytest.fixture
    def repository(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.chdir(tmp_path)
        story = tmp_path / "stories" / "ferry.md"
        story.parent.mkdir()
        for number, text in enumerate(PARAGRAPHS[:2]):
            story.write_text(f"# Ferry {number}\n\n{text}\n", encoding="utf-8")
            who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
            if not number:
                subprocess.run(["git", "init", "-q"], check=True)
            subprocess.run(["git", "add", "."], check=True)
            subprocess.run(["git", *who, "commit", "-qm", "x"], check=True)
        return tmp_path

    def test_two_revisions(self, repository: Path) -> None:
        old = read_article("git:HEAD~1:stories/ferry.md")
        assert (old.title, old.path, old.reader) == ("Ferry 0", None, "markdown/1")
        assert PARAGRAPHS[1] in read_article("git:HEAD:stories/ferry.md").text
        assert PARAGRAPHS[1] in read_article("git::./stories/ferry.md").text

    @pytest.mark.parametrize(
        ("source", "message"),
        [
            ("git:HEAD", "expected git:REV:path"),
            ("git:--help:x", "expected git:REV:path"),
            ("git:nowhere:x", "git:nowhere:x cannot be read: "),
            ("git:HEAD:none.md", "git:HEAD:none.md cannot be read: "),
            ("git:HEAD:stories", "git:HEAD:stories is a folder, not a file"),
        ],
    )
    def test_what_is_not_there(self, repository: Path, source: str, message: str) -> None:
        with pytest.raises(ArticleError, match=message):
            read_article(source)


class TestEncodings:
    TEXT = "Паром затонул в понедельник близ Орска, сообщила береговая охрана. Все пассажиры спасены."

    def test_utf8_is_never_doubted(self) -> None:
        assert decode_source(self.TEXT.encode(), None, name="x", declared="latin-1") == (self.TEXT, ())

    def test_a_guess_is_said(self) -> None:
        text, notices = decode_source(self.TEXT.encode("cp1251"), None, name="x")
        assert text == self.TEXT
        assert notices == ("x is not UTF-8: read as cp1251, which is a guess; --encoding NAME names another",)

    def test_what_a_person_names_is_taken(self) -> None:
        data = self.TEXT.encode("koi8-r")
        assert decode_source(data, "koi8-r", name="x") == (self.TEXT, ())
        with pytest.raises(ArticleError, match="is not ASCII"):
            decode_source(data, "ascii", name="x")

    def test_without_the_library_its_extra_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "charset_normalizer", None)
        with pytest.raises(ArticleError, match=r"x is not UTF-8 .*compare-tui\[detect\]"):
            decode_source(self.TEXT.encode("cp1251"), None, name="x")

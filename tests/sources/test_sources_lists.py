from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.sources.samples import PARAGRAPHS

from compare_tui.article import ArticleError
from compare_tui.sources import read_article
from compare_tui.sources.encodings import decode_source
from compare_tui.sources.folders import articles_in


class TestFolders:
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

    @pytest.mark.parametrize(
        ("declared", "encoding", "text"),
        [
            ("gb2312", "gbk", "朱镕基星期一表示，渡轮沉没"),
            ("x-sjis", "cp932", "フェリーは①月曜日に髙橋さんが沈没"),
            ("windows-949", "cp949", "똠방각하 여객선이 월요일 침몰했다"),
            ("iso-8859-9", "cp1254", "Feribot “pazartesi” günü battı"),
            ("windows-874", "cp874", "เรือ “เฟอร์รี่” จมลง"),
            ("iso-8859-8-i", "cp1255", "המעבורת טבעה ביום שני"),
        ],
    )
    def test_the_names_of_pages_mean_what_browsers_take_them_for(
        self, declared: str, encoding: str, text: str
    ) -> None:
        assert decode_source(text.encode(encoding), None, name="x", declared=declared) == (text, ())

    @pytest.mark.parametrize("declared", ["utf-16", "unicode_escape", "utf-7", "x-user-defined"])
    def test_a_claim_that_cannot_be_true_is_not_believed(self, declared: str) -> None:
        text = "Die Fähre sank am Montag \\u0041 bei Orsk +AGE- im Nebel, Pech gehabt"
        assert decode_source(text.encode("cp1252"), None, name="x", declared=declared)[0] == text

    @pytest.mark.parametrize("text", ["Die Fähre", "é", "Noël à Paris"])
    def test_a_few_words_are_in_no_code_page_of_a_mainframe(self, text: str) -> None:
        assert decode_source(text.encode("cp1252"), None, name="x")[0] == text

    def test_utf8_is_never_doubted(self) -> None:
        assert decode_source(self.TEXT.encode(), None, name="x", declared="latin-1") == (self.TEXT, ())

    def test_a_guess_is_said(self) -> None:
        text, notices = decode_source(self.TEXT.encode("cp1251"), None, name="x")
        assert text == self.TEXT
        assert notices == ("x is not UTF-8: read as cp1251, which is a guess; --encoding NAME names another",)

    @pytest.mark.parametrize(
        ("encoding", "text"),
        [
            ("cp1252", "The mayor lost £40,000 in the deal.\n"),
            ("cp1252", "The mayor’s café lost £40,000 – “a scandal”, he said.\n"),
            ("cp1252", "Der Bürgermeister trat wegen eines Kredits zurück.\n"),
            ("cp1252", "Färjan gick på grund på måndagen. Alla räddades.\n"),
            ("cp1252", "Il sindaco si è dimesso perché c’è un prestito. La città è più povera.\n"),
            ("cp1252", "O prefeito renunciou ontem. A oposição exige eleições já, não amanhã.\n"),
            ("cp1250", "Trajekt se potopil v pondělí poblíž přístavu. Všichni cestující byli zachráněni.\n"),
            ("cp1250", "A komp hétfőn elsüllyedt a kikötő közelében. Minden utast megmentettek.\n"),
            ("cp1250", "Prom zatonął w poniedziałek koło Orska. Źródło: żółta łódź, mówiła straż.\n"),
            ("cp1253", "Το πλοίο βυθίστηκε τη Δευτέρα κοντά στο λιμάνι, είπε η ακτοφυλακή.\n"),
            ("cp1251", "Паром затонул в понедельник близ Орска, сообщила береговая охрана.\n"),
            ("shift_jis", "フェリーは月曜日にオルスク付近で沈没した。乗客は全員救助された。\n"),
        ],
    )
    def test_short_texts_of_common_encodings(self, encoding: str, text: str) -> None:
        assert decode_source(text.encode(encoding), None, name="x")[0] == text

    def test_what_a_person_names_is_taken(self) -> None:
        data = self.TEXT.encode("koi8-r")
        assert decode_source(data, "koi8-r", name="x") == (self.TEXT, ())
        with pytest.raises(ArticleError, match="is not ASCII"):
            decode_source(data, "ascii", name="x")

    def test_without_the_library_its_extra_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "charset_normalizer", None)
        with pytest.raises(ArticleError, match=r"x is not UTF-8 .*compare-tui\[detect\]"):
            decode_source(self.TEXT.encode("cp1251"), None, name="x")

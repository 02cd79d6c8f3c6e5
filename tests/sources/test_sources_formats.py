from __future__ import annotations

import datetime
import io
import re
import subprocess
import sys
import textwrap
import zlib
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from tests.sources.samples import HTML, PARAGRAPHS, archive_with, docx, paragraph, part, pdf

from compare_tui.article import Article, ArticleError
from compare_tui.sources import child, read_article
from compare_tui.sources.docx_format import read_docx
from compare_tui.sources.extract import FormatError, Limits, join_pieces
from compare_tui.sources.html_format import read_html
from compare_tui.sources.pdf_format import read_pdf, without_hyphens


def written(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def bodies(article: Article) -> list[str]:
    return [passage.text for passage in article.passages if passage.role == "body"]


class TestHtml:
    def test_the_article_its_facts_and_what_was_left_out(self, tmp_path: Path) -> None:
        article = read_article(written(tmp_path, "a.html", HTML.encode()))
        assert bodies(article)[:3] == list(PARAGRAPHS)
        assert "Second line of the paragraph." in article.text
        assert article.title == "Ferry sinks near Orsk"
        assert article.date == datetime.date(2021, 8, 16)
        assert (article.origin.author, article.origin.outlet) == ("Mara Ilves", "The Daily")
        assert article.origin.date_from == "the page"
        assert {"Home", "Sport pages", "Subscribe to our newsletter!"} <= set(article.origin.dropped)
        assert "evil" not in article.text + "".join(article.origin.dropped)
        assert article.reader == "html/1"

    def test_a_day_that_is_named_comes_before_that_of_the_page(self, tmp_path: Path) -> None:
        day = datetime.date(2020, 1, 2)
        article = read_article(written(tmp_path, "a.html", HTML.encode()), date=day)
        assert (article.date, article.origin.date_from) == (day, "")

    def test_a_page_without_a_suffix_is_told_by_its_first_bytes(self, tmp_path: Path) -> None:
        assert read_article(written(tmp_path, "page", HTML.encode())).reader == "html/1"

    def test_the_encoding_that_a_page_declares(self, tmp_path: Path) -> None:
        text = HTML.replace("utf-8", "iso-8859-1").replace("ferry sank", "Fähre “Söder” sank")
        article = read_article(written(tmp_path, "a.html", text.encode("cp1252")))
        assert "Fähre “Söder” sank" in article.text

    def test_direction_overrides_are_shown_and_listed(self, tmp_path: Path) -> None:
        text = HTML.replace("All 48", "All \u202e48").replace("Mara", "Ma\u202era\x1b[31m")
        article = read_article(written(tmp_path, "a.html", text.encode()))
        assert [hidden.codepoint for hidden in article.hidden] == [0x202E]
        assert "\u202e" not in article.text + article.origin.author
        assert "\x1b" not in article.origin.author

    def test_a_hundred_thousand_nested_tags(self, tmp_path: Path) -> None:
        page = "<html><body>\n" + "<div>" * 100_000 + "text" + "</div>" * 100_000
        path = written(tmp_path, "deep.html", page.encode())
        with pytest.raises(ArticleError, match=r"deep\.html: line 2: tags stand more than 250 deep"):
            read_article(path)

    @pytest.mark.parametrize(
        "more",
        [
            "<div></div>" * 10_000 + "<p>" * 10_000 + "<br>" * 10_000,
            "<script>" + "for(let i=0;i<n;i++){x=(y)=>z}" * 1000 + "</script>",
            "<script type='application/json'>" + '{"text": "<b>so"}' * 1000 + "</script>",
            "<style>" + "a<b>c" * 1000 + "</style>",
            "<!--" + "<div>" * 1000 + "-->",
        ],
    )
    def test_what_only_looks_like_nesting(self, more: str) -> None:
        found = read_html(HTML.replace("<nav>", more + "<nav>").encode())
        assert [text for _, text in found["pieces"][1:4]] == list(PARAGRAPHS)

    def test_a_page_is_never_read_in_part_because_of_its_depth(self) -> None:
        found = read_html(HTML.replace("<nav>", "<i>" * 240 + "</i>" * 240 + "<nav>").encode())
        assert [text for _, text in found["pieces"][1:4]] == list(PARAGRAPHS)
        with pytest.raises(FormatError, match="line 7: tags stand more than 250 deep"):
            read_html(HTML.replace("<p>", "\n" + "<i>" * 300 + "</i>" * 300 + "<p>", 1).encode())

    @pytest.mark.parametrize(
        "more",
        [
            "<p>The ship was built in 1998 in Turku and has been sold twice since then.</p>",
            "<p>Ferries sank there on 12 March 1994 and on 3 May 2003, with many dead.</p>",
            "<footer>© 2021 The Daily</footer>",
        ],
    )
    def test_no_date_is_made_of_what_the_text_speaks_of(self, tmp_path: Path, more: str) -> None:
        page = re.sub("<meta property=.article:published_time.[^>]*>", "", HTML)
        article = read_article(
            written(tmp_path, "a.html", page.replace("</article>", more + "</article>").encode())
        )
        assert (article.date, article.origin.date_from) == (None, "")

    def test_a_page_without_an_article(self, tmp_path: Path) -> None:
        with pytest.raises(ArticleError, match=r"empty\.html: no article was found|holds no article"):
            read_article(written(tmp_path, "empty.html", b"<html><body></body></html>"))

    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                ["<p>", "</p>", "<div", ">", "<li>", "text ", "\x00", "&#x202e;", "<!--", "<h1>x"]
            )
        )
    )
    def test_whatever_a_page_holds_is_read_or_refused(self, parts: list[str]) -> None:
        try:
            found = read_html("".join(parts).encode())
        except FormatError:
            return
        text, blocks = join_pieces(found["pieces"])
        assert all(text[block.start : block.end].strip() for block in blocks)


class TestDocx:
    def test_paragraphs_tables_and_facts(self, tmp_path: Path) -> None:
        row = f"<w:tbl><w:tr><w:tc>{paragraph(PARAGRAPHS[1])}</w:tc></w:tr></w:tbl>"
        body = paragraph("Ferry sinks near Orsk", "Heading1") + paragraph(PARAGRAPHS[0]) + row
        deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        data = docx(body + deleted, **{"word/footnotes.xml": part("footnotes", "A note.")})
        article = read_article(written(tmp_path, "a.docx", data))
        assert bodies(article) == list(PARAGRAPHS[:2])
        assert article.passages[0].role == "headline"
        assert article.origin.author == "Mara Ilves"
        assert article.date == datetime.date(2021, 8, 17)
        assert article.origin.dropped == ("the footnotes", "words that tracked changes delete")

    def test_a_zip_bomb(self, tmp_path: Path) -> None:
        path = written(tmp_path, "bomb.docx", docx(paragraph("x" * (70 << 20))))
        assert Path(path).stat().st_size < 1 << 20
        with pytest.raises(ArticleError, match=r"bomb\.docx: word/document\.xml unpacks to more than 64 MB"):
            read_article(path)

    def test_tracked_changes_are_accepted(self) -> None:
        moved = "<w:r><w:t>Moved.</w:t></w:r>"
        ends = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One half, </w:t></w:r></w:p>"
        before = "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val='Title'/></w:pPr></w:pPrChange></w:pPr>"
        found = read_docx(
            docx(
                f"<w:p><w:moveFrom>{moved}</w:moveFrom></w:p>{paragraph('Stays.')}"
                f"<w:p><w:moveTo>{moved}</w:moveTo></w:p>{ends}{paragraph('other half.')}"
                f"{before}<w:r><w:t>No heading any more.</w:t></w:r></w:p>"
            )
        )
        assert found["pieces"] == [
            ("text", "Stays."),
            ("text", "Moved."),
            ("text", "One half, other half."),
            ("text", "No heading any more."),
        ]

    def test_a_text_box_is_read_once_and_hidden_words_are_left_out(self) -> None:
        box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
        twice = (
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )
        hidden = (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret. </w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>"
        )
        found = read_docx(docx(f"<w:p><w:r>{twice}</w:r></w:p>{hidden}"))
        assert found["pieces"] == [("text", "In the box."), ("text", "Seen.")]
        assert found["dropped"] == ["hidden words"]

    def test_headings_are_known_by_the_english_name_of_their_style(self) -> None:
        style = part("styles", '<w:style w:styleId="Nagwek1"><w:name w:val="heading 1"/></w:style>', raw=True)
        found = read_docx(docx(paragraph("Prom zatonął", "Nagwek1"), **{"word/styles.xml": style}))
        assert found["pieces"] == [("heading", "Prom zatonął")]

    def test_parts_that_word_writes_without_words_are_not_called_left_out(self) -> None:
        frame = part("footnotes", "<w:footnote><w:p><w:r><w:separator/></w:r></w:p></w:footnote>", raw=True)
        more = {"word/footnotes.xml": frame, "word/header1.xml": b"<broken"}
        assert read_docx(docx(paragraph("x"), **more))["dropped"] == []

    def test_the_strict_form_and_a_main_part_of_another_name(self) -> None:
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/>'
            "</Relationships>"
        )
        strict = part("document", PARAGRAPHS[0]).replace(
            b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml"
        )
        other = {"_rels/.rels": relations.encode(), "word/document2.xml": strict}
        assert read_docx(docx(paragraph("not this"), **other))["pieces"] == [("text", PARAGRAPHS[0])]

    def test_a_file_locked_by_a_password(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        with pytest.raises(ArticleError, match=r"a\.docx: it is locked by a password, or an old Word file"):
            read_article(path)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities_are_refused_wherever_they_stand(self, encoding: str) -> None:
        late = f"<?xml version='1.0' encoding='{encoding}'?>{' ' * 70_000}<!DOCTYPE l [<!ENTITY a 'b'>]><l/>"
        with pytest.raises(FormatError, match="declares entities"):
            read_docx(docx("", **{"word/document.xml": late.encode(encoding)}))

    def test_entities_and_depth_are_refused(self) -> None:
        with pytest.raises(FormatError, match="deep"):
            read_docx(docx("<w:p>" * 1000 + "</w:p>" * 1000))
        with pytest.raises(FormatError, match="declares entities"):
            read_docx(archive_with("<!DOCTYPE l [<!ENTITY a 'lol'>]><l>&a;</l>"))

    def test_another_archive(self, tmp_path: Path) -> None:
        with pytest.raises(ArticleError, match=r"a\.docx: it is a broken DOCX file"):
            read_article(written(tmp_path, "a.docx", b"PK\x03\x04nonsense"))

    @settings(max_examples=60, deadline=None)
    @given(st.binary(max_size=40), st.integers(0, 400))
    def test_damage_is_an_error_of_ours(self, noise: bytes, at: int) -> None:
        data = docx(paragraph(PARAGRAPHS[0]))
        try:
            read_docx(data[:at] + noise + data[at + len(noise) :])
        except FormatError:
            return


class TestPdf:
    def test_lines_pages_and_facts(self, tmp_path: Path) -> None:
        pages = [
            [
                "The Daily",
                "The ferry sank on Monday near Orsk, the coast-",
                "guard said in a statement.",
                "1",
            ],
            ["The Daily", "All 48 passengers were saved.", "2"],
            ["The Daily", "Nobody was hurt.", "3"],
        ]
        article = read_article(written(tmp_path, "a.pdf", pdf(pages)))
        text = " ".join(article.text.split())
        assert "the coastguard said in a statement." in text
        assert "All 48 passengers were saved." in text
        assert "The Daily" in article.origin.dropped
        assert "The Daily" not in article.text
        assert (article.title, article.origin.author) == ("Ferry sinks near Orsk", "Mara Ilves")

    def test_running_heads_and_feet_with_numbers_and_dates(self) -> None:
        words = ("anchor", "barge", "canal", "depth", "engine", "fog", "gale", "harbour")
        body = [[f"The {word} {page} was not seen again by" for word in words] for page in ("one", "two")]
        heads = [["The Daily, 16 August 2021", f"page {at}"] for at in (1, 2)]
        found = read_pdf(pdf([[*heads[0], *body[0]], [*body[1], "The Daily, 16 August 2021", "page 2"]]))
        text = " ".join(piece for _, piece in found["pieces"])
        assert found["dropped"] == ["The Daily, 16 August 2021", "page 1", "page 2"]
        assert all(line in text for page in body for line in page)

    def test_a_line_of_the_article_that_comes_again_stays(self) -> None:
        pages = [[PARAGRAPHS[0], *(f"{name} was saved {word}." for name in "ABCDEFG")] for word in PARAGRAPHS]
        pages[1][4] = PARAGRAPHS[0]
        found = read_pdf(pdf(pages))
        assert found["dropped"] == []

    def test_narrow_columns_and_a_title_above_them(self) -> None:
        lines = ["Ferry sinks near Orsk"]
        for text in PARAGRAPHS:
            lines += textwrap.wrap(text, 26)
        assert read_pdf(pdf([lines]))["pieces"][0] == ("text", "Ferry sinks near Orsk")
        got = [" ".join(text.split()) for _, text in read_pdf(pdf([lines]))["pieces"]]
        assert got == ["Ferry sinks near Orsk", *PARAGRAPHS]

    def test_ligatures_and_hyphens_at_line_ends(self) -> None:
        lines = [
            "A well-known of\\256cer saw the well-",
            "known ferry on its ex-",
            "traordinary way to Orsk.",
        ]
        fi = "/Encoding << /Type /Encoding /Differences [174 /fi] >> >>"
        data = pdf([lines]).replace(b"/BaseFont /Helvetica >>", b"/BaseFont /Helvetica " + fi.encode())
        text = " ".join(read_pdf(data)["pieces"][0][1].split())
        assert text == "A well-known officer saw the well-known ferry on its extraordinary way to Orsk."

    @pytest.mark.parametrize(
        ("lines", "text"),
        [
            ("źród-\nło", "źródło"),
            ("пасса-\nжиры", "пассажиры"),
            ("Rio-\nGrande", "Rio-\nGrande"),
            ("1998-\n99", "1998-\n99"),
        ],
    )
    def test_hyphens_in_other_languages(self, lines: str, text: str) -> None:
        assert without_hyphens(lines) == text

    def test_a_pdf_with_a_password(self, tmp_path: Path) -> None:
        writer = PdfWriter()
        writer.append(io.BytesIO(pdf([list(PARAGRAPHS)])))
        writer.encrypt("secret", algorithm="RC4-128")
        path = tmp_path / "a.pdf"
        writer.write(path)
        with pytest.raises(ArticleError, match=r"a\.pdf: the PDF is locked by a password"):
            read_article(path)

    @pytest.mark.skipif(find_spec("cryptography") is not None, reason="AES can be read here")
    def test_a_pdf_that_nothing_here_can_decrypt_says_what_is_wanting(self) -> None:
        path = Path(__file__).parents[1] / "data" / "sources" / "encrypted-aes.pdf"
        with pytest.raises(
            ArticleError, match=r"encrypted with AES, which needs .* pip install cryptography"
        ):
            read_article(path)

    def test_a_hundred_thousand_declared_pages(self, tmp_path: Path) -> None:
        path = written(tmp_path, "long.pdf", pdf([["x"]], declared=100_000))
        with pytest.raises(ArticleError, match=r"long\.pdf: the PDF declares 100,000 pages; at most 500"):
            read_article(path)

    def test_a_packed_bomb(self) -> None:
        plain = pdf([["hello"]])
        start = plain.index(b"5 0 obj")
        end = plain.index(b"endobj", start)
        packed = zlib.compress(b" " * 200_000_000)
        stream = b"5 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\n"
        bomb = plain[:start] + stream % (len(packed), packed) + plain[end:]
        with pytest.raises(FormatError, match="Limit reached while decompressing"):
            child.take_apart("pdf", bomb)

    def test_pages_that_turn_in_a_circle(self) -> None:
        with pytest.raises(FormatError, match="broken PDF"):
            read_pdf(pdf([["x"]]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"))

    def test_a_scan(self, tmp_path: Path) -> None:
        with pytest.raises(ArticleError, match="holds no text: it may be a scan"):
            read_article(written(tmp_path, "scan.pdf", pdf([[""]])))

    @settings(max_examples=60, deadline=None)
    @given(st.binary(max_size=40), st.integers(0, 900))
    def test_damage_is_an_error_of_ours(self, noise: bytes, at: int) -> None:
        data = pdf([list(PARAGRAPHS)])
        try:
            read_pdf(data[:at] + noise + data[at + len(noise) :])
        except FormatError:
            return


class TestChild:
    def test_time_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(FormatError, match="took more than 0 seconds"):
            child.take_apart("html", HTML.encode(), Limits(seconds=0))

    @pytest.mark.skipif(sys.platform != "linux", reason="memory is held to on Linux")
    def test_memory_is_bounded(self) -> None:
        with pytest.raises(FormatError, match=r"memory|failed"):
            child.take_apart("html", HTML.encode(), Limits(bytes=40 << 20))

    @pytest.mark.parametrize(("kind", "extra"), [("html", "web"), ("pdf", "pdf")])
    def test_a_missing_extra_says_which_command_installs_it(self, kind: str, extra: str) -> None:
        code = (
            "import sys\n"
            "for name in ('trafilatura', 'pypdf', 'lxml'): sys.modules[name] = None\n"
            "from compare_tui.sources.child import main\n"
            f"sys.exit(main([{kind!r}, '30', str(1 << 30)]))"
        )
        done = subprocess.run([sys.executable, "-c", code], input=b"<html><p>x", capture_output=True)
        assert done.returncode == 4
        assert child.reason_of(4, kind, b"", Limits()) == (
            f"{kind.upper()} needs the extra {extra}: python3 -m pip install 'compare-tui[{extra}]'"
        )

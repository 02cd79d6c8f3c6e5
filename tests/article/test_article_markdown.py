from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_tui.article import ArticleError, HiddenCharacter, read_text
from compare_tui.article.clean import clean
from compare_tui.article.markdown import render_markdown

LEAD = "Ferry services across the strait resumed on Thursday after a four-day strike by deck crews."


def text(source: str) -> str:
    return render_markdown(source).text


@pytest.mark.parametrize(
    ("source", "rendered"),
    [
        ("# Ferries sail again", "Ferries sail again"),
        ("## Ferries sail again ##", "Ferries sail again"),
        ("Ferries\n=======", "Ferries"),
        ("a *b* **c** _d_ __e__ ***f*** ~~g~~", "a b c d e f g"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("5 * 3 and *open", "5 * 3 and *open"),
        ('[text](https://example.org/a_(b) "title") here', "text here"),
        ("[text][ref] here\n\n[ref]: https://example.org", "text here"),
        ("see <https://example.org/a>", "see https://example.org/a"),
        ("a `*code*` span", "a *code* span"),
        ("a ``x ` y`` span", "a x ` y span"),
        (r"\*not\* \_emphasis\_", "*not* _emphasis_"),
        ("AT&amp;T &copy; &#233; &quot;x&quot;", 'AT&T © é "x"'),
        ("line<br>break <em>x</em> <!-- gone -->y", "linebreak x y"),
        ("soft\nbreak", "soft break"),
        ("> quoted\n> text", "quoted text"),
        ("> > twice", "twice"),
        ("claim[^1] made\n\n[^1]: The note.", "claim made\n\nThe note."),
        ("- one\n- two\n  goes on\n1. three\n- [x] done", "one\ntwo goes on\nthree\ndone"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a   b\n1   2"),
        ("```python\nx = *y*\n```", "x = *y*"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ("![A ferry](ferry.jpg)", "A ferry"),
        ("[![A ferry](ferry.jpg)](https://example.org)", "A ferry"),
        ("hard  \nbreak", "hard\nbreak"),
    ],
)
def test_marks_come_off(source: str, rendered: str) -> None:
    assert text(source) == rendered


@pytest.mark.parametrize("entity", ["&#27;", "&#8238;", "&ZeroWidthSpace;", "&#10;", "&nosuch;", "&#xD800;"])
def test_entities_smuggle_nothing_in(entity: str) -> None:
    rendered = text(f"a {entity} b")
    assert clean(rendered) == rendered
    assert "\n" not in rendered


def test_front_matter_gives_title_and_stays_out() -> None:
    article = read_text(
        f'---\ntitle: "Ferries: the deal"\nauthor: Jane Doe\ntags:\n  - sea\n---\n{LEAD}', markdown=True
    )
    assert article.title == "Ferries: the deal"
    assert article.text == LEAD
    assert article.reader == "markdown/1"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert text(f"---\n{LEAD}\n---\nmore") != "more"


def test_roles_follow_the_markup() -> None:
    source = (
        f"# Ferries sail again.\n*By Jane Doe*\n*16 August 2021*\n\n{LEAD}\n\n"
        "![A ferry leaves](f.jpg)\n\n### Why\n\n- It was time."
    )
    article = read_text(source, markdown=True)
    assert [(passage.role, passage.text) for passage in article.passages] == [
        ("headline", "Ferries sail again."),
        ("furniture", "By Jane Doe"),
        ("furniture", "16 August 2021"),
        ("body", LEAD),
        ("caption", "A ferry leaves"),
        ("headline", "Why"),
        ("body", "It was time."),
    ]
    assert article.title == "Ferries sail again."


def test_hidden_characters_are_found_at_their_rendered_place() -> None:
    article = read_text("## A **b**old\u202e word [here](http://x/\u200b)", markdown=True)
    assert article.text == "A bold▯ word here"
    assert article.hidden == (HiddenCharacter(6, 0x202E),)


@given(st.text() | st.text("#*_`~[]()!<>&;|\\-=+ \n1.:/ab^x"))
def test_any_text_can_be_rendered(source: str) -> None:
    rendered = render_markdown(clean(source))
    assert len(rendered.origin) == len(rendered.text)
    assert clean(rendered.text) == rendered.text
    position = 0
    for block in rendered.blocks:
        assert not rendered.text[position : block.start].strip()
        inside = rendered.text[block.start : block.end]
        assert inside == inside.strip() != ""
        assert "\n" not in inside
        position = block.end
    assert position == len(rendered.text)


@given(st.text(st.characters(categories=["L", "Nd"], max_codepoint=0x2FF)) | st.text("abc .,\n"))
def test_text_without_marks_keeps_its_words(source: str) -> None:
    assert text(clean(source)).split() == clean(source).split()


@given(st.text("#*_`~[]()!<>&;|\\-=+ \n1.:/ab^\x1b\u202e👩\u200d"))
def test_reading_markdown_never_fails_otherwise(source: str) -> None:
    try:
        article = read_text(source, markdown=True)
    except ArticleError:
        return
    for finding in article.hidden:
        assert article.text[finding.offset] in "▯␛"

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browser import chromium
from tests.report.conftest import GOLDEN

from compare_tui.report.document import Report
from compare_tui.report.html_report import html_report


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def page_file(report: Report, tmp_path: Path) -> str:
    path = tmp_path / "report.html"
    path.write_text(html_report(report), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_axe_finds_nothing_to_complain_of(browser: Browser, page_file: str, scheme: str, width: int) -> None:
    _check(browser, page_file, scheme, width)


@pytest.mark.parametrize(("scheme", "width"), [("light", 400), ("dark", 1400)])
def test_axe_finds_nothing_in_a_review_either(browser: Browser, scheme: str, width: int) -> None:
    _check(browser, (GOLDEN / "review.html").as_uri(), scheme, width)


def _check(browser: Browser, page_file: str, scheme: str, width: int) -> None:
    # The checker is a script from elsewhere, which the policy of the page would refuse.
    context = browser.new_context(
        bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    page.goto(page_file)
    result = Axe().run(page)
    assert result.response["violations"] == []
    passed = {rule["id"] for rule in result.response["passes"]}
    assert {"color-contrast", "landmark-one-main", "page-has-heading-one", "label", "html-has-lang"} <= passed
    context.close()


def opened(browser: Browser, page_file: str) -> tuple[Page, list[str], list[str]]:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file)
    return page, said, asked


def test_the_filter_shows_rows_with_all_words(browser: Browser, page_file: str) -> None:
    page, said, asked = opened(browser, page_file)
    rows = page.locator("tbody tr:visible")
    all_ = rows.count()
    page.get_by_label("Show only rows with these words").fill("DRIVER hurt")
    assert 0 < rows.count() < all_
    for text in rows.all_text_contents():
        assert "driver was hurt" in text.lower()
    assert page.locator("#count").text_content() == f"{rows.count()} of {all_} rows"
    page.get_by_label("Show only rows with these words").fill("")
    assert rows.count() == all_
    assert said == []
    assert asked == [page_file]
    page.close()


def test_the_first_key_leads_to_the_comparison(browser: Browser, page_file: str) -> None:
    page, _, _ = opened(browser, page_file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.close()


def test_the_paper_has_all_rows_and_no_controls(browser: Browser, page_file: str) -> None:
    page, _, _ = opened(browser, page_file)
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("search").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.close()


@pytest.mark.parametrize(("media", "width"), [("screen", 1280), ("print", 718), ("screen", 400)])
def test_no_short_word_is_broken_and_no_column_is_a_few_letters_wide(
    browser: Browser, page_file: str, media: str, width: int
) -> None:
    page, _, _ = opened(browser, page_file)
    page.emulate_media(media="print" if media == "print" else "screen")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(BROKEN_WORDS) == []
    widths = page.evaluate("[...document.querySelectorAll('.sides td[dir]')].map((cell) => cell.clientWidth)")
    assert min(widths) >= 110
    page.close()


BROKEN_WORDS = """
() => [...document.querySelectorAll("section:nth-of-type(2) td")].filter((cell) => {
  if (cell.textContent.includes("://")) return false;
  const range = document.createRange();
  return [...cell.textContent.matchAll(/[\\p{L}]+/gu)].some((word) => {
    range.setStart(cell.firstChild, word.index);
    range.setEnd(cell.firstChild, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
  });
}).map((cell) => cell.textContent)
"""
"""Cells with words, not addresses, that stand on two lines."""

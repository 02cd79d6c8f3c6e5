from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compare_tui.annotation.model import Author
from compare_tui.annotation.notebook import Notebook
from compare_tui.article.model import Article, Passage, Role, Span
from compare_tui.comparison.model import Comparison, Difference, Kind, Link, Order, Severity, Strength
from compare_tui.tui.app import CompareApp

Sentence = tuple[Role, int, str]
"""Role, paragraph and text."""

WIRE: tuple[Sentence, ...] = (
    ("headline", 1, "Ferry with 212 aboard catches fire off Tallinn"),
    (
        "body",
        2,
        "A ferry carrying 212 people caught fire off Tallinn on Tuesday evening, the coast guard said.",
    ),
    ("body", 2, "All passengers were brought ashore by midnight."),
    ("body", 3, "“We had the fire under control within the hour,” said captain Ilmar Tamm."),
    ("body", 3, "At least 14 people were treated for smoke."),
    ("body", 4, "The ship, built in 1998, was on its way to Helsinki."),
    ("body", 5, "The owner declined to comment."),
    ("furniture", 6, "Photo: Harbour Press"),
)
PAPER: tuple[Sentence, ...] = (
    ("headline", 1, "Fire on Baltic ferry: dozens hurt"),
    (
        "body",
        2,
        "Dozens of people were hurt when a ferry with about 200 on board burned near Tallinn on Tuesday.",
    ),
    ("furniture", 3, "HP"),
    ("body", 4, "Captain Ilmar Tam told reporters the crew “had the blaze under control within two hours”."),
    ("body", 5, "The last passengers left the ship after midnight, the coast guard said."),
    ("body", 5, "The vessel was bound for Helsinki."),
    ("body", 6, "It is the third fire on this route in two years."),
    ("body", 7, "A ferry with some 200 people aboard caught fire on Tuesday."),
)
LINKS: tuple[tuple[int, int, float, Strength, Order, tuple[str, ...]], ...] = (
    (1, 1, 0.22, "possible", "in order", ("ferry", "fire")),
    (2, 2, 0.58, "confident", "in order", ("ferry", "Tallinn", "Tuesday")),
    (2, 8, 0.47, "confident", "moved", ("ferry", "fire", "Tuesday")),
    (3, 5, 0.41, "confident", "moved", ("passengers", "midnight")),
    (4, 4, 0.63, "confident", "in order", ("control", "Ilmar", "captain")),
    (5, 2, 0.35, "possible", "in order", ("people",)),
    (6, 6, 0.39, "confident", "in order", ("Helsinki",)),
)
DIFFERENCES: tuple[tuple[int, int, Kind, Severity, str | None, str | None, str], ...] = (
    (2, 2, "number", "major", "212", "about 200", "an exact number against a rounded one"),
    (2, 2, "attribution", "minor", "the coast guard said", None, "only A names its source"),
    (2, 8, "number", "major", "212", "some 200", "an exact number against a rounded one"),
    (2, 8, "style", "style", "A ferry carrying", "A ferry with", "spelling"),
    (3, 5, "time", "major", "by midnight", "after midnight", "the hour differs"),
    (4, 4, "quote", "major", "within the hour", "within two hours", "the words of a quotation differ"),
    (4, 4, "who", "major", "Tamm", "Tam", "spelling of a name"),
    (5, 2, "number", "major", "At least 14", "Dozens", "a vague number against an exact one"),
    (6, 6, "wording", "minor", "ship", "vessel", "another word for the same"),
    (6, 6, "omission", "minor", "built in 1998", None, "a detail of A that B leaves out"),
)


def make_article(source: str, sentences: tuple[Sentence, ...], day: date | None = None) -> Article:
    passages: list[Passage] = []
    text, paragraph = "", 0
    for number, (role, block, words) in enumerate(sentences, 1):
        text += "" if not text else " " if block == paragraph else "\n"
        paragraph = block
        passages.append(Passage(number, len(text), len(text) + len(words), block, role, words))
        text += words
    title = sentences[0][2] if sentences else ""
    return Article(source, title, text, tuple(passages), "0" * 64, "0" * 64, date=day)


def span_of(article: Article, number: int, words: str | None) -> Span | None:
    if words is None:
        return None
    passage = article.passages[number - 1]
    start = passage.start + passage.text.index(words)
    return article.span(start, start + len(words))


def compare_ferries(
    a: Article, b: Article, *, progress: Callable[[float, str], None] | None = None
) -> Comparison:
    if progress is not None:
        progress(0.5, "linking")
    links = {
        (i, j): Link(i - 1, j - 1, score, strength, shared, order)
        for i, j, score, strength, order, shared in LINKS
    }
    differences = tuple(
        Difference(kind, severity, links[i, j], span_of(a, i, left), span_of(b, j, right), reason)
        for i, j, kind, severity, left, right, reason in DIFFERENCES
    )
    linked_a, linked_b = {link.a for link in links.values()}, {link.b for link in links.values()}
    return Comparison(
        a,
        b,
        tuple(links.values()),
        differences,
        tuple(p for i, p in enumerate(a.passages) if i not in linked_a and p.role != "furniture"),
        tuple(p for i, p in enumerate(b.passages) if i not in linked_b and p.role != "furniture"),
    )


@pytest.fixture
def wire() -> Article:
    return make_article("wire.txt", WIRE, date(2026, 3, 4))


@pytest.fixture
def paper() -> Article:
    return make_article("paper.txt", PAPER, date(2026, 3, 5))


@pytest.fixture
def ferries(wire: Article, paper: Article) -> Comparison:
    return compare_ferries(wire, paper)


@pytest.fixture
def notebook(tmp_path: Path, wire: Article, paper: Article) -> Notebook:
    return Notebook.open(tmp_path / "wire--paper.mara.notes.yaml", wire, paper, Author("mara", "Mara Ilves"))


@pytest.fixture
def make_app(wire: Article, paper: Article) -> Callable[..., CompareApp]:
    """Make the program for another notebook of the same pair."""

    def make(notebook: Notebook, theme: str = "paper-dark") -> CompareApp:
        return CompareApp(wire, paper, notebook, compare=compare_ferries, theme=theme, clock=lambda: "12:04")

    return make


@pytest.fixture
def app(make_app: Callable[..., CompareApp], notebook: Notebook) -> CompareApp:
    return make_app(notebook)


@pytest.fixture
def settled() -> Callable[[Pilot[None]], Awaitable[None]]:
    """Wait until the comparison is there and shown."""

    async def wait(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return wait


@pytest.fixture
def rows() -> Callable[[CompareApp], list[str]]:
    """Read the rows of the screen as text."""

    def read(app: CompareApp) -> list[str]:
        return [strip.text.ljust(app.size.width) for strip in app.screen._compositor.render_strips(app.size)]

    return read

"""What a reviewer of twenty notebooks waits for: the list, and the answer to each key."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.invented import invented_pair
from benchmarks.pseudo_terminal import Program
from benchmarks.tables import Table
from compare_tui.annotation import Annotation, Author, NotebookFile, make_anchor, write_notebook
from compare_tui.annotation.notebook_file import describe_article
from compare_tui.article import Article, read_article

PEOPLE, EACH = 20, 500
"""People whose notebooks are reviewed, and the annotations of each."""

WORDS = 10_000
"""Words of each article."""

SITUATIONS = ("spread", "in one passage", "on the same words")
"""How the annotations lie: each person's over the whole text, near those of the others; or all together."""

RUNS = 5
KEYS = ("j", "k", "j", "]", "a", "j", "x", "]", "[", "G", "k", "a", "u", "\x12", "t", "0")
"""What is pressed while reviewing."""

ROUNDS = 6
"""How often all of ``KEYS`` are pressed."""

LIST = " of 10000"
"""Stands on the screen as soon as the list is there: "all: 10000 of 10000"."""

PATIENCE = 120.0
"""Seconds after which a list that does not come is given up."""

_TAGS = ("number", "time", "who", "place", "quote", "attribution")
_TIME = "2026-11-22T10:15:02Z"


def print_tables() -> list[Table]:
    """Print the processor time from the command to the list, and how long keys take from then on."""
    table = Table(
        "reviewing",
        [("20 × 500 annotations", 22), ("list, CPU s", -12), *((f"key {how} ms", -14) for how in _KEY_TIMES)],
    )
    for how in SITUATIONS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            command = [sys.executable, "-m", "compare_tui", *write_situation(folder, how)]
            taken = [_until_list(command, folder) for _ in range(RUNS)]
            table.add(how, f"{statistics.median(taken):.2f}", *_keys(command, folder))
    return [table]


_KEY_TIMES = ("median", "p95", "worst")


def write_situation(folder: Path, how: str) -> list[str]:
    """Write two articles and the notebooks of twenty people.

    Args:
        folder: Where they go.
        how: One of ``SITUATIONS``.

    Returns:
        The words of the command that reviews them.
    """
    dice = random.Random(17)
    invented = invented_pair(WORDS)
    files = [folder / "wire.txt", folder / "paper.txt"]
    for file, text in zip(files, (invented.a, invented.b), strict=True):
        file.write_text(text, encoding="utf-8")
    articles = [read_article(file) for file in files]
    places = [[_place(dice, article, how) for article in articles] for _ in range(EACH)]
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    for number in range(PEOPLE):
        path = notebooks / f"wire--paper.p{number:02}.notes.yaml"
        a, b = (describe_article(article, path) for article in articles)
        annotations = tuple(
            _annotation(dice, f"a-p{number:02}{index:04}", articles, place, how)
            for index, place in enumerate(places)
        )
        author = Author(f"p{number:02}", f"Person {number}")
        held = NotebookFile(f"f-p{number:02}", author, a, b, "news-discrepancies/1", annotations)
        path.write_bytes(write_notebook(held))
    return ["review", "--author", "rita", *map(str, [*files, notebooks])]


def _place(dice: random.Random, article: Article, how: str) -> tuple[int, int]:
    """Return where something is marked: the room for words that begin and end nearly alike."""
    if how == "spread":
        start = dice.randrange(len(article.text) - 100)
        return start, start + dice.randrange(20, 60)
    passage = max(article.passages, key=lambda one: one.end - one.start)
    if how == "on the same words":
        return passage.start, passage.end
    start = dice.randrange(passage.start, passage.end - 70)
    return start, start + dice.randrange(20, 60)


def _annotation(
    dice: random.Random, id_: str, articles: Sequence[Article], places: Sequence[tuple[int, int]], how: str
) -> Annotation:
    drift = 1 if how == "on the same words" else 6
    a, b = (
        make_anchor(article, start + dice.randrange(drift), end + dice.randrange(drift))
        for article, (start, end) in zip(articles, places, strict=True)
    )
    return Annotation(
        id=id_,
        tag=dice.choice(_TAGS),
        relation="conflict",
        severity="major",
        confidence="high",
        status="open",
        a=a,
        b=b,
        note="",
        created=_TIME,
        modified=_TIME,
    )


def _env(folder: Path) -> dict[str, str]:
    home = str(folder / "home")
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    return dict.fromkeys(names, home)


def _until_list(command: Sequence[str], folder: Path) -> float:
    """Return the seconds of processor time, of all its processes, from the start until the list is there."""
    with Program(command, env=_env(folder)) as running:
        running.wait_for(LIST, PATIENCE)
        return running.computed_by_all()


def _keys(command: Sequence[str], folder: Path) -> list[str]:
    """Return median, 95th percentile and most milliseconds from a key to the screen."""
    with Program(command, env=_env(folder)) as running:
        running.wait_for(LIST, PATIENCE)
        running.settle(2.0)
        answers = [running.press(key) for key in KEYS * ROUNDS]
    times = sorted(1000 * taken for taken in answers if taken is not None)
    return [f"{time:.1f}" for time in (statistics.median(times), times[len(times) * 95 // 100], times[-1])]

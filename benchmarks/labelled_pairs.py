"""Our own labelled pairs of articles, and what became of their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.scorers import Pairs, Task
from compare_tui import Article, Difference, Link, Span, read_article

DATA = Path(__file__).resolve().parents[1] / "tests" / "data"


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two articles and what people saw in them.

    Attributes:
        name: Its folder.
        a: The first article.
        b: The second article.
        expected: The labels, as in ``expected.yaml``.
        ends: For the id of each labelled link its two passages.
    """

    name: str
    a: Article
    b: Article
    expected: dict[str, Any]
    ends: dict[str, tuple[int, int]]

    def obvious(self) -> Pairs:
        """Return the links that any reader would draw."""
        return {self.ends[link["id"]] for link in self.expected["links"] if link["obvious"]}

    def false_friends(self) -> Pairs:
        """Return the passages that share words, names or figures and must not be linked."""
        return {
            (_place(self.a, one["a"]), _place(self.b, one["b"]))
            for one in self.expected.get("false_friends") or ()
        }

    def task(self) -> Task:
        """Return what is to be linked; pairs with furniture are neither right nor wrong."""
        furniture = {
            (i, j)
            for i, x in enumerate(self.a.passages)
            for j, y in enumerate(self.b.passages)
            if "furniture" in (x.role, y.role)
        }
        gold = set(self.ends.values())
        a, b = ([passage.text for passage in article.passages] for article in (self.a, self.b))
        return Task(a, b, gold, furniture - gold)

    def gold_links(self) -> list[Link]:
        """Return the labelled links; the obvious ones as confident."""
        best: dict[tuple[int, int], bool] = {}
        for link in self.expected["links"]:
            ends = self.ends[link["id"]]
            best[ends] = best.get(ends, False) or bool(link["obvious"])
        return [
            Link(i, j, 0.6 if obvious else 0.3, "confident" if obvious else "possible")
            for (i, j), obvious in sorted(best.items())
        ]


@dataclass(slots=True)
class Tally:
    """What became of the labelled differences of some pairs.

    Attributes:
        linked: For each kind the labelled differences whose passages are linked.
        found: Those of them where a difference was reported on the labelled words.
        right_kind: Those of them where it has the labelled kind, or one that fits as well.
        obvious: Labelled differences that any reader would point at, in linked passages.
        obvious_found: Those of them where a difference was reported on the labelled words.
        agreements: Labelled agreements whose passages are linked.
        flagged: Those of them where a difference was reported.
        unlabelled: Reported differences that meet no label.
        links: Links that were searched.
    """

    linked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right_kind: Counter[str] = field(default_factory=Counter)
    obvious: int = 0
    obvious_found: int = 0
    agreements: int = 0
    flagged: int = 0
    unlabelled: int = 0
    links: int = 0


def read_groups() -> dict[str, list[LabelledPair]]:
    """Read the development pairs, the held-back ones and those in other languages."""
    split = yaml.safe_load((DATA / "pairs" / "split.yaml").read_text(encoding="utf-8"))
    return {
        "development": [read_pair(DATA / "pairs" / name) for name in split["development"]],
        "held back": [read_pair(DATA / "pairs" / name) for name in split["held_back"]],
        "other languages": [
            read_pair(path.parent) for path in sorted(DATA.glob("languages/*/expected.yaml"))
        ],
    }


def read_pair(folder: Path) -> LabelledPair:
    """Read ``a.txt``, ``b.txt`` and ``expected.yaml`` of a folder."""
    a, b = read_article(folder / "a.txt"), read_article(folder / "b.txt")
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    ends = {link["id"]: (_place(a, link["a"]), _place(b, link["b"])) for link in expected["links"]}
    return LabelledPair(folder.name, a, b, expected, ends)


def _place(article: Article, snippet: str) -> int:
    words = _flat(snippet)
    return next(index for index, passage in enumerate(article.passages) if words in _flat(passage.text))


def _flat(text: str) -> str:
    return " ".join(text.split())


def tally_of(
    pairs: Sequence[LabelledPair],
    links: Sequence[Sequence[Link]],
    differences: Sequence[Sequence[Difference]],
) -> Tally:
    """Count what the differences that were found say about the labels.

    Differences of style, which are hidden unless asked for, count for labels of that kind alone.
    """
    tally = Tally()
    for pair, searched, found in zip(pairs, links, differences, strict=True):
        linked = {(link.a, link.b) for link in searched}
        tally.links += len(linked)
        said = {n for n, one in enumerate(found) if one.severity != "style"}
        matched: set[int] = set()
        for label in pair.expected.get("differences") or ():
            ends = pair.ends[label["link"]]
            if ends not in linked:
                continue
            tally.linked[label["kind"]] += 1
            kinds = {label["kind"], *(label.get("also") or ())}
            hits = [
                n
                for n, one in enumerate(found)
                if (one.severity != "style" or "style" in kinds) and _meets(pair, one, ends, label)
            ]
            matched.update(hits)
            tally.found[label["kind"]] += bool(hits)
            obvious = bool(label.get("obvious"))
            tally.obvious += obvious
            tally.obvious_found += obvious and bool(hits)
            tally.right_kind[label["kind"]] += any(found[n].kind in kinds for n in hits)
        for label in pair.expected.get("agreements") or ():
            ends = pair.ends[label["link"]]
            if ends in linked:
                hits = [n for n in said if _meets(pair, found[n], ends, label)]
                tally.agreements += 1
                tally.flagged += bool(hits)
                matched.update(hits)
        tally.unlabelled += len(said - matched)
    return tally


def _meets(pair: LabelledPair, found: Difference, ends: tuple[int, int], label: dict[str, Any]) -> bool:
    """Tell whether a difference overlaps the labelled words on each side that has them."""
    if (found.link.a, found.link.b) != ends:
        return False
    sides = ((pair.a, ends[0], found.a, label["a"]), (pair.b, ends[1], found.b, label["b"]))
    wanted = [(span, _words(article, index, words)) for article, index, span, words in sides if words]
    return all(span is not None and _overlap(span, place) for span, place in wanted)


def _words(article: Article, index: int, words: str) -> tuple[int, int]:
    """Return where words stand in an article; runs of blanks count as one."""
    passage = article.passages[index]
    places = list(_without_doubled_blanks(passage.text))
    flat = "".join(passage.text[n] if not passage.text[n].isspace() else " " for n in places)
    start = flat.index(_flat(words))
    return passage.start + places[start], passage.start + places[start + len(_flat(words)) - 1] + 1


def _without_doubled_blanks(text: str) -> Iterator[int]:
    before = ""
    for index, character in enumerate(text):
        if not (character.isspace() and before.isspace()):
            yield index
        before = character


def _overlap(span: Span, place: tuple[int, int]) -> bool:
    return span.start < place[1] and place[0] < span.end

"""How well links and differences are found on our own labelled pairs of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.scorers import Task, baseline_rows, row
from compare_tui import Article, Comparison, Difference, Link, Span, compare, read_article
from compare_tui.comparison.differences import find_differences

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
    """What became of the labelled differences."""

    linked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right_kind: Counter[str] = field(default_factory=Counter)
    agreements: int = 0
    flagged: int = 0
    unlabelled: int = 0
    links: int = 0


def print_table(data: Path | None) -> None:
    """Print links, then differences, of the development pairs, the held-back ones and other languages."""
    split = yaml.safe_load((DATA / "pairs" / "split.yaml").read_text(encoding="utf-8"))
    groups = {
        group: [_read(DATA / "pairs" / name) for name in names]
        for group, names in (("development", split["development"]), ("held back", split["held_back"]))
    }
    groups["languages"] = [_read(path.parent) for path in sorted(DATA.glob("languages/*/expected.yaml"))]
    compared = {group: [compare(pair.a, pair.b) for pair in pairs] for group, pairs in groups.items()}
    print(f"{'links':<28}{'method':<34}{'precision':>10}{'recall':>8}{'F1':>7}")
    for group, pairs in groups.items():
        _print_links(group, pairs, compared[group])
    print()
    print(f"{'differences':<28}{'kind':<14}{'linked':>8}{'found':>8}{'right kind':>12}")
    for group in ("development", "held back"):
        own = _tally(groups[group], [result.differences for result in compared[group]], compared[group])
        _print_tally(f"{group}, own links", own, by_kind=False)
        gold = [
            Comparison(pair.a, pair.b, tuple(links), tuple(find_differences(pair.a, pair.b, links)), (), ())
            for pair in groups[group]
            for links in [pair.gold_links()]
        ]
        tally = _tally(groups[group], [result.differences for result in gold], gold)
        _print_tally(f"{group}, labelled links", tally, by_kind=group == "development")


def _read(folder: Path) -> LabelledPair:
    a, b = read_article(folder / "a.txt"), read_article(folder / "b.txt")
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    ends = {link["id"]: (_place(a, link["a"]), _place(b, link["b"])) for link in expected["links"]}
    return LabelledPair(folder.name, a, b, expected, ends)


def _place(article: Article, snippet: str) -> int:
    words = _flat(snippet)
    return next(index for index, passage in enumerate(article.passages) if words in _flat(passage.text))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _print_links(group: str, pairs: Sequence[LabelledPair], results: Sequence[Comparison]) -> None:
    tasks = [_task(pair) for pair in pairs]
    found = [{(link.a, link.b) for link in result.links} for result in results]
    sure = [{(x.a, x.b) for x in result.links if x.strength == "confident"} for result in results]
    if group != "held back":
        for pair, task, links in zip(pairs, tasks, found, strict=True):
            row(f"  {pair.name}", "compare-tui, possible", [(links, task)])
    row(group, "compare-tui, possible", list(zip(found, tasks, strict=True)))
    row(group, "compare-tui, confident", list(zip(sure, tasks, strict=True)))
    baseline_rows(group, tasks)
    obvious = [
        {pair.ends[link["id"]] for link in pair.expected["links"] if link["obvious"]} for pair in pairs
    ]
    hits = sum(len(links & wanted) for links, wanted in zip(found, obvious, strict=True))
    friends = [
        {
            (_place(pair.a, one["a"]), _place(pair.b, one["b"]))
            for one in pair.expected.get("false_friends") or ()
        }
        for pair in pairs
    ]
    false = sum(len(links & wrong) for links, wrong in zip(found, friends, strict=True))
    print(
        f"  obvious links found: {hits} of {sum(map(len, obvious))}; "
        f"false friends linked: {false} of {sum(map(len, friends))}"
    )


def _task(pair: LabelledPair) -> Task:
    a, b = ([passage.text for passage in article.passages] for article in (pair.a, pair.b))
    furniture = {
        (i, j)
        for i, x in enumerate(pair.a.passages)
        for j, y in enumerate(pair.b.passages)
        if "furniture" in (x.role, y.role)
    }
    return Task(a, b, set(pair.ends.values()), furniture - set(pair.ends.values()))


def _tally(
    pairs: Sequence[LabelledPair], findings: Sequence[Sequence[Difference]], results: Sequence[Comparison]
) -> Tally:
    tally = Tally()
    for pair, found, result in zip(pairs, findings, results, strict=True):
        linked = {(link.a, link.b) for link in result.links}
        tally.links += len(linked)
        said = [one for one in found if one.severity != "style"]
        matched: set[int] = set()
        for label in pair.expected.get("differences") or ():
            ends = pair.ends[label["link"]]
            if ends not in linked:
                continue
            tally.linked[label["kind"]] += 1
            hits = [n for n, one in enumerate(said) if _meets(pair, one, ends, label)]
            matched.update(hits)
            tally.found[label["kind"]] += bool(hits)
            kinds = {label["kind"], *(label.get("also") or ())}
            tally.right_kind[label["kind"]] += any(said[n].kind in kinds for n in hits)
        for label in pair.expected.get("agreements") or ():
            ends = pair.ends[label["link"]]
            if ends in linked:
                hits = [n for n, one in enumerate(said) if _meets(pair, one, ends, label)]
                tally.agreements += 1
                tally.flagged += bool(hits)
                matched.update(hits)
        tally.unlabelled += len(said) - len(matched)
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


def _print_tally(name: str, tally: Tally, *, by_kind: bool) -> None:
    if by_kind:
        for kind, count in sorted(tally.linked.items()):
            print(f"{'':<28}{kind:<14}{count:>8}{tally.found[kind]:>8}{tally.right_kind[kind]:>12}")
    totals = [sum(counter.values()) for counter in (tally.linked, tally.found, tally.right_kind)]
    print(f"{name:<28}{'all':<14}{totals[0]:>8}{totals[1]:>8}{totals[2]:>12}")
    print(
        f"  agreements flagged: {tally.flagged} of {tally.agreements}; "
        f"findings without a label: {tally.unlabelled} in {tally.links} links"
    )

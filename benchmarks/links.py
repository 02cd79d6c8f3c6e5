"""How well passages are linked, beside plain scorers on the same data in the same run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import yaml

from compare_tui import align, compare, read_article
from compare_tui.settings.resources import resource_folder

Pairs = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Task:
    """Two lists of passages and the links that people saw between them."""

    a: Sequence[str]
    b: Sequence[str]
    gold: Pairs


def print_table(data: Path | None) -> None:
    """Print precision, recall and F1 for each file of ``data``, and for the sample pairs."""
    print(f"{'links':<24}{'method':<34}{'precision':>10}{'recall':>8}{'F1':>7}")
    for name, tasks in _files(data):
        for method, strength in (
            ("compare-tui, possible", "possible"),
            ("compare-tui, confident", "confident"),
        ):
            _row(name, method, [(_linked(task, strength), task.gold) for task in tasks])
        for method, scorer in (("token Jaccard", _jaccard), ("difflib ratio on tokens", _ratio)):
            _best_row(name, method, tasks, scorer)
    _samples()


def _files(data: Path | None) -> Iterator[tuple[str, list[Task]]]:
    for file in sorted(data.glob("*-dev.jsonl")) if data else ():
        yield (
            file.stem,
            [
                Task(entry["a"], entry["b"], {(a, b) for a, b, _ in entry["gold"]})
                for entry in map(json.loads, file.read_text(encoding="utf-8").splitlines())
            ],
        )


def _linked(task: Task, strength: str) -> Pairs:
    found = align(task.a, task.b)
    return {(link.a, link.b) for link in found if strength in ("possible", link.strength)}


def _figures(results: Sequence[tuple[Pairs, Pairs]]) -> tuple[float, float, float]:
    right = sum(len(found & gold) for found, gold in results)
    precision = right / max(1, sum(len(found) for found, _ in results))
    recall = right / max(1, sum(len(gold) for _, gold in results))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _row(name: str, method: str, results: Sequence[tuple[Pairs, Pairs]]) -> None:
    precision, recall, f1 = _figures(results)
    print(f"{name:<24}{method:<34}{precision:>10.3f}{recall:>8.3f}{f1:>7.3f}")


def _best_row(name: str, method: str, tasks: Sequence[Task], scorer: Callable[[str, str], float]) -> None:
    """Print the figures of a plain scorer at the threshold that suits it best."""
    scored = [
        ({(i, j): scorer(x, y) for i, x in enumerate(task.a) for j, y in enumerate(task.b)}, task.gold)
        for task in tasks
    ]
    results = [
        [({pair for pair, score in scores.items() if score >= step / 50}, gold) for scores, gold in scored]
        for step in range(2, 45)
    ]
    _row(name, f"{method}, best threshold", max(results, key=lambda result: _figures(result)[2]))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _jaccard(x: str, y: str) -> float:
    left, right = set(_tokens(x)), set(_tokens(y))
    return len(left & right) / max(1, len(left | right))


def _ratio(x: str, y: str) -> float:
    return SequenceMatcher(None, _tokens(x), _tokens(y), autojunk=False).ratio()


def _samples() -> None:
    folder = resource_folder("seeds")
    for entry in yaml.safe_load((folder / "seeds.yaml").read_text(encoding="utf-8")):
        place = folder / entry["name"]
        expected = yaml.safe_load((place / "expected.yaml").read_text(encoding="utf-8"))
        comparison = compare(read_article(place / entry["a"]), read_article(place / entry["b"]))
        texts = [
            [" ".join(passage.text.split()) for passage in article.passages]
            for article in (comparison.a, comparison.b)
        ]
        gold = {(_index(texts[0], link["a"]), _index(texts[1], link["b"])) for link in expected["links"]}
        _row(entry["name"], "compare-tui, possible", [({(x.a, x.b) for x in comparison.links}, gold)])


def _index(passages: Sequence[str], words: str) -> int:
    return next(n for n, passage in enumerate(passages) if " ".join(words.split()) in passage)

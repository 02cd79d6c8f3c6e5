"""How well links and differences are found on our own labelled pairs of articles."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.labelled_pairs import LabelledPair, Tally, read_groups, tally_of
from benchmarks.links import HEADINGS
from benchmarks.scorers import Pairs, Task, at_best_threshold, baseline_scores, percentages
from benchmarks.tables import Table
from compare_tui import Comparison, compare
from compare_tui.comparison.differences import find_differences

HELD_BACK = "held back"
"""The group of which only totals are told, so that nothing is fitted to it."""

ENGLISH = ("development", HELD_BACK)
"""The groups whose differences are labelled wholly; the pairs in other languages list some kinds only."""

SETS = (("the program's", False), ("the labelled", True))
"""Which links are searched for differences, and whether these are the labelled ones."""


def print_tables() -> list[Table]:
    """Print links, then differences, of the development pairs, the held-back ones and other languages."""
    groups = read_groups()
    compared = {group: [compare(pair.a, pair.b) for pair in pairs] for group, pairs in groups.items()}
    links = Table(
        "labelled-links",
        [("pairs", 28), ("method", 42), *HEADINGS, ("obvious found", -14), ("false friends linked", -21)],
    )
    for group, pairs in groups.items():
        _add_links(links, group, pairs, compared[group])
    print()
    tallies = {
        (group, gold): _tally(groups[group], compared[group], gold=gold)
        for group in ENGLISH
        for _, gold in SETS
    }
    return [links, _print_totals(tallies), _print_kinds(tallies)]


def _add_links(
    table: Table, group: str, pairs: Sequence[LabelledPair], results: Sequence[Comparison]
) -> None:
    tasks = [pair.task() for pair in pairs]
    found: list[Pairs] = [{(link.a, link.b) for link in result.links} for result in results]
    sure: list[Pairs] = [
        {(link.a, link.b) for link in result.links if link.strength == "confident"} for result in results
    ]

    def add(
        name: str, method: str, pairs: Sequence[LabelledPair], linked: Sequence[tuple[Pairs, Task]]
    ) -> None:
        own = [links for links, _ in linked]
        table.add(
            name,
            method,
            *percentages(linked),
            _share(own, [pair.obvious() for pair in pairs]),
            _share(own, [pair.false_friends() for pair in pairs]),
        )

    if group != HELD_BACK:
        for pair, task, links in zip(pairs, tasks, found, strict=True):
            add(f"{group}: {pair.name}", "compare-tui, possible", [pair], [(links, task)])
    add(group, "compare-tui, possible", pairs, list(zip(found, tasks, strict=True)))
    add(group, "compare-tui, confident", pairs, list(zip(sure, tasks, strict=True)))
    for method, scores in baseline_scores(tasks).items():
        add(group, f"{method}, best threshold", pairs, at_best_threshold(scores, tasks))


def _share(found: Sequence[Pairs], wanted: Sequence[Pairs]) -> str:
    hits = sum(len(links & some) for links, some in zip(found, wanted, strict=True))
    return f"{hits} of {sum(map(len, wanted))}"


def _tally(pairs: Sequence[LabelledPair], results: Sequence[Comparison], *, gold: bool) -> Tally:
    if not gold:
        return tally_of(pairs, [one.links for one in results], [one.differences for one in results])
    links = [pair.gold_links() for pair in pairs]
    differences = [find_differences(pair.a, pair.b, own) for pair, own in zip(pairs, links, strict=True)]
    return tally_of(pairs, links, differences)


def _print_totals(tallies: dict[tuple[str, bool], Tally]) -> Table:
    table = Table(
        "differences",
        [
            ("pairs", 12),
            ("links", 14),
            ("labelled", -9),
            ("found", -6),
            ("obvious", -8),
            ("obvious found", -14),
            ("kind right", -11),
            ("agreements flagged", -19),
            ("without a label", -16),
            ("a link", -7),
        ],
    )
    for group in ENGLISH:
        for name, gold in SETS:
            tally = tallies[group, gold]
            table.add(
                group,
                name,
                str(tally.linked.total()),
                str(tally.found.total()),
                str(tally.obvious),
                str(tally.obvious_found),
                str(tally.right_kind.total()),
                f"{tally.flagged} of {tally.agreements}",
                str(tally.unlabelled),
                f"{tally.unlabelled / max(1, tally.links):.2f}",
            )
    print()
    return table


def _print_kinds(tallies: dict[tuple[str, bool], Tally]) -> Table:
    """Print the kinds of the development pairs; those held back are told as totals alone."""
    columns = [("linked", -7), ("found", -6), ("kind right", -11)]
    table = Table(
        "difference-kinds",
        [("kind", 12), *columns, *((f"{heading}, labelled links", width - 16) for heading, width in columns)],
    )
    own, gold = (tallies["development", which] for _, which in SETS)
    for kind in sorted(own.linked | gold.linked):
        counts = [
            counter[kind]
            for tally in (own, gold)
            for counter in (tally.linked, tally.found, tally.right_kind)
        ]
        table.add(kind, *map(str, counts))
    return table

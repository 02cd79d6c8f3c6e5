"""What a report tells: a comparison, what people say of it, and how far they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from compare_tui.annotation.corrections import LinkCorrection, corrected_pairs, read_corrections
from compare_tui.article.model import Passage
from compare_tui.article.wording import counted
from compare_tui.comparison.model import Comparison, Difference, Link
from compare_tui.review.agreement import Agreement, agreement_of
from compare_tui.review.panel import Panel, PanelAnnotation


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that stand side by side.

    Attributes:
        a: The passage of A; None where only B tells it.
        b: The passage of B; None where only A tells it.
        link: What links the two.
        differences: Those of the link with their numbers, from 1.
    """

    a: Passage | None
    b: Passage | None
    link: Link | None = None
    differences: tuple[tuple[int, Difference], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report can tell of a pair.

    Attributes:
        comparison: What was found, with the corrections of the notebooks.
        panel: The notebooks; None where there are none.
        agreement: Of their authors; None where fewer than two have annotated.
        style: Whether differences of mere style are told.
    """

    comparison: Comparison
    panel: Panel | None = None
    agreement: Agreement | None = None
    style: bool = False

    @property
    def title(self) -> str:
        """The titles of both articles."""
        return " / ".join(" ".join(one.title.split()) for one in (self.comparison.a, self.comparison.b))

    @property
    def annotations(self) -> tuple[PanelAnnotation, ...]:
        """Those of all notebooks, in the order of A, then B."""
        return self.panel.annotations if self.panel else ()

    @property
    def differences(self) -> tuple[tuple[int, Difference], ...]:
        """Those to be told, each with its number in the comparison, from 1."""
        found = enumerate(self.comparison.differences, 1)
        return tuple(one for one in found if self.style or one[1].severity != "style")

    def rows(self) -> tuple[Row, ...]:
        """Return both articles side by side, in the order of A; what only B has follows its neighbour."""
        found = self.comparison
        details: defaultdict[Link, list[tuple[int, Difference]]] = defaultdict(list)
        for numbered in self.differences:
            details[numbered[1].link].append(numbered)
        by_a: defaultdict[int, list[Link]] = defaultdict(list)
        for link in found.links:
            by_a[link.a].append(link)
        only_a = {passage.number for passage in found.only_a}
        last_with: dict[int, int] = {}
        rows: list[Row] = []
        for index, passage in enumerate(found.a.passages):
            for link in by_a[index]:
                last_with[link.b] = len(rows)
                rows.append(Row(passage, found.b.passages[link.b], link, tuple(details[link])))
            if passage.number in only_a:
                rows.append(Row(passage, None))
        behind: defaultdict[int, list[Row]] = defaultdict(list)
        only_b = {passage.number for passage in found.only_b}
        place = -1
        for index, passage in enumerate(found.b.passages):
            place = last_with.get(index, place)
            if passage.number in only_b:
                behind[place].append(Row(None, passage))
        return (*behind[-1], *(one for at, row in enumerate(rows) for one in (row, *behind[at])))


def make_report(comparison: Comparison, panel: Panel | None = None, *, style: bool = False) -> Report:
    """Return a report, with the links as the notebooks of the panel correct them.

    Args:
        comparison: What was found.
        panel: Notebooks of the same pair.
        style: Whether to tell differences of mere style.
    """
    if panel is None:
        return Report(comparison, style=style)
    corrected = with_corrections(comparison, corrections_of(panel))
    return Report(corrected, panel, agreement_of(panel), style)


def corrections_of(panel: Panel) -> list[LinkCorrection]:
    """Return how the notebooks of a panel correct the links."""
    return [
        one
        for notebook in panel.notebooks
        for one in read_corrections(notebook.file.sections.get("links"))[0]
    ]


def with_corrections(comparison: Comparison, corrections: Iterable[LinkCorrection]) -> Comparison:
    """Return a comparison with the links that people have corrected, and a note that says so."""
    from compare_tui.comparison.correcting import corrected

    added, removed = corrected_pairs(comparison.a, comparison.b, corrections)
    if not (added or removed):
        return comparison
    changed = corrected(comparison, added, removed)
    said = f"Corrected by hand: {counted(len(added), 'link')} added, {len(removed)} taken away."
    return replace(changed, notes=(*changed.notes, said))

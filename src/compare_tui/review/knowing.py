"""Who annotated knowing what others had marked: agreement is worth less where people looked first."""

from __future__ import annotations

from collections import Counter

from compare_tui.annotation.revealed import read_revealed, seen_before
from compare_tui.review.panel import Panel


def knowing(panel: Panel) -> Counter[str]:
    """Count the annotations that were made when marks of somebody else in the panel were revealed.

    Args:
        panel: The notebooks.

    Returns:
        The number by id of the person who annotated.
    """
    people = {one.author.id for one in panel.notebooks}
    revealed = {one.author.id: read_revealed(one.file.extra) for one in panel.notebooks}
    return Counter(
        one.author.id
        for one in panel.annotations
        if (people - {one.author.id}).intersection(seen_before(one.annotation, revealed[one.author.id]))
    )

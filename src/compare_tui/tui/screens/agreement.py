"""How far several people agree, in numbers."""

from __future__ import annotations

from compare_tui.report.agreement_text import agreement_report
from compare_tui.review.agreement import measure_agreement
from compare_tui.review.panel import Panel
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.dialog import ScrollingDialog, scroll_hint


class AgreementScreen(ScrollingDialog[None]):
    """Shows what the command ``agree`` prints."""

    WIDTH = 100

    def __init__(self, look: Look, panel: Panel) -> None:
        """Make the screen.

        Args:
            look: The styles.
            panel: The notebooks.
        """
        super().__init__(look)
        people = set(panel.annotators)
        if len(people) > 1:
            marks = [one.mark for one in panel.annotations if one.author.id in people]
            self._lines = agreement_report(panel, measure_agreement(people, marks)).splitlines()
        else:
            self._lines = ["Undefined: fewer than two people have annotated."]

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the figures."""
        return [
            [("Agreement", "accent-strong"), scroll_hint()],
            [],
            *([(safe(x), "text")] for x in self._lines),
        ]

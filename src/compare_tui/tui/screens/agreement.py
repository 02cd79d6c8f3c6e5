"""How far several people agree, in numbers."""

from __future__ import annotations

from compare_tui.article.clean import clean
from compare_tui.report.agreement_text import agreement_lines
from compare_tui.review.panel import Panel
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part
from compare_tui.tui.screens.worked_out import WorkedOutDialog


class AgreementScreen(WorkedOutDialog):
    """Shows what the command ``agree`` prints."""

    TITLE = "Agreement"
    WIDTH = 100

    def __init__(self, look: Look, panel: Panel) -> None:
        """Make the screen.

        Args:
            look: The styles.
            panel: The notebooks.
        """
        super().__init__(look, lambda _: agreement_lines(panel))

    def line_rows(self, line: str, width: int) -> list[list[Part]]:
        """Return a line of a table as it is, its columns kept apart."""
        return [[(clean(line), "text")]]

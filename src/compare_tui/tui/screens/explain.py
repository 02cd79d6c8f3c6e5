"""Why the passage under the cursor is linked, and why others are not."""

from __future__ import annotations

from compare_tui.tui.screens.worked_out import WorkedOutDialog


class ExplainScreen(WorkedOutDialog):
    """Shows what speaks for the links of a passage."""

    TITLE = "Why linked"
    WIDTH = 96
    CLOSED_BY = ("explain", "quit")

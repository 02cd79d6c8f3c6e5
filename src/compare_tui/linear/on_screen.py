"""Actions that make sense on the screen only: what is said instead."""

from __future__ import annotations

from compare_tui.tui.screens.speaking import Speaking


class OnScreen(Speaking):
    """The part of reading by ear that says where something is done."""

    def action_review(self) -> None:
        """Say where colleagues' annotations are reviewed."""
        self.say("colleagues' annotations are reviewed on the screen: compare-tui review")

    def action_fold(self) -> None:
        """Say that nothing folds here."""
        self.say("passages fold on the screen only; here they come one at a time")

    def action_toggle_together(self) -> None:
        """Say that nothing scrolls here."""
        self.say("articles scroll on the screen only; here they come one at a time")

    def action_level(self) -> None:
        """Say how the counterpart is heard."""
        self.say(f"nothing stands level here; {self.key('next_counterpart')} tells the counterpart")

    def action_next_theme(self) -> None:
        """Say that there are no colours here."""
        self.say("colour themes are for the screen only; these lines have no colours")

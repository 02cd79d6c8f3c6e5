"""Actions that have a meaning on the screen alone: what is said in their place."""

from __future__ import annotations

from compare_tui.tui.screens.speaking import Speaking


class ScreenOnly(Speaking):
    """The part of reading by ear that tells what it cannot do, and what does the same."""

    def action_fold(self) -> None:
        """Say that nothing folds here."""
        self.say("passages fold on the screen only; here they come one at a time")

    def action_toggle_together(self) -> None:
        """Say that nothing scrolls here."""
        self.say("articles scroll on the screen only; here they come one at a time")

    def action_level(self) -> None:
        """Say how the counterpart is heard."""
        self.say(f"nothing stands level here; {self.key('next_counterpart')} tells the counterpart")

    def action_inspector_down(self) -> None:
        """Say how the differences are heard."""
        self.say(f"the inspector is on the screen only; {self.key('next_difference')} tells a difference")

    def action_inspector_up(self) -> None:
        """Say how the differences are heard."""
        self.action_inspector_down()

    def action_inspector_size(self) -> None:
        """Say how the differences are heard."""
        self.action_inspector_down()

    def action_next_theme(self) -> None:
        """Say that there are no colours here."""
        self.say("colour themes are for the screen only; these lines have no colours")

"""The question before leaving with something that is not on disk."""

from __future__ import annotations

from compare_tui.tui.look import Look
from compare_tui.tui.screens.question import Question


class LeaveUnsaved(Question):
    """Asks what is to become of annotations that could not be saved; anything but a clear answer stays.

    It gives back "merge", "copy", "elsewhere", "lose" or "stay".
    """

    def __init__(self, look: Look, reason: str, *, can_merge: bool) -> None:
        """Make the dialog.

        Args:
            look: The styles.
            reason: Why they could not be saved, cleaned.
            can_merge: Whether somebody else's changes stand in the way.
        """
        merge = (("m", "see what the other has changed, and merge", "merge"),) if can_merge else ()
        super().__init__(
            look,
            ("The annotations could not be saved.", reason),
            (
                *merge,
                ("c", "keep a copy and leave", "copy"),
                ("s", "save under another name", "elsewhere"),
                ("y", "leave and lose what is not on disk", "lose"),
                ("n", "stay", "stay"),
            ),
            "stay",
        )

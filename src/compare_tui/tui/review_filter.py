"""Which annotations of a review are shown, or told."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from compare_tui.tui.plain import safe

if TYPE_CHECKING:
    from compare_tui.review.panel import PanelAnnotation

VERDICTS = ("unreviewed", "accepted", "rejected", "needs work", "disputed", "outdated")
"""What a filter may ask of an annotation."""


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which annotations are shown; None for all.

    Attributes:
        person: Id of who made them.
        tag: Their tag.
        verdict: What reviewers make of them; "unreviewed" are those that wait for a verdict of the reviewer.
    """

    person: str | None = None
    tag: str | None = None
    verdict: str | None = None

    def passes(self, one: PanelAnnotation, *, awaits: bool) -> bool:
        """Tell whether an annotation is shown.

        Args:
            one: The annotation.
            awaits: Whether it waits for a verdict of the reviewer.
        """
        return (
            self.person in (None, one.author.id)
            and self.tag in (None, one.annotation.tag)
            and (awaits if self.verdict == "unreviewed" else self.verdict in (None, one.state))
        )

    def __str__(self) -> str:
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return " ".join(f"{name}={safe(value)}" for name, value in values if value is not None)

"""Which annotations of a review are shown, or told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from compare_tui.tui.filtering import following_or_all
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

    def following(self, name: str, annotations: Iterable[PanelAnnotation]) -> ReviewFilter:
        """Return the filter with the next person, tag or verdict; with all of them behind the last.

        Args:
            name: ``person``, ``tag`` or ``verdict``.
            annotations: All annotations, whose people and tags there are to choose from.
        """
        options: Sequence[str] = VERDICTS
        if name == "person":
            options = sorted({one.author.id for one in annotations})
        elif name == "tag":
            options = sorted({one.annotation.tag for one in annotations})
        return replace(self, **{name: following_or_all(options, getattr(self, name))})

    def only(self, verdict: str) -> ReviewFilter:
        """Return the filter for one verdict; for all where it is for that one already."""
        return replace(self, verdict=None if self.verdict == verdict else verdict)

    def __str__(self) -> str:
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return " ".join(f"{name}={safe(value)}" for name, value in values if value is not None)

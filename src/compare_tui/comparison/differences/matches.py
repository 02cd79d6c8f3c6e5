"""What one comparison of two linked passages found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from compare_tui.comparison.differences.pairing import Finding


@dataclass(slots=True)
class Matches:
    """What one comparison found, and which tokens need no further explanation."""

    findings: list[Finding] = field(default_factory=list)
    explained_a: set[int] = field(default_factory=set)
    explained_b: set[int] = field(default_factory=set)

    def include(self, other: Matches) -> None:
        """Take in what another comparison of the same passages found."""
        self.findings.extend(other.findings)
        self.explain(other.explained_a, other.explained_b)

    def explain(self, a: Iterable[int], b: Iterable[int]) -> None:
        """Mark tokens of both sides as accounted for."""
        self.explained_a.update(a)
        self.explained_b.update(b)

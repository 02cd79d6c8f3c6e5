"""A terminal's answer about its background that comes as keys, when the screen is there already."""

from __future__ import annotations

import re
import time

_LATE_COLOUR = re.compile(r"\^\]11;[rgba:#0-9a-fA-F/]{1,40}(?:\x07|\^\\)")
_LATE = re.compile(
    r"\^(?:\](?:1(?:1(?:;[rgba:#0-9a-fA-F/]{0,40}\^?)?)?)?)?|" + _LATE_COLOUR.pattern + r"|\[?(?:\?[\d;]*c?)?"
)

LATE_FOR = 3.0
"""Seconds after the start for which an answer that is still missing is not taken for keys."""

GAP = 1.0
"""Seconds between two characters of an answer at most; they come in one go, but a busy machine may halt."""

PAUSE = 2.0
"""Seconds between the two answers at most."""

BURST = 0.05
"""Seconds within which "[" and "?" are an answer's; nobody types as fast."""


class LateAnswer:
    """Tells an answer that comes when the screen is there already, character by character, from keys.

    Textual gives the colour as "^", "]" and so on, and the attributes as "[", "?" and so on.
    """

    def __init__(self) -> None:
        self._until = time.monotonic() + LATE_FOR
        self._seen = ""
        self._taken = self._bracket = self._told = -LATE_FOR

    def takes(self, character: str | None, at: float) -> bool:
        """Return whether a key belongs to an answer.

        Args:
            character: What it types.
            at: When the terminal sent it, in seconds of the monotonic clock.
        """
        if at - self._taken > GAP:
            self._seen = ""
        seen = self._seen + (character or "\0")
        if not self._seen and (at >= self._until or not self._begins(seen, at)):
            if character == "[":
                self._bracket = at
            return False
        if not _LATE.fullmatch(seen):
            self._seen = ""
            return self.takes(character, at)
        if _LATE_COLOUR.fullmatch(seen):
            self._told = at
        whole = _LATE_COLOUR.fullmatch(seen) or (seen.endswith("c") and seen[0] in "[?")
        self._seen, self._taken = "" if whole else seen, at
        return True

    def _begins(self, character: str, at: float) -> bool:
        return (
            character == "^"
            or (character == "[" and at - self._told < PAUSE)
            or (character == "?" and at - self._bracket < BURST)
        )

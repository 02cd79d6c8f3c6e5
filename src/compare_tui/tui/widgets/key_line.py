"""The last line: the keys that matter on the left, how the work stands on the right."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events

from compare_tui.tui.key_map import key_map_of
from compare_tui.tui.parts import Part, fit_parts, parts_width
from compare_tui.tui.widgets.painted import Painted


class KeyLine(Painted):
    """The footer of the reading screen; pressing a key's name does what the key does."""

    _status: tuple[Part, ...] = ()

    def show(self, status: Iterable[Part]) -> None:
        """Say how the work stands."""
        made = tuple(status)
        if made != self._status:
            self._status = made
            self.refresh()

    def parts_at(self, y: int) -> Iterable[Part]:
        """Return the line."""
        width = self.size.width
        status = fit_parts(self._status, min(parts_width(self._status), width - 2))
        left: list[Part] = [(" ", "text")]
        for key, word, _ in self._entries(width - parts_width(status) - 4):
            left += [(key, "accent-strong"), (f" {word}  ", "muted")]
        gap = width - parts_width(left) - parts_width(status) - 1
        return [*left, (" " * max(gap, 0), "text"), *status, (" ", "text")]

    async def on_mouse_down(self, event: events.MouseDown) -> None:
        """Do what the key under the pointer does."""
        x = 1
        for key, word, action in self._entries(self.size.width - parts_width(self._status) - 4):
            width = len(key) + len(word) + 3
            if x <= event.x < x + width - 2:
                await self.screen.run_action(action)
                return
            x += width

    def _entries(self, width: int) -> list[tuple[str, str, str]]:
        """Return keys, words and action ids that fit into a width, in the order of the registry."""
        entries = list(key_map_of(self.app).footer_entries())
        kept: set[str] = set()
        for key, action in sorted(entries, key=lambda entry: entry[1].rank):
            width -= len(key) + len(action.short) + 3
            if width < 0:
                break
            kept.add(action.id)
        return [(key, action.short, action.id) for key, action in entries if action.id in kept]

"""Choosing a tag: one letter, or a digit for a recent one."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from compare_tui.annotation.model import Tag, TagSet
from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part, fit, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.dialog import Dialog
from compare_tui.tui.signs import signs
from compare_tui.tui.tagging import tag_for_key

DEFINITION_ROWS = 2
"""Rows kept for the definition, so that the sheet does not jump."""


class TagPicker(Dialog[str | None]):
    """Lists the tags; gives back the name of the chosen one, or None."""

    WIDTH = 64

    def __init__(
        self, tags: TagSet, look: Look, *, proposed: str | None, recent: Sequence[str] = (), words: str = ""
    ) -> None:
        """Make the dialog.

        Args:
            tags: What can be chosen.
            look: The styles.
            proposed: Name of the tag that enter accepts; None proposes the one used last.
            recent: Names of the tags used before, the last one first.
            words: What is to be tagged.
        """
        super().__init__(look)
        self.tag_set = tags
        self.tags = tags.tags
        self.recent = tuple(recent)
        self.words = words
        names = [tag.name for tag in self.tags]
        wanted = proposed if proposed in names else self.recent[0] if self.recent else ""
        self.at = names.index(wanted) if wanted in names else 0

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the title, the tags in as many columns as needed, and the definition of the chosen one."""
        fixed = 5 + DEFINITION_ROWS
        columns = 1 if len(self.tags) + fixed <= height else 2 if width < 66 else 3
        if columns == 1 and len(self.tags) > 8 and width >= 56:
            columns = 2
        depth = -(-len(self.tags) // columns)
        cell = width // columns
        rows: list[list[Part]] = [
            [("Tag  ", "accent-strong"), (fit(self.words, width - 5), "muted")],
            [],
        ]
        for line in range(depth):
            row: list[Part] = []
            for at in range(line, len(self.tags), depth):
                row += fit_parts(self._entry(at), cell)
            rows.append(row)
        chosen = self.tags[self.at] if self.tags else None
        definition = safe(chosen.definition) if chosen else ""
        lines = wrapped_lines(definition, width)[:DEFINITION_ROWS]
        rows.append([])
        rows += [[(line, "text")] for line in lines] + [[]] * (DEFINITION_ROWS - len(lines))
        rows.append([])
        rows.append(self._hint())
        return rows

    def on_key(self, event: events.Key) -> None:
        """Choose by letter, digit or arrow; what was typed behind the choice is left to the screen below."""
        if not self.is_current:
            return
        event.stop()
        event.prevent_default()
        char = event.character or ""
        if event.key in ("escape", "backspace", "ctrl+c", "ctrl+q"):
            self.dismiss(None)
        elif event.key in ("up", "down", "tab", "shift+tab"):
            self._move(-1 if event.key in ("up", "shift+tab") else 1)
        elif event.key == "enter" and self.tags:
            self.dismiss(self.tags[self.at].name)
        elif (name := tag_for_key(self.tag_set, self.recent, char)) is not None:
            self.dismiss(name)

    def _move(self, step: int) -> None:
        if self.tags:
            self.at = (self.at + step) % len(self.tags)
            self.lay_out()

    def _entry(self, at: int) -> list[Part]:
        tag: Tag = self.tags[at]
        chosen = at == self.at
        digit = f" {self.recent.index(tag.name) + 1}" if tag.name in self.recent else ""
        return [
            (f"{signs().pointer if chosen else ' '} ", "accent-strong"),
            (safe(tag.key), "accent-strong"),
            (f"  {safe(tag.name)}", "strong" if chosen else "text"),
            (digit, "muted"),
        ]

    def _hint(self) -> list[Part]:
        parts: list[Part] = [
            ("letter", "accent"),
            (" picks  ", "muted"),
            ("enter", "accent"),
            (" accepts  ", "muted"),
        ]
        if self.recent:
            parts += [("1-9", "accent"), (" recent  ", "muted"), (".", "accent"), (" again  ", "muted")]
        return [*parts, ("esc", "accent"), (" leaves", "muted")]

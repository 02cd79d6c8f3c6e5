"""Choosing a tag: one letter, or a digit for a recent one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from compare_tui.annotation.model import Tag, TagSet
from compare_tui.tui.look import Look, tag_role
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part, fit, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.dialog import Dialog
from compare_tui.tui.signs import signs
from compare_tui.tui.tagging import tag_for_key

DEFINITION_ROWS = 2
"""Rows kept for the definition, so that the sheet does not jump."""

UNKNOWN = "?"
"""Stands in place of the letter of a tag that the tag set lacks."""


class TagPicker(Dialog[str | None]):
    """Lists the tags; gives back the name of the chosen one, or None."""

    WIDTH = 64
    TYPED: ClassVar[tuple[tuple[str, str], ...]] = (
        ("letter", "the tag with this letter"),
        ("1-9", "a tag used before"),
        (".", "the last tag again"),
        ("?", "the next tag that is unknown"),
    )
    """Keys that depend on the tags, and what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "choose(1)", "next tag", show=False),
        Binding("up,shift+tab", "choose(-1)", "previous tag", show=False),
        Binding("enter", "accept", "accept the tag", show=False),
        Binding("escape,backspace,ctrl+c,ctrl+q", "dismiss(None)", "leave without a tag", show=False),
    ]

    def __init__(
        self,
        tags: TagSet,
        look: Look,
        *,
        proposed: str | None,
        recent: Sequence[str] = (),
        unknown: Sequence[str] = (),
        words: str = "",
    ) -> None:
        """Make the dialog.

        Args:
            tags: What can be chosen.
            look: The styles.
            proposed: Name of the tag that enter accepts; None proposes the one used last.
            recent: Names of the tags used before, the last one first.
            unknown: Names of tags in use that the tag set lacks; they are listed behind the others.
            words: What is to be tagged.
        """
        super().__init__(look)
        lacking = f"The tag set {tags.name} lacks this tag; your notes use it."
        self.tag_set = tags
        self.tags = (*tags.tags, *(Tag(UNKNOWN, name, lacking, "annotation") for name in unknown))
        self.words = words
        names = [tag.name for tag in self.tags]
        self.recent = tuple(name for name in recent if name in names)
        wanted = proposed if proposed in names else self.recent[0] if self.recent else ""
        self.at = names.index(wanted) if wanted in names else 0

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the title, the tags in as many columns as needed, and the definition of the chosen one."""
        fixed = 5 + DEFINITION_ROWS
        columns = 1 if len(self.tags) + fixed <= height else 2
        if columns == 1 and len(self.tags) > 8 and width >= 56:
            columns = 2
        depth = -(-len(self.tags) // columns)
        seen = max(min(depth, height - fixed), 1)
        first = min(max(self.at % depth - seen // 2, 0), depth - seen) if self.tags else 0
        cell = width // columns
        rows: list[list[Part]] = [
            [("Tag  ", "accent-strong"), (fit(self.words, width - 5), "muted")],
            _more(signs().up, first > 0),
        ]
        for line in range(first, first + seen):
            row: list[Part] = []
            for at in range(line, len(self.tags), depth):
                row += fit_parts(self._entry(at), cell)
            rows.append(row)
        chosen = self.tags[self.at] if self.tags else None
        definition = safe(chosen.definition) if chosen else ""
        lines = wrapped_lines(definition, width)[:DEFINITION_ROWS]
        rows.append(_more(signs().down, first + seen < depth))
        rows += [[(line, "text")] for line in lines] + [[]] * (DEFINITION_ROWS - len(lines))
        rows.append([])
        rows.append(self._hint())
        return rows

    def on_key(self, event: events.Key) -> None:
        """Choose by letter or digit; what was typed behind the choice is left to the screen below."""
        if not self.is_current or not event.is_printable:
            return
        event.stop()
        event.prevent_default()
        char = event.character or ""
        name = tag_for_key(self.tag_set, self.recent, char)
        if name is not None:
            self.dismiss(name)
        elif char == UNKNOWN:
            self._point_at_unknown()

    def action_accept(self) -> None:
        """Give back the tag that is pointed at."""
        if self.tags:
            self.dismiss(self.tags[self.at].name)

    def action_choose(self, step: int) -> None:
        """Point at another tag."""
        if self.tags:
            self.at = (self.at + step) % len(self.tags)
            self.lay_out()

    def _point_at_unknown(self) -> None:
        """Point at the next tag that the tag set lacks: several share the sign."""
        lacking = [at for at, tag in enumerate(self.tags) if tag.key == UNKNOWN]
        if lacking:
            self.at = next((at for at in lacking if at > self.at), lacking[0])
            self.lay_out()

    def _entry(self, at: int) -> list[Part]:
        tag: Tag = self.tags[at]
        chosen = at == self.at
        digit = f" {self.recent.index(tag.name) + 1}" if tag.name in self.recent else ""
        return [
            (f"{signs().pointer if chosen else ' '} ", "accent-strong"),
            (safe(tag.key), tag_role(tag.colour)),
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


def _more(sign: str, is_so: bool) -> list[Part]:
    """Return the row over or under the tags: blank, or a sign that there are more of them that way."""
    return [(f"{sign} more", "muted")] if is_so else []

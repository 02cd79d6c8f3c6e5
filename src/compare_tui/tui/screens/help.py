"""All keys, grouped, and found by what they do."""

from __future__ import annotations

from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from compare_tui.tui.key_groups import (
    KeyGroup,
    KeyRow,
    dialog_group,
    found_in,
    registry_groups,
    review_group,
    table_group,
)
from compare_tui.tui.key_map import KeyMap, key_map_of
from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.dialog import ScrollingDialog, scroll_hint
from compare_tui.tui.signs import signs

LONGEST_QUERY = 30
"""Characters that can be looked for."""


def _signs(key_map: KeyMap) -> KeyGroup:
    """Return the signs and what each means."""
    meanings = (
        (signs().linked, "linked: both articles say it"),
        (signs().moved, "linked, at another place in the order"),
        ("blank", "a possible link only"),
        (signs().only_here, "only this article says it"),
        (signs().furniture, "furniture: credits, related links, addresses"),
        (signs().more, f"more counterparts: {key_map.first('next_counterpart')} shows the next"),
        (signs().annotated, "tagged; a letter is the tag"),
        ("behind a row", "letters of colleagues who marked words in it"),
    )
    return KeyGroup("Signs before a passage", tuple(KeyRow((sign,), meaning) for sign, meaning in meanings))


def key_groups(key_map: KeyMap) -> list[KeyGroup]:
    """Return everything that the help lists.

    Args:
        key_map: The keys in effect.
    """
    from compare_tui.tui.screens.annotation_fields import AnnotationFields
    from compare_tui.tui.screens.colleagues import ColleaguesScreen
    from compare_tui.tui.screens.history import HistoryScreen
    from compare_tui.tui.screens.note_editor import NoteEditor
    from compare_tui.tui.screens.question import Question
    from compare_tui.tui.screens.selection import SelectionScreen
    from compare_tui.tui.screens.tag_picker import TagPicker

    return [
        *registry_groups(key_map),
        table_group(key_map),
        dialog_group("While choosing a tag", TagPicker, TagPicker.TYPED),
        dialog_group("While writing a note", NoteEditor),
        dialog_group("While changing an annotation", AnnotationFields),
        dialog_group("In the history", HistoryScreen),
        dialog_group("While a question is asked", Question),
        dialog_group("While selecting words", SelectionScreen),
        review_group(key_map),
        dialog_group("Among the notebooks of colleagues", ColleaguesScreen),
        dialog_group("In this list", HelpScreen),
        _signs(key_map),
    ]


class HelpScreen(ScrollingDialog[None]):
    """Lists the keys that work, and what the signs mean; what is typed behind a slash filters the list."""

    WIDTH = 74
    CLOSED_BY = ("help", "quit")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "find a key, or what it does", show=False),
    ]

    def __init__(self, look: Look) -> None:
        """Make the dialog.

        Args:
            look: The styles.
        """
        super().__init__(look)
        self._query = ""
        self._typing = False
        self._most_rows = 0

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the keys by group, then the signs; of a filtered list what is left."""
        groups = key_groups(key_map_of(self.app))
        shown = found_in(groups, self._query) if self._query else groups
        rows = [self._title(shown)]
        key_width = 25 if width > 60 else 23
        for group in shown:
            rows += [[], [(group.name, "strong")]]
            for row in group.rows:
                keys = ["  ".join(row.keys)]
                if len(keys[0]) > key_width - 3:
                    keys = wrapped_lines(keys[0], key_width - 3)
                lines = wrapped_lines(row.description, max(width - key_width, 1))
                rows += [
                    [(f"  {key}".ljust(key_width), "accent"), (line, "text")]
                    for key, line in zip_longest(keys, lines, fillvalue="")
                ]
        if not shown:
            rows += [[], [("  Nothing has these letters.", "muted")]]
        if not self._query:
            self._most_rows = len(rows)
        # The sheet stays as high as it was while the list grows and shrinks.
        return rows + [[]] * (min(height, self._most_rows) - len(rows))

    def on_key(self, event: events.Key) -> None:
        """Take what is typed behind the slash; escape clears it."""
        if not self._typing:
            if event.key == "escape" and self._query:
                self._look_for("", typing=False)
            else:
                return
        elif event.key == "escape":
            self._look_for("", typing=False)
        elif event.key == "enter":
            self._look_for(self._query, typing=False)
        elif event.key == "backspace":
            self._look_for(self._query[:-1], typing=bool(self._query))
        elif event.is_printable and event.character:
            self._look_for((self._query + event.character)[:LONGEST_QUERY], typing=True)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_find(self) -> None:
        """Let letters be typed that filter the list."""
        self._look_for(self._query, typing=True)

    def _look_for(self, query: str, *, typing: bool) -> None:
        self._query, self._typing = query, typing
        self.sheet.top = 0
        self.lay_out()

    def _title(self, shown: list[KeyGroup]) -> list[Part]:
        if not self._query and not self._typing:
            return [("Keys", "accent-strong"), ("   / finds", "muted"), scroll_hint()]
        count = sum(len(group.rows) for group in shown)
        cursor = [(" ", "active")] if self._typing else []
        return [
            ("Keys  ", "accent-strong"),
            ("/", "accent"),
            (safe(self._query) if self._query.strip() else "", "strong"),
            *cursor,
            (f"   {count} found" if self._query else "", "text"),
            ("   esc clears", "muted"),
        ]

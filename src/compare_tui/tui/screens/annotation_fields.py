"""Changing the fields of an annotation, each by its letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from compare_tui.annotation.model import Annotation, TagSet
from compare_tui.tui.look import Look
from compare_tui.tui.parts import Part, fit
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.dialog import Dialog
from compare_tui.tui.signs import signs
from compare_tui.tui.tagging import FIELDS


class AnnotationFields(Dialog[dict[str, str] | None]):
    """Shows what an annotation says of itself; gives back what was changed, None where nothing was."""

    WIDTH = 70
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j,tab", "move(1)", "the field below", show=False),
        Binding("up,k,shift+tab", "move(-1)", "the field above", show=False),
        Binding("right,l,space", "change(1)", "its next value", show=False),
        Binding("left,h", "change(-1)", "its previous value", show=False),
        *(
            Binding(key, f"change_field({at})", f"change the {name}", show=False)
            for at, (key, name, _) in enumerate(FIELDS)
        ),
        Binding("enter,ctrl+s", "keep", "keep the changes", show=False),
        Binding("escape,q,ctrl+c,ctrl+q", "leave", "leave it as it was", show=False),
    ]

    def __init__(self, annotation: Annotation, tags: TagSet, look: Look, unknown: Sequence[str] = ()) -> None:
        """Make the dialog.

        Args:
            annotation: What is changed.
            tags: The tags to choose from.
            look: The styles.
            unknown: Names of tags in use that the tag set lacks.
        """
        super().__init__(look)
        self._annotation = annotation
        self._values = {name: str(getattr(annotation, name)) for _, name, _ in FIELDS}
        self._tags, self._unknown = tags, unknown
        self._at = 1

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the words it stands on, the fields and how to change them."""
        ends = (end for end in (self._annotation.a, self._annotation.b) if end is not None)
        words = f" {signs().linked} ".join(safe(end.exact) for end in ends)
        rows: list[list[Part]] = [
            [("Annotation  ", "accent-strong"), (fit(words, width - 12), "muted")],
            [],
        ]
        for at, (key, name, options) in enumerate(FIELDS):
            value = self._values[name]
            pointer = signs().pointer if at == self._at else " "
            row: list[Part] = [
                (f"{pointer} ", "accent-strong"),
                (key, "accent-strong"),
                (f"  {name:<12}", "text"),
            ]
            for option in options or (value,):
                role = "strong" if option == value else "muted"
                shown = f"[{safe(option)}]" if option == value else f" {safe(option)} "
                row.append((shown, role))
            rows.append(row)
        hint: list[Part] = [
            ("letter", "accent"),
            (" next value  ", "muted"),
            ("enter", "accent"),
            (" keeps  ", "muted"),
            ("esc", "accent"),
            (" leaves it as it was", "muted"),
        ]
        return [*rows, [], hint]

    def action_move(self, step: int) -> None:
        """Go to another field."""
        self._at = (self._at + step) % len(FIELDS)
        self.lay_out()

    def action_change(self, step: int) -> None:
        """Change the field in focus."""
        self._change(self._at, step)

    def action_change_field(self, at: int) -> None:
        """Change a field that was named by its letter."""
        self._change(at, 1)

    def action_keep(self) -> None:
        """Close and give back what was changed."""
        before = self._annotation
        changes = {name: value for name, value in self._values.items() if value != getattr(before, name)}
        self.dismiss(changes or None)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)

    def _change(self, at: int, step: int) -> None:
        self._at = at
        _, name, options = FIELDS[at]
        if options:
            now = options.index(self._values[name])
            self._values[name] = options[(now + step) % len(options)]
            self.lay_out()
            return
        from compare_tui.tui.screens.tag_picker import TagPicker

        def picked(tag: str | None) -> None:
            if tag is not None:
                self._values[name] = tag
            self.lay_out()

        picker = TagPicker(self._tags, self.look, proposed=self._values[name], unknown=self._unknown)
        self.app.push_screen(picker, picked)

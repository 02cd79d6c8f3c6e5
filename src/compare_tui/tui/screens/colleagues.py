"""The colleagues whose notebooks are open: turn them on and off, open and close their notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from compare_tui.annotation.location import notebooks_beside
from compare_tui.tui.company import Letters
from compare_tui.tui.look import Look
from compare_tui.tui.pane_rows import wrapped_lines
from compare_tui.tui.parts import Part, fit, fit_end, fit_parts
from compare_tui.tui.plain import safe
from compare_tui.tui.screens.accompanying import Accompanying
from compare_tui.tui.screens.path_prompt import PathPrompt
from compare_tui.tui.screens.review_keys import SharedKeys, hint_lines
from compare_tui.tui.signs import signs

_NAME_CELLS = 18


@dataclass(frozen=True, slots=True)
class _Row:
    """A notebook that the list shows.

    Attributes:
        path: Its file.
        person: Id of its author where it is open; empty where it is not.
    """

    path: Path
    person: str = ""


class ColleaguesScreen(SharedKeys[None]):
    """Lists notebooks of others; none of them is ever written."""

    WIDTH = 100
    ACTS: ClassVar[dict[str, str]] = {
        "next_passage": "step(1)",
        "previous_passage": "step(-1)",
        "reveal": "reveal",
        "help": "help",
        "quit": "dismiss",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", "next notebook", show=False),
        Binding("k,up", "step(-1)", "previous notebook", show=False),
        Binding("space", "turn", "show or hide this person's marks", show=False),
        Binding("enter", "open_chosen", "open it; show or hide its marks", show=False),
        Binding("o", "open_path", "open another notebook", show=False),
        Binding("c,delete", "close_chosen", "close it", show=False),
        Binding("q,escape", "dismiss", "leave", show=False),
    ]

    def __init__(self, look: Look, reading: Accompanying, letters: Letters) -> None:
        """Make the list.

        Args:
            look: The styles.
            reading: What knows the notebooks.
            letters: The letters of the people.
        """
        super().__init__(look)
        self._reading, self._letters = reading, letters
        self._at = 0
        self._told: tuple[str, ...] = ()
        self._row_of: dict[int, int] = {}

    @property
    def _rows(self) -> list[_Row]:
        """The open notebooks, then those that lie beside the articles."""
        reading = self._reading
        colleagues = reading.opened_review().colleagues
        rows = [_Row(one.path, one.author.id) for one in colleagues.notebooks]
        known = {one.path.resolve() for one in rows}
        known |= {one.path.resolve() for one in colleagues.opened.left_out}
        found = notebooks_beside(reading.a, reading.b, reading.notebook.path)
        return [*rows, *(_Row(path) for path in found if path.resolve() not in known)]

    def rows(self, width: int, height: int) -> list[list[Part]]:
        """Return the notebooks, what is wrong with others, and the keys."""
        reading = self._reading
        review = reading.opened_review()
        self._letters.give(one.author for one in review.colleagues.notebooks)
        rows = self._rows
        self._at = max(0, min(self._at, len(rows) - 1))
        state = "their marks are shown" if reading.is_revealed else "their marks are hidden"
        lines: list[list[Part]] = [[("Colleagues  ", "accent-strong"), (state, "muted")], []]
        self._row_of = {}
        for at, row in enumerate(rows):
            if not row.person and (at == 0 or rows[at - 1].person):
                lines += [[], [("Beside the articles, not open", "accent")]]
            self._row_of[len(lines)] = at
            lines.append(fit_parts(self._line(row, width, here=at == self._at), width))
        if not rows:
            lines.append([("  No notebook of somebody else lies beside the articles.", "muted")])
        told = self._told or review.notices
        for text in told:
            lines += [[], *([(line, "warning")] for line in wrapped_lines(safe(text), width))]
        foot = [[], *hint_lines(self._hints(rows), width)]
        return [*lines[: max(height - len(foot), 1)], *foot]

    def _line(self, row: _Row, width: int, *, here: bool) -> list[Part]:
        reading = self._reading
        pointer: Part = (f"{signs().pointer} " if here else "  ", "accent-strong")
        if not row.person:
            return [pointer, (fit_end(safe(row.path.name), width - 2), "strong" if here else "text")]
        notebooks = reading.opened_review().colleagues.notebooks
        one = next(each for each in notebooks if each.author.id == row.person)
        is_on = row.person not in reading.hidden_people
        count = f"{len(one.file.annotations)} marks" if reading.is_revealed else ""
        changed = "another text" if one.changed else ""
        parts: list[Part] = [
            pointer,
            (f"{self._letters.letter(row.person)} ", self._letters.role(row.person)),
            (fit(safe(one.author.name), _NAME_CELLS), "strong" if here else "text"),
            (fit("on" if is_on else "turned off", 12), "text" if is_on else "warning"),
            (fit(count, 11), "muted"),
            (fit(changed, 14) if changed else "", "warning"),
        ]
        used = sum(len(text) for text, _ in parts)
        return [*parts, (fit_end(safe(row.path.name), max(width - used, 0)), "muted")]

    def _hints(self, rows: list[_Row]) -> list[tuple[str, str]]:
        shown = "hide all" if self._reading.is_revealed else "reveal"
        is_open = bool(rows) and bool(rows[self._at].person)
        acts = [("space", "on or off"), ("c", "close")] if is_open else [("enter", "open")] if rows else []
        last = [
            ("o", "open a file"),
            (self.shared_key("reveal", ""), shown),
            (self.shared_key("quit", "q"), "leave"),
        ]
        return [*acts, *last]

    def action_step(self, step: int) -> None:
        """Go to another notebook."""
        self._at += step
        self._show()

    def action_turn(self) -> None:
        """Show or hide the marks of the person."""
        row = self._chosen()
        if row is not None and row.person:
            self._reading.turn(row.person)
            self._show()

    def action_open_chosen(self) -> None:
        """Open a notebook that is not open; show or hide the marks of one that is."""
        row = self._chosen()
        if row is not None and not row.person:
            self._open(row.path)
        else:
            self.action_turn()

    def action_open_path(self) -> None:
        """Ask for a path, and open the notebook there."""
        from compare_tui.tui.path_completion import resolved

        folder = self._reading.notebook.path.absolute().parent

        def answered(typed: str | None) -> None:
            if typed and typed.strip():
                self._open(resolved(typed, folder))

        self.app.push_screen(PathPrompt(self.look, "Open:", folder), answered)

    def action_close_chosen(self) -> None:
        """Close the notebook; its file stays as it is."""
        row = self._chosen()
        if row is not None and row.person:
            self._reading.close_colleague(row.person)
            self._show()

    def action_reveal(self) -> None:
        """Show what colleagues have marked, or hide it."""
        if self._reading.is_revealed:
            self._reading.action_reveal()
            self._show()
        else:
            self._reading.once_revealed(self._show)

    def on_click(self, event: events.Click) -> None:
        """Choose the notebook under the pointer; a second click opens it, or turns it on or off."""
        at = self._row_of.get(event.screen_y - self.sheet.region.y - 1)
        if at is not None and self.is_current:
            self._at = at
            self._show()
            if event.chain > 1:
                self.action_open_chosen()

    def _chosen(self) -> _Row | None:
        rows = self._rows
        return rows[self._at] if self._at < len(rows) else None

    def _open(self, path: Path) -> None:
        told = self._reading.open_colleague(path)
        rows = self._rows
        self._at = next((at for at, row in enumerate(rows) if row.path.resolve() == path.resolve()), self._at)
        self._show(told)

    def _show(self, told: tuple[str, ...] = ()) -> None:
        self._told = told
        self.lay_out()

"""What a role looks like: colours of the theme, and attributes that stay where colours do not."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from rich.style import Style

from compare_tui.comparison.kinds import Kind
from compare_tui.settings.themes import ColourTheme, contrast

Ground = Literal["background", "surface", "cursor", "counterpart"]
GROUNDS: tuple[Ground, ...] = get_args(Ground)

QUIET = 0.4
"""How far the colour of a mark away from the cursor goes over to the colour of the text, 0 to 1."""


LEAST_CONTRAST, MOST_CONTRAST = 4.5, 7.0
"""Contrast of words with their ground: what WCAG 2.2 asks for at levels AA and AAA (1.4.3, 1.4.6)."""

_STEPS = 10

PERSON_COLOURS: tuple[str, ...] = (
    "#d7875f",
    "#5fafd7",
    "#87af5f",
    "#af87d7",
    "#d7af5f",
    "#5fafaf",
    "#d787af",
    "#8787d7",
    "#afaf5f",
    "#5f87ff",
    "#d75f87",
    "#5faf87",
)
"""Colours of people, each moved towards that of the text as far as a theme needs; letters tell all apart."""

PERSON_TERMINAL_COLOURS: tuple[str, ...] = ("magenta", "cyan", "green", "yellow", "blue", "red")
"""Likewise, where there are only the colours of the terminal."""


class Attributes(NamedTuple):
    """Attributes of a role, seen without any colour."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    double: bool = False
    reverse: bool = False
    overline: bool = False


# Four of bold and italic times three of underlining, less the plain one: one combination for each kind.
KIND_ATTRIBUTES: dict[Kind, Attributes] = {
    "number": Attributes(bold=True, underline=True),
    "time": Attributes(bold=True, double=True),
    "place": Attributes(double=True),
    "who": Attributes(underline=True),
    "event": Attributes(bold=True, italic=True, underline=True),
    "certainty": Attributes(bold=True, italic=True),
    "quote": Attributes(italic=True, underline=True),
    "attribution": Attributes(italic=True, double=True),
    "omission": Attributes(bold=True),
    "wording": Attributes(italic=True),
    "style": Attributes(bold=True, italic=True, double=True),
}
"""Each kind of difference has attributes that no other kind has."""

_PLAIN: dict[str, tuple[str, Attributes]] = {
    "text": ("text", Attributes()),
    "strong": ("text", Attributes(bold=True)),
    "possible": ("possible", Attributes()),
    "only": ("only", Attributes()),
    "furniture": ("furniture", Attributes(italic=True)),
    "muted": ("muted", Attributes()),
    "faint": ("faint", Attributes()),
    "accent": ("accent", Attributes()),
    "accent-strong": ("accent", Attributes(bold=True)),
    "active": ("accent", Attributes(bold=True, reverse=True)),
    "annotation": ("annotation", Attributes(bold=True)),
    "annotated": ("annotation", Attributes(underline=True)),
    "differs": ("text", Attributes(underline=True)),
    "people": ("text", Attributes(bold=True, double=True, overline=True)),
    "selected": ("text", Attributes(underline=True, reverse=True)),
    "match": ("warning", Attributes(reverse=True)),
    "match-current": ("accent", Attributes(bold=True, underline=True, reverse=True)),
    "good": ("good", Attributes()),
    "warning": ("warning", Attributes(bold=True)),
    "error": ("error", Attributes(bold=True)),
}

TEXT_ROLES: tuple[str, ...] = tuple(role for role in _PLAIN if role != "faint")
"""Roles that carry words; ``faint`` draws lines only."""


def kind_role(kind: Kind, *, near: bool, focused: bool = False) -> str:
    """Return the role of a marked detail.

    Args:
        kind: Kind of its difference.
        near: Whether its link is the one in focus.
        focused: Whether the difference itself is in focus.
    """
    if focused:
        return f"focused:{kind}"
    return f"near:{kind}" if near else f"quiet:{kind}"


def tag_role(colour: str) -> str:
    """Return the role of a tag's letter or name.

    Args:
        colour: As the tag set says: ``#rrggbb``, or the name of a colour of the theme.
    """
    return f"tag:{colour}"


class Look:
    """The styles of one theme."""

    def __init__(self, theme: ColourTheme) -> None:
        """Take the colours of a theme.

        Args:
            theme: A validated theme.
        """
        self.theme = theme
        self._least = LEAST_CONTRAST if theme.of_terminal else _least_contrast(theme)
        self._styles: dict[tuple[str, Ground], Style] = {}

    def colour(self, role: str) -> str:
        """Return the colour of a role as ``#rrggbb``, or as the terminal's name of it.

        Raises:
            KeyError: There is no such role.
        """
        level, _, kind = role.partition(":")
        if not kind:
            return self.theme.colours[_PLAIN[role][0]]
        colour = self.theme.kinds[kind]
        return (
            colour
            if level != "quiet" or self.theme.of_terminal
            else blend(colour, self.theme.colours["text"], QUIET)
        )

    def style(self, role: str, ground: Ground = "background") -> Style:
        """Return the style of a role on a background.

        Args:
            role: A plain role, or one made by ``kind_role``.
            ground: What it stands on.
        """
        style = self._styles.get((role, ground))
        if style is None:
            style = self._styles[role, ground] = self._made(role, ground)
        return style

    def tag_colour(self, colour: str, ground: Ground) -> str:
        """Return the colour of a tag, legible on a ground: moved towards that of the text where it has to be.

        Args:
            colour: ``#rrggbb``, or the name of a colour of the theme.
            ground: What it stands on.
        """
        colours = self.theme.colours
        if not colour.startswith("#"):
            colour = self.theme.kinds.get(colour) or colours.get(colour, colours["text"])
        elif self.theme.of_terminal:
            return colours["text"]
        if self.theme.of_terminal:
            return colour
        for step in range(_STEPS):
            nearer = blend(colour, colours["text"], step / _STEPS)
            if contrast(nearer, colours[ground]) >= self._least:
                return nearer
        return colours["text"]

    def _made(self, role: str, ground: Ground) -> Style:
        level, _, kind = role.partition(":")
        if level in ("person", "letter"):
            return self._of_person(int(kind), ground, lines=level == "person")
        if level == "tag":
            return Style(
                color=_rich_colour(self.tag_colour(kind, ground)),
                bgcolor=_rich_colour(self.theme.colours[ground]),
                bold=True,
            )
        look = KIND_ATTRIBUTES[kind] if kind else _PLAIN[role][1]  # type: ignore[index]
        return Style(
            color=_rich_colour(self.colour(role)),
            bgcolor=_rich_colour(self.theme.colours[ground]),
            bold=look.bold or level == "focused" or None,
            italic=look.italic or None,
            # A terminal without double lines shows the single one.
            underline=look.underline or look.double or None,
            underline2=look.double or None,
            reverse=look.reverse or level == "focused" or None,
            overline=look.overline or None,
        )

    def _of_person(self, number: int, ground: Ground, *, lines: bool) -> Style:
        colour = PERSON_COLOURS[number % len(PERSON_COLOURS)]
        if self.theme.of_terminal:
            colour = PERSON_TERMINAL_COLOURS[number % len(PERSON_TERMINAL_COLOURS)]
        else:
            colour = self.tag_colour(colour, ground)
        # A line above and one below: no kind of difference looks so, whatever the terminal does with colours.
        return Style(
            color=_rich_colour(colour),
            bgcolor=_rich_colour(self.theme.colours[ground]),
            bold=True,
            underline=lines or None,
            overline=lines or None,
        )


def _least_contrast(theme: ColourTheme) -> float:
    """Return the contrast that tags must have: the higher one where a theme keeps it for its own kinds."""
    kept = min(contrast(colour, theme.colours["background"]) for colour in theme.kinds.values())
    return MOST_CONTRAST if kept >= MOST_CONTRAST else LEAST_CONTRAST


def _rich_colour(colour: str) -> str:
    return colour.replace("-", "_")


def blend(one: str, other: str, share: float) -> str:
    """Return a colour between two, as ``#rrggbb``.

    Args:
        one: A colour as ``#rrggbb``.
        other: Likewise.
        share: 0 for ``one``, 1 for ``other``.
    """
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)

"""Colours of people on the screen."""

from __future__ import annotations

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

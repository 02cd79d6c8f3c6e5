"""Colour themes as Textual knows them."""

from __future__ import annotations

from textual.theme import Theme

from compare_tui.settings.themes import ColourTheme


def textual_theme(theme: ColourTheme) -> Theme:
    """Return a theme as Textual knows it, for its own parts: dialogs, toasts, the palette."""
    colours = {name: _textual_colour(colour) for name, colour in theme.colours.items()}
    variables = {
        "block-cursor-background": colours["cursor"],
        "block-cursor-foreground": colours["text"],
        "block-cursor-text-style": "bold",
        "input-cursor-background": colours["accent"],
        "input-cursor-foreground": colours["background"],
        "input-selection-background": colours["cursor"],
        "text-muted": colours["muted"],
        "scrollbar": colours["faint"],
        "scrollbar-hover": colours["muted"],
        "scrollbar-active": colours["muted"],
        "scrollbar-background": colours["surface"],
        "scrollbar-background-hover": colours["surface"],
        "scrollbar-background-active": colours["surface"],
        "footer-key-foreground": colours["accent"],
    }
    if theme.of_terminal:
        # Without shades between its colours, only reversed text stands out.
        variables |= {
            "block-cursor-text-style": "bold reverse",
            "input-cursor-text-style": "reverse",
            "input-selection-background": colours["accent"],
            "input-selection-foreground": colours["background"],
            "ansi-background": colours["background"],
            "ansi-foreground": colours["text"],
            "border": colours["accent"],
            "border-blurred": colours["text"],
            "screen-selection-background": colours["accent"],
            "screen-selection-foreground": colours["background"],
        }
    return Theme(
        name=theme.name,
        dark=theme.dark,
        ansi=theme.of_terminal,
        primary=colours["accent"],
        secondary=colours["muted"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["cursor"],
        success=colours["good"],
        warning=colours["warning"],
        error=colours["error"],
        variables=variables,
    )


def _textual_colour(colour: str) -> str:
    return colour if colour.startswith("#") else f"ansi_{colour.replace('-', '_')}"

"""Key maps that come with the program: what each changes in the keys of the registry of actions."""

from __future__ import annotations

from collections.abc import Mapping

KEY_PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "default": {},
    # As far as single keys go: two strokes such as "gg" are not read.
    "vim": {
        "page_down": ("ctrl+f", "space", "pagedown"),
        "page_up": ("ctrl+b", "pageup"),
        "explain": ("K",),
        "edit_note": ("i", "e"),
        "remove_annotation": ("x", "delete"),
        "undo": ("u",),
        "redo": ("ctrl+r",),
        "quit": ("q", "ctrl+q", "Z"),
    },
    "emacs": {
        "next_passage": ("ctrl+n", "j", "down"),
        "previous_passage": ("ctrl+p", "k", "up"),
        "page_down": ("ctrl+v", "space", "pagedown"),
        "page_up": ("b", "backspace", "pageup"),
        "half_page_down": ("d",),
        "half_page_up": ("D",),
        "side_a": ("ctrl+b", "h", "left"),
        "side_b": ("ctrl+f", "l", "right"),
        "first_passage": ("ctrl+a", "g", "home"),
        "last_passage": ("ctrl+e", "G", "end"),
        "other_side": ("tab", "shift+tab", "ctrl+o"),
        "jump_back": ("<",),
        "search": ("ctrl+s", "/"),
        "next_match": ("n",),
        "previous_match": ("ctrl+r", "N"),
        "leave_difference": ("escape", "ctrl+g"),
        "level": ("ctrl+l", "="),
        "remove_annotation": ("ctrl+d", "delete", "x"),
        "undo": ("ctrl+underscore", "u", "ctrl+z"),
        "redo": ("ctrl+y",),
        "save": ("ctrl+x",),
        "palette": ("ctrl+t",),
    },
}
"""Keys by action id for each key map; an action that is not named keeps its keys."""

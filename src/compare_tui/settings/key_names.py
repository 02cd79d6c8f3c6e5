"""Names of keys: what people write becomes one name for each key, or a reason why it cannot be used."""

from __future__ import annotations

import re
import unicodedata

_MOVING = ("delete", "insert", "home", "end", "pageup", "pagedown", "up", "down", "left", "right")

NAMED_KEYS: frozenset[str] = frozenset(
    (
        *("space", "enter", "tab", "shift+tab", "escape", "backspace"),
        *_MOVING,
        *(f"shift+{name}" for name in _MOVING),
        *(f"ctrl+{name}" for name in _MOVING),
        *(f"f{number}" for number in range(1, 13)),
        *(f"ctrl+{letter}" for letter in "abcdefgjklnopqrstuvwxyz"),
        "ctrl+underscore",
        "ctrl+backslash",
    )
)
"""Keys that are no single character and that terminals send; the names are those of Textual."""

_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "page up": "pageup",
    "page down": "pagedown",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "ctrl+_": "ctrl+underscore",
    "ctrl+/": "ctrl+underscore",
    "ctrl+\\": "ctrl+backslash",
}
_SAME_KEY = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}
_CHARACTER_NAMES = {
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
    "hyphen_minus": "-",
}
_SHIFTED_CHARACTER = re.compile(r"shift\+(.)", re.DOTALL)


def key_name(text: str) -> str:
    """Return the one name of a key: a character as it is typed, or a name such as "ctrl+s" or "pagedown".

    Args:
        text: What somebody wrote, e.g. "Esc", "question_mark", "page down", "G".

    Raises:
        ValueError: No terminal sends such a key, or it is the same as another; the message says which.
    """
    if len(text) == 1 and text not in _OTHER_NAMES:
        if text == " ":
            return "space"
        if text.isprintable() and not unicodedata.combining(text):
            return text
        raise ValueError("is no key that can be typed")
    name = " ".join(text.split()).lower().replace(" + ", "+").removesuffix(" ")
    name = _OTHER_NAMES.get(name, name)
    if name in NAMED_KEYS:
        return name
    if name in _SAME_KEY:
        raise ValueError(f"is the same as {_SAME_KEY[name]} in a terminal")
    if "alt+" in name or "meta+" in name:
        raise ValueError("cannot be used: terminals send alt as escape and the key")
    if shifted := _SHIFTED_CHARACTER.fullmatch(name):
        raise ValueError(f'is written "{shifted[1].upper()}"')
    character = _CHARACTER_NAMES.get(name) or _named_character(name)
    if character is None:
        raise ValueError("is no key that terminals send")
    return character


def binding_key(key: str) -> str:
    """Return a key as Textual's bindings take it; there a comma stands between keys.

    Args:
        key: A name that ``key_name`` has returned.
    """
    return "comma" if key == "," else key


def _named_character(name: str) -> str | None:
    """Return the character that Textual calls by a name such as "question_mark"."""
    try:
        found = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None
    return found if "!" <= found <= "~" else None

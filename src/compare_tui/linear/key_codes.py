"""What terminals send for keys, and the names of those keys."""

from __future__ import annotations

import re

_CONTROLS = {
    "\t": "tab",
    "\n": "enter",
    "\r": "enter",
    "\x08": "backspace",
    "\x1c": "ctrl+backslash",
    "\x1f": "ctrl+underscore",
    "\x7f": "backspace",
    " ": "space",
}
_FINALS = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "F": "end",
    "H": "home",
    "P": "f1",
    "Q": "f2",
    "R": "f3",
    "S": "f4",
    "Z": "shift+tab",
}
_NUMBERS = {
    "1": "home",
    "2": "insert",
    "3": "delete",
    "4": "end",
    "5": "pageup",
    "6": "pagedown",
    "7": "home",
    "8": "end",
    **{str(number): f"f{place}" for place, number in enumerate((11, 12, 13, 14, 15), 1)},
    **{str(number): f"f{place}" for place, number in enumerate((17, 18, 19, 20, 21, 23, 24), 6)},
}
_MODIFIERS = {"2": "shift+", "5": "ctrl+"}
_SEQUENCE = re.compile(r"\x1b(?:\[([0-9;]*)([A-Za-z~])|O([A-Za-z])|\[[0-?]*[ -/]*[@-~])")
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?")


def first_key(typed: str, *, is_all: bool) -> tuple[str | None, str] | None:
    """Part the first key off what was typed.

    The sequences are those of xterm and the VT220, which other terminals follow.

    Args:
        typed: What the terminal has sent; not empty.
        is_all: Whether nothing more comes for now, so that an escape is the key of that name.

    Returns:
        The name of the key, None for one without a name, and the rest; None while the key is incomplete.
    """
    first = typed[0]
    if first != "\x1b":
        return _plain_name(first), typed[1:]
    if not is_all and _BEGUN.fullmatch(typed):
        return None
    found = _SEQUENCE.match(typed)
    if found is None:
        return "escape", typed[1:]
    numbers, final, single = found[1], found[2], found[3]
    rest = typed[found.end() :]
    if single is not None:
        return _FINALS.get(single), rest
    if final is None:
        return None, rest
    number, _, modifier = numbers.partition(";")
    name = _NUMBERS.get(number) if final == "~" else _FINALS.get(final)
    if name is not None and modifier:
        return (_MODIFIERS[modifier] + name if modifier in _MODIFIERS else None), rest
    return name, rest


def _plain_name(character: str) -> str | None:
    name = _CONTROLS.get(character)
    if name is None and "\x01" <= character <= "\x1a":
        name = f"ctrl+{chr(ord(character) + 0x60)}"
    return name or (character if character.isprintable() else None)

"""What is done over the list of a review, where a key may mean something else than over the articles."""

from __future__ import annotations

from compare_tui.tui.actions import Action

REVIEW_ACTIONS: tuple[Action, ...] = tuple(
    Action(f"review_{name}", keys, description, "Review", "review")
    for name, keys, description in (
        ("next", ("j", "down"), "next annotation"),
        ("previous", ("k", "up"), "previous annotation"),
        ("next_open", ("]",), "next without a verdict of mine"),
        ("previous_open", ("[",), "previous without one"),
        ("first", ("home",), "first annotation"),
        ("last", ("G", "end"), "last annotation"),
        ("accept", ("a",), "accept"),
        ("reject", ("x",), "reject"),
        ("needs_work", ("w",), "needs work, with a comment"),
        ("reply", ("r",), "reply"),
        ("take_back", ("backspace",), "take the last verdict back"),
        ("identical", ("I",), "accept what all have alike"),
        ("undo", ("u",), "undo"),
        ("redo", ("ctrl+r",), "redo"),
        ("person", ("p",), "one person only"),
        ("tag", ("t",), "one tag only"),
        ("verdict", ("v",), "one verdict only"),
        ("unreviewed", ("U",), "unreviewed only, or all"),
        ("disputed", ("D",), "disputed only, or all"),
        ("all", ("0",), "all filters off"),
        ("more", ("space",), "what is said: further down"),
        ("less", ("b",), "what is said: further up"),
        ("agreement", ("g",), "agreement in numbers"),
        ("show", ("enter",), "show the place in the articles"),
        ("close", ("q", "escape"), "close"),
    )
)
"""Every action, in the order of the help screen."""

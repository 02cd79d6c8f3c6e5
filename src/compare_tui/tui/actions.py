"""The registry of actions: bindings, footer, help and palette all read this one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from compare_tui.tui.signs import ASCII, signs

Where = Literal["reading", "review", "dialog"]
Group = Literal["Move", "Find", "Differences", "Annotate", "View", "Program", "Review"]


class Action(NamedTuple):
    """Something a person can do.

    Attributes:
        id: Its name; the screen has a method ``action_<id>``.
        keys: Default keys, as Textual names them; the first is the one shown.
        description: What it does, in a few words.
        group: Under which heading the help lists it.
        where: The screens on which it works.
        short: One word for the footer; empty where the footer leaves it out.
        rank: Which footer entries stay when there is little room; low ones stay longest.
    """

    id: str
    keys: tuple[str, ...]
    description: str
    group: Group
    where: Where = "reading"
    short: str = ""
    rank: int = 9


ACTIONS: tuple[Action, ...] = (
    Action("next_passage", ("j", "down"), "next passage", "Move", short="passage", rank=3),
    Action("previous_passage", ("k", "up"), "previous passage", "Move"),
    Action("page_down", ("space", "pagedown"), "a page down", "Move"),
    Action("page_up", ("b", "pageup"), "a page up", "Move"),
    Action("half_page_down", ("ctrl+d",), "half a page down", "Move"),
    Action("half_page_up", ("ctrl+u",), "half a page up", "Move"),
    Action("first_passage", ("g", "home"), "first passage", "Move"),
    Action("last_passage", ("G", "end"), "last passage", "Move"),
    Action("other_side", ("tab", "shift+tab"), "the other article", "Move"),
    Action("side_a", ("h", "left"), "article A", "Move"),
    Action("side_b", ("l", "right"), "article B", "Move"),
    Action(
        "next_counterpart",
        ("enter",),
        "next counterpart",
        "Move",
        short="counterpart",
        rank=6,
    ),
    Action("next_linked", ("m",), "next linked passage", "Move"),
    Action("previous_linked", ("M",), "previous linked passage", "Move"),
    Action("next_only", ("o",), "next passage only here", "Move"),
    Action("previous_only", ("O",), "previous passage only here", "Move"),
    Action("go_to", (":",), "go to a passage by number", "Move"),
    Action("jump_back", ("<", "ctrl+o"), "back to before the last jump", "Move"),
    Action("jump_forward", (">",), "forward again", "Move"),
    Action("search", ("/",), "find words; tables: filter", "Find", short="find", rank=7),
    Action("next_match", ("n",), "next place of the words", "Find"),
    Action("previous_match", ("N",), "previous place of the words", "Find"),
    Action("hidden_characters", ("I",), "hidden characters in the text", "Find"),
    Action("left_out", ("Y",), "what was left out of a source", "Find"),
    Action("next_difference", ("]",), "next difference", "Differences", short="difference", rank=2),
    Action("previous_difference", ("[",), "previous difference", "Differences"),
    Action("toggle_style", ("s",), "show or hide style differences", "Differences"),
    Action("explain", ("i",), "why this passage is linked", "Differences"),
    Action("filter_kind", ("f",), "tables: one kind or tag only", "Differences"),
    Action("filter_major", ("F",), "tables: major only; by status", "Differences"),
    Action("filter_tagged", ("w",), "tables: tagged or not; by words", "Differences"),
    Action("filter_author", ("@",), "annotations of one person only", "Differences"),
    Action("leave_difference", ("escape",), "filters, marks or focus off", "Differences"),
    Action("tag", ("t",), "tag the difference or passage", "Annotate", short="tag", rank=1),
    Action("select", ("S",), "select words to tag or to copy", "Annotate"),
    Action("copy", ("y",), "copy the selection or focus", "Annotate"),
    Action("repeat_tag", (".",), "tag with the last tag again", "Annotate"),
    Action("edit_note", ("e",), "write a note on the annotation", "Annotate", short="note", rank=4),
    Action("edit_annotation", ("E",), "change its tag, status or so", "Annotate"),
    Action("retag_all", ("B",), "list: another tag for all shown", "Annotate"),
    Action("remove_annotation", ("x", "delete", "backspace"), "remove the annotation", "Annotate"),
    Action("next_annotation", ("a",), "next annotation here", "Annotate"),
    Action("previous_annotation", ("A",), "previous annotation here", "Annotate"),
    Action("annotation_forward", ("}",), "go to the next annotation", "Annotate"),
    Action("annotation_back", ("{",), "go to the previous annotation", "Annotate"),
    Action("accept_place", ("p",), "accept what is proposed", "Annotate"),
    Action("reattach", ("P",), "attach it to other words", "Annotate"),
    Action("keep_orphan", ("X",), "refuse what is proposed", "Annotate"),
    Action("link", ("+",), "mark, then link with a passage", "Annotate"),
    Action("unlink", ("-",), "take the link in focus away", "Annotate"),
    Action("review", ("V",), "review what colleagues tagged", "Annotate"),
    Action("reveal", ("*",), "reveal or hide colleague marks", "Annotate"),
    Action("colleagues", ("C",), "colleagues: open, close, show", "Annotate"),
    Action("undo", ("u", "ctrl+z"), "undo", "Annotate"),
    Action("redo", ("ctrl+r", "ctrl+y"), "redo", "Annotate"),
    Action("history", ("U",), "every act of this session", "Annotate"),
    Action("save", ("ctrl+s",), "save the annotations", "Annotate"),
    Action("save_as", ("W", "ctrl+w"), "save them under another name", "Annotate"),
    Action("next_view", ("v",), "next view: 1, 2, 3 or 4", "View", short="view", rank=5),
    Action("view_reading", ("1",), "view: both articles", "View"),
    Action("view_aligned", ("2",), "view: aligned passages", "View"),
    Action("view_differences", ("3",), "view: table of differences", "View"),
    Action("view_annotations", ("4",), "view: list of annotations", "View"),
    Action("reorder", ("r",), "aligned, tables: other order", "View"),
    Action("fold", ("z",), "aligned: fold equal passages", "View"),
    Action("toggle_together", ("L",), "scroll together or apart", "View"),
    Action("level", ("=",), "bring the counterpart level", "View"),
    Action("inspector_down", (")",), "inspector: later lines", "View"),
    Action("inspector_up", ("(",), "inspector: earlier lines", "View"),
    Action("inspector_size", ("J",), "inspector: larger or smaller", "View"),
    Action("next_theme", ("T",), "next colour theme", "View"),
    Action("toggle_comparison", ("c",), "stop comparing, or compare anew", "Program"),
    Action("reread", ("R",), "read the articles anew", "Program"),
    Action("help", ("?", "f1"), "all keys", "Program", short="help", rank=0),
    Action("palette", ("ctrl+p",), "find an action by name", "Program"),
    Action("quit", ("q", "ctrl+q"), "quit", "Program", short="quit", rank=8),
)
"""Every action, in the order of the help screen."""

_NAMES = {
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "f1": "F1",
    "ctrl+underscore": "ctrl+_",
    "ctrl+backslash": "ctrl+\\",
}


def find_action(action_id: str) -> Action:
    """Return the action with this id.

    Raises:
        KeyError: There is none.
    """
    for action in ACTIONS:
        if action.id == action_id:
            return action
    raise KeyError(action_id)


def key_label(key: str) -> str:
    """Return how a key is shown to a reader, e.g. "↓" for "down"."""
    label = _NAMES.get(key, key)
    return key if signs() is ASCII and not label.isascii() else label


def footer_entries(actions: Mapping[str, Action] | None = None) -> Iterator[tuple[str, Action]]:
    """Yield what the footer may show, in the order of the table: the keys together and the action.

    Args:
        actions: The actions by id, with their keys in effect; None for those of the registry.
    """
    known = {action.id: action for action in ACTIONS} if actions is None else actions
    for action in known.values():
        if action.short:
            shown = _FOOTER_KEYS.get(action.id, (action.id,))
            yield " ".join(key_label(known[one].keys[0]) for one in shown), action


_FOOTER_KEYS = {
    "next_passage": ("next_passage", "previous_passage"),
    "next_difference": ("previous_difference", "next_difference"),
}

"""Write the table of keys into the README from the registry of actions: ``python docs/keys.py``."""

from __future__ import annotations

from pathlib import Path

from compare_tui.tui.actions import ACTIONS, key_label
from compare_tui.tui.review_actions import REVIEW_ACTIONS

README = Path(__file__).parent.parent / "README.md"
START, END = "<!-- keys -->\n", "<!-- end of keys -->\n"


def keys_table() -> str:
    """Return every action with its keys as a Markdown table."""
    rows = ["| | keys | what they do |", "| --- | --- | --- |"]
    group = ""
    for action in (*ACTIONS, *REVIEW_ACTIONS):
        keys = " ".join(f"`{key_label(key)}`" for key in action.keys)
        rows.append(f"| {action.group if action.group != group else ''} | {keys} | {action.description} |")
        group = action.group
    return "\n".join(rows) + "\n"


def with_keys(text: str) -> str:
    """Return the README's ``text`` with the table of keys made anew."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}{keys_table()}{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")

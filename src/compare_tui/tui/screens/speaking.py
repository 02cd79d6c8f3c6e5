"""What the parts of reading tell a person and ask of one: a screen does it, or a program of plain lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from compare_tui.annotation.model import TagSet


class Speaking:
    """Short messages, questions, and the keys that they name; none of it knows any screen."""

    def say(self, text: str, hint: str = "") -> None:
        """Tell something in short, in place of what was told before.

        Args:
            text: What to say; it is cleaned.
            hint: What can be done about it.
        """
        raise NotImplementedError

    def warn(self, text: str, *, title: str = "", severity: Literal["warning", "error"] = "warning") -> None:
        """Tell something that must not be missed.

        Args:
            text: What to say; it is cleaned.
            title: What it is about.
            severity: How bad it is.
        """
        raise NotImplementedError

    def key(self, action_id: str) -> str:
        """Return how the first key in effect of an action is named."""
        raise NotImplementedError

    def ask(self, title: str, hint: str, before: str, answered: Callable[[str | None], None]) -> None:
        """Ask for one line.

        Args:
            title: What is asked for.
            hint: What may be typed.
            before: What was answered the last time.
            answered: Takes the line, None where the person has left the question.
        """
        raise NotImplementedError

    def ask_tag(
        self,
        tags: TagSet,
        proposed: str | None,
        recent: Sequence[str],
        words: str,
        picked: Callable[[str | None], None],
    ) -> None:
        """Ask for a tag.

        Args:
            tags: What can be chosen.
            proposed: Name of the tag that enter accepts; None proposes the one used last.
            recent: Names of the tags used before, the last one first.
            words: What is to be tagged, cleaned.
            picked: Takes the name of the tag, None where the person has left the question.
        """
        raise NotImplementedError

    def ask_note(
        self, note: str, tag: str, words: Sequence[str], written: Callable[[str | None], None]
    ) -> None:
        """Ask for a note.

        Args:
            note: The note so far.
            tag: Name of the tag that it is about, cleaned.
            words: The words that the tag stands on, cleaned; those of A first.
            written: Takes the note, None where nothing is to be changed.
        """
        raise NotImplementedError

    def draft(self) -> str | None:
        """Return the note that is being written, None where there is none or it did not change."""
        raise NotImplementedError

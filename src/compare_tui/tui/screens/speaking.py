"""What the parts of reading tell a person and ask of one: a screen does it, or a program of plain lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from compare_tui.annotation.model import Annotation, TagSet
    from compare_tui.tui.hidden_rows import HiddenRow

Answer = tuple[str, str, str]
"""A key, what it does in a few words, and what it answers."""


class Speaking:
    """Short messages, questions, and the keys that they name; none of it knows any screen."""

    def say(self, text: str, hint: str = "") -> None:
        """Tell something in short, in place of what was told before.

        Args:
            text: What to say; it is cleaned.
            hint: What can be done about it.
        """
        raise NotImplementedError

    def warn(
        self,
        text: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "warning",
        seconds: float = 10,
        alone: bool = False,
    ) -> None:
        """Tell something that must not be missed.

        Args:
            text: What to say; it is cleaned.
            title: What it is about.
            severity: How bad it is.
            seconds: How long it is seen, where it goes away.
            alone: Whether it takes the place of what was told before.
        """
        raise NotImplementedError

    def warn_later(self, text: str) -> None:
        """Tell something that must not be missed, behind what is about to be told."""
        self.warn(text)

    @property
    def can_ask(self) -> bool:
        """Whether no other question is open."""
        return True

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

    def choose(
        self,
        told: Sequence[str],
        answers: Sequence[Answer],
        leave: str,
        answered: Callable[[str | None], None],
    ) -> None:
        """Ask a question with a few answers.

        Args:
            told: What it is about, cleaned.
            answers: The answers; the last one changes nothing.
            leave: What is answered where the person leaves the question.
            answered: Takes the answer.
        """
        raise NotImplementedError

    def ask_author(self, suggested: str, answered: Callable[[str | None], None]) -> None:
        """Ask who annotates.

        Args:
            suggested: The name that is known so far.
            answered: Takes the name, None where it is to be asked again.
        """
        raise NotImplementedError

    def ask_tag(
        self,
        tags: TagSet,
        proposed: str | None,
        words: str,
        picked: Callable[[str | None], None],
        *,
        recent: Sequence[str] = (),
        unknown: Sequence[str] = (),
    ) -> None:
        """Ask for a tag.

        Args:
            tags: What can be chosen.
            proposed: Name of the tag that enter accepts; None proposes the one used last.
            words: What is to be tagged, cleaned.
            picked: Takes the name of the tag, None where the person has left the question.
            recent: Names of the tags used before, the last one first.
            unknown: Names of tags in use that the tag set lacks.
        """
        raise NotImplementedError

    def ask_fields(
        self,
        annotation: Annotation,
        tags: TagSet,
        unknown: Sequence[str],
        answered: Callable[[dict[str, str] | None], None],
    ) -> None:
        """Ask what the fields of an annotation are to be.

        Args:
            annotation: What is changed.
            tags: The tags to choose from.
            unknown: Names of tags in use that the tag set lacks.
            answered: Takes the fields that changed, None where none did.
        """
        raise NotImplementedError

    def ask_history(
        self, done: Sequence[str], undone: Sequence[str], answered: Callable[[int | None], None]
    ) -> None:
        """Ask which state of this session to go to.

        Args:
            done: What was done, oldest first.
            undone: What was taken back, in the order in which it can be done again.
            answered: Takes how many acts to take back (below 0) or to do again, None for none.
        """
        raise NotImplementedError

    def ask_hidden(self, found: Sequence[HiddenRow], answered: Callable[[HiddenRow | None], None]) -> None:
        """Ask which of the hidden characters to go to.

        Args:
            found: The hidden characters.
            answered: Takes one of them, None where the person stays.
        """
        raise NotImplementedError

    def show_left_out(self, lines: Sequence[str]) -> None:
        """Tell what was left out of the sources.

        Args:
            lines: Plain lines, indented with blanks.
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

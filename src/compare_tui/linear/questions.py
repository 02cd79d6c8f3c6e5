"""Questions by ear: each in words, answered by a line or by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from compare_tui.article.hidden import hidden_name
from compare_tui.linear.key_source import InputEndedError, KeySource
from compare_tui.linear.wording import counted, key_spoken, sentence, words_spoken
from compare_tui.settings.options import LONGEST_TEXT
from compare_tui.tui.filtering import following
from compare_tui.tui.pairs import SIDE_NAMES
from compare_tui.tui.plain import safe, shortened
from compare_tui.tui.screens.speaking import Answer, Speaking
from compare_tui.tui.tagging import FIELDS, tag_for_key

if TYPE_CHECKING:
    from compare_tui.annotation.model import Annotation, Tag, TagSet
    from compare_tui.tui.actions import Action
    from compare_tui.tui.hidden_rows import HiddenRow
    from compare_tui.tui.key_map import KeyMap

OFFERED = 9
"""Actions that are offered at once, one for each digit."""


class Questions(Speaking):
    """The part of reading by ear that tells and asks."""

    key_map: KeyMap
    keys: KeySource
    tell: Callable[[str], None]
    _lines: list[str] | None = None
    _note: str = ""

    def perform(self, action_id: str) -> None:
        """Do an action; the session does it."""
        raise NotImplementedError

    def say(self, text: str, hint: str = "") -> None:
        """Tell something in one sentence."""
        self.tell(sentence(f"{text}; {hint}" if hint else text))

    def warn(
        self,
        text: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "warning",
        seconds: float = 10,
        alone: bool = False,
    ) -> None:
        """Tell something that must not be missed."""
        self.tell(sentence(f"{title}: {text}" if title else text))

    def key(self, action_id: str) -> str:
        """Return how the first key in effect of an action is called."""
        return key_spoken(self.key_map.first_key(action_id))

    def ask(self, title: str, hint: str, before: str, answered: Callable[[str | None], None]) -> None:
        """Ask for one line; an empty one leaves the question."""
        last = f". The last time: {before}" if before else ""
        self.tell(sentence(f"{title}: type {hint}, then enter; an empty line leaves{last}"))
        line = self.keys.line()
        if line is None or not line.strip():
            self.say("left")
            answered(None)
        else:
            answered(line)

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
        """List the tags, one a line, and read the key of one."""
        names = [*(tag.name for tag in tags.tags), *unknown]
        recent = [name for name in recent if name in names]
        accepted = next((name for name in (proposed, *recent) if name in names), None)
        self.tell(sentence(f"tag {shortened(words)}"))
        for tag in tags.tags:
            self.tell(_tag_line(tag, recent))
        offer = f"enter takes {accepted}" if accepted is not None else ""
        self.tell(sentence("press the key of a tag", offer, "escape leaves"))
        while True:
            key = self.keys.key()
            if key in ("escape", "backspace"):
                self.say("left")
                picked(None)
                return
            tag_name = accepted if key == "enter" else tag_for_key(tags, recent, key)
            if tag_name is not None:
                picked(tag_name)
                return
            self.say(f"the key {key_spoken(key)} is no tag")

    def choose(
        self,
        told: Sequence[str],
        answers: Sequence[Answer],
        leave: str,
        answered: Callable[[str | None], None],
    ) -> None:
        """Tell a question and its answers, and read a key."""
        for line in told:
            if line.strip():
                self.tell(sentence(line.strip()))
        for key, words, _ in answers:
            self.tell(sentence(f"{key_spoken(key)}: {words}"))
        while True:
            key = self.keys.key()
            found = next((answer for known, _, answer in answers if known == key), None)
            if found is None and key in ("escape", "q", "enter"):
                found = leave
            if found is not None:
                answered(found)
                return
            self.say(f"the key {key_spoken(key)} answers nothing here")

    def ask_author(self, suggested: str, answered: Callable[[str | None], None]) -> None:
        """Ask for a name; an empty line leaves it for the next time."""
        self.say(f"your name, as colleagues see it: type it, then enter; so far {suggested}")
        self.tell("An empty line asks again next time.")
        line = self.keys.line()
        answered((safe(line)[:LONGEST_TEXT] or None) if line is not None else None)

    def ask_fields(
        self,
        annotation: Annotation,
        tags: TagSet,
        unknown: Sequence[str],
        answered: Callable[[dict[str, str] | None], None],
    ) -> None:
        """Tell the fields; a letter takes the next value of one, enter keeps them."""
        values = {name: str(getattr(annotation, name)) for _, name, _ in FIELDS}
        for letter, name, _ in FIELDS:
            self.tell(sentence(f"{key_spoken(letter)}: {name} {values[name]}"))
        self.tell("Press the letter of a field for its next value; enter keeps all, escape leaves.")

        def tagged(tag: str | None) -> None:
            if tag is not None:
                values["tag"] = tag

        while (key := self.keys.key()) not in ("enter", "escape", "q"):
            field = next((one for one in FIELDS if one[0] == key), None)
            if field is None:
                self.say(f"the key {key_spoken(key)} is no field")
                continue
            _, name, options = field
            if options:
                values[name] = following(options, values[name])
            else:
                self.ask_tag(tags, values[name], "this annotation", tagged, unknown=unknown)
            self.say(f"{name} {values[name]}")
        changes = {name: value for name, value in values.items() if value != getattr(annotation, name)}
        if key != "enter" or not changes:
            self.say("left as it was")
        answered((changes or None) if key == "enter" else None)

    def ask_history(
        self, done: Sequence[str], undone: Sequence[str], answered: Callable[[int | None], None]
    ) -> None:
        """Tell every act with its number, and read the number of the state to go to."""
        now = len(done)
        for at, act in enumerate(["the start of this session", *done, *undone]):
            state = "now" if at == now else "undone" if at > now else ""
            self.tell(sentence(f"{at}: {safe(act)}", state))

        def numbered(text: str | None) -> None:
            at = int(text) if text is not None and text.strip().isdecimal() else -1
            if text is not None and not 0 <= at <= now + len(undone):
                self.say(f"no act has the number {text.strip()}")
            answered((at - now or None) if 0 <= at <= now + len(undone) else None)

        self.ask("History", "the number of a state to go to", "", numbered)

    def ask_hidden(self, found: Sequence[HiddenRow], answered: Callable[[HiddenRow | None], None]) -> None:
        """Tell the hidden characters with a number each, and read the number of one."""
        for number, row in enumerate(found, 1):
            passage = row.article.passages[row.place.passage].number
            count = len(row.place.offsets)
            times = f"{count} times" if count > 1 else ""
            where = f"{SIDE_NAMES[row.side]} {passage}"
            self.tell(sentence(f"{number}: {hidden_name(row.place.codepoint)} in {where}", times))

        def numbered(text: str | None) -> None:
            at = int(text) if text is not None and text.strip().isdecimal() else 0
            if text is not None and not 0 < at <= len(found):
                self.say(f"no line has the number {text.strip()}")
            answered(found[at - 1] if 0 < at <= len(found) else None)

        self.ask("Go to", "the number of a hidden character", "", numbered)

    def show_left_out(self, lines: Sequence[str]) -> None:
        """Tell what was left out of the sources, a line each."""
        for line in filter(str.strip, lines):
            self.tell(sentence(safe(line.strip())))

    def ask_note(
        self, note: str, tag: str, words: Sequence[str], written: Callable[[str | None], None]
    ) -> None:
        """Read the lines of a note up to an empty one or a full stop; what was there before is kept above."""
        self.tell(sentence(f"note on {tag}: {' against '.join(map(words_spoken, words))}"))
        if note.strip():
            self.tell(sentence(f"so far: {note}"))
            self.tell("What you type is added to it; a line with a minus alone clears it first.")
        self.tell("Type lines; an empty line or a full stop alone ends the note.")
        self._note, self._lines = note, []
        while True:
            line = self.keys.line()
            if line is None or line.strip() in ("", "."):
                break
            if line.strip() == "-" and not self._lines:
                self._note = ""
                self._lines.append("")
            else:
                self._lines.append(line)
        draft = self.draft()
        self._lines = None
        changed = draft is not None and draft != note
        self.say("the note ends" if changed else "the note stays as it is")
        written(draft if changed else None)

    def draft(self) -> str | None:
        """Return the note that is being written, None where there is none or nothing was typed."""
        if not self._lines:
            return None
        return "\n".join([*([self._note] if self._note else []), *self._lines]).strip()

    def action_help(self) -> None:
        """Tell every key, one action a line."""
        for group, actions in groupby(self.key_map.actions(), key=lambda action: action.group):
            self.tell(sentence(f"keys: {group}"))
            for action in actions:
                self.tell(_action_line(action))

    def action_palette(self) -> None:
        """Find an action by its words, and do it."""

        def answered(text: str | None) -> None:
            if text is not None:
                self._offer(text)

        self.ask("Find an action", "words of its description", "", answered)

    def _offer(self, text: str) -> None:
        words = text.casefold().split()
        found = [
            action
            for action in self.key_map.actions()
            if action.id != "palette"
            and all(word in f"{action.group} {action.description}".casefold() for word in words)
        ][:OFFERED]
        if not found:
            self.say(f"no action has the words {text}")
            return
        if len(found) > 1:
            for number, action in enumerate(found, 1):
                self.tell(f"{number}: {_action_line(action)}")
            self.tell(sentence(f"{counted(len(found), 'action')}: press a number", "any other key leaves"))
            key = self.keys.key()
            if key not in map(str, range(1, len(found) + 1)):
                self.say("left")
                return
            found = [found[int(key) - 1]]
        self.perform(found[0].id)

    def ask_to_leave(self, reason: str) -> Literal["copy", "lose", "stay"]:
        """Ask what is to become of annotations that could not be saved.

        Args:
            reason: Why they could not be saved, cleaned.
        """
        self.tell(sentence(f"the annotations could not be saved: {reason}"))
        self.tell("Press c to keep a copy and leave, y to leave and lose them, any other key to stay.")
        try:
            key = self.keys.key()
        except InputEndedError:
            return "copy"
        return "copy" if key == "c" else "lose" if key == "y" else "stay"


def _tag_line(tag: Tag, recent: Sequence[str]) -> str:
    again = f", or {recent.index(tag.name) + 1}" if tag.name in recent else ""
    return f"{key_spoken(tag.key)} {safe(tag.name)}{again}"


def _action_line(action: Action) -> str:
    return f"{' or '.join(map(key_spoken, action.keys))}: {action.description}."

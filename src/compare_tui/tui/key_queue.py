"""Keys that are typed ahead: each reaches the screen that the ones before it have brought up."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

LONGEST_WAIT = 0.25
"""Seconds after which a key counts as handled even where the widget that had it is gone."""


class KeyQueue:
    """Gives an app one key at a time.

    Textual posts keys to the widget that has the focus when they arrive. Of "t n" typed in one go, both would
    go to the text, and the dialog that "t" opens would never see the letter.

    Args:
        app: The app; it calls ``type`` for every key.
        deliver: Sends a key on its way, as the app does without a queue.
    """

    def __init__(self, app: App[None], deliver: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._deliver = deliver
        self._waiting: deque[events.Key] = deque()
        self._under_way = 0
        self._busy = False

    async def type(self, key: events.Key) -> None:
        """Deliver a key, or keep it until the one before it is handled.

        Escape and a character in quick succession come as one key, "alt+" the character; no key of the
        program has an alt, so they are two again.
        """
        if key.key.startswith("alt+") and key.character is not None and len(key.character) == 1:
            self._waiting.append(events.Key("escape", None))
            key = events.Key(key.key.removeprefix("alt+"), key.character)
        self._waiting.append(key)
        if not self._busy:
            await self._next()

    async def _next(self) -> None:
        if not self._waiting:
            return
        self._busy = True
        self._under_way += 1
        ticket = self._under_way
        holder: MessagePump = self._app.focused or self._app.screen
        await self._deliver(self._waiting.popleft())
        if self._waiting:
            self._app.set_timer(LONGEST_WAIT, lambda: self._handled(ticket))
        self._follow(holder, ticket)

    def _follow(self, holder: MessagePump, ticket: int) -> None:
        """Send a call behind the key, through the queues of the same widgets up to the app."""
        if holder is self._app:
            holder.call_later(self._handled, ticket)
            return
        above = holder._parent or self._app
        if not holder.call_later(self._follow, above, ticket):
            self._follow(above, ticket)

    async def _handled(self, ticket: int) -> None:
        if self._busy and ticket == self._under_way:
            self._busy = False
            await self._next()


def typed_events(typed: str) -> Iterator[Message]:
    """Yield what a terminal has sent before the screen was there, as Textual would.

    Args:
        typed: Characters and sequences; "" yields nothing.
    """
    if typed:
        from textual._xterm_parser import XTermParser

        parser = XTermParser()
        for text in (typed, ""):
            yield from parser.feed(text)

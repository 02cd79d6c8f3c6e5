"""Who annotates, when, and under which ids."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from compare_tui.annotation.model import Author
from compare_tui.article.clean import clean

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TIME_CHARACTERS = 8
_RANDOM_CHARACTERS = 4
_UNDIVIDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_LONGEST_ID = 32
_GIT_SECONDS = 2.0

_making = threading.Lock()
_made = [0]
"""The number of the last id that was made."""

OF_GIT = "git's user.name"
OF_LOGIN = "the login"


def new_id(prefix: str, now: datetime | None = None) -> str:
    """Return an id such as "a-01JDA7R2M4X9".

    Behind the prefix stand twelve characters of Crockford's base 32: eight count hundredths of a second
    since 1970 (they last until 2318), four are random. Ids that a process makes later sort later, also of one
    moment and after the clock was set back.

    Args:
        prefix: What the id is for, e.g. "a" for an annotation.
        now: The time to count, with its zone; the present if None.
    """
    moment = datetime.now(UTC) if now is None else now
    hundredths = max(0, int(moment.timestamp() * 100)) % 32**_TIME_CHARACTERS
    number = hundredths * 32**_RANDOM_CHARACTERS + int.from_bytes(os.urandom(4)) % 32**_RANDOM_CHARACTERS
    if now is None:
        with _making:
            number = _made[0] = max(number, _made[0] + 1)
    length = _TIME_CHARACTERS + _RANDOM_CHARACTERS
    return f"{prefix}-" + "".join(_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(length)))


def utc_now() -> str:
    """Return the present time in UTC, to the second: "2026-11-22T10:15:02Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def slug(name: str) -> str:
    """Return a name as lower-case ASCII letters, digits and single hyphens; "me" if none are left."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_UNDIVIDED))
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
    return words[:_LONGEST_ID].rstrip("-") or "me"


def default_author() -> Author:
    """Return the person whom git knows as ``user.name``, else the one who is logged in."""
    return look_up_author()().author


class FoundAuthor(NamedTuple):
    """Who annotates, and where that comes from.

    Attributes:
        author: The person.
        origin: What named the person, e.g. "git's user.name".
    """

    author: Author
    origin: str


def look_up_author() -> Callable[[], FoundAuthor]:
    """Begin to look the default author up, which takes another program; return what waits for the answer."""
    try:
        git = subprocess.Popen(
            ["git", "config", "--get", "user.name"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        git = None

    def answer() -> FoundAuthor:
        of_git = clean(_answer_of(git) if git else "", lines=False).strip()
        name = of_git or clean(_login(), lines=False).strip()
        return FoundAuthor(Author(id=slug(name), name=name or "me"), OF_GIT if of_git else OF_LOGIN)

    return answer


def _answer_of(program: subprocess.Popen[bytes]) -> str:
    """Return what a program prints; nothing where it fails or takes too long."""
    with program:
        try:
            printed, _ = program.communicate(timeout=_GIT_SECONDS)
        except (OSError, subprocess.SubprocessError):
            program.kill()
            return ""
    return printed.decode("utf-8", "replace").strip() if program.returncode == 0 else ""


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

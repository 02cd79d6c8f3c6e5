"""``compare-tui serve A B``: the screen in a browser, for colleagues without a terminal."""

from __future__ import annotations

import argparse
import ipaddress
import os
import sys
from collections.abc import Iterator, Sequence

from compare_tui.cli.arguments import (
    STDIN,
    UsageError,
    add_articles,
    add_similarity,
    parse,
    parser,
    read_articles,
)
from compare_tui.cli.open_command import add_screen

LOOPBACK = "127.0.0.1"
PORT = 8000

_VALUES = (
    *("encoding", "proxy", "date_a", "date_b", "similarity"),
    *("notes", "author", "tags", "theme", "keymap"),
)
"""Options with a value that are handed to the screen."""

_SWITCHES = (
    ("show_style", "--style", True),
    ("mouse", "--no-mouse", False),
    ("unicode", "--ascii", False),
    ("allow_private", "--allow-private", True),
    ("refresh", "--refresh", True),
)
"""Options without a value, and what each sets."""


def run(words: Sequence[str]) -> int:
    """Serve the screen until ctrl+c."""
    options = parser("serve", "Show two articles in a browser on this machine.")
    add_articles(options)
    add_similarity(options)
    add_screen(options)
    options.add_argument(
        "--host",
        metavar="ADDRESS",
        default=LOOPBACK,
        help="interface to listen on; default: this machine only",
    )
    options.add_argument("--port", type=_port, default=PORT, help=f"default: {PORT}")
    options.add_argument("--url", metavar="URL", help="how browsers reach it, behind a proxy or tunnel")
    arguments = parse(options, words)
    if STDIN in (arguments.a, arguments.b):
        raise UsageError("serve needs files: standard input can be read only once")
    if arguments.url is not None and not arguments.url.startswith(("http://", "https://")):
        raise UsageError("--url needs an address that begins with http:// or https://")
    if _is_any(arguments.host) and arguments.url is None:
        raise UsageError(f"--host {arguments.host} needs --url, the address by which browsers reach it")
    # What cannot be read is told here, not in every browser.
    read_articles(arguments)
    try:
        from compare_tui.cli.serving import QuotingError, ScreenServer
    except ImportError:
        raise UsageError("serve needs more packages: pip install 'compare-tui[serve]'") from None
    try:
        server = ScreenServer(list(open_words(arguments)), arguments.host, arguments.port, arguments.url)
    except QuotingError as error:
        raise UsageError(str(error)) from None
    if not is_loopback(arguments.host):
        place = f"{arguments.host}:{arguments.port}"
        print(
            f"compare-tui: warning: everybody who reaches {place} can read these articles and change your "
            "notes, without a password and unencrypted. An SSH tunnel or a proxy with a login is safer.",
            file=sys.stderr,
        )
    server.serve()
    return 0


def open_words(arguments: argparse.Namespace) -> Iterator[str]:
    """Yield the words of the command that each browser starts; no name can be taken for an option."""
    yield "open"
    for name in _VALUES:
        value = getattr(arguments, name, None)
        if value is not None:
            yield f"--{name.replace('_', '-')}={value}"
    yield from (f"--label={label}" for label in getattr(arguments, "label", None) or ())
    for name, flag, value in _SWITCHES:
        if getattr(arguments, name, None) is value:
            yield flag
    yield "--"
    for path in (arguments.a, arguments.b):
        # "./-" is a file, "-" would be standard input.
        yield os.path.join(os.curdir, path) if path.startswith("-") else path


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an interface."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_any(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return host == ""


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"expected a port from 1 to 65535, not {text!r}")
    return int(text)

"""Handing text to the clipboard: through the terminal, and through the tool of the desktop where one is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PATIENCE = 2.0
"""Seconds that a tool of the desktop may take."""


def native_command() -> list[str] | None:
    """Return the command that takes text for the desktop's clipboard, or None where there is none."""
    commands: list[tuple[str, list[str], bool]] = [
        ("pbcopy", [], sys.platform == "darwin"),
        ("clip.exe", [], "WSL_DISTRO_NAME" in os.environ or sys.platform == "win32"),
        ("wl-copy", [], bool(os.environ.get("WAYLAND_DISPLAY"))),
        ("xclip", ["-selection", "clipboard"], bool(os.environ.get("DISPLAY"))),
        ("xsel", ["--clipboard", "--input"], bool(os.environ.get("DISPLAY"))),
    ]
    for name, options, fits in commands:
        if fits and (path := shutil.which(name)):
            return [path, *options]
    return None


def copy_natively(text: str) -> str:
    """Hand text to the tool of the desktop.

    Args:
        text: What to copy.

    Returns:
        What to tell the reader: the tool that took it, or that the terminal alone was asked.
    """
    command = native_command()
    if command is None:
        return "copied through the terminal, if it allows that"
    failed = hand_over(command, text)
    if failed is not None:
        return f"{failed} failed: copied through the terminal, if it allows that"
    return f"copied with {os.path.basename(command[0])}"


def hand_over(command: list[str], text: str) -> str | None:
    """Hand text to a command.

    Args:
        command: What ``native_command`` has found.
        text: What to copy.

    Returns:
        The name of the command where it failed, else None.
    """
    name = os.path.basename(command[0])
    try:
        encoding = "utf-16-le" if name == "clip.exe" else "utf-8"
        subprocess.run(
            command,
            input=text.encode(encoding, "replace"),
            check=True,
            timeout=PATIENCE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return name
    return None

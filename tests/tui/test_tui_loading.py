from __future__ import annotations

import subprocess
import sys


def said_by(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_the_palette_is_loaded_when_it_is_first_used() -> None:
    code = """
import sys
from compare_tui.tui.loading import load_textual
load_textual()
import compare_tui.tui.app
print("textual.command" in sys.modules, "textual.widgets._input" in sys.modules)
from textual.command import CommandPalette
print(CommandPalette.__mro__[1].__name__)
"""
    assert said_by(code).splitlines() == ["False False", "SystemModalScreen"]


def test_tls_can_be_loaded_afterwards() -> None:
    code = """
from compare_tui.tui.loading import load_textual
load_textual()
import ssl
print(ssl.create_default_context().check_hostname)
"""
    assert said_by(code) == "True"


def test_what_is_loaded_already_stays_whole() -> None:
    code = """
import textual.app, textual.command
from compare_tui.tui.loading import load_textual
load_textual()
print(textual.app.CommandPalette is textual.command.CommandPalette)
"""
    assert said_by(code) == "True"

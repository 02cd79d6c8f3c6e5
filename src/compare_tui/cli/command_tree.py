"""The parsers of all commands as one, for completions, the man page and the manual."""

from __future__ import annotations

import argparse
from importlib import import_module

from compare_tui.cli import COMMANDS
from compare_tui.cli.arguments import ParserAnswer, ParserQuestion

DEFAULT_COMMAND = "open"
"""The command that runs where none is named."""


def parser_of(name: str) -> argparse.ArgumentParser:
    """Return the parser of a command.

    Args:
        name: One of ``COMMANDS``.
    """
    command = import_module(f"compare_tui.cli.{name.replace('-', '_')}_command")
    try:
        command.run(ParserQuestion())
    except ParserAnswer as answer:
        return answer.parser
    raise TypeError(f"{name} ran without parsing its words")


def command_tree() -> argparse.ArgumentParser:
    """Return a parser with every command below it; for describing, not for parsing."""
    root = argparse.ArgumentParser(
        prog="compare-tui", description="Compare two articles about the same event in the terminal."
    )
    root.add_argument("--version", action="version", version="", help="print the version and end")
    root.add_argument("--info", action="store_true", help="print what a bug report needs, and end")
    for action in parser_of(DEFAULT_COMMAND)._actions:
        if action.option_strings and not isinstance(action, argparse._HelpAction):
            root._add_action(action)
    commands = root.add_subparsers(metavar="COMMAND", title="commands")
    for name, what in COMMANDS.items():
        described = parser_of(name)
        commands.add_parser(
            name,
            help=what,
            prog=f"compare-tui {name}",
            description=described.description,
            parents=[described],
            add_help=False,
        )
    return root


def commands_of(tree: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser]]:
    """Return the commands of a tree by name."""
    return [
        (name, parser)
        for action in tree._actions
        if isinstance(action, argparse._SubParsersAction)
        for name, parser in action.choices.items()
    ]

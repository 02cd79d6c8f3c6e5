"""The tables of the manual that the code tells: commands, keys, settings, file formats."""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import pairwise
from typing import Any

from docs.keys import keys_table

from compare_tui.cli import COMMANDS
from compare_tui.cli.command_tree import parser_of
from compare_tui.report.schemas import SCHEMAS, schema_text
from compare_tui.settings import options
from compare_tui.settings.options import OPTIONS, Config

_MARKER = re.compile(r"^<!-- from the code: (?P<what>\w+) -->$", re.MULTILINE)


def filled(page: str) -> str:
    """Return a page with the tables in place of its markers.

    Raises:
        KeyError: A marker names no table.
    """
    return _MARKER.sub(lambda found: MAKERS[found["what"]](), page)


def commands() -> str:
    """Return a section for each command, with its arguments."""
    return "\n".join(line for name in COMMANDS for line in _command(name))


def _command(name: str) -> Iterator[str]:
    parser = parser_of(name)
    yield f"## {name}\n"
    yield f"{parser.description}\n"
    yield f"```text\n{parser.format_usage().removeprefix('usage: ').rstrip()}\n```\n"
    yield _table(("argument", "what it says"), _arguments(parser))


def _arguments(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        if isinstance(action, argparse._SubParsersAction):
            for below in action._choices_actions:
                yield f"`{below.dest}`", below.help or ""
            continue
        value = str(action.metavar or "|".join(map(str, action.choices or ())) or action.dest.upper())
        names = [f"`{name}`" if action.nargs == 0 else f"`{name} {value}`" for name in action.option_strings]
        yield ", ".join(names) or f"`{value}`", action.help or ""


def settings() -> str:
    """Return every setting with its default and its variable."""
    told = _told_of_fields(Config)
    defaults = Config()
    rows = []
    for field in fields(Config):
        option = OPTIONS[field.name]
        value = getattr(defaults, field.name)
        default = "" if value in (None, (), {}) else f"`{json.dumps(value)}`"
        variable = f"`{option.variable}`" if option.in_environment else ""
        project = "yes" if option.in_project else "no"
        rows.append((f"`{field.name}`", told[field.name], default, variable, project))
    return _table(("setting", "what it says", "default", "variable", "in a project file"), rows)


def _told_of_fields(of: type) -> dict[str, str]:
    """Return the docstring below each field of a class."""
    body = next(
        node
        for node in ast.parse(inspect.getsource(options)).body
        if isinstance(node, ast.ClassDef) and node.name == of.__name__
    ).body
    told = {}
    for field, text in pairwise(body):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            told[field.target.id] = inspect.cleandoc(str(text.value.value)).replace("``", "`")
    return told


def formats() -> str:
    """Return a section for each published schema, with the fields of every object in it."""
    return "\n".join(
        line for name in sorted(SCHEMAS) for line in _schema(name, json.loads(schema_text(name)))
    )


def _schema(name: str, schema: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {name}\n"
    if "description" in schema:
        yield f"{schema['description']}\n"
    yield f"`compare-tui schema {name}` prints the whole schema.\n"
    for title, part in (("the whole", schema), *_objects(schema)):
        yield f"**{title}**\n"
        needed = part.get("required", ())
        rows = (
            (f"`{key}`", _type(value), "yes" if key in needed else "", value.get("description", ""))
            for key, value in part["properties"].items()
        )
        yield _table(("field", "type", "required", "what it holds"), rows)


def _objects(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, part in schema.get("definitions", {}).items():
        if "properties" in part:
            yield name, part


def _type(value: Any) -> str:
    """Return the type of a field in a few words."""
    if not isinstance(value, Mapping):
        return "anything"
    if "$ref" in value:
        return str(value["$ref"]).rpartition("/")[2]
    if "const" in value:
        return f"`{json.dumps(value['const'])}`"
    if "enum" in value:
        return ", ".join(f"`{json.dumps(one)}`" for one in value["enum"])
    for key in ("anyOf", "oneOf", "allOf"):
        if key in value:
            return " or ".join(dict.fromkeys(map(_type, value[key])))
    kinds = value.get("type", "anything")
    told = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    return f"{told} of {_type(value['items'])}" if isinstance(value.get("items"), Mapping) else told


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    """Return text that stays in its cell, and in which nothing but code is marked up."""
    parts = re.split(r"(`[^`]*`)", " ".join(text.split()).replace("|", r"\|"))
    return "".join(part if part.startswith("`") else re.sub(r"([*_<])", r"\\\1", part) for part in parts)


MAKERS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "keys": keys_table,
    "settings": settings,
    "formats": formats,
}
"""What a marker ``<!-- from the code: NAME -->`` stands for."""

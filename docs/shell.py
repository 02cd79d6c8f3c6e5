"""Write the completions and the man page from the parsers: ``python docs/shell.py``."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import shtab

from compare_tui.cli.command_tree import command_tree, commands_of, parser_of
from compare_tui.cli.completion_command import SHELLS

FOLDER = Path(__file__).parent.parent / "shell"
MAN_PAGE = "compare-tui.1"

FILES = frozenset(("A", "B", "FILE", "NOTEBOOK", "LIST", "BASE", "OURS", "THEIRS"))
FOLDERS = frozenset(("FOLDER", "DIR"))
"""Names of values that are completed with names of files and of folders."""

_BEFORE = """\
.TH COMPARE-TUI 1 "" "compare-tui" "User commands"
.SH NAME
compare-tui \\- compare two articles about the same event
.SH SYNOPSIS
.B compare-tui
.RI [ options ]
.I A B
.br
.B compare-tui
.I COMMAND
.RI [ options ]
.br
.B compare-tui
.RB [ \\-\\-help | \\-\\-version | \\-\\-info ]
.SH DESCRIPTION
Shows two articles side by side, links the passages that tell the same, and
marks the details in which they differ. What matters is tagged with two keys
and kept in a YAML file beside the first article.
.PP
.I A
and
.I B
are text, Markdown, HTML, DOCX or PDF files, web addresses or git:REV:path; one
of them may be \\- for standard
input. A folder or a list of pairs alone lets you choose. Without
a terminal the comparison is printed as plain lines. On the screen, ? shows
every key.
"""

_AFTER = """\
.SH EXIT STATUS
.TP
0
Done.
.TP
1
Differences were found (only with
.BR \\-\\-exit\\-code ),
or a merge that somebody has to look at.
.TP
2
Wrong usage, unreadable or malformed input; of many pairs, some were skipped.
.TP
130
Interrupted.
.TP
141
The reader of the output went away.
.SH ENVIRONMENT
.TP
COMPARE_TUI_CONFIG
File of settings in place of the usual one.
.TP
COMPARE_TUI_THEME, COMPARE_TUI_KEYMAP, ...
Settings;
.B compare-tui config show
names them all.
.TP
NO_COLOR
Set, it turns colours off.
.SH FILES
.TP
.I ~/.config/compare-tui/config.yaml
Your settings;
.B compare-tui config path
tells where they are on your system.
.TP
.I .compare-tui.yaml
Settings of a project.
.TP
.I *.notes.yaml
Notebooks, beside the first article.
.TP
.I tags.yaml, *.tags.yaml
Tag sets, beside the first article.
.SH EXAMPLES
.nf
compare-tui wire.txt paper.txt
compare-tui compare wire.txt paper.txt \\-\\-format json
compare-tui wire.txt \\- < paper.txt
compare-tui agree *.notes.yaml
.fi
"""


def completions(shell: str) -> str:
    """Return the completions for a shell; where no command begins as a word does, files are completed."""
    tree = command_tree()
    for one in (tree, *(parser for _, parser in commands_of(tree))):
        _complete_paths(one)
    text = str(shtab.complete(tree, shell))
    if shell == "bash":
        text = _replaced(text, "complete -o bashdefault -F", "complete -o bashdefault -o default -F")
    elif shell == "zsh":
        described = "_describe 'compare-tui commands' _commands"
        text = _replaced(text, described, f"{described}\n  _files")
        text = _replaced(text, "        agree) _arg", "        ./*|*.*) _files ;;\n        agree) _arg")
    elif shell == "fish":
        text += "\ncomplete -c compare-tui -n '_shtab_compare_tui_using' -F\n"
    return text.rstrip() + "\n"


def _complete_paths(parser: argparse.ArgumentParser) -> None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _complete_paths(below)
        elif action.metavar in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar in FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]


def _replaced(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"shtab no longer writes {old!r}")
    return text.replace(old, new)


def man_page() -> str:
    """Return the man page, in the macros of man(7)."""
    lines = [".SH OPTIONS", *_options(parser_of("open")), ".SH COMMANDS"]
    for name, parser in commands_of(command_tree()):
        lines += [f".SS {_escaped(name)}", _escaped(parser.description or ""), *_options(parser)]
    return _BEFORE + "\n".join(lines) + "\n" + _AFTER


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield a paragraph for each argument, positional ones first."""
    for action in sorted(parser._actions, key=lambda action: bool(action.option_strings)):
        if isinstance(action, argparse._HelpAction):
            continue
        if isinstance(action, argparse._SubParsersAction):
            for below in action._choices_actions:
                yield from (".TP", f".B {_escaped(below.dest)}", _escaped(_sentence(below.help or "")))
            continue
        yield from (".TP", _tag(action), _escaped(_sentence(action.help or "")))


def _tag(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return f".I {_escaped(value)}"
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in action.option_strings)
    return names if action.nargs == 0 else f"{names} \\fI{_escaped(value)}\\fR"


def _value(action: argparse.Action) -> str:
    if action.metavar:
        return str(action.metavar)
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _escaped(text: str) -> str:
    """Return a text that roff takes literally, in lines of a width that a reader of the source likes."""
    plain = textwrap.fill(text, 76, break_long_words=False, break_on_hyphens=False)
    plain = plain.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("↔", "<->")
    return re.sub(r"^(?=[.'])", r"\\&", plain, flags=re.MULTILINE)


def pages() -> dict[str, str]:
    """Return every file by name."""
    return {**{f"compare-tui.{shell}": completions(shell) for shell in SHELLS}, MAN_PAGE: man_page()}


def main() -> None:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""What ``compare-tui --help`` says."""

from compare_tui.cli import COMMANDS

HELP = (
    "usage: compare-tui A B            compare two articles on the screen\n"
    "       compare-tui FOLDER|PAIRS   choose two articles to compare\n"
    "       compare-tui COMMAND …      run a command\n"
    "\n"
    "A and B are text, Markdown, HTML, DOCX or PDF files, http(s) addresses or git:REV:path;\n"
    "one of them may be - for standard input. A folder or a list of pairs alone lets you choose.\n"
    "\n"
    "commands:\n" + "".join(f"  {name:<14}{what}\n" for name, what in COMMANDS.items()) + "\n"
    "compare-tui COMMAND --help tells the options of a command; compare-tui --version the version,\n"
    "compare-tui --info what a bug report needs.\n"
    "A file whose name is a command is given as ./NAME.\n"
)

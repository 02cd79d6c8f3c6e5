"""Write what the program needs at its start out of its YAML files as Python: ``python docs/shipped.py``.

Loading a reader of YAML takes longer than all of these values. A test tells where a file has changed since.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from compare_tui.annotation.tags import default_tag_file, tag_set_of
from compare_tui.annotation.yaml_read import read_yaml
from compare_tui.settings.resources import resource_folder
from compare_tui.settings.themes import read_theme

PACKAGE = Path(__file__).parent.parent / "src" / "compare_tui"
HEAD = '"""{what}; written by ``python docs/shipped.py``."""\n\nfrom __future__ import annotations\n\n'


def tags() -> str:
    """Return the module of the usual tag set."""
    tag_set = tag_set_of(read_yaml(default_tag_file().read_bytes(), "tags"))
    imported = "from compare_tui.annotation.model import Tag, TagSet\n\n"
    return HEAD.format(what="The usual tag set") + imported + f"USUAL_TAGS = {tag_set!r}\n"


def themes() -> str:
    """Return the module of the themes for dark and for light terminals."""
    found = {name: read_theme(resource_folder("themes") / f"{name}.yaml") for name in ("dark", "light")}
    imported = "from compare_tui.settings.themes import ColourTheme\n\n"
    return HEAD.format(what="Themes to start with") + imported + f"FIRST_THEMES = {found!r}\n"


def pairs() -> str:
    """Return the module of the sample pairs."""
    entries = yaml.safe_load((resource_folder("seeds") / "seeds.yaml").read_text(encoding="utf-8"))
    rows = tuple((one["name"], one["title"], one["a"], one["b"]) for one in entries)
    return HEAD.format(what="The sample pairs: name, title and both files") + f"SAMPLE_PAIRS = {rows!r}\n"


FILES = {
    PACKAGE / "annotation" / "usual_tags.py": tags,
    PACKAGE / "settings" / "first_themes.py": themes,
    PACKAGE / "cli" / "sample_pairs.py": pairs,
}


def main() -> None:
    """Write the modules."""
    for path, made in FILES.items():
        path.write_text(made(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", *map(str, FILES)], check=True)


if __name__ == "__main__":
    main()

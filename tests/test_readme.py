from __future__ import annotations

import re
from pathlib import Path

from docs.keys import with_keys

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_that_of_the_program() -> None:
    assert with_keys(README) == README, "run: python docs/keys.py"


def test_pictures_and_pages_exist() -> None:
    places = re.findall(r"\]\(([^)#]+)\)", README)
    assert any(place.endswith(".svg") for place in places)
    for place in places:
        assert place.startswith("https://") or (ROOT / place).exists(), place

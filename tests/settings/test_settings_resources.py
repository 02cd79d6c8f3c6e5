from __future__ import annotations

from pathlib import Path

import pytest

from compare_tui.settings import resources


def test_a_checkout_keeps_its_themes_at_the_top() -> None:
    assert (resources.resource_folder("themes") / "dark.yaml").is_file()


def test_an_installed_package_carries_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "seeds").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.resource_folder("seeds") == tmp_path / "_data" / "seeds"

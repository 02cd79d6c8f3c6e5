from __future__ import annotations

from pathlib import Path

import pytest

from compare_tui.settings.first_start import remember_start, started_before


def test_a_start_is_remembered(nobody_home: Path) -> None:
    assert not started_before()
    remember_start()
    assert started_before()
    remember_start()
    assert all(path.is_relative_to(nobody_home) for path in nobody_home.rglob("started"))
    assert list(nobody_home.rglob("started"))


def test_a_folder_that_cannot_be_made_does_not_hurt(
    nobody_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (nobody_home / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(nobody_home / "file"))
    monkeypatch.setenv("HOME", str(nobody_home / "file"))
    remember_start()
    assert not started_before()

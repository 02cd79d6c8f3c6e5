from __future__ import annotations

from pathlib import Path

import pytest

from compare_tui import __version__
from compare_tui.cli import main


def test_info_tells_versions_and_where_settings_come_from(
    nobody_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = nobody_home / "config" / "compare-tui" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text(
        'author: "Mara Ilves"\ntheme: paper-dark\nkeys: {quit: Q}\nnonsense: 1\n', encoding="utf-8"
    )
    monkeypatch.chdir(nobody_home)
    monkeypatch.setenv("COMPARE_TUI_KEYMAP", "vim")
    monkeypatch.setenv("SSH_CONNECTION", "10.1.2.3 5 10.1.2.4 22")
    monkeypatch.setenv("TERM_PROGRAM", "evil\x1b[31m")
    assert main(["--info"]) == 0
    told = capsys.readouterr().out
    assert f"compare-tui: {__version__}\n" in told
    assert "\ntextual: 8" in told
    assert all(f"\n{package}: " in told for package in ("trafilatura", "lxml", "pypdf", "textual-serve"))
    assert "\nsetting author: from user file ~/config/compare-tui/config.yaml:1\n" in told
    assert "\nsetting keys.quit: from user file" in told
    assert "COMPARE_TUI_KEYMAP\n" in told.partition("\nsetting keymap: from ")[2]
    assert "\nproblems in the settings: 1\n" in told
    assert "SSH_CONNECTION" in told
    for secret in ("Mara", "paper-dark", "nonsense", "10.1.2.3", str(nobody_home), "\x1b"):
        assert secret not in told

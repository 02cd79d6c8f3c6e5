from __future__ import annotations

from pathlib import Path

from compare_tui.settings.theme_watch import ThemeWatch


def test_a_change_is_told_when_the_file_is_at_rest(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("a")
    watch = ThemeWatch([tmp_path, tmp_path / "later"])
    assert watch.look() == "same"
    file.write_text("ab")
    assert watch.look() == "writing"
    file.write_text("abc")
    assert watch.look() == "writing"
    assert watch.look() == "changed"
    watch.settle()
    assert watch.look() == "same"


def test_files_and_folders_come_and_go(tmp_path: Path) -> None:
    watch = ThemeWatch([tmp_path / "later"])
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "notes.txt").write_text("no theme")
    assert watch.look() == "same"
    (tmp_path / "later" / "new.yml").write_text("x")
    assert watch.look() == "writing"
    assert watch.look() == "changed"
    watch.settle()
    (tmp_path / "later" / "new.yml").unlink()
    assert watch.look() == "writing"
    assert watch.look() == "changed"

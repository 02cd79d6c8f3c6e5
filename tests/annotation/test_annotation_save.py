from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from compare_tui.annotation import NotebookError, write_atomically
from compare_tui.annotation.save import _write_temporary, sweep_temporary

OLD = b"old content\n"
NEW = b"new content\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing in it."""
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "n.yaml"
    path.write_bytes(OLD)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(NotebookError) as caught:
        write_atomically(path, NEW)
    said = str(caught.value)
    assert str(path) in said
    assert "not saved" in said
    return said


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_process_that_writes_no_more_sweeps_its_own(tmp_path: Path) -> None:
    begun = _write_temporary(tmp_path, b"half", None, durable=False)
    sweep_temporary(tmp_path)
    assert begun.exists()
    sweep_temporary(tmp_path, own=True)
    assert not begun.exists()


def test_a_file_is_replaced_and_nothing_else_is_left(file: Path) -> None:
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW
    assert names(file.parent) == ["n.yaml"]


def test_a_missing_file_is_made_with_the_usual_mode(folder: Path) -> None:
    usual = folder / "usual"
    usual.touch()
    write_atomically(folder / "n.yaml", NEW)
    assert (folder / "n.yaml").read_bytes() == NEW
    assert (folder / "n.yaml").stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_atomically(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept_where_possible(file: Path) -> None:
    os.chown(file, 12345, 12346)
    write_atomically(file, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 12346)


def test_an_owner_that_cannot_be_kept_is_no_obstacle(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_permission(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if os.geteuid() == 0:
        os.chown(file, 12345, 12346)
    monkeypatch.setattr(os, "fchown", no_permission)
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("function", ["replace", "fsync", "open"])
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EACCES, "no permission"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_failure_keeps_the_old_file_and_leaves_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch, function: str, code: int, reason: str
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, function, fail)
    said = refusal(file)
    monkeypatch.undo()
    assert reason in said
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["n.yaml"]


def test_an_interruption_leaves_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, NEW)
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["n.yaml"]


def test_data_are_on_the_disk_before_they_take_the_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    fsync, replace = os.fsync, os.replace

    def logged_fsync(descriptor: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def logged_replace(source: Path, target: Path) -> None:
        assert source.parent == target.parent
        assert source.name.startswith(".compare-tui-")
        calls.append("replace")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", logged_fsync)
    monkeypatch.setattr(os, "replace", logged_replace)
    write_atomically(file, NEW)
    assert calls == ["file", "replace", "folder"]


def test_a_check_stops_the_saving(file: Path) -> None:
    def refuse() -> None:
        raise NotebookError("changed")

    with pytest.raises(NotebookError, match=r"^changed$"):
        write_atomically(file, NEW, check=refuse)
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["n.yaml"]


def test_a_link_is_written_through(folder: Path, file: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "second").symlink_to(file)
    link = elsewhere / "first"
    link.symlink_to("second")
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert names(elsewhere) == ["first", "second"]


def test_a_dangling_link_is_named(folder: Path) -> None:
    link = folder / "link"
    link.symlink_to("missing")
    assert "points to a file that does not exist" in refusal(link)
    assert names(folder) == ["link"]


def test_a_link_loop_is_named(folder: Path) -> None:
    (folder / "one").symlink_to("two")
    (folder / "two").symlink_to("one")
    assert "points back to itself" in refusal(folder / "one")


def test_a_read_only_file_is_not_replaced(file: Path) -> None:
    file.chmod(0o444)
    assert "the file is read-only" in refusal(file)
    assert file.read_bytes() == OLD


def test_a_read_only_folder_is_respected(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:
        open_ = os.open

        def refuse_new_files(path: Path, flags: int, mode: int = 0o777) -> int:
            if flags & os.O_CREAT:
                raise PermissionError(errno.EACCES, "Permission denied")
            return open_(path, flags, mode)

        monkeypatch.setattr(os, "open", refuse_new_files)
    file.parent.chmod(0o555)
    try:
        assert "no permission to write in its folder" in refusal(file)
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["n.yaml"]


def test_what_is_no_regular_file_is_not_replaced(folder: Path) -> None:
    assert "not a regular file" in refusal(folder)
    os.mkfifo(folder / "pipe")
    assert "not a regular file" in refusal(folder / "pipe")
    assert names(folder) == ["pipe"]


def test_a_missing_folder_is_named(folder: Path) -> None:
    assert "its folder does not exist" in refusal(folder / "missing" / "n.yaml")
    assert names(folder) == []


def test_a_long_file_name_leaves_room_for_the_temporary_one(folder: Path) -> None:
    path = folder / ("n" * 255)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert "the file name is too long" in refusal(folder / ("n" * 256))

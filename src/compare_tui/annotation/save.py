"""Safe saving: after a crash the file is the whole old one or the whole new one."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from compare_tui.annotation.model import NotebookError
from compare_tui.article.clean import clean

TEMPORARY_PREFIX = ".compare-tui-"
"""Temporary files are called ``.compare-tui-<machine>-<process>-<random>.tmp``."""

TEMPORARY_SUFFIX = ".tmp"

FOREIGN_AGE = 24 * 3600
"""Age in seconds from which a temporary file of another machine is taken for one that was left behind."""

_TEMPORARY = re.compile(r"\.compare-tui-(?P<machine>[0-9a-f]{8})-(?P<process>\d{1,10})-[0-9a-f]{12}\.tmp")

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be larger than allowed",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "no permission to write in its folder",
    errno.EPERM: "no permission to write in its folder",
    errno.ENOENT: "its folder does not exist",
    errno.ENOTDIR: "its folder does not exist",
    errno.ENAMETOOLONG: "the file name is too long",
}


def write_atomically(
    path: Path,
    data: bytes,
    *,
    check: Callable[[], None] | None = None,
    durable: bool = True,
    like: Path | None = None,
) -> None:
    """Replace the content of a file, or make the file, in one step.

    The data go into a temporary file in the same folder, onto the disk, and then take the place of the old
    file. A symbolic link is followed, so that it stays a link; the mode and, where possible, the owner are
    kept.

    Args:
        path: The file.
        data: Its new content.
        check: Called right before the old file is replaced; what it raises stops the saving.
        durable: Whether the data are on the disk before this returns. Without that a power cut may leave an
            empty file, for those who can tell and make it again.
        like: A file whose mode and, where possible, owner a new file gets, because it is a copy of it; its
            owner may write it in any case.

    Raises:
        NotebookError: The data could not be written; the old file is as it was, and nothing is left behind.
    """
    name = clean(str(path), lines=False)
    target = _resolve(path, name)
    try:
        status = _writable_status(target, name) or _status_like(like)
        temporary = _write_temporary(target.parent, data, status, durable=durable)
        try:
            if check is not None:
                check()
            os.replace(temporary, target)
        except BaseException:
            _remove(temporary)
            raise
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or "it cannot be written")
        raise NotebookError(f"{name}: not saved: {reason}") from error
    if durable:
        _sync_folder(target.parent)


def sweep_temporary(folder: Path, *, own: bool = False) -> None:
    """Remove temporary files that saving left in a folder when the program died in the middle of it.

    Those of processes that run stay, and those of other machines that share the folder for a day.

    Args:
        folder: Where to look.
        own: Whether those of this process go, too, because it writes there no more.
    """
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{TEMPORARY_PREFIX}*{TEMPORARY_SUFFIX}"):
            found = _TEMPORARY.fullmatch(path.name)
            if found is None:
                continue
            if found["machine"] == _machine():
                process = int(found["process"])
                is_stale = (own and process == os.getpid()) or not _runs(process)
            else:
                is_stale = time.time() - path.stat().st_mtime > FOREIGN_AGE
            if is_stale:
                _remove(path)


@cache
def _machine() -> str:
    """Return eight hexadecimal digits for this machine."""
    import hashlib
    import platform

    return hashlib.sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _runs(process: int) -> bool:
    """Tell whether a process runs; where that cannot be told, it does."""
    if process == os.getpid() or sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _resolve(path: Path, name: str) -> Path:
    """Follow symbolic links to the file that is to be replaced."""
    if not os.path.islink(path):
        return path
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        reason = "the link cannot be followed"
        if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
            reason = "the link points back to itself"
        elif error.errno == errno.ENOENT:
            reason = "the link points to a file that does not exist"
        raise NotebookError(f"{name}: not saved: {reason}") from error


def _writable_status(target: Path, name: str) -> os.stat_result | None:
    """Return the status of the file that is to be replaced, None if there is none."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise NotebookError(f"{name}: not saved: not a regular file")
    # Renaming asks only for the folder's permission, and root has every permission.
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise NotebookError(f"{name}: not saved: the file is read-only")
    return status


def _status_like(file: Path | None) -> os.stat_result | None:
    """Return the status of a file that a new one is to be like; None where there is none."""
    with contextlib.suppress(OSError):
        return None if file is None else file.stat()
    return None


def _write_temporary(folder: Path, data: bytes, status: os.stat_result | None, *, durable: bool) -> Path:
    """Write data into a new file, with the mode and owner of the file it is to replace."""
    import secrets

    unique = f"{_machine()}-{os.getpid()}-{secrets.token_hex(6)}"
    temporary = folder / f"{TEMPORARY_PREFIX}{unique}{TEMPORARY_SUFFIX}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(temporary, flags, 0o666 if status is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if status is not None:
                _take_over(file.fileno(), status)
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _take_over(descriptor: int, status: os.stat_result) -> None:
    """Give a new file the owner and mode of an old one; a file of another owner keeps at least its mode."""
    if hasattr(os, "fchown"):
        own = os.fstat(descriptor)
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        mode = stat.S_IMODE(status.st_mode)
        os.fchmod(descriptor, mode if mode & 0o222 else mode | stat.S_IWUSR)


def _remove(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink()


def _sync_folder(folder: Path) -> None:
    """Put the new name onto the disk; file systems that cannot do so still replaced the file in one step."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""Where a journal file may lie: not on a network drive, not a device, not something else.

Looks at paths, rights and mounts; it opens nothing but the mount table.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from exercise.errors import JournalCorruptError, JournalError

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK_KINDS = (
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.sshfs",
    "glusterfs",
    "lustre",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
)


def refuse_network(path: Path, mounts: str | None = None) -> None:
    r"""Refuses a path on a network drive, where a journal cannot be kept safe.

    Drives are recognised on Linux by their mount, on Windows by a path like `\\server\share`.

    Args:
        path: the file, which need not exist yet.
        mounts: the mount table in the format of /proc/self/mountinfo; None for this machine's.

    Raises:
        JournalError: the path is on a network drive.
    """
    kind = "network share" if str(path).startswith("\\\\") else _mount_kind(path, mounts)
    if kind == "network share" or kind in _NETWORK_KINDS:
        raise JournalError(
            f"{path} is on a network drive ({kind}), where a journal can be damaged; "
            "keep it on a disk of this computer"
        )


def check_file(path: Path) -> None:
    """Check that a path names a file with some content, without opening it.

    Opening is left to the database: on POSIX systems, closing a second handle on a file drops the
    locks that a running exercise in this process holds on it.

    Raises:
        JournalError: there is no such file, or it is no regular file.
        JournalCorruptError: it is empty.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        raise JournalError(f"there is no file {path}") from None
    except (OSError, ValueError) as error:
        raise JournalError(f"{path} cannot be read: {error}") from None
    if not stat.S_ISREG(found.st_mode):
        raise JournalError(f"{path} is not a file")
    if found.st_size == 0:
        raise JournalCorruptError(
            f"{path} is empty: it was never written or has lost its content. Use a copy of it"
        )


def access_mode(path: Path, read_only: bool) -> str:
    """Return the `mode` part of the SQLite address for an existing file.

    Raises:
        JournalError: the file is to be written, but the system does not allow it.
    """
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    if writable:
        # Also for reading: only a connection that may write can clear away its own log files.
        return "rw"
    if not read_only:
        raise JournalError(f"{path} cannot be written; copy it to a folder of your own")
    return "ro" if path.with_name(path.name + "-wal").exists() else "ro&immutable=1"


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one put under its name; None if it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _mount_kind(path: Path, mounts: str | None) -> str:
    try:
        table = _MOUNTS.read_text("utf-8", "replace") if mounts is None else mounts
        real = os.path.realpath(path)
    except (OSError, ValueError):
        return "unknown"
    best, kind = "", "unknown"
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:
            continue
        point = _unescape(fields[4])
        if len(point) >= len(best) and _is_below(real, point):
            best, kind = point, right.split(" ")[0]
    return kind


def _unescape(text: str) -> str:
    for code in ("\\040", "\\011", "\\012", "\\134"):
        text = text.replace(code, chr(int(code[1:], 8)))
    return text


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")

"""Whether a database may lie where it shall: not on a share, in a synchronised folder, on a stick.

There a log is torn from its file, an older version wins, or the drive is gone in mid-sentence.
"""

import shutil
import sys
from pathlib import Path, PurePosixPath

from app.errors import RefusedError

LOW_SPACE = 500_000_000
"""Bytes; with less, somebody should make room before an evening."""

_CLOUD = ("onedrive", "dropbox", "nextcloud", "owncloud", "icloud", "google drive", "googledrive")
_CLOUD_FOLDERS = frozenset({"my drive", "meine ablage", "cloudstorage", "mobile documents"})
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "fuse.davfs2", "fuse.sshfs"}
    | {"fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs", "glusterfs", "ceph"}
)
_STICKS = ("/media/", "/run/media/", "/Volumes/")
"""Where systems put drives that can be pulled out."""
_MOUNTS = Path("/proc/self/mounts")
_WINDOWS_KINDS = {2: "place_removable", 4: "place_network"}


def refuse_unsafe_place(path: Path) -> None:
    """Raise ``RefusedError`` with the reason if a database must not lie there."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError, ValueError):  # said in words when it is opened
        return
    code, name = _fault(real)
    if code:
        raise RefusedError(code, path=path, name=name)


def is_place_fault(code: str) -> bool:
    """Whether an error is about the place, so that another one helps."""
    return code.startswith("place_")


def little_space(path: Path) -> int | None:
    """How many bytes are free on the drive of a database, if they are few."""
    try:
        free = shutil.disk_usage(path.parent).free
    except (OSError, ValueError):
        return None
    return free if free < LOW_SPACE else None


def _fault(real: Path) -> tuple[str, str]:
    for folder in real.parts[:-1]:
        name = folder.casefold()
        if name.startswith(_CLOUD) or name in _CLOUD_FOLDERS:
            return "place_cloud", folder
    if str(real).startswith(("\\\\", "//")):
        return "place_network", real.anchor
    if sys.platform == "win32":  # pragma: no cover - asks Windows
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(real.anchor)
        return _WINDOWS_KINDS.get(kind, ""), real.anchor
    for start in _STICKS:
        if str(real).startswith(start):
            return "place_removable", str(real.parent)
    return _on_share(str(real))


def _on_share(real: str) -> tuple[str, str]:
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "", ""
    point, kind = mounted(real, mounts)
    return ("place_network", point) if kind in _NETWORK else ("", "")


def mounted(real: str, mounts: str) -> tuple[str, str]:
    """Where the drive of a path is mounted, and as what; ``mounts`` as the system lists them."""
    best = ("", "")
    for line in mounts.splitlines():
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        point = point.replace("\\040", " ")
        inside = point and PurePosixPath(real).is_relative_to(point)
        if inside and len(point) >= len(best[0]):
            best = (point, kind)
    return best

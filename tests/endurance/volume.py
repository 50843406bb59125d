"""A volume of 3 MB that becomes full while somebody types, and gets room again.

Mounted by root; without root a limit on the size of files stands in for it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.endurance.window import FILLER, Seen, watched

SIZE = 3_000_000
ROOM = 200_000
"""What is left when the typing begins; it lasts for a few statements."""

LIMITED = """
import os, resource, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
os.execv(sys.argv[2], sys.argv[2:])
"""


def full_volume(source: Path, session: str) -> tuple[Seen, str]:
    """What somebody at the window saw, and how the volume was made."""
    folder = source.parent / "volume"
    folder.mkdir()
    with _mounted(folder) as mounted:
        database = Path(shutil.copy(source, folder / "workspace.db"))
        if mounted:
            (folder / FILLER).write_bytes(bytes(_free(folder) - ROOM))
            prefix, how = [], "3 MB full"
        else:
            limit = database.stat().st_size + ROOM
            prefix, how = (
                [sys.executable, "-c", LIMITED, str(limit)],
                "RLIMIT_FSIZE for a full volume",
            )
        seen = watched(database, session, prefix, lambda: float("inf"))
    return seen, how


@contextmanager
def _mounted(folder: Path) -> Iterator[bool]:
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def _free(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize

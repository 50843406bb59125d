"""Writing a file so that an old one survives every failure.

The new content goes into a temporary file in the target's folder, is flushed to the disk, may be
checked, and only then takes the target's name.
"""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from app.errors import BadInputError, UserError


def replace_file(
    path: Path,
    write: Callable[[BinaryIO], None],
    check: Callable[[Path], None] | None = None,
) -> None:
    """Have ``write`` fill a temporary file and put it in the place of ``path``.

    ``check`` may raise to keep the old file.

    Raises:
        UserError: the target is a folder, its folder is missing or read-only, the disk is full or
            the file is open in Word; an existing file is unchanged.
    """
    if path.is_dir():
        raise BadInputError("is_a_directory", path=path)
    if not path.absolute().parent.is_dir():
        raise BadInputError("target_folder_missing", path=path.parent)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=".", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(temporary)
        _take_mode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise _explained(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _take_mode(path: Path, temporary: Path) -> None:
    """Give the new file the rights of the old one, or what a new file usually gets."""
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)


def _explained(path: Path, error: OSError) -> UserError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError("disk_full", path=path)
    if isinstance(error, PermissionError) and path.exists():
        return UserError("target_is_open", path=path)
    return UserError("not_writable", path=path, reason=error.strerror or str(error))

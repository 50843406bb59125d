"""Files for the user appear whole or not at all, and never cost the one that was there."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from app.errors import UserError, reason
from app.paths import free_megabytes

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def replaced_file(path: Path, *, check: Callable[[IO[bytes]], str]) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of ``path`` when the block ends without an error.

    It is written beside the target, forced to the disk, read again by ``check`` (which says what
    is wrong, or nothing) and only then moved. Raises ``UserError`` if any of that fails.
    """
    target = checked_target(path)
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with temporary.open("rb") as file:
            wrong = check(file)
        if wrong:
            raise UserError("export_not_valid", path=path, reason=wrong)
        _move(temporary, target)
    except OSError as error:
        raise _explained(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def checked_target(path: Path) -> Path:
    """The file that writing to ``path`` would replace, links followed.

    Raises ``UserError`` if it is already clear that nothing can be written there.
    """
    try:
        if path.is_dir():
            raise UserError("is_a_directory", path=path)
        if not path.parent.is_dir():
            raise UserError("target_folder_missing", path=path.parent)
        target = path.resolve()
        if target.exists():
            _check_replaceable(target, path)
        if not os.access(target.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except (OSError, ValueError) as error:
        raise _explained(error, path) from error
    except RuntimeError as error:  # links in a circle
        raise _explained(OSError(errno.ELOOP, str(error)), path) from error
    return target


def _check_replaceable(target: Path, path: Path) -> None:
    """Refuse what is no file, as a device, and what somebody has protected against writing."""
    mode = target.stat().st_mode
    if not stat.S_ISREG(mode):
        raise UserError("not_a_file", path=path)
    if not mode & _ANY_WRITE or not os.access(target, os.W_OK):
        raise UserError("target_is_protected", path=path)


def _move(temporary: Path, path: Path) -> None:
    if path.exists():
        shutil.copymode(path, temporary)
    try:
        temporary.replace(path)
    except PermissionError as error:
        # Windows refuses while another program, most likely Word, has the old file open.
        raise UserError("target_is_open", path=path) from error


def _explained(error: OSError | ValueError, path: Path) -> UserError:
    if isinstance(error, OSError) and error.errno in _FULL:
        return UserError("disk_full", path=path, free=free_megabytes(path))
    return UserError("not_writable", path=path, reason=reason(error))

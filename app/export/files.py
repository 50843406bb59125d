"""Files for the user appear whole or not at all, and never cost the one that was there."""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from app.errors import UserError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def replaced_file(path: Path, *, check: Callable[[IO[bytes]], str]) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of ``path`` when the block ends without an error.

    It is written beside the target, forced to the disk, read again by ``check`` (which says what
    is wrong, or nothing) and only then moved. Raises ``UserError`` if any of that fails.
    """
    if path.is_dir():
        raise UserError("is_a_directory", path=path)
    if not path.parent.is_dir():
        raise UserError("target_folder_missing", path=path.parent)
    target = path.resolve()
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


def _move(temporary: Path, path: Path) -> None:
    if path.exists():
        shutil.copymode(path, temporary)
    try:
        temporary.replace(path)
    except PermissionError as error:
        # Windows refuses while another program, most likely Word, has the old file open.
        raise UserError("target_is_open", path=path) from error


def _explained(error: OSError, path: Path) -> UserError:
    if error.errno in _FULL:
        return UserError("disk_full", path=path)
    return UserError("not_writable", path=path, reason=error.strerror or str(error))

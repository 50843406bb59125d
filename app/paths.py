"""Where things lie: shipped resources, the user's data and settings."""

import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs(appname="Quartiersdialog", appauthor=False, roaming=False)


@cache
def resources_root() -> Path:
    """The folder of shipped data – in a checkout, in a wheel and in a frozen folder."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "resources"


def resource(*parts: str) -> Path:
    """The path of one shipped file or folder."""
    return resources_root().joinpath(*parts)


def default_database() -> Path:
    """The user's own database."""
    return Path(_DIRS.user_data_dir) / "quartiersdialog.db"


def settings_file() -> Path:
    """The user's settings (language, theme, text size)."""
    return Path(_DIRS.user_config_dir) / "settings.json"


def log_folder() -> Path:
    """Where logs and crash reports go."""
    return Path(_DIRS.user_log_dir)


def migrations_folder() -> Path:
    """Alembic's scripts. They are data files in a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "app" / "storage" / "migrations"


def lock_file(database: Path) -> Path:
    """What keeps a second writer out: a file beside the database."""
    return database.with_name(database.name + ".lock")


def recent_file(database: Path) -> Path:
    """Where the sessions last seen are kept: beside the database."""
    return database.with_suffix(".recent.json")


def open_mark(database: Path) -> Path:
    """What says that a program has the database open for writing, or ended without closing it."""
    return database.with_name(database.name + ".open")


def own_files(database: Path) -> Iterator[Path]:
    """The database and everything that belongs to it, whether it is there at the moment or not.

    SQLite puts its files beside the real one, we put ours beside the one that was named.
    """
    for base in dict.fromkeys((database.absolute(), database.resolve())):
        yield from (base, lock_file(base), open_mark(base), recent_file(base))
        for ending in ("-wal", "-shm", "-journal"):
            yield base.with_name(base.name + ending)


def backup_folder(database: Path) -> Path:
    """Where the backups of a database go: a folder beside it."""
    return database.parent / "backups"


def free_megabytes(path: Path) -> int:
    """How much room there is on the drive of a file; 0 where the system does not tell."""
    try:
        return shutil.disk_usage(path.parent).free // 1_000_000
    except (OSError, ValueError):
        return 0

"""Where things lie: shipped resources, the user's data and settings."""

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs(appname="Quartiersdialog", appauthor=False, roaming=False)


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


def backup_folder(database: Path) -> Path:
    """Where the backups of a database go: a folder beside it."""
    return database.parent / "backups"

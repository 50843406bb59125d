"""What a start of the program is told: by options, by the environment, or nothing."""

from dataclasses import dataclass
from pathlib import Path

DATABASE_VARIABLE = "QUARTIERSDIALOG_DATABASE"
"""Environment variable that names the database instead of ``--database``."""

PAGES = ("prepare", "live", "review", "minutes")
THEMES = ("light", "dark", "system")


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window is to show. ``language`` and ``theme`` None: as set in the window."""

    database: Path
    language: str | None = None
    theme: str | None = None
    session: str | None = None
    page: str | None = None
    files: tuple[Path, ...] = ()

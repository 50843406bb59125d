"""What a start of the program is told: by options, by the environment, or nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.paths import default_database

if TYPE_CHECKING:
    from app.clockwork import Clockwork

DATABASE_VARIABLE = "QUARTIERSDIALOG_DATABASE"
"""Environment variable that names the database instead of ``--database``."""

PAGES = ("prepare", "live", "review", "minutes")
THEMES = ("light", "dark", "system")


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window is to show. ``language`` and ``theme`` None: as set in the window.

    ``clock`` None: the machine's.
    """

    database: Path
    language: str | None = None
    theme: str | None = None
    session: str | None = None
    page: str | None = None
    files: tuple[Path, ...] = ()
    clock: Clockwork | None = None


def database_path(named: str | None) -> Path:
    """The database named by option, by environment or by default."""
    named = named or os.environ.get(DATABASE_VARIABLE)
    return Path(named) if named else default_database()


def plain_start(arguments: Sequence[str]) -> WindowRequest | None:
    """What to show if nothing is asked for but the window, else None.

    Most starts are this one, by a click. Telling it from the others needs no parser and none of its
    texts, which would take a tenth of the time until the window is painted.
    """
    if not arguments:
        return WindowRequest(database_path(None))
    if len(arguments) == 2 and arguments[0] == "--database" and arguments[1]:  # noqa: PLR2004
        return WindowRequest(database_path(arguments[1]))
    return None

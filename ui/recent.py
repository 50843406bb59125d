"""The sessions last seen, in a small file beside the database: the first thing on the screen.

Reading the database takes longer than showing a window; so the start page begins with what was
there at the end of the last visit. A missing or broken file means an empty list, never an error.
"""

from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from app.domain.sessions import SessionSummary
from app.paths import recent_file

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KEPT = 6


class RecentSessions:
    """What the last visit to a database remembered."""

    def __init__(self, database: Path) -> None:
        self._path = recent_file(database)

    def load(self) -> tuple[SessionSummary, ...]:
        """The sessions, newest first."""
        try:
            return _format().validate_json(self._path.read_bytes())
        except (OSError, ValueError):
            return ()

    def save(self, sessions: tuple[SessionSummary, ...]) -> None:
        """Remember the first few. A folder that cannot be written costs only the quick start."""
        with suppress(OSError):
            with NamedTemporaryFile(dir=self._path.parent, delete=False) as file:
                file.write(_format().dump_json(sessions[:KEPT]))
            Path(file.name).replace(self._path)


@cache
def _format() -> "TypeAdapter[tuple[SessionSummary, ...]]":
    """Made when it is first used: a start at a session needs none."""
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[SessionSummary, ...])

"""The command line as tests call it."""

from pathlib import Path

import pytest

from app.cli import main
from app.config import WindowRequest
from app.paths import resource
from ui.__main__ import draw

EXAMPLE = resource("example", "beispiel.session.json")


class Program:
    """Calls the command line in this process and remembers what it said and opened."""

    def __init__(self, capsys: pytest.CaptureFixture[str], database: Path) -> None:
        self._capsys = capsys
        self.database = database
        self.opened: list[WindowRequest] = []

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        return self.without_option("--database", self.database, *arguments)

    def without_option(self, *arguments: str | Path) -> tuple[int, str, str]:
        """The same on the database of the environment or the user's own."""
        try:
            code = main([*map(str, arguments)], open_window=self._open, draw=draw)
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def _open(self, request: WindowRequest) -> int:
        self.opened.append(request)
        return 0

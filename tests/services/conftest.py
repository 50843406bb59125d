"""Services on a real database file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from tests.support.room import Room


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The services on an empty workspace."""
    with workspace(tmp_path / "workspace.db") as opened:
        yield opened


@pytest.fixture
def room(services: Services) -> Room:
    """A session from the built-in guide with three people."""
    return Room(services)

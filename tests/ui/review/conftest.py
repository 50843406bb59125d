"""A window over a real database with the example evening."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Services, workspace
from tests.support.desk import Desk


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with workspace(tmp_path / "workspace.db") as opened:
        yield opened


@pytest.fixture
def evening(services: Services) -> str:
    """The uid of the example session: 67 statements of one evening."""
    return services.example.ensure()


@pytest.fixture
def desk(qtbot: QtBot, services: Services, tmp_path: Path) -> Desk:
    return Desk(qtbot, services, tmp_path)

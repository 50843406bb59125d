"""The frame with plain pages in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from tests.ui.frame.plain_frame import Case
from ui.theme import Theme


@pytest.fixture
def case(qtbot: QtBot, theme: Theme, services: Services, tmp_path: Path) -> Iterator[Case]:
    made = Case(qtbot, theme, services, tmp_path)
    yield made
    made.bridge.close()

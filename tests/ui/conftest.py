"""A theme, German words and a real database for everything with widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Services, workspace
from app.texts import Texts
from tests.support.desk import Desk
from ui.i18n import install_translators
from ui.theme import Theme, ThemeChoice


@pytest.fixture(autouse=True)
def _windows_go(qapp: QApplication) -> Iterator[None]:
    """What was closed is freed: a change of the theme would otherwise repaint every old window.

    The clipboard too: data made in Python that is still there when the interpreter has ended
    crashes the process.
    """
    yield
    QApplication.clipboard().clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 %."""
    made = Theme(qapp, ThemeChoice.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window speaks German, as it does for users."""
    installed = install_translators(qapp, "de")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.fixture
def texts() -> Texts:
    return Texts("de")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with workspace(tmp_path / "workspace.db") as opened:
        yield opened


@pytest.fixture
def desk(qtbot: QtBot, services: Services, tmp_path: Path) -> Desk:
    """The whole window on a real database."""
    return Desk(qtbot, services, tmp_path)

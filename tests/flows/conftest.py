"""The program on an empty database, and dialogs for files that are widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from tests.support.real_window import real_window
from ui.program import Program


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the program keeps everything."""
    return tmp_path / "workspace.db"


@pytest.fixture
def program(qapp: QApplication, database: Path) -> Iterator[Program]:
    """The program as after its first start."""
    # A native dialog could not be reached with keys sent to widgets.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with real_window(database) as running:
        yield running

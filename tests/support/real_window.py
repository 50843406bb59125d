"""The program as ``ui.main`` wires it, inside this process: for pictures, flows and sweeps."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services
from app.config import WindowRequest
from ui.i18n import install_translators
from ui.main import Program
from ui.settings import Settings

LAPTOP = (1366, 768)
LAPTOP_AT_150 = (911, 512)
"""The same screen at a scale of 150 %, in logical pixels."""

PATIENCE = 30.0
"""Seconds after which something will not happen any more; never a measure of speed."""

_POLL_MS = 4


@contextmanager
def real_window(
    database: Path,
    *,
    language: str = "de",
    theme: str = "light",
    size: tuple[int, int] = LAPTOP,
    session: str | None = None,
    page: str | None = None,
) -> Iterator[Program]:
    """Start the program on a database and wait until it can be used; closed afterwards."""
    app = cast(QApplication, QApplication.instance())
    request = WindowRequest(database, language, theme, session, page)
    translators = install_translators(app, language)
    program = Program(app, request, Settings(database.with_suffix(".settings.json")), language)
    try:
        program.window.setWindowState(Qt.WindowState.WindowNoState)
        program.window.resize(*size)
        program.start()
        program.window.activateWindow()
        settle(program)
        yield program
    finally:
        program.window.close()
        program.close()
        dispose(program)
        for translator in translators:
            app.removeTranslator(translator)


def services_of(program: Program) -> Services:
    """The services, which arrive after the first paint."""
    assert program.services is not None
    return program.services


def settle(program: Program) -> None:
    """Let everything that is under way come to its end."""
    wait_until(lambda: program.services is not None and not program.tasks.busy)
    QApplication.processEvents()
    wait_until(lambda: not program.tasks.busy)


def wait_until(condition: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Run the event loop until something is so."""
    deadline = monotonic() + patience
    while not condition():
        assert monotonic() < deadline, "waited in vain"
        run_events(_POLL_MS)


def run_events(milliseconds: int) -> None:
    """Run the event loop for a while without keeping the processor busy."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def dispose(program: Program) -> None:
    """Delete window and controllers now, not when somebody runs the event loop again."""
    program.window.deleteLater()
    program.theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

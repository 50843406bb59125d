"""The program as ``ui.main`` wires it, inside this process: for pictures, flows and sweeps."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Services
from app.clockwork import Clockwork
from app.config import WindowRequest
from ui.main import Start
from ui.main_window import MainWindow
from ui.opening import opening
from ui.program import Program
from ui.settings import Settings

ChildT = TypeVar("ChildT", bound=QObject)

LAPTOP = (1366, 768)
LAPTOP_AT_150 = (911, 512)
"""The same screen at a scale of 150 %, in logical pixels."""

PATIENCE = 15.0
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
    clock: Clockwork | None = None,
) -> Iterator[Program]:
    """Start the program on a database and wait until it can be used; closed afterwards."""
    app = cast(QApplication, QApplication.instance())
    request = WindowRequest(database, language, theme, session, page, clock=clock)
    settings = Settings(database.with_suffix(".settings.json"))
    window = MainWindow(None, settings, opening(database, theme))
    start = Start(app, request, settings, window)
    window.first_painted.connect(start.go_on)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    window.show()
    window.activateWindow()
    try:
        wait_until(lambda: start._program is not None, "the program")
        program = cast(Program, start._program)
        settle(program)
        yield program
    finally:
        window.close()
        start.close()
        _dispose(app, window, start._program)


def services_of(program: Program) -> Services:
    """The services, which arrive after the first paint."""
    assert program.services is not None
    return program.services


def child(program: Program, kind: type[ChildT]) -> ChildT:
    """The one object of a kind in the pages that have been made."""
    found = program.window.findChildren(kind)
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    return found[0]


def settle(program: Program) -> None:
    """Let everything that is under way come to its end."""
    wait_until(lambda: program.services is not None and not program.tasks.busy)
    QApplication.processEvents()
    wait_until(lambda: not program.tasks.busy)


def wait_until(condition: Callable[[], bool], what: str = "something") -> None:
    """Run the event loop until something is so."""
    deadline = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < deadline, f"waited in vain for {what}"
        run_events(_POLL_MS)


def run_events(milliseconds: int) -> None:
    """Run the event loop for a while without keeping the processor busy."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _dispose(app: QApplication, window: QWidget, program: Program | None) -> None:
    """Delete everything now, not when somebody runs the event loop again."""
    window.deleteLater()
    if program is not None:
        program.theme.deleteLater()
        for translator in program.translators:
            app.removeTranslator(translator)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

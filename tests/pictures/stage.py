"""A running program in front of a camera."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from tests.pictures.camera import Camera
from tests.pictures.documents import Evening
from tests.support.real_window import run_events, settle, wait_until
from ui.pages import Step
from ui.program import Program

LARGE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class Stage:
    """A running program in front of a camera."""

    program: Program
    camera: Camera
    evening: Evening
    folder: Path
    session: str

    def take(self, name: str) -> None:
        """A picture of what is shown now."""
        self.camera.take(self.program, name)

    def show(self, step: Step) -> None:
        """Another step of the session."""
        self.program.frame.open_session(self.session, step)
        settle(self.program)

    @contextmanager
    def large(self) -> Iterator[None]:
        """Meanwhile the window is as large as many screens are."""
        window, before = self.program.window, self.program.window.size()
        window.resize(*(round(side / window.devicePixelRatio()) for side in LARGE))
        settle(self.program)
        yield
        window.resize(before)
        settle(self.program)

    def dialog(self, name: str, opening: Callable[[], object]) -> None:
        """Open a dialog, take its picture, close it."""
        opening()
        wait_until(lambda: open_dialog() is not None)
        self.take(name)
        close_dialogs()
        self.program.window.activateWindow()


def open_dialog() -> QDialog | None:
    """The dialog on top, if there is one."""
    widget = QApplication.activeModalWidget()
    return widget if isinstance(widget, QDialog) else None


def close_dialogs() -> None:
    """Close whatever stands over the window."""
    while (dialog := open_dialog()) is not None:
        dialog.reject()
        run_events(0)

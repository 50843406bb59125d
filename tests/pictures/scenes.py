"""What is shown in the pictures: each group starts the program on its own database."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from app.errors import BadInputError
from tests.pictures import worlds
from tests.pictures.camera import Camera
from tests.pictures.documents import Evening, in_series, under_way, write
from tests.support.keyboard import press, type_text
from tests.support.real_window import run_events, settle, wait_until
from ui.main import Program
from ui.pages import Step


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

    def dialog(self, name: str, opening: Callable[[], object]) -> None:
        """Open a dialog, take its picture, close it."""
        opening()
        wait_until(lambda: open_dialog() is not None)
        self.take(name)
        close_dialogs()
        self.program.window.activateWindow()


Group = Callable[[Stage], None]
World = Callable[[Path, Evening, worlds.Clock], str]


def empty(_database: Path, evening: Evening, clock: worlds.Clock) -> str:
    """Nothing yet: the first start."""
    clock.move_to(evening.at(9, 14))
    return ""


def first_start(stage: Stage) -> None:
    """The empty start page and the dialogs that need no session."""
    stage.take("10-start-empty")
    stage.dialog("11-new-session", partial(press, "Ctrl+N"))
    stage.dialog("12-new-session-fault", _wrong_date)
    stage.dialog("13-keys", partial(press, "F1"))
    stage.dialog("14-settings", partial(press, "Ctrl+,"))
    stage.dialog("15-report", partial(stage.program._show_report, _REPORT))


def at_home(stage: Stage) -> None:
    """The start page with sessions, and everything that is opened from there."""
    program = stage.program
    stage.take("20-start-today")
    program.messages.error(BadInputError("file_not_found", path=Path("Gespräch.session.json")))
    stage.take("21-error-band")
    program.messages.clear()
    stage.dialog("22-all-sessions", program._start._show_all)
    series = program._start.data.series[0].uid  # type: ignore[union-attr]
    stage.dialog("23-series", partial(program._start._open_series, series))
    stage.dialog("24-delete", _delete(stage))
    later = write(in_series(under_way(stage.evening), worlds.SERIES), stage.folder)
    stage.dialog("25-import-preview", partial(program._read_files, (later,)))


GROUPS: tuple[tuple[World, Group], ...] = (
    (empty, first_start),
    (worlds.home, at_home),
)


def open_dialog() -> QDialog | None:
    """The dialog on top, if there is one."""
    widget = QApplication.activeModalWidget()
    return widget if isinstance(widget, QDialog) else None


def close_dialogs() -> None:
    """Close whatever stands over the window."""
    while (dialog := open_dialog()) is not None:
        dialog.reject()
        run_events(0)


def _wrong_date() -> None:
    press("Ctrl+N")
    type_text("31.2.")
    press("Return")


def _delete(stage: Stage) -> Callable[[], object]:
    start = stage.program._start
    assert start._upkeep is not None
    assert start.data is not None
    return partial(start._upkeep.ask_delete, start.data.sessions[1], stage.program.window)


_REPORT = """Quartiersdialog 1.0
Python 3.11, Qt 6.11
Linux 6.1

ValueError
  controller.py:182 _show
  < page.py:91 set_rows"""

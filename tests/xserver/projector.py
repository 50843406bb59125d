"""A session that is led while a real X server gains and loses a second screen; says what it sees.

A process of its own, for the tests have another platform::

    python -m tests.xserver.projector DATABASE

Each line is one JSON object: which screens Qt knows, where the room view is, who has the keyboard.
"""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.keyboard import press, type_text
from tests.support.real_window import child, real_window, services_of, wait_until
from ui.live.controller import LiveController
from ui.pages import Step
from ui.room.desk import RoomDesk
from ui.room.window import RoomWindow
from ui.widgets.statement_entry import StatementEntry

WIDTHS = (1366, 1920)


def main(database: Path) -> None:
    """Lead, plug, pull, plug again; at the end a window that does not look for screens."""
    app = QApplication(sys.argv[:1])
    _screen("--setmonitor", "laptop", "1366/300x768/170+0+0", "screen")
    wait_until(lambda: _widths() == [WIDTHS[0]], "the laptop")
    with real_window(database) as program:
        services = services_of(program)
        session = services.example.ensure()
        program.frame.open_session(session, Step.LIVE)
        desk = child(program, LiveController).room.desk
        program.window.activateWindow()
        type_text("Mitten im ")
        press("F5")
        say("one screen", app, desk)
        plug()
        wait_until(lambda: _is_open(desk), "the room view")
        say("plugged", app, desk)
        type_text("Satz")
        pull()
        wait_until(lambda: not _is_open(desk), "the end of the room view")
        say("pulled", app, desk)
        plug()
        wait_until(lambda: _is_open(desk), "the room view again")
        type_text(" bleibt alles")
        say("back", app, desk)
        loose = RoomWindow(desk.look)
        loose.show_on(desk.screens.places()[1])
        pull()
        wait_until(lambda: not _is_open(desk), "the end of the room view")
        say("pulled, with a window that nobody closes", app, desk)
        loose.close()
        _write({"line": _line(program.window)})


def say(when: str, app: QApplication, desk: RoomDesk) -> None:
    """What is so now."""
    rooms = [w for w in app.topLevelWidgets() if isinstance(w, RoomWindow) and w.isVisible()]
    place = [each.geometry().getRect() for each in rooms]
    active = type(QApplication.activeWindow()).__name__
    _write({"when": when, "screens": _widths(), "rooms": place, "active": active, "on": desk.is_on})


def plug() -> None:
    """A projector at the right of the laptop."""
    _screen("--setmonitor", "projector", "1920/400x1080/300+1366+0", "none")
    wait_until(lambda: len(_widths()) == len(WIDTHS), "the projector")


def pull() -> None:
    """The cable is out."""
    _screen("--delmonitor", "projector")
    wait_until(lambda: len(_widths()) == 1, "the end of the projector")


def _is_open(desk: RoomDesk) -> bool:
    return desk.projection is not None and desk.projection.window.isVisible()


def _line(window: QWidget) -> str:
    (entry,) = window.findChildren(StatementEntry)
    return entry.edit.line.text


def _write(what: object) -> None:
    sys.stdout.write(f"{json.dumps(what)}\n")


def _widths() -> list[int]:
    return [screen.geometry().width() for screen in QGuiApplication.screens()]


def _screen(*arguments: str) -> None:
    subprocess.run(["xrandr", *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

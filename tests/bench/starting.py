"""E: how soon the window is there and can be typed into, beside a window with nothing in it.

Each start is a process of its own, with its own folders for settings and caches. The clock runs
from before the process is made until the moment it reports on the same clock.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from app.bootstrap import workspace
from tests.bench.setting import ROOT, SMALL, Setting
from tests.bench.table import Line, at_most_times

ROUNDS = 5
PATIENCE = 120
"""Seconds after which a window will not come any more; never a measure of speed."""

BARE = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    print(time.monotonic(), flush=True)
    os._exit(0)

app = QApplication([])
window = Window()
window.show()
app.exec()
"""
"""The least a window of PySide6 takes; ours says in the same way that it was painted."""

_PROGRAM = """
import os, runpy, sys, time
import ui.main

class Window(ui.main.MainWindow):
    def __init__(self, *args):
        super().__init__(*args)
        watch(self)

ui.main.MainWindow = Window
sys.argv[0] = "ui"
runpy.run_module("ui", run_name="__main__", alter_sys=True)
"""
"""``python -m ui`` with the arguments of the process; ``watch`` is shown the window."""

PAINTED = f"""
def watch(window):
    window.first_painted.connect(painted)

def painted():
    print(time.monotonic(), flush=True)
    os._exit(0)
{_PROGRAM}"""

READY = f"""
def watch(window):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    def moved(_before, now):
        if type(now).__name__ == "EntryEdit":
            QTimer.singleShot(0, answering)

    def answering():
        print(time.monotonic(), flush=True)
        window.close()

    QApplication.instance().focusChanged.connect(moved)
{_PROGRAM}"""
"""Ready: the entry line has the focus and the event loop takes the next key."""


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part E."""
    database = setting.copy(setting.archive(SMALL), "starting")
    with workspace(database) as services:
        uid = services.views.sessions()[0].uid
    environment = _environment(setting.folder / "starting-home")
    program = ("--database", str(database))
    starts = (
        (BARE,),
        (PAINTED, *program),
        (READY, *program, "open", uid, "--page", "live"),
    )
    # The first turn writes bytecode, font caches and the list of the sessions last seen.
    turns = [[_seconds(start, environment) for start in starts] for _ in range(1 + ROUNDS)][1:]
    bare, painted, ready = (median(column) for column in zip(*turns, strict=True))
    beside = "a bare PySide6 window"
    yield at_most_times("E", "first paint", beside, ours=painted, other=bare, goal=1.3)
    yield at_most_times("E", "ready to type", beside, ours=ready, other=bare, goal=4.5)


def _environment(home: Path) -> dict[str, str]:
    """Nothing of this user's settings, and compiled modules are kept as for a user."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    values = {**os.environ, "PYTHONPATH": str(ROOT), **{name: str(home / name) for name in names}}
    values.pop("PYTHONDONTWRITEBYTECODE", None)
    return values


def _seconds(start: tuple[str, ...], environment: dict[str, str]) -> float:
    """From making the process to the moment it reports."""
    code, *arguments = start
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    if done.returncode:
        raise RuntimeError(f"a start ended with {done.returncode}:\n{done.stderr}")
    return float(done.stdout) - begin

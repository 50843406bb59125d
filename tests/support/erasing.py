"""A program that is killed while it removes something on request; for a process of its own.

``python -m tests.support.erasing FOLDER STEP [half]`` prepares a workspace, and for every STEP-th
line of the code that removes starts a program on a copy of it that is killed there. What the next
start finds is printed, one JSON object per kill, the last without one. ``half``: the control, in
which the rows are not removed in one transaction.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from app.bootstrap import workspace
from app.domain.drafts import DraftPayload
from app.domain.erasure import Wish
from app.services import erasure as service
from app.storage import backup
from app.storage import erasure as storage
from app.storage.database import Driver
from tests.support.room import Room
from tests.support.tables import dump
from tests.support.traces import traces

SECRET = "Der Zwölfjährige schläft heimlich im Gemeindebüro"
_WATCHED = {module.__file__ for module in (service, storage, backup)}
_KEPT = ("statement", "journal_entry", "draft", "operation")


def main(folder: Path, step: int, *, half: bool = False) -> None:
    """Kill at every ``step``-th line until one is done before it comes to that."""
    base = folder / "base"
    base.mkdir()
    _apart(partial(_prepare, base))
    line = 1
    while True:
        home = folder / str(line)
        shutil.copytree(base, home)
        killed = _apart(partial(_remove, home, line, half=half))
        _apart(partial(_report, base, home, killed=killed))
        if not killed:
            return
        shutil.rmtree(home)
        line += step


def _apart(work: Callable[[], object]) -> bool:
    """Do it in a process of its own; True if that was killed."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - told to the parent, whatever it is
            traceback.print_exc()
            os._exit(1)
        sys.stdout.flush()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise SystemExit(1)
    return False


def _prepare(base: Path) -> None:
    with workspace(base / "w.db") as services:
        room = Room(services)
        for number in range(30):
            room.say(f"Vorher {number}")
        services.backups.make("vorher")
        room.say(SECRET)
        services.drafts.keep(room.uid, "entry", DraftPayload(SECRET, 3))
        services.drafts.flush()
        services.backups.make("danach")
        room.say("Danach")
        (base / "uid").write_text(room.uid)


def _remove(home: Path, line: int, *, half: bool) -> None:
    uid = (home / "uid").read_text()
    if half:
        vars(storage)["erase"] = _in_two_transactions(home)
    with workspace(home / "w.db") as services:
        said = services.views.statements(uid)
        wanted = [each.uid for each in said if each.text == SECRET]
        services.history.undoable(uid)  # what an import does is not meant
        _kill_at(line)
        services.erasure.erase(uid, wanted, line=True)
        services.erasure.settle()
        sys.settrace(None)


def _in_two_transactions(home: Path) -> Callable[[Driver, Wish, str, Iterable[str]], None]:
    """The control: what a program does that commits between rows and journal."""
    whole, path = storage.erase, str(home / "w.db")

    def erase(driver: Driver, wish: Wish, moment: str, slots: Iterable[str]) -> None:
        if driver.execute("PRAGMA database_list").fetchone()[2] == path:
            storage._empty(driver, "statement", wish.statements, moment)
            driver.execute("COMMIT")
            driver.execute("BEGIN IMMEDIATE")
        whole(driver, wish, moment, slots)

    return erase


def _kill_at(line: int) -> None:
    left = line

    def trace(frame: FrameType, event: str, _arg: object) -> Any:  # noqa: ANN401 - sys has no public type
        nonlocal left
        if frame.f_code.co_filename not in _WATCHED:
            return None
        if event == "line":
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def _report(base: Path, home: Path, *, killed: bool) -> None:
    """What the next start finds, and what is there when that has done its part."""
    uid = (home / "uid").read_text()
    before, after = dump(base / "w.db"), dump(home / "w.db")
    untouched = all(before[name] == after[name] for name in _KEPT)
    with workspace(home / "w.db") as services:
        found: dict[str, object] = {
            "killed": killed,
            "untouched": untouched,
            "pending": services.erasure.is_pending,
            "shown": SECRET in {each.text for each in services.views.statements(uid)},
        }
        services.erasure.settle()
        sound = all(each.ok for each in services.backups.all())
        problems = services.workspace.check().problems
    left = traces(home, SECRET)
    found |= {"left": left, "sound": sound, "problems": len(problems)}
    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), half="half" in sys.argv)

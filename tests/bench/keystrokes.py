"""F, keystrokes: with drafts and spelling, beside the same without drafts and a bare field.

Every figure is taken in a process of its own, which prints it as JSON.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from app.bootstrap import workspace
from tests.bench.setting import Setting, tracer
from tests.bench.table import Line, at_most_times, exactly, not_measured
from tests.bench.timing import BETWEEN_KEYS_MS, percentile, seconds, waited
from tests.support import generator
from tests.support.real_window import child, real_window, run_events, settle, wait_until
from ui.live.entry_desk import EntryDesk
from ui.pages import Step
from ui.program import Program
from ui.widgets.statement_entry import StatementEntry

SECTIONS, KEYS = 8, 50
FEW_KEYS, MANY_KEYS = 50, 250
TYPED = "die nachbarschaftshilfe hat besuche gemacht und wurde oft gefragt "


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part F about typing."""
    path = setting.folder / "typing.db"
    with workspace(path) as services:
        document = setting.folder / "typing.session.json"
        services.documents.read(generator.write(generator.evening(1), document))
    kept, plain, bare = json.loads(setting.child("keystrokes", "keys", setting.copy(path, "keys")))
    what = "keystroke with draft saving, p95"
    yield at_most_times("F", what, "keystroke without", ours=kept, other=plain, goal=2)
    what = "keystroke painted, with drafts and spelling, p95"
    yield at_most_times("F", what, "bare QTextEdit", ours=kept, other=bare, goal=2)
    yield _syncs(setting, path)


def _syncs(setting: Setting, path: Path) -> Line:
    """Syncs of many keys less those of few, so that opening and closing do not count."""
    what, beside = "syncs on the interface thread per 200 keys", "counted with strace"
    log = setting.folder / "typing-syncs.log"
    prefix = tracer(log)
    if not prefix:
        return not_measured("F", what, beside, "no strace")
    counts = []
    for keys in (FEW_KEYS, MANY_KEYS):
        copy = setting.copy(path, f"typing-{keys}")
        thread = int(setting.child("keystrokes", "traced", copy, keys, prefix=prefix))
        counts.append(len(re.findall(rf"(?m)^{thread} +\w*sync\(", log.read_text())))
    return exactly("F", what, beside, found=counts[1] - counts[0], wanted=0)


class _Typist:
    """Types into the real entry line of the running evening."""

    def __init__(self, program: Program) -> None:
        assert program.services is not None
        (session,) = program.services.views.sessions()
        program.frame.open_session(session.uid, Step.LIVE)
        settle(program)
        self.drafts = program.services.drafts
        self._entry = child(program, StatementEntry)
        self._desk = child(program, EntryDesk)
        self._entry.edit.setFocus()

    def type(self, keys: int) -> list[float]:
        """How long each key took until painted, without waiting for a busy processor."""
        self._entry.reset()
        times = []
        for number in range(keys):
            run_events(BETWEEN_KEYS_MS)
            before = waited()
            took = seconds(partial(self._key, TYPED[number % len(TYPED)]))
            times.append(took - (waited() - before))
        self.flush()
        return times

    def flush(self) -> None:
        """Have the drafts of all keys so far on the disk."""
        self._desk.hand_over()
        self.drafts.flush()

    def type_unsaved(self, keys: int) -> list[float]:
        """The same while nobody keeps drafts."""
        self._entry.reset()
        self.flush()
        self._entry.changed.disconnect(self._desk._keep_soon)
        try:
            return self.type(keys)
        finally:
            self._entry.changed.connect(self._desk._keep_soon)

    def _key(self, sign: str) -> None:
        QTest.keyClicks(self._entry.edit, sign)
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendEvent(self._entry.window(), QEvent(QEvent.Type.UpdateRequest))


class _Bare:
    """Types into a field that does nothing else: same size, same type, a window of its own."""

    def __init__(self, beside: QWidget) -> None:
        self._field = QTextEdit()
        self._field.setFont(beside.font())
        self._field.resize(beside.size())
        self._field.show()
        wait_until(self._field.isVisible)

    def type(self, keys: int) -> list[float]:
        """How long each key took until painted, without waiting for a busy processor."""
        self._field.clear()
        times = []
        for number in range(keys):
            run_events(BETWEEN_KEYS_MS)
            before = waited()
            took = seconds(partial(self._key, TYPED[number % len(TYPED)]))
            times.append(took - (waited() - before))
        return times

    def close(self) -> None:
        """Nobody types into it any more."""
        self._field.close()

    def _key(self, sign: str) -> None:
        QTest.keyClicks(self._field, sign)
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendEvent(self._field, QEvent(QEvent.Type.UpdateRequest))


def _measure_keys(path: Path) -> list[float]:
    """p95 with drafts, without, and in a bare field, section by section in turns."""
    QApplication(sys.argv[:1])
    kept: list[float] = []
    plain: list[float] = []
    bare: list[float] = []
    with real_window(path) as program:
        typist = _Typist(program)
        field = _Bare(child(program, StatementEntry).edit)
        program.window.activateWindow()
        typist.type(KEYS)
        field.type(KEYS)
        for _ in range(SECTIONS):
            kept += typist.type(KEYS)
            plain += typist.type_unsaved(KEYS)
            bare += field.type(KEYS)
        field.close()
    return [percentile(times, 0.95) for times in (kept, plain, bare)]


def _type_some(path: Path, keys: int) -> int:
    """Type and say which thread is that of the window: the first of the process."""
    QApplication(sys.argv[:1])
    with real_window(path) as program:
        _Typist(program).type(keys)
    return os.getpid()


def _main(what: str, path: str, *arguments: str) -> object:
    if what == "keys":
        return _measure_keys(Path(path))
    return _type_some(Path(path), int(arguments[0]))


if __name__ == "__main__":
    print(json.dumps(_main(*sys.argv[1:])))

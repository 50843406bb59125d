"""Work that takes longer than a blink: import, export, backup, search over the archive.

``tasks.run(work, done=…, title=…)`` runs ``work`` on a worker thread; ``done`` and ``failed`` are
called on the GUI thread – also when the work raises, so that no progress stands for ever. An
expected error without ``failed`` goes to the band, any other to the crash handler. After 300 ms a
task with a title is shown, with its progress and, if the work looks for it, a way to stop it::

    def work(task: Task) -> Report:
        for n, path in enumerate(paths):
            task.report(n, len(paths))      # also raises Cancelled after task.cancel()
            …
"""

import sys
from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from app.errors import UserError
from ui.messages import Messages

ResultT = TypeVar("ResultT")

SHOWN_AFTER_MS = 300


class Cancelled(Exception):  # noqa: N818 – not an error: the user wanted it
    """Raised inside the work when the user has stopped it."""


class Task(QObject):
    """One running work. Lives on the GUI thread; ``report`` may be called from the worker."""

    progressed = Signal(int, int)
    finished = Signal()
    ended = Signal(object, object)
    """Result and error, from the worker; the runner listens."""

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._stop = Event()

    @property
    def cancelled(self) -> bool:
        """Whether the user has stopped it."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Stop at the next ``report``."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; raises ``Cancelled`` when it shall stop."""
        if self.cancelled:
            raise Cancelled
        self.progressed.emit(done, total)


class _Job(QRunnable, Generic[ResultT]):
    def __init__(self, task: Task, work: Callable[[Task], ResultT]) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        result: ResultT | None = None
        error: BaseException | None = None
        try:
            result = self._work(self._task)
        except BaseException as raised:  # noqa: BLE001 – carried to the GUI thread, whatever it is
            error = raised
        finally:
            self._task.ended.emit(result, error)


class Tasks(QObject):
    """Runs work beside the GUI. ``shown`` and ``hidden`` carry the task for the progress strip."""

    shown = Signal(object)
    hidden = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._pool = QThreadPool(self)
        self._running: dict[Task, _Outcome] = {}

    def run(
        self,
        work: Callable[[Task], ResultT],
        *,
        done: Callable[[ResultT], object],
        failed: Callable[[BaseException], object] | None = None,
        title: str = "",
    ) -> Task:
        """Start ``work`` on a worker; exactly one of ``done`` and ``failed`` follows."""
        task = Task(title, self)
        outcome = _Outcome(task, done, failed or self._fail)
        outcome.due.connect(self.shown)
        outcome.settled.connect(self._forget)
        self._running[task] = outcome
        if title:
            QTimer.singleShot(SHOWN_AFTER_MS, task, outcome.show)
        self._pool.start(_Job(task, work))
        return task

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def wait(self) -> None:
        """Stop what can be stopped and wait for the rest; for closing the window."""
        for task in tuple(self._running):
            task.cancel()
        self._pool.waitForDone()

    def _forget(self, task: Task) -> None:
        self._running.pop(task, None)
        self.hidden.emit(task)
        task.finished.emit()
        task.deleteLater()

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._messages.error(error)
        elif not isinstance(error, Cancelled):
            sys.excepthook(type(error), error, error.__traceback__)


class _Outcome(QObject):
    """Receives the end of a task on the GUI thread."""

    settled = Signal(object)
    due = Signal(object)

    def __init__(
        self,
        task: Task,
        done: Callable[..., object],
        failed: Callable[[BaseException], object],
    ) -> None:
        super().__init__(task)
        self._task = task
        self._done = done
        self._failed = failed
        self._over = False
        task.ended.connect(self._end)

    def show(self) -> None:
        # The timer may come after the end, as long as the task is not deleted yet.
        if not self._over:
            self.due.emit(self._task)

    @Slot(object, object)
    def _end(self, result: object, error: BaseException | None) -> None:
        self._over = True
        try:
            if error is None:
                self._done(result)
            else:
                self._failed(error)
        finally:
            self.settled.emit(self._task)

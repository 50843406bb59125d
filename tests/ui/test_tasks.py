"""Work beside the window: results and errors come back, progress appears, stopping works."""

import threading

import pytest
from PySide6.QtCore import QDeadlineTimer, QThread, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.texts import Texts
from ui.messages import Messages
from ui.tasks import SHOWN_AFTER_MS, Cancelled, Task, Tasks
from ui.widgets.band import BandKind, Notice


@pytest.fixture
def messages(texts: Texts) -> Messages:
    return Messages(texts)


@pytest.fixture
def tasks(messages: Messages) -> Tasks:
    return Tasks(messages)


def _nothing(_result: object) -> None:
    """Nobody waits for the result."""


def idle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.busy)


def test_a_result_comes_back_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    here, seen = QThread.currentThread(), []

    def work(_task: Task) -> bool:
        return QThread.currentThread() is here

    def done(same: bool) -> None:
        seen.append((same, QThread.currentThread() is here))

    tasks.run(work, done=done)
    idle(qtbot, tasks)
    assert seen == [(False, True)]


def test_an_error_comes_back_and_nothing_waits_for_ever(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[BaseException] = []

    def work(_task: Task) -> None:
        raise ValueError

    task = tasks.run(work, done=_nothing, failed=errors.append)
    with qtbot.waitSignal(task.finished):
        pass
    assert [type(error) for error in errors] == [ValueError]
    assert not tasks.busy


def test_an_expected_error_is_said_in_the_band(
    qtbot: QtBot, tasks: Tasks, messages: Messages
) -> None:
    said: list[Notice] = []
    messages.notice.connect(said.append)

    def work(_task: Task) -> None:
        raise UserError("undo_nothing")

    tasks.run(work, done=_nothing)
    idle(qtbot, tasks)
    expected = "Es gibt nichts mehr rückgängig zu machen."
    assert [(notice.kind, notice.text) for notice in said] == [(BandKind.ERROR, expected)]


def test_any_other_error_reaches_the_crash_handler(qtbot: QtBot, tasks: Tasks) -> None:
    def work(_task: Task) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        tasks.run(work, done=_nothing)
        idle(qtbot, tasks)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_an_exception_in_done_leaves_no_task_behind(qtbot: QtBot, tasks: Tasks) -> None:
    def done(_result: object) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        tasks.run(lambda _task: 1, done=done)
        idle(qtbot, tasks)
    assert len(caught) == 1


def test_only_work_that_takes_long_is_shown(qtbot: QtBot, tasks: Tasks) -> None:
    shown: list[Task] = []
    hidden: list[Task] = []
    tasks.shown.connect(shown.append)
    tasks.hidden.connect(hidden.append)
    tasks.run(lambda _task: None, done=_nothing, title="kurz")
    idle(qtbot, tasks)
    go_on = threading.Event()
    long = tasks.run(lambda _task: go_on.wait(20), done=_nothing, title="lang")
    qtbot.waitUntil(lambda: bool(shown), timeout=20 * SHOWN_AFTER_MS)
    assert shown == [long]
    go_on.set()
    idle(qtbot, tasks)
    assert hidden[-1] is long


def test_what_is_over_is_not_shown_any_more(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end and the moment to be shown wait together while the window is busy."""
    monkeypatch.setattr("ui.tasks.SHOWN_AFTER_MS", 1)
    seen: list[str] = []
    tasks.shown.connect(lambda _task: seen.append("shown"))
    tasks.hidden.connect(lambda _task: seen.append("hidden"))
    tasks.run(lambda _task: None, done=_nothing, title="fertig")
    pool = tasks.findChild(QThreadPool)
    assert pool is not None
    assert pool.waitForDone()
    due = QDeadlineTimer(3)
    while not due.hasExpired():
        pass
    idle(qtbot, tasks)
    QApplication.processEvents()
    assert seen[-1] == "hidden"


def test_work_can_be_stopped_where_it_reports(qtbot: QtBot, tasks: Tasks) -> None:
    progress: list[tuple[int, int]] = []
    ends: list[BaseException] = []
    ready, go_on = threading.Event(), threading.Event()

    def work(task: Task) -> None:
        task.report(1, 10)
        ready.set()
        go_on.wait(20)
        task.report(2, 10)

    task = tasks.run(work, done=_nothing, failed=ends.append)
    task.progressed.connect(lambda done, total: progress.append((done, total)))
    assert ready.wait(20)
    task.cancel()
    go_on.set()
    idle(qtbot, tasks)
    assert [type(end) for end in ends] == [Cancelled]
    assert (2, 10) not in progress


def test_stopping_says_nothing(qtbot: QtBot, tasks: Tasks, messages: Messages) -> None:
    said: list[Notice] = []
    messages.notice.connect(said.append)
    go_on = threading.Event()

    def work(task: Task) -> None:
        go_on.wait(20)
        task.report(1, 2)

    tasks.run(work, done=_nothing).cancel()
    go_on.set()
    idle(qtbot, tasks)
    assert said == []

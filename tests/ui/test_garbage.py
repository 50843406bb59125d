"""Garbage with widgets in it is never collected by a worker."""

import gc
import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QPushButton, QWidget

from tests.support.real_window import real_window
from ui.garbage import collect_what_is_due


def _cycle(threads: list[bool]) -> "weakref.ref[QWidget]":
    """A widget that keeps itself alive, and notes on which thread it goes."""
    main = QThread.currentThread()
    widget = QPushButton()
    widget.own = widget  # type: ignore[attr-defined]
    return weakref.ref(widget, lambda _: threads.append(QThread.currentThread() is main))


def _make_much() -> None:
    """More than Python makes without looking for garbage."""
    kept = [[number] for number in range(20_000)]
    assert kept


def _in_a_worker() -> None:
    worker = threading.Thread(target=_make_much)
    worker.start()
    worker.join()


def test_a_window_takes_the_collection_from_the_workers(tmp_path: Path) -> None:
    threads: list[bool] = []
    gc.enable()
    try:
        with real_window(tmp_path / "w.db"):
            assert not gc.isenabled()
            gone = _cycle(threads)
            _in_a_worker()
            assert gone() is not None, "nobody looked for it in the worker"
            for _ in range(20):
                _make_much()
                collect_what_is_due()
            gc.collect()
            assert gone() is None
    finally:
        gc.disable()
    assert threads == [True]


def test_without_it_a_worker_would_collect() -> None:
    """The control: Python on its own collects wherever objects are made."""
    collected: list[bool] = []
    main = threading.current_thread()

    class Noted:
        def __del__(self) -> None:
            collected.append(threading.current_thread() is main)

    gc.collect()
    one = Noted()
    one.own = one  # type: ignore[attr-defined]
    del one
    gc.enable()
    try:
        _in_a_worker()
    finally:
        gc.disable()
    assert collected == [False]


def test_only_what_is_due_is_collected() -> None:
    gc.collect()
    before = gc.get_count()
    collect_what_is_due()
    assert gc.get_count()[0] >= before[0], "nothing was due"
    garbage = [[number] for number in range(2 * gc.get_threshold()[0])]
    collect_what_is_due()
    assert gc.get_count()[0] < len(garbage)

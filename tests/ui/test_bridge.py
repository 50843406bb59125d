"""Changes reach the GUI thread, whichever thread committed them."""

import threading

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from app.domain.changes import ChangeSet
from app.services.change_bus import ChangeBus
from ui.bridge import ChangeBridge

CHANGE = ChangeSet("statement.record", "s", ())


class Listener(QObject):
    """Notes what arrives, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[ChangeSet, bool]] = []

    def hear(self, change_set: ChangeSet) -> None:
        self.seen.append((change_set, QThread.currentThread() is self.thread()))


def test_a_change_of_the_gui_thread_arrives_at_once(qapp: object) -> None:
    bus, listener = ChangeBus(), Listener()
    bridge = ChangeBridge(bus)
    bridge.changed.connect(listener.hear)
    bus.publish(CHANGE)
    assert listener.seen == [(CHANGE, True)]


def test_a_change_of_a_worker_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    bus, listener = ChangeBus(), Listener()
    bridge = ChangeBridge(bus)
    bridge.changed.connect(listener.hear)
    worker = threading.Thread(target=bus.publish, args=(CHANGE,))
    worker.start()
    worker.join()
    assert listener.seen == []
    qtbot.waitUntil(lambda: bool(listener.seen))
    assert listener.seen == [(CHANGE, True)]


def test_a_closed_bridge_hears_nothing(qapp: object) -> None:
    bus, listener = ChangeBus(), Listener()
    bridge = ChangeBridge(bus)
    bridge.changed.connect(listener.hear)
    bridge.close()
    bus.publish(CHANGE)
    assert listener.seen == []

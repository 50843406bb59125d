"""The one subscriber with Qt: brings committed changes to the GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.changes import ChangeSet

if TYPE_CHECKING:
    from app.services.change_bus import ChangeBus


class ChangeBridge(QObject):
    """Emits ``changed`` with a ``ChangeSet`` on the GUI thread, whichever thread committed.

    A change committed on the GUI thread arrives before the service method returns; one from a
    worker arrives with the next turn of the event loop.
    """

    changed = Signal(object)

    def __init__(self, bus: "ChangeBus", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        bus.subscribe(self._receive)

    def close(self) -> None:
        """Hear nothing any more."""
        self._bus.unsubscribe(self._receive)

    def _receive(self, change_set: ChangeSet) -> None:
        # An automatic connection compares threads at the moment of emitting.
        self.changed.emit(change_set)

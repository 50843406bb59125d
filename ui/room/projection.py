"""The window on the projector while screens come and go, and the cockpit moves."""

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.room.look import RoomLook
from ui.room.screens import Screens, projector
from ui.room.window import RoomWindow


class Projection(QObject):
    """Shows its window wherever there is a screen for it, never over the cockpit.

    ``opened`` and ``closed`` say when the projector comes and goes; ``cockpit_closed``: the
    program ends.
    """

    opened = Signal()
    closed = Signal()
    cockpit_closed = Signal()

    def __init__(self, look: RoomLook, cockpit: QWidget, screens: Screens, parent: QObject) -> None:
        super().__init__(parent)
        self._cockpit = cockpit
        self._screens = screens
        self.place: QRect | None = None
        """The screen it is shown on; None: there is no projector."""
        self.window = RoomWindow(look)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.look_again)
        self.window.keyboard_given.connect(self._hand_back)
        screens.changed.connect(self._on_screens)
        cockpit.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the room sees it."""
        return self.place is not None

    def look_again(self) -> None:
        """Open, move or close the window, whatever the screens ask for."""
        place = projector(self._screens.places(), self._cockpit.geometry())
        was_open, self.place = self.is_open, place
        if place is not None:
            self.window.show_on(place)
        else:
            self.window.hide()
        if was_open and place is None:
            self.closed.emit()
        elif place is not None and not was_open:
            self.opened.emit()

    def end(self) -> None:
        """Close the window for good."""
        self._screens.changed.disconnect(self._on_screens)
        self._cockpit.removeEventFilter(self)
        self._later.stop()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cockpit may be dragged to the projector, and takes the room view along at its end."""
        if event.type() == QEvent.Type.Move:
            self._later.start()
        elif event.type() == QEvent.Type.Close:
            self.cockpit_closed.emit()
        return super().eventFilter(watched, event)

    def _hand_back(self) -> None:
        """The keyboard belongs to the cockpit, or to the dialog that is open over it."""
        (QApplication.activeModalWidget() or self._cockpit).activateWindow()

    def _on_screens(self) -> None:
        """A screen came or went. The window goes at once: Qt would move it over the cockpit."""
        if self.place is not None and self.place not in self._screens.places():
            self.window.hide()
        self._later.start()

"""Which screens there are, and which of them is the projector."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen


class Screens(QObject):
    """The screens of the computer, while they come and go. ``changed``: look again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_changed)
        app.primaryScreenChanged.connect(self._on_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_changed)

    def places(self) -> tuple[QRect, ...]:
        """Where each screen lies, in logical pixels."""
        return tuple(screen.geometry() for screen in QGuiApplication.screens())

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self.changed.emit()

    def _on_changed(self, _what: object) -> None:
        self.changed.emit()


def projector(places: Sequence[QRect], cockpit: QRect) -> QRect | None:
    """The screen the room may have: one that shows nothing of the cockpit's screen; None: none.

    Screens that show the same lie at the same place. A cockpit that reaches over two screens is
    where most of it is.
    """
    if not places:
        return None
    own = max(places, key=lambda place: _area(place.intersected(cockpit)))
    return next((place for place in places if not place.intersects(own)), None)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0

"""Screens that come and go when a test says so. The real ones: tests/xserver/projector.py."""

from PySide6.QtCore import QObject, QRect

from ui.room.screens import Screens

LAPTOP = QRect(0, 0, 1366, 768)
PROJECTOR = QRect(1366, 0, 1920, 1080)


class PluggedScreens(Screens):
    """The laptop, and whatever was plugged."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places: tuple[QRect, ...] = (LAPTOP,)

    def places(self) -> tuple[QRect, ...]:
        return self._places

    def plug(self, *places: QRect) -> None:
        """These are all there are beside the laptop."""
        self._places = (LAPTOP, *places)
        self.changed.emit()

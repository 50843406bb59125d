"""A scroll area for things to read: part of the tab order only while there is more than fits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ReadArea(QScrollArea):
    """``content`` at the width there is; the arrows scroll it when it is higher than its room."""

    reach_changed = Signal()
    """It can be reached with the tab key now, or no longer."""

    def __init__(self, content: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def _on_range(self, _low: int, high: int) -> None:
        policy = Qt.FocusPolicy.StrongFocus if high else Qt.FocusPolicy.NoFocus
        if policy != self.focusPolicy():
            self.setFocusPolicy(policy)
            self.reach_changed.emit()

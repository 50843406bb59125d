"""A column that scrolls; its content keeps its place when the scroll bar comes and goes."""

from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

_BAR = 10
RING_ROOM = 3
"""What the focus ring needs beside a control that is as wide as the column."""


class ScrollColumn(QScrollArea):
    """What lies in ``content`` can have the focus, the column itself usually not.

    Widgets are best made with ``content`` as their parent: each time a filled widget gets another
    parent, Qt looks up the styles of everything in it again.
    """

    def __init__(
        self,
        layout: QLayout,
        margins: tuple[int, int, int, int] = (20, 12, 20, 16),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.content = QWidget()
        self.content.setLayout(layout)
        self._layout = layout
        self._margins = margins
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(layout.invalidate)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Qt scrolls sideways to a control with the focus even without a bar to come back with.
        self.horizontalScrollBar().rangeChanged.connect(self._stay)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)  # setWidget has switched it on
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._follow_focus)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def set_margins(self, margins: tuple[int, int, int, int]) -> None:
        """Around the content: left, top, right, bottom."""
        self._margins = margins
        self._make_room(0, self.verticalScrollBar().maximum())

    def showEvent(self, event: QShowEvent) -> None:
        """Hidden while the type changed its size, the content has heights of the old one."""
        super().showEvent(event)
        self._again.start()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt does this for the Tab key only."""
        if new is not None and self.content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, _BAR)

    def _stay(self, _least: int, most: int) -> None:
        if most:
            self.horizontalScrollBar().setRange(0, 0)

    def _make_room(self, _least: int, most: int) -> None:
        left, top, right, bottom = self._margins
        right = max(RING_ROOM, right - _BAR) if most else right
        self._layout.setContentsMargins(left, top, right, bottom)

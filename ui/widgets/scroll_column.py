"""A column that scrolls; its content keeps its place when the scroll bar comes and goes."""

from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

_BAR = 10


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
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)  # setWidget has switched it on
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._follow_focus)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Hidden while the type changed its size, the content has heights of the old one."""
        super().showEvent(event)
        self._again.start()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt does this for the Tab key only."""
        if new is not None and self.content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, _BAR)

    def _make_room(self, _least: int, most: int) -> None:
        left, top, right, bottom = self._margins
        right = max(0, right - _BAR) if most else right
        self._layout.setContentsMargins(left, top, right, bottom)

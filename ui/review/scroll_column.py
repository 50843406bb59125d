"""A column that scrolls; its content keeps its place when the scroll bar comes and goes."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

_SIDE = 20
_BAR = 10


class ScrollColumn(QScrollArea):
    """Nothing to have the focus itself: what lies in ``content`` can.

    Widgets are best made with ``content`` as their parent: each time a filled widget gets another
    parent, Qt looks up the styles of everything in it again.
    """

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = QWidget()
        self.content.setLayout(layout)
        self._layout = layout
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

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt does this for the Tab key only."""
        if new is not None and self.content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, _BAR)

    def _make_room(self, _least: int, most: int) -> None:
        right = _SIDE - _BAR if most else _SIDE
        self._layout.setContentsMargins(_SIDE, 12, right, 16)

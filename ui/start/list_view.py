"""A list as a block on the page: as high as its rows, one tab stop, every row clickable."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.models.row_model import ROW_ROLE
from ui.start.rows import ListDelegate, ListModel, ListRow
from ui.theme import Theme
from ui.widgets.keyboard_list import KeyboardList

_INSET = 16
"""How far the lines between rows stay away from the sides."""


class ListView(KeyboardList):
    """Shows ``ListRow`` objects.

    Signals:
        opened(str): Enter on a row, or a click; the uid of the row.
        menu_wanted(object): the menu key or the right button on a row; a ``(uid, QPoint)``
            with the place on the screen.
    """

    opened = Signal(str)
    menu_wanted = Signal(object)

    def __init__(
        self, theme: Theme, name: str, *, fits: bool = True, parent: QWidget | None = None
    ) -> None:
        self.rows = ListModel()
        self.delegate = ListDelegate(theme)
        super().__init__(self.rows, self.delegate, name, parent)
        self._theme = theme
        self._fits = fits
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        theme.changed.connect(self._measure_again)

    def show_rows(self, rows: list[ListRow]) -> None:
        """Show these rows; the current one stays if it is still there."""
        self.delegate.reserve_for_chips([row.chip for row in rows if row.chip is not None])
        self.rows.set_rows(rows)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the rows together."""
        hint = super().sizeHint()
        if self._fits:
            rows = self.rows.rows()
            hint.setHeight(sum(self.delegate.height(row, 0) for row in rows))
        return hint

    def minimumSizeHint(self) -> QSize:
        """A list that fits its rows never scrolls."""
        return QSize(0, self.sizeHint().height() if self._fits else self._theme.px(180))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard arrives on the first row, or where it was."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; everything else moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row below the pointer, or of the current one for the menu key."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            box = self.visualRect(index)
            place = event.pos() if by_mouse else QPoint(box.left() + 40, box.bottom() - 8)
            self.menu_wanted.emit((index.data(ROW_ROLE).uid, self.viewport().mapToGlobal(place)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and thin lines between them."""
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.tokens.line)
        inset, width = self._theme.gap(_INSET), self.viewport().width()
        for number in range(1, self.rows.rowCount()):
            top = self.visualRect(self.rows.index(number)).top()
            painter.drawLine(inset, top, width - inset, top)
        painter.end()
        super().paintEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(ROW_ROLE).uid)

    def _measure_again(self) -> None:
        self.delegate.refresh()
        self.doItemsLayout()
        self.updateGeometry()

"""The summary of a question: one to three sentences, written now or later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.grow_edit import GrowEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SummaryField(GrowEdit):
    """One line that grows to three. Enter and Esc leave it; what stands in it is saved."""

    finished = Signal()
    """Enter or Esc: back to the entry line."""
    focus_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._sign: QLabel | None = None
        super().__init__(min_lines=1, max_lines=3, role=Role.BODY, parent=parent)
        self._theme = theme
        self._sign = QLabel(self)
        self.setPlaceholderText(self.tr("Summary in one to three sentences – now or later"))
        self.setAccessibleName(self.tr("Summary of the question"))
        theme.changed.connect(self._repaint)
        self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter begins a new line."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and not shift):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Time to save."""
        super().focusOutEvent(event)
        self.focus_left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sign stays beside the first line."""
        super().resizeEvent(event)
        if self._sign is not None:
            top = self.viewport().y() + round(self.document().documentMargin())
            self._sign.move(self._theme.gap(12), top)

    def _repaint(self) -> None:
        if self._sign is None:
            return
        size = self._theme.px(18)
        self._sign.setPixmap(pixmap("file-text", self._theme.color("ink2"), size))
        self._sign.setFixedSize(size, size)
        self.setViewportMargins(size + self._theme.gap(6), 0, 0, 0)
        self.fit()

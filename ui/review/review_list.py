"""The list of the review: the signs of the entry line work on statements that exist already."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.models.statement_model import RowWords
from ui.theme import Theme
from ui.widgets.statement_list import StatementReview

_SIGNS = '/@#"'


class ReviewList(StatementReview):
    """``sign_typed`` carries ``/``, ``@``, ``#`` or ``"``; ``item_wanted`` the digit of Alt+1."""

    sign_typed = Signal(str)
    item_wanted = Signal(int)
    time_wanted = Signal()

    def __init__(
        self, theme: Theme, words: RowWords, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, name, parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs, Alt and a digit, Ctrl+T."""
        modifiers = event.modifiers()
        if not self.current_uid():
            super().keyPressEvent(event)
        elif event.text() and event.text() in _SIGNS:
            self.sign_typed.emit(event.text())
        elif modifiers & Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= event.key() <= _LAST:
            self.item_wanted.emit(event.key() - Qt.Key.Key_0)
        elif modifiers & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_T:
            self.time_wanted.emit()
        else:
            super().keyPressEvent(event)

    def menu_place(self) -> QPoint:
        """Where a menu of the current row belongs: at its text, on the screen."""
        box = self.visualRect(self.currentIndex())
        left, bottom = self._statements.text_box(box).left(), min(box.bottom(), self.height() - 8)
        return self.viewport().mapToGlobal(QPoint(left, bottom))


_LAST = Qt.Key.Key_8

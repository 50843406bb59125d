"""The list of the review, with its menu and the keys that lead to another question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.models.statement_model import RowWords
from ui.theme import Theme
from ui.widgets.statement_list import StatementReview


class ReviewList(StatementReview):
    """``item_wanted`` carries the digit of Alt+1."""

    item_wanted = Signal(int)

    def __init__(
        self, theme: Theme, words: RowWords, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, name, parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a digit."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.current_uid() and alt and Qt.Key.Key_1 <= event.key() <= _LAST:
            self.item_wanted.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)


_LAST = Qt.Key.Key_8

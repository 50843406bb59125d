"""A list of texts in a dialog, and a line beside it whose Enter is its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

_GAP = 5
"""Around each row."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterLine(QLineEdit):
    """A line whose Enter is its own: it never presses a button of the dialog."""

    entered = Signal()
    down_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down are told; everything else types."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down_wanted.emit()
        else:
            super().keyPressEvent(event)


class TextRows(QListWidget):
    """Rows that wrap, with the frame of a card."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("surface", "card")
        self.setWordWrap(True)
        self.setSpacing(_GAP)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_texts(self, texts: list[str]) -> None:
        """Show these rows; the current one keeps its number."""
        current = self.currentRow()
        while self.count() > len(texts):
            self.takeItem(self.count() - 1)
        for number, text in enumerate(texts):
            if number == self.count():
                self.addItem(QListWidgetItem())
            self.item(number).setText(text)
        if texts:
            self.setCurrentRow(min(max(current, 0), len(texts) - 1))

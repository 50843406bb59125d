"""The lists of the cards dialog: the cards, and their groups."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.domain.cards import CardStack
from ui.widgets.text_rows import TextRows

DIGITS = range(1, 10)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardList(TextRows):
    """The cards. A digit or the first letter of a name puts the current one into a group."""

    number_typed = Signal(int)
    letter_typed = Signal(str)
    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def show_stack(self, stack: CardStack) -> None:
        """Each card with its group behind it."""
        self.show_texts([f"{c.text}  →  {c.cluster}" if c.cluster else c.text for c in stack.cards])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort, edit, remove; arrows go through the cards."""
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif text.isdigit() and text.isascii():
            self.number_typed.emit(int(text))
        elif key in (*_ENTER, Qt.Key.Key_F2):
            self.edit_wanted.emit(self.currentRow())
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(self.currentRow())
        elif text.isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.letter_typed.emit(text)
        else:
            super().keyPressEvent(event)


class GroupList(TextRows):
    """The groups with the digits that stand for them. Cards can be dropped onto them."""

    dropped = Signal(int)
    """The number of a group, 0 for none."""
    chosen = Signal(int)
    """The same: Enter, or a double click."""
    rename_wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.itemDoubleClicked.connect(self._choose)

    def show_stack(self, stack: CardStack, nowhere: str) -> None:
        """Number, name and how many cards; the cards in no group at the end."""
        rows = [
            f"{number if number in DIGITS else '·'}  {name} ({stack.count(name)})"
            for number, name in enumerate(stack.clusters, start=1)
        ]
        self.show_texts([*rows, f"0  {nowhere} ({stack.count('')})"])

    def number(self) -> int:
        """The current group; the last row stands for none."""
        return (self.currentRow() + 1) % self.count() if self.count() else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sorts the current card, F2 renames."""
        if event.key() in _ENTER:
            self._choose()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(self.number())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards of this dialog only."""
        if isinstance(event.source(), CardList):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The group below the pointer is shown."""
        item = self.itemAt(event.position().toPoint())
        if isinstance(event.source(), CardList) and item is not None:
            self.setCurrentItem(item)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """The card goes into the group below the pointer."""
        if isinstance(event.source(), CardList):
            event.acceptProposedAction()
            self.dropped.emit(self.number())

    def _choose(self) -> None:
        self.chosen.emit(self.number())

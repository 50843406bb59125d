"""The field in which an answer of the room is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.style.fonts import Role
from ui.widgets.grow_edit import GrowEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerEdit(GrowEdit):
    """Enter keeps what was typed, Shift+Enter begins a line, Esc leaves it."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(min_lines=2, max_lines=9, role=Role.ENTRY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shift:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

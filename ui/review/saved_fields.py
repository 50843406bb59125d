"""Fields that are saved when they are left: a line, a few lines.

They remember what was loaded: ``saved`` is only emitted for a real change, and loading anew never
overwrites what somebody is typing. What is being saved counts as loaded when it comes back from
the services; if it could not be saved it is tried again when the field is left.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.text import editor_form
from ui.style.fonts import Role
from ui.widgets.grow_edit import GrowEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SavedLine(QLineEdit):
    """One line. Enter saves and stays, Esc gives the change up."""

    saved = Signal(str)
    left = Signal()
    """Esc in an unchanged field."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = ""
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self.flush)

    def load(self, text: str, *, force: bool = False) -> None:
        """Show a stored value; what is being typed stays unless ``force``."""
        typing = self.text() != self._loaded and self.hasFocus()
        self._loaded = text
        if (force or not typing) and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Save now what is different."""
        text = " ".join(self.text().split())
        before = self._loaded
        if text != before and not self.isReadOnly():
            self.saved.emit(text)
            if self._loaded != before:
                self.setText(self._loaded)  # as it was understood

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text() != self._loaded:
            self.setText(self._loaded)
        else:
            self.left.emit()


class SavedText(GrowEdit):
    """A few lines. Enter saves and leaves, Shift+Enter begins a line, Esc gives the change up."""

    saved = Signal(str)
    left = Signal()

    def __init__(
        self,
        *,
        min_lines: int = 2,
        max_lines: int = 6,
        keeps_on_escape: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(min_lines=min_lines, max_lines=max_lines, role=Role.BODY, parent=parent)
        self._loaded = ""
        self._keeps_on_escape = keeps_on_escape

    def set_lines(self, least: int, most: int) -> None:
        """Between how many lines it grows."""
        if self._lines != (least, most):
            self._lines = (least, most)
            self.fit()

    def load(self, text: str, *, force: bool = False) -> None:
        """Show a stored value; what is being typed stays unless ``force``."""
        typing = self.is_changed() and self.hasFocus()
        self._loaded = editor_form(text)
        if (force or not typing) and self.text() != self._loaded:
            self.setPlainText(self._loaded)

    def is_changed(self) -> bool:
        """Whether something else than the stored value stands in it."""
        return self.text() != self._loaded

    def flush(self) -> None:
        """Save now what is different."""
        if self.is_changed() and not self.isReadOnly():
            self.saved.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shift:
            self.flush()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.is_changed() and not self._keeps_on_escape:
                self.setPlainText(self._loaded)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Time to save."""
        super().focusOutEvent(event)
        self.flush()

"""A short text for the room, typed by the facilitator."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.room import MAX_MESSAGE
from app.domain.text import clean_line
from ui.dialogs.form_dialog import FormDialog, field
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.labels import wrapped


class MessageDialog(FormDialog):
    """One line; Enter shows it, an empty one shows nothing."""

    def __init__(self, theme: Theme, show: Callable[[str], None], *, parent: QWidget) -> None:
        super().__init__(
            theme, self.tr("Message to the room"), self.tr("Show"), width=520, parent=parent
        )
        self._show = show
        self.line = QLineEdit()
        self.line.setMaxLength(MAX_MESSAGE)
        field(self.body, self.tr("What the room shall read"), self.line)
        hint = self.tr(
            "It stands there in large letters until you take it away or another item begins. "
            "It is not kept."
        )
        self.body.addWidget(wrapped(hint, Role.META))
        self.line.setFocus()

    def accept(self) -> None:
        """Show what was typed."""
        super().accept()
        text = clean_line(self.line.text()).text.strip()
        if text:
            self._show(text)

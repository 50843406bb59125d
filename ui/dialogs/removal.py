"""Which of the last statements are to be gone for good."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.dialogs.form_dialog import FormDialog
from ui.models.statement_model import StatementRow
from ui.theme import Role, Theme
from ui.widgets.frames import column
from ui.widgets.labels import wrapped

_SHOWN = 70
"""So much of a text says which statement it is."""


class RemovalDialog(FormDialog):
    """``removal_wanted`` carries the uids. Nothing is chosen at first: it cannot be undone.

    A digit chooses so many of the last ones, Space one by one, Enter removes them.
    """

    removal_wanted = Signal(object)

    def __init__(self, theme: Theme, rows: Sequence[StatementRow], *, parent: QWidget) -> None:
        title = self.tr("Remove on request?")
        super().__init__(theme, title, self.tr("Remove for good"), width=560, parent=parent)
        text = self.tr(
            "What you choose disappears from session, history, search and backups. "
            "That cannot be undone."
        )
        self.body.addWidget(wrapped(text))
        self.setAccessibleDescription(text)
        self._uids = [row.uid for row in rows]
        self.boxes = [self._box(number, row) for number, row in enumerate(rows, start=1)]
        content = QWidget()
        layout = column(spacing=8, margins=(2, 2, 2, 2))
        content.setLayout(layout)
        for box in self.boxes:
            layout.addWidget(box)
        self.add_scrolling(content)
        if len(rows) > 1:
            hint = self.tr("Keys: 1 to %1 for so many of the last, Space for a single one.")
            self.body.addWidget(wrapped(hint.replace("%1", str(len(rows))), Role.META))
        self._show_chosen()
        self.boxes[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit: so many of the last ones."""
        count = event.key() - Qt.Key.Key_0
        if 1 <= count <= len(self.boxes):
            for number, box in enumerate(self.boxes):
                box.setChecked(number < count)
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Remove what is chosen; nothing without a choice."""
        chosen = tuple(
            uid for uid, box in zip(self._uids, self.boxes, strict=True) if box.isChecked()
        )
        if chosen:
            super().accept()
            self.removal_wanted.emit(chosen)

    def _box(self, number: int, row: StatementRow) -> QCheckBox:
        text = " ".join(row.text.split())
        text = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
        who = f"{row.time} {row.name or row.unclear}".strip()
        box = QCheckBox(f"{number}   {who}: {text}".replace("&", "&&"))
        box.setAccessibleName(f"{who}: {row.text}")
        box.toggled.connect(self._show_chosen)
        return box

    def _show_chosen(self) -> None:
        self.confirm.setEnabled(any(box.isChecked() for box in self.boxes))

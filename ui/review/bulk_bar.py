"""What can be done with the selected statements, in room that is always kept for it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.keys import key_text
from ui.theme import Role, Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import row
from ui.widgets.labels import ElidedLabel
from ui.widgets.row_list import SCROLL_ROOM
from ui.widgets.statement_list import MERGE

DELETE, CLEAR, ITEMS = "delete", "clear", "items"


class BulkBar(QWidget):
    """Empty without a selection; it keeps its height, so that the list never jumps.

    ``chosen`` carries what the list's sign for it is (``/``, ``@``, ``*``, ``merge``), or one of
    this module's words, and where a menu belongs on the screen.
    """

    chosen = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = ElidedLabel("", Role.STRONG)
        self.buttons: dict[str, QPushButton] = {
            "/": button(theme, self.tr("Kind"), icon="tag", size="small"),
            "@": button(theme, self.tr("Person"), icon="user", size="small"),
            ITEMS: button(theme, self.tr("Question"), icon="arrow-right", size="small"),
            "*": button(theme, self.tr("Result"), icon="star", size="small"),
            MERGE: button(theme, self.tr("Merge"), icon="link", size="small"),
            DELETE: icon_button(theme, "trash", self.tr("Delete"), variant="flat"),
            CLEAR: icon_button(theme, "x", self.tr("Select nothing"), variant="flat"),
        }
        for sign, key in (("/", "/"), ("@", "@"), ("*", "*"), (MERGE, "Ctrl+J")):
            self.buttons[sign].setToolTip(key_text(key))
        layout = row(spacing=6, margins=(0, 8, SCROLL_ROOM, 0))
        self.setLayout(layout)
        layout.addWidget(self.count, 1)
        for sign, each in self.buttons.items():
            each.setObjectName(sign)
            each.clicked.connect(self._on_clicked)
            layout.addWidget(each)
        for part in (self.count, *self.buttons.values()):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.show_selected(0, closed=False)

    def show_selected(self, count: int, *, closed: bool) -> None:
        """For so many; in a closed session the selection cannot be changed."""
        one, many = self.tr("1 selected"), self.tr("%1 selected")
        self.count.setText(one if count == 1 else many.replace("%1", str(count)))
        self.buttons[MERGE].setEnabled(count > 1)
        for part in (self.count, *self.buttons.values()):
            part.setVisible(bool(count) and not closed)

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return tuple(self.buttons.values())

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            place = pressed.mapToGlobal(QPoint(0, 0))
            self.chosen.emit(pressed.objectName(), place)

"""What can be done with the selected statements, in room that is always kept for it."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QWidget

from ui.keys import key_text
from ui.theme import Role, Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import row
from ui.widgets.labels import label
from ui.widgets.row_list import SCROLL_ROOM
from ui.widgets.statement_list import MERGE

_GAP = 6
DELETE, CLEAR, ITEMS = "delete", "clear", "items"


class BulkBar(QStackedWidget):
    """Empty without a selection; it keeps its height, so that the list never jumps.

    ``chosen`` carries what the list's sign for it is (``/``, ``@``, ``*``, ``merge``), or one of
    this module's words, and where a menu belongs on the screen. Where there is no room for words
    only deleting stays: everything else is in the menu above the list too.
    """

    chosen = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selected = label("", Role.STRONG)
        self.buttons: dict[str, QPushButton] = {
            "/": button(theme, self.tr("Kind"), size="small"),
            "@": button(theme, self.tr("Person"), size="small"),
            ITEMS: button(theme, self.tr("Question"), size="small"),
            "*": button(theme, self.tr("Result"), size="small"),
            MERGE: button(theme, self.tr("Merge"), size="small"),
            DELETE: icon_button(theme, "trash", self.tr("Delete"), variant="flat"),
            CLEAR: icon_button(theme, "x", self.tr("Select nothing"), variant="flat"),
        }
        for sign, key in (("/", "/"), ("@", "@"), ("*", "*"), (MERGE, "Ctrl+J")):
            self.buttons[sign].setToolTip(key_text(key))
        bar = QWidget()
        layout = row(spacing=_GAP, margins=(0, 8, SCROLL_ROOM, 0))
        bar.setLayout(layout)
        layout.addWidget(self.selected, 1)
        for sign, each in self.buttons.items():
            each.setObjectName(sign)
            each.clicked.connect(self._on_clicked)
            layout.addWidget(each)
        # As high as its highest page: that is what keeps the room.
        self.addWidget(QWidget())
        self.addWidget(bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_selected(0, closed=False)

    def show_selected(self, count: int, *, closed: bool) -> None:
        """For so many; in a closed session the selection cannot be changed."""
        one, many = self.tr("1 selected"), self.tr("%1 selected")
        self.selected.setText(one if count == 1 else many.replace("%1", str(count)))
        self.buttons[MERGE].setEnabled(count > 1)
        self._fit()
        self.setCurrentIndex(int(bool(count) and not closed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Only words that are whole."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """No wider than what stays in any case."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        words = self._words()
        icons = [self.buttons[DELETE], self.buttons[CLEAR]]
        wanted = sum(part.sizeHint().width() + _GAP for part in (self.selected, *words, *icons))
        for word in words:
            word.setVisible(wanted + SCROLL_ROOM <= self.width())

    def _words(self) -> list[QPushButton]:
        return [each for sign, each in self.buttons.items() if sign not in (DELETE, CLEAR)]

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return tuple(self.buttons.values())

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            place = pressed.mapToGlobal(QPoint(0, 0))
            self.chosen.emit(pressed.objectName(), place)

"""The red bar across the centre while nothing is taken down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, wrapped


class OffRecordBar(QFrame):
    """Has the keyboard while the entry line takes nothing, so that typing changes nothing.

    ``typed``: somebody types all the same. ``stayed``: the question was answered with yes.
    """

    typed = Signal()
    stayed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("surface", "error")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = QLabel()
        self.text = wrapped("", Role.STRONG)
        self.hint = ElidedLabel("", Role.META)
        self.stay = button(theme, self.tr("Stay off the record"), size="small")
        self.remove = button(theme, self.tr("Remove statements …"), size="small")
        self.end = button(theme, self.tr("Take down again"), size="small")
        said = column(spacing=0)
        said.addWidget(self.text)
        said.addWidget(self.hint)
        line = row(spacing=10, margins=(14, 8, 10, 8))
        line.addWidget(self._icon)
        line.addLayout(said, 1)
        for each in self.stops():
            line.addWidget(each)
        self.setLayout(line)
        self.stay.clicked.connect(self.stayed)
        self.stay.hide()
        theme.changed.connect(self._repaint)
        self._repaint()

    def stops(self) -> tuple[QWidget, ...]:
        """What can be pressed, in order."""
        return (self.stay, self.remove, self.end)

    def say(self, text: str, hint: str, *, asks: bool = False) -> None:
        """How long it has lasted, and what else is to be said; ``asks``: whether it shall go on."""
        if text != self.text.text():
            self.text.setText(text)
        if hint != self.hint.text():
            self.hint.setText(hint)
        self.setAccessibleName(f"{text} {hint}")
        self.stay.setVisible(asks)
        self.remove.setVisible(not asks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed goes nowhere, and the bar says so."""
        if event.text().strip() and event.text().isprintable():
            self.typed.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _repaint(self) -> None:
        size = self._theme.px(18)
        self._icon.setPixmap(pixmap("hand-stop", self._theme.color("error"), size))

"""The red bar across the centre while nothing is taken down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

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
        self._said = row(spacing=10)
        self._said.addWidget(self._icon)
        self._said.addLayout(said, 1)
        self._buttons = row(spacing=10)
        self._buttons.addStretch(1)
        for each in self.stops():
            self._buttons.addWidget(each)
        self._parts = row(spacing=8, margins=(14, 8, 10, 8))
        self._parts.addLayout(self._said, 1)
        self._parts.addLayout(self._buttons)
        self.setLayout(self._parts)
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
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed goes nowhere, and the bar says so."""
        if event.text().strip() and event.text().isprintable():
            self.typed.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where they do not fit beside the words, the buttons stand below."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        words = max(
            each.fontMetrics().horizontalAdvance(each.text()) for each in (self.text, self.hint)
        )
        fixed = self._icon.sizeHint().width() + 4 * self._parts.spacing()
        margins = self._parts.contentsMargins()
        needed = words + fixed + self._buttons.minimumSize().width()
        beside = needed <= self.width() - margins.left() - margins.right()
        way = QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _repaint(self) -> None:
        size = self._theme.px(18)
        self._icon.setPixmap(pixmap("hand-stop", self._theme.color("error"), size))

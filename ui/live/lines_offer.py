"""After pasting several lines: one statement, or one per line. A band above the line, no question.

The text stands in the line already and is kept; Enter records it as one statement, as always.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.keys import key_text
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import ElidedLabel


class LinesOffer(QWidget):
    """Says how many lines there are and which key does what. Nothing in it takes the focus."""

    one_wanted = Signal()
    each_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._text = ElidedLabel("", Role.META)
        self.one = button(theme, "", variant="link", size="small")
        self.each = button(theme, "", variant="link", size="small")
        layout = row(spacing=12, margins=(0, 0, 0, 4))
        self.setLayout(layout)
        layout.addWidget(self._text, 1)
        for each, wanted in ((self.one, self.one_wanted), (self.each, self.each_wanted)):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.clicked.connect(wanted)
            layout.addWidget(each)
        self.hide()

    @property
    def count(self) -> int:
        """How many statements it would be; 0 while nothing is offered."""
        return self._count

    def offer(self, count: int) -> None:
        """Offer to make this many statements; less than two is nothing to offer."""
        self._count = count if count > 1 else 0
        number = str(count)
        self._text.setText(self.tr("Pasted: %1 lines").replace("%1", number))
        one = self.tr("One statement: %1").replace("%1", key_text("Return"))
        each = self.tr("%2 statements, one per line: %1").replace("%1", key_text("Ctrl+Return"))
        self.one.setText(one)
        self.each.setText(each.replace("%2", number))
        self.setAccessibleName(f"{self._text.text()}. {one}. {self.each.text()}")
        self.setVisible(self._count > 0)

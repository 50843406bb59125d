"""A quiet line with an icon: what the program promises, when it last made a backup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import pixmap
from ui.theme import Role, Theme
from ui.widgets.frames import column, row
from ui.widgets.labels import wrapped


class PromiseLine(QWidget):
    """Icon and sentence; ``set_detail`` adds a paler one below."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        tone: str,
        text: str = "",
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._tone = icon, tone
        self._icon = QLabel()
        self.text = wrapped(text, Role.STRONG if strong else Role.BODY, "" if strong else "ink2")
        self.detail = wrapped("", Role.BODY, "ink3")
        self.detail.hide()
        words = column(spacing=4)
        words.addWidget(self.text)
        words.addWidget(self.detail)
        layout = row(spacing=12)
        self.setLayout(layout)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        theme.changed.connect(self._refresh)
        self._refresh()

    def set_text(self, text: str) -> None:
        """Say something else; without text the line is not there."""
        self.text.setText(text)
        self.setVisible(bool(text))

    def set_detail(self, text: str) -> None:
        """A second, paler sentence."""
        self.detail.setText(text)
        self.detail.setVisible(bool(text))

    def _refresh(self) -> None:
        size = self._theme.px(21)
        self._icon.setPixmap(pixmap(self._name, self._theme.color(self._tone), size))

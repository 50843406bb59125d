"""The band below the top bar: one sentence, at most one button. Never a box over the work."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.icons import pixmap
from ui.theme import Theme, repolish
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import row
from ui.widgets.labels import wrapped


class BandKind(StrEnum):
    """What the band is about; the value is its ``surface``."""

    ERROR = "error"
    WARNING = "open"
    DONE = "settled"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a band says. ``action`` runs when ``button`` is pressed, and the band goes."""

    kind: BandKind
    text: str
    button: str = ""
    action: Callable[[], object] | None = None


_ICONS = {
    BandKind.ERROR: "alert-triangle",
    BandKind.WARNING: "alert-triangle",
    BandKind.DONE: "circle-check",
}


class Band(QFrame):
    """Hidden until something is to be said; stays until pressed away or replaced."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice: Notice | None = None
        self.setProperty("band", True)
        self._icon = QLabel()
        self._text = wrapped()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = button(theme, "", size="small")
        self._button.clicked.connect(self._act)
        self._close = icon_button(theme, "x", self.tr("Close message"), variant="flat")
        self._close.clicked.connect(self.clear)
        layout = row(spacing=12, margins=(20, 8, 12, 8))
        self.setLayout(layout)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        theme.changed.connect(self._repaint)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown now."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Say this; replaces what was there."""
        self._notice = notice
        self._text.setText(notice.text)
        self._button.setText(notice.button)
        self._button.setVisible(bool(notice.button))
        self.setAccessibleName(notice.text)
        self.setProperty("surface", notice.kind.value)
        repolish(self)
        repolish(self._text)
        self._repaint()
        self.show()

    def clear(self) -> None:
        """Say nothing any more."""
        self._notice = None
        self.hide()

    def _act(self) -> None:
        notice = self._notice
        self.clear()
        if notice is not None and notice.action is not None:
            notice.action()

    def _repaint(self) -> None:
        if self._notice is not None:
            kind = self._notice.kind
            size = self._theme.px(18)
            self._icon.setPixmap(pixmap(_ICONS[kind], self._theme.color(kind.value), size))

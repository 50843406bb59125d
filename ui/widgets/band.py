"""The band below the top bar: one sentence, at most one button. Never a box over the work."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget
from shiboken6 import isValid

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
    passing: bool = False
    """The button is about the change just made: after another one it would do something else."""


_ICONS = {
    BandKind.ERROR: "alert-triangle",
    BandKind.WARNING: "alert-triangle",
    BandKind.DONE: "circle-check",
}


class Band(QFrame):
    """Hidden until something is to be said; stays until pressed away or replaced.

    The focus is only lent to it: a click takes none, and when the band goes with the focus in it,
    the focus returns to where it came from, or ``focus_lost`` says that this place is gone.
    """

    focus_lost = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice: Notice | None = None
        self._focus_before: QWidget | None = None
        self.setProperty("band", True)
        self._icon = QLabel()
        self._text = wrapped()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = button(theme, "", size="small")
        self._button.clicked.connect(self._act)
        self._close = icon_button(theme, "x", self.tr("Close message"), variant="flat")
        self._close.clicked.connect(self.clear)
        for each in (self._button, self._close):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = row(spacing=12, margins=(20, 8, 12, 8))
        self.setLayout(layout)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        theme.changed.connect(self._repaint)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown now."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Say this; replaces what was there."""
        self._notice = notice
        if not notice.button:
            self._give_focus_back()
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
        self._give_focus_back()
        self.hide()

    def outdate(self) -> None:
        """Something else was changed: a button about the change before would do the wrong thing."""
        if self._notice is not None and self._notice.passing:
            self.clear()

    def _act(self) -> None:
        notice = self._notice
        self.clear()
        if notice is not None and notice.action is not None:
            notice.action()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember where the focus comes from when it enters the band."""
        entered = now is not None and self.isAncestorOf(now)
        if entered and before is not None and not self.isAncestorOf(before):
            self._focus_before = before

    def _give_focus_back(self) -> None:
        """Before anything hides: Qt would pass the focus on to whatever comes next."""
        focus, target = self.window().focusWidget(), self._focus_before
        if focus is None or not self.isAncestorOf(focus):
            return
        if target is not None and isValid(target) and target.isVisible() and target.isEnabled():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_lost.emit()

    def _repaint(self) -> None:
        if self._notice is not None:
            kind = self._notice.kind
            size = self._theme.px(18)
            self._icon.setPixmap(pixmap(_ICONS[kind], self._theme.color(kind.value), size))

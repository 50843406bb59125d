"""A point of the preparation: green and told, or amber and a way to the field that is open."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.start.lines import draw_line, width_of
from ui.style.fonts import MEDIUM, REGULAR
from ui.theme import Role, Theme


class PointButton(QAbstractButton):
    """One sentence with its icon. A settled one is no tab stop and does nothing."""

    def __init__(
        self, theme: Theme, text: str, *, settled: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settled = settled
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if settled:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    @property
    def settled(self) -> bool:
        """Whether nothing is open here."""
        return self._settled

    def sizeHint(self) -> QSize:
        """Icon and sentence."""
        width = self._theme.px(26) + width_of(self.text(), self._font()) + 4
        return QSize(round(width), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """A long sentence may be cut; the tooltip has it whole."""
        return QSize(self._theme.px(120), self._theme.px(24))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The whole sentence, where it does not fit."""
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() - 4 else "")
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and sentence; underlined under the pointer."""
        painter = QPainter(self)
        tokens, size = self._theme.tokens, self._theme.px(18)
        middle = self.height() / 2
        icon, tone = ("circle-check", "settled") if self._settled else ("alert-triangle", "open")
        paint_icon(painter, icon, self._theme.color(tone), 0, middle - size / 2, size)
        font = self._font()
        font.setUnderline(self.underMouse() or self.isDown())
        color = tokens.ink if self._settled else self._theme.color(tone)
        at = QPointF(self._theme.px(26), middle)
        draw_line(painter, at, self.text(), font, color, self.width() - at.x())

    def _font(self) -> QFont:
        weight = REGULAR if self._settled else MEDIUM
        return self._theme.font(Role.BODY, weight=weight)

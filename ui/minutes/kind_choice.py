"""A kind of minutes to choose: its name and one sentence, as one radio button."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme import Role, Theme

_INDENT = 42
"""Where the words begin, at 100 % text size."""


class KindChoice(QRadioButton):
    """Two lines beside the indicator, on tint while chosen; the whole box can be pressed."""

    def __init__(
        self, theme: Theme, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self._sentence = sentence
        self.setProperty("ownBox", True)
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as the longer line."""
        title = QFontMetricsF(self._theme.font(Role.STRONG)).horizontalAdvance(self.text())
        words = QFontMetricsF(self._theme.font(Role.META)).horizontalAdvance(self._sentence)
        width = self._theme.px(_INDENT) + max(title, words) + self._theme.gap(10)
        return QSize(round(width), self._theme.px(38) + self._theme.gap(10))

    def minimumSizeHint(self) -> QSize:
        """The sentence may be cut off; the tooltip then has it."""
        return QSize(self._theme.px(_INDENT + 80), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere in the box."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, indicator, name and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, self.rect()
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tokens.tint)
            painter.drawRoundedRect(QRectF(box), 8, 8)
        self._paint_indicator(painter)
        left = theme.px(_INDENT)
        room = box.width() - left - theme.gap(6)
        color = "primary" if self.isChecked() else "ink"
        top = theme.gap(5)
        self._write(painter, Role.STRONG, color, self.text(), QRectF(left, top, room, theme.px(20)))
        below = QRectF(left, top + theme.px(20), room, theme.px(18))
        self._write(painter, Role.META, "ink2", self._sentence, below)

    def _paint_indicator(self, painter: QPainter) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metric, part = QStyle.PixelMetric, QStyle.PrimitiveElement
        style = self.style()
        width = style.pixelMetric(metric.PM_ExclusiveIndicatorWidth, option, self)
        height = style.pixelMetric(metric.PM_ExclusiveIndicatorHeight, option, self)
        option.rect.setRect(self._theme.gap(12), (self.height() - height) // 2, width, height)
        style.drawPrimitive(part.PE_IndicatorRadioButton, option, painter, self)

    def _write(self, painter: QPainter, role: Role, color: str, text: str, box: QRectF) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align, shown)

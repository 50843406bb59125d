"""Painting of chips, avatars and number badges, for delegates and widgets alike.

Every chip is icon and word, never colour alone. Positions are logical pixels; widths can be asked
for beforehand, so that a row can be laid out from the right.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.icons import paint_icon
from ui.theme import Role, Theme, Tone


@dataclass(frozen=True, slots=True)
class ChipText:
    """A chip to paint: its colours, its icon and its word."""

    tone: Tone
    icon: str
    word: str


class Badges:
    """Paints in the current theme. Make one per delegate; call ``refresh`` when it changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Take over fonts and lengths after a change of the text size."""
        theme = self._theme
        self._font = theme.font(Role.CHIP)
        self._bold = theme.font(Role.CHIP, weight=600)
        self._metrics = QFontMetricsF(self._font)
        self._bold_metrics = QFontMetricsF(self._bold)
        self._icon = theme.px(14)
        self._gap = theme.gap(4)
        self._pad = theme.gap(8)
        self.chip_height = theme.px(22)

    def chip_width(self, chip: ChipText) -> float:
        """How wide ``paint_chip`` will be."""
        word = self._metrics.horizontalAdvance(chip.word)
        return self._pad + self._icon + self._gap + word + self._pad + 1

    def paint_chip(self, painter: QPainter, x: float, middle: float, chip: ChipText) -> float:
        """Paint a chip starting at ``x`` around the line ``middle``; returns its width."""
        colors = self._theme.tokens.chip(chip.tone)
        width, height = self.chip_width(chip), self.chip_height
        box = QRectF(x, middle - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.ground)
        painter.drawRoundedRect(box, height / 2, height / 2)
        left = x + self._pad
        paint_icon(painter, chip.icon, colors.ink, left, middle - self._icon / 2, self._icon)
        painter.setFont(self._font)
        painter.setPen(colors.ink)
        left += self._icon + self._gap
        self._text(painter, left, middle, chip.word, self._metrics)
        return width

    def mark_width(self, word: str) -> float:
        """How wide ``paint_mark`` will be."""
        return self._theme.px(16) + self._gap + self._bold_metrics.horizontalAdvance(word)

    def paint_mark(
        self, painter: QPainter, x: float, middle: float, word: str, icon: str = "star-filled"
    ) -> float:
        """The star with its word ("Ergebnis"), without a ground; returns its width."""
        tokens, size = self._theme.tokens, self._theme.px(16)
        paint_icon(painter, icon, tokens.result, x, middle - size / 2, size)
        painter.setFont(self._bold)
        painter.setPen(tokens.result if tokens.is_dark else tokens.ink2)
        self._text(painter, x + size + self._gap, middle, word, self._bold_metrics)
        return self.mark_width(word)

    def paint_avatar(
        self, painter: QPainter, box: QRectF, initials: str, *, size: int = 13
    ) -> None:
        """A grey circle with initials; without initials a dashed ring with a person."""
        tokens = self._theme.tokens
        if not initials:
            self._nobody(painter, box)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.line)
        painter.drawEllipse(box)
        font = self._theme.font(Role.STRONG)
        font.setPixelSize(self._theme.px(size))
        painter.setFont(font)
        painter.setPen(tokens.ink2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials)

    def _nobody(self, painter: QPainter, box: QRectF) -> None:
        tokens, size = self._theme.tokens, round(box.height() / 2)
        pen = QPen(tokens.control, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        center = box.center()
        paint_icon(painter, "user", tokens.ink2, center.x() - size / 2, center.y() - size / 2, size)

    def paint_number(self, painter: QPainter, box: QRectF, number: str, *, filled: bool) -> None:
        """The number of a question: a ring, or filled for the one running."""
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(tokens.control, 1.2))
        painter.setBrush(tokens.primary if filled else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        font = self._theme.font(Role.SECTION, tabular=True)
        painter.setFont(font)
        painter.setPen(tokens.on_primary if filled else tokens.ink2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def paint_done(self, painter: QPainter, box: QRectF, *, ring: bool = True) -> None:
        """A tick for what is over; with ``ring`` on a green circle."""
        chip = self._theme.tokens.chip(Tone.SETTLED)
        if ring:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(chip.ground)
            painter.drawEllipse(box)
        size = self._theme.px(16)
        center = box.center()
        paint_icon(painter, "check", chip.ink, center.x() - size / 2, center.y() - size / 2, size)

    def paint_bar(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        """A 4 pixel bar at the left of a row: running item or result."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, 2, 2)

    def _text(
        self, painter: QPainter, x: float, middle: float, text: str, metrics: QFontMetricsF
    ) -> None:
        baseline = middle + (metrics.capHeight()) / 2
        painter.drawText(QPointF(x, round(baseline)), text)

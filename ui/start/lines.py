"""Painting of single lines of text for delegates: centred on a height, cut where room ends."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter


@lru_cache(maxsize=64)
def _metrics(key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font)


def metrics_of(font: QFont) -> QFontMetricsF:
    """The metrics of a font, kept: delegates ask for them at every row."""
    return _metrics(font.toString())


def width_of(text: str, font: QFont) -> float:
    """How wide ``draw_line`` needs to be to show all of ``text``."""
    return metrics_of(font).horizontalAdvance(text) + 1


def draw_line(
    painter: QPainter, at: QPointF, text: str, font: QFont, color: QColor, width: float
) -> None:
    """Write one line from ``at.x()``, its capitals centred on ``at.y()``, ending in "…" if cut."""
    metrics = metrics_of(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0.0))
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(at.x(), round(at.y() + metrics.capHeight() / 2)), shown)


def draw_right(painter: QPainter, at: QPointF, text: str, font: QFont, color: QColor) -> None:
    """Write one line that ends at ``at.x()``."""
    left = at.x() - metrics_of(font).horizontalAdvance(text)
    draw_line(painter, QPointF(left, at.y()), text, font, color, at.x() - left + 2)

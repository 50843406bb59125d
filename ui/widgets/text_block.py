"""Text laid out once and painted often: statements in lists, at their own line height."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from app.domain.text import from_utf16, to_utf16

_LINE_SEPARATOR = "\u2028"


Mark = tuple[int, int, QTextCharFormat]
"""Start and end in the text, and how it looks there."""


class TextBlock:
    """A text in lines of a width. With ``max_lines`` the rest ends in "…".

    ``marks`` give parts another look; the line that ends in "…" shows none.
    """

    __slots__ = ("_layout", "_rest", "_shift", "_step", "height", "lines", "width")

    def __init__(
        self,
        text: str,
        font: QFont,
        width: int,
        line_height: float,
        max_lines: int | None = None,
        marks: Sequence[Mark] = (),
    ) -> None:
        metrics = QFontMetricsF(font)
        self.width = width
        self._step = font.pixelSize() * line_height
        self._shift = (self._step - metrics.height()) / 2
        self._layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        if marks:
            self._layout.setFormats([_range(text, mark) for mark in marks])
        self.lines, self._rest = self._break(text, metrics, max_lines)
        self.height = math.ceil(self.lines * self._step)

    def _break(self, text: str, metrics: QFontMetricsF, limit: int | None) -> tuple[int, str]:
        count, rest = 0, ""
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            if limit is not None and count == limit:
                rest = self._cut(text, metrics, limit)
                break
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, count * self._step + self._shift))
            count += 1
        self._layout.endLayout()
        return count, rest

    def _cut(self, text: str, metrics: QFontMetricsF, limit: int) -> str:
        """What the last shown line says, cut off with "…"."""
        start = from_utf16(text, self._layout.lineAt(limit - 1).textStart())
        shown = " ".join(text[start : start + 400].split())
        return f"{_fitting(shown, metrics, self.width)}…"

    def draw(self, painter: QPainter, x: float, y: float, clip: QRectF | None = None) -> None:
        """Paint with the painter's pen; ``clip`` skips lines of a long text out of sight."""
        origin = QPointF(x, y)
        if not self._rest:
            self._layout.draw(painter, origin, [], clip or QRectF())
            return
        for number in range(self.lines - 1):
            self._layout.lineAt(number).draw(painter, origin)
        line = self._layout.lineAt(self.lines - 1)
        painter.setFont(self._layout.font())
        painter.drawText(origin + line.position() + QPointF(0, line.ascent()), self._rest)


def _range(text: str, mark: Mark) -> QTextLayout.FormatRange:
    start, end, look = mark
    result = QTextLayout.FormatRange()
    result.start = to_utf16(text, start)
    result.length = to_utf16(text, end) - result.start
    result.format = look
    return result


def _fitting(text: str, metrics: QFontMetricsF, width: float) -> str:
    """As many characters as fit before an ellipsis, without a space at the end."""
    room = width - metrics.horizontalAdvance("…")
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip()

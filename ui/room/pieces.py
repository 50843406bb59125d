"""What the board is painted from: lines of text, bars and icons at a place in units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from ui.icons import pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from ui.room.lettering import Lettering
    from ui.room.look import RoomLook


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; ``y`` is what its letters stand on."""

    text: str
    x: float
    y: float
    font: QFont
    tone: str = "ink"

    def paint(self, painter: QPainter, look: RoomLook) -> None:
        """Write it."""
        painter.setFont(self.font)
        painter.setPen(look.color(self.tone))
        painter.drawText(QPointF(self.x, self.y), self.text)


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle, with round ends if it has a radius."""

    rect: QRectF
    tone: str
    radius: float = 0

    def paint(self, painter: QPainter, look: RoomLook) -> None:
        """Fill it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(self.tone))
        painter.drawRoundedRect(self.rect, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Icon:
    """A square icon."""

    name: str
    x: float
    y: float
    size: int
    tone: str

    def paint(self, painter: QPainter, look: RoomLook) -> None:
        """Paint it as sharp as the projector is."""
        ratio = max(1.0, painter.worldTransform().m11()) * painter.device().devicePixelRatioF()
        picture = pixmap(self.name, look.color(self.tone), self.size, ratio)
        painter.drawPixmap(QRectF(self.x, self.y, self.size, self.size), picture, picture.rect())


Piece = Line | Bar | Icon


def written(lettering: Lettering, x: float, top: float, tone: str = "ink") -> list[Piece]:
    """The lines of a text from ``top`` down."""
    first = top + lettering.ascent
    return [
        Line(text, x, first + number * lettering.line_height, lettering.font, tone)
        for number, text in enumerate(lettering.lines)
    ]

"""The plan of a session as a band: a picture with a description, nothing to operate."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.vocabulary import PlanItemKind
from ui.icons import paint_icon
from ui.start.dates import clock
from ui.start.lines import draw_line, draw_right, width_of
from ui.theme import Role, Theme

_GAP = 3.0


@dataclass(frozen=True, slots=True)
class BandItem:
    """One item: how long, since when, and what it is called where its time stands below."""

    kind: PlanItemKind
    title: str
    minutes: int
    number: int | None
    start: dt.datetime | None
    end: dt.datetime | None


class PlanBand(QWidget):
    """Paints items side by side, as wide as they are long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[BandItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_items(self, items: Sequence[BandItem]) -> None:
        """Show a plan."""
        self._items = tuple(items)
        self.setAccessibleName(self.tr("Plan"))
        self.setAccessibleDescription(self._description())
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        """The band and the line of times below it."""
        return QSize(self._theme.px(300), self._theme.px(26 + 8 + 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pieces with their numbers, then start, break and end in figures."""
        if not self._items:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self._boxes()
        for item, box in zip(self._items, boxes, strict=True):
            self._paint_piece(painter, item, box)
        self._paint_times(painter, boxes)

    def _boxes(self) -> list[QRectF]:
        """The pieces; every item gets at least a sliver."""
        height = self._theme.px(26)
        room = self.width() - _GAP * (len(self._items) - 1)
        weights = [max(item.minutes, 1) for item in self._items]
        ends = [0, *accumulate(weights)]
        scale = room / ends[-1]
        return [
            QRectF(start * scale + number * _GAP, 0, weight * scale, height)
            for number, (start, weight) in enumerate(zip(ends, weights, strict=False))
        ]

    def _paint_piece(self, painter: QPainter, item: BandItem, box: QRectF) -> None:
        tokens = self._theme.tokens
        is_question = item.kind is PlanItemKind.QUESTION
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tint if is_question else tokens.line)
        painter.drawRoundedRect(box, 4, 4)
        if is_question:
            font = self._theme.font(Role.SECTION)
            if width_of(str(item.number), font) < box.width():
                painter.setFont(font)
                painter.setPen(tokens.primary)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(item.number))
        elif item.kind is PlanItemKind.BREAK:
            size = self._theme.px(16)
            if size < box.width():
                at = box.center() - QPointF(size / 2, size / 2)
                paint_icon(painter, "coffee", tokens.ink2, at.x(), at.y(), size)

    def _paint_times(self, painter: QPainter, boxes: list[QRectF]) -> None:
        first, last = self._items[0], self._items[-1]
        if first.start is None or last.end is None:
            return
        font, color = self._theme.font(Role.CHIP, tabular=True), self._theme.tokens.ink3
        font.setWeight(font.Weight.Normal)
        y = self._theme.px(26 + 15)
        start, end = clock(first.start), clock(last.end)
        draw_line(painter, QPointF(0, y), start, font, color, width_of(start, font))
        draw_right(painter, QPointF(self.width(), y), end, font, color)
        free = width_of(start, font) + 12
        for item, box in zip(self._items, boxes, strict=True):
            if item.kind is not PlanItemKind.BREAK or item.start is None:
                continue
            text = f"{clock(item.start)} {item.title}"
            width = width_of(text, font)
            if box.x() > free and box.x() + width < self.width() - width_of(end, font) - 12:
                draw_line(painter, QPointF(box.x(), y), text, font, color, width)
                free = box.x() + width + 12

    def _description(self) -> str:
        """The plan in words: "16:15 Begrüßung, 16:25 …, Ende 19:15"."""
        words = [
            " ".join(
                part
                for part in (clock(item.start) if item.start else "", _number(item), item.title)
                if part
            )
            for item in self._items
        ]
        end = self._items[-1].end if self._items else None
        if end is not None:
            words.append(self.tr("ends at %1").replace("%1", clock(end)))
        return ", ".join(words)


def _number(item: BandItem) -> str:
    return f"{item.number}." if item.number else ""

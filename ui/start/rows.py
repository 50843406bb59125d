"""Rows of two lines for the lists of the start page and of the list of all sessions."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ui.icons import paint_icon
from ui.models.row_model import Row, RowModel
from ui.start.lines import draw_line, draw_right, width_of
from ui.style.fonts import MEDIUM
from ui.theme import Role, Theme
from ui.widgets.badges import Badges, ChipText
from ui.widgets.row_list import RowDelegate

_State = QStyle.StateFlag
_PLAIN, _WITH_BARS = 60, 80
_FEW = 20
"""Bars closer together when there are more."""
_WIDE = 560
"""From this width on there is room for a note beside title and chip."""


@dataclass(frozen=True, slots=True)
class Bars:
    """How many sessions of a series were held, of how many planned."""

    held: int
    planned: int


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: title and detail on two lines, then what there is of note, chip, bars."""

    uid: str
    title: str
    detail: str
    accessible: str
    icon: str = ""
    note: str = ""
    chip: ChipText | None = None
    bars: Bars | None = None
    leads: bool = True
    """Enter leads somewhere: an arrow at the right says so."""


class ListModel(RowModel[ListRow]):
    """The rows of one list."""


class ListDelegate(RowDelegate):
    """Paints a ``ListRow``; the focus is a ring inside the row, since rows touch each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._badges = Badges(theme)
        self._chip_room = 0.0

    def refresh(self) -> None:
        """Fonts and lengths are different now."""
        self._badges.refresh()

    def reserve_for_chips(self, chips: list[ChipText]) -> None:
        """Let notes end where the widest of ``chips`` begins, so that they stand in a column."""
        self._chip_room = max((self._badges.chip_width(chip) for chip in chips), default=0.0)

    def estimate(self, row: Row, width: int) -> int:
        """Rows know their height at once."""
        return self.height(row, width)

    def height(self, row: Row, _width: int) -> int:
        """Two lines, and one more for bars."""
        return self._theme.px(_WITH_BARS if getattr(row, "bars", None) else _PLAIN)

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Ground, icon, the two lines, and from the right arrow, chip and note."""
        if not isinstance(row, ListRow):
            raise TypeError(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, state)
        left = box.left() + self._theme.px(19) + self._paint_icon(painter, box, row)
        right = self._paint_arrow(painter, box) if row.leads else box.right() - self._theme.px(19)
        if row.bars is not None:
            self._paint_bars(painter, box, left, right, row.bars)
        else:
            right = self._paint_right(painter, box, right, row)
        self._paint_lines(painter, box, QRectF(left, 0, right - left, 0), row)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        inner = QRectF(box).adjusted(4, 3, -4, -3)
        if state & _State.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.sunk)
            painter.drawRoundedRect(inner, 8, 8)
        if state & _State.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_icon(self, painter: QPainter, box: QRect, row: ListRow) -> int:
        if not row.icon:
            return 0
        size = self._theme.px(22)
        x = box.left() + self._theme.px(20)
        y = box.top() + (box.height() - size) / 2
        paint_icon(painter, row.icon, self._theme.tokens.primary, x, y, size)
        return size + self._theme.px(14)

    def _paint_arrow(self, painter: QPainter, box: QRect) -> float:
        size = self._theme.px(18)
        x = box.right() - self._theme.px(20) - size
        y = box.top() + (box.height() - size) / 2
        paint_icon(painter, "chevron-right", self._theme.tokens.ink2, x, y, size)
        return x - self._theme.gap(12)

    def _paint_right(self, painter: QPainter, box: QRect, right: float, row: ListRow) -> float:
        """Chip and note; returns where the two lines have to end."""
        middle = box.top() + box.height() / 2
        if row.chip is not None:
            room = max(self._chip_room, self._badges.chip_width(row.chip))
            shift = self._theme.px(70) if box.width() > _WIDE else 0
            right = right - room - shift
            self._badges.paint_chip(painter, right, middle, row.chip)
            right -= self._theme.gap(20)
        font = self._theme.font(Role.CAPTION)
        if row.note and self._has_room_for_note(box, right, row):
            at = QPointF(right, middle)
            draw_right(painter, at, row.note, font, self._theme.tokens.ink2)
            right -= width_of(row.note, font) + self._theme.gap(20)
        return right

    def _has_room_for_note(self, box: QRect, right: float, row: ListRow) -> bool:
        """A note never shortens the title."""
        title = width_of(row.title, self._title_font())
        note = width_of(row.note, self._theme.font(Role.CAPTION))
        return box.left() + self._theme.px(19) + title + self._theme.gap(40) + note < right

    def _title_font(self) -> QFont:
        return self._theme.font(Role.STATEMENT, weight=MEDIUM)

    def _paint_lines(self, painter: QPainter, box: QRect, span: QRectF, row: ListRow) -> None:
        theme, width = self._theme, span.width()
        top = box.top() + theme.px(21)
        detail = theme.font(Role.CAPTION, tabular=True)
        title = self._title_font()
        draw_line(painter, QPointF(span.x(), top), row.title, title, theme.tokens.ink, width)
        second = QPointF(span.x(), top + theme.px(21))
        draw_line(painter, second, row.detail, detail, theme.tokens.ink3, width)

    def _paint_bars(
        self, painter: QPainter, box: QRect, left: float, right: float, bars: Bars
    ) -> None:
        count = max(bars.planned, bars.held, 1)
        gap = 4.0 if count <= _FEW else 1.0
        width = (right - self._theme.gap(18) - left - gap * (count - 1)) / count
        height = self._theme.px(6)
        y = box.bottom() - self._theme.px(18)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(count):
            held = number < bars.held
            painter.setBrush(self._theme.tokens.primary if held else self._theme.tokens.line)
            piece = QRectF(left + number * (width + gap), y, width, height)
            painter.drawRoundedRect(piece, height / 2, height / 2)

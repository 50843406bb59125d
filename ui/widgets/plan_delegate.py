"""How an item of the plan looks in the left column."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ui.icons import ITEM_ICONS, paint_icon
from ui.models.plan_model import ItemState, PlanRow
from ui.models.row_model import Row
from ui.theme import Role, Theme, Tone
from ui.widgets.badges import Badges
from ui.widgets.row_list import RowDelegate

_State = QStyle.StateFlag


class PlanDelegate(RowDelegate):
    """Rows of the plan. ``review``: the current row is tinted instead of the running one."""

    def __init__(self, theme: Theme, *, review: bool) -> None:
        super().__init__()
        self.theme = theme
        self.slim = False
        self._review = review
        self._badges = Badges(theme)
        self.refresh()
        theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Another text size."""
        self._badges.refresh()
        theme = self.theme
        self._title = theme.font(Role.STRONG)
        self._plain = theme.font(Role.BODY)
        self._meta = theme.font(Role.META, tabular=True)
        self._strong_meta = theme.font(Role.SECTION)
        self._count = theme.font(Role.STRONG, tabular=True)

    def height(self, row: Row, _width: int) -> int:
        """50 for a question, 32 for anything else."""
        return self.theme.px(50 if self.row(row).is_question or self.slim else 32)

    @staticmethod
    def row(row: Row) -> PlanRow:
        """The row as what it is."""
        assert isinstance(row, PlanRow)  # noqa: S101 – only items of the plan come here
        return row

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Paint an item."""
        item = self.row(row)
        current = bool(state & _State.State_HasFocus)
        tinted = current if self._review else item.state is ItemState.RUNNING
        focused = current and bool(state & _State.State_KeyboardFocusChange)
        frame = QRectF(box).adjusted(8, 1, 0, -1)
        self._paint_ground(painter, frame, item, tinted=tinted, focused=focused)
        self._paint_sign(painter, frame, item, tinted=tinted)
        if not self.slim:
            self._paint_words(painter, frame, item, tinted=tinted)

    def _paint_ground(
        self, painter: QPainter, frame: QRectF, item: PlanRow, *, tinted: bool, focused: bool
    ) -> None:
        tokens = self.theme.tokens
        if tinted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint)
            painter.drawRoundedRect(frame, 8, 8)
            bar = QRectF(frame.left(), frame.top() + 5, 4, frame.height() - 10)
            self._badges.paint_bar(painter, bar, tokens.primary)
        border = tokens.focus if focused else tokens.primary if item.written_to else None
        if border is not None:
            painter.setPen(QPen(border, 2 if focused else 1.6))
            painter.setBrush(tokens.surface if item.written_to else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_sign(self, painter: QPainter, frame: QRectF, item: PlanRow, *, tinted: bool) -> None:
        side = self.theme.px(26)
        left = (frame.width() - side) / 2 if self.slim else self.theme.gap(14)
        badge = QRectF(frame.left() + left, frame.center().y() - side / 2, side, side)
        if item.state is ItemState.DONE:
            self._badges.paint_done(painter, badge, ring=item.is_question)
        elif item.is_question:
            self._badges.paint_number(painter, badge, item.number, filled=tinted)
        else:
            size = self.theme.px(18)
            color = self.theme.tokens.primary if tinted else self.theme.tokens.ink2
            corner = badge.center() - QPointF(size / 2, size / 2)
            paint_icon(painter, ITEM_ICONS[item.kind], color, corner.x(), corner.y(), size)

    def _paint_words(
        self, painter: QPainter, frame: QRectF, item: PlanRow, *, tinted: bool
    ) -> None:
        left = frame.left() + self.theme.gap(14) + self.theme.px(26) + self.theme.gap(12)
        right = frame.right() - self.theme.gap(8)
        middle = frame.center().y()
        shift = self.theme.px(9.5) if item.is_question else 0
        end = self._paint_count(painter, item, right, middle - shift, tinted=tinted)
        title = QRectF(left, middle - shift, end - left, 0)
        if item.is_question:
            detail = QRectF(left, middle + shift, right - left, 0)
            self._paint_question(painter, item, title, detail, tinted=tinted)
        else:
            self._paint_other(painter, item, title, tinted=tinted)

    def _paint_count(
        self, painter: QPainter, item: PlanRow, right: float, middle: float, *, tinted: bool
    ) -> float:
        """The number of statements at the right; returns where it begins."""
        if not item.count:
            return right
        width = QFontMetricsF(self._count).horizontalAdvance(item.count)
        color = self.theme.tokens.primary if tinted else self.theme.tokens.ink2
        self._write(painter, self._count, color, QPointF(right - width, middle), item.count, width)
        return right - width - self.theme.gap(8)

    def _paint_question(
        self, painter: QPainter, item: PlanRow, title: QRectF, detail: QRectF, *, tinted: bool
    ) -> None:
        tokens = self.theme.tokens
        coming = item.state is ItemState.COMING and item.has_results is None
        color = tokens.primary if tinted else tokens.ink2 if coming else tokens.ink
        self._write(painter, self._title, color, title.topLeft(), item.title, title.width())
        start, room = detail.topLeft(), detail.width()
        sign = self._sign_of(item)
        if sign is None:
            self._write(painter, self._meta, tokens.ink2, start, item.detail, room)
            return
        name, tint, text = sign
        size = self.theme.px(14)
        paint_icon(painter, name, tint, start.x(), start.y() - size / 2, size)
        step = size + self.theme.gap(4)
        font = self._meta if item.has_results else self._strong_meta
        self._write(painter, font, text, start + QPointF(step, 0), item.detail, room - step)

    def _sign_of(self, item: PlanRow) -> tuple[str, QColor, QColor] | None:
        """Icon, its colour and the colour of the second line, where that line has an icon."""
        tokens = self.theme.tokens
        if item.written_to:
            return "pencil", tokens.primary, tokens.primary
        if item.has_results:
            return "star-filled", tokens.result, tokens.ink2
        if item.has_results is False:
            amber = tokens.chip(Tone.OPEN).ink
            return "alert-triangle", amber, amber
        return None

    def _paint_other(self, painter: QPainter, item: PlanRow, room: QRectF, *, tinted: bool) -> None:
        tokens = self.theme.tokens
        color = tokens.primary if tinted else tokens.ink2
        font = self._title if tinted else self._plain
        title, second = self.line_of(item, room.width(), tinted=tinted)
        used = self._write(painter, font, color, room.topLeft(), title, room.width())
        if second:
            start = room.topLeft() + QPointF(used + self.theme.gap(9), 0)
            self._write(painter, self._meta, tokens.ink2, start, second, room.width() - used)

    def line_of(self, item: PlanRow, room: float, *, tinted: bool) -> tuple[str, str]:
        """Title and what stands beside it, as far as they fit into the line of another item.

        The running item says so in any case, its title gives way; otherwise half a time says
        nothing, the title has the room.
        """
        running = item.state is ItemState.RUNNING
        second = item.detail if running or item.written_to else item.start
        title = QFontMetricsF(self._title if tinted else self._plain)
        width = QFontMetricsF(self._meta).horizontalAdvance(second)
        beside = room - width - self.theme.gap(9) - 1
        if not running and title.horizontalAdvance(item.title) > beside:
            second, beside = "", room
        shown = title.elidedText(item.title, Qt.TextElideMode.ElideRight, max(beside, 0))
        return shown, second

    @staticmethod
    def _write(
        painter: QPainter, font: QFont, color: QColor, start: QPointF, text: str, room: float
    ) -> float:
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setFont(font)
        painter.setPen(color)
        baseline = round(start.y() + metrics.capHeight() / 2)
        painter.drawText(QPointF(start.x(), baseline), shown)
        return metrics.horizontalAdvance(shown)

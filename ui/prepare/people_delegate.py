"""How a participant looks: name and organisation, and how the person is named.

Only exceptions and the current row show the choice as a field; pressing it opens a menu, as the
space bar does, so that the list stays one tab stop.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.icons import paint_icon
from ui.models.row_model import ROW_ROLE, Row
from ui.prepare.people_rows import PersonRow
from ui.start.lines import draw_line, width_of
from ui.style.fonts import MEDIUM
from ui.theme import Role, Theme
from ui.widgets.row_list import AnyIndex, RowDelegate

_State = QStyle.StateFlag
ROW = 50


class PersonDelegate(RowDelegate):
    """Paints a ``PersonRow``. ``current`` is the uid of the row with a field."""

    def __init__(self, theme: Theme, words: list[str]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._field = 0.0
        self.current = ""
        self.editable = True
        self.refresh()

    def refresh(self) -> None:
        """Fonts and lengths are different now."""
        font = self._theme.font(Role.CAPTION, weight=MEDIUM)
        widest = max(width_of(word, font) for word in self._words)
        self._field = widest + self._theme.px(11 + 4 + 16 + 8)

    @property
    def field_width(self) -> float:
        """How wide the column for the naming is."""
        return self._field

    def estimate(self, row: Row, width: int) -> int:
        """Rows know their height at once."""
        return self.height(row, width)

    def height(self, _row: Row, _width: int) -> int:
        """Two lines."""
        return self._theme.px(ROW)

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """No wider than the list."""
        return QSize(0, self.height(index.data(ROW_ROLE), 0))

    def field_box(self, box: QRect) -> QRectF:
        """Where the choice stands in a row."""
        width = min(self._field, box.width() * 0.55)
        height = self._theme.px(33)
        right = box.right() - self._theme.px(12)
        return QRectF(right - width, box.center().y() - height / 2 + 1, width, height)

    def is_field(self, box: QRect, row: PersonRow, position: QPoint) -> bool:
        """Whether a press at a position means the choice."""
        shown = row.own or row.uid == self.current
        return (
            shown
            and self.editable
            and not row.confidential
            and self.field_box(box).contains(QPointF(position))
        )

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Ground, the two lines, the naming."""
        if not isinstance(row, PersonRow):
            raise TypeError(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = row.uid == self.current
        self._paint_ground(painter, box, state, current=current)
        left = box.left() + self._theme.px(15)
        right = float(box.right() - self._theme.px(12))
        if not row.confidential:
            as_field = self.editable and (row.own or current)
            right = self.field_box(box).left() + (-self._theme.px(6) if as_field else 0)
            self._paint_naming(painter, box, row, as_field=as_field)
        self._paint_lines(painter, box, row, left, right, on_tint=current)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, *, current: bool
    ) -> None:
        tokens = self._theme.tokens
        inner = QRectF(box).adjusted(4, 2, -4, -1)
        focused = bool(state & _State.State_HasFocus)
        if current and self.editable:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint)
            painter.drawRoundedRect(inner, 7, 7)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_naming(
        self, painter: QPainter, box: QRect, row: PersonRow, *, as_field: bool
    ) -> None:
        theme, tokens = self._theme, self._theme.tokens
        area = self.field_box(box)
        middle = area.center().y()
        inset = theme.px(11)
        end = area.right() - theme.px(8)
        if as_field:
            painter.setPen(QPen(tokens.control, 1))
            painter.setBrush(tokens.surface)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            size = theme.px(16)
            end -= size
            paint_icon(painter, "chevron-down", tokens.ink2, end, middle - size / 2, size)
        weight = MEDIUM if row.own else None
        font = theme.font(Role.CAPTION, weight=weight)
        color = tokens.ink if row.own else tokens.ink2 if as_field else tokens.ink3
        at = QPointF(area.left() + inset, middle)
        draw_line(painter, at, row.naming, font, color, end - at.x())

    def _paint_lines(
        self,
        painter: QPainter,
        box: QRect,
        row: PersonRow,
        left: float,
        right: float,
        *,
        on_tint: bool,
    ) -> None:
        theme, tokens = self._theme, self._theme.tokens
        first, second = box.top() + theme.px(16), box.top() + theme.px(35)
        name = theme.font(Role.BODY, weight=MEDIUM)
        draw_line(painter, QPointF(left, first), row.name, name, tokens.ink, right - left)
        detail = theme.font(Role.CAPTION)
        color = tokens.ink2 if on_tint else tokens.ink3
        if row.lacks_organisation:
            color, size = theme.color("open"), theme.px(15)
            paint_icon(painter, "alert-triangle", color, left, second - size / 2, size)
            left += size + theme.px(5)
            detail = theme.font(Role.CAPTION, weight=MEDIUM)
        draw_line(painter, QPointF(left, second), row.organisation, detail, color, right - left)

"""How an item of the plan looks while it is prepared: one line, and on the current row its tools.

The tools – minus, plus, Bearbeiten – are painted and pressed by ``part_at``; each has a key too, so
the list stays one tab stop. Numbers stand right-aligned and keep their place.
"""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.domain.vocabulary import PlanItemKind
from ui.icons import ITEM_ICONS, paint_icon
from ui.models.row_model import ROW_ROLE, Row
from ui.prepare.plan_rows import PlanEditRow
from ui.start.lines import draw_line, draw_right, width_of
from ui.style.fonts import MEDIUM, REGULAR, SEMIBOLD
from ui.theme import Role, Theme, Tone
from ui.widgets.badges import Badges
from ui.widgets.row_list import AnyIndex, RowDelegate

_State = QStyle.StateFlag
_ROW, _GAP_ROW = 35, 24
_NARROW_DIGITS = 2
"""More of them need a wider stepper, to the left: numbers keep their place."""


class Part(Enum):
    """What of a row is under the pointer."""

    ROW = auto()
    MINUS = auto()
    PLUS = auto()
    EDIT = auto()


@dataclass(frozen=True, slots=True)
class _Places:
    """Where things stand in a row; measured from its box."""

    line: QRectF
    start: float
    badge: QRectF
    title: float
    minus: QRectF
    stepper: QRectF
    plus: QRectF
    number_end: float
    unit: float
    edit: QRectF


class PlanEditDelegate(RowDelegate):
    """Paints a ``PlanEditRow``. ``typed`` replaces the minutes of the current row."""

    def __init__(self, theme: Theme, edit: str, unit: str) -> None:
        super().__init__()
        self._theme = theme
        self._badges = Badges(theme)
        self._edit = edit
        self._unit = unit
        self.typed: str | None = None
        self.editable = True
        self.hovered: tuple[str, Part] | None = None
        self.tools_on = ""
        """The uid of the row with tools: the current one."""

    def refresh(self) -> None:
        """Fonts and lengths are different now."""
        self._badges.refresh()

    def estimate(self, row: Row, width: int) -> int:
        """Rows know their height at once."""
        return self.height(row, width)

    def height(self, row: Row, _width: int) -> int:
        """One line, and a thinner one above it for a gap."""
        gap = _GAP_ROW if isinstance(row, PlanEditRow) and row.gap else 0
        return self._theme.px(_ROW) + self._theme.px(gap) * bool(gap)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """No wider than the list: rows are cut, never scrolled sideways."""
        return QSize(0, self.height(index.data(ROW_ROLE), option.rect.width()))

    def part_at(self, box: QRect, row: PlanEditRow, position: QPoint) -> Part:
        """What lies under a position of the viewport."""
        if row.uid != self.tools_on or not self.editable:
            return Part.ROW
        places = self._places(box, row)
        for part, area in (
            (Part.MINUS, places.minus),
            (Part.PLUS, places.plus),
            (Part.EDIT, places.edit),
        ):
            if area.contains(QPointF(position)):
                return part
        return Part.ROW

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Ground, times and title; tools on the current row."""
        if not isinstance(row, PlanEditRow):
            raise TypeError(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places(box, row)
        if row.gap:
            self._paint_gap(painter, box, row)
        current = row.uid == self.tools_on
        self._paint_ground(painter, places.line, state, current=current)
        self._paint_left(painter, places, row, current=current)
        right = self._paint_minutes(painter, places, row, current=current)
        if current and self.editable:
            right = self._paint_edit(painter, places, row)
        self._paint_title(painter, places, row, right, current=current)
        painter.restore()

    def _places(self, box: QRect, row: PlanEditRow) -> _Places:
        px = self._theme.px
        line = QRectF(box)
        line.setTop(box.bottom() + 1 - px(_ROW))
        middle = line.center().y()
        left, right = line.left(), line.right()
        height = px(26)
        number_end = right - px(66)
        wider = px(10) if len(self._minutes_of(row)) > _NARROW_DIGITS else 0
        stepper = QRectF(right - px(112) - wider, middle - height / 2, px(72) + wider, height)
        side = px(26)
        edit_width = px(16) + (0 if self._is_tight(box, row) else 7 + self._edit_width())
        edit_left = stepper.left() - px(24) - edit_width
        badge = px(24)
        return _Places(
            line=line,
            start=left + px(35),
            badge=QRectF(left + px(92), middle - badge / 2, badge, badge),
            title=left + px(128),
            minus=QRectF(stepper.left(), stepper.top(), side, height),
            stepper=stepper,
            plus=QRectF(stepper.right() - side, stepper.top(), side, height),
            number_end=number_end,
            unit=right - px(36),
            edit=QRectF(edit_left - 6, line.top() + 3, edit_width + 12, line.height() - 6),
        )

    def _minutes_of(self, row: PlanEditRow) -> str:
        """What stands between minus and plus."""
        typing = self.typed is not None and row.uid == self.tools_on and self.editable
        return self.typed if typing and self.typed is not None else str(row.minutes)

    def _edit_width(self) -> float:
        return width_of(self._edit, self._theme.font(Role.BODY, weight=MEDIUM))

    def _is_tight(self, box: QRect, row: PlanEditRow) -> bool:
        """Whether title and the word "Bearbeiten" do not both fit: the pencil remains."""
        px = self._theme.px
        title = width_of(row.title, self._theme.font(Role.BODY, weight=SEMIBOLD))
        return box.width() < px(128) + title + px(170) + self._edit_width()

    def _paint_gap(self, painter: QPainter, box: QRect, row: PlanEditRow) -> None:
        theme = self._theme
        chip = theme.tokens.chip(Tone.OPEN)
        strip = QRectF(box).adjusted(4, 2, -4, 0)
        strip.setHeight(theme.px(_GAP_ROW) - 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(chip.ground)
        painter.drawRoundedRect(strip, 6, 6)
        size, middle = theme.px(15), strip.center().y()
        left = box.left() + theme.px(35)
        paint_icon(painter, "alert-triangle", chip.ink, left, middle - size / 2, size)
        font = theme.font(Role.CHIP)
        at = QPointF(left + size + 8, middle)
        draw_line(painter, at, row.gap, font, chip.ink, strip.right() - at.x() - 8)

    def _paint_ground(
        self, painter: QPainter, line: QRectF, state: QStyle.StateFlag, *, current: bool
    ) -> None:
        tokens = self._theme.tokens
        inner = line.adjusted(4, 1, -4, -1)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint)
            painter.drawRoundedRect(inner, 7, 7)
            bar = QRectF(inner.left(), inner.top(), 4, inner.height())
            self._badges.paint_bar(painter, bar, tokens.primary)
        if state & _State.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.focus, 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_left(
        self, painter: QPainter, places: _Places, row: PlanEditRow, *, current: bool
    ) -> None:
        theme, tokens, middle = self._theme, self._theme.tokens, places.line.center().y()
        if self.editable:
            size = theme.px(18)
            x = places.line.left() + theme.px(11)
            paint_icon(painter, "grip-vertical", tokens.ink3, x, middle - size / 2, size)
        weight = SEMIBOLD if row.pinned else REGULAR
        font = theme.font(Role.BODY, weight=weight, tabular=True)
        color = tokens.primary if row.shifted else tokens.ink
        draw_line(painter, QPointF(places.start, middle), row.start, font, color, theme.px(56))
        if row.number is not None:
            self._badges.paint_number(painter, places.badge, str(row.number), filled=current)
        else:
            size = theme.px(18)
            at = places.badge.center() - QPointF(size / 2, size / 2)
            paint_icon(painter, ITEM_ICONS[row.kind], tokens.ink2, at.x(), at.y(), size)

    def _paint_minutes(
        self, painter: QPainter, places: _Places, row: PlanEditRow, *, current: bool
    ) -> float:
        theme, tokens, middle = self._theme, self._theme.tokens, places.line.center().y()
        text = self._minutes_of(row)
        if current and self.editable:
            typing = self.typed is not None
            painter.setPen(QPen(tokens.primary if typing else tokens.control, 1))
            painter.setBrush(tokens.surface)
            painter.drawRoundedRect(places.stepper.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            for part, name, area in (
                (Part.MINUS, "minus", places.minus),
                (Part.PLUS, "plus", places.plus),
            ):
                self._paint_sign(painter, row, part, name, area)
        font = theme.font(Role.BODY, weight=MEDIUM, tabular=True)
        draw_right(painter, QPointF(places.number_end, middle), text, font, tokens.ink)
        unit = theme.font(Role.CAPTION)
        color = tokens.ink2 if current else tokens.ink3
        draw_line(painter, QPointF(places.unit, middle), self._unit, unit, color, theme.px(36))
        return places.stepper.left() - 8

    def _paint_sign(
        self, painter: QPainter, row: PlanEditRow, part: Part, name: str, area: QRectF
    ) -> None:
        tokens, size = self._theme.tokens, self._theme.px(15)
        hovered = self.hovered == (row.uid, part)
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 4, 4)
        at = area.center() - QPointF(size / 2, size / 2)
        paint_icon(painter, name, tokens.primary if hovered else tokens.ink2, at.x(), at.y(), size)

    def _paint_edit(self, painter: QPainter, places: _Places, row: PlanEditRow) -> float:
        theme, tokens, area = self._theme, self._theme.tokens, places.edit
        size, middle = theme.px(16), area.center().y()
        font = theme.font(Role.BODY, weight=MEDIUM)
        font.setUnderline(self.hovered == (row.uid, Part.EDIT))
        paint_icon(painter, "pencil", tokens.primary, area.left() + 6, middle - size / 2, size)
        at = QPointF(area.left() + 6 + size + 7, middle)
        if area.right() > at.x():
            draw_line(painter, at, self._edit, font, tokens.primary, area.right() - at.x() + 8)
        return area.left() - 8

    def _paint_title(
        self, painter: QPainter, places: _Places, row: PlanEditRow, right: float, *, current: bool
    ) -> None:
        theme, middle = self._theme, places.line.center().y()
        font, color = self._title_pen(row, current=current)
        width = right - places.title
        draw_line(painter, QPointF(places.title, middle), row.title, font, color, width)
        note = row.note or (row.prompts if current else "")
        x = places.title + width_of(row.title, font) + theme.gap(14)
        if not note or x > right - theme.px(40):
            return
        tone = theme.tokens.ink2 if current else theme.tokens.ink3
        if row.note_icon and note == row.note:
            size = theme.px(15)
            pin = theme.tokens.primary if row.note_icon == "pin" else tone
            paint_icon(painter, row.note_icon, pin, x, middle - size / 2, size)
            x += size + theme.gap(6)
        caption = theme.font(Role.CAPTION, tabular=True)
        draw_line(painter, QPointF(x, middle), note, caption, tone, right - x)

    def _title_pen(self, row: PlanEditRow, *, current: bool) -> tuple[QFont, QColor]:
        tokens = self._theme.tokens
        is_question = row.kind is PlanItemKind.QUESTION
        weight = SEMIBOLD if current else MEDIUM if is_question else REGULAR
        font = self._theme.font(Role.BODY, weight=weight)
        if current:
            return font, tokens.primary
        return font, tokens.ink if is_question else tokens.ink2

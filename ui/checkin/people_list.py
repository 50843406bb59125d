"""The list of the check-in and the field that filters it: hands stay on the keys."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem

from app.domain.vocabulary import Presence
from ui.checkin.rows import CheckInModel, CheckInRow
from ui.icons import paint_icon
from ui.models.row_model import ROW_ROLE, Row
from ui.start.lines import draw_line, draw_right, width_of
from ui.style.fonts import MEDIUM
from ui.theme import Role, Theme
from ui.widgets.keyboard_list import KeyboardList
from ui.widgets.row_list import AnyIndex, RowDelegate

_ROW = 46
_STATES = {
    Presence.EXPECTED: ("", "control"),
    Presence.PRESENT: ("circle-check", "settled"),
    Presence.EXCUSED: ("minus", "ink3"),
}
_CONSENTS = ("notes", "user", "photo", "message")
"""Icons in the order of ``ConsentPurpose``."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class FilterLine(QLineEdit):
    """Types names. Arrows move in the list below, Space in the empty line marks the current one.

    Signals:
        entered(bool): Enter; with Ctrl it takes somebody in, whoever is called alike.
        moved(int): by so many rows.
        toggled(): Space.
    """

    entered = Signal(bool)
    moved = Signal(int)
    toggled = Signal()

    def event(self, event: QEvent) -> bool:
        """Undo is the dialog's while there is nothing typed to take back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is not for the list types."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key == Qt.Key.Key_Space and not self.text():
            self.toggled.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class CheckInDelegate(RowDelegate):
    """Paints a ``CheckInRow``: state, name, what is out of the ordinary, consents given."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def height(self, _row: Row, _width: int) -> int:
        """Two lines."""
        return self._theme.px(_ROW)

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """No wider than the list."""
        return QSize(0, self.height(index.data(ROW_ROLE), 0))

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Ground, state, both lines."""
        if not isinstance(row, CheckInRow):
            raise TypeError(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current:
            self._paint_current(painter, box)
        self._paint_state(painter, box, row.presence)
        right = self._paint_right(painter, box, row, on_tint=current)
        self._paint_lines(painter, box, row, right, on_tint=current)
        painter.restore()

    def _paint_current(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(self._theme.tokens.focus, 2))
        painter.setBrush(self._theme.tokens.tint)
        painter.drawRoundedRect(QRectF(box).adjusted(4, 2, -4, -2), 7, 7)

    def _paint_state(self, painter: QPainter, box: QRect, presence: Presence) -> None:
        icon, tone = _STATES[presence]
        color, size = self._theme.color(tone), self._theme.px(20)
        left, top = box.left() + self._theme.px(14), box.center().y() - size / 2 + 1
        if icon:
            paint_icon(painter, icon, color, left, top, size)
            return
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(left, top, size, size).adjusted(2, 2, -2, -2))

    def _paint_right(
        self, painter: QPainter, box: QRect, row: CheckInRow, *, on_tint: bool
    ) -> float:
        """Notes above, the icons of consents below; returns where names must end."""
        theme = self._theme
        right = float(box.right() - theme.px(14))
        first, second = self._lines(box)
        font = theme.font(Role.CAPTION, weight=MEDIUM)
        notes = " · ".join(row.notes)
        draw_right(painter, QPointF(right, first), notes, font, theme.color("open"))
        size, left = theme.px(15), right
        for icon in reversed([i for i, given in zip(_CONSENTS, row.given, strict=True) if given]):
            left -= size
            color = theme.color("ink2" if on_tint else "ink3")
            paint_icon(painter, icon, color, left, second - size / 2, size)
            left -= theme.px(5)
        return min(left, right - width_of(notes, font) - theme.px(8))

    def _paint_lines(
        self, painter: QPainter, box: QRect, row: CheckInRow, right: float, *, on_tint: bool
    ) -> None:
        theme, tokens = self._theme, self._theme.tokens
        left = float(box.left() + theme.px(46))
        first, second = self._lines(box)
        away = row.presence is Presence.EXCUSED
        ink: QColor = tokens.ink2 if away else tokens.ink
        name = theme.font(Role.BODY, weight=MEDIUM)
        draw_line(painter, QPointF(left, first), row.name, name, ink, right - left)
        color = tokens.ink2 if on_tint else tokens.ink3
        detail = theme.font(Role.CAPTION)
        draw_line(painter, QPointF(left, second), row.detail, detail, color, right - left)

    def _lines(self, box: QRect) -> tuple[float, float]:
        return box.top() + self._theme.px(15), box.top() + self._theme.px(32)


class CheckInList(KeyboardList):
    """Shows ``CheckInRow`` objects.

    Signals:
        toggled(): Space or a click on the state of the current row.
        typed(str): a letter; the field goes on with it.
        current_changed(str): the uid of another person.
    """

    toggled = Signal()
    typed = Signal(str)
    current_changed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self.rows = CheckInModel()
        super().__init__(self.rows, CheckInDelegate(theme), self.tr("Check-in list"))
        self._theme = theme
        self.setUniformItemSizes(True)
        theme.changed.connect(self.doItemsLayout)

    def show_rows(self, rows: list[CheckInRow]) -> None:
        """Show these rows; the current person stays current as long as they are among them."""
        kept = self.current_uid()
        self.rows.set_rows(rows)
        index = self.rows.index_of(kept)
        self._go(index if index.isValid() else self.rows.index(0, 0))

    def step(self, by: int) -> None:
        """Up or down by so many rows."""
        count = self.rows.rowCount()
        if count:
            at = min(max(self.currentIndex().row() + by, 0), count - 1)
            self._go(self.rows.index(at, 0))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell whose turn it is."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current_uid())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, letters filter, everything else moves as in any list."""
        text, modifiers = event.text(), event.modifiers()
        plain = not modifiers & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space or event.key() in _ENTER:
            self.toggled.emit()
        elif plain and text.isprintable() and text.strip():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The state of a row can be clicked."""
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        on_state = event.position().x() < self._theme.px(42)
        if left and on_state and self.indexAt(event.position().toPoint()).isValid():
            self.toggled.emit()

    def _go(self, index: AnyIndex) -> None:
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

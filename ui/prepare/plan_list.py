"""The plan to work on: arrows move, digits set the minutes, Alt+arrows shift the row.

One tab stop. While digits are typed, the number stands in the stepper and the times follow; Enter,
another row or leaving the list keeps it, Esc takes it back.
"""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from ui.models.row_model import ROW_ROLE
from ui.prepare.plan_delegate import Part, PlanEditDelegate
from ui.prepare.plan_rows import Minutes, PlanEditModel, PlanEditRow
from ui.theme import Theme
from ui.widgets.keyboard_list import KeyboardList
from ui.widgets.row_list import AnyIndex

STEP = 5
MOST_MINUTES = 1440
_DIGITS = 4


class PlanEditList(KeyboardList):
    """Shows a ``PlanEditModel``.

    Signals:
        minutes_typed(object): ``Minutes`` while digits are typed, to show what would follow.
        minutes_set(object): ``Minutes`` to keep.
        typing_ended(): digits were taken back.
        move_wanted(object): a ``Move``.
        edit_wanted(str), remove_wanted(str): the uid of the item.
        add_wanted(): Ins.
    """

    minutes_typed = Signal(object)
    minutes_set = Signal(object)
    typing_ended = Signal()
    move_wanted = Signal(object)
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.rows = PlanEditModel()
        self.delegate = PlanEditDelegate(theme, self.tr("Edit"), self.tr("min"))
        self._typing = ""
        self._typing_on = ""
        super().__init__(self.rows, self.delegate, self.tr("Plan"), parent)
        self._theme = theme
        self.setAccessibleDescription(
            self.tr("Digits set the minutes, Alt and arrows move the item, Enter edits it")
        )
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.rows.moved.connect(self.move_wanted)
        theme.changed.connect(self._measure_again)

    @property
    def editable(self) -> bool:
        """Whether the plan can be changed here."""
        return self.rows.editable

    def set_editable(self, *, editable: bool) -> None:
        """A closed session shows its plan without tools."""
        self.rows.editable = editable
        self.delegate.editable = editable
        self.viewport().update()

    def show_rows(self, rows: list[PlanEditRow]) -> None:
        """Show these rows; the current item stays current, or its place does."""
        kept, number = self.current_uid(), max(self.currentIndex().row(), 0)
        self.rows.set_rows(rows)
        index = self.rows.index_of(kept)
        if not index.isValid() and rows:
            index = self.rows.index(min(number, len(rows) - 1))
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        # Gaps come and go with the times, and with them the heights of rows.
        self.doItemsLayout()
        self.updateGeometry()
        self._mark_current()

    def finish_typing(self) -> None:
        """Keep the digits typed so far."""
        typed, uid = self._typing, self._typing_on
        if typed:
            self._clear_typing()
            self.minutes_set.emit(Minutes(uid, min(int(typed), MOST_MINUTES)))

    def sizeHint(self) -> QSize:
        """As high as the rows, if there is room."""
        hint = super().sizeHint()
        hint.setHeight(sum(self.delegate.height(row, 0) for row in self.rows.rows()) + 2)
        return hint

    # -- keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys of this list mean; everything else moves as in any list."""
        uid = self.current_uid()
        if uid and self.editable and self._handle(event, uid):
            event.accept()
            return
        if self.editable and event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
            return
        super().keyPressEvent(event)

    def _handle(self, event: QKeyEvent, uid: str) -> bool:
        key, text = Qt.Key(event.key()), event.text()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self._shift(key)
        if text.isdigit() and text.isascii():
            self._type(uid, text)
            return True
        if self._typing and self._handle_typing(key):
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit(uid)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(uid)
        elif text in ("+", "-", "−"):
            self._step(STEP if text == "+" else -STEP)
        else:
            return False
        return True

    def _handle_typing(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish_typing()
        elif key == Qt.Key.Key_Escape:
            self._take_back()
        elif key == Qt.Key.Key_Backspace:
            self._typing = self._typing[:-1]
            if self._typing:
                self._show_typing()
            else:
                self._take_back()
        else:
            self.finish_typing()
            return False
        return True

    def _type(self, uid: str, digit: str) -> None:
        if len(self._typing) < _DIGITS:
            self._typing_on = uid
            self._typing += digit
            self._show_typing()

    def _show_typing(self) -> None:
        self.delegate.typed = self._typing
        self.minutes_typed.emit(Minutes(self._typing_on, min(int(self._typing), MOST_MINUTES)))
        self.viewport().update()

    def _take_back(self) -> None:
        self._clear_typing()
        self.typing_ended.emit()

    def _clear_typing(self) -> None:
        self._typing, self._typing_on = "", ""
        self.delegate.typed = None
        self.viewport().update()

    def _shift(self, key: Qt.Key) -> bool:
        """Alt+Up and Alt+Down: the item changes places with its neighbour."""
        number = self.currentIndex().row()
        target = {Qt.Key.Key_Up: number - 1, Qt.Key.Key_Down: number + 2}.get(key)
        if target is None:
            return False
        self.finish_typing()
        move = self.rows.move_to(self.current_uid(), target)
        if move is not None:
            self.move_wanted.emit(move)
        return True

    def _step(self, by: int) -> None:
        """To the next multiple of five."""
        row: PlanEditRow = self.currentIndex().data(ROW_ROLE)
        below = row.minutes // STEP * STEP
        minutes = below + STEP if by > 0 else below - (STEP if below == row.minutes else 0)
        minutes = min(max(minutes, 0), MOST_MINUTES)
        if minutes != row.minutes:
            self.minutes_set.emit(Minutes(row.uid, minutes))

    # -- mouse ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tool of the current row, or another row."""
        part = self._part(event) if event.button() is Qt.MouseButton.LeftButton else Part.ROW
        if part is Part.ROW:
            super().mousePressEvent(event)
        elif part is Part.EDIT:
            self.edit_wanted.emit(self.current_uid())
        else:
            self.finish_typing()
            self._step(STEP if part is Part.PLUS else -STEP)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A quick second click on a tool is a second click, anywhere else it edits."""
        if self._part(event) is not Part.ROW:
            self.mousePressEvent(event)
        elif self.editable and self.indexAt(event.position().toPoint()).isValid():
            self.edit_wanted.emit(self.current_uid())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be pressed."""
        part = self._part(event)
        hovered = None if part is Part.ROW else (self.current_uid(), part)
        if hovered != self.delegate.hovered:
            self.delegate.hovered = hovered
            shape = (
                Qt.CursorShape.ArrowCursor
                if hovered is None
                else (Qt.CursorShape.PointingHandCursor)
            )
            self.viewport().setCursor(shape)
            self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self.delegate.hovered = None
        self.viewport().update()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips: what a tool does, or the whole row where it is cut."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid():
                QToolTip.showText(event.globalPos(), self._tip(index, event), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, index: QModelIndex, event: QHelpEvent) -> str:
        row: PlanEditRow = index.data(ROW_ROLE)
        part = self.delegate.part_at(self.visualRect(index), row, event.pos())
        tips = {
            Part.MINUS: self.tr("5 minutes less (−)"),
            Part.PLUS: self.tr("5 minutes more (+)"),
            Part.EDIT: self.tr("Edit the item (Enter)"),
        }
        return tips.get(part, row.accessible)

    def _part(self, event: QMouseEvent) -> Part:
        position = event.position().toPoint()
        index = self.indexAt(position)
        if not index.isValid():
            return Part.ROW
        return self.delegate.part_at(self.visualRect(index), index.data(ROW_ROLE), position)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The tools of the row stand in it; there is no menu."""
        event.ignore()

    # -- showing ----------------------------------------------------------------------------

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Another row: digits of the old one are kept, the tools move on."""
        super().currentChanged(current, previous)
        self.finish_typing()
        self._mark_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard arrives on the first row, or where it was."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Digits are kept when the keyboard leaves."""
        super().focusOutEvent(event)
        self.finish_typing()

    def dropEvent(self, event: QDropEvent) -> None:
        """The model asks for the move; rows follow what was saved."""
        super().dropEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, lines between them, and where a dragged row would land."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.tokens.line)
        left, right = self._theme.px(35), self.viewport().width() - self._theme.px(14)
        for number in range(1, self.rows.rowCount()):
            top = self.visualRect(self.rows.index(number)).top()
            if not self._touches_current(number):
                painter.drawLine(left, top, right, top)
        if self.state() is QAbstractItemView.State.DraggingState:
            self._paint_landing(painter)

    def _paint_landing(self, painter: QPainter) -> None:
        index = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        if not index.isValid():
            return
        box: QRect = self.visualRect(index)
        below = self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem
        y = box.bottom() if below else box.top()
        painter.setPen(QPen(self._theme.tokens.primary, 3))
        painter.drawLine(box.left() + 6, y, box.right() - 6, y)

    def _touches_current(self, number: int) -> bool:
        row = self.rows.row_at(number)
        return number - 1 == self.currentIndex().row() or (
            number == self.currentIndex().row() and not row.gap
        )

    def _mark_current(self) -> None:
        self.delegate.tools_on = self.current_uid()
        self.viewport().update()

    def _measure_again(self) -> None:
        self.delegate.refresh()
        self.doItemsLayout()
        self.updateGeometry()

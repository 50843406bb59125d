"""Who waits for the floor: Enter gives it, Del takes off the list, Alt+arrows and drags sort."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models.movable_model import MovableModel
from ui.models.row_model import ROW_ROLE
from ui.theme import Role, Theme
from ui.widgets.badges import Badges

MIME = "application/x-quartiersdialog-speaking-request"
SHOWN = 4
"""So many rows are seen at once; the others are scrolled to."""
_ROW = 36
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Somebody who waits. ``note`` is what is special: "neu", "direkte Erwiderung"."""

    uid: str
    number: str
    name: str
    initials: str
    note: str
    accessible: str


class _Delegate(QStyledItemDelegate):
    """Number, avatar and name; the note at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._badges = Badges(theme)
        theme.changed.connect(self._badges.refresh)

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All are equally high."""
        return QSize(option.rect.width(), self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row; the current one is framed while the list has the keyboard."""
        row: QueueRow = index.data(ROW_ROLE)
        theme, tokens = self._theme, self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & _State.State_HasFocus and option.state & _State.State_Selected:
            painter.setPen(tokens.focus)
            painter.setBrush(tokens.tint)
            painter.drawRoundedRect(box, 7, 7)
        left, size = box.left() + theme.px(4), theme.px(26)
        middle = box.center().y()
        number = QRectF(left, box.top(), theme.px(18), box.height())
        self._write(painter, number, row.number, Role.META, Qt.AlignmentFlag.AlignRight)
        left = number.right() + theme.px(8)
        ring = QRectF(left, middle - size / 2, size, size)
        self._badges.paint_avatar(painter, ring, row.initials, size=11)
        left = ring.right() + theme.px(8)
        width = QFontMetricsF(theme.font(Role.META)).horizontalAdvance(row.note)
        note = QRectF(box.right() - width - theme.px(6), box.top(), width, box.height())
        self._write(painter, note, row.note, Role.META, Qt.AlignmentFlag.AlignRight)
        room = QRectF(left, box.top(), note.left() - left - theme.px(6), box.height())
        self._write(painter, room, row.name, Role.BODY, Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def _write(
        self, painter: QPainter, box: QRectF, text: str, role: Role, side: Qt.AlignmentFlag
    ) -> None:
        tokens, font = self._theme.tokens, self._theme.font(role)
        painter.setFont(font)
        painter.setPen(tokens.ink if role is Role.BODY else tokens.ink2)
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(font).elidedText(text, elide, max(0.0, box.width() + 1))
        painter.drawText(box.adjusted(-1, 0, 1, 0), side | Qt.AlignmentFlag.AlignVCenter, shown)


class SpeakersQueue(QListView):
    """Signals carry the uid of a request, ``move_wanted`` a ``Move``."""

    floor_wanted = Signal(str)
    withdraw_wanted = Signal(str)
    move_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: MovableModel[QueueRow] = MovableModel(MIME, self)
        self._look = _Delegate(theme)
        self._look.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(self._look)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Enter gives the floor, Alt and arrows sort, Del takes off the list")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusRing", False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.rows.moved.connect(self.move_wanted)
        self.doubleClicked.connect(self._give)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: list[QueueRow]) -> None:
        """Show these; who is current stays so, or the place does."""
        kept, place = self.current_uid(), max(self.currentIndex().row(), 0)
        self.rows.set_rows(rows)
        index = self.rows.index_of(kept)
        if not index.isValid() and rows:
            index = self.rows.index(min(place, len(rows) - 1))
        self.setCurrentIndex(index)
        self._fit()

    def current_uid(self) -> str:
        """Who the keys are for; empty if nobody waits."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()).uid if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a request; everything else moves as in any list."""
        uid, key = self.current_uid(), Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif uid and key in _ENTER:
            self.floor_wanted.emit(uid)
        elif uid and key is Qt.Key.Key_Delete:
            self.withdraw_wanted.emit(uid)
        elif uid and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._shift(uid, key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard arrives on the first one, or where it was."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def sizeHint(self) -> QSize:
        """As high as the rows, four at most."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def _shift(self, uid: str, key: Qt.Key) -> None:
        """Alt+Up and Alt+Down: change places with the neighbour."""
        number = self.currentIndex().row()
        target = {Qt.Key.Key_Up: number - 1, Qt.Key.Key_Down: number + 2}.get(key)
        move = None if target is None else self.rows.move_to(uid, target)
        if move is not None:
            self.move_wanted.emit(move)

    def _give(self, index: QModelIndex) -> None:
        self.floor_wanted.emit(self.rows.row_at(index.row()).uid)

    def _fit(self) -> None:
        rows = min(self.rows.rowCount(), SHOWN)
        self.setFixedHeight(rows * self._theme.px(_ROW))
        self.setVisible(rows > 0)
        self.updateGeometry()

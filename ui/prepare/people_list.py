"""The participants: arrows move, F2 or Enter edits, space chooses the naming, Del removes."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from app.domain.vocabulary import NamingLevel
from app.texts import Texts
from ui.models.row_model import ROW_ROLE
from ui.prepare.people_delegate import ROW, PersonDelegate
from ui.prepare.people_rows import NamingChoice, PeopleModel, PersonRow
from ui.theme import Theme
from ui.widgets.keyboard_list import KeyboardList
from ui.widgets.row_list import AnyIndex


class PeopleList(KeyboardList):
    """Shows ``PersonRow`` objects.

    Signals:
        naming_chosen(object): a ``NamingChoice``.
        edit_wanted(str), remove_wanted(str): the uid of the participant.
        left_upwards(): Up on the first row.
    """

    naming_chosen = Signal(object)
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    left_upwards = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        self.rows = PeopleModel()
        self.delegate = PersonDelegate(theme, [texts.word(level) for level in NamingLevel])
        super().__init__(self.rows, self.delegate, self.tr("Participants"), parent)
        self._theme = theme
        self._texts = texts
        self._session_level = NamingLevel.ORGANISATION
        self.setAccessibleDescription(
            self.tr("F2 edits, Space chooses how the person is named, Delete removes")
        )
        self.setUniformItemSizes(True)
        theme.changed.connect(self._measure_again)

    def set_session_level(self, level: NamingLevel) -> None:
        """What holds for everybody without a choice of their own."""
        self._session_level = level

    def set_editable(self, *, editable: bool) -> None:
        """A closed session shows its people without fields."""
        self.delegate.editable = editable
        self.viewport().update()

    def show_rows(self, rows: list[PersonRow]) -> None:
        """Show these rows; the current person stays current, or the place does."""
        kept, number = self.current_uid(), self.currentIndex().row()
        self.rows.set_rows(rows)
        index = self.rows.index_of(kept)
        if not index.isValid() and rows and number >= 0:
            index = self.rows.index(min(number, len(rows) - 1))
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.updateGeometry()
        self._mark_current()

    def sizeHint(self) -> QSize:
        """As high as the rows, if there is room."""
        hint = super().sizeHint()
        hint.setHeight(len(self.rows.rows()) * self._theme.px(ROW) + 2)
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys of this list mean; everything else moves as in any list."""
        uid, key = self.current_uid(), Qt.Key(event.key())
        if key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif not uid or not self.delegate.editable:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(uid)
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(uid)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_F4):
            self.open_naming()
        else:
            super().keyPressEvent(event)

    def open_naming(self) -> None:
        """The levels as a menu below the field of the current row."""
        index = self.currentIndex()
        if not index.isValid() or index.data(ROW_ROLE).confidential:
            return
        menu = self.naming_menu(index.data(ROW_ROLE))
        area = self.delegate.field_box(self.visualRect(index)).toRect()
        menu.popup(self.viewport().mapToGlobal(area.bottomLeft() + QPoint(0, 3)))

    def naming_menu(self, row: PersonRow) -> QMenu:
        """The menu for a person; freed when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        word = self._texts.word(self._session_level)
        common = menu.addAction(self.tr("As for all (%1)").replace("%1", word))
        common.setCheckable(True)
        common.setChecked(row.level is None)
        common.triggered.connect(partial(self._choose, NamingChoice(row.uid, None)))
        menu.addSeparator()
        for level in NamingLevel:
            entry = menu.addAction(self._texts.word(level))
            entry.setCheckable(True)
            entry.setChecked(row.level is level)
            entry.triggered.connect(partial(self._choose, NamingChoice(row.uid, level)))
            if entry.isChecked():
                menu.setActiveAction(entry)
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The field of a row, or another row."""
        index = self.indexAt(event.position().toPoint())
        on_field = index.isValid() and self.delegate.is_field(
            self.visualRect(index), index.data(ROW_ROLE), event.position().toPoint()
        )
        super().mousePressEvent(event)
        if on_field and event.button() is Qt.MouseButton.LeftButton:
            self.open_naming()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Anywhere on a row: edit."""
        if self.delegate.editable and self.indexAt(event.position().toPoint()).isValid():
            self.edit_wanted.emit(self.current_uid())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Edit and remove, for the mouse."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid() or not self.delegate.editable:
            return
        uid = index.data(ROW_ROLE).uid
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        edit = menu.addAction(self.tr("Edit …"))
        edit.triggered.connect(partial(self._emit_edit, uid))
        remove = menu.addAction(self.tr("Remove"))
        remove.triggered.connect(partial(self._emit_remove, uid))
        self._theme.set_icon(edit, "pencil")
        self._theme.set_icon(remove, "trash")
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip has the whole row."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = index.data(ROW_ROLE).accessible if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The field moves on."""
        super().currentChanged(current, previous)
        self._mark_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard arrives on the first row, or where it was."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and lines between them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.tokens.line)
        left, right = self._theme.px(15), self.viewport().width() - self._theme.px(12)
        current, height = self.currentIndex().row(), self.viewport().height()
        for number in range(1, self.rows.rowCount()):
            top = self.visualRect(self.rows.index(number)).top()
            if top > height:
                break
            if top >= 0 and current not in (number, number - 1):
                painter.drawLine(left, top, right, top)

    def _choose(self, choice: NamingChoice, _checked: bool = False) -> None:
        self.naming_chosen.emit(choice)

    def _emit_edit(self, uid: str, _checked: bool = False) -> None:
        self.edit_wanted.emit(uid)

    def _emit_remove(self, uid: str, _checked: bool = False) -> None:
        self.remove_wanted.emit(uid)

    def _mark_current(self) -> None:
        self.delegate.current = self.current_uid()
        self.viewport().update()

    def _measure_again(self) -> None:
        self.delegate.refresh()
        self.doItemsLayout()
        self.updateGeometry()

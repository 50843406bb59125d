"""The two lists of statements, with their keys and editing in place.

The lists only say what the user wants; the controller does it and then updates the model. An
editor stays open, with its text, until the controller calls ``close_editor`` – after the commit.
"""

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.models.statement_model import RowWords, StatementModel, StatementRow
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.row_list import RowList
from ui.widgets.statement_delegates import CardDelegate, ReviewDelegate, StatementDelegate

_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction
_MOVES = {
    Qt.Key.Key_Up: _Move.MoveUp,
    Qt.Key.Key_Down: _Move.MoveDown,
    Qt.Key.Key_Home: _Move.MoveHome,
    Qt.Key.Key_End: _Move.MoveEnd,
    Qt.Key.Key_PageUp: _Move.MovePageUp,
    Qt.Key.Key_PageDown: _Move.MovePageDown,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_VISITS = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
_RING_ROOM = 2
"""Above and below the editor, so that its focus ring covers nothing."""


def row_words() -> RowWords:
    """The words around a statement in the language of the window."""
    translate = QCoreApplication.translate
    return RowWords(
        nobody=translate("StatementList", "nobody named yet"),
        quote=translate("StatementList", "Quote"),
        result=translate("StatementList", "Result"),
        time=translate("StatementList", "%1"),
        read=translate("StatementList", "read: %1"),
        partners=translate("StatementList", "%1 partners"),
        purpose=translate("StatementList", "1 purpose"),
        takes_part=(
            translate("StatementList", "1 takes part"),
            translate("StatementList", "%1 take part"),
        ),
        missing=(
            translate("StatementList", "1 is missing"),
            translate("StatementList", "%1 are missing"),
        ),
        clarify=translate("StatementList", "to clarify"),
        memo=translate("StatementList", "with a memo"),
        unnamed=translate("StatementList", "without a name"),
        assent=translate("StatementList", "%1 for"),
        dissent=translate("StatementList", "%1 against"),
        cluster=translate("StatementList", "Group: %1"),
    )


_SIGNS = '/@#"?!-'
MERGE, MEMO, HISTORY, TIME, SHORT = "merge", "memo", "history", "time", "short"
STATE = "state"
_KEYS = {
    Qt.Key.Key_J: MERGE,
    Qt.Key.Key_M: MEMO,
    Qt.Key.Key_H: HISTORY,
    Qt.Key.Key_T: TIME,
    Qt.Key.Key_B: SHORT,
    Qt.Key.Key_G: STATE,
}
"""With Ctrl."""
_CONTROL = Qt.KeyboardModifier.ControlModifier


def _sign_of(event: QKeyEvent) -> str:
    """What a key stands for in a list of statements, or empty."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return _KEYS.get(Qt.Key(event.key()), "")
    return event.text() if event.text() and event.text() in _SIGNS else ""


def is_for_a_statement(event: QKeyEvent) -> bool:
    """Whether a key works on a chosen statement only: Ctrl+M, Ctrl+J, Ctrl+H, Ctrl+T, F7."""
    plain = not event.modifiers()
    return (bool(_KEYS.get(Qt.Key(event.key()))) and event.modifiers() == _CONTROL) or (
        event.key() == Qt.Key.Key_F7 and plain
    )


class RowEditor(GrowEdit):
    """The text of one statement, in its row. Enter or Ctrl+Enter saves, Esc gives it up."""

    accepted = Signal()
    cancelled = Signal()
    split_wanted = Signal(str, str)
    """F7: what stands before the cursor, and what behind it."""
    focus_lost = Signal()
    """The focus went elsewhere in the window; a menu or another window is only a visit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(min_lines=1, max_lines=12, role=Role.STATEMENT, parent=parent)
        self.setProperty("field", "row")
        self.document().setDocumentMargin(2)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter begins a new line."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shift:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_F7:
            self.split_wanted.emit(*self.parts())
        else:
            super().keyPressEvent(event)

    def parts(self) -> tuple[str, str]:
        """The text before and behind the cursor; what is selected goes with the second."""
        cursor = self.textCursor()
        second = QTextCursor(self.document())
        second.setPosition(cursor.selectionStart())
        before = QTextCursor(second)
        before.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        second.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        first, last = (each.selection().toPlainText() for each in (before, second))
        return first, last

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tab, F6, a click somewhere else."""
        super().focusOutEvent(event)
        if event.reason() not in _VISITS:
            self.focus_lost.emit()


class StatementList(RowList):
    """What both lists share. Signals carry uids; ``edited`` carries uid and text."""

    edit_wanted = Signal(str)
    """Enter or a double click; call ``open_editor`` or do something else."""
    edited = Signal(str, str)
    """The editor was accepted or left; call ``close_editor`` after the commit."""
    editor_opened = Signal(object)
    edit_cancelled = Signal(str)
    edit_changed = Signal(str, str)
    """Each change of the text while editing, for the draft."""
    delete_wanted = Signal(object)
    star_wanted = Signal(object)
    move_wanted = Signal(str, int)
    """One row, up (-1) or down (+1)."""
    split_wanted = Signal(str, str, str)
    """A row being edited and its text before and behind the cursor."""
    sign_typed = Signal(str)
    """A sign that the entry line knows too, or one of ``KEYS``, for what is chosen."""
    left = Signal()
    """Esc: back to where the work is."""
    current_changed = Signal(str)
    """Uid of the row the cursor is on, or empty."""

    def __init__(
        self, delegate: StatementDelegate, name: str, *, hangs: bool, parent: QWidget | None = None
    ) -> None:
        self._statements = delegate
        self._editor: RowEditor | None = None
        self._editing = ""
        super().__init__(delegate, hangs=hangs, parent=parent)
        self.setAccessibleName(name)
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(0)
        self._left.timeout.connect(self._leave_editor)
        delegate.theme.changed.connect(self.measure_again)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """A ``StatementModel``."""
        super().setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current)

    def statements(self) -> StatementModel:
        """The model."""
        model = self.model()
        assert isinstance(model, StatementModel)  # noqa: S101 – nothing else is shown here
        return model

    def current_uid(self) -> str:
        """The row the cursor is on, or empty."""
        index = self.currentIndex()
        return self.statements().row_at(index.row()).uid if index.isValid() else ""

    def select(self, uid: str) -> bool:
        """Put the cursor on a row and show it; False if it is not here."""
        index = self.statements().index_of(uid)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def chosen_uids(self) -> tuple[str, ...]:
        """The selected rows in order, or the one with the cursor."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        model = self.statements()
        return tuple(model.row_at(n).uid for n in numbers) or tuple(
            filter(None, [self.current_uid()])
        )

    def menu_place(self) -> QPoint:
        """Where a menu of the current row belongs: at its text, on the screen."""
        box = self.visualRect(self.currentIndex())
        left, bottom = self._statements.text_box(box).left(), min(box.bottom(), self.height() - 8)
        return self.viewport().mapToGlobal(QPoint(left, bottom))

    # -- keys and pointer -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Del deletes, ``*`` marks, Alt+Up/Down moves, Esc leaves."""
        if not self._handle(event):
            super().keyPressEvent(event)

    def _handle(self, event: QKeyEvent) -> bool:
        key, uid = event.key(), self.current_uid()
        moving = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not uid:
            return False
        elif key in _ENTER:
            self.edit_wanted.emit(uid)
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(self.chosen_uids())
        elif event.text() == "*":
            self.star_wanted.emit(self.chosen_uids())
        elif moving and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(uid, -1 if key == Qt.Key.Key_Up else 1)
        elif sign := _sign_of(event):
            self.sign_typed.emit(sign)
        else:
            return False
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The same as Enter."""
        uid = self.current_uid()
        if uid and self.indexAt(event.position().toPoint()).isValid():
            self.edit_wanted.emit(uid)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somewhere to start from with the arrows."""
        count = self.statements().rowCount()
        if not self.currentIndex().isValid() and count:
            self.setCurrentIndex(self.statements().index(count - 1 if self._hangs else 0))
        super().focusInEvent(event)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self.current_uid())

    # -- editing in place --------------------------------------------------------------------

    @property
    def editing_uid(self) -> str:
        """The row being edited, or empty."""
        return self._editing

    def editor(self) -> RowEditor | None:
        """The open editor."""
        return self._editor

    def open_editor(self, uid: str, text: str | None = None) -> None:
        """Edit a statement in its row, with ``text`` instead of its own (a kept draft)."""
        self.close_editor()
        number = self.statements().number_of(uid)
        if number < 0:
            return
        row: StatementRow = self.statements().row_at(number)
        editor = RowEditor(self.viewport())
        editor.setPlainText(row.text if text is None else text)
        editor.setAccessibleName(self.tr("Text of the statement"))
        editor.accepted.connect(self._accept)
        editor.cancelled.connect(self._cancel)
        editor.split_wanted.connect(self._split)
        editor.focus_lost.connect(self._left.start)
        editor.textChanged.connect(self._on_text)
        editor.height_changed.connect(self._on_editor_height)
        self._editor, self._editing = editor, uid
        self.select(uid)
        self.remeasure(number)
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        editor.show()
        QWidget.setTabOrder(self, editor)
        editor.setFocus()
        self.editor_opened.emit(editor)

    def close_editor(self) -> None:
        """The text is saved or given up."""
        editor, uid = self._editor, self._editing
        if editor is None:
            return
        self._editor, self._editing = None, ""
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        self.remeasure(self.statements().number_of(uid))
        if had_focus:
            self.setFocus()

    def row_height(self, number: int) -> int:
        """The row being edited is as high as its editor needs."""
        row = self.statements().row_at(number)
        if self._editor is None or row.uid != self._editing:
            return super().row_height(number)
        return self._statements.around(row) + self._editor.height() + 2 * _RING_ROOM

    def updateGeometries(self) -> None:
        """The editor moves with its row."""
        super().updateGeometries()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The editor moves with its row."""
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def _place_editor(self) -> None:
        number = self.statements().number_of(self._editing) if self._editor else -1
        if self._editor is None or number < 0:
            return
        box: QRect = self._statements.text_box(self.box_of(number))
        inset = self._editor.text_inset()
        self._editor.setFixedWidth(box.width() + 2 * inset)
        self._editor.move(QPoint(box.left() - inset, box.top() + _RING_ROOM))

    def _on_editor_height(self) -> None:
        self.remeasure(self.statements().number_of(self._editing))

    def _on_text(self) -> None:
        if self._editor is not None:
            self.edit_changed.emit(self._editing, self._editor.text())

    def _accept(self) -> None:
        if self._editor is not None:
            self.edited.emit(self._editing, self._editor.text())

    def _leave_editor(self) -> None:
        """Leaving saves. If that does not work the focus comes back: no editor is left behind.

        Not while the focus moves: a click must find the rows where they were when it was made.
        """
        editor = self._editor
        if editor is None or self.window().focusWidget() is editor:
            return
        self._accept()
        if self._editor is editor and editor.isVisible():
            editor.setFocus()

    def _split(self, first: str, second: str) -> None:
        self.split_wanted.emit(self._editing, first, second)

    def _cancel(self) -> None:
        uid = self._editing
        self.close_editor()
        self.edit_cancelled.emit(uid)


class StatementCards(StatementList):
    """The statements of the running item as cards; they hang on the lower edge."""

    def __init__(
        self, theme: Theme, words: RowWords, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(CardDelegate(theme, words), name, hangs=True, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)


class StatementReview(StatementList):
    """The statements of a question to work through: check boxes select, arrows only move."""

    def __init__(
        self, theme: Theme, words: RowWords, name: str, parent: QWidget | None = None
    ) -> None:
        self._review = ReviewDelegate(theme, words)
        self._start: int | None = None
        super().__init__(self._review, name, hangs=False, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and a key that moves extends the selection from where it began."""
        move = _MOVES.get(Qt.Key(event.key()))
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and move is not None and self.currentIndex().isValid():
            self._extend_to(self.moveCursor(move, event.modifiers()))
            return
        if move is not None or event.key() == Qt.Key.Key_Space:
            self._start = None
        super().keyPressEvent(event)

    def show_language(self, *, shown: bool) -> None:
        """Underline what minutes avoid, or stop it."""
        self._review.language = shown
        self.viewport().update()

    def _extend_to(self, target: QModelIndex) -> None:
        now, flag = self.currentIndex().row(), _Flag
        start = now if self._start is None else self._start
        self._start = start
        selection = self.selectionModel()
        selection.setCurrentIndex(target, flag.NoUpdate)
        selection.select(self._range(start, now), flag.Deselect)
        selection.select(self._range(start, target.row()), flag.Select)

    def _range(self, first: int, last: int) -> QItemSelection:
        model = self.statements()
        return QItemSelection(model.index(min(first, last)), model.index(max(first, last)))

    def selectionCommand(
        self,
        index: QModelIndex | QPersistentModelIndex,
        event: QEvent | None = None,
    ) -> QItemSelectionModel.SelectionFlag:
        """Space, the check box and Ctrl+click toggle, Shift extends, everything else only moves."""
        if isinstance(event, QKeyEvent):
            return self._command_of_key(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            return self._command_of_press(index, event)
        return _Flag.NoUpdate

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the star marks or unmarks the result."""
        self._start = None
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and self._near(self._review.star_box(self.visualRect(index)), point):
            self.star_wanted.emit((self.statements().row_at(index.row()).uid,))

    def _command_of_key(self, event: QKeyEvent) -> QItemSelectionModel.SelectionFlag:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            return _Flag.Toggle
        return _Flag.ClearAndSelect if event.key() == Qt.Key.Key_A else _Flag.NoUpdate

    def _command_of_press(
        self, index: QModelIndex | QPersistentModelIndex, event: QMouseEvent
    ) -> QItemSelectionModel.SelectionFlag:
        box = self._review.check_box(self.visualRect(index))
        if self._near(box, event.position().toPoint()):
            return _Flag.Toggle
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return _Flag.Toggle
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return _Flag.SelectCurrent if shift else _Flag.NoUpdate

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        self._review.current_uid = self.current_uid()
        for index in (before, now):
            self.remeasure(index.row())
        super()._on_current(now, before)

    @staticmethod
    def _near(box: QRect, point: QPoint) -> bool:
        """A sign is small; a finger's width around it counts too."""
        return box.adjusted(-6, -6, 6, 6).contains(point)

"""A list of rows of different height that stays quick at ten thousand rows.

``QListView`` asks every row for its size on each insert. This one asks only the rows near the
window: the others have an estimated height until they are seen. One row appended costs one row.
Rows may hang on the lower edge (what was just recorded stands above the entry line), and the place
the reader looks at stays where it is while heights become exact.
"""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models.row_model import ROW_ROLE, Row, RowModel

AnyIndex = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_Move = QAbstractItemView.CursorAction

SCROLL_ROOM = 13
"""Width right of the rows that the list keeps for its scroll bar, whether it is there or not."""


class RowDelegate(QStyledItemDelegate):
    """Measures and paints ready row objects."""

    def estimate(self, row: Row, width: int) -> int:
        """A quick guess of the height, without laying out text; needed where heights differ."""
        return self.height(row, width)

    def estimates(self, rows: Sequence[Row], width: int) -> list[int]:
        """Guesses for all rows at once; worth a loop of its own in lists of thousands."""
        return [self.estimate(row, width) for row in rows]

    @abstractmethod
    def height(self, row: Row, width: int) -> int:
        """The exact height at a width. Cached by the delegate."""

    @abstractmethod
    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Paint a row into ``box``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """For any view: the exact size at the option's width."""
        width = option.rect.width()
        return QSize(width, self.height(index.data(ROW_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """For any view."""
        self.paint_row(painter, option.rect, index.data(ROW_ROLE), option.state)


class RowList(QListView):
    """Shows a ``RowModel`` with a ``RowDelegate``. ``spacing`` lies between two rows."""

    def __init__(
        self,
        delegate: RowDelegate,
        *,
        spacing: int = 8,
        hangs: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        # Qt calls overridden methods while it constructs.
        self._delegate = delegate
        self._gap = spacing
        self._hangs = hangs
        self._heights: list[int] = []
        self._exact: list[bool] = []
        self._ends: list[int] | None = None
        self._width = 0
        self._at_end = hangs
        self._placing = False
        self._before: tuple[int, int] | None = None
        super().__init__(parent)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setProperty("focusRing", False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setViewportMargins(0, 0, SCROLL_ROOM - 10, 0)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # -- model ------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another ``RowModel``."""
        super().setModel(model)
        if model is None:
            return
        model.rowsInserted.connect(self._on_inserted)
        model.rowsAboutToBeRemoved.connect(self._before_removing)
        model.rowsRemoved.connect(self._on_removed)
        model.dataChanged.connect(self._on_changed)
        model.modelReset.connect(self.measure_again)
        self.measure_again()

    def measure_again(self) -> None:
        """Forget every height: the font, the width or the whole model is different."""
        self._width = self.viewport().width()
        self._heights = self._estimates(0, None)
        self._exact = [False] * len(self._heights)
        self._ends = None
        self._place()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        # The view hears of a new model before the first measuring.
        if len(self._heights) + last - first + 1 != self.model().rowCount():
            return
        anchor = self._anchor()
        self._heights[first:first] = self._estimates(first, last + 1)
        self._exact[first:first] = [False] * (last - first + 1)
        self._ends = None
        if anchor is not None and anchor != (0, 0) and first <= anchor[0]:
            self._keep(anchor[0] + last - first + 1, anchor[1])
        self._place()

    def _before_removing(self) -> None:
        self._before = self._anchor()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._heights[first : last + 1]
        del self._exact[first : last + 1]
        self._ends = None
        anchor = self._before
        if anchor is not None and last < anchor[0]:
            self._keep(anchor[0] - (last - first + 1), anchor[1])
        self._place()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for number in range(first.row(), last.row() + 1):
            self._exact[number] = False
        self._place()

    # -- heights ----------------------------------------------------------------------------

    def _row(self, number: int) -> Row:
        return cast("RowModel[Row]", self.model()).row_at(number)

    def _estimates(self, first: int, end: int | None) -> list[int]:
        model = cast("RowModel[Row] | None", self.model())
        rows = model.rows()[first:end] if model is not None else ()
        return [height + self._gap for height in self._delegate.estimates(rows, self._width)]

    def row_height(self, number: int) -> int:
        """The exact height of a row without the gap; a subclass may add to it."""
        return self._delegate.height(self._row(number), self._width)

    def remeasure(self, number: int) -> None:
        """The height of one row is different now."""
        if 0 <= number < len(self._exact):
            self._exact[number] = False
            self._place()

    def _offsets(self) -> list[int]:
        """Where each row ends, from the top of the first."""
        if self._ends is None:
            self._ends = list(accumulate(self._heights))
        return self._ends

    def _total(self) -> int:
        ends = self._offsets()
        return ends[-1] - self._gap if ends else 0

    def _top_of(self, number: int) -> int:
        return self._offsets()[number - 1] if number else 0

    def _number_at(self, offset: int) -> int:
        """The row at a distance from the top of the first; the nearest if there is none."""
        number = bisect_right(self._offsets(), max(offset, 0))
        return min(number, len(self._heights) - 1)

    def _inset(self) -> int:
        """Empty space above the first row when few rows hang on the lower edge."""
        return max(0, self.viewport().height() - self._total()) if self._hangs else 0

    def _make_exact(self, first: int, last: int) -> int:
        """Measure rows; returns by how much they grew."""
        growth = 0
        for number in range(max(first, 0), min(last, len(self._heights) - 1) + 1):
            if not self._exact[number]:
                height = self.row_height(number) + self._gap
                growth += height - self._heights[number]
                self._heights[number] = height
                self._exact[number] = True
        if growth:
            self._ends = None
        return growth

    # -- placing ----------------------------------------------------------------------------

    def _place(self) -> None:
        """Measure what is near the window and set the scroll bar, keeping the reader's place."""
        if self._placing:
            return
        self._placing = True
        try:
            if self._heights:
                self._measure_near()
            self.updateGeometries()
            if self._at_end:
                bar = self.verticalScrollBar()
                bar.setValue(bar.maximum())
        finally:
            self._placing = False
        self.viewport().update()

    def _measure_near(self) -> None:
        page = self.viewport().height()
        if self._at_end:
            first = len(self._heights)
            room = 2 * page
            while first > 0 and room > 0:
                first -= 1
                self._make_exact(first, first)
                room -= self._heights[first]
            return
        bar = self.verticalScrollBar()
        anchor = self._number_at(bar.value())
        above = self._number_at(bar.value() - page)
        growth = self._make_exact(above, anchor - 1)
        if growth:
            bar.setMaximum(max(bar.maximum(), bar.value() + growth))
            bar.setValue(bar.value() + growth)
        bottom = bar.value() + 2 * page
        number = anchor
        while number < len(self._heights) and self._top_of(number) < bottom:
            last = self._number_at(bottom)
            self._make_exact(number, last)
            number = last + 1

    def _scrolled(self) -> None:
        if self._placing:
            return
        bar = self.verticalScrollBar()
        self._at_end = self._hangs and bar.value() >= bar.maximum()
        self._place()

    def scroll_to_end(self) -> None:
        """Show the last row, and stay there while rows are added if the list hangs."""
        self._at_end = self._hangs
        self._place()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def doItemsLayout(self) -> None:
        """Qt asks for a layout: after a change of style or font, for one."""
        if self.viewport().width() != self._width:
            self.measure_again()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Range of the scroll bar."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._total() - page))
        bar.setPageStep(page)
        bar.setSingleStep(max(20, self._gap * 4))
        bar.setEnabled(bar.maximum() > 0)
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: other line breaks. Another height: the end stays at the end."""
        QAbstractItemView.resizeEvent(self, event)
        if self.viewport().width() != self._width:
            anchor = self._anchor()
            self.measure_again()
            if anchor is not None:
                self._keep(*anchor)
        self._place()

    def _anchor(self) -> tuple[int, int] | None:
        if not self._heights or self._at_end:
            return None
        value = self.verticalScrollBar().value()
        number = self._number_at(value)
        return number, value - self._top_of(number)

    def _keep(self, number: int, inside: int) -> None:
        """Scroll so that the upper edge lies ``inside`` pixels into a row."""
        self._placing = True
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._top_of(number) + inside)
        self._placing = False

    # -- what a view must answer -------------------------------------------------------------

    def box_of(self, number: int) -> QRect:
        """Where a row lies in the viewport."""
        self._make_exact(number, number)
        top = self._top_of(number) - self.verticalScrollBar().value() + self._inset()
        return QRect(0, top, self.viewport().width(), self._heights[number] - self._gap)

    def visualRect(self, index: AnyIndex) -> QRect:
        """Where a row lies in the viewport."""
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        return self.box_of(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point; invalid between two rows."""
        if not self._heights:
            return QModelIndex()
        offset = point.y() + self.verticalScrollBar().value() - self._inset()
        number = self._number_at(offset)
        inside = 0 <= offset - self._top_of(number) < self._heights[number] - self._gap
        return self.model().index(number, 0) if inside else QModelIndex()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view: its top, when it is higher than the view."""
        if not index.isValid() or index.row() >= len(self._heights):
            return
        self._make_exact(index.row() - 1, index.row() + 1)
        self.updateGeometries()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        top = self._top_of(index.row())
        height = self._heights[index.row()] - self._gap
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(top - max(0, page - height) // 2)
        elif top < bar.value() or height > page:
            bar.setValue(top)
        elif top + height > bar.value() + page:
            bar.setValue(top + height - page)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key leads to."""
        count = len(self._heights)
        if not count:
            return QModelIndex()
        now = self.currentIndex().row()
        targets = {
            _Move.MoveHome: 0,
            _Move.MoveEnd: count - 1,
            _Move.MoveUp: now - 1,
            _Move.MovePrevious: now - 1,
            _Move.MoveDown: now + 1,
            _Move.MoveNext: now + 1,
        }
        if action in (_Move.MovePageUp, _Move.MovePageDown):
            step = self.viewport().height() * (1 if action is _Move.MovePageDown else -1)
            target = self._number_at(self._top_of(max(now, 0)) + step)
        else:
            target = targets.get(action, now)
        return self.model().index(min(max(target, 0), count - 1), 0)

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def verticalOffset(self) -> int:
        """Pixels above the viewport."""
        return self.verticalScrollBar().value() - self._inset()

    def isIndexHidden(self, _index: AnyIndex) -> bool:
        """No row is hidden: filters leave rows out of the model."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows a rectangle touches."""
        first, last = self._touched(rect.normalized())
        selection = QItemSelection()
        if last >= first:
            model = self.model()
            selection.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The part of the viewport that selected rows cover."""
        region = QRegion()
        first, last = self._touched(self.viewport().rect())
        for number in range(first, last + 1):
            if selection.contains(self.model().index(number, 0)):
                region += self.box_of(number)
        return region

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Nothing is moved by copying pixels: the ground is not ours."""
        self.viewport().update()

    def _touched(self, rect: QRect) -> tuple[int, int]:
        """First and last row a rectangle of the viewport touches; last < first for none."""
        if not self._heights:
            return 0, -1
        shift = self.verticalScrollBar().value() - self._inset()
        if rect.bottom() + shift < 0 or rect.top() + shift >= self._total():
            return 0, -1
        return self._number_at(rect.top() + shift), self._number_at(rect.bottom() + shift)

    # -- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        first, last = self._touched(event.rect())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selection, current = self.selectionModel(), self.currentIndex().row()
        base = _State.State_Enabled | _State.State_Active
        if self.hasFocus():
            base |= _State.State_KeyboardFocusChange
        for number in range(first, last + 1):
            state = base
            if selection.isRowSelected(number, QModelIndex()):
                state |= _State.State_Selected
            if number == current:
                state |= _State.State_HasFocus
            box = self.box_of(number)
            self._delegate.paint_row(painter, box, self._row(number), state)

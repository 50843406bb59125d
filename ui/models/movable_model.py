"""Rows that can be dragged to another place of their list. They move when the move was saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.models.row_model import RowModel, RowT


@dataclass(frozen=True, slots=True)
class Move:
    """A row is wanted behind another one; ``after`` None: at the top."""

    uid: str
    after: str | None


class MovableModel(RowModel[RowT]):
    """``moved`` carries the ``Move`` that a drop asks for; rows move by ``set_rows``.

    ``mime`` names what is dragged, so that no other list takes it.
    """

    moved = Signal(object)

    def __init__(self, mime: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mime = mime
        self.editable = True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Rows are dragged, and dropped between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.editable else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.editable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Moving only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Rows of such a list."""
        return [self._mime]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The uid of the dragged row."""
        data = QMimeData()
        data.setData(self._mime, QByteArray(self.row_at(indexes[0].row()).uid.encode()))
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Ask for the move; never let the view take the dragged row away."""
        if data.hasFormat(self._mime) and not parent.isValid():
            uid = bytes(data.data(self._mime).data()).decode()
            target = row if row >= 0 else self.rowCount()
            move = self.move_to(uid, target)
            if move is not None:
                self.moved.emit(move)
        return False

    def move_to(self, uid: str, target: int) -> Move | None:
        """The move that puts a row in front of row ``target``; None if it is there already."""
        source = self.number_of(uid)
        if source < 0 or target in (source, source + 1) or not 0 <= target <= self.rowCount():
            return None
        return Move(uid, self.row_at(target - 1).uid if target else None)

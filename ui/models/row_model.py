"""A list model of ready row objects: everything to paint or say is in the row already."""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_INVALID = QModelIndex()

AnyIndex = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """What every row has. Rows are frozen and compare by value."""

    @property
    def uid(self) -> str:
        """Identity of what the row shows."""

    @property
    def accessible(self) -> str:
        """The whole row in words, for a screen reader."""


RowT = TypeVar("RowT", bound=Row)


class RowModel(QAbstractListModel, Generic[RowT]):
    """Rows in order. ``set_rows`` tells views only what differs, so that they keep their place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RowT] = []
        self._numbers: dict[str, int] | None = None

    def rowCount(self, parent: AnyIndex = _INVALID) -> int:
        """Number of rows; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 – Qt's own
        """``ROW_ROLE``: the row object; display and accessible text: the row in words."""
        if not index.isValid():
            return None
        if role == ROW_ROLE:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._rows[index.row()].accessible
        return None

    def rows(self) -> Sequence[RowT]:
        """All rows in order; not to be changed."""
        return self._rows

    def row_at(self, number: int) -> RowT:
        """The row with this number."""
        return self._rows[number]

    def number_of(self, uid: str) -> int:
        """Where a row is, or -1."""
        if self._numbers is None:
            self._numbers = {row.uid: number for number, row in enumerate(self._rows)}
        return self._numbers.get(uid, -1)

    def index_of(self, uid: str) -> QModelIndex:
        """The index of a row; invalid if there is none."""
        number = self.number_of(uid)
        return self.index(number) if number >= 0 else QModelIndex()

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows. Common beginning and end stay, the middle is changed or replaced."""
        old, new = self._rows, list(rows)
        head = _common([r.uid for r in old], [r.uid for r in new])
        tail = _common([r.uid for r in reversed(old[head:])], [r.uid for r in reversed(new[head:])])
        self._replace(head, len(old) - tail, new[head : len(new) - tail])
        self._update_changed(new)

    def append(self, row: RowT) -> None:
        """Add a row at the end."""
        number = len(self._rows)
        self.beginInsertRows(_INVALID, number, number)
        self._rows.append(row)
        if self._numbers is not None:
            self._numbers[row.uid] = number
        self.endInsertRows()

    def update_row(self, row: RowT) -> bool:
        """Replace the row with the same uid; False if there is none."""
        number = self.number_of(row.uid)
        if number < 0:
            return False
        if self._rows[number] != row:
            self._rows[number] = row
            self.dataChanged.emit(self.index(number), self.index(number))
        return True

    def remove(self, uid: str) -> bool:
        """Take a row away; False if there is none."""
        number = self.number_of(uid)
        if number >= 0:
            self._replace(number, number + 1, [])
        return number >= 0

    def _replace(self, start: int, end: int, rows: list[RowT]) -> None:
        if end > start:
            self.beginRemoveRows(_INVALID, start, end - 1)
            del self._rows[start:end]
            self._numbers = None
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(_INVALID, start, start + len(rows) - 1)
            self._rows[start:start] = rows
            self._numbers = None
            self.endInsertRows()

    def _update_changed(self, rows: Sequence[RowT]) -> None:
        changed = [n for n, (a, b) in enumerate(zip(self._rows, rows, strict=True)) if a != b]
        for number in changed:
            self._rows[number] = rows[number]
        for first, last in _stretches(changed):
            self.dataChanged.emit(self.index(first), self.index(last))


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of numbers that follow each other: one signal instead of thousands."""
    start = 0
    for at, number in enumerate(numbers, start=1):
        if at == len(numbers) or numbers[at] != number + 1:
            yield numbers[start], number
            start = at


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    count = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        count += 1
    return count

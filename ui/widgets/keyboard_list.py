"""What the lists of this program share: one tab stop, rows painted by a delegate, rows by uid."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QWidget

from ui.models.row_model import ROW_ROLE, RowModel


class KeyboardList(QListView):
    """A list in which the arrows move and Tab leaves; ``delegate`` paints and belongs to it.

    It draws its own focus, so the ring around other fields is not for it. A subclass gives the
    rows a name for screen readers and says what its keys mean.
    """

    def __init__(
        self,
        rows: RowModel[Any],
        delegate: QAbstractItemDelegate,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        rows.setParent(self)
        delegate.setParent(self)
        self._by_uid = rows
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setProperty("focusRing", False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def current_uid(self) -> str:
        """The row the keyboard is on; empty without any."""
        index = self.currentIndex()
        return str(index.data(ROW_ROLE).uid) if index.isValid() else ""

    def select(self, uid: str) -> None:
        """Put the keyboard on a row and show it; nothing happens if there is none."""
        index = self._by_uid.index_of(uid)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

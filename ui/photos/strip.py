"""Small pictures side by side: arrows go, Enter opens, Del removes, Alt+arrows move it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import paint_icon
from ui.models.row_model import ROW_ROLE, RowModel
from ui.photos.sources import Source, photos_in
from ui.theme import Theme

WIDTH, HEIGHT = 65, 50
"""Three side by side in the right column."""
_MARGIN = 4
"""Around a picture; the frame of the current one lies in it."""
_RADIUS = 6
_State = QStyle.StateFlag
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo as the strip shows it."""

    uid: str
    sha256: str
    accessible: str
    """Number and caption, also the tooltip."""


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, pictures: Mapping[str, QImage]) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All of one size."""
        return cell(self._theme)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The middle of the picture; a frame says which is current."""
        row: PhotoRow = index.data(ROW_ROLE)
        tokens, margin = self._theme.tokens, self._theme.px(_MARGIN)
        box = option.rect.adjusted(margin, margin, -margin, -margin)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), _RADIUS, _RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, tokens.sunk)
        image = self._pictures.get(row.sha256)
        if image is None or image.isNull():
            size = self._theme.px(20)
            middle = box.center()
            paint_icon(
                painter, "photo", tokens.ink3, middle.x() - size / 2, middle.y() - size / 2, size
            )
        else:
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image, _middle(image.size(), box.size()))
            painter.setClipping(False)
        focused = option.state & _State.State_HasFocus
        pen = QPen(tokens.focus, 2) if focused else QPen(tokens.line, 1)
        painter.setPen(pen)
        grown = 2 if focused else 0
        painter.drawRoundedRect(
            QRectF(box).adjusted(-grown, -grown, grown, grown), _RADIUS + grown, _RADIUS + grown
        )
        painter.restore()


def cell(theme: Theme) -> QSize:
    """The room of one picture."""
    return QSize(theme.px(WIDTH + 2 * _MARGIN), theme.px(HEIGHT + 2 * _MARGIN))


def _middle(size: QSize, room: QSize) -> QRect:
    """The largest part of a picture with the shape of ``room``, from its middle."""
    part = room.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(
        (size.width() - part.width()) // 2,
        (size.height() - part.height()) // 2,
        part.width(),
        part.height(),
    )


class PhotoStrip(QListView):
    """As many rows as it takes at the width there is; nothing scrolls and nothing is cut."""

    opened = Signal(str)
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    """A photo, and one place to the left (-1) or right (1)."""
    pasted = Signal(object)
    """A tuple of ``Source``."""
    left = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pictures: dict[str, QImage] = {}
        """What the photos show, small, by the name of their content."""
        self.rows: RowModel[PhotoRow] = RowModel(self)
        self._look = _Delegate(theme, self.pictures)
        self.setModel(self.rows)
        self.setItemDelegate(self._look)
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("focusRing", False)
        self.activated.connect(self._open)
        self.rows.rowsInserted.connect(self._fit)
        self.rows.rowsRemoved.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def current_uid(self) -> str:
        """The photo the keys are for, or empty."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()).uid if index.isValid() else ""

    def select(self, uid: str) -> None:
        """Make a photo current."""
        self.setCurrentIndex(self.rows.index_of(uid))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a photo; everything else goes through the strip."""
        if not self._key_for_photo(event):
            super().keyPressEvent(event)

    def _key_for_photo(self, event: QKeyEvent) -> bool:
        uid, key = self.current_uid(), event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            if found := clipboard_photos():
                self.pasted.emit(found)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif uid and key in _ENTER:
            self.opened.emit(uid)
        elif uid and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(uid)
        elif uid and key in _SIDEWAYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(uid, _SIDEWAYS[Qt.Key(key)])
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take more rows."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """The height all rows take."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """One picture."""
        return cell(self._theme)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row_at(index.row()).uid)

    def _fit(self) -> None:
        room = cell(self._theme)
        side_by_side = max(1, self.width() // room.width())
        lines = -(-self.rows.rowCount() // side_by_side)
        self.setFixedHeight(max(1, lines) * room.height() + 2)
        self.scheduleDelayedItemsLayout()


_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def clipboard_photos() -> tuple[Source, ...]:
    """The photos that pasting would bring."""
    data = QGuiApplication.clipboard().mimeData()
    return photos_in(data) if data is not None else ()

"""The preview in the cockpit: what the room sees, small, and whether it sees it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.room.look import RoomLook
from ui.room.stage import Stage
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.frames import row
from ui.widgets.labels import ElidedLabel, label

_WIDE = 16 / 9


class Preview(QWidget):
    """The stage in the shape of the projector. With the focus on it the keys of the room work."""

    black_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, look: RoomLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = _WIDE
        self.stage = Stage(look, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_shape(self, screen: QRect | None) -> None:
        """As wide to high as this screen; None: as most projectors are."""
        shape = screen.width() / max(1, screen.height()) if screen else _WIDE
        if shape != self._shape:
            self._shape = shape
            self.updateGeometry()
            self._arrange()

    def hasHeightForWidth(self) -> bool:
        """The shape is fixed."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the projector would be."""
        return round(width / self._shape)

    def sizeHint(self) -> QSize:
        """Small."""
        return QSize(160, self.heightForWidth(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stage fills it, in its own shape."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B: black or not. Enter or the menu key: what else there is."""
        if event.key() == Qt.Key.Key_B:
            self.black_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.menu_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        height = min(self.height(), self.heightForWidth(self.width()))
        width = min(self.width(), round(height * self._shape))
        self.stage.setGeometry((self.width() - width) // 2, 0, width, height)


class RoomCard(QFrame):
    """Heading with the state, the preview, and the way to everything else."""

    def __init__(self, theme: Theme, look: RoomLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._state = ElidedLabel("", Role.META)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.menu = icon_button(theme, "dots", self.tr("Room view: what is shown"), variant="flat")
        self.menu.setProperty("buttonSize", "tiny")
        self.preview = Preview(look)
        head = row(spacing=6)
        head.addWidget(label(self.tr("Room view"), Role.SECTION))
        head.addWidget(self._state, 1)
        head.addWidget(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(17, 8, 11, 14)
        layout.setSpacing(6)
        layout.addLayout(head)
        line = row(margins=(0, 0, 6, 0))
        line.addWidget(self.preview)
        layout.addLayout(line)
        self.hide()

    @property
    def stage(self) -> Stage:
        """The small stage."""
        return self.preview.stage

    def show_state(self, state: str, said: str) -> None:
        """Whether the room sees it, in a word; ``said`` is what a screen reader says."""
        self._state.setText(state)
        self.preview.setAccessibleName(f"{self.tr('Room view')}: {state}")
        self.preview.setAccessibleDescription(said)

    def state(self) -> str:
        """The word."""
        return self._state.text()

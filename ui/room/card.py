"""The preview in the cockpit: what the room sees, small, and whether it sees it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.room.look import RoomLook
from ui.room.stage import Stage
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.frames import row
from ui.widgets.labels import ElidedLabel, label

_WIDE = 16 / 9
_WIDEST = 360


class Preview(QAbstractButton):
    """The stage in the shape of the projector; pressed, it leads to the menu.

    With the focus on it the keys of the room work.
    """

    black_wanted = Signal()

    def __init__(self, theme: Theme, look: RoomLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape = _WIDE
        self.stage = Stage(look, self)
        self.stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)

    def set_shape(self, screen: QRect | None) -> None:
        """As wide to high as this screen; None: as most projectors are."""
        shape = screen.width() / max(1, screen.height()) if screen else _WIDE
        if shape != self._shape:
            self._shape = shape
            self._arrange()

    def sizeHint(self) -> QSize:
        """Small; it takes the width it gets."""
        return QSize(160, self._height(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The stage fills it, and its height follows."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An edge: paper on a card of the same white."""
        painter = QPainter(self)
        painter.setPen(self._theme.tokens.control)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B: black or not. Enter presses, as Space does anyhow."""
        if event.key() == Qt.Key.Key_B:
            self.black_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _height(self, width: int) -> int:
        """As high as the projector would be."""
        return round(width / self._shape)

    def _arrange(self) -> None:
        self.setFixedHeight(self._height(self.width()))
        self.stage.setGeometry(self.rect().adjusted(1, 1, -1, -1))


class RoomCard(QFrame):
    """Heading with the state, the preview, and the way to everything else."""

    def __init__(self, theme: Theme, look: RoomLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._state = ElidedLabel("", Role.META)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.menu = icon_button(theme, "dots", self.tr("Room view: what is shown"), variant="flat")
        self.menu.setProperty("buttonSize", "tiny")
        self.preview = Preview(theme, look)
        head = row(spacing=6)
        head.addWidget(label(self.tr("Projector"), Role.SECTION))
        head.addWidget(self._state, 1)
        head.addWidget(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(17, 8, 11, 14)
        layout.setSpacing(6)
        layout.addLayout(head)
        line = row(margins=(0, 0, 6, 0))
        line.addWidget(self.preview, 100)
        line.addStretch(1)  # the tab of a narrow window is wider than a preview has to be
        layout.addLayout(line)
        self.hide()

    @property
    def stage(self) -> Stage:
        """The small stage."""
        return self.preview.stage

    def show_state(self, state: str, said: str) -> None:
        """Whether the room sees it, in a word; ``said`` is what a screen reader says."""
        self._state.setText(state)
        self.preview.setAccessibleName(self.tr("Room view: %1").replace("%1", state))
        self.preview.setAccessibleDescription(said)

    def state(self) -> str:
        """The word."""
        return self._state.text()

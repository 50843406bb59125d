"""What the room sees, once on the projector and once small in the cockpit.

Three things can stand on it: the board, another content that was put in, and nothing, in black.
"""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.room import RoomScene
from ui.room.board import Board
from ui.room.look import RoomLook
from ui.room.words import BoardText

MakeContent = Callable[[RoomLook], QWidget]
"""Makes a content that fills the room view. It is called once for the projector and once for the
preview, with the look to paint in. The widget measures itself by its height (``look.HEIGHT`` units)
and stays up to date by itself: give the maker a model with a signal."""


class Stage(QStackedWidget):
    """Board, guest or black, as large as it is made."""

    def __init__(self, look: RoomLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._guest: QWidget | None = None
        self._scene = RoomScene.TITLE
        self._black = Black()
        self.board = Board(look)
        self.addWidget(self.board)
        self.addWidget(self._black)

    @property
    def guest(self) -> QWidget | None:
        """The content that was put in instead of the board."""
        return self._guest

    def put_in(self, make: MakeContent | None) -> None:
        """Show another content instead of the board; None: the board again."""
        if self._guest is not None:
            self.removeWidget(self._guest)
            self._guest.deleteLater()
            self._guest = None
        if make is not None:
            self._guest = make(self._look)
            self.addWidget(self._guest)
        self._choose()

    def show_text(self, text: BoardText) -> None:
        """What the board says; a message goes before other contents, black before everything."""
        self.board.show_text(text)
        self._scene = text.scene
        self._choose()

    def _choose(self) -> None:
        if self._scene is RoomScene.BLACK:
            self.setCurrentWidget(self._black)
        elif self._guest is not None and self._scene is not RoomScene.MESSAGE:
            self.setCurrentWidget(self._guest)
        else:
            self.setCurrentWidget(self.board)


class Black(QWidget):
    """Nothing at all."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Black, whatever the theme."""
        QPainter(self).fillRect(self.rect(), QColor("black"))

"""The window on the projector: full screen, without a frame, and never with the keyboard."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.room.look import RoomLook
from ui.room.stage import Stage


class RoomWindow(QWidget):
    """Fills one screen and leaves the keyboard where it is.

    ``keyboard_given``: a window manager gave it the keyboard all the same. Its own keys are for
    when there is nobody to hand that back to.
    """

    keyboard_given = Signal()
    black_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: RoomLook) -> None:
        flags = (
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The program ends with its own window, whatever is still on the projector.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Quartiersdialog – room view"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.stage = Stage(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage)

    def show_on(self, screen: QRect) -> None:
        """Fill the screen with this place."""
        # Not ``showFullScreen``, which asks for the keyboard, and not ``setScreen``: Qt takes the
        # screen from the place (see ``MainWindow``).
        if self.isVisible() and self.geometry() == screen:
            return
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(screen)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """It is not to be the active window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keyboard_given.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The desktop has closed it: it is not wanted any more."""
        super().closeEvent(event)
        self.close_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B: black or not. Esc: away with it."""
        if event.key() == Qt.Key.Key_B:
            self.black_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

"""Keys as a person presses them: to whatever has the focus, in any script."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focus() -> QWidget:
    """The widget that hears the keyboard."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        # The list of an opened combo box has the focus; a menu hears keys without it.
        inside = QApplication.focusWidget()
        return inside if inside is not None and menu.isAncestorOf(inside) else menu
    top = QApplication.activeModalWidget()
    if QApplication.activeWindow() is None or top not in (None, QApplication.activeWindow()):
        _activate(top)
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "no window is open"
    return widget


def press(*keys: str) -> None:
    """Press keys or chords one after the other: "Ctrl+1", "Return", "Alt+Up"."""
    for key in keys:
        QTest.keySequence(focus(), QKeySequence(key))
    QCoreApplication.processEvents()


def type_text(text: str) -> None:
    """Type a text. Asked anew for every sign, for the focus may move meanwhile."""
    for sign in text:
        if sign.isascii() and sign.isprintable():
            QTest.keyClicks(focus(), sign)
        else:
            _send(focus(), sign)
    QCoreApplication.processEvents()  # what is done behind the paint of a key, as its draft


def press_in_menu(*keys: str) -> None:
    """Press keys as soon as a menu is open; to be called before what opens it, for that waits."""
    if QApplication.activePopupWidget() is None:
        QTimer.singleShot(1, partial(press_in_menu, *keys))
    else:
        press(*keys)


def _send(widget: QWidget, sign: str) -> None:
    """``QTest`` ends the process at signs that are not ASCII."""
    key = Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier(0), sign))


def _activate(dialog: QWidget | None) -> None:
    """As a window manager does when a dialog comes or goes; offscreen there is none."""
    deaf = Qt.WindowType.WindowDoesNotAcceptFocus
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    window = dialog or next((each for each in shown if not each.windowFlags() & deaf), None)
    if window is not None:
        window.activateWindow()
        QApplication.processEvents()

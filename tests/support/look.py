"""What can be checked of any window: clipped texts, missing names, widgets never freed."""

import gc
import weakref
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

_TURNS = 50


def lay_out(root: QWidget) -> None:
    """Let layouts and what waits for them come to their end, so that sizes are those on screen.

    A text that was changed has its room, and a widget that was added is shown, only after a turn
    of the event loop; what that turn moves may ask for another one.
    """
    before: list[object] = []
    for _ in range(_TURNS):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        now: list[object] = [(id(w), w.geometry(), w.isVisible()) for w in _all(root)]
        if now == before:
            return
        before = now
    raise AssertionError("the layout never comes to rest")


def clipped(root: QWidget) -> list[str]:
    """Buttons, combo boxes and labels whose text does not fit into them, as ``class: text``."""
    lay_out(root)
    return [f"{type(w).__name__}: {_said(w)}" for w in _visible(root) if _is_clipped(w)]


def nameless(root: QWidget) -> list[str]:
    """What can have the focus and says nothing to a screen reader, as class names."""
    return [
        type(widget).__name__
        for widget in _visible(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _name(widget)
    ]


def is_freed(make: Callable[[], QWidget]) -> bool:
    """Whether a dialog is gone once it was closed: nothing holds it."""
    dialog = make()
    gone = weakref.ref(dialog)
    dialog.close()
    del dialog
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    return gone() is None


def _all(root: QWidget) -> Iterator[QWidget]:
    yield from (root, *root.findChildren(QWidget))


def _visible(root: QWidget) -> Iterator[QWidget]:
    for widget in _all(root):
        if widget.isVisibleTo(root) and not isinstance(widget, QScrollBar):
            yield widget


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget.parentWidget(), QLineEdit):
        return False  # the icon inside a field
    if isinstance(widget, QAbstractButton | QComboBox):
        return widget.sizeHint().width() > widget.width()
    if isinstance(widget, QLabel) and type(widget) is QLabel and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height()
        return widget.sizeHint().width() > widget.width()
    return False


def _said(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    assert isinstance(widget, QAbstractButton | QLabel)
    return widget.text() or widget.accessibleName()


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    labels = widget.window().findChildren(QLabel)
    if any(label.buddy() is widget for label in labels):
        return "buddy"
    outer = widget.parentWidget()
    # The line edit inside a combo box or a spin box, the viewport of a list.
    inside = outer is not None and not isinstance(outer, QAbstractScrollArea)
    return _name(outer) if inside and outer is not None and widget.focusProxy() is outer else ""


def room_for_word(combo: QComboBox) -> int:
    """How many pixels of the chosen word a combo shows."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return (
        combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo).width()
    )


def longest_word(combo: QComboBox) -> int:
    """The widest entry, in pixels."""
    words = (combo.itemText(number) for number in range(combo.count()))
    return max(map(combo.fontMetrics().horizontalAdvance, words))

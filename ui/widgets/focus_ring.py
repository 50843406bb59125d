"""The focus ring: 2 pixels outside the control, so that no box changes its size.

Style sheets can only paint inside a widget. One transparent widget per window therefore lies over
the control that has the focus and follows it. Controls that show their focus themselves – lists,
the entry line – carry the property ``focusRing = False``; a radio button that paints a box of its
own carries ``ownBox = True``.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from ui.theme import Theme

_DISTANCE = 3
_WIDTH = 2
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ZOrderChange,
    QEvent.Type.EnabledChange,
}
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


class FocusRing(QWidget):
    """Draws the ring in one window. ``window`` is the top-level widget it belongs to."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._move_to)

    @property
    def target(self) -> QWidget | None:
        """The control with the ring, if any."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control and everything it lies in."""
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded frame a little larger than the control."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.focus, _WIDTH))
        half = _WIDTH / 2
        radius = _radius(self._target) + _DISTANCE - half
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)

    def _move_to(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        if new is None or new.window() is not self._window or not _wants_ring(new):
            self.hide()
            return
        control = _control(new)
        self._target = control
        control.destroyed.connect(self._gone)
        self._watch(control)
        self._place()

    def _watch(self, target: QWidget) -> None:
        host = _host(target)
        self.setParent(host)
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _forget(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        if self._target is not None:
            self._target.destroyed.disconnect(self._gone)
        self._target = None

    def _gone(self) -> None:
        self._target = None
        self._watched.clear()
        self.hide()

    def _place(self) -> None:
        target = self._target
        host = self.parentWidget()
        if target is None or host is None or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(host, QPoint(0, 0))
        box = QRect(corner, _box(target).size()).translated(_box(target).topLeft())
        self.setGeometry(box.adjusted(-_DISTANCE, -_DISTANCE, _DISTANCE, _DISTANCE))
        self.raise_()
        self.show()


def _wants_ring(widget: QWidget) -> bool:
    if widget.property("focusRing") is False or not widget.isVisible():
        return False
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, _FIELDS):
        return False
    # A button that was clicked needs no ring: the pointer is there.
    return isinstance(widget, _FIELDS) or not QApplication.mouseButtons()


def _control(widget: QWidget) -> QWidget:
    """The whole box, when the focus is in the line edit inside it."""
    outer = widget.parentWidget()
    return outer if isinstance(outer, QAbstractSpinBox | QComboBox) else widget


def _host(target: QWidget) -> QWidget:
    """Where the ring lies: the viewport that clips the control, or its window."""
    widget = target.parentWidget()
    while widget is not None and not widget.isWindow():
        area = widget.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
            return widget
        widget = area
    return target.window()


def _is_words_only(target: QWidget) -> bool:
    """A check box or radio button without a ground of its own (``ownBox``)."""
    return isinstance(target, QCheckBox | QRadioButton) and not target.property("ownBox")


def _box(target: QWidget) -> QRect:
    """The part of a control that the ring surrounds; a check box is often wider than its text."""
    if _is_words_only(target):
        size = target.sizeHint().boundedTo(target.size())
        return QRect(QPoint(0, (target.height() - size.height()) // 2), size)
    return target.rect()


def _radius(target: QWidget | None) -> float:
    if target is not None and _is_words_only(target):
        return 4.0
    if isinstance(target, QPushButton) and target.property("variant") == "pill":
        return target.height() / 2
    return 8.0

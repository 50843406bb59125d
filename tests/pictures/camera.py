"""Takes pictures of a running window and saves them small."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.real_window import run_events, settle
from ui.program import Program
from ui.room.window import RoomWindow

_LAST_TIMERS_MS = 260
"""Longer than any pause the window waits after typing or resizing."""


class Camera:
    """One file per picture: ``<name>_<variant>.png``. ``wanted`` chooses by a part of the name."""

    def __init__(self, folder: Path, variant: str, wanted: str = "") -> None:
        self._folder = folder
        self.variant = variant
        self._wanted = wanted
        self.taken: list[Path] = []

    def take(self, program: Program, name: str, *, wall: QWidget | None = None) -> None:
        """Everything on the screen: the window, with dialogs and menus where they stand.

        ``wall``: what stands on the projector instead.
        """
        if self._wanted not in name:
            return
        settle(program)
        run_events(_LAST_TIMERS_MS)
        settle(program)
        path = self._folder / f"{name}_{self.variant}.png"
        save(wall.grab().toImage() if wall else _screen(program.window), path)
        self.taken.append(path)


def save(image: QImage, path: Path) -> None:
    """As a PNG with the strongest compression."""
    if not image.save(str(path), quality=0):
        raise OSError(f"cannot write {path}")


def _screen(window: QWidget) -> QImage:
    picture = window.grab()
    beside = (window, *(w for w in QApplication.topLevelWidgets() if isinstance(w, RoomWindow)))
    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w not in beside]
    painter = QPainter(picture)
    if any(other.isModal() for other in others):
        painter.fillRect(window.rect(), QColor(0, 0, 0, 60))
    for other in sorted(others, key=_depth):
        _paint_over(painter, other, window)
    painter.end()
    return picture.toImage()


def _paint_over(painter: QPainter, other: QWidget, window: QWidget) -> None:
    shot: QPixmap = other.grab()
    place = other.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
    painter.drawPixmap(place, shot)
    # A window manager would draw a frame.
    painter.setPen(QColor(0, 0, 0, 120))
    painter.drawRect(QRectF(place.x() - 0.5, place.y() - 0.5, other.width(), other.height()))


def _depth(widget: QWidget) -> int:
    parent, depth = widget.parentWidget(), 0
    while parent is not None:
        parent, depth = parent.parentWidget(), depth + 1
    return depth

"""Frames: cards, bands, columns and rules, coloured by the style sheet."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

_LayoutT = TypeVar("_LayoutT", bound=QBoxLayout)


def surface(kind: str, parent: QWidget | None = None) -> QFrame:
    """A frame with the ground of ``kind`` ("card", "sunk", "bar", "tint", "open", …)."""
    frame = QFrame(parent)
    frame.setProperty("surface", kind)
    return frame


def card(padding: int = 14, spacing: int = 8, kind: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A card and the vertical layout inside it."""
    frame = surface(kind)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(padding, padding, padding, padding)
    layout.setSpacing(spacing)
    return frame, layout


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line across; decoration only."""
    frame = surface("rule", parent)
    frame.setFixedHeight(1)
    frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return frame


def column(spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A vertical layout without the style's own margins."""
    return _plain(QVBoxLayout(), spacing, margins)


def row(spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A horizontal layout without the style's own margins."""
    return _plain(QHBoxLayout(), spacing, margins)


def scrolling(content: QWidget, *, name: str = "", sideways: bool = False) -> QScrollArea:
    """``content`` in a scroll area that takes the width it gets and scrolls up and down.

    With a ``name`` the area is a tab stop, so that keys can scroll what is only read. Without one
    it is none: Qt scrolls to the control that gets the focus.
    """
    area = QScrollArea()
    dress_scrolling(area, name)
    if sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setWidget(content)
    return area


def dress_scrolling(area: QScrollArea, name: str = "") -> None:
    """Give a scroll area the look and the keys that ``scrolling`` describes."""
    area.setAccessibleName(name)
    if not name:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _plain(layout: _LayoutT, spacing: int, margins: tuple[int, int, int, int]) -> _LayoutT:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout

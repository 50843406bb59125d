"""Tabler outline icons: recoloured at load, rendered for the screen's density, cached.

The files in ``resources/icons`` draw with ``currentColor``; Qt knows no such thing, so the colour
is put into the text of the file. An icon that no code names is not shipped (a test looks).
"""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.domain.vocabulary import PlanItemKind, StatementKind
from app.paths import resource

KIND_ICONS: Mapping[StatementKind, str] = {
    StatementKind.REASON: "bolt",
    StatementKind.GOAL: "target",
    StatementKind.ACTIVITY: "run",
    StatementKind.EXPERIENCE: "history",
    StatementKind.COOPERATION: "link",
    StatementKind.POTENTIAL: "plant",
    StatementKind.OBSTACLE: "alert-triangle",
    StatementKind.CONDITION: "scale",
    StatementKind.ACTOR: "users",
    StatementKind.RECOMMENDATION: "speakerphone",
    StatementKind.QUESTION: "help-circle",
    StatementKind.AGREEMENT: "heart-handshake",
    StatementKind.REMARK: "message",
}

ITEM_ICONS: Mapping[PlanItemKind, str] = {
    PlanItemKind.OPENING: "door-enter",
    PlanItemKind.INTRODUCTIONS: "users",
    PlanItemKind.PRESENTATION: "bulb",
    PlanItemKind.QUESTION: "help-circle",
    PlanItemKind.BREAK: "coffee",
    PlanItemKind.READING_BACK: "repeat",
    PlanItemKind.CLOSING: "flag",
}


@lru_cache(maxsize=128)
def svg_text(name: str) -> str:
    """The source of an icon. Raises ``FileNotFoundError`` for a name that is not shipped."""
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def colored_svg(name: str, color: QColor) -> bytes:
    """The icon as an SVG file in one colour."""
    return svg_text(name).replace("currentColor", color.name()).encode()


@lru_cache(maxsize=512)
def _rendered(name: str, rgb: str, size: int, gap: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round((size + abs(gap)) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(colored_svg(name, QColor(rgb))))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(max(0, -gap), 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, color: QColor, size: int, ratio: float = 2.0, gap: int = 0) -> QPixmap:
    """A square icon of ``size`` logical pixels, with ``gap`` empty ones right (< 0: left) of it."""
    return _rendered(name, color.name(), size, gap, ratio)


def icon(
    name: str, color: QColor, size: int, *, disabled: QColor | None = None, gap: int = 0
) -> QIcon:
    """An icon for buttons and menus, sharp at single and double density.

    ``gap`` widens it on the right (negative: on the left): style sheets know no distance between
    icon and text.
    """
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, color, size, ratio, gap))
        if disabled is not None:
            pale = pixmap(name, disabled, size, ratio, gap)
            result.addPixmap(pale, QIcon.Mode.Disabled)
    return result


def icon_size(size: int, gap: int = 0) -> QSize:
    """The size to give a button for ``icon(…, size, gap=gap)``."""
    return QSize(size + abs(gap), size)


def paint_icon(painter: QPainter, name: str, color: QColor, x: float, y: float, size: int) -> None:
    """Paint an icon with its top left corner at ``x``, ``y`` at the painter's own density."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), pixmap(name, color, size, ratio))

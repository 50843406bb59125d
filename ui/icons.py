"""Tabler outline icons: recoloured at load, rendered for the screen's density, cached.

The files in ``resources/icons`` draw with ``currentColor``; Qt knows no such thing, so the colour
is put into the text of the file. An icon that no code names is not shipped (a test looks).
"""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.domain.vocabulary import Outcome, PlanItemKind, StatementKind
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

OUTCOME_ICONS: Mapping[Outcome, str] = {
    Outcome.CONFIRMED: "circle-check",
    Outcome.CHANGED: "pencil",
    Outcome.DISPUTED: "scale",
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
    icon and text. Raises ``FileNotFoundError`` for a name that is not shipped.
    """
    svg_text(name)
    return QIcon(_Engine(name, color, disabled or color, size, gap))


class _Engine(QIconEngine):
    """Renders an icon when it is first painted: most of those in menus never are."""

    def __init__(self, name: str, color: QColor, disabled: QColor, size: int, gap: int) -> None:
        super().__init__()
        self._made = (name, color, disabled, size, gap)

    def clone(self) -> QIconEngine:
        """Another one of the same."""
        return _Engine(*self._made)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """The icon's own size, if there is room for it."""
        _, _, _, own, gap = self._made
        return icon_size(own, gap).boundedTo(size)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon at single density, no larger than ``size``."""
        return self._rendered(size, mode, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """The icon at the density of a screen."""
        return self._rendered(size, mode, scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it into ``rect``."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._rendered(rect.size(), mode, ratio))

    def _rendered(self, room: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        name, color, disabled, size, gap = self._made
        whole = icon_size(size, gap)
        part = min(1.0, room.width() / whole.width(), room.height() / whole.height())
        pale = mode is QIcon.Mode.Disabled
        color = disabled if pale else color
        return pixmap(name, color, round(size * part), ratio, round(gap * part))


def icon_size(size: int, gap: int = 0) -> QSize:
    """The size to give a button for ``icon(…, size, gap=gap)``."""
    return QSize(size + abs(gap), size)


def paint_icon(painter: QPainter, name: str, color: QColor, x: float, y: float, size: int) -> None:
    """Paint an icon with its top left corner at ``x``, ``y`` at the painter's own density."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), pixmap(name, color, size, ratio))

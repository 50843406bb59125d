"""What the window shows in its first moment, painted without widgets, theme or database.

A window that answers at once feels quick; building the real one takes several times as long as
opening it. So the first paint is a picture: ground, bar, name and the sessions last seen, in the
places where the start page has them. Imports here are few on purpose (a test watches).
"""

import json
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter

from app.paths import resource

GROUNDS = {
    False: {
        "paper": "#F5F2EC",
        "surface": "#FFFFFF",
        "line": "#E2DCD1",
        "ink": "#1C2830",
        "ink3": "#616D75",
        "primary": "#0B5563",
    },
    True: {
        "paper": "#12191D",
        "surface": "#1B2429",
        "line": "#2C383F",
        "ink": "#E8EDEF",
        "ink3": "#93A1A8",
        "primary": "#6CC5D1",
    },
}
"""The few colours of the first moment, dark or not; the same as in ``ui.style.tokens``."""

SHOWN = 5
_BAR, _ROW, _LEFT, _TOP = 60, 60, 40, 90


class Opening:
    """The picture of the first moment. ``theme`` is "light", "dark" or "system"."""

    def __init__(self, database: Path, theme: str) -> None:
        self._lines = recent_lines(database)
        self._dark = _is_dark(theme)
        for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Fill the window."""
        colors = {name: QColor(value) for name, value in GROUNDS[self._dark].items()}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, colors["paper"])
        painter.fillRect(QRectF(0, 0, box.width(), _BAR), colors["surface"])
        painter.fillRect(QRectF(0, _BAR - 1, box.width(), 1), colors["line"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["primary"])
        painter.drawRoundedRect(QRectF(20, 14, 30, 30), 8, 8)
        painter.setPen(colors["ink"])
        painter.setFont(_font(16, QFont.Weight.DemiBold))
        painter.drawText(QPointF(62, 35), "Quartiersdialog")
        self._paint_lines(painter, colors, box.width())

    def _paint_lines(self, painter: QPainter, colors: dict[str, QColor], width: float) -> None:
        if not self._lines:
            return
        room = max(300.0, width * 0.61)
        card = QRectF(_LEFT, _TOP, room, _ROW * len(self._lines))
        painter.setPen(colors["line"])
        painter.setBrush(colors["surface"])
        painter.drawRoundedRect(card, 11, 11)
        for number, (title, date) in enumerate(self._lines):
            top = _TOP + number * _ROW
            painter.setPen(colors["ink"])
            painter.setFont(_font(14, QFont.Weight.DemiBold))
            painter.drawText(QPointF(_LEFT + 20, top + 26), title)
            painter.setPen(colors["ink3"])
            painter.setFont(_font(13, QFont.Weight.Normal))
            painter.drawText(QPointF(_LEFT + 20, top + 46), date)


def recent_file(database: Path) -> Path:
    """Where the sessions last seen are kept: beside the database."""
    return database.with_suffix(".recent.json")


def recent_lines(database: Path) -> list[tuple[str, str]]:
    """Title and date of the sessions last seen; nothing of a missing or broken file."""
    try:
        rows = json.loads(recent_file(database).read_bytes())
        return [(str(row["title"]), _day(str(row["date"]))) for row in rows[:SHOWN]]
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return []


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}.{month}.{year}"


def _is_dark(theme: str) -> bool:
    if theme == "system":
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme == "dark"


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(size)
    font.setWeight(weight)
    return font

"""What the window shows in its first moment, before theme, widgets and database are there.

A window that answers at once feels quick; building the real one takes several times as long as
opening it. So the first paint is a picture of labels: ground, bar, name and the sessions last
seen, in the places where the start page has them. Imports here are few on purpose (a test
watches), and so are the names taken from Qt: it makes its classes when they are first touched,
and ``Qt`` alone, with all its enumerations, takes a tenth of the time until here.
"""

import json
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from app.paths import recent_file, resource

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
_BAR, _ROW, _LEFT, _TOP, _WIDTH = 60, 60, 40, 90, 836
_HALF = 128

_SHEET = """
QWidget {{ background: {paper}; font-family: Inter; font-size: 14px; color: {ink}; }}
#bar {{ background: {surface}; border-bottom: 1px solid {line}; }}
#logo {{ background: {primary}; border-radius: 8px; }}
#name {{ background: transparent; font-size: 16px; font-weight: 600; }}
#row {{ background: {surface}; border-bottom: 1px solid {line}; }}
#title {{ background: transparent; font-weight: 600; }}
#date {{ background: transparent; font-size: 13px; color: {ink3}; }}
"""


def opening(database: Path, theme: str) -> QWidget:
    """The picture of the first moment. ``theme`` is "light", "dark" or "system"."""
    for name in ("Inter-Regular.otf", "Inter-SemiBold.otf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    root = QWidget()
    root.setStyleSheet(_SHEET.format_map(GROUNDS[_is_dark(theme)]))
    bar = _label(root, "bar", "", 0, 0, 10_000, _BAR)
    _label(bar, "logo", "", 20, 15, 30, 30)
    _label(bar, "name", "Quartiersdialog", 62, 15, 400, 30)
    for number, (title, date) in enumerate(recent_lines(database)):
        row = _label(root, "row", "", _LEFT, _TOP + number * _ROW, _WIDTH, _ROW)
        _label(row, "title", title, 20, 10, _WIDTH - 40, 20)
        _label(row, "date", date, 20, 31, _WIDTH - 40, 20)
    return root


def _label(
    parent: QWidget, name: str, text: str, x: int, y: int, width: int, height: int
) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setGeometry(x, y, width, height)
    return label


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
        return QGuiApplication.palette().window().color().lightness() < _HALF
    return theme == "dark"

"""How days and times are written where there is little room."""

import datetime as dt

from PySide6.QtCore import QDate, QLocale


def short_day(day: dt.date) -> str:
    """As in "Fr 27.11.2026": with the weekday, so that a wrong week is noticed."""
    weekday = QLocale().toString(QDate(day.year, day.month, day.day), "ddd").rstrip(".")
    return f"{weekday} {day:%d.%m.%Y}"


def span(start: str, end: str) -> str:
    """As in "10:44–10:48"; what did not last a minute has one time."""
    return start if start == end else f"{start}–{end}"

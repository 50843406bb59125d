"""Dates and times as people read them, in the language of the window.

Qt's own long formats differ between versions and systems; the forms here are those of the
glossary: 22.11.2026, Freitag, 20. November 2026, 16:15.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale

_GERMAN = "de"


@dataclass(frozen=True, slots=True)
class _Forms:
    day: str
    weekday: str
    field: str


_FORMS: Mapping[str, _Forms] = {
    "de": _Forms("d. MMMM yyyy", "dddd, d. MMMM yyyy", "dd.MM.yyyy"),
    "en": _Forms("d MMMM yyyy", "dddd, d MMMM yyyy", "dd/MM/yyyy"),
}


class Dates:
    """Writes dates and times in one language ("de" or "en")."""

    def __init__(self, language: str) -> None:
        self._forms = _FORMS[language]
        country = QLocale.Country.Germany if language == _GERMAN else QLocale.Country.UnitedKingdom
        tongue = QLocale.Language.German if language == _GERMAN else QLocale.Language.English
        self._locale = QLocale(tongue, country)

    def day(self, date: dt.date) -> str:
        """``6. November 2026``."""
        return self._write(date, self._forms.day)

    def weekday(self, date: dt.date) -> str:
        """``Freitag, 6. November 2026``."""
        return self._write(date, self._forms.weekday)

    def field(self, date: dt.date) -> str:
        """As it stands in a field: ``06.11.2026``."""
        return self._write(date, self._forms.field)

    def number(self, value: int) -> str:
        """A number with its thousands divided."""
        return self._locale.toString(value)

    def _write(self, date: dt.date, form: str) -> str:
        return self._locale.toString(QDate(date.year, date.month, date.day), form)


def clock(time: dt.time | dt.datetime) -> str:
    """``16:15``."""
    return time.strftime("%H:%M")

"""What people type into fields for dates and times, and how it stands there afterwards.

Lenient in, one form out: 20.11.26, 20/11, 2026-11-20 and "20. November" are dates; 16:15, 16.15,
1615, "16 Uhr" and 16 are times. Whatever is not understood stays in the field and is explained.
"""

import datetime as dt
import re

from app.domain.text import fold

_MONTHS = (
    ("jan", "januar", "january", "jänner"),
    ("feb", "februar", "february"),
    ("mär", "mrz", "märz", "mar", "march"),
    ("apr", "april"),
    ("mai", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dez", "dezember", "dec", "december"),
)
_MONTH_NUMBERS = {fold(name): at for at, names in enumerate(_MONTHS, start=1) for name in names}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{4}|\d{2})?")
_WORDS = re.compile(r"(\d{1,2})\.?\s*([^\W\d_]+)\.?\s*(\d{4}|\d{2})?")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?\s*(?:uhr|h)?", re.IGNORECASE)
_WEEKDAY = re.compile(r"^[^\W\d_]+\.?,?\s+(?=\d)")
_CENTURY = 100
_PAST = dt.timedelta(days=90)
"""A date without year lies at most this far back, otherwise next year is meant."""


def parse_date(text: str, today: dt.date) -> dt.date | None:
    """The date in ``text``, or None. Without a year the next such day after ``today`` is meant."""
    text = _WEEKDAY.sub("", text.strip())
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return _date(year, month, day)
    if match := _NUMBERS.fullmatch(text):
        return _with_year(int(match[1]), int(match[2]), match[3], today)
    if match := _WORDS.fullmatch(text):
        return _with_year(int(match[1]), _MONTH_NUMBERS.get(fold(match[2]), 0), match[3], today)
    return None


def is_no_day(text: str, today: dt.date) -> bool:
    """Whether it is written like a date of which there is no such day: 31.02.2026."""
    text = _WEEKDAY.sub("", text.strip())
    numbers = any(form.fullmatch(text) for form in (_ISO, _NUMBERS))
    words = _WORDS.fullmatch(text)
    named = words is not None and fold(words[2]) in _MONTH_NUMBERS
    return (numbers or named) and parse_date(text, today) is None


def parse_time(text: str) -> dt.time | None:
    """The time of day in ``text``, or None."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return dt.time(int(match[1]), int(match[2] or match[3] or 0))
    except ValueError:
        return None


def split_names(text: str) -> tuple[str, ...]:
    """Names divided by semicolons; a comma belongs to the name ("Mahnke, Diakonie")."""
    return tuple(name for part in text.split(";") if (name := " ".join(part.split())))


def join_names(names: tuple[str, ...]) -> str:
    """As they stand in the field."""
    return "; ".join(names)


def _with_year(day: int, month: int, year: str | None, today: dt.date) -> dt.date | None:
    if year is not None:
        number = int(year)
        return _date(number + (2000 if number < _CENTURY else 0), month, day)
    found = _date(today.year, month, day)
    if found is not None and found < today - _PAST:
        return _date(today.year + 1, month, day)
    return found or _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None

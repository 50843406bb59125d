"""Until when: dates as people say and write them, relative to the day of the session.

``parse_due`` reads a whole field ("4.12.", "bis Freitag"), ``find_due`` looks for such words in a
sentence: "bis …" counts anywhere, everything else only at its end, so that "das Treffen am 3. März
vorbereiten" keeps its words. A day that does not exist (31.2.) is found as well, without a date:
whoever asks can say so.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.text import fold

_MONTHS = {
    fold(name): at
    for at, names in enumerate(
        (
            ("Januar", "Jan", "Jänner"),
            ("Februar", "Feb"),
            ("März", "Mär", "Mrz"),
            ("April", "Apr"),
            ("Mai",),
            ("Juni", "Jun"),
            ("Juli", "Jul"),
            ("August", "Aug"),
            ("September", "Sept", "Sep"),
            ("Oktober", "Okt"),
            ("November", "Nov"),
            ("Dezember", "Dez"),
        ),
        start=1,
    )
    for name in names
}
_WEEKDAYS = (
    ("montag",),
    ("dienstag",),
    ("mittwoch",),
    ("donnerstag",),
    ("freitag",),
    ("samstag", "sonnabend"),
    ("sonntag",),
)
_WEEKDAY_NUMBERS = {name: at for at, names in enumerate(_WEEKDAYS) for name in names}
_COUNTS = {
    **dict.fromkeys(("ein", "eine", "einem", "einer"), 1),
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "funf": 5,
    "sechs": 6,
    "acht": 8,
    "zehn": 10,
}
_DAYS_AHEAD = {"heute": 0, "morgen": 1, "ubermorgen": 2}
_CENTURY, _MONTHS_OF_A_YEAR = 100, 12
_FARTHEST_END = 60
"""A date at the end of a sentence is no longer than this."""


class NotADateError(ValueError):
    """Something was typed that is no date. ``no_such_day``: only that day does not exist."""

    def __init__(self, typed: str, *, no_such_day: bool = False) -> None:
        super().__init__(typed)
        self.no_such_day = no_such_day


@dataclass(frozen=True, slots=True)
class Due:
    """A date in a text: characters ``start … end``. ``date`` None: there is no such day."""

    start: int
    end: int
    typed: str
    date: dt.date | None


def parse_due(typed: str, today: dt.date) -> dt.date | None:
    """The date that a field says, seen from ``today``. None: the field is empty.

    Raises:
        NotADateError: it says something else, or a day that does not exist.
    """
    text = " ".join(typed.split())
    if not text:
        return None
    lead = _LEAD.match(text) or _ON.match(text)
    found = _read_at(text, lead.end() if lead else 0, today, _RULES)
    if found is None or found.end != len(text):
        raise NotADateError(typed)
    if found.date is None:
        raise NotADateError(typed, no_such_day=True)
    return found.date


def find_due(text: str, today: dt.date) -> Due | None:
    """The last date in a sentence with the words that lead to it ("bis zum 15. März")."""
    for lead in reversed(list(_LEAD.finditer(text))):
        found = _read_at(text, lead.end(), today, _RULES)
        if found is not None:
            return Due(lead.start(), found.end, text[lead.start() : found.end], found.date)
    return _at_end(text, today)


def _at_end(text: str, today: dt.date) -> Due | None:
    """Without "bis": "am Montag", "in zwei Wochen", "Ende Juni", if nothing follows."""
    for word in _WORD.finditer(text, max(0, len(text) - _FARTHEST_END)):
        on = _ON.match(text, word.start())
        rules = _RULES if on else _CLEAR_RULES
        found = _read_at(text, on.end() if on else word.start(), today, rules)
        if found is not None and not text[found.end :].strip(" .!\n"):
            return Due(word.start(), found.end, text[word.start() : found.end], found.date)
    return None


@dataclass(frozen=True, slots=True)
class _Found:
    end: int
    date: dt.date | None


_Reader = Callable[[re.Match[str], dt.date], dt.date | None]
_Rule = tuple[re.Pattern[str], _Reader]


def _read_at(text: str, at: int, today: dt.date, rules: Iterable[_Rule]) -> _Found | None:
    """The longest date that begins here."""
    weekday = _DAY_BEFORE.match(text, at)
    at = weekday.end() if weekday else at
    matches = [
        (match.end(), match, read) for rule, read in rules if (match := rule.match(text, at))
    ]
    if not matches:
        return None
    end, match, read = max(matches, key=lambda found: found[0])
    try:
        return _Found(end, read(match, today))
    except (ValueError, OverflowError):
        return _Found(end, None)


def _numeric(match: re.Match[str], today: dt.date) -> dt.date:
    return _day(int(match[1]), int(match[2]), match[3], today)


def _named(match: re.Match[str], today: dt.date) -> dt.date:
    return _day(int(match[1]), _month(match[2]), match[3], today)


def _iso(match: re.Match[str], _today: dt.date) -> dt.date:
    return dt.date(int(match[1]), int(match[2]), int(match[3]))


def _weekday(match: re.Match[str], today: dt.date) -> dt.date:
    """The next such day; on a Friday "bis Freitag" is the one in a week."""
    days = (_WEEKDAY_NUMBERS[fold(match[2])] - today.weekday() - 1) % 7 + 1
    weeks = 1 if fold(match[1] or "").startswith("uber") else 0
    return today + dt.timedelta(days=days, weeks=weeks)


def _in_a_while(match: re.Match[str], today: dt.date) -> dt.date:
    count = int(match[1]) if match[1].isdigit() else _COUNTS[fold(match[1])]
    unit = fold(match[2])
    if unit in ("tag", "woche"):
        return today + dt.timedelta(days=count * (1 if unit == "tag" else 7))
    months = today.month - 1 + count * (1 if unit == "monat" else _MONTHS_OF_A_YEAR)
    year, month = today.year + months // _MONTHS_OF_A_YEAR, months % _MONTHS_OF_A_YEAR + 1
    return dt.date(year, month, min(today.day, _days_in(year, month)))


def _part_of_month(match: re.Match[str], today: dt.date) -> dt.date:
    """Anfang is the 5th, Mitte the 15th, Ende the last day; of this year unless it is over."""
    month, part = _month(match[2]), fold(match[1])
    found = _part_day(int(match[3] or today.year), month, part)
    return found if match[3] or found >= today else _part_day(today.year + 1, month, part)


def _part_day(year: int, month: int, part: str) -> dt.date:
    return dt.date(year, month, {"anfang": 5, "mitte": 15}.get(part, _days_in(year, month)))


def _end_of(match: re.Match[str], today: dt.date) -> dt.date:
    words = fold(match[0])
    if "jahr" in words:
        return dt.date(today.year, _MONTHS_OF_A_YEAR, 31)
    if "monat" in words:
        return today.replace(day=_days_in(today.year, today.month))
    weeks = 1 if "nachste" in words else 0
    return today + dt.timedelta(days=(4 - today.weekday()) % 7, weeks=weeks)


def _ahead(match: re.Match[str], today: dt.date) -> dt.date:
    return today + dt.timedelta(days=_DAYS_AHEAD[fold(match[0])])


def _day(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    """A day without a year is the next one, today included."""
    if year:
        number = int(year)
        return dt.date(number + (2000 if number < _CENTURY else 0), month, day)
    if (month, day) < (today.month, today.day):
        return dt.date(today.year + 1, month, day)
    return dt.date(today.year, month, day)


def _month(name: str) -> int:
    return _MONTHS[fold(name)]


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _one_of(words: Iterable[str]) -> str:
    """The longest first, so that "Juni" is not "Jun" and a rest."""
    return "|".join(sorted(words, key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    """Found only up to the end of a word or number."""
    return re.compile(rf"(?:{pattern})(?![\w-])(?!\.\d)", re.IGNORECASE)


_MONTH = (
    r"Januar|Jänner|Jan|Februar|Feb|März|Mär|Mrz|April|Apr|Mai|Juni|Jun|Juli|Jul|August|Aug"
    r"|September|Sept|Sep|Oktober|Okt|November|Nov|Dezember|Dez"
)
_WEEKDAY = _one_of(_WEEKDAY_NUMBERS)
_COUNT = r"\d{1,3}|einem|einer|eine|ein|zwei|drei|vier|fünf|sechs|acht|zehn"
_NEXT = r"(?:über)?nächste[nmr]?|kommende[nmr]?"
_LEAD = re.compile(
    r"(?<![\w-])(?:spätestens\s+)?bis(?:\s+spätestens)?(?:\s+(?:zum|am))?\s+"
    r"|(?<![\w-])spätestens(?:\s+(?:am|zum))?\s+",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:am|zum)\s+", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w.-])\w")
_DAY_BEFORE = re.compile(
    rf"(?:{_WEEKDAY}|mo|di|mi|do|fr|sa|so)\.?,?\s+(?:den\s+)?(?=\d)", re.IGNORECASE
)

_CLEAR_RULES: tuple[_Rule, ...] = (
    (_compiled(rf"(\d{{1,2}})\.?\s+({_MONTH})\.?(?:\s+(\d{{4}}))?"), _named),
    (_compiled(rf"({_NEXT})\s+({_WEEKDAY})"), _weekday),
    (_compiled(rf"in\s+({_COUNT})\s+(Tag|Woche|Monat|Jahr)(?:en|e|n)?"), _in_a_while),
    (_compiled(rf"(Anfang|Mitte|Ende)\s+({_MONTH})\.?(?:\s+(\d{{4}}))?"), _part_of_month),
)
"""Dates that need no word before them."""
_RULES: tuple[_Rule, ...] = (
    *_CLEAR_RULES,
    (_compiled(r"(\d{4})-(\d{2})-(\d{2})"), _iso),
    # "12.10 Uhr" is no date: without a second full stop only at the end.
    (_compiled(r"(\d{1,2})\.\s?(\d{1,2})(?:\.(?:\s?(\d{4}|\d{2}))?|(?=\s*$))"), _numeric),
    (_compiled(rf"()({_WEEKDAY})"), _weekday),
    (
        _compiled(
            r"(?:zum\s+)?Ende\s+(?:des\s+Monats|des\s+Jahres|der\s+Woche|nächster\s+Woche)"
            r"|Monatsende|Jahresende|Wochenende"
        ),
        _end_of,
    ),
    (_compiled(r"heute|morgen|übermorgen"), _ahead),
)

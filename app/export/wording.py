"""Dates, times, counts and quotation marks in the language of a document."""

import datetime as dt
from collections.abc import Iterable
from string import Formatter
from zoneinfo import ZoneInfo

from app.domain.text import quoted
from app.export.blocks import Run, plain
from app.texts import Texts

LANGUAGE_TAGS = {"de": "de-DE", "en": "en-GB"}


class Wording:
    """Puts values into words. ``with_dates``: times alone would not say when."""

    def __init__(self, texts: Texts, zone: ZoneInfo, *, with_dates: bool) -> None:
        self.texts = texts
        self._zone = zone
        self._with_dates = with_dates
        self._quotation = texts.get("documents.format.quoted")
        self._time = texts.get("documents.format.time")
        self._times: dict[tuple[object, ...], str] = {}

    @property
    def language_tag(self) -> str:
        """The language of the document, as in ``de-DE``."""
        return LANGUAGE_TAGS[self.texts.language]

    def say(self, key: str, **values: object) -> str:
        """A text of the documents."""
        return self.texts.get(f"documents.{key}", **values)

    def runs(self, key: str, **values: Run | str) -> tuple[Run, ...]:
        """A text of the documents whose values may be runs with a role of their own."""
        runs: list[Run] = []
        for literal, name, _, _ in Formatter().parse(self.texts.get(f"documents.{key}")):
            if literal:
                runs.append(plain(literal))
            if name is not None:
                value = values[name]
                runs.append(value if isinstance(value, Run) else plain(value))
        return tuple(runs)

    def count(self, key: str, n: int) -> str:
        """As in "1 Beitrag", "7 Beiträge"."""
        return self.say(f"count.{key}.{'one' if n == 1 else 'other'}", n=n)

    def date(self, day: dt.date) -> str:
        """As in "20. November 2026"."""
        month = self.say(f"format.months.{day.month}")
        return self.say("format.date", day=day.day, month=month, year=day.year)

    def weekday_date(self, day: dt.date) -> str:
        """As in "Freitag, 20. November 2026"."""
        weekday = self.say(f"format.weekdays.{day.isoweekday()}")
        return self.say("format.weekday_date", weekday=weekday, date=self.date(day))

    def time(self, time: dt.time | dt.datetime) -> str:
        """As in "17:00 Uhr"."""
        return self._time.format(hour=f"{time.hour:02}", minute=f"{time.minute:02}")

    def moment(self, moment: dt.datetime) -> str:
        """The time in the session's zone, with the date if the session spans several days."""
        if self._with_dates:
            local = moment.astimezone(self._zone)
            date = self.date(local.date())
            return self.say("format.date_and_time", date=date, time=self.time(local))
        # One day: the same minute of the same zone is the same time, which is asked for often.
        minute = (moment.day, moment.hour, moment.minute, moment.tzinfo)
        known = self._times.get(minute)
        if known is None:
            known = self._times[minute] = self.time(moment.astimezone(self._zone))
        return known

    def period(self, start: str, end: str = "") -> str:
        """As in "17:00 Uhr bis 18:00 Uhr" or, without an end, "ab 17:00 Uhr".

        What did not last a minute has one time.
        """
        if start == end:
            return start
        if not end:
            return self.say("format.open_period", start=start)
        return self.say("format.period", start=start, end=end)

    def quoted(self, text: str) -> str:
        """``text`` in quotation marks, unless it has been typed with some."""
        return quoted(text, self._quotation)


def listed(values: Iterable[str]) -> str:
    """Several values in one line; a semicolon where the values have commas themselves."""
    filled = [value.strip() for value in values if value.strip()]
    return ("; " if any("," in value for value in filled) else ", ").join(filled)

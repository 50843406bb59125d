"""Moments, dates and times as they stand in the file.

Written and read exactly as the columns' own types do, which take four times as long (a test
compares).
"""

import datetime as dt


def stored(moment: dt.datetime) -> str:
    """An aware moment as the column holds it."""
    return moment.astimezone(dt.UTC).isoformat(" ", "microseconds")[:26]


def aware(text: str) -> dt.datetime:
    """What a column holds, as aware UTC."""
    return dt.datetime.fromisoformat(f"{text}+00:00")


def date_of(text: str) -> dt.date:
    """What a column of dates holds."""
    return dt.date.fromisoformat(text)


def time_of(text: str) -> dt.time:
    """What a column of times holds."""
    return dt.time.fromisoformat(text)

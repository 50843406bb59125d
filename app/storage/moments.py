"""Moments as they stand in the file, quickly: the columns' own type takes four times as long.

Written and read exactly as ``sqlmodel``'s type does, which everything else uses (a test compares).
"""

import datetime as dt


def stored(moment: dt.datetime) -> str:
    """An aware moment as the column holds it."""
    return moment.astimezone(dt.UTC).isoformat(" ", "microseconds")[:26]


def aware(text: str) -> dt.datetime:
    """What a column holds, as aware UTC."""
    return dt.datetime.fromisoformat(f"{text}+00:00")

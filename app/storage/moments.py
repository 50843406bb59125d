"""Moments as they stand in the file, quickly: the columns' own type takes four times as long.

Written and read exactly as ``sqlmodel``'s type does, which everything else uses (a test compares).
"""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import Dialect
from sqlalchemy.types import TypeEngine


def stored(moment: dt.datetime) -> str:
    """An aware moment as the column holds it."""
    return moment.astimezone(dt.UTC).isoformat(" ", "microseconds")[:26]


def aware(text: str) -> dt.datetime:
    """What a column holds, as aware UTC."""
    return dt.datetime.fromisoformat(f"{text}+00:00")


class Moment(TypeEngine[dt.datetime]):
    """For reading many moments (``type_coerce``)."""

    cache_ok = True

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[str], dt.datetime]:
        """The one function per value."""
        return aware

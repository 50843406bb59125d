"""Which backups stay: all of the last two days, the last of each of twelve days, then of each week.

Backups may be of any age when somebody runs four sessions a year, so the twelve days are days that
have a backup at all, not days of the calendar.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ALL_FOR = dt.timedelta(days=2)
DAILY = 12


@dataclass(frozen=True, slots=True)
class BackupView:
    """One backup. Counts are None where neither record nor file tells them."""

    name: str
    path: Path
    created_at: dt.datetime
    """Aware UTC."""
    reason: str
    sessions: int | None
    statements: int | None
    ok: bool
    """Whether it passed its check when the list was made."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a file: its schema, live sessions and statements, and its last operation."""

    schema: str
    sessions: int
    statements: int
    operation: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Rows found and lost, by table. Lost ones are those known to have been there."""

    found: dict[str, int]
    lost: dict[str, int]


def kept(moments: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Those of ``moments`` (aware UTC) whose backups stay.

    One from the future, made before the clock was put right, counts as new.
    """
    newest_first = sorted(moments, reverse=True)
    recent = [moment for moment in newest_first if moment > now - ALL_FOR]
    older = newest_first[len(recent) :]
    days = _first_of_each(older, lambda moment: moment.date())
    daily = days[:DAILY]
    rest = [moment for moment in older if daily and moment.date() < daily[-1].date()]
    weekly = _first_of_each(rest, lambda moment: moment.isocalendar()[:2])
    return {*recent, *daily, *weekly}


def _first_of_each(
    moments: Iterable[dt.datetime], group: Callable[[dt.datetime], object]
) -> list[dt.datetime]:
    first: dict[object, dt.datetime] = {}
    for moment in moments:
        first.setdefault(group(moment), moment)
    return list(first.values())

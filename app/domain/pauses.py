"""Pauses of an item's clock: the room does something else, the item's time does not run."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock stood still (UTC); without ``end`` it still does."""

    start: dt.datetime
    end: dt.datetime | None = None


def pauses_of(rows: Iterable[Mapping[str, str | None]]) -> tuple[Pause, ...]:
    """Pauses as a column holds them: ``[{"start": "2026-…", "end": null}]``."""
    return tuple(Pause(_moment(row["start"] or ""), _end(row.get("end"))) for row in rows)


def as_rows(pauses: Iterable[Pause]) -> list[dict[str, str]]:
    """The pauses as a column holds them; an open one has no ``end``."""
    return [
        {"start": _text(pause.start), **({"end": _text(pause.end)} if pause.end else {})}
        for pause in pauses
    ]


def time_paused(pauses: Sequence[Pause], start: dt.datetime, until: dt.datetime) -> dt.timedelta:
    """How much of the time from ``start`` to ``until`` the clock stood still.

    Pauses that overlap, as two documents may bring them, count once.
    """
    total, counted = dt.timedelta(), start
    for pause in sorted(pauses, key=lambda pause: pause.start):
        begin, end = max(pause.start, counted), min(pause.end or until, until)
        if end > begin:
            total, counted = total + (end - begin), end
    return total


def _text(moment: dt.datetime) -> str:
    """As the checks of a document write it, so that the same pause is the same text."""
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _end(text: str | None) -> dt.datetime | None:
    return _moment(text) if text else None

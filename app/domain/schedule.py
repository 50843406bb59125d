"""When each item of a plan starts, whether the plan fits, and how a running session keeps to it.

Two questions are answered here, each by pure functions over ``PlanItemView``:

* ``lay_out``: the plan on paper. Each item starts where the one before ends; a pinned start holds
  and leaves a gap or an overlap in front of it.
* ``clock`` and ``progress``: the plan in the room, from the actual times, from what was decided
  while leading (minutes given or taken, a later end) and the present moment.

Times are aware, in the session's zone, and pass midnight and changes of daylight saving time.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.blocks import folded, leaders, members
from app.domain.plan import PlanItemView
from app.domain.sessions import DEFAULT_TIME_ZONE

SOON_SHARE = 0.2
"""The last fifth of an item's time is announced."""

_NONE = dt.timedelta()
_DAY = dt.timedelta(days=1)


class Phase(StrEnum):
    """What the clock of the running item says besides its digits."""

    NORMAL = "normal"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Slot:
    """The planned time of one item; both ends are None while no start is known.

    ``gap`` is what lies between the end of the item before and this start: minutes nobody planned
    if positive, minutes planned twice if negative. Only a pinned start can have one.
    """

    uid: str
    start: dt.datetime | None
    end: dt.datetime | None
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan with its times. ``end_of_slot`` is when the session has to be over, if that is set."""

    slots: tuple[Slot, ...]
    total_minutes: int
    zone: str
    start: dt.datetime | None
    end: dt.datetime | None
    end_of_slot: dt.datetime | None

    @property
    def slot_minutes(self) -> int | None:
        """How long the session may take."""
        return minutes_between(self.start, self.end_of_slot)

    @property
    def over_minutes(self) -> int | None:
        """Minutes the plan is too long; negative: minutes left; None: start or end is not set."""
        return minutes_between(self.end_of_slot, self.end)

    def slot(self, uid: str) -> Slot:
        """The slot of one item. Raises ``KeyError`` if it is not in the plan."""
        return _slot_of(self.slots, uid)


@dataclass(frozen=True, slots=True)
class Clock:
    """The running item's time. ``remaining`` is negative when over, None if none was planned."""

    elapsed: dt.timedelta
    remaining: dt.timedelta | None
    phase: Phase
    paused: bool = False
    """It stands still; the room does something else."""


@dataclass(frozen=True, slots=True)
class Coming:
    """An item still to come, as far as one can tell now."""

    item: PlanItemView
    start: dt.datetime
    end: dt.datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How a session that has begun keeps to its plan.

    ``delay`` is positive when behind and negative when ahead; it is None without planned times.
    ``expected_end`` is when the last item ends if everything still to come takes its minutes;
    ``coming`` holds those items with the times they would have, ``free`` is when the first of
    them can start.
    """

    running_uid: str | None
    delay: dt.timedelta | None
    expected_end: dt.datetime
    free: dt.datetime
    coming: tuple[Coming, ...] = ()

    @property
    def minutes_behind(self) -> int | None:
        """Whole minutes behind the plan; negative: ahead."""
        return None if self.delay is None else int(self.delay / dt.timedelta(minutes=1))


def lay_out(
    items: Sequence[PlanItemView],
    *,
    date: dt.date,
    start: dt.time | None,
    end: dt.time | None = None,
    zone: str = DEFAULT_TIME_ZONE,
) -> Schedule:
    """The planned times of all items, in order.

    Without ``start`` items have no times until the first pinned one. An ``end`` not after the
    start is on the next day. ``zone`` must be a valid IANA name. The items of a block have the
    times of the block; only the pin of its first item counts.
    """
    place = ZoneInfo(zone)
    begin = None if start is None else _at(date, start, place)
    slots: list[Slot] = []
    led = leaders(items)
    now = begin
    for item in items:
        lead = led[item.uid]
        if lead is not item:
            slots.append(replace(_slot_of(slots, lead.uid), uid=item.uid, gap=0))
            continue
        first, gap = _start(item, now, date, place)
        minutes = sum(each.minutes for each in members(items, item.uid))
        now = None if first is None else first + dt.timedelta(minutes=minutes)
        slots.append(Slot(item.uid, _local(first, place), _local(now, place), gap))
    begin = begin or _first_start(slots)
    return Schedule(
        slots=tuple(slots),
        total_minutes=sum(item.minutes for item in items),
        zone=zone,
        start=_local(begin, place),
        end=_local(max((_utc(s.end) for s in slots if s.end), default=begin), place),
        end_of_slot=_local(_end_of_slot(date, begin, end, place), place),
    )


def clock(item: PlanItemView, now: dt.datetime) -> Clock:
    """The time of an item at ``now``; it stands still in a pause and once the item has ended."""
    planned = dt.timedelta(minutes=item.time_given)
    elapsed = item.time_held(now)
    if not planned:
        return Clock(elapsed, None, Phase.NORMAL, item.is_paused)
    return Clock(elapsed, planned - elapsed, _phase(planned - elapsed, planned), item.is_paused)


def progress(
    items: Sequence[PlanItemView],
    schedule: Schedule,
    now: dt.datetime,
    *,
    later: dt.timedelta = _NONE,
) -> Progress | None:
    """How the session keeps to ``schedule``, or None before its first item was started.

    The items behind the furthest one started are still to come; those before it that were never
    started count as left out. When the room goes back, what it had begun further on goes on for
    the rest of its minutes. ``later`` is by how much a later end was agreed. What was taken from
    items to come is no delay any more: the room is as far behind as its end will be.
    """
    items = folded(items)
    touched = [at for at, item in enumerate(items) if item.started_at is not None]
    if not touched:
        return None
    running = next((items[at] for at in touched if items[at].is_running), None)
    to_come = items[touched[-1] + 1 :]
    free = _free_at([items[at] for at in touched], running, now)
    waits = running is None and bool(to_come)
    delay = _difference(free, schedule.slot(items[touched[-1]].uid).end)
    if waits and delay is not None:
        delay = max(delay, now - _utc(schedule.slot(to_come[0].uid).start or now))
    if delay is not None:
        delay -= _taken(to_come) + later
    free = max(free, now) if waits else free
    coming = forecast(free, to_come, schedule)
    end = max((each.end for each in coming), default=free)
    return Progress(
        running_uid=running.uid if running else None,
        delay=delay,
        expected_end=end.astimezone(ZoneInfo(schedule.zone)),
        free=free,
        coming=coming,
    )


def forecast(
    free: dt.datetime, to_come: Sequence[PlanItemView], schedule: Schedule
) -> tuple[Coming, ...]:
    """When these items take place if the first can start at ``free`` and each takes its minutes.

    A pinned item never starts too early. What is left out does not take place.
    """
    found = []
    for item in to_come:
        if item.is_left_out:
            continue
        pinned = pinned_moment(item, schedule)
        start = max(free, pinned) if pinned else free
        free = start + dt.timedelta(minutes=item.time_given)
        found.append(Coming(item, start, free))
    return tuple(found)


def pinned_moment(item: PlanItemView, schedule: Schedule) -> dt.datetime | None:
    """When a pinned item starts, as UTC; None if it is not pinned."""
    start = schedule.slot(item.uid).start if item.pinned_start else None
    return _utc(start) if start else None


def minutes_between(start: dt.datetime | None, end: dt.datetime | None) -> int | None:
    """Elapsed whole minutes from ``start`` to ``end``; None if one is missing."""
    if start is None or end is None:
        return None
    return int((_utc(end) - _utc(start)) / dt.timedelta(minutes=1))


def clock_text(remaining: dt.timedelta) -> str:
    """``remaining`` as the clock shows it: "07:42", over time as "+01:20"."""
    seconds = int(remaining.total_seconds())
    sign = "+" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes:02}:{rest:02}"


def _slot_of(slots: Sequence[Slot], uid: str) -> Slot:
    for slot in slots:
        if slot.uid == uid:
            return slot
    raise KeyError(uid)


def _at(date: dt.date, time: dt.time, place: ZoneInfo) -> dt.datetime:
    """A time on the wall as UTC: only there do sums and comparisons hold."""
    return _utc(dt.datetime.combine(date, time, place))


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC)


def _local(moment: dt.datetime | None, place: ZoneInfo) -> dt.datetime | None:
    return None if moment is None else moment.astimezone(place)


def _start(
    item: PlanItemView, now: dt.datetime | None, date: dt.date, place: ZoneInfo
) -> tuple[dt.datetime | None, int]:
    """When an item starts if the one before ends at ``now``, and the gap this leaves."""
    if item.pinned_start is None:
        return now, 0
    if now is None:
        return _at(date, item.pinned_start, place), 0
    pinned = _nearest(item.pinned_start, now, place)
    return pinned, minutes_between(now, pinned) or 0


def _nearest(time: dt.time, now: dt.datetime, place: ZoneInfo) -> dt.datetime:
    """The pinned time on the day that brings it closest: after 22:50, 00:30 is tomorrow."""
    today = now.astimezone(place).date()
    candidates = [_at(today + days * _DAY, time, place) for days in (1, 0, -1)]
    return min(candidates, key=lambda candidate: abs(candidate - now))


def _first_start(slots: Sequence[Slot]) -> dt.datetime | None:
    return next((_utc(slot.start) for slot in slots if slot.start), None)


def _end_of_slot(
    date: dt.date, begin: dt.datetime | None, end: dt.time | None, place: ZoneInfo
) -> dt.datetime | None:
    if end is None:
        return None
    moment = _at(date, end, place)
    return _at(date + _DAY, end, place) if begin and moment <= begin else moment


def _phase(remaining: dt.timedelta, planned: dt.timedelta) -> Phase:
    if remaining < _NONE:
        return Phase.OVER
    return Phase.SOON if remaining <= planned * SOON_SHARE else Phase.NORMAL


def _free_at(
    started: Sequence[PlanItemView], running: PlanItemView | None, now: dt.datetime
) -> dt.datetime:
    """When what was never started can begin: after the running one and what it came back from."""
    if running is None:
        return max(item.ended_at for item in started if item.ended_at)
    behind = started[started.index(running) :]
    return now + sum((_rest(item, now) for item in behind), _NONE)


def _rest(item: PlanItemView, now: dt.datetime) -> dt.timedelta:
    return max(clock(item, now).remaining or _NONE, _NONE)


def _taken(to_come: Sequence[PlanItemView]) -> dt.timedelta:
    """What was taken from the minutes of these items while leading; less than nothing: given."""
    return dt.timedelta(minutes=sum(item.minutes - item.time_given for item in to_come))


def _difference(moment: dt.datetime, planned: dt.datetime | None) -> dt.timedelta | None:
    return None if planned is None else moment - _utc(planned)

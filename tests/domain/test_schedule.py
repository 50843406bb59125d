"""Start times on paper and ahead or behind in the room."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import PlanItemView
from app.domain.schedule import (
    Phase,
    Schedule,
    clock,
    clock_text,
    lay_out,
    minutes_between,
    progress,
)
from tests.domain.builders import plan_item
from tests.domain.plan_promises import check_schedule

DAY = dt.date(2026, 11, 22)
SUMMER_TIME_ENDS = dt.date(2026, 10, 24)
ZONES = ["Europe/Berlin", "America/St_Johns", "Pacific/Auckland", "UTC"]
BUILT_IN = [10, 15, 20, 15, 10, 10, 15, 15, 10, 15, 10, 20, 10, 5]

times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
plans = st.lists(
    st.tuples(st.integers(0, 600), st.one_of(st.none(), times)), min_size=1, max_size=12
)


def items_of(plan: list[tuple[int, dt.time | None]]) -> list[PlanItemView]:
    return [plan_item(str(at), minutes, pinned=pin) for at, (minutes, pin) in enumerate(plan)]


def starts(schedule: Schedule) -> list[str]:
    return [f"{slot.start:%H:%M}" if slot.start else "–" for slot in schedule.slots]


def utc(hour: int, minute: int, second: int = 0) -> dt.datetime:
    """A moment of the evening; in November Berlin is one hour ahead."""
    return dt.datetime.combine(DAY, dt.time(hour - 1, minute, second), dt.UTC)


def test_built_in_plan() -> None:
    items = items_of([(minutes, None) for minutes in BUILT_IN])
    schedule = lay_out(items, date=DAY, start=dt.time(17), end=dt.time(20))
    assert starts(schedule)[:4] == ["17:00", "17:10", "17:25", "17:45"]
    assert f"{schedule.end:%H:%M %z}" == "20:00 +0100"
    assert (schedule.total_minutes, schedule.slot_minutes, schedule.over_minutes) == (180, 180, 0)


def test_a_plan_that_is_too_long_says_by_how_much() -> None:
    schedule = lay_out(items_of([(192, None)]), date=DAY, start=dt.time(17), end=dt.time(20))
    assert schedule.over_minutes == 12
    shorter = lay_out(items_of([(170, None)]), date=DAY, start=dt.time(17), end=dt.time(20))
    assert shorter.over_minutes == -10


def test_pinned_starts_hold_with_gap_and_overlap() -> None:
    items = items_of([(30, None), (30, dt.time(17, 45)), (30, None), (10, dt.time(18))])
    schedule = lay_out(items, date=DAY, start=dt.time(17))
    assert starts(schedule) == ["17:00", "17:45", "18:15", "18:00"]
    assert [slot.gap for slot in schedule.slots] == [0, 15, 0, -45]
    assert f"{schedule.end:%H:%M}" == "18:45"
    assert schedule.over_minutes is None


def test_across_midnight() -> None:
    items = items_of([(80, None), (30, dt.time(0, 30)), (10, None)])
    schedule = lay_out(items, date=DAY, start=dt.time(22, 30), end=dt.time(1))
    assert starts(schedule) == ["22:30", "00:30", "01:00"]
    assert schedule.slots[1].start is not None
    assert schedule.slots[1].start.date() == DAY + dt.timedelta(days=1)
    assert (schedule.slots[1].gap, schedule.slot_minutes, schedule.over_minutes) == (40, 150, 10)


def test_the_night_summer_time_ends_has_an_hour_more() -> None:
    items = items_of([(300, None), (10, None)])
    schedule = lay_out(items, date=SUMMER_TIME_ENDS, start=dt.time(23), end=dt.time(4))
    assert starts(schedule) == ["23:00", "03:00"]
    assert schedule.slot_minutes == 360


def test_without_start_only_pinned_items_have_times() -> None:
    schedule = lay_out(items_of([(10, None), (10, dt.time(18)), (5, None)]), date=DAY, start=None)
    assert starts(schedule) == ["–", "18:00", "18:10"]
    assert f"{schedule.start:%H:%M}" == "18:00"
    untimed = lay_out(items_of([(10, None)]), date=DAY, start=None, end=dt.time(20))
    assert (untimed.start, untimed.end, untimed.slot_minutes) == (None, None, None)


def test_a_plan_without_items() -> None:
    schedule = lay_out([], date=DAY, start=dt.time(17), end=dt.time(18))
    assert (schedule.start, schedule.end) == (utc(17, 0), utc(17, 0))
    assert (schedule.total_minutes, schedule.over_minutes) == (0, -60)
    with pytest.raises(KeyError):
        schedule.slot("x")


@given(plans, times, st.sampled_from(ZONES), st.dates(dt.date(2000, 1, 3), dt.date(2099, 1, 1)))
def test_whatever_the_plan(
    plan: list[tuple[int, dt.time | None]], start: dt.time, zone: str, date: dt.date
) -> None:
    items = items_of(plan)
    slots = lay_out(items, date=date, start=start, zone=zone).slots
    for item, slot in zip(items, slots, strict=True):
        assert minutes_between(slot.start, slot.end) == item.minutes
    for (before, slot), item in zip(pairwise(slots), items[1:], strict=True):
        assert slot.gap == minutes_between(before.end, slot.start)
        if item.pinned_start is None:
            assert slot.gap == 0
        else:
            assert -24 * 60 < slot.gap < 24 * 60


@pytest.mark.parametrize(
    ("slot", "fields"),
    [
        (1, {"gap": 5}),
        (2, {"start": utc(17, 15), "end": utc(17, 25)}),
        (3, {"start": utc(17, 41), "end": utc(17, 51)}),
        (3, {"end": utc(18, 0)}),
    ],
)
def test_the_promises_would_notice(slot: int, fields: dict[str, Any]) -> None:
    """A gap that nobody planned, an overlap that is not said, a pin that does not hold."""
    pins = {3: dt.time(17, 40)}
    items = items_of([(10, pins.get(at)) for at in range(4)])
    schedule = lay_out(items, date=DAY, start=dt.time(17), end=dt.time(18))
    check_schedule(schedule, items)
    slots = list(schedule.slots)
    slots[slot] = replace(slots[slot], **fields)
    with pytest.raises(AssertionError):
        check_schedule(replace(schedule, slots=tuple(slots)), items)


@given(plans, times)
def test_pinned_items_hold(plan: list[tuple[int, dt.time | None]], start: dt.time) -> None:
    date = dt.date(2026, 1, 10)
    items = items_of(plan)
    for item, slot in zip(items, lay_out(items, date=date, start=start).slots, strict=True):
        assert slot.start is not None
        if item.pinned_start is not None:
            assert slot.start.time() == item.pinned_start


@given(st.lists(st.integers(0, 600), min_size=1, max_size=12), times)
def test_without_pins_starts_are_monotonic_and_the_end_is_the_sum(
    minutes: list[int], start: dt.time
) -> None:
    schedule = lay_out(items_of([(m, None) for m in minutes]), date=DAY, start=start)
    moments = [slot.start.astimezone(dt.UTC) for slot in schedule.slots if slot.start]
    assert moments == sorted(moments)
    assert minutes_between(schedule.start, schedule.end) == sum(minutes)


@pytest.mark.parametrize(
    ("at", "phase", "text"),
    [
        (utc(17, 0), Phase.NORMAL, "10:00"),
        (utc(17, 7, 59), Phase.NORMAL, "02:01"),
        (utc(17, 8), Phase.SOON, "02:00"),
        (utc(17, 10), Phase.SOON, "00:00"),
        (utc(17, 10, 1), Phase.OVER, "+00:01"),
        (utc(17, 11, 20), Phase.OVER, "+01:20"),
        (utc(16, 59), Phase.NORMAL, "10:00"),
    ],
)
def test_clock_thresholds(at: dt.datetime, phase: Phase, text: str) -> None:
    reading = clock(plan_item("a", 10, started=utc(17, 0)), at)
    assert reading.remaining is not None
    assert (reading.phase, clock_text(reading.remaining)) == (phase, text)


def test_clock_of_other_items() -> None:
    assert clock(plan_item("a", 10), utc(17, 0)).remaining == dt.timedelta(minutes=10)
    ended = clock(plan_item("a", 10, started=utc(17, 0), ended=utc(17, 4)), utc(19, 0))
    assert ended.elapsed == dt.timedelta(minutes=4)
    untimed = clock(plan_item("a", 0, started=utc(17, 0)), utc(17, 30))
    assert (untimed.remaining, untimed.phase) == (None, Phase.NORMAL)
    assert clock_text(dt.timedelta(minutes=90)) == "90:00"


def evening(*times_of_items: tuple[dt.datetime, dt.datetime | None]) -> list[PlanItemView]:
    """Four items of ten minutes from 17:00, some of them held."""
    held = [
        plan_item(str(at), started=started, ended=ended)
        for at, (started, ended) in enumerate(times_of_items)
    ]
    return held + [plan_item(str(at)) for at in range(len(held), 4)]


@pytest.mark.parametrize(
    ("items", "now", "behind", "end"),
    [
        (evening((utc(17, 0), None)), utc(17, 3), 0, "17:40"),
        (evening((utc(17, 4), None)), utc(17, 5), 4, "17:44"),
        (evening((utc(16, 58), None)), utc(17, 5), -2, "17:38"),
        (evening((utc(17, 0), None)), utc(17, 12, 30), 2, "17:42"),
        (evening((utc(17, 0), utc(17, 6)), (utc(17, 6), None)), utc(17, 7), -4, "17:36"),
        # Between two items: ahead until the next one should have begun.
        (evening((utc(17, 0), utc(17, 6))), utc(17, 7), -3, "17:37"),
        (evening((utc(17, 0), utc(17, 6))), utc(17, 15), 5, "17:45"),
        # All done.
        (evening(*[(utc(17, 5), utc(17, 43))] * 4), utc(19, 0), 3, "17:43"),
        # The first item runs again while the second is done: it is held when the third should be.
        (evening((utc(17, 0), None), (utc(17, 8), utc(17, 18))), utc(17, 22), 2, "17:42"),
    ],
)
def test_progress(items: list[PlanItemView], now: dt.datetime, behind: int, end: str) -> None:
    schedule = lay_out(items, date=DAY, start=dt.time(17))
    state = progress(items, schedule, now)
    assert state is not None
    assert (state.minutes_behind, f"{state.expected_end:%H:%M}") == (behind, end)


def test_left_out_items_bring_the_end_forward() -> None:
    items = evening()
    items[2] = plan_item("2", started=utc(17, 0))
    schedule = lay_out(items, date=DAY, start=dt.time(17))
    state = progress(items, schedule, utc(17, 1))
    assert state is not None
    assert (state.running_uid, state.minutes_behind) == ("2", -20)
    assert f"{state.expected_end:%H:%M}" == "17:20"


def test_a_pinned_item_absorbs_a_delay_and_does_not_start_early() -> None:
    items = [
        plan_item("a", started=utc(17, 5)),
        plan_item("b", pinned=dt.time(17, 30)),
        plan_item("c"),
    ]
    schedule = lay_out(items, date=DAY, start=dt.time(17))
    state = progress(items, schedule, utc(17, 6))
    assert state is not None
    assert (state.minutes_behind, f"{state.expected_end:%H:%M}") == (5, "17:50")
    late = progress(items, schedule, utc(17, 40))
    assert late is not None
    assert f"{late.expected_end:%H:%M}" == "18:00"


def test_progress_without_beginning_or_planned_times() -> None:
    items = evening()
    schedule = lay_out(items, date=DAY, start=dt.time(17))
    assert progress(items, schedule, utc(17, 30)) is None
    running = evening((utc(17, 0), None))
    state = progress(running, lay_out(running, date=DAY, start=None), utc(17, 5))
    assert state is not None
    assert (state.delay, state.minutes_behind) == (None, None)
    assert f"{state.expected_end:%H:%M}" == "17:40"


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=8),
    st.integers(0, 7),
    st.integers(-30, 90),
    st.integers(0, 7200),
)
def test_on_a_plan_without_pins_the_end_moves_by_the_delay(
    minutes: list[int], at: int, late: int, after: int
) -> None:
    """Whatever was held before: the end expected is the planned end plus the delay."""
    running = at % len(minutes)
    items = items_of([(m, None) for m in minutes])
    schedule = lay_out(items, date=DAY, start=dt.time(17))
    planned = schedule.slots[running].start
    assert planned is not None
    started = planned.astimezone(dt.UTC) + dt.timedelta(minutes=late)
    items[running] = plan_item(str(running), minutes[running], started=started)
    state = progress(items, schedule, started + dt.timedelta(seconds=after))
    assert state is not None
    assert state.delay is not None
    assert schedule.end is not None
    assert state.expected_end == schedule.end + state.delay
    assert state.delay >= dt.timedelta(minutes=late)

"""What the times of a plan promise, whatever it looks like; for properties on any layer."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from app.domain.blocks import leaders
from app.domain.catching_up import Way, WayKind, least, minutes_over
from app.domain.plan import PlanItemView
from app.domain.schedule import Progress, Schedule, minutes_between, pinned_moment

_ROUNDED = dt.timedelta(minutes=6)
"""A later end is a round one, and minutes are whole."""


def check_schedule(schedule: Schedule, items: Sequence[PlanItemView]) -> None:
    """Starts are monotonic but for overlaps that are said, pins hold, the overrun is named."""
    led = leaders(items)
    leading = [item for item in items if led[item.uid] is item]
    slots = [schedule.slot(item.uid) for item in leading]
    for item, slot in zip(leading, slots, strict=True):
        if item.pinned_start is not None and slot.start is not None:
            assert slot.start.time() == item.pinned_start
    for (before, slot), item in zip(pairwise(slots), leading[1:], strict=True):
        assert slot.gap == (minutes_between(before.end, slot.start) or 0)
        assert slot.gap == 0 or item.pinned_start is not None
    ends = [slot.end.astimezone(dt.UTC) for slot in slots if slot.end]
    if ends and schedule.end is not None:
        assert schedule.end == max(ends)
    if schedule.end is not None and schedule.end_of_slot is not None:
        assert schedule.over_minutes == minutes_between(schedule.end_of_slot, schedule.end)


def check_progress(state: Progress, schedule: Schedule) -> None:
    """What is still to come comes one after the other, and nothing before its pin."""
    assert all(one.end <= other.start for one, other in pairwise(state.coming))
    for each in state.coming:
        pinned = pinned_moment(each.item, schedule)
        assert each.start >= max(filter(None, (pinned, state.free)))
        assert each.end <= state.expected_end


def check_way(way: Way, state: Progress, schedule: Schedule, deadline: dt.datetime) -> None:
    """A way out keeps minimums, protected items and pins, and names what it does not reach."""
    before = {each.item.uid: each for each in state.coming}
    for one, minutes in way.shortened:
        assert not one.protected
        gone = minutes == 0 and one.optional
        assert gone or least(one) <= minutes < one.time_given
    starts = [each.start for each in way.coming]
    assert starts == sorted(starts)
    assert all(one.end <= other.start for one, other in pairwise(way.coming))
    for each in way.coming:
        pinned = pinned_moment(each.item, schedule)
        assert pinned is None or each.start >= pinned
        if pinned == before[each.item.uid].start:
            assert each.start == pinned, "a pinned start that held still holds"
    assert way.end <= state.expected_end + _ROUNDED
    if way.kind is WayKind.LATER:
        assert way.end >= state.expected_end
    else:
        assert way.over == minutes_over(way.end, deadline)

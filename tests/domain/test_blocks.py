"""Questions that run as one block, and pauses of the clock."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.blocks import folded, leader, members, shared_out
from app.domain.pauses import Pause, as_rows, pauses_of, time_paused
from app.domain.plan import PlanItemView
from app.domain.schedule import Phase, clock, lay_out, progress
from tests.domain.builders import plan_item

DAY = dt.date(2026, 11, 22)
BEGIN = dt.datetime(2026, 11, 22, 16, tzinfo=dt.UTC)


def minute(number: float) -> dt.datetime:
    return BEGIN + dt.timedelta(minutes=number)


def block_plan() -> list[PlanItemView]:
    """Questions 4, 5 and 7 as one block, with 6 behind them."""
    return [
        replace(plan_item("4", 15), block="a"),
        replace(plan_item("5", 10), block="a"),
        plan_item("6", 15),
        replace(plan_item("7", 10), block="a"),
        plan_item("8", 20),
    ]


def test_a_block_runs_in_the_place_of_its_first_item_with_all_minutes() -> None:
    items = block_plan()
    assert [(item.uid, item.minutes) for item in folded(items)] == [("4", 35), ("6", 15), ("8", 20)]
    assert [item.uid for item in members(items, "7")] == ["4", "5", "7"]
    assert leader(items, "7").uid == "4"
    assert leader(items, "6").uid == "6"


def test_the_times_on_paper_are_those_of_the_block() -> None:
    schedule = lay_out(block_plan(), date=DAY, start=dt.time(17))
    starts = [f"{slot.start:%H:%M}" for slot in schedule.slots if slot.start]
    assert starts == ["17:00", "17:00", "17:35", "17:00", "17:50"]
    assert (schedule.total_minutes, f"{schedule.end:%H:%M}") == (70, "18:10")


def test_progress_counts_a_block_once() -> None:
    items = [replace(item, started_at=minute(5)) if item.block else item for item in block_plan()]
    state = progress(items, lay_out(items, date=DAY, start=dt.time(17)), minute(20))
    assert state is not None
    assert (state.running_uid, state.minutes_behind) == ("4", 5)
    assert [each.item.uid for each in state.coming] == ["6", "8"]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=5), st.integers(0, 200))
def test_shares_of_a_block_are_all_of_its_minutes(minutes: list[int], whole: int) -> None:
    shares = shared_out([plan_item(str(at), each) for at, each in enumerate(minutes)], whole)
    assert sum(shares.values()) == whole
    assert all(share >= 0 for share in shares.values())


def test_the_clock_stands_still_in_a_pause() -> None:
    item = replace(
        plan_item("a", 10, started=minute(0)),
        pauses=(Pause(minute(2), minute(5)), Pause(minute(6))),
    )
    assert item.is_paused
    for at in (7, 90):
        reading = clock(item, minute(at))
        assert (reading.elapsed, reading.phase) == (dt.timedelta(minutes=3), Phase.NORMAL)
    over = replace(item, pauses=item.pauses[:1])
    assert not over.is_paused
    assert clock(over, minute(14)).phase is Phase.OVER


def test_a_minute_given_counts_from_then_on() -> None:
    item = replace(plan_item("a", 10, started=minute(0)), minutes_now=12)
    assert clock(item, minute(11)).remaining == dt.timedelta(minutes=1)
    assert replace(item, in_writing=True).time_given == 0


moments = st.integers(0, 300).map(minute)


@given(st.lists(st.tuples(moments, st.one_of(st.none(), moments)), max_size=6), moments, moments)
def test_never_more_is_paused_than_has_passed(
    spans: list[tuple[dt.datetime, dt.datetime | None]], start: dt.datetime, until: dt.datetime
) -> None:
    """Also where two documents bring pauses that overlap or end before they begin."""
    paused = time_paused([Pause(*span) for span in spans], start, until)
    assert dt.timedelta() <= paused <= max(until - start, dt.timedelta())


@given(st.lists(st.builds(Pause, moments, st.one_of(st.none(), moments)), max_size=4))
def test_pauses_survive_their_column(pauses: list[Pause]) -> None:
    assert pauses_of(as_rows(pauses)) == tuple(pauses)

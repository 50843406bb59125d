"""Running over: whatever the plan, the ways keep their promises."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.catching_up import Way, WayKind, least, ways
from app.domain.plan import PlanItemView
from app.domain.schedule import Progress, Schedule, forecast, lay_out, progress
from app.domain.vocabulary import PlanItemKind
from tests.domain.builders import plan_item
from tests.domain.plan_promises import check_progress, check_way

DAY = dt.date(2026, 11, 22)
START = dt.time(17)
BEGIN = dt.datetime(2026, 11, 22, 16, tzinfo=dt.UTC)
Q, BREAK, TALK = PlanItemKind.QUESTION, PlanItemKind.BREAK, PlanItemKind.PRESENTATION


def minute(number: float) -> dt.datetime:
    """So many minutes after the beginning at 17:00 in Berlin."""
    return BEGIN + dt.timedelta(minutes=number)


def item(uid: str, minutes: int, kind: PlanItemKind = Q, **fields: object) -> PlanItemView:
    return replace(plan_item(uid, minutes), kind=kind, **fields)  # type: ignore[arg-type]


def situation(
    items: list[PlanItemView], now: dt.datetime, end: dt.time | None = None
) -> tuple[Progress, Schedule]:
    schedule = lay_out(items, date=DAY, start=START, end=end)
    state = progress(items, schedule, now)
    assert state is not None
    return state, schedule


def evening() -> list[PlanItemView]:
    """Question 4 began fifteen minutes late."""
    return [
        item("4", 15, started_at=minute(15)),
        item("pause", 15, BREAK, min_minutes=10),
        item("5", 10),
        item("6", 15),
        item("back", 10, PlanItemKind.READING_BACK, optional=True),
        item("8", 20, protected=True, min_minutes=15),
    ]


def found(items: list[PlanItemView], now: dt.datetime) -> dict[WayKind, Way]:
    state, schedule = situation(items, now)
    assert schedule.end is not None
    return {way.kind: way for way in ways(state, schedule, schedule.end)}


def test_the_ways_of_an_evening() -> None:
    by_kind = found(evening(), minute(20))
    assert by_kind[WayKind.EVENLY].minutes == {"pause": 10, "5": 7, "6": 10, "back": 8}
    assert by_kind[WayKind.NEXT_FIRST].minutes == {"pause": 10, "5": 5, "6": 10}
    assert by_kind[WayKind.LEAVE_OUT].minutes == {"back": 0, "pause": 10}
    for kind in (WayKind.EVENLY, WayKind.NEXT_FIRST, WayKind.LEAVE_OUT):
        assert (by_kind[kind].end, by_kind[kind].over) == (minute(85), 0)
        assert [kept.uid for kept in by_kind[kind].kept] == ["8"]
    assert by_kind[WayKind.IN_WRITING].in_writing == "6"
    assert by_kind[WayKind.IN_WRITING].minutes == {}
    assert by_kind[WayKind.LATER].end == minute(100)


def test_a_break_that_is_enough_is_one_way_only() -> None:
    items = evening()
    items[0] = item("4", 15, started_at=minute(3))
    by_kind = found(items, minute(4))
    assert by_kind[WayKind.EVENLY].minutes == {"pause": 12}
    assert WayKind.NEXT_FIRST not in by_kind


def test_nothing_is_proposed_while_the_end_holds() -> None:
    items = evening()
    items[0] = item("4", 15, started_at=minute(0))
    assert found(items, minute(4)) == {}


def test_what_is_not_enough_is_named() -> None:
    items = [item("4", 15, started_at=minute(30)), item("8", 20, protected=True)]
    (later,) = found(items, minute(31)).values()
    assert (later.kind, later.end) == (WayKind.LATER, minute(65))
    items.insert(1, item("5", 10))
    assert found(items, minute(31))[WayKind.EVENLY].over == 25


def test_the_items_before_a_pinned_one_are_shortened_for_it() -> None:
    items = [
        item("4", 15, started_at=minute(10)),
        item("5", 15),
        item("guest", 10, pinned_start=dt.time(17, 30)),
        item("6", 15),
    ]
    state, schedule = situation(items, minute(11))
    assert state.expected_end == minute(65)
    (first, *_) = ways(state, schedule, minute(90))
    assert first.minutes == {"5": 5}, "although the session would end early enough"
    assert [(each.item.uid, each.start) for each in first.coming] == [
        ("5", minute(25)),
        ("guest", minute(30)),
        ("6", minute(40)),
    ]


items_to_come: st.SearchStrategy[list[dict[str, object]]] = st.lists(
    st.builds(
        dict,
        minutes=st.integers(0, 60),
        kind=st.sampled_from(list(PlanItemKind)),
        protected=st.booleans(),
        optional=st.booleans(),
        min_minutes=st.integers(0, 70),
        pinned_start=st.one_of(
            st.none(), st.builds(dt.time, st.integers(17, 21), st.integers(0, 59))
        ),
    ),
    min_size=1,
    max_size=9,
)


@given(items_to_come, st.integers(0, 90), st.integers(0, 5400), st.integers(-60, 60))
def test_whatever_runs_over(
    fields: list[dict[str, object]], begun: int, seconds: int, slack: int
) -> None:
    """Starts are monotonic, pins and minimums hold, the end is met or the overrun is named."""
    items = [item("run", 15, started_at=minute(begun))]
    items += [item(str(at), **each) for at, each in enumerate(fields)]  # type: ignore[arg-type]
    state, schedule = situation(items, minute(begun) + dt.timedelta(seconds=seconds))
    assert schedule.end is not None
    check_progress(state, schedule)
    deadline = schedule.end + dt.timedelta(minutes=slack)
    answers = ways(state, schedule, deadline)
    if state.expected_end > deadline:
        assert bool(answers) == bool(state.coming)
    for way in answers:
        assert way.kind is not WayKind.LATER or state.expected_end > deadline
        check_way(way, state, schedule, deadline)
    assert len([way for way in answers if way.kind in list(WayKind)[:3]]) <= 3


@given(items_to_come, st.integers(0, 90))
def test_what_could_still_give_is_not_left_over(
    fields: list[dict[str, object]], begun: int
) -> None:
    """Without pins a way runs over only when nothing that may give has anything left."""
    items = [item("run", 15, started_at=minute(begun))]
    items += [
        item(str(at), **{**each, "pinned_start": None})  # type: ignore[arg-type]
        for at, each in enumerate(fields)
    ]
    state, schedule = situation(items, minute(begun))
    assert schedule.end is not None
    for way in ways(state, schedule, schedule.end):
        if way.kind is WayKind.LATER or not way.over:
            continue
        assert all(each.item.time_given == least(each.item) for each in way.coming)


def test_the_check_would_notice_a_shortened_protected_item() -> None:
    """The negative control of the property above."""
    state, schedule = situation(evening(), minute(20))
    one = ways(state, schedule, minute(85))[0]
    wrong = replace(one, minutes={"8": 10})
    try:
        check_way(wrong, state, schedule, minute(85))
    except AssertionError:
        return
    raise AssertionError("not noticed")


def test_a_forecast_leaves_out_what_is_left_out() -> None:
    items = [item("5", 10, minutes_now=0), item("6", 10, in_writing=True), item("7", 10)]
    schedule = lay_out(items, date=DAY, start=START)
    assert [each.item.uid for each in forecast(minute(0), items, schedule)] == ["7"]

"""What runs, what is written to, what comes next: rules without a window."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind, SessionState
from tests.domain.builders import plan_item
from ui.live.standing import Move, Return, Standing

START = dt.datetime(2026, 11, 22, 16, 0, tzinfo=dt.UTC)


def plan(*states: str) -> tuple[PlanItemView, ...]:
    """Items in these states: "coming", "running" or "done"; the first is no question."""
    items = []
    for number, state in enumerate(states):
        started = START + dt.timedelta(minutes=10 * number) if state != "coming" else None
        ended = START + dt.timedelta(minutes=10 * number + 9) if state == "done" else None
        item = plan_item(f"i{number}", started=started, ended=ended)
        kind = PlanItemKind.QUESTION if number else PlanItemKind.OPENING
        items.append(replace(item, kind=kind, number=number or None))
    return tuple(items)


def standing(*states: str, state: SessionState = SessionState.RUNNING) -> Standing:
    return Standing(plan(*states), state)


def uid(item: PlanItemView | None) -> str | None:
    return item.uid if item else None


def test_a_line_in_progress_stays_with_its_item() -> None:
    before = standing("done", "running", "coming")
    after = before.with_plan(plan("done", "done", "running"), SessionState.RUNNING, typing=True)
    assert uid(after.written_to) == "i1"
    assert uid(after.apart) == "i1"
    assert uid(after.shown) == "i2"
    assert uid(after.recorded().written_to) == "i2"


def test_an_empty_line_follows_even_if_it_was_sent_elsewhere() -> None:
    before = standing("done", "running", "coming").sending("i0")
    assert uid(before.apart) == "i0"
    after = before.with_plan(plan("done", "done", "running"), SessionState.RUNNING, typing=False)
    assert after.apart is None
    assert uid(after.written_to) == "i2"


def test_sending_to_what_runs_means_following() -> None:
    now = standing("done", "running", "coming").sending("i2").sending("i1")
    assert now.sent_to is None


def test_a_line_whose_item_is_gone_goes_to_what_runs() -> None:
    before = standing("done", "running", "coming").sending("i2")
    after = before.with_plan(plan("done", "running"), SessionState.RUNNING, typing=True)
    assert uid(after.written_to) == "i1"


def test_without_anything_running_the_target_stays_after_recording() -> None:
    now = standing("done", "done", "done", state=SessionState.REVIEW).sending("i1")
    assert uid(now.recorded().written_to) == "i1"
    assert uid(now.shown) == "i1"


@pytest.mark.parametrize(
    ("states", "state", "shown"),
    [
        (("coming", "coming", "coming"), SessionState.PLANNED, "i0"),
        (("coming", "coming", "coming"), SessionState.REVIEW, "i1"),
        (("done", "done", "coming"), SessionState.REVIEW, "i1"),
        (("done", "running", "coming"), SessionState.RUNNING, "i1"),
    ],
)
def test_what_is_shown_first(states: tuple[str, ...], state: SessionState, shown: str) -> None:
    assert uid(standing(*states, state=state).shown) == shown


@pytest.mark.parametrize(
    ("states", "state", "move", "way_back"),
    [
        (("coming", "coming"), SessionState.PLANNED, Move.BEGIN, Return.NONE),
        (("running", "coming"), SessionState.RUNNING, Move.GO_ON, Return.NONE),
        (("done", "running"), SessionState.RUNNING, Move.FINISH, Return.BACK),
        (("done", "coming"), SessionState.RUNNING, Move.GO_ON, Return.RESUME),
        (("done", "done"), SessionState.RUNNING, Move.FINISH, Return.RESUME),
        (("done", "done"), SessionState.REVIEW, Move.REVIEW, Return.RESUME),
        (("coming", "coming"), SessionState.REVIEW, Move.REVIEW, Return.BEGIN),
        (("done", "running"), SessionState.REVIEW, Move.FINISH, Return.BACK),
        (("done", "done"), SessionState.CLOSED, Move.MINUTES, Return.NONE),
    ],
)
def test_what_the_buttons_do(
    states: tuple[str, ...], state: SessionState, move: Move, way_back: Return
) -> None:
    now = standing(*states, state=state)
    assert now.move is move
    assert now.way_back is way_back


def test_a_plan_without_items_has_nothing_to_show() -> None:
    empty = Standing()
    assert (empty.shown, empty.written_to, empty.next, empty.previous) == (None,) * 4
    assert empty.move is Move.BEGIN
    assert empty.following is None


def test_after_going_back_the_next_item_is_the_one_behind() -> None:
    now = standing("done", "running", "done", "coming")
    assert (uid(now.previous), uid(now.next), uid(now.following)) == ("i0", "i2", "i2")


STATES = st.lists(st.sampled_from(("coming", "running", "done")), min_size=1, max_size=6).filter(
    lambda states: states.count("running") <= 1
)


@given(STATES, STATES, st.booleans(), st.integers(0, 5), st.sampled_from(list(SessionState)))
def test_the_two_items_rule(
    before: list[str], after: list[str], typing: bool, sent: int, state: SessionState
) -> None:
    """Whatever happens to the plan: a line in progress keeps its item while that exists."""
    start = standing(*before, state=state).sending(f"i{sent}" if sent < len(before) else None)
    now = start.with_plan(plan(*after), state, typing=typing)
    home = uid(start.written_to)
    if typing and now.find(home) is not None:
        assert uid(now.written_to) == home
    elif uid(now.running) != uid(start.running):
        assert now.apart is None
    assert now.shown is not None
    assert now.apart is None or now.apart.uid != uid(now.running)


def test_in_a_closed_session_what_was_never_ended_came_last() -> None:
    now = standing("done", "running", "coming", state=SessionState.CLOSED)
    assert now.running is None
    assert uid(now.shown) == "i1"
    assert now.following is None
    assert uid(standing("done", "running", "coming").running) == "i1"

"""What is decided while leading is kept: pauses, minutes given, blocks, a later end."""

import datetime as dt
from pathlib import Path

from app.bootstrap import Services, workspace
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionDraft
from app.domain.incoming.tables import parse_tables
from app.domain.pauses import Pause
from app.domain.tables import Table
from tests.support.room import Room

BEGIN = dt.datetime(2026, 11, 22, 16, tzinfo=dt.UTC)


def minute(number: float) -> dt.datetime:
    return BEGIN + dt.timedelta(minutes=number)


def join(room: Room) -> None:
    """Questions 4, 5 and 7 run as one."""
    for number in (5, 7):
        room.services.plan.join(room.question(number).uid, room.question(4).uid)


def test_a_pause_is_kept_and_ends_with_the_item(services: Services, room: Room) -> None:
    plan, first = services.plan, room.question(1).uid
    plan.start(first, at=minute(0))
    plan.pause(first, at=minute(4))
    plan.pause(first, at=minute(5))
    assert room.question(1).is_paused
    plan.resume(first, at=minute(6))
    plan.resume(first, at=minute(7))
    assert room.question(1).pauses == (Pause(minute(4), minute(6)),)
    plan.pause(first, at=minute(8))
    plan.start(room.question(2).uid, at=minute(10))
    ended = room.question(1)
    assert ended.pauses == (Pause(minute(4), minute(6)), Pause(minute(8), minute(10)))
    assert ended.time_held(minute(99)) == dt.timedelta(minutes=6)


def test_going_back_lets_the_clock_go_on_where_it_stood(services: Services, room: Room) -> None:
    services.plan.start(room.question(1).uid, at=minute(0))
    services.plan.start(room.question(2).uid, at=minute(9))
    services.plan.start(room.question(1).uid, at=minute(12))
    back = room.question(1)
    assert (back.started_at, back.ended_at) == (minute(0), None)
    assert back.time_held(minute(13)) == dt.timedelta(minutes=10)


def test_a_block_starts_pauses_and_ends_together(services: Services, room: Room) -> None:
    join(room)
    services.plan.start(room.question(5).uid, at=minute(0))
    services.plan.pause(room.question(4).uid, at=minute(1))
    running = {item.number for item in room.items if item.is_running}
    assert running == {4, 5, 7} == {item.number for item in room.items if item.is_paused}
    services.plan.start(room.question(6).uid, at=minute(30))
    assert [item.number for item in room.items if item.is_running] == [6]
    assert room.question(7).ended_at == minute(30)


def test_an_item_leaves_its_block(services: Services, room: Room) -> None:
    join(room)
    services.plan.join(room.question(7).uid, None)
    services.plan.start(room.question(4).uid)
    assert {item.number for item in room.items if item.is_running} == {4, 5}


def test_minutes_given_are_not_those_planned(services: Services, room: Room) -> None:
    item = room.question(4)
    services.plan.give(item.uid, 1)
    services.plan.give(item.uid, 1)
    assert (room.question(4).minutes, room.question(4).time_given) == (15, 17)
    services.plan.give(item.uid, -90)
    assert room.question(4).time_given == 0
    services.history.undo(room.uid)
    assert room.question(4).time_given == 17


def test_catching_up_is_one_step_and_is_taken_back_as_one(services: Services, room: Room) -> None:
    services.plan.catch_up(
        room.uid,
        {room.question(5).uid: 7, room.question(6).uid: 10},
        in_writing=room.question(7).uid,
        agreed_end=dt.time(20, 10),
    )
    assert [room.question(n).time_given for n in (5, 6, 7)] == [7, 10, 0]
    assert services.views.session(room.uid).agreed_end == dt.time(20, 10)
    services.history.undo(room.uid)
    assert [room.question(n).time_given for n in (5, 6, 7)] == [10, 15, 10]
    assert services.views.session(room.uid).agreed_end is None


def test_the_minutes_of_a_block_are_shared(services: Services, room: Room) -> None:
    join(room)
    services.plan.catch_up(room.uid, {room.question(4).uid: 28})
    assert [room.question(n).time_given for n in (4, 5, 7)] == [12, 8, 8]


def test_it_travels_with_the_session(services: Services, room: Room, tmp_path: Path) -> None:
    join(room)
    services.plan.start(room.question(4).uid, at=minute(0))
    services.plan.pause(room.question(4).uid, at=minute(1.5))
    services.plan.resume(room.question(4).uid, at=minute(2))
    services.plan.catch_up(room.uid, {room.question(6).uid: 9}, agreed_end=dt.time(20, 10))
    tables = PlanItemChanges(tables=parse_tables("Tisch 1, 20\nTisch 2"), method="fishbowl")
    services.plan.update(room.question(3).uid, tables)
    assert room.question(3).tables == (Table("Tisch 1", 20), Table("Tisch 2"))
    out = tmp_path / "a.session.json"
    services.documents.write(room.uid, out)
    with workspace(tmp_path / "other.db") as other:
        other.documents.read(out)
        assert other.views.plan_items(room.uid) == room.items
        assert other.views.session(room.uid).agreed_end == dt.time(20, 10)
    again = services.documents.read(out)
    assert (again.new_rows, again.changes_something) == (0, False)


def test_a_session_from_an_earlier_one_takes_the_plan_and_no_decision_of_the_evening(
    services: Services, room: Room
) -> None:
    join(room)
    first = room.question(1).uid
    services.plan.update(first, PlanItemChanges(optional=True, method="blitzlicht"))
    services.plan.start(first, at=minute(0))
    services.plan.pause(first, at=minute(1))
    services.plan.catch_up(
        room.uid,
        {room.question(6).uid: 9},
        in_writing=room.question(8).uid,
        agreed_end=dt.time(20, 10),
    )
    draft = SessionDraft(date=dt.date(2026, 12, 1), earlier_uid=room.uid)
    uid = services.sessions.create(draft)
    items = {item.number: item for item in services.views.plan_items(uid) if item.number}
    assert (items[1].optional, items[1].method, items[1].pauses) == (True, "blitzlicht", ())
    assert (items[6].minutes_now, items[8].in_writing) == (None, False)
    assert items[4].block == items[5].block == items[7].block != ""
    assert services.views.session(uid).agreed_end is None

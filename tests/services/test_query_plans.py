"""No query of daily work walks through a table that grows with the archive."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from app.bootstrap import Services
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind
from tests.support.room import Room

GROWING = ("statement", "statement_theme", "operation", "journal_entry", "plan_item", "participant")

Work = Callable[[Services, Room], object]

WORK: dict[str, Work] = {
    "the list of sessions": lambda services, _: services.sessions.summaries(),
    "the list of series": lambda services, _: services.series.all(),
    "head": lambda services, room: services.sessions.get(room.uid),
    "plan": lambda services, room: services.plan.items(room.uid),
    "people": lambda services, room: services.people.participants(room.uid),
    "statements": lambda services, room: services.capture.statements(room.uid),
    "statements of a question": lambda services, room: services.capture.statements(
        room.uid, room.question(1).uid
    ),
    "next steps": lambda services, room: services.capture.next_steps(room.uid),
    "recording": lambda _, room: room.say("Text", question=4, person=1),
    "taking back": lambda services, room: services.capture.take_back_last(room.uid),
    "undo": lambda services, room: services.history.undo(room.uid),
    "what can be redone": lambda services, room: services.history.redoable(room.uid),
    "minutes": lambda services, room: services.minutes.proposed(
        room.uid, MinutesOptions(MinutesKind.SUMMARY, created=dt.date(2026, 11, 22))
    ),
}


@contextmanager
def queries(services: Services) -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database inside, with its values."""
    found: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, sql: str, values: object, *_: object) -> None:
        if sql.split(maxsplit=1)[0] in {"SELECT", "UPDATE"}:
            found.append((sql, values))

    engine = services._database._engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _walks(services: Services, sql: str, values: object) -> list[str]:
    """Steps of the plan that walk through a growing table."""
    raw = services._database.raw()
    try:
        plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    finally:
        raw.close()
    return [step for step in plan if step.startswith("SCAN") and step.split()[1] in GROWING]


@pytest.mark.parametrize("work", WORK.values(), ids=WORK.keys())
def test_daily_work_walks_through_nothing(services: Services, room: Room, work: Work) -> None:
    room.say("Eins")
    room.say("Zwei", person=0)
    with queries(services) as found:
        work(services, room)
    assert found
    walks = {sql: steps for sql, values in found if (steps := _walks(services, sql, values))}
    assert walks == {}


def test_counting_all_sessions_reads_no_statement(services: Services, room: Room) -> None:
    """The index alone: a hundred thousand statements would take a quarter of a second."""
    with queries(services) as found:
        services.sessions.summaries()
    ((sql, values),) = found
    raw = services._database.raw()
    plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    raw.close()
    reading = [step for step in plan if " statement USING" in step]
    assert len(reading) == 2
    assert all("COVERING" in step or "ix_statement_result" in step for step in reading), plan


def test_a_walk_would_be_noticed(services: Services, room: Room) -> None:
    room.say("Eins")
    assert _walks(services, "SELECT * FROM statement WHERE text = ?", ("Eins",))

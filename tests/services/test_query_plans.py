"""No query of daily work walks through a table that grows with the archive."""

import datetime as dt
import re
from collections.abc import Callable

import pytest

from app.bootstrap import Services
from app.domain.incoming.in_the_room import TopicDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind
from tests.support.room import Room
from tests.support.sql import query_plan, statements_of_sql

GROWING = (
    *("statement", "statement_theme", "operation", "journal_entry", "plan_item", "participant"),
    *("speaking_request", "speakers_list", "off_record_passage", "hand_count", "parked_topic"),
    "feedback",
    *("export", "minutes_version", "logo", "pseudonym"),
)

KEYWORDS = ("from", "join", "update", "select")

Work = Callable[[Services, Room], object]

WORK: dict[str, Work] = {
    "the list of sessions": lambda services, _: services.views.sessions(),
    "the list of series": lambda services, _: services.views.all_series(),
    "head": lambda services, room: services.views.session(room.uid),
    "plan": lambda services, room: services.views.plan_items(room.uid),
    "people": lambda services, room: services.views.participants(room.uid),
    "statements": lambda services, room: services.views.statements(room.uid),
    "statements of a question": lambda services, room: services.views.statements(
        room.uid, room.question(1).uid
    ),
    "next steps": lambda services, room: services.views.next_steps(room.uid),
    "whether the speakers list is used": lambda services, room: services.views.has_speakers(
        room.uid
    ),
    "what was given out": lambda services, room: services.views.exports(room.uid),
    "where somebody was named": lambda services, room: services.views.exports_naming(
        room.people[0]
    ),
    "withdrawing": lambda services, room: services.withdrawal.withdraw(room.people[0]),
    "the logos": lambda services, room: services.views.logos(
        services.views.session(room.uid).series_uid
    ),
    "the speakers list": lambda services, room: services.views.speakers(room.uid),
    "passages off the record": lambda services, room: services.views.off_record(room.uid),
    "going off the record": lambda services, room: services.off_record.begin(
        room.question(1).uid, at=dt.datetime.now(dt.UTC)
    ),
    "feedback": lambda services, room: services.views.feedback(room.uid),
    "open feedback": lambda services, room: services.views.open_feedback(room.uid),
    "what is not released": lambda services, room: services.views.unreleased(room.uid),
    "releasing": lambda services, room: services.release.release_all(room.uid),
    "asking for the floor": lambda services, room: services.speakers.request(
        room.uid, room.people[0]
    ),
    "the next speaker": lambda services, room: services.speakers.give_floor(room.uid),
    "hands": lambda services, room: services.views.hand_counts(room.uid),
    "the parking lot": lambda services, room: services.views.parked_topics(room.uid),
    "the last statement": lambda services, room: services.views.last_statement(room.uid),
    "putting off": lambda services, room: services.in_the_room.park(
        room.uid, TopicDraft(text="Haftung")
    ),
    "recording": lambda _, room: room.say("Text", question=4, person=1),
    "taking back": lambda services, room: services.capture.take_back_last(room.uid),
    "undo": lambda services, room: services.history.undo(room.uid),
    "what can be redone": lambda services, room: services.history.redoable(room.uid),
    "minutes": lambda services, room: services.minutes.proposed(
        room.uid, MinutesOptions(MinutesKind.SUMMARY, created=dt.date(2026, 11, 22))
    ),
}


def _walks(services: Services, sql: str) -> list[str]:
    """Steps of the plan that walk through a growing table."""
    steps = query_plan(services, sql)
    # A table is named as in the query, where it often has another name.
    return [step for step in steps if step.startswith("SCAN") and _table(step, sql) in GROWING]


def _table(step: str, sql: str) -> str:
    name = step.split()[1]
    found = re.search(rf"\b(\w+) (?:AS )?{name}\b", sql)
    return found[1] if found and found[1].lower() not in KEYWORDS else name


@pytest.mark.parametrize("work", WORK.values(), ids=WORK.keys())
def test_daily_work_walks_through_nothing(services: Services, room: Room, work: Work) -> None:
    room.say("Eins")
    room.say("Zwei", person=0)
    with statements_of_sql(services) as found:
        work(services, room)
    asked = [sql for sql in found if sql.startswith(("SELECT", "UPDATE"))]
    assert asked
    walks = {sql: steps for sql in asked if (steps := _walks(services, sql))}
    assert walks == {}


def test_counting_all_sessions_reads_no_statement(services: Services, room: Room) -> None:
    """The index alone: a hundred thousand statements would take a quarter of a second."""
    with statements_of_sql(services) as found:
        services.views.sessions()
    (sql,) = found
    plan = query_plan(services, sql)
    reading = [step for step in plan if step.startswith("SEARCH s ")]
    assert len(reading) == 2
    assert all("COVERING" in step or "ix_statement_result" in step for step in reading), plan


def test_a_walk_would_be_noticed(services: Services, room: Room) -> None:
    room.say("Eins")
    assert _walks(services, "SELECT * FROM statement WHERE text = 'Eins'")
    assert _walks(services, "SELECT * FROM statement s WHERE s.text = 'Eins'")

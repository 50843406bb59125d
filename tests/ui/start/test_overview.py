"""What comes first on the start page, and what is open in a preparation."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from app.domain.people import ParticipantView
from app.domain.schedule import lay_out
from app.domain.sessions import SessionSummary, SessionView
from app.domain.vocabulary import NamingLevel, PlanItemKind, SessionState
from tests.domain.builders import plan_item
from ui.start.overview import Field, Finding, Occasion, Point, findings, next_up

NOW = dt.datetime(2026, 11, 20, 9, 14, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()


def summary(name: str, days: int = 0) -> SessionSummary:
    return SessionSummary(
        uid=name,
        title=name,
        date=TODAY + dt.timedelta(days=days),
        start_time=dt.time(16, 15),
        end_time=dt.time(19, 15),
        place="",
        state=SessionState.PLANNED,
        series_uid="series",
        series_title="Reihe",
        is_example=False,
        number=1,
        question_count=8,
        participant_count=0,
        statement_count=0,
        questions_without_result=8,
    )


def first(*sessions: SessionSummary, now: dt.datetime = NOW) -> tuple[str, Occasion] | None:
    up = next_up(sessions, now)
    return None if up is None else (up.session.uid, up.occasion)


def test_nothing_near_means_no_card() -> None:
    assert first() is None
    assert first(summary("gestern", -1), summary("in 15 Tagen", 15)) is None
    assert first(replace(summary("fertig", 0), state=SessionState.REVIEW)) is None


def test_the_session_of_today_comes_before_the_next_one() -> None:
    assert first(summary("morgen", 1), summary("heute")) == ("heute", Occasion.TODAY)


def test_within_two_weeks_the_nearest_gets_the_card() -> None:
    assert first(summary("b", 14), summary("a", 3)) == ("a", Occasion.SOON)


def test_a_running_session_goes_first_wherever_it_was_left() -> None:
    running = replace(summary("läuft", -2), state=SessionState.RUNNING)
    assert first(summary("heute"), running) == ("läuft", Occasion.RUNNING)


def test_of_two_today_the_next_one_is_large() -> None:
    morning = replace(summary("früh"), start_time=dt.time(9), end_time=dt.time(12))
    evening = replace(summary("spät"), start_time=dt.time(18), end_time=dt.time(21))
    assert first(evening, morning) == ("früh", Occasion.TODAY)
    noon = NOW.replace(hour=12, minute=30)
    assert first(evening, morning, now=noon) == ("spät", Occasion.TODAY)


def test_a_session_over_midnight_is_not_over_in_the_evening() -> None:
    late = replace(summary("nachts"), start_time=dt.time(22), end_time=dt.time(1))
    later = replace(summary("später"), start_time=dt.time(23), end_time=dt.time(23, 59))
    assert first(later, late) == ("nachts", Occasion.TODAY)


def test_an_example_gives_way_to_a_real_session() -> None:
    example = replace(summary("Beispiel", 0), is_example=True)
    assert first(example, summary("echt", 5)) == ("echt", Occasion.SOON)
    assert first(example) == ("Beispiel", Occasion.TODAY)


SESSION = SessionView(
    uid="s",
    title="Gespräch",
    date=TODAY,
    start_time=dt.time(17),
    end_time=None,
    time_zone="Europe/Berlin",
    place="Saal",
    host="",
    occasion="",
    facilitators=("A",),
    note_takers=("B",),
    distribution="",
    naming=NamingLevel.ORGANISATION,
    confidential=False,
    state=SessionState.PLANNED,
    code="S1",
    licence="",
    source="",
    guide_key="",
    guide_title="",
    series_uid="r",
    series_title="Reihe",
    is_example=False,
    number=1,
    series_session_count=1,
)


def person(name: str, organisation: str = "Verein", role: str = "") -> ParticipantView:
    return ParticipantView(name, name, name, organisation, None, role, None, None, 0)


def found(given: SessionView, *people: ParticipantView) -> dict[Point, Finding]:
    items = [
        replace(plan_item("begrüßung", 10), kind=PlanItemKind.OPENING),
        plan_item("frage", 20),
    ]
    schedule = lay_out(items, date=given.date, start=given.start_time, end=given.end_time)
    return {finding.point: finding for finding in findings(given, items, people, schedule)}


def test_a_complete_preparation_has_only_green_points() -> None:
    points = found(SESSION, person("Anna"))
    assert set(points) == {Point.QUESTIONS, Point.PARTICIPANTS}
    assert points[Point.QUESTIONS].numbers == (1, 30)
    assert all(finding.settled for finding in points.values())


@pytest.mark.parametrize(
    ("given", "point", "field"),
    [
        (replace(SESSION, place=""), Point.NO_PLACE, Field.PLACE),
        (replace(SESSION, start_time=None), Point.NO_START, Field.START),
        (replace(SESSION, facilitators=()), Point.NO_FACILITATOR, Field.FACILITATORS),
        (replace(SESSION, note_takers=()), Point.NO_NOTE_TAKER, Field.NOTE_TAKERS),
        (replace(SESSION, end_time=dt.time(17, 20)), Point.TOO_LONG, Field.PLAN),
    ],
)
def test_what_is_open_leads_to_its_field(given: SessionView, point: Point, field: Field) -> None:
    finding = found(given, person("Anna"))[point]
    assert not finding.settled
    assert finding.field is field


def test_nobody_invited_is_open_but_no_fault_of_anybody() -> None:
    assert not found(SESSION)[Point.NOBODY].settled


def test_people_without_organisation_are_counted_unless_their_role_says_who_they_are() -> None:
    people = (person("A", ""), person("B", "", "Anwohnerin"), person("C"))
    assert found(SESSION, *people)[Point.NO_ORGANISATION].numbers == (1,)
    assert Point.NO_ORGANISATION not in found(replace(SESSION, confidential=True), *people)


def test_green_points_stand_first() -> None:
    order = [finding.settled for finding in found(replace(SESSION, place=""), person("A")).values()]
    assert order == sorted(order, reverse=True)
